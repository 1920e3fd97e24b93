import Foundation
import Testing

struct WatchlistPreviewTests {
  private static let list = "entry,name,quality\nX1,Quirijn Zzwolfhaag,strong\nX1,Maria Anna,weak\n"

  private func objects(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  @Test func tellsTheTotalAndTheNameThatCausesMost() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("list.csv", Self.list)
    let arguments = ["watchlist", "preview", "--format", "persons-csv", list]
    let lines = try BuiltProgram.run(arguments + ["--json"])
    #expect(lines.exit == 0, "\(lines.errors)")
    let found = try objects(lines.text)
    #expect(found.count == 2)
    #expect(found[0]["list"] as? String == "persons-csv")
    #expect(found[0]["draws"] as? Int == 1_000_000)
    #expect(found[0]["expected"] as? Double == found[1]["expected"] as? Double)
    #expect(found[1]["entry"] as? String == "X1")
    let name = try #require(found[1]["name"] as? [String: Any])
    #expect(name["index"] as? Int == 1)
    #expect(name["full"] as? String == "Maria Anna")
    #expect(name["tokens"] as? Int == 2)
    #expect(name["quality"] as? String == "weak")
    let text = try BuiltProgram.run(arguments)
    #expect(text.text.contains("X1  name 1: Maria Anna (2 tokens, weak)"))
    let none = try BuiltProgram.run(arguments + ["--top", "0", "--json"])
    #expect(try objects(none.text).count == 1)
  }

  @Test func readsTheListsOfARegister() throws {
    let night = try SmallNight()
    let outcome = try BuiltProgram.run([
      "watchlist", "preview", "--watchlists", night.register, "--json",
    ])
    #expect(outcome.exit == 0, "\(outcome.errors)")
    #expect(try objects(outcome.text).first?["list"] as? String == "own")
  }

  /// The table is taken only as a run takes it.
  @Test func aTableThatIsNotSignedOffIsNotUsed() throws {
    let night = try SmallNight()
    let outcome = try BuiltProgram.run(
      ["watchlist", "preview", night.folder / "list.csv"],
      environment: ["PNRSCREEN_NAME_FREQUENCY": "names.tsv"])
    #expect(outcome.exit == 78, "\(outcome.errors)")
  }

  @Test func whatCannotBeReadIsRefused() throws {
    let folder = try TemporaryFolder()
    let broken = try folder.write("broken.csv", "entry,name\n1\n")
    let outcome = try BuiltProgram.run([
      "watchlist", "preview", "--format", "persons-csv", broken,
    ])
    #expect(outcome.exit == 69, "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }
}
