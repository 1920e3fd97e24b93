import Bytes
import Records

/// What stands between two lists: envelopes, mail text, the name of the next list.
struct TypeBOutside {
  var skipped = SkippedText()
  /// A list was left at what looks like an envelope, without its end.
  var isInterrupted = false
  /// The line before was the end of a list, or the end and nothing of the network.
  var isBehindList = false
  /// A line of the network stands here, so that a telegram has begun.
  var hasEnvelope = false
  /// The list that the line before names.
  var list: MessageKind?
  var listOffset: UInt64 = 0
  var sender = ""
  /// `DDHHMM` of the origin; nil where there is none.
  var time: Int?
}

extension TypeBParser {
  /// Reads one line between lists; returns false where the block ends in it.
  mutating func readLine(
    _ bytes: Span<UInt8>, _ position: inout Int, _ atEnd: Bool, into batch: inout PassengerBatch
  ) -> Bool {
    var end = position
    // What is longer is read in pieces, wherever the block ends.
    let longest = min(bytes.count, position + limits.lineBytes)
    while end < longest, bytes[end] >= 0x20 || bytes[end] == TypeBLine.tab { end &+= 1 }
    if end == bytes.count, !atEnd, end - position < limits.lineBytes { return false }
    let line = DateReader.trim(bytes, position..<end)
    let offset = base + UInt64(position)
    if let kind = outside.list {
      if let flight = TypeBFlightLine(bytes, line) {
        open(kind, flight, into: &batch)
        position = end
        return true
      }
      // Behind an envelope it is a list whatever its flight looks like.
      let isSure = outside.hasEnvelope && bytes[line.lowerBound] != 0x3D
      if isSure || isOfList(bytes, line), kind != .other {
        // The flight is lost, or the name of the list stood in text.
        if outside.isInterrupted, !outside.hasEnvelope {
          resume(offset, into: &batch)
        } else {
          open(kind, nil, into: &batch)
        }
        return true
      }
      // `=TEXT` may stand between the two.
      if bytes[line.lowerBound] != 0x3D {
        noteListAsText()
      }
    } else if outside.isInterrupted || outside.isBehindList, isOfList(bytes, line) {
      resume(offset, into: &batch)
      return true
    }
    if let kind = TypeBLine.list(bytes, line) {
      outside.list = kind
      outside.listOffset = offset
    } else if TypeBLine.isEnvelope(bytes, line) {
      noteEnvelope(bytes, line)
      outside.skipped.note(bytes, position..<end, base: base)
    } else {
      noteText(bytes, line, position..<end, atEnd: atEnd && end == bytes.count)
    }
    if outside.list == nil { outside.skipped.note([0x0A].span, 0..<1, base: base) }
    position = end
    return true
  }

  /// What looked like the name of a list is text.
  private mutating func noteListAsText() {
    outside.list = nil
    outside.skipped.note([0x58, 0x58, 0x58].span, 0..<3, base: outside.listOffset)
  }

  private mutating func noteText(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ whole: Range<Int>, atEnd: Bool
  ) {
    // The beginning of an envelope that was cut.
    let first = bytes[line.lowerBound]
    if atEnd, line.count < 20, first == 0x51 || first == TypeBLine.dot || first == 0x5A {
      outside.hasEnvelope = true
    }
    outside.isBehindList = false
    outside.skipped.note(bytes, whole, base: base)
  }

  private mutating func noteEnvelope(_ bytes: Span<UInt8>, _ line: Range<Int>) {
    let first = bytes[line.lowerBound]
    outside.isBehindList = false
    // What follows the mark of the end is no telegram.
    guard first != 0x4E else { return }
    outside.hasEnvelope = true
    guard first == TypeBLine.dot else { return }
    let address = (line.lowerBound + 1)..<(line.lowerBound + 8)
    outside.sender = ShortCode(bytes, address).description
    let rest = DateReader.trim(bytes, address.upperBound..<line.upperBound)
    let digits = rest.prefix { TypeBLine.isDigit(bytes[$0]) }
    outside.time = digits.count == 6 ? DateReader.integer(bytes, digits) : nil
  }

  /// A total, an element, or a name with its slash.
  private func isOfList(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let start = line.lowerBound
    switch bytes[start] {
    case TypeBLine.hyphen: return TypeBLine.isTotals(bytes, line)
    case TypeBLine.dot:
      return line.count > 3
        && (bytes[start + 2] == TypeBLine.slash || bytes[start + 3] == TypeBLine.slash)
    case 0x30...0x39:
      guard TypeBLine.isName(bytes, line), !TypeBLine.hasDigitName(bytes, line) else {
        return false
      }
      let surname = line.prefix { bytes[$0] != TypeBLine.slash }
      return surname.count > 2 && surname.count < line.count
        && surname.allSatisfy { bytes[$0] == upperASCII(bytes[$0]) }
    default: return false
    }
  }

  private mutating func open(
    _ kind: MessageKind, _ flight: TypeBFlightLine?, into batch: inout PassengerBatch
  ) {
    if outside.isInterrupted { reader.endWithoutEnd(at: outside.listOffset, into: &batch) }
    reportSkipped(into: &batch)
    if kind == .other {
      batch.counts.messages += 1
      batch.counts.messagesSkipped += 1
      reader.skipList()
    } else {
      reader.begin(kind, flight, outside, into: &batch)
    }
    begin(kind)
  }

  /// The list goes on behind what interrupted it, or behind an end that came too early.
  private mutating func resume(_ offset: UInt64, into batch: inout PassengerBatch) {
    reportSkipped(into: &batch)
    reader.report(.syntax, offset, "a list goes on behind an end or an envelope", &batch)
    if !outside.isInterrupted { reader.reopen(at: offset, into: &batch) }
    mode = .inside
    outside = TypeBOutside()
  }

  mutating func finishOutside(into batch: inout PassengerBatch) {
    if outside.isInterrupted { reader.endWithoutEnd(at: base, into: &batch) }
    if outside.hasEnvelope || outside.list != nil {
      batch.diagnostics.append(
        Diagnostic(.truncated, at: base, "the file ends before a list begins"))
    }
    reportSkipped(into: &batch)
  }

  private mutating func reportSkipped(into batch: inout PassengerBatch) {
    if let found = outside.skipped.take(outside: "a list") { batch.diagnostics.append(found) }
  }
}
