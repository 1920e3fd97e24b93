/// Finds the next control character or full stop, sixteen bytes at a time: where a line of a telegram, or
/// an element within it, may end.
public enum LineScanner {
  /// - Returns: the index of the first byte below 0x20 or equal to `.` at or after `start`, or
  ///   `span.count`.
  @inlinable @inline(__always)
  public static func next(in span: Span<UInt8>, from start: Int) -> Int {
    var index = start
    let end = span.count
    let blank = SIMD16<UInt8>(repeating: 0x20)
    let stop = SIMD16<UInt8>(repeating: 0x2E)
    while index &+ 16 <= end {
      // Sound: the sixteen bytes from `index` lie within the span, as the condition says.
      let block = unsafe span.bytes.unsafeLoadUnaligned(
        fromByteOffset: index, as: SIMD16<UInt8>.self)
      let found = (block .< blank) .| (block .== stop)
      // Sound: a mask is sixteen bytes of 0 or -1, and any bits are a valid SIMD2<UInt64>.
      let words = unsafe unsafeBitCast(found, to: SIMD2<UInt64>.self)
      if words[0] != 0 { return index &+ (words[0].trailingZeroBitCount >> 3) }
      if words[1] != 0 { return index &+ 8 &+ (words[1].trailingZeroBitCount >> 3) }
      index &+= 16
    }
    while index < end {
      let byte = span[index]
      if byte < 0x20 || byte == 0x2E { return index }
      index &+= 1
    }
    return end
  }
}
