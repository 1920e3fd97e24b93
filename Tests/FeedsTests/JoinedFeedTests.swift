import Records
import Testing

@testable import Feeds

/// Interchanges, lists and documents in one file, one behind the other.
@Suite struct JoinedFeedTests {
  private static let interchange = pnrgov(
    "SRC'RCI+ZZ:AAA111'TIF+DOE:A+JANE:A:1'SRC'RCI+ZZ:AAA112'TIF+LOE:A+LEE:A:1'")
  private static let list = typeB(
    "-LHR002Y\n1ROE/ANNMRS\n.L/BBB222\n.R/TKNE HK1 074123/1\n1POE/EVA")
  private static let other = typeB(
    "-LHR001Y\n1MOE/JO\n.R/OTHS HK1 UNB+X UNA", flight: "ZZ9/28NOV AMS")
  private static let document =
    "<?xml version=\"1.0\"?>\n<IATA_PNRGOV_NotifRQ xmlns=\"http://www.iata.org/IATA/2007/00\" "
    + "Version=\"13.1\" TimeStamp=\"2026-11-27T21:00:00\"><Originator AirlineCode=\"ZZ\"/>"
    + "<FlightLeg CarrierCode=\"ZZ\" FlightNumber=\"1007\" DateTime=\"2026-11-28T08:00:00\">"
    + "<DepartureAirport LocationCode=\"AMS\"/><ArrivalAirport LocationCode=\"LHR\"/></FlightLeg>"
    + "<PNRs NumberOfPNRs=\"1\"><PNR><BookingRefID ID=\"CCC333\"/><Passenger RPH=\"1\">"
    + "<PersonName><GivenName>NOA</GivenName><Surname>VOE</Surname></PersonName></Passenger></PNR>"
    + "</PNRs></IATA_PNRGOV_NotifRQ>"
  private static let blocks = [1, 2, 3, 7, 64, 4096]

  private static func names(_ text: String, _ block: Int = 1 << 20) -> [String] {
    namesOf(parse(Array(text.utf8), block: block, today: dayOfLists))
  }

  @Test(arguments: blocks)
  func everybodyIsReadInAnyOrder(block: Int) {
    let parts = [Self.interchange, Self.list, Self.other]
    for order in [
      [0, 1], [1, 0], [0, 1, 0], [1, 0, 1], [0, 2, 1], [2, 1, 0, 0], [1, 2, 0, 2],
    ] {
      for gap in ["", "\r\n", "\r\n\r\n  \r\n", "\u{3}\r\n\u{1}"] {
        let text = order.map { parts[$0] }.joined(separator: gap)
        let parsed = parse(Array(text.utf8), block: block, today: dayOfLists)
        #expect(namesOf(parsed) == order.flatMap { Self.names(parts[$0]) }, "\(order) \(gap)")
        #expect(parsed.codes == [], "\(order)")
        #expect(parsed.counts.messages == order.count)
        #expect(parsed.counts.messagesParsed == order.count)
      }
    }
  }

  @Test func messagesAreNumberedThroughTheFile() {
    let found = pushes(Self.interchange + "\r\n" + Self.list + Self.interchange + Self.other)
    #expect(found.map(\.header.ordinal).sorted() == [1, 2, 3, 4])
    #expect(Set(found.map(\.header.type)) == ["PNRGOV", "PNL"])
    // The envelope before a list says when it was sent.
    #expect(found.allSatisfy { $0.header.minute != 0 })
  }

