import Bytes

/// Takes the line ends out of the segments of one interchange, whose sender wraps his lines anywhere.
///
/// Some begin or end each line with a blank, which is layout: numbers, dates and codes go on without it. A
/// blank is data only between two words, so where a letter stands behind it; at the beginning of a line even then
/// only if the lines before did not all begin with one.
struct LineWraps {
  /// Lines within segments that begin with a blank, and those that do not.
  private var indented = 0
  private var others = 0

  /// Appends the segment at `range` without line ends.
  mutating func unwrap(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ separators: EDIFACTSeparators,
    into clean: inout [UInt8]
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D {
        index = pass(bytes, index..<range.upperBound, separators, into: &clean)
        continue
      }
      index += 1
      // `NAD +FL`
      if byte == 0x20, clean.count <= 3 { continue }
      clean.append(byte)
    }
  }

  /// Passes line ends and the blanks beside them.
  private mutating func pass(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ separators: EDIFACTSeparators,
    into clean: inout [UInt8]
  ) -> Int {
    var index = range.lowerBound
    var isIndented = false
    while index < range.upperBound {
      let byte = bytes[index]
      guard byte == 0x0A || byte == 0x0D || byte == 0x20 else { break }
      isIndented = byte == 0x20
      index += 1
    }
    if isIndented { indented += 1 } else { others += 1 }
    guard clean.count > 3 else { return index }
    var isFilled = false
    while clean.count > 4, clean[clean.count - 1] == 0x20,
      !isReleased(clean, clean.count - 1, separators)
    {
      clean.removeLast()
      isFilled = true
    }
    let hasBlank = isFilled || isIndented && others > indented
    if hasBlank, index < range.upperBound, isLetter(bytes[index]) || bytes[index] >= 0x80 {
      clean.append(0x20)
    }
    return index
  }

  private func isReleased(
    _ clean: [UInt8], _ index: Int, _ separators: EDIFACTSeparators
  ) -> Bool {
    separators.release != 0 && clean[index - 1] == separators.release
  }
}
