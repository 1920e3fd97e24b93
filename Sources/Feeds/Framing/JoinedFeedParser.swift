import Bytes
import Records

/// Reads interchanges of EDIFACT and passenger lists of Type B, one behind the other in any order, as a
/// mail gateway or `cat` joins them: whatever is met between two of one kind is given to the other kind.
struct JoinedFeedParser: FeedParser {
  enum Kind { case interchanges, lists }

  private var kind: Kind
  private var interchanges: EDIFACTParser
  /// Tests change how they are read.
  var lists: TypeBParser
  private var carry = BlockCarry()

  /// - Parameter kind: what the file begins with; text before it is no matter.
  init(_ context: FeedContext, beginsWith kind: Kind) {
    self.kind = kind
    interchanges = EDIFACTParser(limits: context.limits, isTranscoded: context.isTranscoded)
    lists = TypeBParser(context)
  }

  /// For a file of messages without an interchange around them.
  init(_ context: FeedContext, messagesWith separators: EDIFACTSeparators) {
    self.init(context, beginsWith: .interchanges)
    interchanges.begin(separators)
  }

  mutating func consume(_ bytes: Span<UInt8>, into batch: inout PassengerBatch) {
    var carry = BlockCarry()
    swap(&carry, &self.carry)
    carry.consume(bytes) { bytes, base in
      process(bytes, base, atEnd: false, into: &batch)
    }
    swap(&carry, &self.carry)
  }

  mutating func finish(into batch: inout PassengerBatch) {
    var carry = BlockCarry()
    swap(&carry, &self.carry)
    carry.finish { bytes, base in
      let used = process(bytes, base, atEnd: true, into: &batch)
      interchanges.base = base + UInt64(used)
      lists.base = base + UInt64(used)
      if kind == .interchanges {
        lists.finish(into: &batch)
        interchanges.finish(bytes.extracting(used..<bytes.count), into: &batch)
      } else {
        if interchanges.hasFoundInterchange { interchanges.finish(Span(), into: &batch) }
        lists.finish(into: &batch)
      }
    }
    swap(&carry, &self.carry)
  }

  /// Reads what the bytes hold; returns how many of them need not be seen again.
  private mutating func process(
    _ bytes: Span<UInt8>, _ base: UInt64, atEnd: Bool, into batch: inout PassengerBatch
  ) -> Int {
    var position = 0
    while true {
      let rest = bytes.extracting(position..<bytes.count)
      switch kind {
      case .interchanges:
        interchanges.base = base + UInt64(position)
        position += interchanges.process(rest, atEnd: atEnd, into: &batch)
        guard interchanges.meetsList else { return position }
        lists.goOn(behind: interchanges.messages)
        kind = .lists
      case .lists:
        lists.base = base + UInt64(position)
        position += lists.process(rest, atEnd: atEnd, into: &batch)
        guard lists.meetsInterchange else { return position }
        interchanges.goOn(behind: lists.messages)
        kind = .interchanges
      }
    }
  }
}
