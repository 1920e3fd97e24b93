import Bytes
import Records

/// The service segments of ISO 9735: opens and closes interchanges, groups and messages, checks their
/// counts and references, and hands all other segments to the message's interpreter.
struct EDIFACTEnvelope {
  /// What may follow a segment.
  enum Next { case segments, messages, interchanges }

  struct Level {
    var isOpen = false
    var reference: [UInt8] = []
    /// Segments of a message, messages of a group, messages of an interchange.
    var count = 0
  }

  let limits: Limits
  var tokens = SegmentTokens()
  var interchange = Level()
  var group = Level()
  var message = Level()
  var groups = 0
  var charset = Charset()
  /// The text is UTF-8, whatever UNB declares.
  var isTranscoded = false
  var preparation: PartialDate?
  /// What UNB and UNG say of all their messages.
  var origin = Origin()
  /// Messages of the file so far.
  var messages: UInt32 = 0
  var context = MessageContext()
  var interpreters: [String: any EDIFACTInterpreter] = [:]
  var current: (any EDIFACTInterpreter)?
  /// The interpreter of the last message of this interchange.
  var previous: (any EDIFACTInterpreter)?
  var hasReportedOutside = false
  /// Whether something of the open message was not read.
  var hasLost = false
  /// The push of the last message, kept back until it is certain that nothing more belongs to it.
  var pending: (header: MessageHeader, push: Push)?

  init(limits: Limits) { self.limits = limits }

  var messageReference: String { message.isOpen ? context.header.reference : "" }

  /// Takes one segment; returns what may follow it.
  mutating func take(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ framer: EDIFACTFramer, at offset: UInt64,
    into batch: inout PassengerBatch
  ) -> Next {
    message.count &+= 1
    guard range.count >= 3,
      let tag = SegmentTag(
        rawValue: SegmentTag.code(
          bytes[range.lowerBound], bytes[range.lowerBound &+ 1], bytes[range.lowerBound &+ 2]))
    else {
      reportUnknown(at: offset, into: &batch)
      return .segments
    }
    if !tag.isService {
      guard range.count == 3 || isSeparator(bytes[range.lowerBound &+ 3], framer.separators) else {
        reportUnknown(at: offset, into: &batch)
        return .segments
      }
      if !message.isOpen { resume(tag, bytes, range, framer, at: offset, into: &batch) }
      current?.take(tag, bytes, range, at: offset, into: &batch)
      return .segments
    }
    tokens.read(bytes, range, framer.separators)
    return takeService(tag, bytes, framer, at: offset, into: &batch)
  }

  /// Takes plain segments of the open message; returns where the first one begins that is not plain.
  mutating func takeRun(
    _ bytes: Span<UInt8>, from start: Int, _ framer: EDIFACTFramer, base: UInt64,
    into batch: inout PassengerBatch
  ) -> Int {
    guard message.isOpen, let current else { return start }
    let run = current.takeRun(
      bytes, from: start, framer, base: base, limit: limits.segmentBytes, into: &batch)
    message.count &+= run.count
    return run.end
  }

  /// The file has ended.
  /// - Parameters:
  ///   - tail: offset of a last segment without terminator.
  ///   - boundary: the tag of that segment; one that begins the next unit proves the open one complete.
  mutating func finish(
    at offset: UInt64, tail: UInt64?, _ boundary: SegmentTag?, into batch: inout PassengerBatch
  ) {
    let isInside = message.isOpen
    let isClosed = boundary?.isService ?? false
    if isInside {
      if !isClosed, let boundary, let tail {
        // The tag alone tells that what was open before it is complete; its data are cut.
        let nothing: [UInt8] = []
        current?.take(boundary, nothing.span, 0..<0, at: tail, into: &batch)
      }
      closeMessage(isClosed ? .closed : .cut, at: offset, into: &batch)
    }
    if !isInside || isClosed, interchange.isOpen || tail != nil {
      let what = tail == nil ? "the file ends without UNZ" : "the last segment has no terminator"
      batch.diagnostics.append(Diagnostic(.truncated, at: tail ?? offset, what))
    }
    interchange.isOpen = false
    givePush(into: &batch)
  }

  private mutating func takeService(
    _ tag: SegmentTag, _ bytes: Span<UInt8>, _ framer: EDIFACTFramer, at offset: UInt64,
    into batch: inout PassengerBatch
  ) -> Next {
    if tag != .unt, message.isOpen {
      closeMessage(.closed, at: offset, isMissingUNT: true, into: &batch)
    }
    if tag == .unb || tag == .ung || tag == .unh { givePush(into: &batch) }
    switch tag {
    case .unb:
      openInterchange(bytes, framer, at: offset, into: &batch)
      return .segments
    case .ung:
      openGroup(bytes)
      return .segments
    case .unh:
      openMessage(bytes, framer, at: offset, into: &batch)
      return .segments
    case .unt:
      endMessage(bytes, framer, at: offset, into: &batch)
      return .messages
    case .une:
      check("UNE", group, "messages", bytes, \.une, at: offset, into: &batch)
      group.isOpen = false
      return .messages
    case .unz:
      var level = interchange
      if groups > 0 { level.count = groups }
      check(
        "UNZ", level, groups > 0 ? "groups" : "messages", bytes, \.unz, at: offset, into: &batch)
      interchange.isOpen = false
      return .interchanges
    default:
      return .segments
    }
  }

  private mutating func endMessage(
    _ bytes: Span<UInt8>, _ framer: EDIFACTFramer, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    guard message.isOpen else {
      batch.diagnostics.append(Diagnostic(.syntax, at: offset, "UNT without UNH"))
      return
    }
    check("UNT", message, "segments", bytes, \.unt, at: offset, into: &batch)
    let stated = DateReader.integer(bytes, tokens.component(1)) ?? -1
    closeMessage(.closed, at: offset, stated: stated, into: &batch)
  }

  /// - Parameter stated: the segments that UNT counts, -1 where it counts none; nil without UNT.
  private mutating func closeMessage(
    _ how: MessageEnd, at offset: UInt64, stated: Int? = nil, isMissingUNT: Bool = false,
    into batch: inout PassengerBatch
  ) {
    let reference = context.header.reference
    let result = current?.end(how, at: offset, into: &batch) ?? MessageResult()
    if result.hasCharsetDeviation {
      charset = context.charset
      batch.diagnostics.append(
        Diagnostic(
          .charset, at: context.offset, "letters outside the declared character set",
          messageReference: reference, salvaged: result.persons))
    }
    if how == .cut {
      batch.diagnostics.append(
        Diagnostic(
          .truncated, at: offset,
          "the file ends inside a message, \(result.incompletePersons) persons are incomplete",
          messageReference: reference, salvaged: result.persons))
    } else if isMissingUNT {
      batch.diagnostics.append(
        Diagnostic(
          .truncated, at: offset, "the message ends without UNT", messageReference: reference,
          salvaged: result.persons))
    }
    // The segment that shows that UNT is missing is not the message's.
    if isMissingUNT { message.count -= 1 }
    keepPush(result, stated: stated)
    message.isOpen = false
    previous = current
    current = nil
  }
}
