import Records
import Testing

@testable import Watchlists

@Suite struct DocumentsCSVTests {
  static let titles = "doc_type,doc_number,issuing_state,status,report_date,number_to\n"
  static let good = "P,NX1234567,NLD,stolen,2026-03-01,\n"

  private func read(_ text: String) throws(WatchlistError) -> Watchlist {
    try WatchlistFile.read(
      format: "documents-csv",
      sources: [WatchlistSource(path: "list.csv", bytes: Array(text.utf8))])
  }

  private func verdict(_ text: String) -> WatchlistCheck {
    do throws(WatchlistError) { return WatchlistCheck(of: try read(text)) } catch {
      return WatchlistCheck(refused: error, format: "documents-csv")
    }
  }

  @Test func countsItsRecords() throws {
    let list = try read(
      "\u{FEFF}# published: 2026-11-20\r\n# Records : 2\r\n\(Self.titles)\(Self.good)"
        + "visa,V7654321,,lost,,\r\n")
    #expect(list.published == PartialDate("2026-11-20"))
    #expect(list.counts.records == 2 && list.counts.documents == 2 && list.counts.names == 0)
    #expect(list.documentCounts?.lastReport == PartialDate("2026-03-01"))
    #expect(list.warnings == ["1 record(s) without a report_date"])
    #expect(WatchlistCheck(of: list).verdict == .accepted)
  }

