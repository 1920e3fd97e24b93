import Bytes
import Names

/// Tells that no token of a table is within one edit of another one, for nearly all of which that is so.
///
/// An edit (a letter left out, put in or changed, or two neighbours exchanged) of n letters leaves the first
/// ⌊(n − 1) / 2⌋ as they are, or as many at the end: if it is at the letter p or at p and p + 1, counted from 0, either p is
/// no less than that number, or n − p − 2 is. Each token is filed under its beginnings and endings of the numbers that
/// belong to n = its letters, one more and one less; one bit for each, by hash.
struct HalvesFilter {
  private let bits: FlatTable<UInt64>
  private let shift: UInt64

  static let sectionCount = 1
  /// Bits for each hash that is filed.
  private static let share = 8

  init(_ image: MemoryImage, from section: Int) {
    bits = image.table(section, of: UInt64.self)
    shift = 64 - UInt64((bits.count * 64).trailingZeroBitCount)
  }

  /// Writes the section.
  static func write(_ tokens: [NameToken], to image: inout ImageWriter) {
    let count = max(64, tokens.count * 6 * share)
    let shift = UInt64((count - 1).leadingZeroBitCount)
    var bits = [UInt64](repeating: 0, count: 1 << Int(64 - shift - 6))
    func file(_ hash: UInt64) {
      let place = hash >> shift
      bits[Int(place >> 6)] |= 1 << (place & 63)
    }
    for token in tokens {
      for count in max(1, token.count - 1)...token.count + 1 {
        let hashes = Self.hashes(of: token, as: count)
        file(hashes.first)
        file(hashes.last)
      }
    }
    image.add(bits)
  }

  /// False only where no token is equal to this one, or one edit away from it.
  func mayBeClose(to token: NameToken) -> Bool {
    let hashes = Self.hashes(of: token, as: token.count)
    return has(hashes.first) || has(hashes.last)
  }

  @inline(__always)
  private func has(_ hash: UInt64) -> Bool {
    let place = hash >> shift
    return bits[Int(place >> 6)] >> (place & 63) & 1 == 1
  }

  /// The hashes of the beginning and of the ending that an edit of `count` letters leaves as they are.
  private static func hashes(of token: NameToken, as count: Int) -> (first: UInt64, last: UInt64) {
    let letters = (count - 1) / 2
    let salt = UInt64(count) &* 0xD6E8_FEB8_6659_FD93
    return (token.prefix(letters).spread &+ salt, token.suffix(letters).spread &- salt)
  }
}
