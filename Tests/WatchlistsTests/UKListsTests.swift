import Foundation
import Records
import TestSupport
import Testing
import Watchlists

/// What is odd in the lists of the United Kingdom, in variations of the samples.
@Suite struct UKListsTests {
  private static func sample(_ path: String) -> [UInt8] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return (try? [UInt8](Data(contentsOf: root.appending(path: "samples/lists/\(path)")))) ?? []
  }

  private static let conList = sample("uk-conlist-csv/ConList.csv")
  private static let csv = sample("uk-sanctions-csv/UK-Sanctions-List.csv")
  private static let xml = sample("uk-sanctions-xml/UK-Sanctions-List.xml")

  private func check(_ format: String, _ bytes: [UInt8]) -> (WatchlistCheck, [ListedPerson]) {
    do {
      let list = try WatchlistFile.read(
        format: format, sources: [WatchlistSource(path: "uk", bytes: bytes)])
      return (WatchlistCheck(of: list), list.entries)
    } catch {
      return (WatchlistCheck(refused: error, format: format), [])
    }
  }

  private func changed(_ bytes: [UInt8], _ old: String, _ new: String) -> [UInt8] {
    #expect(bytes.firstRange(of: Array(old.utf8)) != nil)
    return bytes.replacing(Array(old.utf8), with: Array(new.utf8))
  }

  @Test(arguments: [
    ("Prime Alias", "Perhaps"), (",Individual,", ",Aircraft,"), ("Last Updated,27/04/2020\n", ""),
    ("27/04/2020", "someday"), ("VERZINSEL,Oto", "???,Oto"), (",99002\n", ",\n"),
  ])
  func holdsTables(_ old: String, _ new: String) {
    let verdict = check("uk-conlist-csv", changed(Self.conList, old, new)).0.verdict
    // A first line that is no date is no such list.
    #expect(verdict == (new == "someday" ? .refused : .held), "\(new)")
  }

  @Test(arguments: [
    ("Group Type,", "Kind,"), ("Name 6,", "Name 1,"), (",99002\n", ",99002,\n"),
    (",99002\n", ",\"99002\n"), ("NERGENS", "N\u{FFFD}RGENS"), ("NERGENS", "N\u{1}RGENS"),
    // In UTF-8, among lines in Windows-1252.
    ("NERGENS", "NÉRGENS"),
  ])
  func refusesTables(_ old: String, _ new: String) {
    #expect(
      check("uk-conlist-csv", changed(Self.conList, old, new)).0.verdict == .refused, "\(new)")
  }

  @Test func readsWindows1252OnlyInOldTables() {
    #expect(check("uk-conlist-csv", Self.conList).1[2].names.map(\.full) == ["ÉLSEWHERE"])
    let bytes = Self.csv.replacing(Array("Otto,".utf8), with: [0xD6] + Array("tto,".utf8))
    #expect(check("uk-sanctions-csv", bytes).0.verdict == .refused)
  }

  @Test(arguments: [
    ("<IndividualEntityShip>Ship<", "<IndividualEntityShip>Balloon<"),
    ("<AliasStrength>Low", "<AliasStrength>Medium"), ("<NameType>ALias", "<NameType>Pet name"),
    ("<DateGenerated>21/09/2026", "<DateGenerated>someday"), ("NRG0002", "NRG0001"),
    ("<UniqueID>NRG0002</UniqueID>", ""), ("Отто Верзинсел", "???? ?????????"),
  ])
  func holdsXML(_ old: String, _ new: String) {
    #expect(check("uk-sanctions-xml", changed(Self.xml, old, new)).0.verdict == .held, "\(new)")
  }

  @Test func joinsRowsInAnyOrder() {
    let lines = String(decoding: Self.conList, as: Unicode.ASCII.self).split(separator: "\n")
    #expect(lines.count == 7)
    let records = check("uk-conlist-csv", Self.conList).1
    #expect(records[0].names.map(\.type) == [.primary, .alias])
    #expect(records[0].birthDates.count == 2)
  }

  // MARK: Workbooks

  private static let titles = [
    "Name 6", "Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "DOB", "Town of Birth",
    "Country of Birth", "Nationality", "Passport Details", "NI Number", "Other Information",
    "Group Type", "Alias Type", "Regime", "Listed On", "Group ID",
  ]
  private static let row = [
    "VERZINSEL", "Otto", "", "", "", "", "00/00/1975", "", "", "", "", "", "", "Individual",
    "Prime Alias", "Nergensland", "24/04/2002", "99001",
  ]

  private static func cells(_ row: [String], _ number: Int) -> String {
    let cells = row.enumerated().map { index, text in
      text.isEmpty
        ? ""
        : "<c r=\"\(Character(Unicode.Scalar(UInt8(65 + index))))\(number)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }
    return "<row r=\"\(number)\">\(cells.joined())</row>"
  }

  private static func workbook(_ rows: String, sheet: String = "worksheets/sheet1.xml") -> [UInt8] {
    StoredZip.make(
      [
        (
          "xl/workbook.xml",
          "<workbook xmlns:r=\"urn:r\"><sheets><sheet r:id=\"a\"/></sheets></workbook>"
        ),
        (
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"a\" Target=\"\(sheet)\"/></Relationships>"
        ),
        ("xl/worksheets/sheet1.xml", "<worksheet><sheetData>\(rows)</sheetData></worksheet>"),
      ].map { ($0.0, Array($0.1.utf8)) })
  }

  private static let head = cells(["Last Updated", "12/02/2016"], 1) + cells(titles, 2)

  @Test func readsInlineTextsAndNumbers() {
    let number =
      "<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><r><t>VER</t></r><r><t>ZIN</t></r></is></c>"
      + "<c r=\"N4\" t=\"str\"><v>Entity</v></c><c r=\"R4\"><v>99002</v></c></row>"
    let (check, entries) = check(
      "uk-conlist-xlsx", Self.workbook(Self.head + Self.cells(Self.row, 3) + number))
    #expect(check.verdict == .accepted)
    #expect(entries.map(\.entry) == ["99001", "99002"])
    #expect(entries.map(\.names[0].full) == ["Otto VERZINSEL", "VERZIN"])
  }

  @Test(arguments: [
    "<row r=\"4\"><c r=\"B4\" t=\"str\"><v>a</v></c><c r=\"A4\" t=\"str\"><v>a</v></c></row>",
    "<row r=\"4\"><c r=\"A4\" t=\"s\"><v>7</v></c></row>",
    "<row r=\"4\"><c r=\"A4\" t=\"e\"><v>#REF!</v></c></row>",
    "<row r=\"4\"><c r=\"ZZZ4\" t=\"str\"><v>a</v></c></row>",
  ])
  func refusesWorkbooks(_ row: String) {
    let bytes = Self.workbook(Self.head + Self.cells(Self.row, 3) + row)
    #expect(check("uk-conlist-xlsx", bytes).0.verdict == .refused)
  }

  @Test func refusesAWorkbookWithoutItsSheet() {
    let bytes = Self.workbook(Self.head + Self.cells(Self.row, 3), sheet: "other.xml")
    #expect(check("uk-conlist-xlsx", bytes).0.verdict == .refused)
  }
}
