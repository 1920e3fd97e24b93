import Records
import Testing

@testable import Watchlists

@Suite struct DocumentNumbersTests {
  @Test(arguments: [
    ("P0000001", ["P0000001"]), ("D 000001 (Afghan). Issued on 9 Jan 1997", ["D 000001"]),
    ("French passport number 05XX000001", ["05XX000001"]), ("403000001 (US)", ["403000001"]),
    ("(1) 28000001 (2) 900002", ["28000001", "900002"]),
    ("Russian passport number 8200 No. 000001", ["8200 000001"]),
    ("96 03 000001, issued on 1 June 2003", ["96 03 000001"]),
    ("TR-P 614 001 (Turkish). Issued in 2006", ["TR-P 614 001"]),
    ("Tunisia number. Issued on 16 Nov. 1989.", []), ("Uganda Passport.", []),
    ("(2) (Egypt). Issued 1993.", []), ("born on 22 Aug. 1973", []),
    ("R00000001, South Sudan", ["R00000001"]),
    ("700000001. 700000002", ["700000001", "700000002"]),
    ("Passport no.210000001 (issued 27.07.2010 expires 27.07.2020", ["210000001"]),
    (
      "Passport Number 010000001, issue number 002-15-L000001, date of issue 14 July 2015",
      ["010000001"]
    ),
    ("Laissez-passer no. N°235/ABC/DEF", ["235/ABC/DEF"]),
    ("12/ABCDEF(N)000001", ["12/ABCDEF(N)000001"]),
    ("German travel document (“Reiseausweis”) A 0000001", ["A 0000001"]),
    ("a) Voter ID 73000001 b) Student ID 2000002", ["73000001", "2000002"]),
    (
      "Passport No: 472000001 (expires: 21.2.2017 ),836000002 (diplomatic)",
      ["472000001", "836000002"]
    ),
    ("(A0000001)", ["A0000001"]), ("BPA 1330000001", ["1330000001"]), ("21.2.2017", []),
    (
      "Certificate of Nationality No. 300001. National ID No. 100-3000002-9",
      ["300001", "100-3000002-9"]
    ),
    ("35000- 4000001-7", ["35000- 4000001-7"]), ("", []),
    ("A1230001 and B2340001", ["A1230001", "B2340001"]),
    ("A1230001, B2340001 & C3450001", ["A1230001", "B2340001", "C3450001"]),
    ("A1230001 / B2340001 or C3450001", ["A1230001", "B2340001", "C3450001"]),
    ("A1230001 issued 2010, B2340001 issued 2015", ["A1230001", "B2340001"]),
  ])
  func findsNumbersInProse(_ text: String, _ numbers: [String]) {
    #expect(DocumentNumbers(text).found.map(\.number) == numbers)
  }

  @Test(arguments: [
    ("Saudi Arabian national identity number 1000001", "SAU", ListedDocumentType.nationalId),
    ("Counterfeit Danish driving licence number 20000001", "DNK", .other),
    ("German travel document A 0000001", "DEU", .travel), ("Libya B/000001", "LBY", nil),
    ("Passport No: 590001 (Qatari passport issued on 3 May 2007)", "QAT", .passport),
    ("R00000001, South Sudan", "SSD", nil), ("No. 300001", nil, nil),
    ("ID 300001 in India", nil, nil),
    ("United Kingdom of Great Britain and Northern Ireland 090000001", "GBR", nil),
  ])
  func saysWhoIssuedWhat(_ text: String, _ issuer: String?, _ type: ListedDocumentType?) throws {
    let found = try #require(DocumentNumbers(text).found.first)
    #expect(found.issuer.flatMap { CountryNames.alpha3($0) } == issuer)
    #expect(found.type == type)
  }

  @Test(arguments: [
    ("(1) Germany. (2) Morocco", ["Germany", "Morocco"]), ("1) A 2) B", ["A", "B"]),
    ("(1) Germany (b) Algeria", ["Germany", "Algeria"]), ("Germany", ["Germany"]),
    ("(1) 20000001 (2) -", ["20000001", ""]), ("A Sabet b) M. Sabet", ["A Sabet", "M. Sabet"]),
    ("No a) X b) Y", ["No", "X", "Y"]), ("Nergensk (76)", ["Nergensk (76)"]),
    ("III (third)", ["III (third)"]), ("(1) John A. (2) B Jr.", ["John A.", "B Jr."]),
    ("12/ABC(1)2", ["12/ABC(1)2"]), ("", [""]),
  ])
  func takesCellsApart(_ text: String, _ parts: [String]) {
    #expect(EnumeratedCell.parts(text) == parts)
  }

  @Test(arguments: [
    ("(1) Germany. (2) Morocco", ["DEU", "MAR"]), ("Syrian, Turkish", ["SYR", "TUR"]),
    ("Bosnia and Herzegovina", ["BIH"]), ("DRC and Belgian nationalities", ["COD", "BEL"]),
    ("Bahrain (citizenship revoked in Jan. 2015)", []), ("Possibly Ethiopian", []),
    ("Indonesia (as at Dec. 2003)", ["IDN"]), ("Sudanese by birth", ["SDN"]),
    ("USSR (until 1991)", ["SUN"]), ("Congo (Democratic Republic)", ["COD"]),
    ("Iranian national and US national/citizen", ["IRN", "USA"]),
  ])
  func readsNationalities(_ cell: String, _ countries: [String]) {
    var builder = RecordBuilder(entry: "1", kind: .person)
    var findings = ListFindings()
    builder.addNationalities(cell, &findings)
    #expect(builder.person.nationalities == countries)
    #expect(findings.warningSentences().isEmpty != countries.isEmpty || countries.count == 2)
  }

  @Test func readsARangeWithinOneYear() {
    let dates = DayFirstDates("Between Aug. and Sep. 1977").dates
    #expect(dates.map { "\($0.interval.from)..\($0.interval.to)" } == ["1977-08-01..1977-09-30"])
  }
}
