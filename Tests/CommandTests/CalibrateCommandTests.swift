import Foundation
import Testing

/// `pnrscreen calibrate`, and a table of an operator's own in the other commands.
struct CalibrateCommandTests {
  private static let isPresent =
    FileManager.default.fileExists(atPath: BuiltProgram.samples + "/night")

  /// A table of a thousand travellers called Voorbeeldsma, and the lines that sign it off.
  private func calibrate(_ night: SmallNight) throws -> (table: String, configuration: String) {
    let letters = "ABCDEFGHIJ".map { String($0) }
    let rows = (0..<1000).map { number in
      let given = letters[number / 100] + letters[number / 10 % 10] + letters[number % 10] + "X"
      return "\(number),Voorbeeldsma,\(given),,,,,,,KL,1,2026-11-01,AMS,LHR,"
    }
    let feed = try night.folder.write(
      "past.csv", ([SmallNight.header] + rows).joined(separator: "\n") + "\n")
    let table = night.folder / "names.tsv"
    let outcome = try BuiltProgram.run(["calibrate", feed, "--output", table])
    #expect(outcome.exit == 0, "\(outcome.errors)")
    #expect(outcome.errors.isEmpty)
    return (table, outcome.text)
  }

  private func hits(_ night: SmallNight, _ run: String) throws -> String {
    try String(contentsOfFile: night.folder / "out/\(run)/hits.jsonl", encoding: .utf8)
  }

  /// `PNRSCREEN_UPDATE_GOLDEN=1 make test` writes the file anew; look at the difference in git.
  @Test(.enabled(if: isPresent, "samples/night is not there"))
  func givesTheExpectedTableOfTheSampleNight() throws {
    let golden = BuiltProgram.samples + "/expected-names.tsv"
    let folder = try TemporaryFolder()
    func table(_ name: String, _ options: [String]) throws -> String {
      let outcome = try BuiltProgram.run(
        ["calibrate", "--output", folder / name, "--now", BuiltProgram.now] + options)
      #expect(outcome.exit == 0, "\(outcome.errors)")
      let text = try String(contentsOfFile: folder / name, encoding: .utf8)
      let sha256 = try BuiltProgram.run([folder / name], shell: "sha256sum \"$1\" | cut -c-64").text
      #expect(outcome.text.contains("\nname_frequency = \"\(folder / name)\"\n"))
      #expect(outcome.text.hasSuffix("\nname_frequency_sha256 = \"\(sha256.prefix(64))\"\n"))
      return text
    }
    let night = BuiltProgram.samples + "/night"
    let found = try table("one", [night, "--jobs", "1"])
    if ProcessInfo.processInfo.environment["PNRSCREEN_UPDATE_GOLDEN"] == "1" {
      try Data(found.utf8).write(to: URL(fileURLWithPath: golden))
    }
    #expect(found == (try String(contentsOfFile: golden, encoding: .utf8)))
    // Whoever is screened is counted, once.
    let screened = try BuiltProgram.run([
      "screen", night, "--watchlists", BuiltProgram.register, "--now", BuiltProgram.now,
      "--dry-run", "--output", folder / "out", "--state", folder / "state",
    ])
    let travellers = try #require(found.firstMatch(of: /# travellers\t([0-9]+)\n/)?.1)
    #expect(screened.text.contains(", \(travellers) screened"))
    let files = try FileManager.default.contentsOfDirectory(atPath: night).sorted(by: >)
    #expect(try table("four", files.map { "\(night)/\($0)" } + ["--jobs", "4"]) == found)
  }

  @Test func aSignedTableChangesTheRunAndItsID() throws {
    let night = try SmallNight()
    let (table, configuration) = try calibrate(night)
    #expect(try BuiltProgram.run(night.arguments()).exit == 0)
    let plain = try #require(night.folder.names("out").first)
    #expect(try night.contents("run.json").contains("\"nameFrequencies\":\"1\""))

    let file = try night.folder.write("c.toml", configuration)
    let outcome = try BuiltProgram.run(night.arguments(["--config", file]))
    #expect(outcome.exit == 0, "\(outcome.errors)")
    let own = try #require(night.folder.names("out").first { $0 != plain })
    let report = try String(
      contentsOfFile: night.folder / "out/\(own)/run.json", encoding: .utf8)
    let version = try #require(
      try String(contentsOfFile: table, encoding: .utf8).firstMatch(of: /# version\t(.*)\n/)?.1)
    #expect(report.contains("\"nameFrequencies\":\"1+\(version)\""))
    #expect(try BuiltProgram.run(["verify", night.folder / "out/\(own)"]).exit == 0)

    // The name that a thousand bear weighs less; the other one weighs the same.
    let (before, after) = (try hits(night, plain), try hits(night, own))
    func weight(_ name: String, _ hits: String) throws -> Double {
      let line = try #require(hits.split(separator: "\n").first { $0.contains(name) })
      let weight = try #require(line.firstMatch(of: /"field":"name".*?"weight":([0-9.]+)/)?.1)
      return try #require(Double(weight))
    }
    #expect(
      try weight("VOORBEELDSMA", after) < (try weight("VOORBEELDSMA", before)) - 10)
    #expect(try weight("PROEFSTRAKOV", after) == (try weight("PROEFSTRAKOV", before)))

    // Without the index the same; without the table as it was.
    let oracle = try BuiltProgram.run(night.arguments(["--config", file, "--exhaustive"]))
    #expect(oracle.text.contains("published before"))
    #expect(try BuiltProgram.run(night.arguments()).text.contains("published before"))
    #expect(night.folder.names("out") == [plain, own].sorted())
  }

