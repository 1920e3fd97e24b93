import Bytes
import Records

/// Reads telegrams with passenger lists, several in a file, cut anywhere.
///
/// ``TypeBFramer`` finds the elements of a list, ``TypeBReader`` makes persons of them, and this part
/// keeps what a block leaves over and knows what stands between the lists. In the steady state nothing is
/// copied: an element is a range of the block.
struct TypeBParser {
  enum Mode {
    /// Before, between and behind the lists.
    case outside
    case inside
    /// In what is left of a line over the limit.
    case oversized
  }

  let limits: Limits
  var mode = Mode.outside
  var framer: TypeBFramer
  var reader: TypeBReader
  var outside = TypeBOutside()
  /// The text of an element of several lines.
  private var joined: [UInt8] = []
  /// File offset of the first of the bytes that are read.
  var base: UInt64 = 0
  /// Tests turn this off: what is read where it lies must come out as by the way for all.
  var readsPlainGroups = true
  /// The column of the byte that is looked at.
  private var column = 0
  private var hasBegun = false
  /// The last line of the file has no end.
  private var isLineCut = false

  init(_ context: FeedContext) {
    limits = context.limits
    framer = TypeBFramer(bytesMax: context.limits.lineBytes)
    reader = TypeBReader(context)
  }

  /// How many bytes of a byte order mark stand at the beginning.
  static func markCount(_ bytes: Span<UInt8>) -> Int {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }

  /// Messages of the file so far.
  var messages: UInt32 { reader.ordinal }

  /// Goes on behind something else in the same file, of so many messages with those before it.
  mutating func goOn(behind messages: UInt32) {
    reader.ordinal = messages
    outside = TypeBOutside()
    isLineCut = false
    column = 0
  }

  /// The file has ended: reports what is open.
  mutating func finish(into batch: inout PassengerBatch) {
    switch mode {
    case .outside: finishOutside(into: &batch)
    case .inside, .oversized:
      reader.cut(at: base, isLineCut: isLineCut || mode == .oversized, into: &batch)
    }
    mode = .outside
    outside = TypeBOutside()
  }

  /// Reads as many elements as the bytes hold; returns how many bytes need not be seen again.
  mutating func process(
    _ bytes: Span<UInt8>, atEnd: Bool, into batch: inout PassengerBatch
  ) -> Int {
    var position = 0
    if !hasBegun {
      if bytes.count < 3 && !atEnd { return 0 }
      hasBegun = true
      position = TypeBParser.markCount(bytes)
    }
    while true {
      if mode == .oversized {
        while position < bytes.count, bytes[position] >= 0x20 { position &+= 1 }
        guard position < bytes.count else { return position }
        mode = .inside
      }
      skipBlanks(bytes, &position)
      guard position < bytes.count else { return position }
      if mode == .inside { passPlain(bytes, &position, into: &batch) }
      let isRead =
        mode == .outside
        ? readLine(bytes, &position, atEnd, into: &batch)
        : readElement(bytes, &position, atEnd, into: &batch)
      guard isRead else { return position }
    }
  }

  private mutating func skipBlanks(_ bytes: Span<UInt8>, _ position: inout Int) {
    while position < bytes.count, bytes[position] <= 0x20 {
      column = bytes[position] < 0x20 && bytes[position] != TypeBLine.tab ? 0 : column &+ 1
      position &+= 1
    }
  }

