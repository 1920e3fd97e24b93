/// Several bytes at once: short codes compared and looked up as one number, texts looked over in blocks.
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

  /// The sixteen bytes from `index` on.
  /// - Precondition: they lie within the span.
  @inlinable @inline(__always)
  func block(at index: Int) -> SIMD16<UInt8> {
    precondition(index >= 0 && index &+ 16 <= count)
    // Sound: the sixteen bytes lie within the span, as the condition says.
    return unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
  }

  /// Whether two stretches hold the same bytes.
  @inlinable @inline(__always)
  public func isEqual(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    guard first.count == second.count else { return false }
    var left = first.lowerBound
    var right = second.lowerBound
    if first.count <= 16, left >= 0, right >= 0, left &+ 16 <= count, right &+ 16 <= count {
      // All at once, whatever the length: names are of many lengths, and short.
      let unlike = ~laneBits(block(at: left) .== block(at: right))
      return unlike & ((1 &<< UInt32(truncatingIfNeeded: first.count)) &- 1) == 0
    }
    while left &+ 8 <= first.upperBound {
      if doubleWord(at: left) != doubleWord(at: right) { return false }
      left &+= 8
      right &+= 8
    }
    let rest = first.upperBound &- left
    if rest == 0 { return true }
    if left &+ 8 <= count, right &+ 8 <= count {
      // What lies behind the two is shifted out.
      let unlike = doubleWord(at: left) ^ doubleWord(at: right)
      return unlike &<< UInt64(truncatingIfNeeded: 64 &- rest &* 8) == 0
    }
    while left < first.upperBound {
      if self[left] != self[right] { return false }
      left &+= 1
      right &+= 1
    }
    return true
  }

  /// At most eight bytes as they stand, first byte lowest, if all are visible ASCII without lower case
  /// letters (21 to 60 hex); nil for other bytes, for more of them, and at the very end of the span.
  @inlinable @inline(__always)
  public func plainCode(_ range: Range<Int>) -> UInt64? {
    let length = range.upperBound &- range.lowerBound
    guard length <= 8, range.lowerBound &+ 8 <= count else { return nil }
    if length == 0 { return 0 }
    let unused = UInt64(truncatingIfNeeded: 8 &- length) &* 8
    let kept = (doubleWord(at: range.lowerBound) &<< unused) &>> unused
    // Lanes that are not used hold a letter for the test.
    let tested = kept | ~(UInt64.max &>> unused) & 0x4141_4141_4141_4141
    let over = tested &+ 0x1F1F_1F1F_1F1F_1F1F
    let under = tested &- 0x2121_2121_2121_2121
    return (tested | over | under) & 0x8080_8080_8080_8080 == 0 ? kept : nil
  }

  /// Whether the range holds only ASCII from blank to 5F hex (no lower case letters) without `marker`,
  /// with single blanks, and none at its ends.
  @inlinable
  public func isPlainText(_ range: Range<Int>, without marker: UInt8) -> Bool {
    guard range.lowerBound < range.upperBound else { return true }
    if self[range.lowerBound] == 0x20 || self[range.upperBound &- 1] == 0x20 { return false }
    var index = range.lowerBound
    var wasBlank: UInt32 = 0
    // Spelled out: where the types are left to be inferred the compares are made byte by byte.
    let markers: SIMD16<UInt8> = SIMD16<UInt8>(repeating: marker)
    let classBits: SIMD16<UInt8> = SIMD16<UInt8>(repeating: 0xE0)
    let low: SIMD16<UInt8> = SIMD16<UInt8>(repeating: 0x20)
    let high: SIMD16<UInt8> = SIMD16<UInt8>(repeating: 0x40)
    while index < range.upperBound {
      let left = range.upperBound &- index
      let wanted: UInt32 = left < 16 ? (1 &<< UInt32(truncatingIfNeeded: left)) &- 1 : 0xFFFF
      guard index &+ 16 <= count else { return isPlainTail(index..<range.upperBound, marker) }
      let block: SIMD16<UInt8> = block(at: index)
      let kind: SIMD16<UInt8> = block & classBits
      // A third of a byte tells: 20 to 3F, or 40 to 5F.
      let isGood = (kind .== low) .| (kind .== high)
      let isMarker = block .== markers
      if (~laneBits(isGood) | laneBits(isMarker)) & wanted != 0 { return false }
      let blanks = laneBits(block .== low) & wanted
      if blanks & (blanks << 1 | wasBlank) != 0 { return false }
      wasBlank = blanks >> 15
      index &+= 16
    }
    return true
  }

  @inlinable
  func isPlainTail(_ range: Range<Int>, _ marker: UInt8) -> Bool {
    for index in range {
      let byte = self[index]
      if byte < 0x20 || byte > 0x5F || byte == marker { return false }
      if byte == 0x20, self[index &- 1] == 0x20 { return false }
    }
    return true
  }

  /// What ``letters(in:)`` finds.
  @frozen public enum Letters { case letters, words, other }

  /// Whether the range holds only A–Z, or such words with single blanks between; empty is `.other`.
  @inlinable
  public func letters(in range: Range<Int>) -> Letters {
    guard range.lowerBound < range.upperBound else { return .other }
    var index = range.lowerBound
    var hasBlank = false
    let first: SIMD16<UInt8> = SIMD16<UInt8>(repeating: 0x41)
    let count26: SIMD16<UInt8> = SIMD16<UInt8>(repeating: 26)
    let blank: SIMD16<UInt8> = SIMD16<UInt8>(repeating: 0x20)
    while index < range.upperBound {
      guard index &+ 16 <= count else {
        // The end of the span: the last bytes one by one.
        for tail in index..<range.upperBound where self[tail] < 0x41 || self[tail] > 0x5A {
          if self[tail] != 0x20 { return .other }
          hasBlank = true
        }
        break
      }
      let left = range.upperBound &- index
      let wanted: UInt32 = left < 16 ? (1 &<< UInt32(truncatingIfNeeded: left)) &- 1 : 0xFFFF
      let block: SIMD16<UInt8> = block(at: index)
      let places: SIMD16<UInt8> = block &- first
      let letters = laneBits(places .< count26) & wanted
      if letters != wanted {
        let blanks = laneBits(block .== blank) & wanted
        if letters | blanks != wanted { return .other }
        hasBlank = true
      }
      index &+= 16
    }
    guard hasBlank else { return .letters }
    return hasSingleBlanks(range) ? .words : .other
  }

  @inlinable
  func hasSingleBlanks(_ range: Range<Int>) -> Bool {
    var wasBlank = true
    for index in range {
      let isBlank = self[index] == 0x20
      if isBlank && wasBlank { return false }
      wasBlank = isBlank
    }
    return !wasBlank
  }
}
