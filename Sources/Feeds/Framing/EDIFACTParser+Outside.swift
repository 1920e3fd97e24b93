import Records

/// What stands before, between and behind interchanges and messages.
extension EDIFACTParser {
  /// Looks for the next interchange. Returns whether the bytes are used up.
  mutating func search(
    _ bytes: Span<UInt8>, _ position: inout Int, _ atEnd: Bool, into batch: inout PassengerBatch
  ) -> Bool {
    switch InterchangeSearch.run(bytes, from: position, atEnd: atEnd) {
    case .found(let start, let body, let separators):
      skipped.note(bytes, position..<start, base: base)
      reportSkipped(into: &batch)
      framer = EDIFACTFramer(separators)
      mode = .inside
      isFirstSegment = true
      hasFoundInterchange = true
      position = body
      return false
    case .undecided(let from):
      skipped.note(bytes, position..<from, base: base)
      position = from
      return true
    case .nothing:
      skipped.note(bytes, position..<bytes.count, base: base)
      position = bytes.count
      return true
    }
  }

  /// Behind UNZ: segments that follow at once are read on, since a UNZ in the wrong place must not cost
  /// what stands behind it; anything else is searched for the next interchange.
  mutating func lookBehind(_ bytes: Span<UInt8>, _ position: inout Int, _ atEnd: Bool) -> Bool {
    while position < bytes.count {
      let byte = bytes[position]
      if framer.separators.isLayout(byte) || byte == framer.separators.terminator {
        position += 1
        continue
      }
      guard let code = framer.tag(bytes, at: position, atEnd: atEnd) else { return true }
      let tag = SegmentTag(rawValue: code)
      mode = tag == nil || tag == .una || tag == .unb ? .outside : .inside
      return false
    }
    return true
  }

  /// Behind UNT or UNE: passes over what is no service segment.
  mutating func passText(
    _ bytes: Span<UInt8>, _ position: inout Int, _ atEnd: Bool, into batch: inout PassengerBatch
  ) -> Bool {
    while position < bytes.count {
      let byte = bytes[position]
      if framer.separators.isLayout(byte) || byte == framer.separators.terminator {
        position += 1
        continue
      }
      if byte | 0x20 == 0x75 {
        guard let code = framer.tag(bytes, at: position, atEnd: atEnd) else { return true }
        if let tag = SegmentTag(rawValue: code), tag.isService {
          reportSkipped(into: &batch)
          mode = .inside
          return false
        }
      }
      // A message whose UNH is lost is better read than passed over.
      if !skipped.isRunning {
        guard let code = framer.tag(bytes, at: position, atEnd: atEnd) else { return true }
        if code != 0, SegmentTag(rawValue: code) != nil {
          mode = .inside
          return false
        }
      }
      skipped.note(bytes, position..<(position + 1), base: base)
      position += 1
    }
    return true
  }
}
