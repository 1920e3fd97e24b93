import Bytes
import Records

/// ` HK1/P/NLD/N123/NLD/01JAN80/F/01JAN31/SURNAME/GIVEN` of a DOCS as nearly all of them are written.
struct TypeBPlainDocs {
  private(set) var type = ShortCode.none
  private(set) var issuer = ShortCode.none
  private(set) var nationality = ShortCode.none
  private(set) var number = 0..<0
  private(set) var birthDate: PartialDate?
  private(set) var expires: PartialDate?
  private(set) var gender = Gender.unstated
  /// Where the names begin.
  private(set) var names = 0

  /// - Parameters:
  ///   - start: behind the code.
  ///   - reference: what years of two digits are measured by.
  /// - Returns: false where anything is left out, stands elsewhere or is no date.
  @inline(__always)
  mutating func read(_ bytes: Span<UInt8>, from start: Int, reference: PartialDate?) -> Bool {
    // The line ends in the block: the shortest one has so many bytes.
    guard start &+ 64 <= bytes.count, bytes[start] == 0x20, isLetter(bytes[start &+ 1]),
      isLetter(bytes[start &+ 2]), TypeBLine.isDigit(bytes[start &+ 3]),
      bytes[start &+ 4] == TypeBLine.slash
    else { return false }
    var index = start &+ 5
    let letters = bytes.endOfLetters(from: index)
    guard letters > index, letters < index &+ 3, bytes[letters] == TypeBLine.slash else {
      return false
    }
    type = ShortCode(
      packed: UInt64(bytes.word(at: index)) & (letters == index &+ 1 ? 0xFF : 0xFFFF))
    guard let issuer = TypeBPlainDocs.country(bytes, letters &+ 1) else { return false }
    self.issuer = CountryCode.alpha3(issuer)
    index = letters &+ 5
    let first = index
    let reach = min(index &+ 20, bytes.count &- 32)
    while index < reach, TypeBPlainDocs.isOfNumber(bytes[index]) { index &+= 1 }
    guard index > first, index < reach, bytes[index] == TypeBLine.slash else { return false }
    number = first..<index
    if bytes[index &+ 1] == TypeBLine.slash {
      nationality = .none
      index &+= 2
    } else {
      guard let nationality = TypeBPlainDocs.country(bytes, index &+ 1) else { return false }
      self.nationality = nationality == issuer ? self.issuer : CountryCode.alpha3(nationality)
      index &+= 5
    }
    guard bytes[index &+ 7] == TypeBLine.slash, bytes[index &+ 9] == TypeBLine.slash,
      let birth = DateReader.shortDate(bytes, index..<(index &+ 7)),
      case .date(let birthDate) = DateReader.reading(birth, reference: reference, .birth)
    else { return false }
    self.birthDate = birthDate
    switch bytes[index &+ 8] {
    case 0x4D: gender = .male
    case 0x46: gender = .female
    case 0x58: gender = .unspecified
    case 0x55: gender = .unstated
    default: return false
    }
    index &+= 10
    if bytes[index] == TypeBLine.slash {
      expires = nil
      names = index &+ 1
    } else {
      guard bytes[index &+ 7] == TypeBLine.slash,
        let expiry = DateReader.shortDate(bytes, index..<(index &+ 7))
      else { return false }
      expires = DateReader.reading(expiry, reference: reference, .expiry).value
      names = index &+ 8
    }
    return true
  }

  /// Three letters and a slash.
  @inline(__always)
  private static func country(_ bytes: Span<UInt8>, _ index: Int) -> ShortCode? {
    let word = bytes.word(at: index)
    guard word >> 24 == 0x2F, word & 0xE0_E0E0 == 0x40_4040 else { return nil }
    return ShortCode(packed: UInt64(word & 0xFF_FFFF))
  }

  @inline(__always)
  private static func isOfNumber(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5A)
  }
}
