import Records
import Testing

@testable import Watchlists

@Suite struct EUFSFTests {
  private func xml(_ entity: String, root: String = "") -> WatchlistSource {
    let text =
      "<export xmlns=\"http://eu.europa.ec/fpi/fsd/export\" generationDate=\"2026-09-15T18:40:51.758+02:00\""
      + "\(root)>\(entity)</export>"
    return WatchlistSource(path: "x.xml", bytes: Array(text.utf8))
  }

  private func read(_ entity: String) throws -> Watchlist {
    try WatchlistFile.read(format: "eu-fsf-xml", sources: [xml(entity)])
  }

  private func person(_ content: String, _ attributes: String = "") -> String {
    "<sanctionEntity logicalId=\"1\" \(attributes)><subjectType code=\"person\"/>"
      + "<nameAlias wholeName=\"Abu Denkbeeld\" strong=\"true\"/>\(content)</sanctionEntity>"
  }

  @Test func theMainNameNeedNotBeTheFirst() throws {
    let list = try read(
      person(
        "<nameAlias firstName=\"Igor\" lastName=\"Verzonnov\" strong=\"true\" logicalId=\"9\"/>"
          + "<nameAlias firstName=\"I\" lastName=\"Verzonnov\" strong=\"false\" logicalId=\"1\"/>"
          + "<nameAlias wholeName=\"\" firstName=\"\"/>"))
    let names = list.entries[0].names
    #expect(names.map(\.full) == ["Igor Verzonnov", "Abu Denkbeeld", "I Verzonnov"])
    #expect(names.map(\.type) == [.primary, .alias, .alias])
    #expect(names.map(\.quality) == [.strong, .strong, .weak])
  }

  @Test(arguments: [
    ("year=\"1970\" circa=\"true\"", "1970-01-01", "1970-12-31", true),
    ("year=\"1970\" monthOfYear=\"2\"", "1970-02-01", "1970-02-28", false),
    ("year=\"1970\" dayOfMonth=\"2\"", "1970-01-01", "1970-12-31", false),
    ("yearRangeFrom=\"1970\" yearRangeTo=\"1972\"", "1970-01-01", "1972-12-31", false),
    ("birthdate=\"1970-02-03\" year=\"1970\"", "1970-02-03", "1970-02-03", false),
  ])
  func datesOfBirth(_ birth: String, _ from: String, _ to: String, _ circa: Bool) throws {
    let found = try read(person("<birthdate \(birth)/>")).entries[0].birthDates
    #expect(found.count == 1)
    #expect(found.first?.interval.from == PartialDate(from))
    #expect(found.first?.interval.to == PartialDate(to))
    #expect(found.first?.approximate == circa)
  }

  @Test(arguments: [
    "year=\"1402\" calendarType=\"ISLAMIC\"", "birthdate=\"1970-02-30\"", "yearRangeFrom=\"1970\"",
    "year=\"1970\" monthOfYear=\"13\"",
  ])
  func datesThatSayNothingAreCounted(_ birth: String) throws {
    let list = try read(person("<birthdate \(birth)/>"))
    #expect(list.entries[0].birthDates.isEmpty)
    #expect(list.warnings.count == 1)
  }

  @Test(arguments: [
    ("75 1234567", ["75 1234567"]), ("(1) 28642163 (2) 95424299", ["28642163", "95424299"]),
    ("passport number 05AT521433", ["05AT521433"]),
  ])
  func numbersAreTakenOutOfProse(_ text: String, _ numbers: [String]) throws {
    let list = try read(
      person("<identification number=\"\(text)\" identificationTypeCode=\"passport\"/>"))
    #expect(list.entries[0].documents.map(\.number) == numbers)
    #expect(list.entries[0].documents.allSatisfy { $0.type == "passport" })
  }

  @Test func aPlaceIsNoDate() throws {
    let list = try read(person("<birthdate city=\"Nergensk\" circa=\"false\"/>"))
    #expect(list.entries[0].placesOfBirth == ["Nergensk"])
    #expect(list.warnings.isEmpty)
  }

  @Test func thoseDelistedByTheDateOfTheFileAreLeftOut() throws {
    let later = person("").replacing("logicalId=\"1\"", with: "logicalId=\"2\"")
    let list = try read(person("", "delistingDate=\"2026-09-15\"") + later)
    #expect(list.entries.map(\.entry) == ["2"])
    #expect(list.warnings.count == 1)
    #expect(try read(person("", "delistingDate=\"2026-09-16\"")).entries.count == 1)
  }