  /// Reads one element of a list; returns false where the block ends in it.
  private mutating func readElement(
    _ bytes: Span<UInt8>, _ position: inout Int, _ atEnd: Bool, into batch: inout PassengerBatch
  ) -> Bool {
    let start = position
    let offset = base + UInt64(start)
    var element: TypeBFramer.Element
    let seen: Int
    switch framer.element(bytes, from: start, column: column, atEnd: atEnd) {
    case .element(let found):
      element = found
      seen = found.end
    case .needsMore(let end):
      guard end - start > limits.lineBytes else { return false }
      element = TypeBFramer.Element(end: end, next: end)
      seen = end
    }
    if seen - start > limits.lineBytes {
      reader.report(.tooLarge, offset, "a line over the limit, read as far as the limit", &batch)
      let end = start + limits.lineBytes
      element = TypeBFramer.Element(end: end, next: end, isJoined: true)
      mode = .oversized
    }
    if atEnd, element.end == bytes.count, !reader.isEnd(bytes, start..<element.end) {
      // The last line has no end: it may have been cut.
      isLineCut = true
      if reader.beginsAnother(bytes, start..<element.end) { reader.closeGroup(into: &batch) }
      position = element.next
      return true
    }
    var outcome = TypeBReader.Outcome.list
    if element.isJoined {
      var text: [UInt8] = []
      swap(&text, &joined)
      text.removeAll(keepingCapacity: true)
      framer.join(bytes, start..<element.end, column: column, into: &text)
      var first = 0
      while first < text.count, outcome == .list {
        let next = framer.next(text.span, from: first)
        outcome = reader.take(text.span, first..<next, at: offset, into: &batch)
        first = next
      }
      swap(&text, &joined)
    } else {
      outcome = reader.take(bytes, start..<element.end, at: offset, into: &batch)
    }
    follow(outcome)
    // What belongs to the envelope, or may be the next list, is read again as such.
    if mode == .outside, outcome != .ended {
      outside.isInterrupted = true
    } else {
      position = element.next
      column = element.column
    }
    return true
  }

  /// Takes what needs no framing: lines that say nothing, and plain groups behind them.
  @inline(__always)
  private mutating func passPlain(
    _ bytes: Span<UInt8>, _ position: inout Int, into batch: inout PassengerBatch
  ) {
    if reader.isGroupOpen, reader.unexplainedSeats == 0, bytes[position] == TypeBLine.dot {
      passOver(bytes, &position)
    }
    if bytes[position] == 0x31, column == 0, framer.joinsText, readsPlainGroups {
      reader.takePlainGroups(bytes, &position, base: base, into: &batch)
    }
  }

  /// Passes over elements that say nothing of a person, as long as the next line is plainly another
  /// element or a name: most bytes of a list.
  private mutating func passOver(_ bytes: Span<UInt8>, _ position: inout Int) {
    while position &+ 8 < bytes.count, TypeBRemark.isIdle(bytes, position) {
      var end = position
      repeat {
        end = LineScanner.next(in: bytes, from: end &+ 1)
      } while end < bytes.count
        && bytes[end] == TypeBLine.dot && bytes[end &- 1] > 0x20
      guard end &- position <= limits.lineBytes, end &+ 6 < bytes.count,
        bytes[end] == 0x0A || bytes[end] == 0x0D
      else { return }
      var next = end &+ 1
      if bytes[end] == 0x0D, bytes[next] == 0x0A { next &+= 1 }
      if bytes[next] == TypeBLine.dot {
        guard bytes[next &+ 2] == TypeBLine.slash else { return }
      } else {
        // A name: not a date, and not the rest of a line that was broken.
        guard TypeBLine.isDigit(bytes[next]), isLetter(bytes[next &+ 1]),
          !TypeBLine.isDigit(bytes[next &+ 4]),
          !TypeBFramer.isFull(column &+ end &- position)
        else { return }
      }
      position = next
      column = 0
      reader.isStray = false
    }
  }

  private mutating func follow(_ outcome: TypeBReader.Outcome) {
    switch outcome {
    case .list: break
    case .ended:
      mode = .outside
      outside = TypeBOutside()
      outside.isBehindList = true
    case .outside:
      mode = .outside
      outside = TypeBOutside()
    }
  }

  mutating func begin(_ kind: MessageKind) {
    mode = .inside
    outside = TypeBOutside()
    framer.joinsText = kind != .ptm && kind != .psm && kind != .pil
    framer.hasParties = kind == .ptm
  }
}
