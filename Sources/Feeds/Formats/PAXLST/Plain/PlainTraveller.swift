import Bytes
import Records

/// A passenger group of PAXLST about which nothing is unusual, while it is read.
///
/// Given up at the first thing that takes ``PAXLSTReader``'s own look; what is left is kept as places in the
/// block, and nothing is copied before the group is complete. Both ways give the same records; the tests
/// compare them.
struct PlainTraveller: ~Copyable {
  struct Document {
    var type = ShortCode.none
    var number = 0..<0
    var issuer = ShortCode.none
    var expires: PartialDate?
  }

  var name = PlainName()
  var gender = Gender.unstated
  var birthDate: PartialDate?
  var nationality = ShortCode.none
  var locator = 0..<0
  var reference = 0..<0
  var seat = 0..<0
  var documents = FixedList(Document(), capacity: 8)

  /// Reads NAD with the party function `FL`.
  mutating func begin(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ separators: EDIFACTSeparators
  ) -> Bool {
    let start = range.lowerBound
    // NAD+FL+++ before the surname.
    guard range.count > 12, bytes.doubleWord(at: start) == 0x2B2B_4C46_2B44_414E,
      bytes[start &+ 8] == 0x2B
    else { return false }
    if let usual = ScannedName(
      bytes, from: start &+ 9, between: 0x3A, further: 0x3A, expectsTitle: false),
      usual.end == range.upperBound || usual.end < range.upperBound && bytes[usual.end] == 0x2B
    {
      name.surname = usual.surname
      name.given = usual.given
      name.otherGiven = usual.otherGiven
      name.givenCount = usual.slash < 0 ? 1 : 2
      clear()
      return true
    }
    guard let marks = SegmentMarks(bytes, headOf: range, separators) else { return false }
    var fields = marks.fields(from: start &+ 9)
    var parts = NameParts()
    parts.surname = fields.next()
    for _ in 0..<4 where !fields.isOver { parts.addGiven(fields.next()) }
    guard fields.isOver, fields.isWhole, parts.givenCount > 0 else { return false }
    var found = PlainName(bytes, parts)
    if found == nil, parts.givenCount == 1 {
      found = PlainName(bytes, glued: parts.given(0), surname: parts.surname)
    }
    guard let found else { return false }
    name = found
    clear()
    return true
  }

  /// Forgets everything but the name.
  @inline(__always)
  private mutating func clear() {
    gender = .unstated
    birthDate = nil
    nationality = .none
    locator = 0..<0
    reference = 0..<0
    seat = 0..<0
    documents.removeAll()
  }

  /// - Parameter reference: what years of two digits are measured by.
  /// - Returns: false for a segment that is not plain.
  @inline(__always)
  mutating func take(
    _ tag: SegmentTag, _ bytes: Span<UInt8>, _ range: Range<Int>, reference: PartialDate?
  ) -> Bool {
    switch tag {
    case .att, .dtm, .loc, .rff, .nat, .doc: break
    default: return true
    }
    let start = range.lowerBound &+ 4
    guard range.count > 6, start &+ 8 <= bytes.count, bytes[start &- 1] == 0x2B else {
      return false
    }
    let first = bytes[start]
    let word = bytes.word(at: start)
    switch tag {
    case .loc:
      if first > 0x30, first < 0x39 { return true }
      return word & 0xFF_FFFF == 0x2B_3139 && takeIssuer(bytes, (start &+ 3)..<range.upperBound)
    case .dtm:
      if first > 0x30, first <= 0x39, first != 0x33 { return true }
      if word == 0x3A39_3233 {
        return takeBirth(bytes, (start &+ 4)..<range.upperBound, reference)
      }
      return word & 0xFF_FFFF == 0x3A_3633
        && takeExpiry(bytes, (start &+ 3)..<range.upperBound, reference)
    case .rff: return takeReference(word, bytes, range)
    case .nat:
      guard isAlphanumeric(first), bytes[start &+ 1] == 0x2B else { return false }
      if first == 0x31 || !nationality.isEmpty { return true }
      guard let value = value(bytes, (start &+ 2)..<range.upperBound) else { return false }
      nationality = CountryCode.alpha3(ShortCode(bytes, value))
      return true
    case .att: return takeGender(word, bytes, (start &+ 3)..<range.upperBound)
    default: return takeDocument(bytes, start..<range.upperBound)
    }
  }

