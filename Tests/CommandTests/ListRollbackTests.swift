import Foundation
import Testing

/// Lists that go back to a version before: what two persons said of it once says nothing now. Nobody on these lists
/// exists.
@Suite struct ListRollbackTests {
  private let night: SmallNight

  init() throws { night = try SmallNight() }

  private func put(_ persons: Range<Int>) throws {
    let header = SmallNight.list.split(separator: "\n")[0]
    try night.folder.write(
      "list.csv",
      ([String(header)] + persons.map { "E\($0),,NAAM\($0),VOOR,strong,1981-02-03,M,NLD,,,R" })
        .joined(separator: "\n") + "\n")
  }

  private func accept(_ name: String) throws -> Int32 {
    try BuiltProgram.run(
      ["watchlist", "check", "--json", "--watchlists", night.register, "--now", BuiltProgram.now]
        + ["--state", night.folder / "state", "--accept", "--reason", "r", "--by", name]
    ).exit
  }

  /// The persons of the list that a run uses.
  private func used() throws -> Int? {
    let outcome = try BuiltProgram.run(night.arguments(["--json"]))
    let object = try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
    let report = object?["report"] as? [String: Any]
    return (report?["lists"] as? [[String: Any]])?.first?["persons"] as? Int
  }

  @Test func whatWasAcceptedOnceIsNotAcceptedForEver() throws {
    try put(0..<60)
    #expect(try used() == 60)
    try put(0..<55)
    #expect(try accept("A") == 69)
    #expect(try accept("B") == 0)
    #expect(try used() == 55)
    try put(0..<61)
    #expect(try used() == 61)
    try put(0..<55)
    #expect(try used() == 61)
  }

  @Test func twoPersonsWhoSawDifferentChangesAreNotTwo() throws {
    try put(0..<60)
    #expect(try used() == 60)
    try put(0..<55)
    #expect(try accept("A") == 69)
    try put(0..<62)
    #expect(try used() == 62)
    try put(0..<55)
    #expect(try accept("B") == 69)
    #expect(try used() == 62)
    #expect(try accept("A") == 0)
    #expect(try used() == 55)
  }
}
