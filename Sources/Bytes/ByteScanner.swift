/// Finds the next of four byte values, sixteen bytes at a time: the inner loop of framing.
///
/// Each stretch of data between two special bytes is looked at once, by vector compares; the plain
/// twin in the tests gives the same answers.
public struct ByteScanner: Sendable {
  @usableFromInline let first: SIMD16<UInt8>
  @usableFromInline let second: SIMD16<UInt8>
  @usableFromInline let third: SIMD16<UInt8>
  @usableFromInline let fourth: SIMD16<UInt8>
  @usableFromInline let bytes: (UInt8, UInt8, UInt8, UInt8)

  /// Looks for any of the four values; repeat one to look for fewer.
  @inlinable @inline(__always)
  public init(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) {
    self.first = SIMD16(repeating: first)
    self.second = SIMD16(repeating: second)
    self.third = SIMD16(repeating: third)
    self.fourth = SIMD16(repeating: fourth)
    bytes = (first, second, third, fourth)
  }

  /// - Returns: the index of the first such byte at or after `start`, or `span.count`.
  @inlinable @inline(__always)
  public func next(in span: Span<UInt8>, from start: Int) -> Int {
    var index = start
    let end = span.count
    while index &+ 16 <= end {
      let block = span.block(at: index)
      let found =
        ((block .== first) .| (block .== second)) .| ((block .== third) .| (block .== fourth))
      let lanes = laneBits(found)
      if lanes != 0 { return index &+ lanes.trailingZeroBitCount }
      index &+= 16
    }
    while index < end {
      if isOne(span[index]) { return index }
      index &+= 1
    }
    return end
  }

  /// Which of the sixteen bytes from `index` on are looked for, the first in the lowest bit; bytes
  /// behind the end of the span are not.
  @inlinable @inline(__always)
  public func matches(in span: Span<UInt8>, at index: Int) -> UInt32 {
    guard index &+ 16 <= span.count else { return matchesAtEnd(of: span, from: index) }
    let block = span.block(at: index)
    return laneBits(
      ((block .== first) .| (block .== second)) .| ((block .== third) .| (block .== fourth)))
  }

  /// ``matches(in:at:)``, and which of the sixteen bytes are visible ASCII without lower case letters
  /// (21 to 5F); none of both at the end of the span.
  @inlinable @inline(__always)
  public func look(in span: Span<UInt8>, at index: Int) -> (matches: UInt32, plain: UInt32) {
    guard index &+ 16 <= span.count else { return (0, 0) }
    let block: SIMD16<UInt8> = span.block(at: index)
    let low: SIMD16<UInt8> = SIMD16<UInt8>(repeating: 0x20)
    let high: SIMD16<UInt8> = SIMD16<UInt8>(repeating: 0x40)
    let kind: SIMD16<UInt8> = block & SIMD16<UInt8>(repeating: 0xE0)
    let found =
      ((block .== first) .| (block .== second)) .| ((block .== third) .| (block .== fourth))
    let isGood = (kind .== low) .| (kind .== high)
    return (laneBits(found), laneBits(isGood) & ~laneBits(block .== low))
  }

  @inlinable
  func matchesAtEnd(of span: Span<UInt8>, from start: Int) -> UInt32 {
    var found: UInt32 = 0
    for lane in 0..<max(0, span.count &- start) where isOne(span[start &+ lane]) {
      found |= 1 << UInt32(truncatingIfNeeded: lane)
    }
    return found
  }

  @inlinable @inline(__always)
  func isOne(_ byte: UInt8) -> Bool {
    byte == bytes.0 || byte == bytes.1 || byte == bytes.2 || byte == bytes.3
  }
}
