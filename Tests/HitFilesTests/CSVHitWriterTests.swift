import Testing

@testable import HitFiles

struct CSVHitWriterTests {
  private func rows(_ hits: [Hit]) -> String {
    let writer = CSVHitWriter()
    var bytes = writer.header
    for hit in hits { writer.write(hit, into: &bytes) }
    return String(decoding: bytes + writer.footer, as: UTF8.self)
  }

  @Test func hasOneRowPerHitBelowTheHeader() {
    let hit = SampleMatch().hit
    let lines = rows([hit, hit]).split(separator: "\r\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("id,band,score,surname,given,birth_date"))
    #expect(lines[1].hasPrefix("\(hit.id),strong,0.970000,EL AMRANI,MOHAMED,1986-03-01,M,NLD"))
    #expect(lines[1].contains(",P:NX1234567:NLD,"))
    // A negative weight of ours stays a number.
    #expect(lines[1].contains(",conflict,-3.05,"))
  }

  @Test(arguments: [
    "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", " =1", "\u{A0}=1", "\u{FF1D}1", "\u{FF20}A",
  ])
  func letsNoSpreadsheetRunAName(_ text: String) {
    #expect(CSVHitWriter.harmless(text) == "'" + text)
    var hit = SampleMatch().hit
    hit.passenger.surname = text
    #expect(!rows([hit]).contains(",\(text)"))
    #expect(rows([hit]).contains("'\(text)"))
  }

  @Test func quotesCommasQuotesAndLineBreaks() {
    var hit = SampleMatch().hit
    hit.passenger.surname = "A,\"B\"\nC"
    #expect(rows([hit]).contains(",\"A,\"\"B\"\"\nC\","))
    #expect(CSVHitWriter.harmless("O'Neil-Smith") == "O'Neil-Smith")
    #expect(CSVHitWriter.harmless("\nx") == "'\nx")
  }
}
