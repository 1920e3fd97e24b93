import Records
import Testing
import Watchlists

@Suite struct SECOXMLTests {
  private func list(_ content: String, type: String = "whole-list", date: String = "2026-08-27")
    -> String
  {
    #"<swiss-sanctions-list list-type="\#(type)" date="\#(date)">\#(content)</swiss-sanctions-list>"#
  }

  private func read(_ content: String) throws(WatchlistError) -> Watchlist {
    try FTMJSONTests.read(list(content), format: "seco-xml")
  }

  private func target(
    _ name: String = whole("A"), other: String = "",
    behind: String = modified("listed", "2020-01-01")
  ) -> String {
    #"<target ssid="1"><individual><identity main="true"><name name-type="primary-name">\#(name)</name>"#
      + "\(other)</identity></individual>\(behind)</target>"
  }

  private static func whole(_ name: String) -> String { part("whole-name", name) }

  private static func part(
    _ type: String, _ value: String, order: Int = 1, variants: [(String, String)] = []
  ) -> String {
    let variants = variants.map {
      #"<spelling-variant lang="\#($0.0)" script="X">\#($0.1)</spelling-variant>"#
    }
    return #"<name-part order="\#(order)" name-part-type="\#(type)"><value>\#(value)</value>"#
      + variants.joined() + "</name-part>"
  }

  private static func modified(_ type: String, _ date: String, _ content: String = "") -> String {
    #"<modification modification-type="\#(type)" effective-date="\#(date)">\#(content)</modification>"#
  }

  static let histories: [(changes: [(String, String)], isListed: Bool)] = [
    ([("listed", "2020-01-01")], true),
    ([("de-listed", "2021-01-01"), ("listed", "2020-01-01")], false),
    ([("listed", "2020-01-01"), ("de-listed", "2021-01-01"), ("amended", "2022-01-01")], false),
    ([("listed", "2022-01-01"), ("de-listed", "2021-01-01"), ("listed", "2020-01-01")], true),
    ([("listed", "2021-01-01"), ("de-listed", "2021-01-01")], true), ([], true),
  ]

  @Test(arguments: histories)
  func theNewestListingOrDelistingDecides(_ changes: [(String, String)], _ isListed: Bool) throws {
    let behind = changes.map { Self.modified($0.0, $0.1) }.joined()
    let other = target().replacing("ssid=\"1\"", with: "ssid=\"2\"")
    let found = try read(target(behind: behind) + other)
    #expect(found.entries.map(\.entry) == (isListed ? ["1", "2"] : ["2"]))
    #expect(found.warnings == (isListed ? [] : ["1 de-listed target(s) are left out"]))
    let first = changes.filter { $0.0 == "listed" }.map(\.1).min()
    if isListed { #expect(found.entries[0].listedOn?.description == first) }
  }

  @Test func whoIsDelistedFromALaterDayOnIsStillListed() throws {
    let behind =
      Self.modified("listed", "2020-01-01") + Self.modified("de-listed", "2099-01-01")
    let found = try read(target(behind: behind))
    #expect(found.entries.map(\.entry) == ["1"])
    #expect(found.warnings == ["1 de-listing(s) of a day after the date of the list: still listed"])
  }

  @Test func copiesInModificationsAreNoTargets() throws {
    let copy = target(Self.whole("Old")).replacing("ssid=\"1\"", with: "ssid=\"9\"")
    let found = try read(
      target(behind: Self.modified("amended", "2021-01-01", "<removed>\(copy)</removed>")))
    #expect(found.entries.map(\.entry) == ["1"])
    #expect(found.entries[0].names.map(\.full) == ["A"])
  }

  @Test func variantsAreCombinedPerLanguageAndScript() throws {
    let name =
      Self.part("family-name", "Fabel", order: 2, variants: [("RUS", "Фабель"), ("ENG", "Fable")])
      + Self.part("given-name", "Wim", order: 1, variants: [("RUS", "Вим"), ("RUS", "Вимм")])
      + Self.part("title", "Dr", order: 3, variants: [("GER", "Doktor")])
    let names = try read(target(name)).entries[0].names
    #expect(names.map(\.full) == ["Wim Fabel", "Вим Фабель", "Вимм Фабель", "Wim Fable"])
    #expect(names.map(\.type) == [.primary, .original, .original, .alias])
    #expect(names[0].surname == "Fabel" && names[0].given == "Wim")
  }

  @Test func partsHaveAnOrderOfTheirOwn() throws {
    let name =
      Self.part("suffix", "Jr", order: 1) + Self.part("family-name", "F", order: 2)
      + Self.part("maiden-name", "M", order: 3) + Self.part("father-name", "P", order: 4)
      + Self.part("given-name", "B", order: 6) + Self.part("given-name", "A", order: 5)
    let names = try read(target(name)).entries[0].names
    #expect(names.map(\.full) == ["A B P F Jr", "A B P M"])
    #expect(names.map(\.type) == [.primary, .former])
  }

  @Test func datesOfBirth() throws {
    let found = try read(
      target(
        other: #"<day-month-year year="1979" month="0" day="3"/>"#
          + #"<day-month-year year="1980" month="2" day="30"/><day-month-year month="2" day="3"/>"#
          + #"<day-month-year year="1981" month="3" quality="low" calendar="Gregorian"/>"#
          + #"<day-month-year year="1981" month="3" day="5" calendar="Islamic"/>"#))
    let births = found.entries[0].birthDates
    #expect(births.map { "\($0.interval.from)" } == ["1979-01-01", "1981-03-01"])
    #expect(births.map(\.approximate) == [false, true])
    #expect(found.warnings.count == 2 && found.warnings.contains { $0.hasPrefix("2 date(s)") })
  }

  /// Wherever the place stands in the file.
  @Test func joinsPlacesAndProgrammes() throws {
    let place = #"<place ssid="7"><location>Delft</location><country>Netherlands</country></place>"#
    let programme =
      #"<sanctions-program><program-key lang="ger">D</program-key><program-key lang="eng">E</program-key>"#
      + #"<sanctions-set ssid="5"/></sanctions-program>"#
    let person = target(
      other: #"<place-of-birth place-id="7"/>"#, behind: "<sanctions-set-id>5</sanctions-set-id>")
    for text in [place + programme + person, person + place + programme] {
      let found = try read(text)
      #expect(found.entries[0].placesOfBirth == ["Delft, Netherlands"])
      #expect(found.entries[0].programmes == ["E"] && found.holds.isEmpty)
    }
    #expect(try read(person).holds.count == 2)
  }

  @Test func holdsUnknownValues() throws {
    let text = target(Self.part("nickname", "A") + Self.whole("B"))
      .replacing("primary-name", with: "new-name").replacing("listed", with: "paused")
    #expect(try read(text).holds.count == 3)
    let undated = try FTMJSONTests.read(list(target(), date: ""), format: "seco-xml")
    #expect(undated.holds.count == 1 && undated.holds[0].contains("date of publication"))
  }

  @Test func refusesAllButAWholeList() {
    for text in [
      list(target(), type: "amendment"), "<swiss-sanctions-list>\(target())</swiss-sanctions-list>",
      "<other/>", list(""), String(list(target()).dropLast()), list(target()) + "<a/>",
    ] {
      #expect(FTMJSONTests.refusal(text, format: "seco-xml") != "")
    }
  }
}
