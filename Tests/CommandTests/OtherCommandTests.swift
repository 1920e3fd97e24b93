import Foundation
import Testing

struct OtherCommandTests {
  @Test func parsePrintsPassengersAndSaysWhereItHurts() throws {
    let night = try SmallNight()
    let odd = try night.folder.write("odd.bin", "this is no feed\n")
    let good = try BuiltProgram.run(["parse", night.feed])
    #expect(good.exit == 0)
    #expect(good.errors.isEmpty)
    #expect(good.text.split(separator: "\n").count == 3)
    #expect(good.text.hasPrefix("{\"kind\":\"passenger\",\"surname\":\"VOORBEELDSMA\""))
    let bad = try BuiltProgram.run(["parse", odd, night.feed])
    #expect(bad.exit == 1)
    #expect(bad.output == good.output)
    #expect(bad.errors.hasPrefix("\(odd):0: UNKNOWN_MESSAGE "))
  }

  @Test func compareExplainsAPair() throws {
    let outcome = try BuiltProgram.run([
      "compare", "--passenger", #"{"surname":"VOORBEELDSMA","given":"JURGENTJE","gender":"M"}"#,
      "--listed", #"{"names":[{"full":"Jurgentje Voorbeeldsma"}],"gender":"F"}"#,
    ])
    #expect(outcome.exit == 0, "\(outcome.errors)")
    let object = try #require(
      try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    let evidence = try #require(object["evidence"] as? [[String: Any]])
    #expect(evidence.first?["field"] as? String == "name")
    #expect(evidence.first?["verdict"] as? String == "supports")
    let gender = evidence.first { $0["field"] as? String == "gender" }
    #expect(gender?["verdict"] as? String == "contradicts")
  }

  @Test func compareTakesTheLinesThatTheOtherCommandsPrint() throws {
    let night = try SmallNight()
    let passenger = try BuiltProgram.run(["parse", night.feed]).text.split(separator: "\n")[2]
    let listed = try BuiltProgram.run(
      ["watchlist", "show", "--format", "persons-csv", night.folder / "list.csv"]
    ).text.split(separator: "\n")[1]
    let file = try night.folder.write("listed.json", String(listed))
    let outcome = try BuiltProgram.run([
      "compare", "--passenger", String(passenger), "--listed", "@" + file,
    ])
    #expect(outcome.exit == 0, "\(outcome.errors)")
    #expect(outcome.text.contains("\"field\":\"birthDate\",\"verdict\":\"supports\""))
  }

  @Test func configCheckTellsWhereASettingComesFrom() throws {
    let night = try SmallNight()
    let file = try night.folder.write("c.toml", "jobs = 3\n")
    let outcome = try BuiltProgram.run(
      ["config", "check", "--config", file], environment: ["PNRSCREEN_OUTPUT": "/elsewhere"])
    #expect(outcome.exit == 0)
    #expect(outcome.text.contains("jobs = 3    # worker threads; from \(file):1"))
    #expect(outcome.text.contains("output = /elsewhere"))
  }

  @Test func helpIsThereForEveryCommand() throws {
    let root = try BuiltProgram.run(["--help"])
    #expect(root.exit == 0)
    for command in [
      "screen", "flight", "parse", "compare", "calibrate", "simulate", "watchlist", "verify",
      "runs", "formats",
      "config",
    ] {
      #expect(root.text.contains("\n  \(command) "))
      let help = try BuiltProgram.run([command, "--help"])
      #expect(help.exit == 0)
      #expect(help.text.count > 200)
    }
    for later in ["reconcile", "purge"] {
      #expect(!root.text.contains("\n  \(later) "))
    }
    #expect(try BuiltProgram.run(["--version"]).text.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test func theReadmesTableOfFormatsIsTrue() throws {
    let readme = try String(
      contentsOf: BuiltProgram.project.appendingPathComponent("README.md"), encoding: .utf8)
    let formats = try BuiltProgram.run(["formats", "--json"]).text.split(separator: "\n")
    #expect(formats.count >= 7)
    var rows: Set<String> = []
    for line in formats {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String])
      let row = [
        object["axis"], object["id"].map { "`\($0)`" }, object["title"],
        object["specification"],
      ]
      rows.insert("| " + row.map { $0 ?? "" }.joined(separator: " | ") + " |")
    }
    let table = readme.split(separator: "\n").map { String($0) }.filter { line in
      ["| feed |", "| list |", "| report |"].contains { line.hasPrefix($0) }
    }
    #expect(Set(table) == rows)
  }
}
