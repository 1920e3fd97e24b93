import Bytes
import Records
import Testing

@testable import Feeds

/// PNRGOV XML in the encodings that documents declare, rightly or wrongly.
struct PNRGOVXMLEncodingTests {
  private func message(_ surname: String, _ encoding: String) -> String {
    pnrgovXML(
      xmlBookings([surname, "JANSEN"]),
      head: "<?xml version='1.0' encoding='\(encoding)'?>\n")
  }

  private func bytes(_ text: String, _ map: [Unicode.Scalar: UInt8]) -> [UInt8] {
    text.unicodeScalars.map { map[$0] ?? UInt8(truncatingIfNeeded: $0.value) }
  }

  private func utf16(_ text: String, isBigEndian: Bool, mark: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isBigEndian ? pair.reversed() : pair
    }
  }

  @Test(
    arguments: [
      ("ISO-8859-1", "M\u{DC}LLER", [:]), ("windows-1252", "M\u{DC}LLER", [:]),
      ("ISO-8859-2", "\u{141}UKASZ", ["\u{141}": 0xA3]),
      ("ISO-8859-9", "YILMAZ\u{15E}", ["\u{15E}": 0xDE]),
      ("windows-1251", "\u{418}\u{412}", ["\u{418}": 0xC8, "\u{412}": 0xC2]),
      ("ISO-8859-7", "\u{391}\u{392}", ["\u{391}": 0xC1, "\u{392}": 0xC2]),
    ] as [(String, String, [Unicode.Scalar: UInt8])])
  func eightBitSets(encoding: String, surname: String, map: [Unicode.Scalar: UInt8]) {
    let data = bytes(message(surname, encoding), map)
    for block in [1, 7, 1 << 20] {
      let parsed = parse(data, block: block)
      #expect(surnames(parsed) == [surname, "JANSEN"])
      #expect(parsed.codes == [])
    }
  }

  @Test(arguments: [true, false], [true, false])
  func utf16InBothOrders(isBigEndian: Bool, mark: Bool) throws {
    let text = message("M\u{DC}LLER \u{1F600}", "UTF-16")
    let data = utf16(text, isBigEndian: isBigEndian, mark: mark)
    for block in [1, 2, 3, 1 << 20] {
      var parsed = Parsed()
      parsed.persons = parse(data, block: block).persons
      #expect(surnames(parsed) == ["M\u{DC}LLER \u{1F600}", "JANSEN"])
      #expect(parse(data, block: block).codes == [])
    }
    var offsets: [UInt64] = []
    eachBatch(of: data, block: 100) { offsets += $0.passengers.map(\.offset) }
    let second = try #require(offsets.last)
    let tag = utf16("<Passenger", isBigEndian: isBigEndian, mark: false)
    #expect(data[Int(second)..<(Int(second) + tag.count)].elementsEqual(tag))
  }

  @Test func wrongDeclarationsCostNoLetters() {
    let latin = parse(bytes(message("M\u{DC}LLER", "UTF-8"), [:]))
    #expect(surnames(latin) == ["M\u{DC}LLER", "JANSEN"])
    #expect(latin.codes == ["CHARSET"])
    let utf8 = parse(message("M\u{DC}LLER", "ISO-8859-1"))
    #expect(surnames(utf8) == ["M\u{DC}LLER", "JANSEN"])
    #expect(utf8.codes == ["CHARSET"])
    let unknown = parse(message("M\u{DC}LLER", "x-own"))
    #expect(surnames(unknown) == ["M\u{DC}LLER", "JANSEN"])
    #expect(unknown.codes == ["CHARSET"])
  }

  @Test func eachDocumentHasItsOwnEncoding() {
    let data =
      bytes(message("M\u{DC}LLER", "ISO-8859-1"), [:]) + Array(message("\u{141}UK", "UTF-8").utf8)
    let parsed = parse(data)
    #expect(surnames(parsed) == ["M\u{DC}LLER", "JANSEN", "\u{141}UK", "JANSEN"])
    #expect(parsed.codes == [])
  }

  @Test func offsetsPointToThePassenger() {
    let data = bytes(message("M\u{DC}LLER &", "ISO-8859-1"), [:])
    let tag = Array("<Passenger".utf8)
    eachBatch(of: data, block: 1 << 20) { batch in
      for person in batch.passengers {
        let start = Int(person.offset)
        #expect(data[start..<(start + tag.count)].elementsEqual(tag))
      }
    }
  }
}
