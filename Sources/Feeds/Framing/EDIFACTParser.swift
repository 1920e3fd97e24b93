import Bytes
import Records

/// Reads EDIFACT interchanges (ISO 9735) of any message type, cut anywhere.
///
/// Three layers: ``InterchangeSearch`` finds where an interchange begins in whatever surrounds it,
/// ``EDIFACTFramer`` where its segments end, and an ``EDIFACTInterpreter`` per message type makes
/// persons of them. In the steady state nothing is copied: a segment is a range of the block; only one
/// that is cut by the end of a block, or has line ends inside, is brought together first.
struct EDIFACTParser {
  enum Mode { case outside, behindInterchange, betweenMessages, inside, oversized }

  private let limits: Limits
  var mode = Mode.outside
  var framer = EDIFACTFramer(EDIFACTSeparators())
  var envelope: EDIFACTEnvelope
  /// A segment without the line ends that were inside it.
  private var unwrapped: [UInt8] = []
  var wraps = LineWraps()
  /// File offset of the first of the bytes that are read.
  var base: UInt64 = 0
  var skipped = SkippedText()
  var isFirstSegment = false
  /// What is read next stands at the beginning of a line, outside of the interchanges.
  var isLineStart = true
  var hasFoundInterchange = false
  /// What else begins where the bytes were used to.
  var meets: JoinedFeedParser.Kind?

  /// - Parameter isTranscoded: the text is UTF-8, whatever UNB declares.
  init(limits: Limits, isTranscoded: Bool = false) {
    self.limits = limits
    envelope = EDIFACTEnvelope(limits: limits)
    envelope.isTranscoded = isTranscoded
  }

  /// Looks for a message, not for an interchange.
  mutating func begin(_ separators: EDIFACTSeparators) {
    framer = EDIFACTFramer(separators)
    mode = .betweenMessages
    hasFoundInterchange = true
  }

  /// Messages of the file so far.
  var messages: UInt32 { envelope.messages }

  /// Goes on behind something else in the same file, of so many messages with those before it.
  mutating func goOn(behind messages: UInt32) {
    envelope.messages = messages
    mode = .outside
    meets = nil
    isLineStart = true
  }

  /// The file has ended: reports what is open.
  /// - Parameter tail: what is left over; ``base`` is its file offset.
  mutating func finish(_ tail: Span<UInt8>, into batch: inout PassengerBatch) {
    let hasTail = mode != .outside && !tail.isEmpty
    var boundary: SegmentTag?
    if hasTail, mode == .inside {
      let code = framer.tag(tail, at: 0, atEnd: true) ?? 0
      boundary = SegmentTag(rawValue: code)
    }
    let end = base + UInt64(tail.count)
    if mode == .outside || mode == .betweenMessages { reportSkipped(into: &batch) }
    envelope.finish(at: end, tail: hasTail ? base : nil, boundary, into: &batch)
    if !hasFoundInterchange {
      batch.diagnostics.append(
        Diagnostic(.truncated, at: end, "the file ends before an interchange begins"))
    }
  }

  /// Reads as many segments as the bytes hold, or as stand before something else; returns how many bytes need not
  /// be seen again.
  mutating func process(
    _ bytes: Span<UInt8>, atEnd: Bool, into batch: inout PassengerBatch
  ) -> Int {
    var position = 0
    while true {
      let before = mode
      let isDone: Bool
      switch mode {
      case .outside: isDone = search(bytes, &position, atEnd, into: &batch)
      case .behindInterchange: isDone = lookBehind(bytes, &position, atEnd)
      case .betweenMessages: isDone = passText(bytes, &position, atEnd, into: &batch)
      case .inside: isDone = readSegments(bytes, &position, atEnd, into: &batch)
      case .oversized: isDone = resynchronise(bytes, &position, atEnd)
      }
      if isDone && before == mode || meets != nil { return position }
    }
  }

