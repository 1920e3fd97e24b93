/// Several bytes as one number, for comparing and looking up short codes at once.
extension Span where Element == UInt8 {
  /// The four bytes from `index` on, first byte lowest.
  /// - Precondition: they lie within the span.
  @inlinable @inline(__always)
  public func word(at index: Int) -> UInt32 {
    precondition(index >= 0 && index &+ 4 <= count)
    // Sound: the four bytes lie within the span, as the condition says, and any bits are a number.
    return UInt32(
      littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt32.self))
  }

  /// The eight bytes from `index` on, first byte lowest.
  /// - Precondition: they lie within the span.
  @inlinable @inline(__always)
  public func doubleWord(at index: Int) -> UInt64 {
    precondition(index >= 0 && index &+ 8 <= count)
    // Sound: the eight bytes lie within the span, as the condition says, and any bits are a number.
    return UInt64(
      littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  }
}
