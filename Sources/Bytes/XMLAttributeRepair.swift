/// The attributes of a start tag that is not well-formed, as far as they can be read.
enum XMLAttributeRepair {
  /// Appends each attribute that has a name and a value, once.
  /// - Parameter range: of the tag behind its name, with its bracket.
  static func write(_ bytes: Span<UInt8>, _ range: Range<Int>, to text: inout [UInt8]) {
    var end = range.upperBound
    if end > range.lowerBound, bytes[end - 1] == 0x3E {
      end -= 1
      if end > range.lowerBound, bytes[end - 1] == 0x2F { end -= 1 }
    }
    var names: [Range<Int>] = []
    var index = range.lowerBound
    while index < end, names.count < XMLTagScanner.attributesMax {
      guard XMLTagScanner.isNameStart(bytes[index]) else {
        index += 1
        continue
      }
      let name = index..<XMLTagScanner.nameEnd(bytes, index, end)
      index = passBlanks(bytes, name.upperBound, end)
      guard index < end, bytes[index] == 0x3D else { continue }
      index = passBlanks(bytes, index + 1, end)
      let value = value(bytes, index, end)
      index = value.upperBound
      guard !names.contains(where: { XMLTagScanner.isEqual(bytes, $0, name) }) else { continue }
      names.append(name)
      text.append(0x20)
      text.append(copying: bytes.extracting(name))
      text.append(contentsOf: [0x3D, 0x22])
      for place in value where bytes[place] != 0x22 { text.append(bytes[place]) }
      text.append(0x22)
    }
  }

  /// As far as its quote. One without quotes ends at a blank, and so does one whose closing quote is
  /// lost: the next quote opens the value of the next attribute.
  private static func value(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Range<Int> {
    guard start < end else { return start..<start }
    let quote = bytes[start]
    var index = start
    guard quote == 0x22 || quote == 0x27 else {
      while index < end, bytes[index] > 0x20 { index += 1 }
      return start..<index
    }
    index += 1
    while index < end, bytes[index] != quote { index += 1 }
    guard index < end, bytes[index - 1] == 0x3D else { return (start + 1)..<index }
    var blank = index - 1
    while blank > start, bytes[blank] > 0x20 { blank -= 1 }
    return (start + 1)..<max(start + 1, blank > start ? blank : index)
  }

  private static func passBlanks(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, bytes[index] <= 0x20 { index += 1 }
    return index
  }
}
