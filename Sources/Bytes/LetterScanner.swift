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
      let others = laneBits(places .> last)
      if others != 0 { return index &+ others.trailingZeroBitCount }
      index &+= 16
    }
    while index < count, self[index] >= 0x41, self[index] <= 0x5A { index &+= 1 }
    return index
  }

  /// Where something else than A–Z and digits comes next, at or after `start`.
  @inlinable @inline(__always)
  public func endOfCode(from start: Int) -> Int {
    var index = start
    let letter: SIMD16<UInt8> = SIMD16<UInt8>(repeating: 0x41)
    let digit: SIMD16<UInt8> = SIMD16<UInt8>(repeating: 0x30)
    let letters: SIMD16<UInt8> = SIMD16<UInt8>(repeating: 26)
    let digits: SIMD16<UInt8> = SIMD16<UInt8>(repeating: 10)
    while index &+ 16 <= count {
      let block: SIMD16<UInt8> = block(at: index)
      let fromLetter: SIMD16<UInt8> = block &- letter
      let fromDigit: SIMD16<UInt8> = block &- digit
      let code = laneBits((fromLetter .< letters) .| (fromDigit .< digits))
      if code != 0xFFFF { return index &+ (~code).trailingZeroBitCount }
      index &+= 16
    }
    while index < count, self[index] &- 0x41 < 26 || self[index] &- 0x30 < 10 { index &+= 1 }
    return index
  }
}
