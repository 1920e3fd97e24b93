import Foundation
import Testing

/// A list of stolen and lost travel documents through the built program, from the register to the hit files.
@Suite struct DocumentListTests {
  static let titles = "doc_type,doc_number,issuing_state,status,report_date,number_to\n"
  static let rows = """
    passport,NX-1234567,NLD,stolen,2026-03-01,
    P,AB1000000,BEL,stolen_blank,2025-11-17,AB1000999
    identity,L01X00T47,DEU,lost,2024-06-30,

    """

  private let night: SmallNight

  init() throws {
    night = try SmallNight()
    try night.folder.write(
      "night.csv",
      """
      \(SmallNight.header)
      1,Voorbeeldsma,Jurgentje,1981-02-03,M,NLD,P,NX1234567,NLD,KL,1007,2026-11-28,AMS,LHR,ABC123
      2,Zomaariemand,Anna,1990-01-01,F,NLD,P,AB1OOO5OO,BEL,KL,1007,2026-11-28,AMS,LHR,ABC124
      3,Nergenshuizen,Vera,1979-05-05,F,FRA,P,NX1234567,FRA,KL,1009,2026-11-28,AMS,CDG,ABC125

      """)
    try write(Self.rows)
    try night.folder.write("register.toml", Self.register())
  }

  private static func register(_ lines: String = "") -> String {
    SmallNight.registerText(path: "documents.csv", format: "documents-csv", lines: lines)
  }

  private func write(_ rows: String, records: Int? = nil) throws {
    let count = records ?? rows.split(separator: "\n").count
    try night.folder.write("documents.csv", "# records: \(count)\n\(Self.titles)\(rows)")
  }

  private func hits(_ output: String = "out") throws -> [[String: Any]] {
    let run = try #require(night.folder.names(output).first { !$0.hasPrefix(".") })
    return try String(contentsOfFile: "\(night.folder / output)/\(run)/hits.jsonl", encoding: .utf8)
      .split(separator: "\n").compactMap {
        try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
      }
  }

  private var check: [String] {
    [
      "watchlist", "check", "--watchlists", night.register, "--state", night.folder / "state",
      "--now", BuiltProgram.now,
    ]
  }

