import Bytes
import Records

/// Reads files of PNRGOV XML, cut anywhere: finds where a document begins and ends, hands it to libxml2
/// in stretches that cut no tag, and where one is broken mends the booking and goes on.
struct PNRGOVXMLParser {
  enum Mode { case outside, inside, gathering, searching, refused }

  let limits: Limits
  var mode = Mode.outside
  var reader: PNRGOVXMLReader
  /// The bytes from the first one on that is still needed: UTF-8 or as the file has them.
  private var buffer: [UInt8] = []
  /// How many of them are read.
  private var used = 0
  /// How many of them are known to hold no end of a stretch.
  var clear = 0
  /// Outside of documents, the index of the buffer before which no comment ends.
  var uncommented = 0
  /// File offset of `buffer[0]`.
  var base: UInt64 = 0
  /// UTF-16 on its way to UTF-8; nil for other files.
  private(set) var wide: WideText?
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
  /// How many it gets first behind a break: in the order of what was mended last, since all behind the
  /// next break is read twice.
  var stretchAgain = PNRGOVXMLParser.stretchMin
  static let stretchMax = 64 * 1024
  /// The `encoding` of the declaration read last.
  var encoding = ""
  /// Whether a declaration waits for its document.
  var isDeclared = false
  var hasFoundDocument = false
  /// What is read next stands at the beginning of a line, outside of the documents.
  var isLineStart = true
  /// What else begins where the bytes were used to.
  var meets: JoinedFeedParser.Kind?
  var skipped = SkippedText()

  // A broken document.
  /// Where in the buffer the booking begins that is being read, or what stands between two; nil where it
  /// is too long to be read again.
  var unit: Int?
  var damage = Damage()
  /// The tags around a booking, for the next parser.
  var tags: [UInt8] = []
  /// The root element's name.
  var rootName: [UInt8] = []
  /// Whether the document was broken, and whether anything was read since.
  var hasBroken = false
  var hasReadSince = false
  /// Where the part ended that was mended last, and how many in a row did one behind the other.
  var mendedEnd: UInt64 = 0
  var mendedRow = 0
  /// How many bytes are mended in one go. Beginning again costs more than a short booking, so where all
  /// are broken several go together.
  var mendedAtOnce: Int { mendedRow < 8 ? 0 : min(4096, 128 << (min(mendedRow, 16) - 8)) }
  /// As far as characters that were mended are reported.
  var mendedTo: UInt64 = 0

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

  /// Goes on at this offset behind something else in the same file, of so many messages with those before.
  mutating func goOn(at offset: UInt64, behind messages: UInt32) {
    base = offset
    reader.messages = messages
    isBegun = true
    // What looked like UTF-16 before was not: something of bytes has been read since.
    wide = nil
    known = (0, 0)
    isLineStart = true
    if mode != .refused { mode = .outside }
  }

  /// What was given and does not belong to the documents.
  mutating func takeRest() -> [UInt8] {
    var rest: [UInt8] = []
    swap(&rest, &buffer)
    used = 0
    meets = nil
    return rest
  }

  /// The file has ended: reads what is left, up to something else.
  mutating func finish(into batch: inout PassengerBatch) {
    process(atEnd: true, into: &batch)
    guard meets == nil else { return }
    let left = buffer
    let end = offset(left.count, left.span)
    switch mode {
    case .inside, .gathering, .searching:
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
    var position = used
    while true {
      let before = mode
      let isDone: Bool
      switch mode {
      case .outside: isDone = search(bytes.span, &position, atEnd, into: &batch)
      case .inside: isDone = readStretches(bytes.span, &position, atEnd, into: &batch)
      case .gathering: isDone = gather(bytes.span, &position, atEnd, into: &batch)
      case .searching: isDone = findBooking(bytes.span, &position, atEnd, into: &batch)
      case .refused:
        position = bytes.count
        isDone = true
      }
      if isDone && before == mode || meets != nil { break }
    }
    let done = min(position, unit ?? position)
    let passed = distance(to: done, in: bytes.span)
    base += UInt64(passed)
    known = (0, 0)
    unit = unit.map { $0 - done }
    damage.next -= done
    uncommented = max(0, uncommented - done)
    used = position - done
    if done > 0 { bytes.removeFirst(done) }
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
}
