import Bytes
import Records

/// Reads files of PNRGOV XML, cut anywhere: finds where a document begins and ends, hands it to libxml2
/// in stretches that cut no tag, and where one is broken goes on at its next booking.
struct PNRGOVXMLParser: FeedParser {
  enum Mode { case outside, inside, searching, refused }

  let limits: Limits
  var mode = Mode.outside
  var reader: PNRGOVXMLReader
  /// The bytes from the first one on that is not used yet: UTF-8 or as the file has them.
  private var buffer: [UInt8] = []
  /// How many of them are known to hold no end of a stretch.
  var clear = 0
  /// File offset of `buffer[0]`.
  var base: UInt64 = 0
  /// UTF-16 on its way to UTF-8; nil for other files.
  private var wide: WideText?
  private var isBegun = false
  /// For UTF-16: an index of the buffer and its distance from `base` in the file.
  private var known = (index: 0, distance: 0)

  var document: XMLPushParser?
  var text = XMLText()
  /// Whether letters of the document are not of its character set.
  var hasDeviated = false
  /// How many bytes libxml2 gets at a time: few at first, since a broken document is begun again often.
  var stretch = 0
  static let stretchMin = 512
  static let stretchMax = 64 * 1024
  /// The `encoding` of the declaration read last.
  var encoding = ""
  /// Whether a declaration waits for its document.
  var isDeclared = false
  var hasFoundDocument = false
  var skipped = SkippedText()

  // A broken document.
  /// The tags around a booking, for the next parser.
  var tags: [UInt8] = []
  /// The root element's name.
  var rootName: [UInt8] = []
  /// Where reading was taken up again, so that a booking that cannot be begun is not begun again.
  var resumedAt: UInt64?
  var hasReadSince = false
  /// As far as characters that were mended are reported.
  private var mendedTo: UInt64 = 0

  init(limits: Limits) {
    self.limits = limits
    reader = PNRGOVXMLReader(limits: limits)
  }

  mutating func consume(_ bytes: Span<UInt8>, into batch: inout PassengerBatch) {
    if wide != nil {
      wide?.append(bytes, to: &buffer)
    } else {
      buffer.append(copying: bytes)
      if !isBegun {
        guard buffer.count >= 2 else { return }
        isBegun = true
        if var found = WideText(head: buffer.span) {
          let raw = buffer
          buffer.removeAll()
          found.append(raw.span, to: &buffer)
          wide = found
        }
      }
    }
    process(atEnd: false, into: &batch)
  }

  mutating func finish(into batch: inout PassengerBatch) {
    process(atEnd: true, into: &batch)
    let left = buffer
    let end = offset(left.count, left.span)
    switch mode {
    case .inside, .searching:
      document = nil
      let before = reader.persons
      let incomplete = reader.cut(at: end, into: &batch)
      batch.diagnostics.append(
        Diagnostic(
          .truncated, at: end,
          "the file ends inside a message, \(incomplete) persons are incomplete",
          messageReference: reader.header.reference, salvaged: before))
    case .outside:
      if let found = skipped.take() { batch.diagnostics.append(found) }
      if isDeclared || !hasFoundDocument || !left.isEmpty {
        batch.diagnostics.append(
          Diagnostic(.truncated, at: end, "the file ends before a document begins"))
      }
    case .refused: break
    }
    buffer.removeAll()
  }

  private mutating func process(atEnd: Bool, into batch: inout PassengerBatch) {
    var bytes: [UInt8] = []
    swap(&bytes, &buffer)
    var position = 0
    while true {
      let before = mode
      let isDone: Bool
      switch mode {
      case .outside: isDone = search(bytes.span, &position, atEnd, into: &batch)
      case .inside: isDone = readStretches(bytes.span, &position, atEnd, into: &batch)
      case .searching: isDone = findBooking(bytes.span, &position, atEnd, into: &batch)
      case .refused:
        position = bytes.count
        isDone = true
      }
      if isDone && before == mode { break }
    }
    base += UInt64(distance(to: position, in: bytes.span))
    known = (0, 0)
    bytes.removeFirst(position)
    swap(&bytes, &buffer)
  }

  /// Bytes of the file from `base` to an index of the buffer.
  private mutating func distance(to index: Int, in bytes: Span<UInt8>) -> Int {
    guard wide != nil else { return index }
    if index < known.index { known = (0, 0) }
    known.distance += WideText.width(bytes, known.index..<index)
    known.index = index
    return known.distance
  }

