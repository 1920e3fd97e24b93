/// Finds where a run of letters ends, sixteen bytes at a time: names are little else.
extension Span where Element == UInt8 {
  /// - Returns: the index of the first byte at or after `start` that is not one of A–Z, or `count`.
  @inlinable @inline(__always)
  public func endOfLetters(from start: Int) -> Int {
    var index = start
    // Spelled out: where the types are left to be inferred the compares are made byte by byte.
    let first: SIMD16<UInt8> = SIMD16<UInt8>(repeating: 0x41)
    let last: SIMD16<UInt8> = SIMD16<UInt8>(repeating: 25)
    while index &+ 16 <= count {
      let places: SIMD16<UInt8> = block(at: index) &- first
      let isOther = places .> last
      // Sound: a mask is sixteen bytes of 0 or -1, and any bits are a valid SIMD2<UInt64>.
      let words = unsafe unsafeBitCast(isOther, to: SIMD2<UInt64>.self)
      if words[0] != 0 { return index &+ (words[0].trailingZeroBitCount >> 3) }
      if words[1] != 0 { return index &+ 8 &+ (words[1].trailingZeroBitCount >> 3) }
      index &+= 16
    }
    while index < count, self[index] >= 0x41, self[index] <= 0x5A { index &+= 1 }
    return index
  }
}