  @Test func columnsStandInAnyOrder() throws {
    var shown: [ListedPerson] = []
    let text =
      "# records: 1\nstatus,report_date,doc_number,issuing_state,doc_type\n"
      + "STOLEN_BLANK,2026-03-01, nx 12-345 ,d,identity\n"
    _ = try DocumentRows.read(
      WatchlistSource(path: "", bytes: Array(text.utf8)), limits: .standard
    ) { record, number in shown.append(record.listed(number: number())) }
    #expect(
      shown.first?.documents == [
        ListedDocument(type: "nationalId", number: "nx 12-345", issuer: "DEU")
      ])
    #expect(shown.first?.reference == "stolen blank, reported 2026-03-01")
    #expect(shown.first?.names.isEmpty == true && shown.first?.kind == .unknown)
  }

  static let held: [(row: String, reason: String)] = [
    ("P,NX1234567,NLD,missing,2026-03-01,", "status"),
    ("P,NX1234567,NLD,,2026-03-01,", "status"),
    ("boat,NX1234567,NLD,stolen,2026-03-01,", "doc_type"),
    ("P,NX1234567,QQQ,stolen,2026-03-01,", "issuing_state"),
    ("P,NX1234567,NLD,stolen,2026-02-30,", "report_date"),
    ("P,NX1234567,NLD,stolen,01-03-2026,", "report_date"),
    ("P,NX1234567,NLD,stolen,2026-03,", "report_date"),
    ("P,,NLD,stolen,2026-03-01,", "doc_number"),
    ("P,0000000,NLD,stolen,2026-03-01,", "doc_number"),
    ("P,1.23457E+11,NLD,stolen,2026-03-01,", "scientific notation"),
    ("P,\"1,23457E+11\",NLD,stolen,2026-03-01,", "scientific notation"),
    ("P, 1E+11 ,NLD,stolen,2026-03-01,", "scientific notation"),
    ("P,123456789012,NLD,stolen,2026-03-01,1.23457E+11", "scientific notation"),
    // Cyrillic A and V, Arabic-Indic digits.
    ("P,\u{410}\u{412}1234567,NLD,stolen,2026-03-01,", "beyond A-Z"),
    ("P,NX\u{661}\u{662}\u{663}12345,NLD,stolen,2026-03-01,", "beyond A-Z"),
    ("P,NX1234567,NLD,stolen,2026-03-01,NX12345\u{416}9", "beyond A-Z"),
    ("P,NX1234567,NLD,stolen,2026-03-01,NX1234560", "number_to"),
    ("P,NX1234567,NLD,stolen,2026-03-01,NY1234569", "number_to"),
    ("P,N10000000,NLD,stolen,2026-03-01,N20000000", "number_to"),
    ("P,NX1234567,NLD,stolen,2026-03-01,N", "number_to"),
  ]

  @Test(arguments: held) func aRowThatSaysNoDocumentHolds(_ row: String, _ reason: String) {
    let check = verdict("# records: 2\n\(Self.titles)\(Self.good)\(row)\n")
    #expect(check.verdict == .held)
    #expect(check.reasons.count == 1 && check.reasons[0].contains(reason))
    #expect(check.reasons[0].contains("line 4") && check.reasons[0].contains("correct"))
    #expect(!check.reasons[0].contains("NX1") && !check.reasons[0].contains("N1000"))
    #expect(check.counts?.records == 1)
  }

  static let refused: [(text: String, reason: String)] = [
    ("# records: 3\n\(titles)\(good)", "declares 3 records and holds 1"),
    ("# records: 0\n\(titles)\(good)", "declares 0"),
    ("# records: 1\n\(titles)\(good.dropLast())", "line end"),
    ("# records: 1\n\(titles)P,NX1234567,NLD,stolen,2026-03-01\n", "5 columns instead of 6"),
    ("# records: 1\n\(titles)P,\"NX1234567,NLD,stolen,2026-03-01,\n", "quotation mark"),
    ("# records: 1\n\(titles)P,NX\u{FFFD}1234567,NLD,stolen,2026-03-01,\n", "U+FFFD"),
    ("# records: x\n\(titles)\(good)", "declared number"),
    ("# records: 1\n# records: 1\n\(titles)\(good)", "declared number"),
    ("# published: 2026-13-01\n\(titles)\(good)", "date"),
    ("doc_type,doc_number,issuing_state,status\nP,NX1234567,NLD,stolen\n", "report_date"),
    ("doc_type,doc_number,issuing_state,status,report_date,name\n", "unknown title"),
    ("doc_type,doc_number,issuing_state,status,report_date,status\n", "twice"),
    ("# records: 0\n\(titles)", "holds no record"), ("# records: 0\n", "column titles"),
    ("# records: 1\n\(titles)P,,NLD,stolen,2026-03-01,\n", "holds no record"),
  ]

  @Test(arguments: refused) func whatIsNotTheListIsRefused(_ text: String, _ reason: String) {
    let check = verdict(text)
    #expect(check.verdict == .refused)
    #expect(check.reasons.first?.contains(reason) == true, "\(check.reasons)")
    #expect(check.reasons.first?.contains("1234567") == false)
  }

  @Test func aListThatDeclaresNothingIsHeld() {
    let check = verdict(Self.titles + Self.good)
    #expect(check.verdict == .held && check.reasons[0].contains("declared_records"))
  }

  @Test func nothingOfAListThatIsCutIsAccepted() {
    let text =
      "# records: 3\n# published: 2026-11-20\n\(Self.titles)\(Self.good)"
      + "P,AB1000000,BEL,stolen_blank,2025-11-17,AB1000999\n\"I\",\"L01X00T47\",D,lost,2024-06-30,\n"
    let bytes = Array(text.utf8)
    #expect(verdict(text).verdict == .accepted)
    for end in 0..<bytes.count {
      #expect(verdict(String(decoding: bytes[..<end], as: UTF8.self)).verdict != .accepted)
    }
  }

  @Test func whatIsNoLetterMayStandBetweenLetters() throws {
    let rows = ["NX\u{2013}123+4567", "NX\u{A0}1234568", "123E45678"]
    let list = try read(
      "# records: 3\n" + Self.titles + rows.map { "P,\($0),NLD,stolen,2026-03-01,\n" }.joined())
    #expect(list.holds.isEmpty && list.counts.records == 3)
  }

  @Test func anEntryIsStable() throws {
    func entry(_ row: String) throws -> String {
      var entries: [String] = []
      let text = Self.titles + row + "\n"
      _ = try DocumentRows.read(
        WatchlistSource(path: "", bytes: Array(text.utf8)), limits: .standard
      ) { record, number in entries.append(record.listed(number: number()).entry) }
      return try #require(entries.first)
    }
    let known = try entry("P,NX1234567,NLD,stolen,2026-03-01,")
    #expect(try entry("passport,nx-1234567,NLD,lost,2020-01-01,") == known)
    for other in [
      "I,NX1234567,NLD,stolen,2026-03-01,", "P,NX1234567,BEL,stolen,2026-03-01,",
      "P,NX1234568,NLD,stolen,2026-03-01,", "P,NX1234567,NLD,stolen,2026-03-01,NX1234569",
    ] {
      #expect(try entry(other) != known)
    }
    #expect(!known.contains("1234567"))
  }
}
