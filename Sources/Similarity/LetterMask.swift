/// Which letters a token has, twice over: bit `n` for the first, bit `32 + n` for a second
/// occurrence of the n-th letter of the alphabet.
///
/// Each edit changes at most one bit on either side (an exchange none), so two tokens within `k`
/// edits miss at most `k` of each other's bits: the filter loses nothing.
@inlinable
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
@inlinable
@inline(__always)
public func masksAllow(_ a: UInt64, _ b: UInt64, edits: Int) -> Bool {
  hasAtMost(edits, bitsIn: a & ~b) && hasAtMost(edits, bitsIn: b & ~a)
}

/// Clearing the lowest bit a few times is cheaper than counting all of them: the x86-64 baseline has
/// no instruction for that.
@inlinable
@inline(__always)
func hasAtMost(_ count: Int, bitsIn mask: UInt64) -> Bool {
  var rest = mask
  for _ in 0..<count { rest &= rest &- 1 }
  return rest == 0
}
