import Names

/// Finds all tokens within one edit (insertion, deletion, substitution, exchange of neighbours).
///
/// Two tokens are within one edit only if they are equal, or one with a letter deleted equals the
/// other, or both with one letter deleted are equal. So every token is filed under itself and under
/// each of its deletions, and asked for in the same way. What it returns is verified by the caller:
/// hashes may collide, and two deletions may be two edits apart.
struct DeletionIndex: Sendable {
  /// Hash in the upper half, token number in the lower; sorted.
  private var filed: [UInt64] = []
  /// Where the hashes with the same leading bits begin.
  private var starts: [UInt32] = []
  private var shift: UInt64 = 0

  /// - Parameter ids: the tokens to file.
  init(_ ids: Range<Int>, of tokens: [NameToken]) {
    filed.reserveCapacity(ids.count * 10)
    for id in ids {
      Self.visitDeletions(tokens[id]) { hash in
        filed.append(UInt64(hash) << 32 | UInt64(UInt32(id)))
      }
    }
    filed.sort()
    // About four entries a bucket.
    let bits = max(1, UInt64(64 - (filed.count / 4).leadingZeroBitCount))
    shift = 64 - min(bits, 24)
    starts = [UInt32](repeating: 0, count: (1 << Int(64 - shift)) + 1)
    for entry in filed { starts[Int(entry >> shift) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
  }

  /// The numbers of all filed tokens within one edit of `token`, and some more; repeats are possible.
  func visit(_ token: NameToken, _ body: (UInt32) -> Void) {
    guard !filed.isEmpty else { return }
    Self.visitDeletions(token) { hash in
      let key = UInt64(hash) << 32
      let bucket = Int(key >> shift)
      for index in Int(starts[bucket])..<Int(starts[bucket + 1])
      where filed[index] >> 32 == UInt64(hash) {
        body(UInt32(truncatingIfNeeded: filed[index]))
      }
    }
  }

  /// The hashes of the token and of the token with each letter left out in turn.
  private static func visitDeletions(_ token: NameToken, _ body: (UInt32) -> Void) {
    for left in -1..<token.count where left < 1 || token[left] != token[left - 1] {
      // FNV-1a: short input, and the same hash in every process.
      var hash: UInt32 = 2_166_136_261
      for index in 0..<token.count where index != left {
        hash = (hash ^ UInt32(token[index])) &* 16_777_619
      }
      body(hash)
    }
  }
}
