import Bytes

/// Where the separators of a short segment stand: one bit per byte, from its first one on.
struct SegmentMarks {
  let start: Int
  let end: Int
  /// Whether the segment goes on behind `end`.
  let isCut: Bool
  let elements: UInt64
  let components: UInt64

  /// - Returns: nil for a segment of more than 64 bytes, at the end of the block, or with a release
  ///   character in it.
  @inline(__always)
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>, _ separators: EDIFACTSeparators) {
    guard range.upperBound &- range.lowerBound <= 64 else { return nil }
    self.init(bytes, headOf: range, separators)
  }

  /// The first 64 bytes of a segment of any length.
  @inline(__always)
  init?(_ bytes: Span<UInt8>, headOf range: Range<Int>, _ separators: EDIFACTSeparators) {
    let count = min(range.upperBound &- range.lowerBound, 64)
    guard count > 0, range.lowerBound &+ 64 <= bytes.count else { return nil }
    start = range.lowerBound
    end = start &+ count
    isCut = end < range.upperBound
    let within = UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- count)
    if separators.release != 0 {
      guard bytes.marks(at: start, separators.release) & within == 0 else { return nil }
    }
    elements = bytes.marks(at: start, separators.element) & within
    components = bytes.marks(at: start, separators.component) & within
  }

  /// Marks from a place in the segment on.
  @inline(__always)
  private func marks(_ all: UInt64, from place: Int) -> UInt64 {
    let skipped = place &- start
    return skipped >= 64 ? 0 : all & (UInt64.max &<< UInt64(truncatingIfNeeded: skipped))
  }

  /// The components of the element that begins at `place`.
  @inline(__always)
  func fields(from place: Int) -> Fields {
    let rest = marks(elements, from: place)
    let upper = rest == 0 ? end : start &+ rest.trailingZeroBitCount
    var inside = marks(components, from: place)
    if upper &- start < 64 {
      inside &= ~(UInt64.max &<< UInt64(truncatingIfNeeded: upper &- start))
    }
    return Fields(
      origin: start, place: place, end: upper, isWhole: rest != 0 || !isCut, marks: inside)
  }

  /// One component after the other; empty behind the last one.
  struct Fields {
    fileprivate let origin: Int
    fileprivate var place: Int
    fileprivate let end: Int
    /// Whether the element ends where the last component does, not only the bytes looked at.
    let isWhole: Bool
    fileprivate var marks: UInt64

    @inline(__always)
    mutating func next() -> Range<Int> {
      guard place <= end else { return end..<end }
      let upper = marks == 0 ? end : origin &+ marks.trailingZeroBitCount
      let found = place..<upper
      marks &= marks &- 1
      place = upper &+ 1
      return found
    }

    /// Whether there are no more.
    var isOver: Bool { place > end }
  }
}
