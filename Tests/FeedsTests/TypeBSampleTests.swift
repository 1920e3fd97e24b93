import Foundation
import Records
import Testing

@testable import Feeds

/// The invented lists of `samples/type-b`, and what `pnrscreen parse` prints of them.
@Suite struct TypeBSampleTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../samples/type-b").standardizedFileURL

  @Test(arguments: [("pnl-parts", 0), ("adl", 0), ("prl", 0), ("pfs", 0), ("native", 1)])
  func reads(name: String, findings: Int) throws {
    let folder = Self.folder.appending(path: name)
    let expected = try String(contentsOf: folder.appending(path: "expected.jsonl"), encoding: .utf8)
      .split(separator: "\n")
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "list.txt")))
    for block in [1, 7, 1 << 20] {
      let parsed = parse(bytes, block: block, today: dayOfLists)
      #expect(parsed.codes.count == findings)
      #expect(parsed.persons.count == expected.count)
      for (person, line) in zip(parsed.persons, expected) {
        #expect(line.hasPrefix(person + ",\"source\":{\"file\":\"list.txt\""))
      }
    }
  }
}
