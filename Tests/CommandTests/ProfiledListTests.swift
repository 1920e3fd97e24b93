import Foundation
import Testing

/// An operator's own table with its profile, through the built program. Nobody on it exists.
@Suite struct ProfiledListTests {
  private let night: SmallNight
  private static let profile = """
    delimiter = ";"
    encoding = "windows-1252"
    dates = ["DD-MM-YYYY"]
    ignored = ["Opmerking"]

    [columns]
    "Achternaam" = "surname"
    "Voornaam" = "given"
    "Geboren" = "birth_date"
    "M/V" = "gender"

    [genders]
    V = "F"

    """

  init() throws {
    night = try SmallNight()
    try write(rows: 1)
    try night.folder.write("own.toml", Self.profile)
    try night.folder.write(
      "register.toml", SmallNight.registerText(path: "own.csv", lines: "profile = \"own.toml\""))
  }

  private func write(rows: Int) throws {
    let fillers = (1..<rows).map { "Naam\($0);Ni\u{EB}mand;01-02-1970;V;\n" }
    let table =
      "Achternaam;Voornaam;Geboren;M/V;Opmerking\nVoorbeeldsma;J\u{FC}rgentje;03-02-1981;M;\n"
      + fillers.joined()
    let bytes = try #require(table.data(using: .windowsCP1252))
    try bytes.write(to: URL(fileURLWithPath: night.folder / "own.csv"))
  }

  private func screen() throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(night.arguments(["--json"]))
  }

  private func usedList(_ outcome: BuiltProgram.Outcome) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
    let report = object?["report"] as? [String: Any]
    let lists = try #require(report?["lists"] as? [[String: Any]])
    return try #require(lists.first)
  }

  @Test func aTableWithItsProfileIsScreenedAgainst() throws {
    let outcome = try screen()
    #expect(outcome.exit == 0, "\(outcome.errors)")
    let hits = try night.contents("hits.jsonl")
    #expect(hits.contains("\"Jürgentje Voorbeeldsma\"") && hits.contains("1981-02-03"))
    #expect(hits.split(separator: "\n").count == 1)
  }

  @Test func aProfileThatIsWrongIsAnInvalidConfiguration() throws {
    try night.folder.write("own.toml", Self.profile + "onbekend = \"U\"\n")
    let wrong = try screen()
    #expect(wrong.exit == 78)
    #expect(wrong.errors.contains("own.toml:12: \"genders\": \"onbekend\" must be one of"))
    try FileManager.default.removeItem(atPath: night.folder / "own.toml")
    let missing = try screen()
    #expect(missing.exit == 78 && missing.errors.contains("the profile of list own cannot be used"))
    try night.folder.write(
      "register.toml",
      SmallNight.registerText(format: "documents-csv", lines: "profile = \"own.toml\""))
    #expect(try screen().exit == 78)
    #expect(night.folder.names("out").isEmpty)
  }

  @Test func aRenamedHeaderIsRefused() throws {
    try night.folder.write(
      "own.toml", Self.profile.replacingOccurrences(of: "Geboren", with: "DOB"))
    let outcome = try screen()
    #expect(
      outcome.exit == 69 && outcome.errors.contains("column 3 is neither"), "\(outcome.errors)")
    #expect(night.folder.names("out").isEmpty)
  }

  /// A changed profile must never meet lists that were compiled with another one.
  @Test func aChangedProfileIsAnotherVersion() throws {
    func compile() throws -> String {
      let outcome = try BuiltProgram.run([
        "watchlist", "compile", "--watchlists", night.register, "--state", night.folder / "state",
        "--now", BuiltProgram.now, "--json",
      ])
      let result = try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
      let list = try #require((result?["lists"] as? [[String: Any]])?.first)
      #expect((list["files"] as? [String])?.count == 2)
      return try #require(result?["file"] as? String)
    }
    let first = try compile()
    #expect(try compile() == first)
    try night.folder.write(
      "own.toml", Self.profile.replacingOccurrences(of: "\"given\"", with: "\"reference\""))
    let second = try compile()
    #expect(second != first)
    let lineage = try String(
      contentsOfFile: second.replacingOccurrences(of: ".lists", with: ".json"), encoding: .utf8)
    let sum = try BuiltProgram.run(
      [night.folder / "own.toml"], shell: "sha256sum \"$1\" | cut -c-64"
    ).text.trimmingCharacters(in: .newlines)
    #expect(lineage.contains(sum))
  }

  /// The version before a held one is read with the profile that it was accepted with.
  @Test func theLastGoodVersionKeepsItsProfile() throws {
    try write(rows: 60)
    #expect(try screen().exit == 0)
    // Both change: five of sixty are gone, and the columns are in another encoding and by other titles.
    try write(rows: 55)
    let table = try Data(contentsOf: URL(fileURLWithPath: night.folder / "own.csv"))
    let text = try #require(String(data: table, encoding: .windowsCP1252))
    try night.folder.write("own.csv", text.replacingOccurrences(of: "Achternaam", with: "Surname"))
    try night.folder.write(
      "own.toml",
      Self.profile.replacingOccurrences(of: "Achternaam", with: "Surname")
        .replacingOccurrences(of: "windows-1252", with: "utf-8"))
    let outcome = try screen()
    #expect(outcome.exit == 0, "\(outcome.errors)")
    let list = try usedList(outcome)
    #expect(list["persons"] as? Int == 60)
    #expect(list["heldSha256"] is String)
  }

  @Test func theOptionReadsFiles() throws {
    let files = ["--profile", night.folder / "own.toml", night.folder / "own.csv"]
    let shown = try BuiltProgram.run(["watchlist", "show"] + files)
    #expect(shown.exit == 0 && shown.text.contains("Jürgentje Voorbeeldsma"), "\(shown.errors)")
    let registered = try BuiltProgram.run(["watchlist", "show", "--watchlists", night.register])
    #expect(
      registered.text.replacingOccurrences(of: "\"own\"", with: "\"persons-csv\"") == shown.text)
    let checked = try BuiltProgram.run(["watchlist", "check"] + files)
    #expect(checked.exit == 0 && checked.text.contains("accepted as persons-csv"))
    let previewed = try BuiltProgram.run(["watchlist", "preview"] + files)
    #expect(previewed.exit == 0, "\(previewed.errors)")
    let compared = try BuiltProgram.run(["watchlist", "diff"] + files + [night.folder / "own.csv"])
    #expect(compared.exit == 0 && compared.text.contains("unchanged    1"), "\(compared.errors)")
  }

  @Test func theOptionIsForOneOwnTable() throws {
    let profile = ["--profile", night.folder / "own.toml"]
    func exit(_ arguments: [String]) throws -> Int32 {
      try BuiltProgram.run(["watchlist"] + arguments + profile).exit
    }
    let table = night.folder / "own.csv"
    #expect(try exit(["show", "--watchlists", night.register]) == 64)
    #expect(try exit(["show", "--format", "un-xml", table]) == 64)
    #expect(try exit(["check", table, table]) == 64)
    #expect(try exit(["diff", "--old", table, table, "--new", table]) == 64)
    for command in [
      ["show", table], ["check", table], ["preview", table], ["diff", table, table],
    ] {
      try night.folder.write("own.toml", "columns = 1")
      #expect(try exit(command) == 78)
    }
    try FileManager.default.removeItem(atPath: night.folder / "own.toml")
    #expect(try exit(["show", table]) == 66)
  }
}
