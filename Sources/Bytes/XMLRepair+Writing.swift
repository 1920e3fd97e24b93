/// Writing out the tags that were paired, with the ones that are missing.
extension XMLRepair {
  mutating func write(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    for (number, tag) in tags.enumerated() {
      writeText(bytes, index..<tag.range.lowerBound)
      writeImplied(bytes, number)
      offsets.add(clean: text.count, raw: tag.range.lowerBound - first)
      write(bytes, tag, number)
      offsets.add(clean: text.count, raw: tag.range.upperBound - first)
      index = tag.range.upperBound
    }
    writeText(bytes, index..<range.upperBound)
    writeImplied(bytes, tags.count)
  }

  private mutating func writeImplied(_ bytes: Span<UInt8>, _ number: Int) {
    for start in ends[number] ?? [] { writeEnd(bytes, of: start) }
    for end in starts[number] ?? [] {
      if number < tags.count {
        offsets.add(clean: text.count, raw: tags[number].range.lowerBound - first)
      }
      text.append(0x3C)
      text.append(copying: bytes.extracting(tags[end].name))
      text.append(0x3E)
      open.append(end)
    }
  }

  /// Ends the element that began with a tag, and before it what is still open in it.
  private mutating func writeEnd(_ bytes: Span<UInt8>, of start: Int) {
    guard let place = open.lastIndex(of: start) else { return }
    for index in open[place...].reversed() {
      text.append(contentsOf: [0x3C, 0x2F])
      text.append(copying: bytes.extracting(name(of: tags[index])))
      text.append(0x3E)
    }
    open.removeSubrange(place...)
  }

  private mutating func write(_ bytes: Span<UInt8>, _ tag: XMLTag, _ number: Int) {
    switch tag.kind {
    case .nothing: break
    case .data:
      writeText(bytes, (tag.range.lowerBound + 9)..<(tag.range.upperBound - 3), isData: true)
    case .end:
      if tag.partner >= 0 { writeEnd(bytes, of: tag.partner) }
    case .start, .empty:
      let isOpen = tag.partner >= 0 || tag.endsBefore >= 0 || staysOpen.contains(number)
      let isEmpty = tag.kind == .empty || !isOpen
      let name = name(of: tag)
      if !isEmpty { open.append(number) }
      if !tag.isMalformed, name == tag.name, isEmpty == (tag.kind == .empty) {
        text.append(copying: bytes.extracting(tag.range))
        return
      }
      text.append(0x3C)
      text.append(copying: bytes.extracting(name))
      XMLAttributeRepair.write(bytes, tag.name.upperBound..<tag.range.upperBound, to: &text)
      if isEmpty { text.append(0x2F) }
      text.append(0x3E)
    }
  }

  /// Of the names of two tags that differ the one that is known.
  private func name(of start: XMLTag) -> Range<Int> {
    guard start.code == 0, start.partner >= 0, tags[start.partner].code != 0 else {
      return start.name
    }
    return tags[start.partner].name
  }

  private mutating func writeText(_ bytes: Span<UInt8>, _ range: Range<Int>, isData: Bool = false) {
    for index in range {
      let escape: [UInt8]
      switch bytes[index] {
      case 0x3C: escape = XMLRepair.less
      case 0x3E: escape = XMLRepair.greater
      case 0x26 where isData: escape = XMLRepair.ampersand
      default:
        text.append(bytes[index])
        continue
      }
      offsets.add(clean: text.count, raw: index - first)
      text.append(contentsOf: escape)
      offsets.add(clean: text.count, raw: index + 1 - first)
    }
  }

  private static let less = Array("&lt;".utf8)
  private static let greater = Array("&gt;".utf8)
  private static let ampersand = Array("&amp;".utf8)
}
