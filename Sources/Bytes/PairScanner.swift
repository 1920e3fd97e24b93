/// Finds the next place where two letters of either case stand together, also with a line end in place of
/// the second, sixteen places at a time: for tokens whose first letter is common.
public struct PairScanner: Sendable {
  @usableFromInline let first: UInt8
  @usableFromInline let second: UInt8

  /// - Parameters: two letters of ASCII.
  @inlinable @inline(__always)
  public init(_ first: UInt8, _ second: UInt8) {
    self.first = first | 0x20
    self.second = second | 0x20
  }

  /// - Returns: the index of the first letter of such a pair at or after `start`, also of a first letter that
  ///   ends the span; `span.count` where there is none.
  @inlinable @inline(__always)
  public func next(in span: Span<UInt8>, from start: Int) -> Int {
    var index = start
    let end = span.count
    let small: SIMD16<UInt8> = SIMD16<UInt8>(repeating: 0x20)
    let firsts: SIMD16<UInt8> = SIMD16<UInt8>(repeating: first)
    let seconds: SIMD16<UInt8> = SIMD16<UInt8>(repeating: second)
    let feed: SIMD16<UInt8> = SIMD16<UInt8>(repeating: 0x0A)
    let carriage: SIMD16<UInt8> = SIMD16<UInt8>(repeating: 0x0D)
    while index &+ 17 <= end {
      let block: SIMD16<UInt8> = span.block(at: index)
      let behind: SIMD16<UInt8> = span.block(at: index &+ 1)
      let follows = ((behind | small) .== seconds) .| (behind .== feed) .| (behind .== carriage)
      let lanes = laneBits(((block | small) .== firsts) .& follows)
      if lanes != 0 { return index &+ lanes.trailingZeroBitCount }
      index &+= 16
    }
    while index < end {
      if span[index] | 0x20 == first, index &+ 1 == end || follows(span[index &+ 1]) {
        return index
      }
      index &+= 1
    }
    return end
  }

  @inlinable @inline(__always)
  func follows(_ byte: UInt8) -> Bool {
    byte | 0x20 == second || byte == 0x0A || byte == 0x0D
  }
}