  @Test func offsetsAreThoseOfTheFile() {
    let text = Self.interchange + "\r\n" + Self.list + "stray\r\n" + Self.interchange
    var offsets: [UInt64] = []
    var findings: [Diagnostic] = []
    eachBatch(of: Array(text.utf8), block: 50, today: dayOfLists) { batch in
      offsets += batch.passengers.map(\.offset)
      findings += batch.diagnostics
    }
    #expect(offsets.count == 6 && offsets == offsets.sorted())
    let bytes = Array(text.utf8)
    for offset in offsets {
      #expect([0x54, 0x53, 0x31].contains(bytes[Int(offset)]), "TIF, SRC or a name stands there")
    }
    let stray = Self.interchange.utf8.count + 2 + Self.list.utf8.count
    #expect(findings.map(\.code) == [.syntax] && findings[0].offset == UInt64(stray))
  }

  @Test(arguments: blocks)
  func aListWithoutItsEndIsReported(block: Int) {
    let cut = Self.list.replacing("ENDPNL\r\n", with: "")
    for text in [cut + Self.interchange, cut + "\r\n" + Self.interchange] {
      let parsed = parse(Array(text.utf8), block: block, today: dayOfLists)
      #expect(namesOf(parsed) == ["ROE/ANN", "POE/EVA", "DOE/JANE", "LOE/LEE"])
      #expect(parsed.codes == ["TRUNCATED"])
    }
  }

  /// What was cut before its end, without a line end, takes nothing of what follows.
  @Test(arguments: blocks)
  func whatFollowsACutPartIsRead(block: Int) {
    let parts = [Self.interchange, Self.list, Self.document]
    let ends = [["UNZ+1+R1'"], ["ENDPNL\r\n", "\r\n"], ["</IATA_PNRGOV_NotifRQ>"]]
    for first in parts.indices {
      for end in ends[first] {
        for second in parts.indices where second != first && (first, second) != (2, 1) {
          let cut = String(parts[first].dropLast(end.count))
          // A list begins in a line of its own.
          let text = cut + (second == 1 ? "\r\n" : "") + parts[second]
          let found = namesOf(parse(Array(text.utf8), block: block, today: dayOfLists))
          #expect(found.suffix(Self.names(parts[second]).count) == Self.names(parts[second])[...])
        }
      }
    }
  }

  @Test(arguments: blocks)
  func anInterchangeInAnEnvelopeOfXMLIsRead(block: Int) {
    let text =
      "<?xml version=\"1.0\"?><Envelope><Body><![CDATA[" + Self.interchange
      + "]]></Body></Envelope>"
    #expect(namesOf(parse(text, block: block)) == ["DOE/JANE", "LOE/LEE"])
  }

  @Test(arguments: blocks)
  func aDocumentBehindAListWithoutItsEndIsRead(block: Int) {
    let text = Self.list.replacing("ENDPNL\r\n", with: "") + Self.document + "x\r\n" + Self.list
    let parsed = parse(Array(text.utf8), block: block, today: dayOfLists)
    #expect(namesOf(parsed) == ["ROE/ANN", "POE/EVA", "VOE/NOA", "ROE/ANN", "POE/EVA"])
    #expect(parsed.codes == ["TRUNCATED", "SYNTAX"])
  }

  @Test(arguments: blocks)
  func wordsInTextAreNoList(block: Int) {
    for text in [
      "PNL\r\n", "PNL\r\nplease read\r\n", "x PNL\r\nZZ1/28NOV AMS\r\n", "PNLPNL\r\n\r\n",
    ] {
      let parsed = parse(Self.interchange + "\r\n" + text + Self.interchange, block: block)
      #expect(namesOf(parsed) == ["DOE/JANE", "LOE/LEE", "DOE/JANE", "LOE/LEE"])
      #expect(parsed.codes == ["SYNTAX"], "\(text)")
    }
  }

  @Test func anyCutGivesTheSameAsFarAsTheBytesGo() {
    let text = Array((Self.list + Self.interchange + "\r\n" + Self.other).utf8)
    let all = namesOf(parse(text, today: dayOfLists))
    for end in text.indices {
      let cut = namesOf(parse(Array(text[..<end]), today: dayOfLists))
      #expect(all.starts(with: cut), "cut at \(end)")
    }
    #expect(all.count == 5)
  }
}
