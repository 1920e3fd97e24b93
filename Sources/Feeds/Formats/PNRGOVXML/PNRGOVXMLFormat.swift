import Bytes
import Records

/// PNRGOV XML (IATA PADIS XML), implementation guides 13.1 and later.
struct PNRGOVXMLFormat: FeedFormat {
  let descriptor = FormatDescriptor(
    id: "pnrgov-xml", title: "PNRGOV (XML)",
    specification: "WCO/IATA/ICAO PNRGOV XML implementation guide 13.1 and later",
    sampleFolder: "samples/pnrgov-xml")

  /// A message's root element, with or without a prefix, whatever stands before it; or a document that
  /// begins at once and holds a `PNR`.
  func recognises(_ head: [UInt8]) -> Bool {
    var text: [UInt8] = []
    if var wide = WideText(head: head.span) {
      wide.append(head.span, to: &text)
    } else {
      text = head
    }
    var first = 0
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { first = 3 }
    while first < text.count, text[first] <= 0x20 { first += 1 }
    let isDocument = first < text.count && text[first] == 0x3C
    for index in text.indices {
      // A prefix or the tag's own bracket; in a document type declaration a blank.
      guard text[index] == 0x3C || text[index] == 0x3A || text[index] == 0x20 else { continue }
      if hasName(text, index + 1, Self.root), text[index] != 0x20 || isDocument { return true }
      if text[index] == 0x3C, Self.parts.contains(where: { hasName(text, index + 1, $0) }) {
        return true
      }
      if isDocument, text[index] != 0x20, hasName(text, index + 1, Self.booking) {
        let after = index + 1 + Self.booking.count
        if after >= text.count || !isAlphanumeric(text[after]) && text[after] != 0x5F {
          return true
        }
      }
    }
    return false
  }

  private func hasName(_ text: [UInt8], _ start: Int, _ name: [UInt8]) -> Bool {
    guard start + name.count <= text.count else { return false }
    return name.indices.allSatisfy { text[start + $0] == name[$0] }
  }

  private static let root = Array("IATA_PNRGOV".utf8)
  private static let booking = Array("PNR".utf8)
  /// Nothing else has these, wherever the file begins.
  private static let parts = ["FlightLeg ", "PNRs", "BookingRefID "].map { Array($0.utf8) }

  func makeParser(_ context: FeedContext) -> any FeedParser {
    JoinedFeedParser(context, beginsWith: .documents)
  }
}
