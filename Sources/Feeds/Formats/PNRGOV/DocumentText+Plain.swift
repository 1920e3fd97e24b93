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
