/// Finds the next of four byte values, sixteen bytes at a time: the inner loop of framing.
///
/// Each stretch of data between two special bytes is looked at once, by vector compares; the plain
/// twin in the tests gives the same answers.
public struct ByteScanner: Sendable {
  private let first: SIMD16<UInt8>
  private let second: SIMD16<UInt8>
  private let third: SIMD16<UInt8>
  private let fourth: SIMD16<UInt8>
  private let bytes: (UInt8, UInt8, UInt8, UInt8)

  /// Looks for any of the four values; repeat one to look for fewer.
  public init(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) {
    self.first = SIMD16(repeating: first)
    self.second = SIMD16(repeating: second)
    self.third = SIMD16(repeating: third)
    self.fourth = SIMD16(repeating: fourth)
    bytes = (first, second, third, fourth)
  }

  /// - Returns: the index of the first such byte at or after `start`, or `span.count`.
  public func next(in span: Span<UInt8>, from start: Int) -> Int {
    var index = start
    let end = span.count
    while index &+ 16 <= end {
      // Sound: the sixteen bytes from `index` lie within the span, as the condition says.
      let block = unsafe span.bytes.unsafeLoadUnaligned(
        fromByteOffset: index, as: SIMD16<UInt8>.self)
      let found =
        ((block .== first) .| (block .== second)) .| ((block .== third) .| (block .== fourth))
      let lane = firstLane(found)
      if lane < 16 { return index &+ lane }
      index &+= 16
    }
    while index < end {
      let byte = span[index]
      if byte == bytes.0 || byte == bytes.1 || byte == bytes.2 || byte == bytes.3 { return index }
      index &+= 1
    }
    return end
  }

  /// The lowest lane that is true, 16 if none.
  @inline(__always)
  private func firstLane(_ mask: SIMDMask<SIMD16<Int8>>) -> Int {
    // Sound: a mask is sixteen bytes of 0 or -1, and any bits are a valid SIMD2<UInt64>.
    let words = unsafe unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    if words[0] != 0 { return words[0].trailingZeroBitCount >> 3 }
    if words[1] != 0 { return 8 &+ (words[1].trailingZeroBitCount >> 3) }
    return 16
  }
}
