import Bytes
import Records

/// Where a broken document goes on when its booking cannot be mended: at the next booking.
extension PNRGOVXMLParser {
  /// Keeps what is complete of the booking, and looks for the next one.
  mutating func abandonUnit(into batch: inout PassengerBatch) {
    let kept = reader.breakOff(into: &batch)
    report(salvaged: kept, into: &batch)
    document = nil
    unit = nil
    mode = .searching
  }

  /// After an error: looks for the next booking, or for the end of the document, whichever comes first.
  mutating func findBooking(
    _ bytes: Span<UInt8>, _ position: inout Int, _ atEnd: Bool, into batch: inout PassengerBatch
  ) -> Bool {
    while position < bytes.count {
      guard bytes[position] == 0x3C else {
        position += 1
        continue
      }
      guard let found = landmark(bytes, position, atEnd) else { return true }
      switch found {
      case .booking:
        resume()
        unit = position
        return false
      case .document, .end:
        endDocument(offset(position, bytes), into: &batch)
        if found == .end {
          while position < bytes.count, bytes[position] != 0x3E { position += 1 }
          position = min(position + 1, bytes.count)
        }
        return false
      default: position += 1
      }
    }
    return true
  }

  enum Landmark { case booking, bookingEnd, bookingsEnd, document, end, none }

  /// What begins at a `<`; nil if more bytes are needed to say.
  func landmark(_ bytes: Span<UInt8>, _ start: Int, _ atEnd: Bool) -> Landmark? {
    var index = start + 1
    let isEnd = index < bytes.count && bytes[index] == 0x2F
    if isEnd { index += 1 }
    var name: [UInt8] = []
    while index < bytes.count, name.count < 256 {
      let byte = bytes[index]
      if byte <= 0x20 || byte == 0x3E || byte == 0x2F || byte == 0x3C { break }
      name.append(byte)
      index += 1
    }
    // An end tag is passed over with its bracket, so that nothing of it is left outside.
    if isEnd { index = passBlanks(bytes, index) }
    if index == bytes.count { return atEnd ? Landmark.none : nil }
    let letters = PNRGOVXMLParser.local(name)
    let isBooking = letters.elementsEqual("PNR".utf8)
    if isEnd {
      if isRoot(name, letters) { return bytes[index] == 0x3E ? .end : Landmark.none }
      return isBooking
        ? .bookingEnd : letters.elementsEqual("PNRS".utf8) ? .bookingsEnd : Landmark.none
    }
    if name == Array("?xml".utf8) || isRoot(name, letters) { return .document }
    return isBooking ? .booking : Landmark.none
  }

  /// Also with another prefix, and where something of a message stands around the message.
  private func isRoot(_ name: [UInt8], _ local: [UInt8]) -> Bool {
    if name == rootName { return true }
    guard local == PNRGOVXMLParser.message else { return false }
    let root = PNRGOVXMLParser.local(rootName)
    return root == local || PNRGOVXMLName.isWithoutRoot(root)
  }

  private static let message = local(Array(PNRGOVXMLName.root.utf8))

  /// Behind the blanks in an end tag. After many of them no bracket is waited for, wherever the block ends.
  func passBlanks(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    let bound = min(bytes.count, start + 256)
    var index = start
    while index < bound, bytes[index] <= 0x20 { index += 1 }
    return index
  }

  /// Broken before the first booking: the usual way down to one.
  static let usualTags = Array("<IATA_PNRGOV_NotifRQ><PNRs>".utf8)

  /// A fresh parser in the middle of the document, with the elements around the booking open.
  private mutating func resume() {
    if tags.isEmpty { tags = PNRGOVXMLParser.usualTags }
    let parser = XMLPushParser(PNRGOVXMLName.vocabulary, depthMax: limits.xmlDepth)
    parser.parse(tags.span)
    reader.resume(depth: tags.count { $0 == 0x3C })
    text.restart()
    document = parser
    stretch = stretchAgain
    clear = 0
    mode = .inside
  }
}
