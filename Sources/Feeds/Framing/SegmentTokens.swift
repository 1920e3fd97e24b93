import Bytes

/// Where the elements and components of one segment lie; the memory is used again for each segment.
///
/// Repetitions are not split: where a value may repeat, its reader does that, since in free text the
/// repetition separator is an ordinary character.
struct SegmentTokens {
  /// First half: the start of every component; the entry behind the last lies one behind the end.
  /// Second half: for every element the index of its first component; the entry behind the last counts
  /// all components.
  private var places = [Int](repeating: 0, count: 128)
  private var half = 64
  private var elementCount = 0
  private var separators = EDIFACTSeparators()
  private var scanner = SegmentTokens.scanner(EDIFACTSeparators())

  private static func scanner(_ separators: EDIFACTSeparators) -> ByteScanner {
    let release = separators.release == 0 ? separators.component : separators.release
    return ByteScanner(separators.component, separators.element, release, release)
  }

  /// Splits the segment at `range`, tag included (element 0).
  mutating func read(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ separators: EDIFACTSeparators
  ) {
    if separators != self.separators {
      self.separators = separators
      scanner = SegmentTokens.scanner(separators)
    }
    while !split(bytes, range) {
      half *= 2
      places = [Int](repeating: 0, count: half * 2)
    }
  }

  /// Returns false if there is no room for the tokens.
  private mutating func split(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let scanner = scanner
    let separators = separators
    let half = half
    let end = range.upperBound
    var index = range.lowerBound
    var components = 1
    var elements = 1
    // The byte behind a release character is data.
    var released = -1
    var places = places.mutableSpan
    places[0] = index
    places[half] = 0
    while index < end {
      var found = scanner.matches(in: bytes, at: index)
      let left = end &- index
      if left < 16 { found &= (1 &<< UInt32(truncatingIfNeeded: left)) &- 1 }
      while found != 0 {
        let place = index &+ found.trailingZeroBitCount
        found &= found &- 1
        if place == released { continue }
        let byte = bytes[place]
        if byte == separators.component || byte == separators.element {
          guard components &+ 2 < half else { return false }
          if byte == separators.element {
            places[half &+ elements] = components
            elements &+= 1
          }
          places[components] = place &+ 1
          components &+= 1
        } else {
          released = place &+ 1
        }
      }
      index &+= 16
    }
    places[half &+ elements] = components
    places[components] = end &+ 1
    elementCount = elements
    return true
  }

  /// Number of elements, the tag not counted.
  var count: Int { elementCount &- 1 }

  @inline(__always)
  func componentCount(_ element: Int) -> Int {
    element < elementCount ? places[half &+ element &+ 1] &- places[half &+ element] : 0
  }

  /// Where a component lies; empty if the sender dropped it.
  @inline(__always)
  func component(_ element: Int, _ component: Int = 0) -> Range<Int> {
    guard element < elementCount else { return 0..<0 }
    let index = places[half &+ element] &+ component
    guard index < places[half &+ element &+ 1] else { return 0..<0 }
    return places[index]..<(places[index &+ 1] &- 1)
  }

  /// From the start of a component to the end of its element, separators included: free text.
  func tail(_ element: Int, _ component: Int) -> Range<Int> {
    guard element < elementCount else { return 0..<0 }
    let index = places[half &+ element] &+ component
    guard index < places[half &+ element &+ 1] else { return 0..<0 }
    return places[index]..<(places[places[half &+ element &+ 1]] &- 1)
  }
}
