import Records
import Testing
import Watchlists

@Suite struct InterpolJSONTests {
  private func read(_ text: String) throws(WatchlistError) -> Watchlist {
    try FTMJSONTests.read(text, format: "interpol-json")
  }

  @Test func readsItems() throws {
    let item =
      #"{"entity_id":"2026/1","name":"FABEL","forename":"WIM","date_of_birth":"1970/03/01","#
      + #""nationalities":["NL","XQ"],"_links":{}}"#
    for text in ["\(item)\n", "[\(item)]"] {
      let list = try read(text)
      let person = list.entries[0]
      #expect(person.entry == "2026/1" && person.kind == .person)
      #expect(
        person.names == [
          ListedName(
            full: "WIM FABEL", surname: "FABEL", given: "WIM", type: .primary, quality: .unstated,
            script: "Latn")
        ])
      #expect(person.birthDates.map(\.interval.isSingleDay) == [true])
      #expect(person.nationalities == ["NLD"] && list.warnings.count == 1)
    }
  }

  @Test func whatIsNullIsAbsent() throws {
    let list = try read(
      #"[{"entity_id":"1","name":"A","forename":null,"date_of_birth":null,"nationalities":null}]"#)
    #expect(list.entries[0].names[0].full == "A" && list.warnings.isEmpty && list.holds.isEmpty)
  }

  static let refused: [(text: String, reason: String)] = [
    (#"[{"name":"A"}]"#, "entity_id"), (#"[{"entity_id":"1","name":["A"]}]"#, "no text"),
    (#"[{"entity_id":"1","name":"A","nationalities":"NL"}]"#, "no list"),
    (#"{"entity_id":"1","name":"A"}"#, "line end"),
  ]

  @Test(arguments: refused)
  func refuses(_ text: String, _ reason: String) {
    let found = FTMJSONTests.refusal(text, format: "interpol-json")
    #expect(found.contains(reason), "\(found)")
  }
}
