import Bytes
import Records

/// Reads interchanges of EDIFACT, passenger lists of Type B and documents of PNRGOV XML, one behind the other
/// in any order, as a mail gateway or `cat` joins them: whatever is met between two of one kind is given to
/// the other kind.
struct JoinedFeedParser: FeedParser {
  enum Kind { case interchanges, lists, documents }

  private var kind: Kind
  private var interchanges: EDIFACTParser
  /// Tests change how they are read.
  var lists: TypeBParser
  private var documents: PNRGOVXMLParser
  private var carry = BlockCarry()
  /// What the documents were given and is of another kind, with its file offset.
  private var returned: (bytes: [UInt8], base: UInt64)?

  /// - Parameter kind: what the file begins with; text before it is no matter.
  init(_ context: FeedContext, beginsWith kind: Kind) {
    self.kind = kind
    interchanges = EDIFACTParser(limits: context.limits, isTranscoded: context.isTranscoded)
    lists = TypeBParser(context)
    documents = PNRGOVXMLParser(limits: context.limits)
  }

  /// For a file of messages without an interchange around them.
  init(_ context: FeedContext, messagesWith separators: EDIFACTSeparators) {
    self.init(context, beginsWith: .interchanges)
    interchanges.begin(separators)
  }

  mutating func consume(_ bytes: Span<UInt8>, into batch: inout PassengerBatch) {
    feed(bytes, into: &batch)
    takeReturned(into: &batch)
  }

  private mutating func feed(_ bytes: Span<UInt8>, into batch: inout PassengerBatch) {
    var carry = BlockCarry()
    swap(&carry, &self.carry)
    carry.consume(bytes) { bytes, base in
      process(bytes, base, atEnd: false, into: &batch)
    }
    swap(&carry, &self.carry)
  }

  private mutating func takeReturned(into batch: inout PassengerBatch) {
    while let rest = returned {
      returned = nil
      carry = BlockCarry(base: rest.base)
      feed(rest.bytes.span, into: &batch)
    }
  }

  mutating func finish(into batch: inout PassengerBatch) {
    repeat {
      takeReturned(into: &batch)
      finishKind(into: &batch)
    } while returned != nil
  }

  /// Reads what is left; reports what is open, unless something else follows.
  private mutating func finishKind(into batch: inout PassengerBatch) {
    var carry = BlockCarry()
    swap(&carry, &self.carry)
    carry.finish { bytes, base in
      let used = process(bytes, base, atEnd: true, into: &batch)
      interchanges.base = base + UInt64(used)
      lists.base = base + UInt64(used)
      if kind == .documents {
        documents.finish(into: &batch)
        if let other = documents.meets { leaveDocuments(for: other) }
      }
      guard returned == nil else { return }
      if kind != .lists { lists.finish(into: &batch) }
      if kind == .interchanges || interchanges.hasFoundInterchange {
        let tail = kind == .interchanges ? used..<bytes.count : 0..<0
        interchanges.finish(bytes.extracting(tail), into: &batch)
      }
      if kind == .lists { lists.finish(into: &batch) }
    }
    swap(&carry, &self.carry)
  }

  /// Reads what the bytes hold; returns how many of them need not be seen again.
  private mutating func process(
    _ bytes: Span<UInt8>, _ base: UInt64, atEnd: Bool, into batch: inout PassengerBatch
  ) -> Int {
    // What was returned comes first.
    if returned != nil {
      returned?.bytes.append(copying: bytes)
      return bytes.count
    }
    var position = 0
    while true {
      let rest = bytes.extracting(position..<bytes.count)
      let offset = base + UInt64(position)
      switch kind {
      case .interchanges:
        interchanges.base = offset
        position += interchanges.process(rest, atEnd: atEnd, into: &batch)
        guard let next = interchanges.meets else { return position }
        begin(next, at: base + UInt64(position), behind: interchanges.messages)
      case .lists:
        let (stop, next) = part(of: rest, atEnd: atEnd)
        lists.base = offset
        let isAll = next != nil || atEnd && stop == rest.count
        let used = lists.process(rest.extracting(0..<stop), atEnd: isAll, into: &batch)
        guard let next else { return position + used }
        // Whatever is open ends here.
        lists.base = offset + UInt64(used)
        lists.finish(into: &batch)
        position += stop
        begin(next, at: base + UInt64(position), behind: lists.messages)
      case .documents:
        // They keep what a block leaves over themselves.
        let (stop, next) = part(of: rest, atEnd: atEnd)
        documents.consume(rest.extracting(0..<stop), into: &batch)
        position += stop
        if let list = documents.meets {
          leaveDocuments(for: list)
          returned?.bytes.append(copying: rest.extracting(stop..<rest.count))
          return bytes.count
        }
        guard let next else { return position }
        documents.finish(into: &batch)
        begin(next, at: base + UInt64(position), behind: documents.reader.messages)
      }
    }
  }

  /// How many bytes belong to the present kind as far as can be said, and what begins behind them: an
  /// interchange, or behind lists a document, whatever is open there.
  private func part(of bytes: Span<UInt8>, atEnd: Bool) -> (stop: Int, next: Kind?) {
    var part: (stop: Int, next: Kind?) = (bytes.count, nil)
    switch InterchangeSearch.run(bytes, from: 0, atEnd: atEnd) {
    case .found(let start, _, _): part = (start, .interchanges)
    case .undecided(let start): part = (start, nil)
    case .nothing: break
    }
    guard kind == .lists else { return part }
    let isAll = atEnd || part.stop < bytes.count
    switch DocumentSearch.run(bytes, from: 0, before: part.stop, atEnd: isAll) {
    case .found(let start): return (start, .documents)
    case .undecided(let start): return (start, nil)
    case .nothing: return part
    }
  }

  private mutating func leaveDocuments(for next: Kind) {
    let base = documents.base
    returned = (documents.takeRest(), base)
    begin(next, at: base, behind: documents.reader.messages)
  }

  private mutating func begin(_ next: Kind, at offset: UInt64, behind messages: UInt32) {
    kind = next
    switch next {
    case .interchanges: interchanges.goOn(behind: messages)
    case .lists: lists.goOn(behind: messages)
    case .documents: documents.goOn(at: offset, behind: messages)
    }
  }
}