  mutating func offset(_ index: Int, _ bytes: Span<UInt8>) -> UInt64 {
    base + UInt64(distance(to: index, in: bytes))
  }

  // MARK: Stretches

  /// Reads as far as a stretch can be closed. Returns whether the bytes are used up.
  private mutating func readStretches(
    _ bytes: Span<UInt8>, _ position: inout Int, _ atEnd: Bool, into batch: inout PassengerBatch
  ) -> Bool {
    while mode == .inside {
      // Where a stretch ends must not depend on where the block does: what libxml2 makes of a broken
      // document may depend on it.
      guard atEnd || bytes.count - position >= stretch else { return true }
      guard let end = stretchEnd(bytes, position) else {
        guard clear > limits.xmlTokenBytes else { return true }
        breakOff(
          .tooLarge, "a tag or a text over the limit", at: position, from: position + 1, bytes,
          &position, into: &batch)
        return false
      }
      clear = 0
      stretch = min(stretch * 2, PNRGOVXMLParser.stretchMax)
      read(bytes, position..<end, &position, into: &batch)
    }
    return false
  }

  /// Behind the last `>` or before the last `<` of the next bytes, else the first one beyond them.
  private mutating func stretchEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    let first = start + clear
    let window = min(bytes.count, max(start + stretch, first))
    var index = window
    while index > first {
      index -= 1
      if bytes[index] == 0x3E { return index + 1 }
      if bytes[index] == 0x3C, index > start { return index }
    }
    index = window
    let bound = min(bytes.count, max(window, start + limits.xmlTokenBytes + 1))
    while index < bound {
      if bytes[index] == 0x3E { return index + 1 }
      if bytes[index] == 0x3C, index > start { return index }
      index += 1
    }
    clear = bound - start
    return nil
  }

  private mutating func read(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ position: inout Int,
    into batch: inout PassengerBatch
  ) {
    guard let document else { return }
    let start = range.lowerBound
    let before = document.position
    text.convert(bytes, range)
    document.parse(text.clean.span)
    // A stretch may reach into the next document.
    var stop = range.upperBound
    if case .ended(let at) = document.state { stop = start + text.raw(at - before) }
    for place in text.mended where start + place < stop {
      let offset = offset(start + place, bytes)
      // Behind an error the bytes are read again.
      guard offset >= mendedTo else { continue }
      mendedTo = offset + 1
      reader.report(.xmlSyntax, offset, "a character that XML does not allow, mended", &batch)
    }
    if let place = text.deviation, start + place < stop { hasDeviated = true }
    // Where to look for the next booking if this one is broken.
    var last = start + 1
    let found = document.found
    var place = start
    for event in found.events {
      if event.kind == .start, event.name != 0 {
        place = start + text.raw(max(0, event.position - before))
        last = place + 1
      }
      guard reader.take(event, found, at: offset(place, bytes), into: &batch) else {
        breakOff(
          .xmlSyntax, "a booking begins before the end of the last one", at: place, from: place,
          bytes, &position, into: &batch)
        return
      }
      hasReadSince = true
    }
    func index(_ at: Int) -> Int { min(range.upperBound, start + text.raw(max(0, at - before))) }
    switch document.state {
    case .running:
      position = range.upperBound
      guard document.pending > limits.xmlTokenBytes else { return }
      breakOff(
        .tooLarge, "a tag or a comment over the limit", at: position, from: position, bytes,
        &position, into: &batch)
    case .ended(let at):
      position = index(at)
      endDocument(offset(position, bytes), into: &batch)
    case .fault(let fault, let at):
      breakOff(
        .xmlSyntax, fault.reason, at: index(at), from: last, bytes, &position, into: &batch)
    case .tooDeep(let at):
      breakOff(
        .tooLarge, "elements too deep inside each other", at: index(at), from: last, bytes,
        &position, into: &batch)
    case .documentType(let at):
      refuse(offset(index(at), bytes), into: &batch)
    }
  }

  private mutating func breakOff(
    _ code: ReasonCode, _ words: String, at place: Int, from next: Int, _ bytes: Span<UInt8>,
    _ position: inout Int, into batch: inout PassengerBatch
  ) {
    position = next
    breakOff(code, words, at: offset(place, bytes), into: &batch)
  }
}
