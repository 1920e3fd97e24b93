import Foundation
import Testing

/// The contract at its edges: readers that go away, crashes, odd names, lists that are left out.
struct AcceptanceTests {
  @Test func theExitCodeSurvivesAReaderThatHasGone() throws {
    let night = try SmallNight()
    let odd = try night.folder.write("odd.bin", "this is no feed\n")
    func exit(_ arguments: [String]) throws -> String {
      let shell = "{ \"$0\" \"$@\" 2>/dev/null; echo $? >&2; } | true"
      return try BuiltProgram.run(arguments, shell: shell).errors
    }
    #expect(try exit(night.arguments([odd])) == "1\n")
    #expect(try exit(night.arguments()) == "0\n")
    #expect(try exit(["watchlist", "check", "--format", "persons-csv", odd]) == "69\n")
  }

  @Test func aLostSummaryDoesNotDenyThePublishedRun() throws {
    let night = try SmallNight()
    for shell in ["exec \"$0\" \"$@\" >/dev/full", "exec \"$0\" \"$@\" >&-"] {
      let outcome = try BuiltProgram.run(night.arguments(), shell: shell)
      #expect(outcome.exit == 0, "\(outcome.errors)")
      #expect(outcome.sentences.count == 1)
      #expect(outcome.errors.contains(night.runFolder))
    }
    #expect(try BuiltProgram.run(["verify", night.runFolder]).exit == 0)
    let dry = try BuiltProgram.run(
      night.arguments(["--dry-run"]), shell: "exec \"$0\" \"$@\" >/dev/full")
    #expect(dry.exit == 74)
  }

  @Test func aCrashIsADefectAndShowsNoMemory() throws {
    let outcome = try BuiltProgram.run(
      [], shell: "sleep 1 | timeout --preserve-status --signal=ILL 0.4 \"$0\" parse -")
    #expect(outcome.exit == 70, "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(outcome.sentences.count == 1)
  }

  @Test func messagesStayOnOneLineWhateverAPathHolds() throws {
    let night = try SmallNight()
    let path = night.folder / "a\nb\u{1B}[31m.csv"
    let missing = try BuiltProgram.run(["screen", path])
    #expect(missing.exit == 66)
    #expect(missing.errors.split(separator: "\n").count == 1)
    #expect(missing.errors.contains("a_b_[31m.csv"))
    try Data("no feed".utf8).write(to: URL(fileURLWithPath: path))
    #expect(try BuiltProgram.run(["parse", path]).errors.split(separator: "\n").count == 1)
  }

  @Test func saysThatAFlightOrAListIsMissing() throws {
    let night = try SmallNight()
    var arguments = night.arguments(["--date", "2026-11-28", "--dry-run"])
    arguments.replaceSubrange(0...0, with: ["flight", "KL1070"])
    #expect(try BuiltProgram.run(arguments).text.contains("KL1070 2026-11-28"))
    for airport in ["--from=AMSTERDAM", "--to="] {
      #expect(try BuiltProgram.run(arguments + [airport]).exit == 64)
    }
    let second = SmallNight.registerText(path: "nosuch.csv", lines: "required = false")
      .replacingOccurrences(of: "\"own\"", with: "\"second\"")
    let register = try night.folder.write("two.toml", SmallNight.registerText() + second)
    let outcome = try BuiltProgram.run(night.arguments(register: register))
    #expect(outcome.exit == 0)
    #expect(outcome.text.contains("nosuch.csv"))
  }

  @Test func watchlistCheckJudgesARegisterAsJSON() throws {
    let night = try SmallNight()
    let second = SmallNight.registerText(path: "nosuch.csv", lines: "required = false")
      .replacingOccurrences(of: "\"own\"", with: "\"second\"")
    let register = try night.folder.write("two.toml", SmallNight.registerText() + second)
    let check = ["watchlist", "check", "--json", "--now", BuiltProgram.now, "--watchlists"]
    let good = try BuiltProgram.run(check + [night.register])
    #expect(good.exit == 0, "\(good.errors)")
    #expect(good.text.hasPrefix(#"{"list":"own","format":"persons-csv","published":"2026-11-20","#))
    #expect(good.text.contains(#""warnings":[],"verdict":"accepted","reasons":[]}"#))
    let bad = try BuiltProgram.run(check + [register])
    #expect(bad.exit == 69)
    #expect(bad.sentences.count == 1)
    let lines = bad.text.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.last?.contains(#""verdict":"refused","reasons":["list second"#) == true)
    #expect(try BuiltProgram.run(["watchlist", "check", "-"]).exit == 64)
    let list = night.folder / "list.csv"
    #expect(try BuiltProgram.run(["watchlist", "check", "--now", "never", list]).exit == 64)
  }

  @Test func aWrongCommandLineIsAnsweredInTheChosenStyleAndRepeatsNoPassenger() throws {
    let json = try BuiltProgram.run(["screen", "x", "--log-format", "json", "--nosuch"])
    #expect(json.exit == 64)
    let lines = json.errors.split(separator: "\n")
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix(#"{"level":"error","exit":64,"#) == true)
    let torn = try BuiltProgram.run([
      "compare", "--passenger", "{surname:VOORBEELDSMA}", "JURGENTJE", "--listed", "{}",
    ])
    #expect(torn.exit == 64)
    #expect(!torn.errors.contains("JURGENTJE"))
    let night = try SmallNight()
    #expect(try BuiltProgram.run(night.arguments(["--output", ""])).exit == 64)
    let clock = try BuiltProgram.run(night.arguments(["--now", "9999-12-31T23:59:59-01:00"]))
    #expect(clock.exit == 64)
  }

  @Test func runsOnAnEmptyStateFolderPrintsNoData() throws {
    let folder = try TemporaryFolder()
    let outcome = try BuiltProgram.run(["runs", "--state", folder.path])
    #expect(outcome.exit == 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.sentences.count == 1)
  }

  @Test func twoStateFoldersMayPublishTheSameWorkAtOnce() throws {
    let night = try SmallNight()
    let (arguments, base) = (night.arguments(), night.folder.path)
    DispatchQueue.concurrentPerform(iterations: 4) { number in
      do {
        let outcome = try BuiltProgram.run(arguments + ["--state", "\(base)/state\(number)"])
        #expect(outcome.exit == 0, "\(outcome.errors)")
      } catch {
        Issue.record(error)
      }
    }
    #expect(night.folder.names("out").count == 1)
  }
}
