import Bytes
import Records
import Testing

@testable import Feeds

/// Whoever is named completely is found, also where what stands around the name is lost.
struct PNRGOVXMLLostPlacesTests {
  private static let pim = xmlPassenger(1, "STAAL", "PIM")
  private static let jet = "<GivenName>JET</GivenName><Surname>BOOM</Surname>"
  private static let flight = "<Flight FlightNumber=\"1007\"><MarketingAirline Code=\"ZZ\"/>"
  private static let boarding = "<BoardingNumber RPH=\"1\"><Passenger>"

  private func names(_ text: String) -> [String] { namesInAnyBlocks(text) }

  @Test(arguments: [
    // In a service whose end is lost, in a flight that begins within a traveller, in a check-in in which
    // the next booking begins, in a check-in of a traveller whose end is lost.
    pim + "<SSR S<X/>ssenger RPH=\"2\">" + jet + "</Passenger>",
    pim + "<Passenger RPH=\"2\"><Flight De  " + jet + "</Passenger>",
    pim + flight + "<CheckInInfo>" + boarding + "<GivenName>PIM</GivenName><Surname>STAAL</Surname>"
      + "</Passenger><SeatNumber>012A</S <Passenger>" + jet + "</Passenger></BoardingNumber>",
    pim + "<Passenger RPH=\"2\" Su>" + flight + "<CheckInInfo>" + boarding.replacing("1", with: "2")
      + jet
      + "</Passenger></BoardingNumber></CheckInInfo></Flight>",
    // Two in one check-in, and one directly in a flight: nothing is wrong with the XML.
    pim + flight + boarding + "<GivenName>PIM</GivenName><Surname>STAAL</Surname></Passenger>"
      + "<Passenger>" + jet + "</Passenger></BoardingNumber></Flight>",
    pim + flight + "<Passenger>" + jet + "</Passenger></Flight>",
  ])
  func aNameAtAWrongPlaceIsAPerson(booking: String) {
    let found = names(pnrgovXML(xmlBooking("L1", booking) + xmlBookings(["WORTEL"])))
    #expect(found == ["STAAL/PIM", "BOOM/JET", "WORTEL/ANNA"])
  }

  @Test func anEarlierNameIsNobodyElse() {
    let history = "<History><Passenger>" + Self.jet + "</Passenger></History>"
    #expect(names(pnrgovXML(xmlBooking("L1", Self.pim + history))) == ["STAAL/PIM"])
  }

  @Test func anotherSurnameThanInTheAttributesIsKept() {
    let passenger = "<Passenger Surname=\"STAAL\" FirstGivenName=\"PIM\">" + Self.jet
    let parsed = parse(pnrgovXML(xmlBooking("L1", passenger + "</Passenger>")))
    #expect(surnames(parsed) == ["STAAL"])
    #expect(parsed.persons.first?.contains("\"surname\":\"BOOM\"") == true)
  }

  @Test func aTagThatIsDoubledCostsNobody() {
    for doubled in ["</PN>\n</PNR>", "</PN=\"1\"/></DOC_SSR></Passenger></PNR>"] {
      let text = pnrgovXML(
        "<PNR>" + Self.pim + doubled + xmlBooking("L2", xmlPassenger(1, "BOOM", "JET")))
      #expect(names(text) == ["STAAL/PIM", "BOOM/JET"])
    }
  }

  @Test func travellersOutsideOfBookingsAreKept() {
    let text = pnrgovXML(Self.pim + xmlBooking("L2", xmlPassenger(1, "BOOM", "JET")))
    #expect(names(text) == ["STAAL/PIM", "BOOM/JET"])
    #expect(parse(text).codes == ["XML_SYNTAX"])
    let head = text.replacing("\"T1\">", with: "\"T1\" <DOC_SSR SSRCode=\"DOCS\" S>")
    #expect(names(head) == ["STAAL/PIM", "BOOM/JET"])
  }

  @Test func aPartOfABookingBehindItsEndIsRead() {
    let documents =
      "<SSR SSRCode=\"DOCS\"><Text>/P/NLD/N1/NLD/04MAY81/M/01JAN31/STAAL/PIM JAN</Text></SSR>"
    let text = pnrgovXML(
      xmlBooking("L1", Self.pim + "</PNRs>" + Self.flight + documents + "</Flight>"))
    #expect(parse(text).persons.contains { $0.contains("PIM JAN") })
  }

  // MARK: The beginning

