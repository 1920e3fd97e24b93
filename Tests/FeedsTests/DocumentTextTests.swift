import Records
import Testing

@testable import Feeds

@Suite struct DocumentTextTests {
  /// The fields of a DOCS text, in one line.
  private func docs(_ text: String) -> String? {
    var reader = DocumentText()
    let bytes = Array(text.utf8)
    guard let fields = reader.readDOCS(bytes.span) else { return nil }
    return line(fields, reader, bytes)
  }

  private func line(
    _ fields: DocumentText.Fields, _ reader: DocumentText, _ bytes: [UInt8]
  ) -> String {
    func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    let names = ([fields.surname] + reader.given).map(part).joined(separator: "|")
    let codes = [fields.type, fields.issuer, fields.number, fields.nationality, fields.birth]
    return codes.map(part).joined(separator: ",") + "," + fields.gender.label
      + (fields.isInfant ? "I" : "") + "," + part(fields.expiry) + "," + names
  }

  @Test(arguments: [
    (
      "/P/GBR/91/GBR/12JUL64/M/05JUL26/DOE/JOHN/WAYNE",
      "P,GBR,91,GBR,12JUL64,M,05JUL26,DOE|JOHN|WAYNE"
    ),
    (
      "/P/GBR/91/GBR/12JUL64/M/05JUL26/DOE/JOHN/WAYNE/H",
      "P,GBR,91,GBR,12JUL64,M,05JUL26,DOE|JOHN|WAYNE"
    ),
    ("//USA/44//02JUN70/F/18MAY22/DOE/JANE", ",USA,44,,02JUN70,F,18MAY22,DOE|JANE"),
    ("/////14JUL71/M//DOE/JOHN", ",,,,14JUL71,M,,DOE|JOHN"),
    ("//P/P0026/14JUL71/M/28MAY23/DOE/JOHN", "P,,P0026,,14JUL71,M,28MAY23,DOE|JOHN"),
    ("P/GBR/91/GBR/12JUL64/FI/05JUL26/DOE/ANN", "P,GBR,91,GBR,12JUL64,FI,05JUL26,DOE|ANN"),
    (
      "/P/GBR/91/GBR/12JUL64/M/05JUL26/DOE/JOHN-1DOE/JOHN",
      "P,GBR,91,GBR,12JUL64,M,05JUL26,DOE|JOHN"
    ),
    (
      "/P/GBR/91/GBR/12JUL64/M/05JUL26/DOE/JOHN-DOE/JOHN", "P,GBR,91,GBR,12JUL64,M,05JUL26,DOE|JOHN"
    ),
    (
      "/P/GBR/91/GBR/12JUL64/M/05JUL26/DOE/ANNE-MARIE/LOUISE",
      "P,GBR,91,GBR,12JUL64,M,05JUL26,DOE|ANNE-MARIE|LOUISE"
    ),
    ("/P/GBR/91/GBR///05JUL26/DOE/JOHN", "P,GBR,91,GBR,,,05JUL26,DOE|JOHN"),
    // Gender, expiry, nationality or birth date left out with their slash.
    ("/P/GBR/91/GBR/12JUL64/05JUL26/DOE/JOHN", "P,GBR,91,GBR,12JUL64,,05JUL26,DOE|JOHN"),
    ("/P/GBR/91/GBR/12JUL64/M/DOE/JOHN", "P,GBR,91,GBR,12JUL64,M,,DOE|JOHN"),
    ("/P/GBR/P9144/12JUL64//05JUL26/DOE/JOHN", "P,GBR,P9144,,12JUL64,,05JUL26,DOE|JOHN"),
    ("/P/GBR/91/GBR/DOE/JOHN", "P,GBR,91,GBR,,,,DOE|JOHN"),
    (
      "/P/GBR/91/GBR/12JUL64/M/05JUL26/DOE/JOHN-ROE/ANN 1.1",
      "P,GBR,91,GBR,12JUL64,M,05JUL26,DOE|JOHN"
    ),
  ]) func identity(text: String, expected: String) {
    #expect(docs(text) == expected)
  }

  @Test func textWithoutFieldsIsNone() { #expect(docs("UNKNOWN") == nil) }

  @Test(arguments: [
    "DOE/BABY 20SEP12", "DOE/BABY/20SEP12", "20SEP12 DOE/BABY", "DOE/BABY 20SEP12 OCCUPYING SEAT",
    "/DOE/BABY 20SEP12-1DOE/JANE",
  ]) func infant(text: String) {
    var reader = DocumentText()
    let bytes = Array(text.utf8)
    let fields = reader.readINFT(bytes.span)
    #expect(
      fields.map { line($0, reader, bytes) }?.hasSuffix("I,,DOE|BABY") == true
        || fields.map { line($0, reader, bytes) }?.contains(",DOE|BABY") == true)
  }

  @Test(arguments: [
    ("20SEP12", 2026, "2012-09-20"), ("01JAN38", 2026, "1938-01-01"),
    ("28NOV26", 2026, "2026-11-28"),
    ("29NOV26", 2026, "1926-11-29"), ("1JAN1980", 2026, "1980-01-01"), ("00JAN80", 2026, "1980-01"),
  ]) func birthYears(text: String, year: Int, expected: String) {
    let bytes = Array(text.utf8)
    let flight = PartialDate(year: year, month: 11, day: 28)
    let reading = DateReader.withMonthName(bytes.span, 0..<bytes.count, reference: flight, .birth)
    #expect(reading.value?.description == expected)
  }

  @Test(arguments: ["31FEB80", "12XXX80", "JAN80", "1234567"]) func impossibleDates(text: String) {
    let bytes = Array(text.utf8)
    #expect(
      DateReader.withMonthName(bytes.span, 0..<bytes.count, reference: nil, .birth) == .impossible)
  }

  @Test(arguments: [
    ("640217", "1964-02-17"), ("19640217", "1964-02-17"), ("19640200", "1964-02"),
  ]) func numericBirthDates(text: String, expected: String) {
    let bytes = Array(text.utf8)
    let flight = PartialDate(year: 2026, month: 11, day: 28)
    #expect(
      DateReader.yearFirst(bytes.span, 0..<bytes.count, reference: flight, .birth).value?
        .description == expected)
  }
}
