/// Finds the next control character or full stop, sixteen bytes at a time: where a line of a telegram, or
/// an element within it, may end.
public enum LineScanner {
  /// - Returns: the index of the first byte below 0x20 or equal to `.` at or after `start`, or
  ///   `span.count`.
  @inlinable @inline(__always)
  public static func next(in span: Span<UInt8>, from start: Int) -> Int {
    var index = start
    let end = span.count
    // Spelled out: where the types are left to be inferred the compares are made byte by byte.
    let blank: SIMD16<UInt8> = SIMD16<UInt8>(repeating: 0x20)
    let stop: SIMD16<UInt8> = SIMD16<UInt8>(repeating: 0x2E)
    while index &+ 16 <= end {
      let block: SIMD16<UInt8> = span.block(at: index)
      let found = laneBits((block .< blank) .| (block .== stop))
      if found != 0 { return index &+ found.trailingZeroBitCount }
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
