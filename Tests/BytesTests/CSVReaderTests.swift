import Bytes
import Testing

/// A row as the tests compare it.
private struct Row: Equatable {
  var fields: [String]
  var offset: UInt64
  var line: Int
  var flags = ""
}

private func rows(
  _ text: String, block: Int = 1 << 20, maximumRowBytes: Int = 1000, maximumFields: Int = 10
) -> [Row] {
  var reader = CSVReader(maximumRowBytes: maximumRowBytes, maximumFields: maximumFields)
  var found: [Row] = []
  func note(_ row: borrowing CSVRow) {
    let flags = (row.isTooLarge ? "L" : "") + (row.hasUnterminatedQuote ? "Q" : "")
    found.append(
      Row(
        fields: (0..<row.count).map { row.text($0) }, offset: row.offset, line: row.line,
        flags: flags))
  }
  let bytes = Array(text.utf8)
  for start in stride(from: 0, to: bytes.count, by: block) {
    reader.consume(Array(bytes[start..<min(start + block, bytes.count)]).span, note)
  }
  reader.finish(note)
  return found
}

@Suite struct CSVReaderTests {
  @Test func quotesLineEndsAndBlankLines() {
    let text = "a,b\r\n\"x, \"\"y\"\"\r\nz\",\r\n\n,\rlast,\"q\" r"
    #expect(
      rows(text) == [
        Row(fields: ["a", "b"], offset: 0, line: 1),
        Row(fields: ["x, \"y\"\r\nz", ""], offset: 5, line: 2),
        Row(fields: ["", ""], offset: 22, line: 5),
        Row(fields: ["last", "q r"], offset: 24, line: 6),
      ])
  }

  @Test func byteOrderMarkIsRemovedAndCounted() {
    #expect(rows("\u{FEFF}a,b\n") == [Row(fields: ["a", "b"], offset: 3, line: 1)])
    #expect(rows("\u{FEFF}") == [])
    // EF BB 80 begins like the mark and is text.
    #expect(rows("\u{FEC0}a\n") == [Row(fields: ["\u{FEC0}a"], offset: 0, line: 1)])
  }

  @Test func limitsCutOneRowAndResumeAtTheNextLine() {
    let long = "abcdefgh,ij\nk,l\n"
    #expect(
      rows(long, maximumRowBytes: 4) == [
        Row(fields: ["abcd"], offset: 0, line: 1, flags: "L"),
        Row(fields: ["k", "l"], offset: 12, line: 2),
      ])
    #expect(
      rows("a,b,c,d\ne\n", maximumFields: 2) == [
        Row(fields: ["a", "b"], offset: 0, line: 1, flags: "L"),
        Row(fields: ["e"], offset: 8, line: 2),
      ])
    #expect(
      rows("\"abcdefg\nk,l\n", maximumRowBytes: 4) == [
        Row(fields: ["abcd"], offset: 0, line: 1, flags: "LQ"),
        Row(fields: ["k", "l"], offset: 9, line: 2),
      ])
  }

  @Test func unterminatedQuoteIsMarked() {
    #expect(rows("a,\"b\nc") == [Row(fields: ["a", "b\nc"], offset: 0, line: 1, flags: "Q")])
  }

  @Test(arguments: [1, 2, 3, 7])
  func blocksDoNotMatter(block: Int) {
    let text = "\u{FEFF}h1,h2\r\n\"a\"\"b\",\"c\r\nd\"\r\n\r\n,,\r\"open"
    #expect(rows(text, block: block) == rows(text))
    #expect(rows(text).count == 4)
  }

  @Test func cutAnywhereKeepsTheRowsBeforeTheCut() {
    let text = "a,b\nc,\"d,e\"\nf,g\n"
    let whole = rows(text)
    for cut in 0...text.utf8.count {
      let part = rows(String(decoding: Array(text.utf8)[..<cut], as: UTF8.self))
      let complete = Array(text.utf8)[..<cut].filter { $0 == 0x0A }.count
      #expect(Array(part.prefix(complete)) == Array(whole.prefix(complete)))
    }
  }
}
