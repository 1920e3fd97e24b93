import Bytes
import Records
import Testing

@testable import Feeds

/// PNRGOV XML that is cut, broken or hostile: whoever is complete is kept, and what happened is said.
struct PNRGOVXMLDamageTests {
  private static let names = ["JANSEN", "DEVRIES", "OKAFOR", "NGUYEN"]
  private static let message = pnrgovXML(
    "<!-- <PNR> & --> <![CDATA[ & ]]>" + xmlBookings(names), count: 4)

  @Test(arguments: [1, 2, 3, 7, 64, 4096])
  func blocksOfAnySizeGiveTheSame(block: Int) {
    let damaged = Self.message.replacing("OKAFOR", with: "OK & AFOR")
      .replacing("<Surname>NGUYEN", with: "<Surname a=b>NGUYEN")
    for text in [Self.message, damaged + Self.message, Self.message + "mail" + damaged] {
      #expect(parse(text, block: block) == parse(text))
    }
    #expect(surnames(parse(Self.message)) == Self.names)
    #expect(parse(Self.message).codes == [])
  }

  @Test func cutAnywhereKeepsWhatIsComplete() throws {
    let bytes = Array(Self.message.utf8)
    let whole = parse(bytes)
    let ends = bytes.indices.filter { bytes[..<$0].suffix(6).elementsEqual("</PNR>".utf8) }
    #expect(ends.count == 4)
    let rootEnd = bytes.count - 1
    for cut in 0..<rootEnd where FeedSniffer.makeParser(for: Array(bytes[..<cut])) != nil {
      let parsed = parse(Array(bytes[..<cut]))
      let complete = ends.count { $0 <= cut }
      #expect(parsed.persons == Array(whole.persons.prefix(complete)), "cut at \(cut)")
      #expect(parsed.codes == ["TRUNCATED"], "cut at \(cut)")
      #expect(
        parsed.counts.messages
          == parsed.counts.messagesParsed + parsed.counts.messagesQuarantined, "cut at \(cut)")
    }
  }

  @Test func strayAmpersandCostsNobody() {
    let text = pnrgovXML(
      xmlBooking(
        "L1", xmlPassenger(1, "JANSEN", "ANNA", "<SSR SSRCode=\"OTHS\"><Text>A & B</Text></SSR>"))
        + xmlBooking("L2", xmlPassenger(1, "DEVRIES &eacute;", "P&amp;O")), count: 2)
    let parsed = parse(text)
    #expect(surnames(parsed) == ["JANSEN", "DEVRIES &EACUTE;"])
    #expect(parsed.codes == ["XML_SYNTAX", "XML_SYNTAX"])
  }

  @Test(arguments: [
    // A tag that is never closed, an attribute without quotes, one that stands twice, a stray bracket.
    ("<Surname>OKAFOR</Surname>", "<Surname>OKAFOR</Surname><Text>"),
    ("<Surname>OKAFOR</Surname>", "<Surname>OKAFOR</Surname><Text a=b/>"),
    ("<Surname>OKAFOR</Surname>", "<Surname>OKAFOR</Surname><Text a=\"1\" a=\"2\"/>"),
    ("<Surname>OKAFOR</Surname>", "<Surname>OKAFOR</Surname><Text>1 < 2</Text>"),
    ("ID=\"L2\"", "ID=\"L2"), ("<PNR><BookingRefID ID=\"L2\"", "<PNR a=1><BookingRefID ID=\"L2\""),
  ])
  func brokenBookingCostsAtMostItself(good: String, bad: String) {
    let parsed = parse(Self.message.replacing(good, with: bad))
    #expect(surnames(parsed).filter { $0 != "OKAFOR" } == ["JANSEN", "DEVRIES", "NGUYEN"])
    #expect(parsed.codes == ["XML_SYNTAX"])
    if good.contains("OKAFOR") { #expect(surnames(parsed).contains("OKAFOR")) }
  }

  @Test func lostEndOfABookingCostsNobody() {
    let end = "DEVRIES</Surname></Passenger>"
    let parsed = parse(Self.message.replacing(end + "</PNR>", with: end))
    #expect(surnames(parsed) == Self.names)
    #expect(parsed.codes == ["XML_SYNTAX"])
  }

  @Test func brokenHeadOrEndCostsNobody() {
    let head = Self.message.replacing("<Originator", with: "<Originator <")
    #expect(surnames(parse(head)) == Self.names)
    #expect(parse(head).codes.contains("XML_SYNTAX"))
    let end = parse(Self.message.replacing("</PNRs>", with: "</PNR>") + Self.message)
    #expect(surnames(end) == Self.names + Self.names)
    #expect(end.codes == ["XML_SYNTAX"])
  }

  @Test func brokenMessageIsNotComplete() {
    var isComplete: [Bool] = []
    eachBatch(of: Array(Self.message.replacing("ID=\"L2\"", with: "ID=L2").utf8), block: 64) {
      isComplete += $0.pushes.map(\.isComplete)
    }
    #expect(isComplete == [false])
  }

  // MARK: Document types

  private static let lolz =
    "<!DOCTYPE IATA_PNRGOV_NotifRQ [<!ENTITY a \"lol\">"
    + (0..<9).map { "<!ENTITY b\($0) \"\(String(repeating: "&a;", count: 10))\">" }.joined() + "]>"

  @Test(arguments: [
    lolz,
    "<!DOCTYPE IATA_PNRGOV_NotifRQ [<!ENTITY q \"\(String(repeating: "q", count: 50_000))\">]>",
    "<!DOCTYPE IATA_PNRGOV_NotifRQ [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
    "<!DOCTYPE IATA_PNRGOV_NotifRQ SYSTEM \"http://127.0.0.1:9/x.dtd\">",
    "<!DOCTYPE IATA_PNRGOV_NotifRQ [<!ENTITY % p SYSTEM \"file:///etc/hostname\"> %p;]>",
    "<!doctype IATA_PNRGOV_NotifRQ>",
  ])
  func documentTypeIsRefused(declaration: String) {
    let hostile = Self.message.replacing("NotifRQ xmlns", with: "NotifRQ a=\"&x;&q;\" xmlns")
      .replacing(xmlDeclaration, with: xmlDeclaration + declaration)
    for block in [1, 64, 1 << 20] {
      let alone = parse(hostile, block: block)
      #expect(alone.persons == [])
      #expect(alone.codes == ["XML_DTD"])
      let behind = parse(Self.message + hostile + Self.message, block: block)
      #expect(surnames(behind) == Self.names)
      #expect(behind.codes == ["XML_DTD"])
    }
  }

  // MARK: Limits

  @Test func limitsAreReportedAndTheRestIsRead() {
    var limits = Limits()
    limits.xmlTokenBytes = 2000
    limits.xmlTextBytes = 1000
    let deep = String(repeating: "<x>", count: 100)
    let long = String(repeating: "y", count: 5000)
    let third = "</PNR>\n    <PNR><BookingRefID ID=\"L2\"/>"
    let brackets = long.replacing("yy", with: "y>")
    for bad in [deep, "<x a=\"\(long)\"/>", "<x a=\"\(brackets)\"/>", "<Text>\(long)"] {
      let text = Self.message.replacing(third, with: bad + third)
      let parsed = parse(text, limits: limits)
      #expect(surnames(parsed) == Self.names)
      #expect(parsed.codes == ["TOO_LARGE"])
      #expect(parse(text, block: 7, limits: limits).persons == parsed.persons)
    }
    let name = parse(Self.message.replacing("NGUYEN", with: "NGUYEN" + long), limits: limits)
    #expect(name.persons.count == 3 || name.codes.contains("TOO_LARGE"))
  }

  @Test func bookingOverTheLimitComesInPieces() {
    var limits = Limits()
    limits.personsPerBooking = 3
    let many = (1...10).map { xmlPassenger($0, "TESTER\($0)", "ANNA") }.joined()
    let parsed = parse(pnrgovXML(xmlBooking("L1", many)), limits: limits)
    #expect(surnames(parsed) == (1...10).map { "TESTER\($0)" })
    #expect(parsed.codes == ["TOO_LARGE"])
  }

  @Test func tagsThatNeverEndAreReadOnce() {
    let text =
      Self.message + xmlDeclaration + "<IATA_PNRGOV_NotifRQ>"
      + String(repeating: "<PNR ", count: 20_000)
    let parsed = parse(text)
    #expect(surnames(parsed) == Self.names)
    #expect(Set(parsed.codes).isSubset(of: ["XML_SYNTAX", "TRUNCATED", "NO_FLIGHT"]))
  }
}
