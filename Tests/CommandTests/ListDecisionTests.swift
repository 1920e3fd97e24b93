import Foundation
import Testing

/// A list that is held: what stays in use, and who may accept it. Nobody on these lists exists.
@Suite struct ListDecisionTests {
  private func list(_ persons: Range<Int>) -> String {
    let header = SmallNight.list.split(separator: "\n")[0]
    return ([String(header)] + persons.map { "E\($0),,NAAM\($0),VOOR,strong,1981-02-03,M,NLD,,,R" })
      .joined(separator: "\n") + "\n"
  }

  private func check(_ night: SmallNight, _ more: [String] = []) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(
      ["watchlist", "check", "--json", "--watchlists", night.register, "--now", BuiltProgram.now]
        + ["--state", night.folder / "state"] + more)
  }

  private func accept(_ night: SmallNight, _ name: String) throws -> BuiltProgram.Outcome {
    try check(night, ["--accept", "--reason", "delisted, see the gazette", "--by", name])
  }

  private func usedList(_ outcome: BuiltProgram.Outcome) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
    let report = object?["report"] as? [String: Any]
    let lists = try #require(report?["lists"] as? [[String: Any]])
    return try #require(lists.first)
  }

  @Test func twoPersonsMustAcceptWhatIsHeld() throws {
    let night = try SmallNight()
    try night.folder.write("list.csv", list(0..<60))
    let first = try BuiltProgram.run(night.arguments(["--json"]))
    #expect(first.exit == 0, "\(first.errors)")
    // Five of sixty are gone: held, and the last good version stays in use.
    try night.folder.write("list.csv", list(0..<55))
    let held = try check(night)
    #expect(held.exit == 69)
    #expect(held.text.contains("\"verdict\":\"held\""))
    #expect(held.text.contains("\"persons\":55"))
    let second = try BuiltProgram.run(night.arguments(["--json"]))
    #expect(second.exit == 0, "\(second.errors)")
    #expect(try usedList(second)["persons"] as? Int == 60)
    #expect(second.text.contains("stays in use"))
    // The same inputs and lists as in the first run, but another report.
    #expect(second.text.contains("\"published\":true"))
    #expect(try usedList(second)["heldSha256"] is String)

    #expect(try accept(night, "A. Eerste").exit == 69)
    // The same person, however the name is typed, is not another one.
    #expect(try accept(night, "a.  eerste").exit == 64)
    #expect(try accept(night, "\u{FF21}. Eerste").exit == 64)
    #expect(try accept(night, "B.\u{1B}[2J Tweede").exit == 64)
    #expect(try check(night).exit == 69)
    let accepted = try accept(night, "B. Tweede")
    #expect(accepted.exit == 0, "\(accepted.errors)")
    // A third opinion is written down as well.
    #expect(try accept(night, "C. Derde").exit == 0)
    let third = try BuiltProgram.run(night.arguments(["--json"]))
    #expect(third.exit == 0, "\(third.errors)")
    #expect(try usedList(third)["persons"] as? Int == 55)
    // From now on it is the last good one, and nothing is held.
    #expect(try check(night).exit == 0)
    #expect(try accept(night, "A. Eerste").exit == 64)
  }

  @Test func whatIsRefusedForItsFileIsNotAcceptedByAnybody() throws {
    let night = try SmallNight()
    try night.folder.write("list.csv", list(0..<60))
    #expect(try BuiltProgram.run(night.arguments()).exit == 0)
    try night.folder.write("list.csv", list(0..<20))
    try night.folder.write(
      "register.toml", SmallNight.registerText(lines: "expected_persons = { min = 21 }"))
    #expect(try accept(night, "A. Eerste").exit == 64)
    #expect(try BuiltProgram.run(night.arguments()).exit == 69)
  }

  @Test func whatIsRefusedForItsChangesIsAcceptedByTwo() throws {
    let night = try SmallNight()
    try night.folder.write("list.csv", list(0..<60))
    #expect(try BuiltProgram.run(night.arguments()).exit == 0)
    // The source gives no gender any more.
    let without = list(0..<60).replacingOccurrences(of: ",M,NLD", with: ",,NLD")
    try night.folder.write("list.csv", without)
    let refused = try accept(night, "A. Eerste")
    #expect(refused.exit == 69)
    #expect(refused.text.contains("\"verdict\":\"refused\""))
    #expect(refused.text.contains("60 to 0 genders") && refused.text.contains("--accept"))
    // No earlier version stays in use.
    #expect(try BuiltProgram.run(night.arguments()).exit == 69)
    #expect(try accept(night, "B. Tweede").exit == 0)
    let run = try BuiltProgram.run(night.arguments(["--json"]))
    #expect(run.exit == 0, "\(run.errors)")
    #expect(run.text.contains("by the decision of two persons"))
  }

  @Test func saysWhatWasNotComparedAndWhatIsHeld() throws {
    let night = try SmallNight()
    try night.folder.write("list.csv", list(0..<60))
    let first = try BuiltProgram.run(night.arguments(["--json"]))
    #expect(first.text.contains("nothing was compared"))
    #expect(
      try !BuiltProgram.run(night.arguments(["--json"])).text.contains("nothing was compared"))
    try night.folder.write("list.csv", list(0..<55))
    let compile = [
      "watchlist", "compile", "--watchlists", night.register, "--state", night.folder / "state",
      "--now", BuiltProgram.now,
    ]
    #expect(try BuiltProgram.run(compile).text.contains("stays in use"))
    let json = try BuiltProgram.run(compile + ["--json"]).text
    #expect(json.contains("stays in use") && json.contains("heldSha256"))
  }

  @Test func exchangedPersonsAreHeldAndSaid() throws {
    let night = try SmallNight()
    try night.folder.write("list.csv", list(0..<60))
    #expect(try BuiltProgram.run(night.arguments()).exit == 0)
    try night.folder.write("list.csv", list(10..<70))
    let said = try check(night)
    #expect(said.exit == 0 && said.text.contains("10 of the 60 entries"))
    try night.folder.write("list.csv", list(11..<71))
    let held = try check(night)
    #expect(held.exit == 69 && held.text.contains("11 of the 60 entries"))
  }

  @Test func renumberedPersonsHaveStayed() throws {
    let night = try SmallNight()
    try night.folder.write("list.csv", list(0..<60))
    #expect(try BuiltProgram.run(night.arguments()).exit == 0)
    let renumbered = list(0..<60).replacingOccurrences(of: "\nE", with: "\nF")
    try night.folder.write("list.csv", renumbered)
    let outcome = try check(night)
    #expect(outcome.exit == 0 && outcome.text.contains("\"warnings\":[]"))
  }

  @Test func aListThatShrinksNightAfterNightIsHeld() throws {
    let night = try SmallNight()
    for persons in [60, 57, 54, 51] {
      try night.folder.write("list.csv", list(0..<persons))
      #expect(try BuiltProgram.run(night.arguments()).exit == 0)
    }
    try night.folder.write("list.csv", list(0..<49))
    let held = try accept(night, "A. Eerste")
    #expect(held.exit == 69 && held.text.contains("60 to 49 persons within 90 days"))
    #expect(try accept(night, "B. Tweede").exit == 0)
    #expect(try BuiltProgram.run(night.arguments()).exit == 0)
    // What was decided is the new beginning.
    try night.folder.write("list.csv", list(0..<46))
    #expect(try check(night).exit == 0)
  }

  @Test func pastItsAgeTheLastGoodVersionIsNotUsed() throws {
    let night = try SmallNight()
    try night.folder.write("list.csv", list(0..<60))
    #expect(try BuiltProgram.run(night.arguments()).exit == 0)
    try night.folder.write("list.csv", list(0..<55))
    try night.folder.write("register.toml", SmallNight.registerText(published: "2026-12-28"))
    var arguments = night.arguments()
    arguments[arguments.firstIndex(of: BuiltProgram.now) ?? 0] = "2026-12-30T03:00:00Z"
    let outcome = try BuiltProgram.run(arguments)
    #expect(outcome.exit == 69, "\(outcome.errors)")
  }

  @Test func needsNameAndReason() throws {
    let night = try SmallNight()
    #expect(try check(night, ["--accept", "--by", "A. Eerste"]).exit == 64)
    #expect(try check(night, ["--accept", "--reason", "x", "--by", " "]).exit == 64)
    #expect(try check(night, ["--by", "A. Eerste"]).exit == 64)
  }
}
