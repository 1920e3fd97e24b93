/// Where the elements and components of one segment lie; the arrays are used again for each segment.
///
/// Repetitions are not split: where a value may repeat, its reader does that, since in free text the
/// repetition separator is an ordinary character.
struct SegmentTokens {
  /// Start of every component; a last entry lies one behind the end.
  private var starts: [Int] = []
  /// Index in `starts` of every element's first component; a last entry counts all components.
  private var elements: [Int] = []

  /// Splits the segment at `range`, tag included (element 0).
  mutating func read(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ separators: EDIFACTSeparators
  ) {
    starts.removeAll(keepingCapacity: true)
    elements.removeAll(keepingCapacity: true)
    starts.append(range.lowerBound)
    elements.append(0)
    var index = range.lowerBound
    let end = range.upperBound
    while index < end {
      let byte = bytes[index]
      index &+= 1
      if byte == separators.component {
        starts.append(index)
      } else if byte == separators.element {
        elements.append(starts.count)
        starts.append(index)
      } else if byte == separators.release, byte != 0 {
        index &+= 1
      }
    }
    elements.append(starts.count)
    starts.append(end &+ 1)
  }

  /// Number of elements, the tag not counted.
  var count: Int { elements.count - 2 }

  func componentCount(_ element: Int) -> Int {
    element + 1 < elements.count ? elements[element + 1] - elements[element] : 0
  }

  /// Where a component lies; empty if the sender dropped it.
  @inline(__always)
  func component(_ element: Int, _ component: Int = 0) -> Range<Int> {
    guard element &+ 1 < elements.count else { return 0..<0 }
    let index = elements[element] &+ component
    guard index < elements[element &+ 1] else { return 0..<0 }
    return starts[index]..<(starts[index &+ 1] &- 1)
  }

  /// From the start of a component to the end of its element, separators included: free text.
  func tail(_ element: Int, _ component: Int) -> Range<Int> {
    guard element + 1 < elements.count else { return 0..<0 }
    let index = elements[element] + component
    guard index < elements[element + 1] else { return 0..<0 }
    return starts[index]..<(starts[elements[element + 1]] - 1)
  }
}
