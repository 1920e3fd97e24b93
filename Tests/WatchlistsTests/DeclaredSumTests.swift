import Bytes
import TestSupport
import Testing

@testable import Watchlists

@Suite struct DeclaredSumTests {
  private static let a = String(repeating: "a1", count: 32)
  private static let b = String(repeating: "B2", count: 32)

  @Test(arguments: [
    (a, [a]), (a + "\n", [a]), ("\(a)  list.xml\n", [a]), ("\(a) *list.xml\r\n", [a]),
    ("SHA256 (list.xml) = \(a)\n", [a]), ("\(b)  other.xml\n\(a)  list.xml\n", [a]),
    ("\(a)  ./out/list.xml\n\(b)  other.xml\n", [a]),
    // Files are renamed when they are fetched.
    ("\(b)  xmlFullSanctionsList_1_1.xml\n", [b.lowercased()]),
    ("\(b)  one.xml\n\(a)  two.xml\n", []), ("", []), ("list.xml\n", []),
    (String(a.dropLast()) + "\n", []), (a + "0\n", []),
  ])
  func findsTheSumOfTheFile(_ text: String, _ sums: [String]) {
    #expect(DeclaredSum.sums(in: text, of: "/srv/list.xml") == sums)
  }

  @Test func twoSumsOfOneFileAreRefused() throws {
    let table = Array("x".utf8)
    try withTemporaryFile(table, name: "list.xml") { list in
      let sum = SHA256.hex("x")
      let name = list.split(separator: "/").last ?? ""
      for (text, word) in [
        ("\(sum)  \(name)\n\(Self.a)  \(name)\n", "several"), ("\(sum)  \(name)\n", nil),
      ] {
        try withTemporaryFile(Array(text.utf8), name: "sums") { sums in
          let problem = DeclaredSum.file(sums).problem(of: list)
          #expect(problem?.contains("several") == (word == nil ? nil : true), "\(problem ?? "")")
        }
      }
    }
  }
}
