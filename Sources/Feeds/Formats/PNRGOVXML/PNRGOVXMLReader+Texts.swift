import Bytes
import Records

/// Texts of elements and attributes, as names and codes are kept.
extension PNRGOVXMLReader {
  /// Decodes what was collected as the text of an element, and begins to collect anew.
  mutating func decode() {
    if piece.span.isPlainText(0..<piece.count, without: 0) {
      swap(&piece, &decoded)
    } else {
      var text: [UInt8] = []
      swap(&text, &decoded)
      text.removeAll(keepingCapacity: true)
      var charset = Charset.utf8
      charset.append(piece.span, 0..<piece.count, release: 0, to: &text)
      swap(&text, &decoded)
    }
    if !piece.isEmpty { piece.removeAll(keepingCapacity: true) }
    // A dash stands for nothing.
    if decoded.count == 1, decoded[0] == 0x2D { decoded.removeAll(keepingCapacity: true) }
  }

  func string(_ tape: borrowing XMLEvents, _ range: Range<Int>) -> String {
    String(decoding: tape.bytes[DateReader.trim(tape.bytes.span, range)], as: UTF8.self)
  }

  /// An attribute's value in the booking's store.
  mutating func keep(_ tape: borrowing XMLEvents, _ range: Range<Int>) -> TextReference {
    guard !range.isEmpty else { return .empty }
    let bytes = tape.bytes.span
    if bytes.isPlainText(range, without: 0) {
      let isDash = range.count == 1 && bytes[range.lowerBound] == 0x2D
      return isDash ? .empty : booking.arena.add(bytes, range)
    }
    decoded.removeAll(keepingCapacity: true)
    charset.append(bytes, range, release: 0, to: &decoded)
    let isDash = decoded.count == 1 && decoded[0] == 0x2D
    return decoded.isEmpty || isDash ? .empty : booking.arena.add(decoded)
  }
}
