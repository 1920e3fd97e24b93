import Foundation
import Testing

struct WatchlistDiffTests {
  private static let changed =
    SmallNight.list
    .replacingOccurrences(of: "Utrecht", with: "Breda")
    .replacingOccurrences(of: "X2,,PROEFSTRAKOV", with: "X7,,PROEFSTRAKOV")
    + "X3,,VERZONNEN,EMMA,,,,,,,\n"

  @Test func tellsTheChangesAsTextAndAsLines() throws {
    let night = try SmallNight()
    let new = try night.folder.write("new.csv", Self.changed)
    let paths = [night.folder / "list.csv", new]
    let text = try BuiltProgram.run(["watchlist", "diff", "--format", "persons-csv"] + paths)
    #expect(text.exit == 0, "\(text.errors)")
    #expect(
      text.text == """
        old          2 records
        new          3 records
        added        1
        removed      0
        renumbered   1
        changed      1
        unchanged    0
        added X3 EMMA VERZONNEN
        renumbered X2 is now X7 WLADIMIR PROEFSTRAKOV
        changed X1 JURGENTJE VOORBEELDSMA
          placesOfBirth - Utrecht
          placesOfBirth + Breda

        """)
    let lines = try BuiltProgram.run(["watchlist", "diff", "--json"] + paths)
    #expect(lines.exit == 0, "\(lines.errors)")
    let objects = try lines.text.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(objects.map { $0["change"] as? String } == ["added", "renumbered", "changed"])
    #expect(objects.map { $0["formerEntry"] as? String } == [nil, "X2", nil])
  }

  @Test func versionsThatAreEqualGiveNoLineAndNoFailure() throws {
    let night = try SmallNight()
    let path = night.folder / "list.csv"
    for arguments in [[path, path], ["--old", path, "--new", path]] {
      let outcome = try BuiltProgram.run(["watchlist", "diff", "--json"] + arguments)
      #expect(outcome.exit == 0, "\(outcome.errors)")
      #expect(outcome.output.isEmpty)
    }
  }

  @Test func whatCannotBeReadIsRefused() throws {
    let night = try SmallNight()
    let path = night.folder / "list.csv"
    let broken = try night.folder.write("broken.csv", "entry,name\n1\n")
    for arguments in [[path, broken], [broken, path], [path, night.folder / "none.csv"]] {
      let outcome = try BuiltProgram.run(
        ["watchlist", "diff", "--format", "persons-csv"] + arguments)
      #expect(outcome.exit == 69, "\(outcome.errors)")
      #expect(outcome.output.isEmpty)
      #expect(outcome.sentences.count == 1)
    }
  }

  @Test func theCommandLineIsChecked() throws {
    let night = try SmallNight()
    let path = night.folder / "list.csv"
    let nl = BuiltProgram.project.appendingPathComponent(
      "watchlists/nl-terrorism/nationale-terrorismelijst.ods"
    ).path
    for arguments in [
      [path], [path, path, path], ["--old", path], [path, path, "--old", path], ["-", path],
      ["-", "-", "--format", "persons-csv"], [path, path, "--format", "none"], [path, nl],
    ] {
      #expect(try BuiltProgram.run(["watchlist", "diff"] + arguments).exit == 64, "\(arguments)")
    }
  }
}