  @Test func aStolenPassportIsAHit() throws {
    let outcome = try BuiltProgram.run(night.arguments())
    #expect(outcome.exit == 0, "\(outcome.errors)")
    #expect(outcome.text.contains("List own            3 documents, of 2026-11-20, 8 days old"))
    let hits = try hits()
    #expect(hits.count == 2)
    let hit = try #require(
      hits.first { ($0["booking"] as? [String: Any])?["recordLocator"] as? String == "ABC123" })
    #expect(hit["band"] as? String == "strong" && hit["score"] as? Double == 0.760468)
    let listed = try #require(hit["listed"] as? [String: Any])
    #expect(listed["list"] as? String == "own" && listed["name"] == nil)
    #expect(listed["reference"] as? String == "stolen, reported 2026-03-01")
    #expect(listed["listedOn"] as? String == "2026-03-01")
    let entry = try #require(listed["entry"] as? String)
    let shown = try BuiltProgram.run(["watchlist", "show", "--watchlists", night.register])
    #expect(shown.exit == 0 && shown.text.split(separator: "\n").count == 3)
    #expect(
      shown.text.split(separator: "\n").contains {
        $0.contains("\"\(entry)\"") && $0.contains("NX-1234567")
      })
    let evidence = try #require(hit["evidence"] as? [[String: Any]])
    let document = try #require(evidence.last)
    #expect(document["field"] as? String == "document" && document["weight"] as? Int == 20)
    #expect(document["listed"] as? String == "NX1234567")
    let table = try night.contents("hits.csv").split(whereSeparator: \.isNewline)
    #expect(table.count == 3)
    #expect(
      table.contains {
        $0.contains(",own,\(entry),,,,,2026-03-01,\"stolen, reported 2026-03-01\",")
      })
    let verified = try BuiltProgram.run(["verify", night.runFolder])
    #expect(verified.exit == 0, "\(verified.errors)")
  }

  @Test func theSameBytesWithoutIndexAndFromTheTableThatWasKept() throws {
    #expect(try BuiltProgram.run(night.arguments()).exit == 0)
    let first = try night.contents("hits.jsonl")
    let again = try BuiltProgram.run(night.arguments(["--exhaustive", "--jobs", "1"]))
    #expect(again.exit == 0 && again.text.contains("was published before"), "\(again.errors)")
    #expect(night.folder.names("state/documents/own").count == 1)
    let dry = try BuiltProgram.run(
      night.arguments(["--dry-run", "--state", night.folder / "nowhere"]))
    #expect(dry.exit == 0 && dry.text.contains("Hits                2 "), "\(dry.errors)")
    #expect(!FileManager.default.fileExists(atPath: night.folder / "nowhere"))
    #expect(try night.contents("hits.jsonl") == first)
  }

  @Test func aListThatLostDocumentsIsNotUsed() throws {
    try write((0..<1000).map { "P,NX\(1_234_567 + $0),NLD,lost,2026-01-01,\n" }.joined())
    #expect(try BuiltProgram.run(night.arguments()).exit == 0)
    // Held: the version before stays in use, from its table.
    try write((0..<950).map { "P,NX\(1_234_667 + $0),NLD,lost,2026-01-01,\n" }.joined())
    let held = try BuiltProgram.run(night.arguments(["--output", night.folder / "held"]))
    #expect(held.exit == 0, "\(held.errors)")
    #expect(held.text.contains("stays in use") && held.text.contains("from 1000 to 950 records"))
    #expect(try hits("held").count == 1)
    // Refused.
    try write((0..<800).map { "P,NX\(1_234_567 + $0),NLD,lost,2026-01-01,\n" }.joined())
    let refused = try BuiltProgram.run(night.arguments(["--output", night.folder / "refused"]))
    #expect(refused.exit == 69 && refused.errors.contains("1000 to 800 documents"))
    #expect(night.folder.names("refused").isEmpty)
  }

  /// As many rows as before, and less in them.
  @Test func aListThatKnowsLessOfItsDocumentsIsNotUsed() throws {
    let starts = (0..<300).map { 1_000_000 + $0 * 1000 }
    let row = { (start: Int) in "P,NX\(start),NLD,lost,2026-01-01,NX\(start + 999)\n" }
    try write(starts.map(row).joined())
    #expect(try BuiltProgram.run(night.arguments()).exit == 0)
    for (rows, reason) in [
      (starts.map { "P,NX\($0),NLD,lost,2026-01-01,\n" }, "300000 to 300 numbers of documents"),
      (starts.map { row($0).replacing("NLD", with: "") }, "0 of 300 have an issuing_state"),
      (starts.map { row($0).replacing("P,", with: "V,") }, "0 of 300 have doc_type passport"),
      (starts.map { row($0).replacing("lost", with: "revoked") }, "0 of 300 have status lost"),
    ] {
      try write(rows.joined())
      let checked = try BuiltProgram.run(check)
      #expect(checked.exit == 69 && checked.text.contains(reason), "\(checked.text)")
    }
    let without = starts.map { "P,NX\($0),NLD,lost,2026-01-01\n" }.joined()
    try night.folder.write(
      "documents.csv", "# records: 300\n\(Self.titles.replacing(",number_to", with: ""))\(without)")
    #expect(try BuiltProgram.run(check).text.contains("lacks a part \"number_to\""))
  }

  @Test func aDocumentThatMustBeOnTheList() throws {
    let shown = try BuiltProgram.run(["watchlist", "show", "--watchlists", night.register])
    let id = try #require(shown.text.firstMatch(of: /"(d-[0-9a-f]+)"/)?.1)
    try night.folder.write("register.toml", Self.register("canaries = [\"\(id)\"]"))
    #expect(try BuiltProgram.run(check).exit == 0)
    try night.folder.write("register.toml", Self.register("canaries = [\"\(id)\", \"d-0\"]"))
    let lacking = try BuiltProgram.run(check)
    #expect(lacking.exit == 69 && lacking.text.contains("lacks 1 of the 2 entries"))
  }

  @Test func theGateJudgesItAsAnyList() throws {
    #expect(try BuiltProgram.run(check).exit == 0)
    try write(Self.rows, records: 4)
    let wrong = try BuiltProgram.run(check)
    #expect(wrong.exit == 69 && wrong.text.contains("declares 4 records and holds 3"))
    try night.folder.write("documents.csv", Self.titles + Self.rows)
    #expect(try BuiltProgram.run(check).text.contains("held as documents-csv"))
    for (lines, exit) in [
      ("declared_records = 3", 0), ("declared_records = 4", 69),
      ("declared_records = 3\nexpected_persons = { min = 4 }", 69),
    ] as [(String, Int32)] {
      try night.folder.write("register.toml", Self.register(lines))
      #expect(try BuiltProgram.run(check).exit == exit)
    }
    try night.folder.write("register.toml", Self.register())
    try write(Self.rows + "P,NX7654321,NLD,lost,2026-11-30,\n")
    let future = try BuiltProgram.run(check)
    #expect(future.exit == 69 && future.text.contains("dated 2026-11-30, after today"))
  }

  @Test func onlyChangedDocumentsSinceARun() throws {
    #expect(try BuiltProgram.run(night.arguments()).exit == 0)
    let run = night.runFolder
    try write(Self.rows.replacing("NLD,stolen,2026-03-01", with: "NLD,revoked,2026-11-19"))
    let full = try BuiltProgram.run(night.arguments(["--output", night.folder / "full"]))
    #expect(full.exit == 0, "\(full.errors)")
    let delta = try BuiltProgram.run(
      night.arguments(["--output", night.folder / "delta", "--changed-since", run, "--json"]))
    #expect(delta.exit == 0 && delta.text.contains("\"entries\":1"), "\(delta.errors)")
    let ids = try hits("delta").compactMap { $0["id"] as? String }
    #expect(ids.count == 1)
    let whole = try hits("full").compactMap { $0["id"] as? String }
    #expect(whole.count == 2 && Set(whole).isSuperset(of: ids))
    // The same document keeps its id, whatever is reported of it.
    #expect(try Set(hits().compactMap { $0["id"] as? String }) == Set(whole))
  }

  @Test func whatComparesPersonsSaysSo() throws {
    let list = night.folder / "documents.csv"
    for command in [["diff", list, list], ["preview", list]] {
      let outcome = try BuiltProgram.run(["watchlist"] + command)
      #expect(outcome.exit == 64 && outcome.errors.contains("list of travel documents"))
    }
    let preview = try BuiltProgram.run(["watchlist", "preview", "--watchlists", night.register])
    #expect(preview.exit == 0, "\(preview.errors)")
  }

  @Test func besideAListOfPersons() throws {
    let both = try night.folder.write(
      "both.toml",
      Self.register()
        + SmallNight.registerText().replacing("\"own\"", with: "\"persons\""))
    let outcome = try BuiltProgram.run(night.arguments(register: both))
    #expect(outcome.exit == 0, "\(outcome.errors)")
    let lists = try hits().compactMap { ($0["listed"] as? [String: Any])?["list"] as? String }
    #expect(lists.sorted() == ["own", "own", "persons"])
    // A new version of the documents leaves the compiled names as they are.
    func compile() throws -> String {
      try BuiltProgram.run([
        "watchlist", "compile", "--watchlists", both, "--state", night.folder / "state", "--now",
        BuiltProgram.now,
      ]).text
    }
    #expect(try compile().contains("written"))
    try write(Self.rows + "P,NX7654321,NLD,lost,2026-11-19,\n")
    let second = try compile()
    #expect(second.contains("was there") && second.contains("documents    4"), "\(second)")
  }
}