  private mutating func readSegments(
    _ bytes: Span<UInt8>, _ position: inout Int, _ atEnd: Bool, into batch: inout PassengerBatch
  ) -> Bool {
    let separators = framer.separators
    while true {
      while position < bytes.count,
        separators.isLayout(bytes[position]) || bytes[position] == separators.terminator
      {
        position &+= 1
      }
      guard position < bytes.count else { return true }
      position = envelope.takeRun(bytes, from: position, framer, base: base, into: &batch)
      if bytes[position] | 0x20 == 0x75, !isFirstSegment {
        guard let code = framer.tag(bytes, at: position, atEnd: atEnd) else { return true }
        if code == SegmentTag.una.rawValue || code == SegmentTag.unb.rawValue {
          mode = .outside
          return false
        }
      }
      if bytes[position] | 0x20 == 0x75,
        let next = framer.interchangeInside(bytes, from: position, atEnd: atEnd)
      {
        report(.syntax, position, "UNZ has no terminator", &batch)
        take(bytes, position..<next, true, into: &batch)
        position = next
        mode = .outside
        return false
      }
      switch framer.boundary(bytes, from: position, atEnd: atEnd) {
      case .needsMore(let seen):
        guard seen - position > limits.segmentBytes else { return true }
        takeBeginning(bytes, &position, into: &batch)
        return false
      case .segment(let end, let hasBreaks, let joins, let isTerminated):
        guard end - position <= limits.segmentBytes else {
          takeBeginning(bytes, &position, into: &batch)
          return false
        }
        if joins > 0 { report(.syntax, position, "terminator inside data", &batch) }
        if !isTerminated { report(.syntax, position, "a segment has no terminator", &batch) }
        take(bytes, position..<end, hasBreaks, into: &batch)
        position = end + 1
        isFirstSegment = false
        if mode != .inside { return false }
      }
    }
  }

  private mutating func take(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ hasBreaks: Bool, into batch: inout PassengerBatch
  ) {
    let offset = base + UInt64(range.lowerBound)
    let after: EDIFACTEnvelope.Next
    if hasBreaks || framer.hasBlankInTag(bytes, range) {
      var clean: [UInt8] = []
      swap(&clean, &unwrapped)
      clean.removeAll(keepingCapacity: true)
      wraps.unwrap(bytes, range, framer.separators, into: &clean)
      after = envelope.take(clean.span, 0..<clean.count, framer, at: offset, into: &batch)
      swap(&clean, &unwrapped)
    } else {
      after = envelope.take(bytes, range, framer, at: offset, into: &batch)
    }
    switch after {
    case .segments: break
    case .messages:
      mode = .betweenMessages
      isLineStart = true
    case .interchanges: mode = .behindInterchange
    }
  }

  /// A segment over the limit is reported and read as far as the limit, so that a name in it is not lost.
  /// Behind the limit the next segment is looked for, wherever the block ends.
  private mutating func takeBeginning(
    _ bytes: Span<UInt8>, _ position: inout Int, into batch: inout PassengerBatch
  ) {
    report(.tooLarge, position, "segment over the limit, read as far as the limit", &batch)
    envelope.hasLost = true
    let end = position + limits.segmentBytes
    if let code = framer.tag(bytes, at: position, atEnd: true),
      let tag = SegmentTag(rawValue: code), !tag.isService
    {
      take(bytes, position..<end, true, into: &batch)
    }
    position = end
    isFirstSegment = false
    mode = .oversized
  }

  private mutating func resynchronise(
    _ bytes: Span<UInt8>, _ position: inout Int, _ atEnd: Bool
  ) -> Bool {
    switch framer.resynchronise(bytes, from: position, atEnd: atEnd) {
    case .segment(let end, _, _, _):
      position = end + 1
      mode = .inside
      return false
    case .needsMore(let seen):
      // A terminator near the end may have its segment in the next block.
      position = seen
      return true
    }
  }

  private func report(
    _ code: ReasonCode, _ position: Int, _ text: String, _ batch: inout PassengerBatch
  ) {
    batch.diagnostics.append(
      Diagnostic(
        code, at: base + UInt64(position), text, messageReference: envelope.messageReference))
  }

  mutating func reportSkipped(into batch: inout PassengerBatch) {
    if let found = skipped.take() { batch.diagnostics.append(found) }
  }
}
