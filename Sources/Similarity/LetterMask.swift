/// Which letters a token has, twice over: bit `n` for the first, bit `32 + n` for a second
/// occurrence of the n-th letter of the alphabet.
///
/// Each edit changes at most one bit on either side (an exchange none), so two tokens within `k`
/// edits miss at most `k` of each other's bits: the filter loses nothing.
@inline(__always)
public func letterMask(_ letters: Span<UInt8>) -> UInt64 {
  var mask: UInt64 = 0
  for index in letters.indices {
    let bit = UInt64(1) << UInt64(letters[index] &- 0x41)
    mask |= mask & bit != 0 ? bit << 32 : bit
  }
  return mask
}

/// Whether the masks allow at most `edits` edits between their tokens.
@inline(__always)
public func masksAllow(_ a: UInt64, _ b: UInt64, edits: Int) -> Bool {
  (a & ~b).nonzeroBitCount <= edits && (b & ~a).nonzeroBitCount <= edits
}
