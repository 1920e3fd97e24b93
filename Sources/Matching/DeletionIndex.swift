import Names

/// Finds all tokens within one edit (insertion, deletion, substitution, exchange of neighbours).
///
/// Two tokens are within one edit only if they are equal, or one with a letter deleted equals the
/// other, or both with one letter deleted are equal. So every token is filed under itself and under
/// each of its deletions, and asked for in the same way. What it returns is verified by the caller:
/// hashes may collide, and two deletions may be two edits apart.
final class DeletionIndex: Sendable {
  /// Hash in the upper half, token number in the lower; by leading bits of the hash.
  private let filed: [UInt64]
  /// Where the hashes with the same leading bits begin.
  private let starts: [UInt32]
  private let shift: UInt64
  /// The hashes that are filed: most questions end here.
  private let present: BitFilter
  /// The first and the last four letters of each token, with its length.
  private let ends: BitFilter

  /// - Parameter ids: the tokens to file.
  init(_ ids: Range<Int>, of tokens: [NameToken]) {
    var filed: [UInt64] = []
    filed.reserveCapacity(ids.count * 10)
    var ends = BitFilter(count: 2 * ids.count)
    for id in ids {
      let token = tokens[id]
      Self.visitDeletions(token) { hash in
        filed.append(UInt64(hash) << 32 | UInt64(UInt32(id)))
      }
      ends.insert(Self.hash(token.firstFour, length: token.count))
      ends.insert(Self.hash(token.lastFour, length: token.count))
    }
    // About four entries a bucket.
    let bits = max(1, UInt64(64 - (filed.count / 4).leadingZeroBitCount))
    let shift = 64 - min(bits, 24)
    var starts = [UInt32](repeating: 0, count: (1 << Int(64 - shift)) + 1)
    var present = BitFilter(count: filed.count)
    for entry in filed {
      starts[Int(entry >> shift) + 1] += 1
      present.insert(entry)
    }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var next = starts
    var sorted = [UInt64](repeating: 0, count: filed.count)
    for entry in filed {
      let bucket = Int(entry >> shift)
      sorted[Int(next[bucket])] = entry
      next[bucket] += 1
    }
    (self.filed, self.starts, self.shift) = (sorted, starts, shift)
    (self.present, self.ends) = (present, ends)
  }

  private static func hash(_ end: UInt32, length: Int) -> UInt64 {
    let value = (UInt64(end) << 6 | UInt64(length)) &* base
    return (value ^ value >> 32) &* 0xBF58_476D_1CE4_E5B9
  }

  /// Whether a filed token may be within one edit. An edit leaves the first or the last four letters of a
  /// token of nine or more as they are, and changes the length by one at most.
  private func mayHold(_ token: NameToken) -> Bool {
    guard token.count >= 9 else { return true }
    let first = token.firstFour
    let last = token.lastFour
    for length in token.count - 1...token.count + 1
    where ends.mayHold(Self.hash(first, length: length))
      || ends.mayHold(Self.hash(last, length: length))
    {
      return true
    }
    return false
  }

  /// The numbers of all filed tokens within one edit of `token`, and some more; repeats are possible.
  func visit(_ token: NameToken, _ body: (UInt32) -> Void) {
    guard !filed.isEmpty, mayHold(token) else { return }
    Self.visitDeletions(token) { hash in
      let key = UInt64(hash) << 32
      guard present.mayHold(key) else { return }
      let bucket = Int(key >> shift)
      for index in Int(starts[bucket])..<Int(starts[bucket + 1])
      where filed[index] >> 32 == UInt64(hash) {
        body(UInt32(truncatingIfNeeded: filed[index]))
      }
    }
  }

  /// The hashes of the token and of the token with each letter left out in turn.
  ///
  /// The letters are the coefficients of a polynomial, so that leaving one out is a subtraction and a
  /// division by the base, which is odd and has an inverse; the same hash in every process.
  private static func visitDeletions(_ token: NameToken, _ body: (UInt32) -> Void) {
    var whole: UInt64 = 0
    var power: UInt64 = 1
    for index in 0..<token.count {
      whole &+= UInt64(token[index]) &* power
      power &*= base
    }
    body(mixed(whole))
    var before: UInt64 = 0
    power = 1
    for index in 0..<token.count {
      let letter = UInt64(token[index])
      let through = before &+ letter &* power
      // Of a doubled letter either may go: the same.
      if index == 0 || token[index] != token[index - 1] {
        body(mixed(before &+ (whole &- through) &* inverse))
      }
      before = through
      power &*= base
    }
  }

  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// base · inverse = 1 modulo 2⁶⁴.
  private static let inverse: UInt64 = {
    // Newton: each step doubles the number of right bits, of which an odd number has three.
    var inverse = base
    for _ in 0..<5 { inverse &*= 2 &- base &* inverse }
    return inverse
  }()

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: ((value ^ value >> 29) &* 0xBF58_476D_1CE4_E5B9) >> 32)
  }
}

/// A set of hashes that may say yes to others, never no to its own: a bit for each, eight bits a hash.
struct BitFilter: Sendable {
  private var words: [UInt64]
  private let shift: UInt64

  init(count: Int) {
    let bits = min(30, UInt64(64 - (count * 8 | 63).leadingZeroBitCount))
    shift = 64 - bits
    words = [UInt64](repeating: 0, count: 1 << Int(bits - 6))
  }

  /// - Parameter hash: even in its upper bits.
  mutating func insert(_ hash: UInt64) {
    let bit = hash >> shift
    words[Int(bit >> 6)] |= 1 << (bit & 63)
  }

  @inline(__always)
  func mayHold(_ hash: UInt64) -> Bool {
    let bit = hash >> shift
    return words[Int(bit >> 6)] >> (bit & 63) & 1 == 1
  }
}