  @Test(arguments: [
    ("<?xml", "<!--<?xml"), ("<?xml", "<!-- <!-- <!---<?xml"), ("1.0\"", "1.<PNR>0\""),
    ("<IATA", "<Passenger>\n<IATA"), ("<IATA", "<PNR><IATA"),
  ])
  func aTagTooManyBeforeTheRootCostsNobody(good: String, bad: String) {
    let text = pnrgovXML(xmlBookings(["STAAL", "BOOM"]))
    #expect(text.contains(good))
    let damaged = text.replacing(good, with: bad, maxReplacements: 1)
    #expect(names(damaged) == ["STAAL/ANNA", "BOOM/ANNA"])
    #expect(!parse(damaged).codes.isEmpty)
  }

  @Test func aMessageWithoutItsRootIsRead() throws {
    let text = pnrgovXML(xmlBookings(["STAAL", "BOOM"]))
    for part in ["<Originator", "<FlightLeg", "<PNRs", "<BookingRefID", "<Passenger"] {
      let start = try #require(text.utf8.firstRange(of: part.utf8)?.lowerBound)
      let rest = String(text[start...])
      #expect(names(rest) == ["STAAL/ANNA", "BOOM/ANNA"], "from \(part)")
      #expect(parse(rest).codes.contains { $0 != "COUNT_MISMATCH" })
      let flight = parse("x=\"1\">" + rest).persons.count { $0.contains("\"1007\"") }
      #expect(flight == (part == "<Originator" || part == "<FlightLeg" ? 2 : 0))
    }
  }

  @Test func commentsWithoutAnEndAreLookedThroughOnce() {
    let many = String(repeating: "<!--", count: 100_000) + pnrgovXML(xmlBookings(["STAAL"]))
    #expect(surnames(parse(xmlDeclaration + many)) == ["STAAL"])
  }

  // MARK: Many breaks

  /// Seconds, if each were a beginning of its own that reads what follows.
  @Test(arguments: ["<PNR>", "<PNR ", "</PNR>", "<PNR>< < </PNR>", "<PNR></Passenger></PNR>"])
  func manyBrokenBookingsCostNobodyBehindThem(broken: String) {
    let many = String(repeating: broken, count: 3000)
    let text = pnrgovXML(xmlBookings(["STAAL"]) + many + xmlBookings(["BOOM"]))
    #expect(names(text) == ["STAAL/ANNA", "BOOM/ANNA"])
  }

  @Test func shortBrokenBookingsKeepTheirTravellers() {
    let expected = (0..<500).map { "TESTER\($0)" }
    let many = expected.map { "<PNR><Passenger><Surname>\($0)</Surname></PNR>\n" }.joined()
    let parsed = parse(pnrgovXML(many))
    #expect(surnames(parsed) == expected)
    #expect(parse(pnrgovXML(many), block: 100) == parsed)
  }

  // MARK: Rests of tags

  @Test(arguments: [
    ("SMITH</Surn", "SMITH"), ("SMITH</Surn>", "SMITH"), ("NAME>SMITH", "SMITH"),
    ("RPH=\"2\" Ref=\"S1\"> SMITH", "SMITH"), ("SMITH 1\" Ref=\"S1\">", "SMITH"),
    ("SMITH>", "SMITH"), ("SMI>TH", "SMI TH"), ("SMI/>TH", "SMI TH"), ("SMITH<?", "SMITH"),
    ("<![CDATA[SMITH", "SMITH"), ("XURNAME>SMITH", "X SMITH"), ("SMITH", "SMITH"),
    ("O'NEILL \"X\"", "O'NEILL \"X\""), ("=\"S1\">", "=\"S1\">"), ("<a>", "<a>"),
  ])
  func restsOfTagsAreCutOff(text: String, expected: String) {
    var bytes = Array(text.utf8)
    #expect(PNRGOVXMLTagRests.cut(&bytes) == text.contains { "<>".contains($0) })
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test func aNameWithARestOfATagIsFoundWithoutIt() {
    let broken = xmlPassenger(1, "SMITH</Surn", "JOHN")
    #expect(names(pnrgovXML(xmlBooking("L1", broken))) == ["SMITH/JOHN"])
    let stray = parse(pnrgovXML(xmlBooking("L1", xmlPassenger(1, "SMITH", "NAME&gt;JOHN"))))
    #expect(stray.codes == ["XML_SYNTAX"])
    #expect(stray.persons.first?.contains("\"given\":\"JOHN\"") == true)
  }
}
