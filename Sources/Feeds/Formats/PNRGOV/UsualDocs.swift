import Bytes
import Records

/// `/P/NLD/N123/NLD/01JAN80/F/01JAN31/SURNAME/GIVEN` of a DOCS as nearly all of them are written, in PNRGOV
/// and Type B: field behind field, without a table of where they lie.
struct UsualDocs {
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
  ///   - start: where the first slash should be.
  ///   - reference: what years of two digits are measured by.
  /// - Returns: false where anything is left out, stands elsewhere or is no date.
  @inline(__always)
  mutating func read(_ bytes: Span<UInt8>, from start: Int, reference: PartialDate?) -> Bool {
    // The line ends in the block: the shortest one has so many bytes.
    guard start &+ 64 <= bytes.count, bytes[start] == TypeBLine.slash else { return false }
    var index = start &+ 1
    let letters = bytes.endOfLetters(from: index)
    guard letters > index, letters < index &+ 3, bytes[letters] == TypeBLine.slash else {
      return false
    }
    type = ShortCode(
      packed: UInt64(bytes.word(at: index)) & (letters == index &+ 1 ? 0xFF : 0xFFFF))
    guard let issuer = UsualDocs.country(bytes, letters &+ 1) else { return false }
    self.issuer = CountryCode.alpha3(issuer)
    index = letters &+ 5
    let first = index
    index = bytes.endOfCode(from: first)
    guard index > first, index < min(first &+ 20, bytes.count &- 32),
      bytes[index] == TypeBLine.slash
    else { return false }
    number = first..<index
    if bytes[index &+ 1] == TypeBLine.slash {
      nationality = .none
      index &+= 2
    } else {
      guard let nationality = UsualDocs.country(bytes, index &+ 1) else { return false }
      self.nationality = nationality == issuer ? self.issuer : CountryCode.alpha3(nationality)
      index &+= 5
    }
    guard bytes[index &+ 7] == TypeBLine.slash, bytes[index &+ 9] == TypeBLine.slash,
      let gender = UsualDocs.gender(bytes[index &+ 8]),
      let birth = DateReader.shortDate(bytes, index..<(index &+ 7)),
      case .date(let birthDate) = DateReader.reading(birth, reference: reference, .birth)
    else { return false }
    self.birthDate = birthDate
    self.gender = gender
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

  /// Of F, M, U and X; without a branch, since it is as often the one as the other.
  @inline(__always)
  private static func gender(_ letter: UInt8) -> Gender? {
    let place = UInt32(letter & 0x1F)
    guard letter & 0xE0 == 0x40, 0x120_2040 as UInt32 &>> place & 1 == 1 else { return nil }
    let value = (0x3_0000_0400_2000 as UInt64) &>> UInt64(place &* 2) & 3
    return Gender(rawValue: UInt8(truncatingIfNeeded: value))
  }
}
