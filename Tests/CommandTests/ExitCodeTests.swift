import Foundation
import Testing

/// The contract's exit codes, each with one sentence.
struct ExitCodeTests {
  private func expect(
    _ code: Int32, _ arguments: [String], saying words: String...,
    environment: [String: String] = [:], location: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try BuiltProgram.run(arguments, environment: environment)
    #expect(outcome.exit == code, "\(outcome.errors)", sourceLocation: location)
    #expect(outcome.sentences.count == 1, "\(outcome.errors)", sourceLocation: location)
    #expect(outcome.output.isEmpty, sourceLocation: location)
    for word in words {
      #expect(outcome.errors.contains(word), "\(outcome.errors)", sourceLocation: location)
    }
  }

  @Test func commandLine() throws {
    let night = try SmallNight()
    try expect(64, ["--nosuch"], saying: "--nosuch")
    try expect(64, ["screen"], saying: "<paths>")
    try expect(64, ["nosuch"])
    try expect(64, night.arguments(["--jobs", "0"]), saying: "--jobs")
    try expect(64, night.arguments(["--jobs", "many"]), saying: "--jobs")
    try expect(64, night.arguments(["--now", "yesterday"]), saying: "--now")
    try expect(64, ["flight", "KL1007", "--date", "2026-02-30", night.feed], saying: "--date")
    try expect(64, ["flight", "nowhere", "--date", "2026-11-28", night.feed], saying: "nowhere")
    try expect(64, ["compare", "--passenger", "{", "--listed", "{}"], saying: "--passenger")
    try expect(64, ["watchlist", "check"], saying: "FILE")
    try expect(64, ["watchlist", "check", "--format", "nosuch", night.feed], saying: "nosuch")
  }

  @Test func inputs() throws {
    let night = try SmallNight()
    let missing = night.folder / "missing.edi"
    try expect(66, ["screen", missing], saying: missing, "No such file")
    try expect(66, ["parse", missing], saying: missing)
    try expect(66, ["verify", night.folder.path], saying: "SHA256SUMS")
    try expect(66, night.arguments(register: missing), saying: missing)
    try FileManager.default.createDirectory(
      atPath: night.folder / "empty", withIntermediateDirectories: false)
    try expect(66, ["screen", night.folder / "empty"], saying: "no file")
  }

  @Test func configuration() throws {
    let night = try SmallNight()
    let broken = try night.folder.write("broken.toml", "jobs = 2\noutput = \n")
    try expect(78, night.arguments(["--config", broken]), saying: "broken.toml:2")
    try expect(78, ["config", "check", "--config", broken], saying: "broken.toml:2")
    let unknown = try night.folder.write("unknown.toml", "# x\nspeed = 9\n")
    try expect(78, night.arguments(["--config", unknown]), saying: "unknown.toml:2", "speed")
    let register = try night.folder.write("bad-register.toml", "[[list]\n")
    try expect(78, night.arguments(register: register), saying: "bad-register.toml:1")
    try expect(78, night.arguments(), saying: "jobs", environment: ["PNRSCREEN_JOBS": "none"])
    #expect(night.folder.names("out").isEmpty)
  }

  @Test func refusedLists() throws {
    let night = try SmallNight()
    func refuse(_ name: String, _ text: String, _ words: String) throws {
      let register = try night.folder.write(name, text)
      try expect(69, night.arguments(register: register), saying: words, "nothing is published")
      #expect(night.folder.names("out").isEmpty)
    }
    try refuse("a.toml", SmallNight.registerText(designation: nil), "designation")
    try refuse("b.toml", SmallNight.registerText(published: "2026-09-01"), "days")
    try refuse("c.toml", SmallNight.registerText(path: "nosuch.csv"), "nosuch.csv")
    try refuse(
      "d.toml", SmallNight.registerText(lines: "expected_persons = { min = 50, max = 60 }"), "2")
    try night.folder.write("page.ods", "<!DOCTYPE html><html><body>Sign in</body></html>")
    try refuse(
      "e.toml", SmallNight.registerText(path: "page.ods", format: "nl-terrorism-ods"), "page.ods")
    let check = try BuiltProgram.run([
      "watchlist", "check", "--format", "nl-terrorism-ods", night.folder / "page.ods",
    ])
    #expect(check.exit == 69)
    #expect(check.sentences.count == 1)
  }

  @Test func shrunkenListAfterAGoodNight() throws {
    let night = try SmallNight()
    let many = (1...60).map { "E\($0),,NAAM\($0),VOOR,strong,1981-02-03,M,NLD,,,R" }
    let header = SmallNight.list.split(separator: "\n")[0]
    try night.folder.write("list.csv", ([String(header)] + many).joined(separator: "\n") + "\n")
    #expect(try BuiltProgram.run(night.arguments()).exit == 0)
    try night.folder.write("list.csv", SmallNight.list)
    try expect(69, night.arguments(), saying: "60", "2")
    #expect(night.folder.names("out").count == 1)
  }

  @Test func unwritableOutput() throws {
    let night = try SmallNight()
    let file = try night.folder.write("file", "x")
    try expect(74, night.arguments(["--output", file]), saying: file)
    try expect(74, night.arguments(["--output", file + "/below"]), saying: file)
    try expect(74, night.arguments(["--output", "/proc/nowhere"]), saying: "/proc")
    try expect(74, night.arguments(["--state", file]), saying: file)
  }

  @Test func diskFull() throws {
    let night = try SmallNight()
    // A file size limit of one block stands for a full disk: the ledger is made before.
    #expect(try BuiltProgram.run(night.arguments()).exit == 0)
    let rows = (1...400).map {
      "\($0),Voorbeeldsma,Jurgentje,1981-02-03,M,NLD,,,,KL,1,2026-11-28,AMS,LHR,"
    }
    try night.folder.write(
      "night.csv", ([SmallNight.header] + rows).joined(separator: "\n") + "\n")
    let outcome = try BuiltProgram.run(
      night.arguments(), shell: "ulimit -f 64; exec \"$0\" \"$@\"")
    #expect(outcome.exit == 74, "\(outcome.errors)")
    #expect(outcome.sentences.count == 1)
    #expect(night.folder.names("out").count == 1)
  }

  @Test func anotherRunHoldsTheLock() throws {
    let night = try SmallNight()
    try FileManager.default.createDirectory(
      atPath: night.folder / "state", withIntermediateDirectories: false)
    let lock = night.folder / "state/lock"
    let outcome = try BuiltProgram.run(
      night.arguments(), shell: "exec flock \"\(lock)\" \"$0\" \"$@\"")
    #expect(outcome.exit == 75, "\(outcome.errors)")
    #expect(outcome.sentences.count == 1)
  }

  @Test func differingOutput() throws {
    let night = try SmallNight()
    #expect(try BuiltProgram.run(night.arguments()).exit == 0)
    try Data("tampered\n".utf8).write(
      to: URL(fileURLWithPath: "\(night.runFolder)/hits.jsonl"))
    try expect(73, night.arguments(), saying: "hits.jsonl", "differs")
    try expect(65, ["verify", night.runFolder], saying: "hits.jsonl")
  }

  @Test func messagesAsJSON() throws {
    let outcome = try BuiltProgram.run(["screen", "/nosuch", "--log-format", "json"])
    #expect(outcome.exit == 66)
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 1)
    let object = try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any]
    #expect(object?["exit"] as? Int == 66)
    #expect(object?["level"] as? String == "error")
  }
}
