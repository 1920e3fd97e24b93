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
}
