import Bytes
import Records

/// DOCS as nearly all of them are written, read in one pass where it lies.
extension DocumentText {
  /// What a DOCS in the usual form says; ranges into the text that was given.
  struct PlainFields {
    var type = 0..<0
    var issuer = 0..<0
    var number = 0..<0
    var nationality = 0..<0
    var birth = DateReader.ShortDate()
    var expiry = 0..<0
    var names = NameParts()
    var gender = Gender.unstated
    var isInfant = false
  }

  /// What the fields mean; the number is a range of the same text.
  struct Facts {
    var nationality = ShortCode.none
    var birth = DateReader.Reading.absent
    var number = 0..<0
    var type = ShortCode.none
    var issuer = ShortCode.none
    var expires: PartialDate?
  }

  /// Reads a text with ten to twelve fields in their usual places, no hyphen and no blanks around them.
  /// - Returns: what ``readDOCS(_:)`` finds; nil for any other text.
  static func readPlainDOCS(_ text: Span<UInt8>, _ range: Range<Int>) -> PlainFields? {
    guard range.count > 16, text[range.lowerBound] == 0x2F,
      let slashes = slashes(text, range)
    else { return nil }
    return readPlainDOCS(text, slashes)
  }

  /// - Parameter slashes: as ``Slashes`` has them.
  static func readPlainDOCS(_ text: Span<UInt8>, _ slashes: Slashes) -> PlainFields? {
    func field(_ index: Int) -> Range<Int> { (slashes[index - 1] &+ 1)..<slashes[index] }
    // Fields 1 to 4 are no dates with a gender behind them, field 5 is one.
    var found = PlainFields()
    found.type = field(1)
    found.issuer = field(2)
    found.number = field(3)
    found.nationality = field(4)
    let gender = field(6)
    guard found.type.count == 1 || found.type.count == 2, found.issuer.count <= 3,
      isCode(text, found.nationality), let birth = DateReader.shortDate(text, field(5)),
      takeGender(text, gender, &found)
    else { return nil }
    found.birth = birth
    found.expiry = field(7)
    guard found.expiry.isEmpty || isDigit(text[found.expiry.lowerBound]) else { return nil }
    found.names.surname = field(8)
    found.names.addGiven(field(9))
    let count = slashes[13]
    // An H at the end tells the holder of a passport for several.
    let last = field(count &- 1)
    let isHolder = count > 10 && last.count == 1 && text[last.lowerBound] == 0x48
    if count == 12, !isHolder { return nil }
    if count == 12 || count == 11 && !isHolder { found.names.addGiven(field(10)) }
    return found
  }

  /// The places of nine to eleven slashes, the end of the text behind them, and the number of fields at
  /// index 13.
  typealias Slashes = InlineArray<14, Int>

  /// ``readVisa(_:)`` for a text that lies in a message.
  static func plainVisa(
    _ text: Span<UInt8>, _ range: Range<Int>
  ) -> (number: Range<Int>, country: Range<Int>)? {
    var field = range.lowerBound
    while let end = slash(text, field..<range.upperBound) {
      let type = DateReader.trim(text, field..<end)
      field = end &+ 1
      guard type.count == 1, text[type.lowerBound] == 0x56 else { continue }
      var fields = InlineArray<4, Range<Int>>(repeating: 0..<0)
      var start = field
      for index in 0..<4 where start <= range.upperBound {
        let end = slash(text, start..<range.upperBound) ?? range.upperBound
        fields[index] = DateReader.trim(text, start..<end)
        start = end &+ 1
      }
      return fields[0].count > 2 ? (fields[0], fields[3]) : nil
    }
    return nil
  }

  private static func slash(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    for index in range where text[index] == 0x2F { return index }
    return nil
  }

  /// - Returns: nil if there are more slashes or fewer, or a hyphen.
  private static func slashes(_ text: Span<UInt8>, _ range: Range<Int>) -> Slashes? {
    let marks = ByteScanner(0x2F, 0x2D, 0x2F, 0x2D)
    var places = Slashes(repeating: 0)
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound {
      var found = marks.matches(in: text, at: index)
      let left = range.upperBound &- index
      if left < 16 { found &= (1 &<< UInt32(truncatingIfNeeded: left)) &- 1 }
      while found != 0 {
        let place = index &+ found.trailingZeroBitCount
        found &= found &- 1
        guard text[place] == 0x2F, count < 11 else { return nil }
        places[count] = place
        count &+= 1
      }
      index &+= 16
    }
    // Nine slashes before the given name at least.
    guard count >= 9 else { return nil }
    places[count] = range.upperBound
    places[13] = count &+ 1
    return places
  }

  /// Three letters or nothing, so that no gender stands there.
  private static func isCode(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if range.isEmpty { return true }
    return range.count == 3 && isLetter(text[range.lowerBound])
      && isLetter(text[range.lowerBound &+ 1]) && isLetter(text[range.lowerBound &+ 2])
  }

  private static func takeGender(
    _ text: Span<UInt8>, _ range: Range<Int>, _ found: inout PlainFields
  ) -> Bool {
    guard range.count == 1 || (range.count == 2 && text[range.lowerBound &+ 1] == 0x49) else {
      return false
    }
    switch text[range.lowerBound] {
    case 0x4D: found.gender = .male
    case 0x46: found.gender = .female
    case 0x58 where range.count == 1: found.gender = .unspecified
    case 0x55 where range.count == 1: found.gender = .unstated
    default: return false
    }
    found.isInfant = range.count == 2
    return true
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}

extension DocumentText.PlainFields {
  /// - Parameters:
  ///   - bytes: the text that the fields were read from.
  ///   - reference: what years of two digits are measured by.
  @inline(__always)
  func facts(_ bytes: Span<UInt8>, reference: PartialDate?) -> DocumentText.Facts {
    var facts = DocumentText.Facts()
    facts.nationality = CountryCode.alpha3(ShortCode(bytes, nationality))
    facts.birth = DateReader.reading(birth, reference: reference, .birth)
    facts.number = DateReader.trim(bytes, number)
    guard !facts.number.isEmpty else { return facts }
    facts.type = ShortCode(bytes, type)
    facts.issuer = CountryCode.alpha3(ShortCode(bytes, issuer))
    let expiry =
      DateReader.shortDate(bytes, self.expiry).map {
        DateReader.reading($0, reference: reference, .expiry)
      } ?? DateReader.written(bytes, self.expiry, reference: reference, .expiry)
    facts.expires = expiry.value
    return facts
  }
}
