import Foundation
import Testing

struct WatchlistCompileTests {
  @Test func compilesOnceAndToTheSameBytes() throws {
    let night = try SmallNight()
    let state = night.folder / "state"
    func compile() throws -> [String: Any] {
      let outcome = try BuiltProgram.run([
        "watchlist", "compile", "--watchlists", night.register, "--state", state,
        "--now", BuiltProgram.now, "--json",
      ])
      #expect(outcome.exit == 0, "\(outcome.errors)")
      return try #require(try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    }
    let first = try compile()
    let file = try #require(first["file"] as? String)
    let sha256 = try #require(first["sha256"] as? String)
    #expect(first["isNew"] as? Bool == true)
    #expect(first["names"] as? Int ?? 0 > 0)
    let told = try BuiltProgram.run([file], shell: "sha256sum \"$1\" | cut -c-64").text
    #expect(told.hasPrefix(sha256))
    #expect(try compile()["isNew"] as? Bool == false)
    try tellsWhatItIsMadeFrom(first, night)
    try FileManager.default.removeItem(atPath: file)
    let again = try compile()
    #expect(again["isNew"] as? Bool == true)
    #expect(again["sha256"] as? String == sha256)
  }

  /// The name of the file can be made again from what stands beside it.
  private func tellsWhatItIsMadeFrom(_ result: [String: Any], _ night: SmallNight) throws {
    let path = try #require(result["lineage"] as? String)
    let data = try #require(FileManager.default.contents(atPath: path))
    let lineage = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let lists = try #require(lineage["lists"] as? [[String: Any]])
    let sum = try BuiltProgram.run(
      [night.folder / "list.csv"], shell: "sha256sum \"$1\" | cut -c-64"
    ).text.trimmingCharacters(in: .newlines)
    #expect(lists.map { $0["sha256"] as? String } == [sum])
    #expect(lists.map { $0["files"] as? [String] } == [[sum]])
    #expect(lists[0]["published"] as? String == "2026-11-20")
    let parts =
      [lineage["program"] as? String ?? "", lineage["nameFrequency"] as? String ?? ""]
      + lists.map { "\($0["id"] ?? "") \($0["format"] ?? "") \($0["sha256"] ?? "")" }
    let key = try BuiltProgram.run(
      [parts.joined(separator: "\n")], shell: "printf %s \"$1\" | sha256sum | cut -c-32"
    ).text.trimmingCharacters(in: .newlines)
    #expect(lineage["file"] as? String == key + ".lists")
    #expect((result["file"] as? String)?.hasSuffix(key + ".lists") == true)
  }

  @Test func aListThatIsRefusedIsNotCompiled() throws {
    let night = try SmallNight()
    let outcome = try BuiltProgram.run([
      "watchlist", "compile", "--watchlists", night.register, "--state", night.folder / "state",
      "--now", "2031-01-01T00:00:00Z",
    ])
    #expect(outcome.exit == 69, "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: night.folder / "state/compiled"))
  }
}