  /// A component of up to 15 bytes, from its beginning to the next separator; nil for a longer one, and if
  /// there is anything but visible characters in it.
  @inline(__always)
  private func value(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    let scanner = ByteScanner(0x3A, 0x2B, 0x3F, 0x3F)
    let (found, plain) = scanner.look(in: bytes, at: range.lowerBound)
    let count = range.upperBound &- range.lowerBound
    let length = min(count, found == 0 ? 16 : found.trailingZeroBitCount)
    // All of it visible, and its end in sight.
    let wanted: UInt32 = (1 &<< UInt32(truncatingIfNeeded: length)) &- 1
    guard length < 16, plain & wanted == wanted else { return nil }
    let end = range.lowerBound &+ length
    if end < range.upperBound, bytes[end] == 0x3F { return nil }
    return range.lowerBound..<end
  }

  private mutating func takeGender(
    _ word: UInt32, _ bytes: Span<UInt8>, _ range: Range<Int>
  ) -> Bool {
    // 2++ before the letter.
    guard word & 0xFF_FFFF == 0x2B_2B32 else {
      let first = UInt8(truncatingIfNeeded: word)
      return isAlphanumeric(first) && first != 0x32 && word >> 8 & 0xFF == 0x2B
    }
    // A second one may be another person's.
    guard gender == .unstated, let value = value(bytes, range) else { return false }
    if !value.isEmpty { gender = Gender(letter: bytes[value.lowerBound]) }
    return true
  }

  private mutating func takeBirth(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ reference: PartialDate?
  ) -> Bool {
    guard birthDate == nil, let value = value(bytes, range) else { return false }
    let reading = DateReader.yearFirst(bytes, value, reference: reference, .birth)
    birthDate = reading.value
    return reading != .impossible
  }

  private mutating func takeExpiry(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ reference: PartialDate?
  ) -> Bool {
    guard let value = value(bytes, range), documents.count > 0 else { return false }
    if let date = DateReader.yearFirst(bytes, value, reference: reference, .expiry).value {
      documents[documents.count &- 1].expires = date
    }
    return true
  }

  private mutating func takeIssuer(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let value = value(bytes, range), documents.count > 0 else { return false }
    if documents[documents.count &- 1].issuer.isEmpty {
      documents[documents.count &- 1].issuer = CountryCode.alpha3(ShortCode(bytes, value))
    }
    return true
  }

  private mutating func takeReference(
    _ word: UInt32, _ bytes: Span<UInt8>, _ range: Range<Int>
  ) -> Bool {
    let first = UInt8(truncatingIfNeeded: word)
    if first > 0x41, first <= 0x5A, first != 0x53 { return true }
    guard word >> 24 == 0x3A,
      let value = value(bytes, (range.lowerBound &+ 8)..<range.upperBound)
    else { return false }
    switch word & 0xFF_FFFF {
    case 0x46_5641:  // AVF
      if locator.isEmpty { locator = value }
    case 0x4F_4241:  // ABO
      if reference.isEmpty { reference = value }
    case 0x41_4553:  // SEA
      var value = value
      while value.count > 1, bytes[value.lowerBound] == 0x30 {
        value = (value.lowerBound &+ 1)..<value.upperBound
      }
      if seat.isEmpty { seat = value }
    default: return word & 0xE0_E0E0 == 0x40_4040
    }
    return true
  }

  /// DOC: type : …, number.
  private mutating func takeDocument(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let type = value(bytes, range) else { return false }
    var place = type.upperBound
    while place < range.upperBound, bytes[place] != 0x2B {
      if bytes[place] == 0x3F { return false }
      place &+= 1
    }
    guard place < range.upperBound, let number = value(bytes, (place &+ 1)..<range.upperBound)
    else { return false }
    return documents.append(
      Document(type: PAXLSTReader.documentType(ShortCode(bytes, type)), number: number))
  }
}
