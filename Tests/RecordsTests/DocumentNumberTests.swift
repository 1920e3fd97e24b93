import Testing

@testable import Records

@Suite struct DocumentNumberTests {
  private func packed(_ text: String) -> UInt64? { DocumentNumber.packed(Array(text.utf8).span) }

  @Test func whatIsComparedIsLettersAndDigits() {
    #expect(packed("nx-123 4567") == packed("NX1234567"))
    #expect(packed("O1I2345") == packed("0112345") && packed("O1I2345") == packed("o1i2345"))
    #expect(packed("NX1234567") != packed("NX1234568"))
    #expect(packed("012345") != packed("12345"))
    for nobody in ["", "1234", "N/A", "00000000", "O0O0O0", "AAAAA", "--------"] {
      #expect(packed(nobody) == nil)
    }
  }

  @Test func aNumberOfTwelveSignsIsItsOwnHash() throws {
    let signs = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"
    #expect(signs.count == 34)
    for text in ["00001", "ZZZZZZZZZZZY", "A1B2C3D4E5F6", "HJKLMNPQRST1", String(signs.prefix(12))]
    {
      #expect(try DocumentNumber.text(packed: #require(packed(text))) == text)
    }
    #expect(try #require(packed("ZZZZZZZZZZZY")) < DocumentNumber.exactEnd)
    let long = try #require(packed("ZZZZZZZZZZZYA"))
    #expect(long >= DocumentNumber.exactEnd && DocumentNumber.text(packed: long) == nil)
    #expect(long != packed("ZZZZZZZZZZZYB"))
  }

  @Test func numbersOfOneLengthAreInTheOrderOfTheirSigns() throws {
    let texts = ["00001", "00010", "0A000", "99990", "A0000", "H0000", "J0000", "N0000", "P0000"]
    let numbers = texts.compactMap(packed)
    #expect(numbers.count == texts.count && numbers == numbers.sorted())
    #expect(try #require(packed("ZZZZY")) < #require(packed("000001")))
  }

  private func range(_ first: String, _ last: String) -> DocumentRange? {
    guard let first = packed(first), let last = packed(last) else { return nil }
    return DocumentRange(first: first, last: last)
  }

  @Test func aRangeVariesInItsLastDigits() throws {
    let range = try #require(self.range("AB1000990", "AB1001010"))
    #expect(range.count == 21)
    func holds(_ text: String) throws -> Bool {
      DocumentRange.contains(
        try #require(packed(text)), first: range.first, last: range.last, digits: range.digits)
    }
    #expect(try holds("AB1000990") && holds("AB1000999") && holds("ab 1001 o1o"))
    #expect(try !holds("AB1000989") && !holds("AB1001011") && !holds("AB100099A"))
    #expect(try !holds("AB10009999") && !holds("AC1000995") && !holds("1000995"))
    // Between by its signs, but no number of the row.
    #expect(try !holds("AB1000A05"))
  }

  @Test func endsThatAreNone() {
    for (first, last) in [
      ("AB1000999", "AB1000000"), ("AB1000000", "AB10000000"), ("AB1000000", "AC1000000"),
      ("AB10A0000", "AB10B0000"), ("1234567890123", "1234567890124"),
    ] {
      #expect(range(first, last) == nil, "\(first) \(last)")
    }
    #expect(range("1000000", "2999999")?.count == 2_000_000)
  }
}
