public import CVector

/// Where bytes of a kind stand among the next 64: one bit each, the first byte lowest.
///
/// What a short text is made of is then told by a few operations on numbers instead of a loop.
extension Span where Element == UInt8 {
  /// Which of the 64 bytes from `index` on are `value`.
  /// - Precondition: they lie within the span.
  @inlinable @inline(__always)
  public func marks(at index: Int, _ value: UInt8) -> UInt64 {
    precondition(index >= 0 && index &+ 64 <= count)
    let values: SIMD16<UInt8> = SIMD16<UInt8>(repeating: value)
    var marks: UInt64 = 0
    for part in 0..<4 {
      let lanes = laneBits(blockUnchecked(at: index &+ part &* 16) .== values)
      marks |= UInt64(lanes) &<< UInt64(truncatingIfNeeded: part &* 16)
    }
    return marks
  }

  /// Which of the 64 bytes from `index` on lie between two values, both included.
  /// - Precondition: they lie within the span.
  @inlinable @inline(__always)
  public func marks(at index: Int, from low: UInt8, to high: UInt8) -> UInt64 {
    precondition(index >= 0 && index &+ 64 <= count)
    let lows: SIMD16<UInt8> = SIMD16<UInt8>(repeating: low)
    let lengths: SIMD16<UInt8> = SIMD16<UInt8>(repeating: high &- low)
    var marks: UInt64 = 0
    for part in 0..<4 {
      let places: SIMD16<UInt8> = blockUnchecked(at: index &+ part &* 16) &- lows
      let lanes = laneBits(places .<= lengths)
      marks |= UInt64(lanes) &<< UInt64(truncatingIfNeeded: part &* 16)
    }
    return marks
  }

  /// ``marks(at:_:)``, and whether there is a control character or `other` among the 64 bytes.
  /// - Precondition: they lie within the span.
  @inlinable @inline(__always)
  public func marks(
    at index: Int, _ value: UInt8, noting other: UInt8
  ) -> (marks: UInt64, isOther: Bool) {
    precondition(index >= 0 && index &+ 64 <= count)
    let values: SIMD16<UInt8> = SIMD16<UInt8>(repeating: value)
    let others: SIMD16<UInt8> = SIMD16<UInt8>(repeating: other)
    let blanks: SIMD16<UInt8> = SIMD16<UInt8>(repeating: 0x20)
    var marks: UInt64 = 0
    var found: SIMDMask<SIMD16<Int8>> = SIMDMask(repeating: false)
    for part in 0..<4 {
      let block: SIMD16<UInt8> = blockUnchecked(at: index &+ part &* 16)
      let lanes = laneBits(block .== values)
      marks |= UInt64(lanes) &<< UInt64(truncatingIfNeeded: part &* 16)
      found .|= (block .== others) .| (block .< blanks)
    }
    return (marks, laneBits(found) != 0)
  }

  /// The first place at or after `start` where `value` stands, `count` if none: for what is rare, since only
  /// one answer is asked for 64 bytes.
  @inlinable
  public func firstIndex(ofRare value: UInt8, from start: Int) -> Int {
    precondition(start >= 0)
    let values: SIMD16<UInt8> = SIMD16<UInt8>(repeating: value)
    var index = start
    while index &+ 64 <= count {
      let first = blockUnchecked(at: index) .== values
      let second = blockUnchecked(at: index &+ 16) .== values
      let third = blockUnchecked(at: index &+ 32) .== values
      let fourth = blockUnchecked(at: index &+ 48) .== values
      guard laneBits((first .| second) .| (third .| fourth)) == 0 else { break }
      index &+= 64
    }
    while index < count, self[index] != value { index &+= 1 }
    return Swift.min(index, count)
  }

  @inlinable @inline(__always)
  func blockUnchecked(at index: Int) -> SIMD16<UInt8> {
    // Sound: the callers have looked whether all 64 bytes lie within the span.
    unsafe bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: index, as: SIMD16<UInt8>.self)
  }
}

/// One bit per lane, the first lane lowest.
@inlinable @inline(__always)
func laneBits(_ mask: SIMDMask<SIMD16<Int8>>) -> UInt32 {
  // Sound: a mask is sixteen bytes of 0 or -1.
  cvector_signs(unsafe unsafeBitCast(mask, to: SIMD16<Int8>.self))
}

extension SIMDMask where Storage == SIMD8<Int16> {
  /// Whether no lane is set.
  @inlinable @inline(__always)
  public var isNone: Bool {
    // Sound: a mask is eight numbers of two bytes, each 0 or -1.
    cvector_signs(unsafe unsafeBitCast(self, to: SIMD16<Int8>.self)) == 0
  }
}
