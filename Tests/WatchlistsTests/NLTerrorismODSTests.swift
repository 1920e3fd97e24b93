import Records
import TestSupport
import Testing
import Watchlists

@Suite struct NLTerrorismODSTests {
  let plain = ["Voorbeeld", "Anna", "", "07-03-1991", "Utrecht", "27-08-2015", "Stcrt 2015, 1"]

  private func person(_ changes: [Int: String]) throws -> ListedPerson {
    var cells = plain
    for (index, text) in changes { cells[index] = text }
    return try #require(
      try SheetBuilder.read(SheetBuilder.ods([SheetBuilder.row(cells)])).entries.first)
  }

  @Test func readsARow() throws {
    let person = try person([:])
    #expect(person.kind == .person)
    #expect(person.names.map(\.full) == ["Anna Voorbeeld"])
    #expect(person.names[0].surname == "Voorbeeld")
    #expect(person.names[0].given == "Anna")
    #expect(person.names[0].script == "Latn")
    #expect(person.birthDates.map(\.interval.from.description) == ["1991-03-07"])
    #expect(person.placesOfBirth == ["Utrecht"])
    #expect(person.listedOn?.description == "2015-08-27")
    #expect(person.reference == "Stcrt 2015, 1")
    #expect(person.entry.hasPrefix("nlt-") && person.entry.count == 16)
  }

  @Test(arguments: [
    "<table:table-cell office:value-type=\"date\" office:date-value=\"1991-03-07\"><text:p>7 mrt 91</text:p></table:table-cell>",
    "<table:table-cell office:value-type=\"date\" office:date-value=\"1991-03-07T00:00:00\"/>",
    "<table:table-cell><text:p><text:span>07</text:span>-03-<text:span>1991</text:span></text:p></table:table-cell>",
    "<table:table-cell office:string-value=\"7-3-1991\" office:value-type=\"string\"/>",
    "<table:table-cell><office:annotation><dc:date>2020</dc:date><text:p>01-01-1950</text:p></office:annotation><text:p>7/3/1991</text:p></table:table-cell>",
  ])
  func readsEveryCellVariant(_ cell: String) throws {
    let person = try person([3: cell])
    #expect(person.birthDates.map(\.interval.from.description) == ["1991-03-07"])
    #expect(person.birthDates.allSatisfy { $0.interval.isSingleDay })
    // The type of the cell is no part of the id.
    #expect(try person.entry == self.person([:]).entry)
  }

  @Test func readsAYearTypedAsANumber() throws {
    let cell = "<table:table-cell office:value-type=\"float\" office:value=\"1985\"/>"
    let person = try person([3: cell])
    #expect(person.birthDates.map(\.interval.to.description) == ["1985-12-31"])
  }

  @Test(arguments: [
    ("Abu A; Abu B", ["Abu A", "Abu B"]),
    ("\"Abu A\" / Abu B", ["Abu A", "Abu B"]),
    ("Abu<text:s/>A<text:line-break/>Abu<text:s text:c=\"3\"/>B", ["Abu A", "Abu B"]),
    ("Abu A</text:p><text:p>Abu B", ["Abu A", "Abu B"]),
    ("Abu\n  A", ["Abu A"]),
    ("n/a", []),
    ("Anna Voorbeeld; Abu&#160;A; Abu A", ["Abu A"]),
  ])
  func splitsAliases(_ text: String, _ aliases: [String]) throws {
    let person = try person([2: text])
    #expect(person.names.dropFirst().map(\.full) == aliases)
    #expect(person.names.dropFirst().allSatisfy { $0.type == .alias })
  }

  @Test(arguments: [
    (
      "<text:a xlink:href=\"https://x.nl/stcrt-2016-90004.html\">Stcrt 1</text:a>",
      "Stcrt 2016, 90004"
    ),
    ("Stcrt. 2017, nr. 55", "Stcrt 2017, 55"),
    ("Stcrt 64067", "Stcrt 64067"),
    ("link", nil),
  ])
  func readsTheReference(_ text: String, _ reference: String?) throws {
    #expect(try person([6: text]).reference == reference)
  }

  @Test func tellsOrganisationsFromPersons() throws {
    #expect(try person([1: "", 3: "founded in 2018"]).kind == .organisation)
    #expect(try person([1: "n/a", 3: "n/a"]).kind == .organisation)
    #expect(try person([1: ""]).kind == .person)
    #expect(try person([3: "n/a"]).kind == .person)
  }

  @Test func takesEqualRowsAsOneRecordAndTellsSo() throws {
    let row = SheetBuilder.row(plain, attributes: "table:number-rows-repeated=\"3\"")
    let list = try SheetBuilder.read(SheetBuilder.ods([row, SheetBuilder.row(plain)]))
    #expect(list.entries.count == 1)
    #expect(list.warnings == ["3 row(s) equal another one and were taken as one record"])
  }

  @Test func givesRowsOfTheSameKeyDifferentIds() throws {
    var other = plain
    other[4] = "Zwolle"
    let list = try SheetBuilder.read(
      SheetBuilder.ods([SheetBuilder.row(plain), SheetBuilder.row(other)]))
    #expect(list.entries[1].entry == list.entries[0].entry + "-2")
  }

  @Test func readsRowsInGroupsAfterGapsAndColumnsInAnyOrder() throws {
    let header = SheetBuilder.header.reversed().map { $0.uppercased() }
    let row = SheetBuilder.row(plain.reversed())
    let gap = SheetBuilder.row([], attributes: "table:number-rows-repeated=\"1000\"")
    let rows =
      "<table:table-header-rows>\(SheetBuilder.row(Array(header)))</table:table-header-rows>"
      + "<table:table-row-group><table:table-row-group>\(gap)\(row)</table:table-row-group></table:table-row-group>"
    let list = try SheetBuilder.read(SheetBuilder.ods(content: SheetBuilder.content(rows)))
    #expect(list.entries.map { $0.names[0].full } == ["Anna Voorbeeld"])
    #expect(list.holds.isEmpty)
  }

  @Test func repeatsEqualNeighbours() throws {
    let neighbours =
      "<table:table-cell table:number-columns-repeated=\"2\"><text:p>n/a</text:p></table:table-cell>"
    let cells = ["Voorbeeld", "Anna", "", neighbours, "27-08-2015"]
    let list = try SheetBuilder.read(SheetBuilder.ods([SheetBuilder.row(cells)]))
    #expect(list.entries[0].birthDates.isEmpty)
    #expect(list.entries[0].placesOfBirth.isEmpty)
    #expect(list.entries[0].listedOn?.description == "2015-08-27")
  }

  @Test func countsCoveredCellsAsColumns() throws {
    let cells = [
      "Voorbeeld", "Anna",
      "<table:covered-table-cell><text:p>no</text:p></table:covered-table-cell>", "1985",
    ]
    let list = try SheetBuilder.read(SheetBuilder.ods([SheetBuilder.row(cells)]))
    #expect(list.entries[0].names.count == 1)
    #expect(list.entries[0].birthDates.count == 1)
  }

  @Test func holdsALostColumnAndARowWithoutName() throws {
    let row = SheetBuilder.row(["", "", "Abu A", "1985", "Gouda", "27-08-2015", "x"])
    let list = try SheetBuilder.read(SheetBuilder.ods([SheetBuilder.row(plain), row]))
    #expect(list.holds == ["1 row(s) without a name, the first is row 4"])
    var header = SheetBuilder.header
    header[6] = "Something"
    let drifted = try SheetBuilder.read(SheetBuilder.ods([SheetBuilder.row(plain)], header: header))
    #expect(drifted.holds.count == 1 && drifted.warnings.count == 1)
  }

  @Test func countsDatesThatCannotBeRead() throws {
    let rows = [(3, "30-02-1990"), (3, "unclear")].map { index, text in
      var cells = plain
      cells[index] = text
      return SheetBuilder.row(cells)
    }
    let list = try SheetBuilder.read(SheetBuilder.ods(rows))
    #expect(list.entries.allSatisfy { $0.birthDates.isEmpty })
    #expect(list.warnings.count == 2)
  }

  @Test func refusesHostileSheets() {
    let row = SheetBuilder.row(plain)
    func refusal(_ rows: String) -> String {
      SheetBuilder.refusal(SheetBuilder.ods([row, rows]))
    }
    let many = SheetBuilder.row(
      plain.map { $0 + "x" }, attributes: "table:number-rows-repeated=\"301\"")
    #expect(refusal(many).contains("repeated 301 times"))
    #expect(refusal(SheetBuilder.row(plain, attributes: "table:number-rows-repeated=\"-1\"")) != "")
    #expect(
      refusal(SheetBuilder.row([String(repeating: "a", count: 70_000)])).contains("longer than"))
    #expect(refusal(SheetBuilder.row(["M\u{FFFD}ller", "A"])).contains("U+FFFD"))
    #expect(refusal(SheetBuilder.row(["&b;"])) != "")
    let wide =
      "<table:table-cell table:number-columns-repeated=\"2000000000\"><text:p>a</text:p></table:table-cell>"
    #expect(refusal(SheetBuilder.row(["A", "B", wide])) == "")
  }

  @Test func refusesWhatIsNotTheList() {
    let doctype = SheetBuilder.content("", before: "<!DOCTYPE a [<!ENTITY b 'c'>]>")
    #expect(SheetBuilder.refusal(SheetBuilder.ods(content: doctype)).contains("document type"))
    #expect(SheetBuilder.refusal(SheetBuilder.ods([])).contains("holds no record"))
    #expect(SheetBuilder.refusal(SheetBuilder.ods([], header: ["a", "b", "c", "d"])) != "")
    let text = StoredZip.make([("mimetype", Array("application/zip".utf8)), ("content.xml", [])])
    #expect(SheetBuilder.refusal(text).contains("mimetype"))
    let twice = SheetBuilder.header + ["Alias"]
    let row = SheetBuilder.row(plain)
    #expect(SheetBuilder.refusal(SheetBuilder.ods([row], header: twice)).contains("twice"))
    let lost = ["Alias", "Place of Birth", "Surname", "Link bekendmaking", "Geboortedatum"]
    #expect(SheetBuilder.refusal(SheetBuilder.ods([row], header: lost)).contains("First name(s)"))
  }

  @Test func refusesAFileBrokenOffAtAnyByte() {
    let ods = SheetBuilder.ods([SheetBuilder.row(plain)])
    #expect(SheetBuilder.refusal(ods) == "")
    for count in ods.indices {
      #expect(SheetBuilder.refusal(Array(ods[..<count])) != "", "cut at \(count)")
    }
  }

  /// The same, of content in an intact zip.
  @Test func refusesContentBrokenOffAtAnyByte() {
    let content = SheetBuilder.content(
      SheetBuilder.row(SheetBuilder.header) + SheetBuilder.row(plain))
    for count in stride(from: 0, to: content.utf8.count, by: 3) {
      let cut = String(decoding: Array(content.utf8)[..<count], as: UTF8.self)
      #expect(SheetBuilder.refusal(SheetBuilder.ods(content: cut)) != "", "cut at \(count)")
    }
  }
}
