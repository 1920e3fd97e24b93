import Records
import Testing
import Watchlists

@Suite struct SimpleTargetsCSVTests {
  private func read(_ text: String) throws(WatchlistError) -> Watchlist {
    try FTMJSONTests.read(text, format: "opensanctions-simple-csv")
  }

  private static let header = "id,schema,name,aliases,birth_date,identifiers\n"

  @Test func valuesMayBeQuotedWithinACell() throws {
    let list = try read(
      Self.header + #"1,Person,A B,"C;""D; """"E"""" F"";G",1980;1981-02,"# + "\n")
    #expect(list.entries[0].names.map(\.full) == ["A B", "C", "D; \"E\" F", "G"])
    #expect(
      list.entries[0].birthDates.map { "\($0.interval.from)..\($0.interval.to)" }
        == ["1980-01-01..1980-12-31", "1981-02-01..1981-02-28"])
  }

  @Test func anIdentifierThatIsTheIdIsNoDocument() throws {
    let list = try read(Self.header + "Q12345,Person,A,,,Q12345;X1234567\n")
    #expect(list.entries[0].documents == [ListedDocument(type: "other", number: "X1234567")])
  }

  @Test func columnsAreFoundByTheirTitles() throws {
    let list = try read("\u{FEFF}birth_date,aliases,id,new,schema,name\r\n1990,,7,x,Company,A\r\n")
    #expect(list.entries[0].entry == "7" && list.entries[0].kind == .organisation)
    #expect(list.warnings == ["1 column(s) of an unknown title are left out"])
  }

  static let refused: [(text: String, reason: String)] = [
    ("id,schema,name,aliases\n1,Person,A,\n", "\"birth_date\" is missing"),
    ("id,schema,name,aliases,birth_date,name\n", "twice"),
    (header + "1,Person,A,,\n", "5 columns instead of 6"),
    (header + "1,Person,A,,,,\n", "7 columns instead of 6"),
    (header + "1,Person,A,,,", "line end"), (header + "1,Person,\"A,,,\n", "not closed"),
    (header + ",Person,A,,,\n", "without an id"), (header + "1,Person,A\u{FFFD},,,\n", "U+FFFD"),
    (header, "no record"),
  ]

  /// The table as OpenSanctions writes it; `program_ids` is there since 2025.
  private static let columns = [
    "id", "schema", "name", "aliases", "birth_date", "countries", "addresses", "identifiers",
    "sanctions", "phones", "emails", "program_ids", "dataset", "first_seen", "last_seen",
    "last_change",
  ]

  @Test(arguments: columns.dropFirst(5))
  func aColumnThatIsGoneIsHeld(_ gone: String) throws {
    let columns = Self.columns.filter { $0 != gone }
    let row = ["1", "Person", "A B"] + columns.dropFirst(3).map { _ in "" }
    let list = try read(columns.joined(separator: ",") + "\n" + row.joined(separator: ",") + "\n")
    #expect(
      list.holds
        == (gone == "program_ids" ? [] : ["column \"\(gone)\" is missing; fetch the list again"]))
  }

  @Test(arguments: refused)
  func refuses(_ text: String, _ reason: String) {
    let found = FTMJSONTests.refusal(text, format: "opensanctions-simple-csv")
    #expect(found.contains(reason), "\(found)")
  }

  @Test func holdsAnUnknownSchema() throws {
    let list = try read(Self.header + "1,Person,A,,,\n2,Monster,B,,,\n")
    #expect(list.entries.count == 1)
    #expect(list.holds.contains("1 target(s) of an unknown schema, the first in line 3"))
  }
}
