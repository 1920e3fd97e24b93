import Bytes
import Records
import TestSupport
import Testing

@testable import Feeds

@Suite struct TextEncodingTests {
  private func bytes(_ text: String, _ encoding: TextEncoding, mark: Bool) -> [UInt8] {
    switch encoding {
    case .ebcdic:
      return text.utf8.map { UInt8(EBCDICTable.latin1.firstIndex(of: $0)!) }
    case .utf16LittleEndian:
      return ((mark ? [0xFEFF] : []) + text.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian:
      return ((mark ? [0xFEFF] : []) + text.utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    }
  }

  private func read(_ bytes: [UInt8], block: Int = 4096) throws -> (Parsed, [UInt64]) {
    try withTemporaryFile(bytes) { path in
      var file = try FeedFile(path: path, blockBytes: block)
      var batch = PassengerBatch()
      var parsed = Parsed()
      var offsets: [UInt64] = []
      while try file.nextBatch(into: &batch) {
        for person in batch.passengers { parsed.persons.append(batch.text(person.name.surname)) }
        parsed.codes += batch.diagnostics.map(\.code.rawValue)
        offsets += batch.passengers.map(\.offset)
      }
      return (parsed, offsets)
    }
  }

  @Test(arguments: [1, 2, 3, 7, 64, 4096]) func wholeFilesInAnotherEncoding(block: Int) throws {
    let text = PNRGOVTests.family + PAXLSTTests.two
    let plain = try read(Array(text.utf8), block: block)
    #expect(!plain.0.persons.isEmpty && plain.0.codes == [])
    for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian, .ebcdic] {
      for mark in [true, false] {
        let other = try read(bytes(text, encoding, mark: mark), block: block)
        let markBytes: UInt64 = encoding != .ebcdic && mark ? 2 : 0
        let offsets = plain.1.map { $0 * (encoding == .ebcdic ? 1 : 2) + markBytes }
        #expect(other.0 == plain.0 && other.1 == offsets, "\(encoding)")
      }
    }
  }

  /// What UNB declares is not asked: the text is Unicode.
  @Test(arguments: ["UNOA", "UNOC", "UNOE", "UNOY", "IATA"])
  func lettersOfUTF16(charset: String) throws {
    let text = paxlst("NAD+FL+++ЖУКОВ:ŁUKASZ'CNT+42:1'", charset: charset)
    for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian] {
      let (parsed, _) = try read(bytes(text, encoding, mark: true))
      #expect(parsed.persons == ["ЖУКОВ"] && parsed.codes == [])
    }
  }

  /// Letters of two, three and four bytes of UTF-8 before and within what is reported.
  @Test(arguments: [1, 7, 4096]) func placesAreThoseOfTheInput(block: Int) throws {
    let text = paxlst(
      "NAD+FL+++ЖУКОВ:ŁUKASZ'NAD+FL+++李:\u{10400}A'NAD+FL+++BAKKER:TOON'XYZ+1'CNT+42:3'")
    let input = bytes(text, .utf16LittleEndian, mark: true)
    let starts = text.utf16.indices.filter { text.utf16[$0...].starts(with: "NAD+FL".utf16) }
    let (parsed, offsets) = try read(input, block: block)
    #expect(parsed.persons == ["ЖУКОВ", "李", "BAKKER"])
    #expect(
      offsets
        == starts.map { UInt64(2 + 2 * text.utf16.distance(from: text.startIndex, to: $0)) })
  }

  @Test func placesFarBackStayInOrder() {
    var offsets = TextOffsets()
    var input: UInt64 = 2
    for number in 0..<200_000 {
      offsets.append(at: input, inputBytes: 2, textBytes: 1 + number % 2)
      input += 2
    }
    // Exact near the end, nearly so before.
    let places = (0..<100_000).map { offsets.input(of: UInt64($0 * 3)) }
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(places.suffix(10_000).elementsEqual((90_000..<100_000).map { UInt64(2 + $0 * 4) }))
    #expect(places.enumerated().allSatisfy { abs(Int($1) - (2 + $0 * 4)) <= 64 })
  }

  @Test func tablesInUTF16AndWithAByteOrderMark() throws {
    let table = "surname,given\r\nZOË,JAN\r\n"
    for file in [
      bytes(table, .utf16LittleEndian, mark: true), bytes(table, .utf16BigEndian, mark: false),
      [0xEF, 0xBB, 0xBF] + Array(table.utf8),
    ] {
      let (parsed, _) = try read(file)
      #expect(parsed.persons == ["ZOË"] && parsed.codes.allSatisfy { $0 == "NO_FLIGHT" })
    }
  }

  @Test func aByteOrderMarkIsNoContent() throws {
    let (parsed, _) = try read([0xEF, 0xBB, 0xBF] + Array(PAXLSTTests.two.utf8))
    #expect(parsed.persons.count == 2 && parsed.codes == [])
  }

  @Test func halfCharactersAreReported() throws {
    let text = PAXLSTTests.two
    let whole = bytes(text, .utf16LittleEndian, mark: true)
    #expect(try read(whole + [0x41]).0.codes == ["TRUNCATED"])
    // The first half of a pair at the end; a second half without a first.
    #expect(try read(whole + [0x00, 0xD8]).0.codes.contains("TRUNCATED"))
    #expect(try read(whole + [0x00, 0xDC]).0.codes.contains("CHARSET"))
  }

  @Test func pairsBecomeOneCharacter() {
    var transcoder = Transcoder(.utf16BigEndian)
    var out: [UInt8] = []
    for byte in [0xD8, 0x3D, 0xDE, 0x00] as [UInt8] { transcoder.append([byte].span, to: &out) }
    #expect(String(decoding: out, as: UTF8.self) == "\u{1F600}")
    #expect(!transcoder.hasDeviated && !transcoder.isWithinCharacter)
  }
}
