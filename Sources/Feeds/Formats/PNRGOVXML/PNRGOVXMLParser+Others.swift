import Bytes
import Records

/// What else stands in a file with documents.
extension PNRGOVXMLParser {
  /// Whether a list begins here; nil where more bytes are needed to say.
  mutating func meetsOther(
    _ bytes: Span<UInt8>, _ position: Int, _ atEnd: Bool, into batch: inout PassengerBatch
  ) -> Bool? {
    let byte = bytes[position]
    guard wide == nil, byte > 0x20 else { return false }
    if isLineStart {
      guard let isList = ListSearch.begins(bytes, at: position, atEnd) else { return nil }
      if isList { meets = .lists }
    }
    if meets != nil, let found = skipped.take() { batch.diagnostics.append(found) }
    return meets != nil
  }
}
