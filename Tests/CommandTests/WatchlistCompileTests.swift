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
    try FileManager.default.removeItem(atPath: file)
    let again = try compile()
    #expect(again["isNew"] as? Bool == true)
    #expect(again["sha256"] as? String == sha256)
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
