import Foundation
import Testing

/// `screen --changed-since` and `simulate`, against what full runs give.
@Suite struct ChangedSinceTests {
  private static let more = "X3,,ZOMAARIEMAND,ANNA,strong,1990-01-01,F,NLD,,,R3\n"

  private func hits(_ night: SmallNight, _ output: String) throws -> [String] {
    let folder = night.folder / output
    let runs = try FileManager.default.contentsOfDirectory(atPath: folder)
    let run = try #require(runs.first { !$0.hasPrefix(".") })
    return try String(contentsOfFile: "\(folder)/\(run)/hits.jsonl", encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }

  @Test func onlyNewAndChangedEntriesAreCompared() throws {
    let night = try SmallNight()
    #expect(try BuiltProgram.run(night.arguments()).exit == 0)
    let run = night.runFolder
    // X1 stays, X2 changes, X3 is new.
    try night.folder.write(
      "list.csv",
      SmallNight.list.replacingOccurrences(of: ",1979,", with: ",1979-05-05,") + Self.more)
    let full = try BuiltProgram.run(night.arguments(["--output", night.folder / "full"]))
    #expect(full.exit == 0, "\(full.errors)")
    let delta = try BuiltProgram.run(
      night.arguments(["--output", night.folder / "delta", "--changed-since", run, "--json"]))
    #expect(delta.exit == 0, "\(delta.errors)")
    #expect(delta.text.contains("\"entries\":2"))
    let expected = try hits(night, "full").filter { !$0.contains("\"entry\":\"X1\"") }
    #expect(expected.count == 2)
    #expect(try hits(night, "delta") == expected)
    #expect(try hits(night, "full").count == 3)
    let verified = try BuiltProgram.run(
      [
        "verify",
        try #require(
          FileManager.default.contentsOfDirectory(atPath: night.folder / "delta").first.map {
            (night.folder / "delta") + "/" + $0
          }),
      ])
    #expect(verified.exit == 0, "\(verified.errors)")
  }

  @Test func departedFlightsAreOutOfScope() throws {
    let night = try SmallNight()
    #expect(try BuiltProgram.run(night.arguments()).exit == 0)
    try night.folder.write("list.csv", SmallNight.list + Self.more)
    var arguments = night.arguments(
      ["--output", night.folder / "delta", "--changed-since", night.runFolder, "--json"])
    // A flight without a time may depart until the end of its day at the western end of the world.
    let clock = arguments.firstIndex(of: BuiltProgram.now) ?? 0
    arguments[clock] = "2026-11-29T11:59:00Z"
    #expect(try BuiltProgram.run(arguments).text.contains("\"outOfScope\":0"))
    arguments[clock] = "2026-11-29T12:01:00Z"
    let later = try BuiltProgram.run(arguments)
    #expect(later.text.contains("\"outOfScope\":3"), "\(later.text)")
  }

  @Test func aVersionThatIsNotKeptIsSaid() throws {
    let night = try SmallNight()
    #expect(try BuiltProgram.run(night.arguments()).exit == 0)
    try night.folder.write("list.csv", SmallNight.list + Self.more)
    try FileManager.default.removeItem(atPath: night.folder / "state/lists")
    let outcome = try BuiltProgram.run(night.arguments(["--changed-since", night.runFolder]))
    #expect(outcome.exit == 66)
    #expect(outcome.errors.contains("not kept"))
    #expect(
      try BuiltProgram.run(night.arguments(["--changed-since", night.folder / "nowhere"])).exit
        == 66)
  }

  @Test func simulationCountsWhatAListWouldChange() throws {
    let night = try SmallNight()
    try night.folder.write(
      "other.csv",
      SmallNight.list.split(separator: "\n").filter { !$0.hasPrefix("X1") }.joined(separator: "\n")
        + "\n" + Self.more)
    let other = try night.folder.write(
      "other.toml", SmallNight.registerText(path: "other.csv"))
    let outcome = try BuiltProgram.run([
      "simulate", night.feed, "--watchlists", night.register, "--against", other, "--json",
      "--now", BuiltProgram.now, "--state", night.folder / "state",
    ])
    #expect(outcome.exit == 0, "\(outcome.errors)")
    #expect(
      outcome.text.contains(
        #"{"list":"own","before":2,"after":2,"gained":1,"lost":1}"#), "\(outcome.text)")
    #expect(!outcome.text.contains("VOORBEELDSMA") && !outcome.text.contains("ABC123"))
    #expect(night.folder.names("out").isEmpty)
    #expect(!FileManager.default.fileExists(atPath: night.folder / "state"))
    let settings = try night.folder.write("settings.toml", "hits_per_passenger = 5\n")
    let same = try BuiltProgram.run([
      "simulate", night.feed, "--watchlists", night.register, "--against", settings, "--now",
      BuiltProgram.now, "--state", night.folder / "state",
    ])
    #expect(same.exit == 0, "\(same.errors)")
    #expect(same.text.contains("list own: 2 hits before, 2 after; 0 gained, 0 lost"))
  }
}
