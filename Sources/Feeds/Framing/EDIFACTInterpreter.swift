import Records

/// What an interpreter needs to know of the message it reads.
struct MessageContext {
  var header = MessageHeader(type: "")
  var separators = EDIFACTSeparators()
  var charset = Charset()
  /// Whether UNH S010 says that this message is all there is (no sequence, or `01:F`), so that
  /// announced totals can be compared with what stands in it.
  var isWhole = true
  /// Date of preparation of the interchange (UNB S004), the last resort for two-digit years.
  var preparation: PartialDate?
  /// Offset of UNH.
  var offset: UInt64 = 0
}

/// How a message came to its end.
enum MessageEnd {
  /// UNT, or another service segment in its place: what is open was complete.
  case closed
  /// The file ended: what is open was cut.
  case cut
}

/// Reads the segments of one type of message into persons.
///
/// One interpreter serves all messages of its type in a file, one after another, and keeps its
/// working memory. It is a class so that the parser can call it without copying its state.
protocol EDIFACTInterpreter: AnyObject {
  func begin(_ context: MessageContext)

  /// Takes one segment (service segments excepted) of the message.
  /// - Parameters:
  ///   - bytes: the block in which the segment lies at `range`, without line breaks inside.
  ///   - offset: byte offset of the segment in the file.
  func take(
    _ tag: SegmentTag, _ bytes: Span<UInt8>, _ range: Range<Int>, at offset: UInt64,
    into batch: inout PassengerBatch)

  /// Takes segments of the message from `start` on as long as they are plain: a known tag, no line
  /// ends inside, and another known tag behind the terminator. They are most of every feed, and this
  /// way they cost no look at what damaged ones may be.
  /// - Parameters:
  ///   - base: file offset of the first of `bytes`.
  ///   - limit: bytes that a segment may have.
  /// - Returns: how far it came, and how many segments that were.
  func takeRun(
    _ bytes: Span<UInt8>, from start: Int, _ framer: EDIFACTFramer, base: UInt64, limit: Int,
    into batch: inout PassengerBatch
  ) -> SegmentRun

  /// Ends the message. Returns how many persons of it were given out and whether its text kept to
  /// the declared character set.
  func end(_ how: MessageEnd, at offset: UInt64, into batch: inout PassengerBatch) -> MessageResult
}

/// Segments that were read in one go.
struct SegmentRun {
  /// Where the first segment behind them begins.
  var end: Int
  var count = 0
}

/// The same as a value: the state of one type of message, without the indirection.
protocol EDIFACTMessageReader: ~Copyable {
  /// Whether the segment at `start` may say anything to the reader, whatever is open: told by its tag,
  /// or by what stands right behind it.
  static func reads(_ tag: SegmentTag, _ bytes: Span<UInt8>, at start: Int) -> Bool

  /// The tag that opens a unit which ``takeUnit(_:_:into:)`` may read in one go; nil for none.
  static var unit: SegmentTag? { get }

  mutating func begin(_ context: MessageContext)
  mutating func take(
    _ tag: SegmentTag, _ bytes: Span<UInt8>, _ range: Range<Int>, at offset: UInt64,
    into batch: inout PassengerBatch)
  /// Takes a whole booking or person that begins where the walk stands, if nothing about it is unusual;
  /// gives the same as its segments one by one.
  /// - Returns: false, and the walk is where it was, if its segments must be taken one by one.
  mutating func takeUnit(
    _ bytes: Span<UInt8>, _ walk: inout SegmentWalk, into batch: inout PassengerBatch
  ) -> Bool
  /// ``EDIFACTInterpreter/takeRun(_:from:_:base:limit:into:)``. Nobody writes their own; it is asked for
  /// here so that each reader has the loop compiled for itself.
  mutating func takeRun(
    _ bytes: Span<UInt8>, from start: Int, _ framer: EDIFACTFramer, base: UInt64, limit: Int,
    into batch: inout PassengerBatch
  ) -> SegmentRun
  mutating func end(
    _ how: MessageEnd, at offset: UInt64, into batch: inout PassengerBatch
  ) -> MessageResult
}

extension EDIFACTMessageReader where Self: ~Copyable {
  /// `TIF+D'` or `TIF+DE'`: the apostrophe may be one of the name, and what follows look like a tag.
  @inline(__always)
  private static func mayBeCut(
    _ tag: SegmentTag, _ bytes: Span<UInt8>, at start: Int, _ separators: EDIFACTSeparators
  ) -> Bool {
    guard tag == .tif, start &+ 7 <= bytes.count else { return false }
    return bytes[start &+ 5] == separators.terminator || bytes[start &+ 6] == separators.terminator
  }

  mutating func takeRun(
    _ bytes: Span<UInt8>, from start: Int, _ framer: EDIFACTFramer, base: UInt64, limit: Int,
    into batch: inout PassengerBatch
  ) -> SegmentRun {
    let tags = SegmentTag.table
    let table = tags.span
    var walk = SegmentWalk(bytes, from: start, framer.separators, base: base, limit: limit, table)
    while let tag = walk.tag, !tag.isService {
      if tag == Self.unit {
        if takeUnit(bytes, &walk, into: &batch) { continue }
      }
      let segment = walk.start
      guard !Self.mayBeCut(tag, bytes, at: segment, framer.separators),
        let end = walk.advance(bytes, table)
      else { break }
      if Self.reads(tag, bytes, at: segment) {
        take(tag, bytes, segment..<end, at: base &+ UInt64(segment), into: &batch)
      }
    }
    return SegmentRun(end: walk.start, count: walk.count)
  }
}

/// Holds a reader for the parser.
final class ReaderInterpreter<Reader: EDIFACTMessageReader & ~Copyable>: EDIFACTInterpreter {
  private var reader: Reader

  init(_ reader: consuming Reader) { self.reader = reader }

  func begin(_ context: MessageContext) { reader.begin(context) }

  func take(
    _ tag: SegmentTag, _ bytes: Span<UInt8>, _ range: Range<Int>, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    reader.take(tag, bytes, range, at: offset, into: &batch)
  }

  func takeRun(
    _ bytes: Span<UInt8>, from start: Int, _ framer: EDIFACTFramer, base: UInt64, limit: Int,
    into batch: inout PassengerBatch
  ) -> SegmentRun {
    reader.takeRun(bytes, from: start, framer, base: base, limit: limit, into: &batch)
  }

  func end(
    _ how: MessageEnd, at offset: UInt64, into batch: inout PassengerBatch
  ) -> MessageResult {
    reader.end(how, at: offset, into: &batch)
  }
}

/// What the parser reports about a finished message.
struct MessageResult {
  /// As the persons of the message have it; nil where the message was not read.
  var header: MessageHeader?
  /// What the reader knows of it; the envelope adds segments and place.
  var push = Push(message: 0, leg: nil, offset: 0)
  var persons = 0
  var hasCharsetDeviation = false
  /// Persons of an open booking that were not given out because the file was cut inside it.
  var incompletePersons = 0
}

/// A feed format that is one type of EDIFACT message: all of them share one ``EDIFACTParser``.
protocol EDIFACTFormat: FeedFormat {
  /// UNH S009 component 1.
  var messageType: String { get }

  func makeInterpreter(limits: Limits) -> any EDIFACTInterpreter
}

extension EDIFACTFormat {
  func recognises(_ head: [UInt8]) -> Bool {
    FeedSniffer.isEDIFACT(head) && FeedSniffer.contains(Array(messageType.utf8), in: head)
  }

  func makeParser(_ context: FeedContext) -> any FeedParser {
    JoinedFeedParser(context, beginsWith: .interchanges)
  }
}