  @Test func compareWeighsAsTheRunDoes() throws {
    let night = try SmallNight()
    let (table, configuration) = try calibrate(night)
    let sign = try #require(configuration.firstMatch(of: /sha256 = "(.*)"/)?.1)
    let pair = [
      "compare", "--passenger", #"{"surname":"VOORBEELDSMA","given":"JURGENTJE"}"#,
      "--listed", #"{"names":[{"full":"Jurgentje Voorbeeldsma"}]}"#,
    ]
    let shipped = try BuiltProgram.run(pair)
    let own = try BuiltProgram.run(
      pair,
      environment: [
        "PNRSCREEN_NAME_FREQUENCY": table, "PNRSCREEN_NAME_FREQUENCY_SHA256": String(sign),
      ])
    #expect(shipped.exit == 0 && own.exit == 0, "\(own.errors)")
    #expect(shipped.text != own.text)
  }

  @Test func aTableThatIsNotSignedOffIsNotUsed() throws {
    let night = try SmallNight()
    let (table, configuration) = try calibrate(night)
    let lines = configuration.split(separator: "\n").map { String($0) }
    let good = try night.folder.write("good.toml", configuration)
    let check = try BuiltProgram.run(["config", "check", "--config", good])
    #expect(check.exit == 0, "\(check.errors)")
    #expect(check.text.contains("name_frequency = \(table)"))
    #expect(check.text.contains(": 1000 travellers, 1 tokens\n"))

    func refuse(_ configuration: [String], saying words: String...) throws {
      let file = try night.folder.write("c.toml", configuration.joined(separator: "\n") + "\n")
      for arguments in [
        night.arguments(["--config", file]), ["config", "check", "--config", file],
      ] {
        let outcome = try BuiltProgram.run(arguments)
        #expect(outcome.exit == 78, "\(outcome.errors)")
        #expect(outcome.sentences.count == 1)
        #expect(outcome.output.isEmpty)
        for word in words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
        #expect(!outcome.errors.uppercased().contains("VOORBEELDSMA"))
      }
      #expect(night.folder.names("out").isEmpty)
    }
    let (named, signed) = (lines[2], lines[3])
    try refuse([named], saying: "c.toml:1", "name_frequency_sha256", "sha256sum")
    try refuse([signed], saying: "c.toml:1", "set name_frequency")
    let other = String(repeating: "0", count: 64)
    try refuse(
      ["", named, "name_frequency_sha256 = \"\(other)\""], saying: "c.toml:3",
      "is not the one signed off")
    try refuse(
      ["name_frequency = \"/nowhere/names.tsv\"", signed], saying: "c.toml:1", "cannot read")

    // A table that was changed, first without and then with a sign-off.
    let text = try String(contentsOfFile: table, encoding: .utf8)
    try night.folder.write("names.tsv", text.replacing("\t1000\n", with: "\t1001\n"))
    try refuse([named, signed], saying: "c.toml:2", "is not the one signed off")
    let sha256 = try BuiltProgram.run([table], shell: "sha256sum \"$1\" | cut -c-64").text
    try refuse(
      [named, "name_frequency_sha256 = \"\(sha256.prefix(64))\""], saying: "names.tsv:8",
      "calibrate")
  }

  @Test func saysWhatWasSetAsideAndNamesNobody() throws {
    let night = try SmallNight()
    let odd = try night.folder.write("odd.bin", "this is no feed\n")
    let table = night.folder / "t"
    let outcome = try BuiltProgram.run(["calibrate", odd, night.feed, "--output", table])
    #expect(outcome.exit == 1)
    #expect(outcome.sentences == ["pnrscreen: odd.bin: 1 UNKNOWN_MESSAGE"])
    let text = try String(contentsOfFile: table, encoding: .utf8)
    #expect(text.contains("# travellers\t3\n"))
    for said in [text, outcome.text, outcome.errors] {
      for name in ["VOORBEELDSMA", "ANNA"] { #expect(!said.uppercased().contains(name)) }
    }
    let input = try BuiltProgram.run(
      ["calibrate", "-", "--output", night.folder / "u"],
      input: try Data(contentsOf: URL(fileURLWithPath: night.feed)))
    #expect(input.exit == 0)
    #expect(try String(contentsOfFile: night.folder / "u", encoding: .utf8) == text)
  }

  @Test func endsWithTheContractsCodes() throws {
    let night = try SmallNight()
    func exit(_ arguments: String..., expecting code: Int32) throws {
      let outcome = try BuiltProgram.run(["calibrate"] + arguments)
      #expect(outcome.exit == code, "\(arguments) \(outcome.errors)")
      #expect(outcome.sentences.count == 1)
      #expect(outcome.output.isEmpty)
    }
    let table = try night.folder.write("table", "something else\n")
    try exit(night.feed, expecting: 64)
    try exit("--output", night.folder / "t", expecting: 64)
    try exit(night.feed, "--output", "", expecting: 64)
    try exit(night.feed, "--output", night.folder / "t", "--min-bearers", "1", expecting: 64)
    try exit(night.feed, "--output", night.folder / "t", "--jobs", "0", expecting: 64)
    try exit(night.folder / "nosuch", "--output", night.folder / "t", expecting: 66)
    try exit(night.feed, "--output", table, expecting: 73)
    try exit(night.feed, "--output", night.folder / "no/t", expecting: 74)
    #expect(try String(contentsOfFile: table, encoding: .utf8) == "something else\n")
    #expect(night.folder.names().sorted() == ["list.csv", "night.csv", "register.toml", "table"])
  }
}
