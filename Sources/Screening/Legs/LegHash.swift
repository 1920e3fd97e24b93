internal import Records

/// A 64-bit number that depends on nothing but what was put in, in that order.
///
/// Swift's own `Hasher` differs from run to run; what orders records must not.
struct LegHash {
  private(set) var value: UInt64

  /// The seed is mixed in like all that follows: beside it, a small number would stay small, and one
  /// more here with one less there would be the same.
  init(_ seed: UInt64 = 0) {
    value = 0x9E37_79B9_7F4A_7C15
    combine(seed)
  }

  mutating func combine(_ word: UInt64) {
    let product = (value ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    value = product.high ^ product.low &+ 0xA076_1D64_78BD_642F
  }

  mutating func combine(_ date: PartialDate?) {
    combine(UInt64(truncatingIfNeeded: date?.packed ?? 0))
  }

  /// Takes the bytes and their number, so that `AB`,`C` and `A`,`BC` differ.
  mutating func combine(_ bytes: [UInt8], _ text: TextReference) {
    var word: UInt64 = 0
    var shift: UInt64 = 0
    for byte in bytes[text.range] {
      word |= UInt64(byte) << shift
      shift += 8
      if shift == 64 {
        combine(word)
        word = 0
        shift = 0
      }
    }
    combine(word)
    combine(UInt64(text.count))
  }

  /// One number of two or three; the first says what kind of key it is.
  static func of(_ first: UInt64, _ second: UInt64, _ third: UInt64 = 0) -> UInt64 {
    var hash = LegHash(first)
    hash.combine(second)
    hash.combine(third)
    return hash.value
  }

  /// The letters and digits of a text in upper case; 0 if it has none.
  static func alphanumeric(_ bytes: [UInt8], _ text: TextReference) -> (key: UInt64, count: Int) {
    var hash = LegHash()
    var count = 0
    var word: UInt64 = 0
    for byte in bytes[text.range] {
      let upper = upperASCII(byte)
      let isDigit = upper >= 0x30 && upper <= 0x39
      guard isDigit || (upper >= 0x41 && upper <= 0x5A) || upper >= 0x80 else { continue }
      word = word << 8 | UInt64(upper)
      count += 1
      if count & 7 == 0 {
        hash.combine(word)
        word = 0
      }
    }
    guard count > 0 else { return (0, 0) }
    hash.combine(word)
    hash.combine(UInt64(count))
    return (hash.value | 1, count)
  }
}
