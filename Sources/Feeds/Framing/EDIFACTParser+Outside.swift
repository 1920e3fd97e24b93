import Records

/// What stands before, between and behind interchanges and messages.
extension EDIFACTParser {
  /// Looks for the next interchange, or a list or a document before it. Returns whether the bytes are used up.
  mutating func search(
    _ bytes: Span<UInt8>, _ position: inout Int, _ atEnd: Bool, into batch: inout PassengerBatch
  ) -> Bool {
    let found = InterchangeSearch.run(bytes, from: position, atEnd: atEnd)
    let end: Int
    switch found {
    case .found(let start, _, _): end = start
    case .undecided(let from): end = from
    case .nothing: end = bytes.count
    }
    guard passToOther(bytes, &position, end, isAll: atEnd || end < bytes.count, into: &batch)
    else { return true }
    guard case .found(_, let body, let separators) = found else { return true }
    reportSkipped(into: &batch)
    framer = EDIFACTFramer(separators)
    wraps = LineWraps()
    mode = .inside
    isFirstSegment = true
    hasFoundInterchange = true
    position = body
    return false
  }

  /// Passes over text before `end`. Returns false where something else begins in it, or may begin.
  /// - Parameter isAll: what stands behind `end` does not belong to the text.
  private mutating func passToOther(
    _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, isAll: Bool,
    into batch: inout PassengerBatch
  ) -> Bool {
    var stop = end
    let before = bytes.extracting(0..<end)
    switch ListSearch.run(before, from: position, isLineStart: isLineStart, atEnd: isAll) {
    case .found(let list):
      stop = list
      meets = .lists
    case .undecided(let line): stop = line
    case .nothing: break
    }
    switch DocumentSearch.run(before, from: position, before: stop, atEnd: isAll) {
    case .found(let document):
      stop = document
      meets = .documents
    case .undecided(let tag):
      stop = tag
      meets = nil
    case .nothing: break
    }
    let text = position..<stop
    isLineStart = ListSearch.isLineStart(behind: bytes, text, isLineStart)
    skipped.note(bytes, text, base: base)
    position = stop
    if meets != nil { reportSkipped(into: &batch) }
    return stop == end && meets == nil
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
      isLineStart = true
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
        isLineStart = isLineStart || ListSearch.isLineEnd(byte)
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
      // UNZ is lost, and something else follows.
      guard let isOther = meetsOther(bytes, position, atEnd, into: &batch), !isOther else {
        return true
      }
      let one = position..<(position + 1)
      isLineStart = ListSearch.isLineStart(behind: bytes, one, isLineStart)
      skipped.note(bytes, one, base: base)
      position += 1
    }
    return true
  }

  /// Whether a list or a document begins here; nil where more bytes are needed to say.
  private mutating func meetsOther(
    _ bytes: Span<UInt8>, _ position: Int, _ atEnd: Bool, into batch: inout PassengerBatch
  ) -> Bool? {
    switch DocumentSearch.run(bytes, from: position, before: position + 1, atEnd: atEnd) {
    case .found: meets = .documents
    case .undecided: return nil
    case .nothing: break
    }
    if meets == nil, isLineStart {
      guard let isList = ListSearch.begins(bytes, at: position, atEnd) else { return nil }
      if isList { meets = .lists }
    }
    guard meets != nil else { return false }
    reportSkipped(into: &batch)
    return true
  }
}