  @Test(arguments: [("person", "E"), ("enterprise", "P")])
  func aPersonWhoIsCalledAnEnterpriseIsScreened(_ code: String, _ other: String) throws {
    let entity = person("").replacing(
      "code=\"person\"", with: "code=\"\(code)\" classificationCode=\"\(other)\"")
    #expect(try read(entity).entries[0].kind == .person)
  }

  @Test(arguments: [
    ("code=\"person\"", "code=\"robot\""), ("strong=\"true\"", "strong=\"maybe\""),
  ])
  func unknownValuesAreHeld(_ old: String, _ new: String) throws {
    let list = try read(person("").replacing(old, with: new))
    #expect(WatchlistCheck(of: list).verdict == .held)
  }

  @Test func otherVersionsAreRefused() {
    let old = WatchlistSource(path: "x", bytes: Array("<WHOLE Date=\"1\"><ENTITY/></WHOLE>".utf8))
    #expect(throws: WatchlistError.self) {
      try WatchlistFile.read(format: "eu-fsf-xml", sources: [old])
    }
  }

  // MARK: The table

  private static let titles =
    "fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_SubjectType;NameAlias_LastName;"
    + "NameAlias_FirstName;NameAlias_MiddleName;NameAlias_WholeName;BirthDate_BirthDate;BirthDate_Year;"
    + "Identification_Number;Citizenship_CountryIso2Code"

  /// Columns of the publisher's table that say something of a person.
  private static let further = [
    "Entity_UnitedNationId", "Entity_DesignationDate", "Entity_SubjectType_ClassificationCode",
    "Entity_Regulation_Programme", "NameAlias_Gender", "BirthDate_Day", "BirthDate_Month",
    "BirthDate_YearRangeFrom", "BirthDate_YearRangeTo", "BirthDate_Circa", "BirthDate_CalendarType",
    "BirthDate_Region", "BirthDate_Place", "BirthDate_City",
  ]

  @Test(arguments: [nil] + further)
  func aColumnThatIsGoneIsHeld(_ gone: String?) throws {
    let further = Self.further.filter { $0 != gone }
    let list = try csv(
      Self.titles + ";" + further.joined(separator: ";")
        + "\n15/09/2026;1;EU.1.1;P;Bedacht;Anna;;;;;;"
        + String(repeating: ";", count: further.count) + "\n")
    #expect(
      list.holds
        == (gone.map { ["column \"\($0.lowercased())\" is missing; fetch the list again"] } ?? []))
  }

  private func csv(_ text: String) throws -> Watchlist {
    let source = WatchlistSource(path: "x.csv", bytes: Array(text.utf8))
    return try WatchlistFile.read(format: "eu-fsf-csv", sources: [source])
  }

  @Test func columnsAreFoundByTheirTitles() throws {
    let rows = [
      "15/09/2026;1;EU.1.1;P;Bedacht;Anna;;;;;;", "15/09/2026;1;EU.1.1;P;;;;;1970-02-03;;;",
      "15/09/2026;1;EU.1.1;P;;;;;;;A1234567;NL",
    ]
    let blanks = String(repeating: ";", count: Self.further.count)
    let titles = Self.titles + ";" + Self.further.joined(separator: ";")
    let table = ([titles] + rows.map { $0 + blanks }).map {
      $0.split(separator: ";", omittingEmptySubsequences: false)
    }
    let turned = table.map { $0.reversed().joined(separator: ";") + "\n" }.joined()
    let straight = table.map { $0.joined(separator: ";") + "\n" }.joined()
    for text in [straight, turned] {
      let list = try csv(text)
      #expect(list.published == PartialDate("2026-09-15"))
      #expect(list.entries.map(\.names[0].full) == ["Anna Bedacht"])
      #expect(list.entries[0].birthDates.count == 1 && list.entries[0].documents.count == 1)
      #expect(list.entries[0].nationalities == ["NLD"])
      #expect(WatchlistCheck(of: list).verdict == .accepted)
    }
  }

  @Test(arguments: [
    titles.replacing("BirthDate_Year", with: "Birth_Year") + "\n", titles + ";BirthDate_Year\n",
    titles + "\n15/09/2026;1;EU.1.1;P;Bedacht;Anna;;;;;\n",
    titles + "\n15/09/2026;1;EU.1.1;P;Bedacht;Anna;;;;;;",
    titles + "\n15/09/2026;1;E;P;A;;;;;;;\n15/09/2026;2;E;P;B;;;;;;;\n15/09/2026;1;E;P;C;;;;;;;\n",
    titles + "\n",
  ])
  func damagedTablesAreRefused(_ text: String) {
    #expect(throws: WatchlistError.self) { try csv(text) }
  }
}
