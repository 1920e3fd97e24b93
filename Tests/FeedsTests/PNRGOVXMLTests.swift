import Bytes
import Records
import Testing

@testable import Feeds

/// What PNRGOV XML says of travellers.
struct PNRGOVXMLTests {
  private static let flight = """
    <Flight DepartureDateTime="2026-11-28 08:00:00+00:00" FlightNumber="1007">\
    <DepartureAirport LocationCode="AMS"/><ArrivalAirport LocationCode="LHR"/>\
    <MarketingAirline Code="ZZ"/>
    """

  @Test func readsABookingWithCheckInAndDocuments() {
    let text = pnrgovXML(
      xmlBooking(
        "ABC123",
        xmlPassenger(1, "TESTERA", "ADAM MR")
          + xmlPassenger(2, "TESTERB", "BIANCA MRS")
          + Self.flight + """
            <SSR SSRCode="DOCS" RPH="1"><Airline Code="ZZ"/>\
            <Text>/P/NLD/NX1/NLD/01JAN80/M/01JAN31/TESTERA/ADAM JAN</Text></SSR>\
            <CheckInInfo><BoardingNumber Number="AMS-1" RPH="1"><Passenger>\
            <GivenName>ADAM MR</GivenName><Surname>TESTERA</Surname></Passenger>\
            <SeatNumber CabinClass="M">012A</SeatNumber></BoardingNumber></CheckInInfo></Flight>\
            <Flight DepartureDateTime="2026-11-28T12:00:00" FlightNumber="0042">\
            <DepartureAirport LocationCode="LHR"/><ArrivalAirport LocationCode="JFK"/>\
            <MarketingAirline Code="YY"/></Flight>
            """), count: 1)
    let flights = """
      \(flightJSON.dropLast(1)),{"carrier":"YY","number":"42","date":"2026-11-28","from":"LHR",\
      "to":"JFK","departure":"2026-11-28T12:00"}]
      """
    let parsed = parse(text)
    #expect(
      parsed.persons == [
        """
        {"kind":"passenger","surname":"TESTERA","given":"ADAM JAN","nameSource":"DOCS",\
        "otherNames":[{"surname":"TESTERA","given":"ADAM","source":"XML"}],\
        "birthDate":"1980-01-01","gender":"M","nationality":"NLD",\
        "documents":[{"type":"P","number":"NX1","issuer":"NLD","expires":"2031-01-01"}],\
        \(flights),"recordLocator":"ABC123","passengerReference":"1","status":"checkedIn",\
        "seat":"12A"
        """,
        """
        {"kind":"passenger","surname":"TESTERB","given":"BIANCA","nameSource":"XML",\
        \(flights),"recordLocator":"ABC123","passengerReference":"2","status":"booked"
        """,
      ])
    #expect(parsed.codes == [])
    #expect(parsed.counts.messages == 1)
    #expect(parsed.counts.messagesParsed == 1)
    #expect(parsed.counts.bookings == 1)
  }

  @Test func readsDocumentsFromAttributesAndJoinsInfants() {
    let documents = """
      <DOC_SSR SSR_Code="DOCS"><DOCS DateOfBirth="1978-07-01" Gender="F" IssuingLoc="BE" \
      ExpiryDate="2030-02-03" PaxNationality="BEL" Surname="BELT" FirstGivenName="ISABELLE" \
      SecondGivenName="RUTH" TravelDocType="P" TravelDocNbr="EK1"/></DOC_SSR>\
      <DOC_SSR SSRCode="DOCO"><DOCO TravelDocNbr="V12345" CountryState="US"/></DOC_SSR>\
      <SSR SSRCode="INFT"><TEXT>BELT/SOPHY 20SEP25</TEXT></SSR>\
      <SSR SSRCode="DOCS"><Text>/P/BEL/EK2/BEL/20SEP25/FI/01JAN31/BELT/SOPHY OLIVIA</Text></SSR>
      """
    let parsed = parse(
      pnrgovXML(xmlBooking("L1", xmlPassenger(2, "BELT", "ISABELLE MRS", documents))))
    #expect(
      parsed.persons == [
        """
        {"kind":"passenger","surname":"BELT","given":"ISABELLE RUTH","nameSource":"DOCS",\
        "otherNames":[{"surname":"BELT","given":"ISABELLE","source":"XML"}],\
        "birthDate":"1978-07-01","gender":"F","nationality":"BEL",\
        "documents":[{"type":"P","number":"EK1","issuer":"BEL","expires":"2030-02-03"},\
        {"type":"V","number":"V12345","issuer":"USA"}],\
        \(flightJSON),"recordLocator":"L1","passengerReference":"2","status":"booked"
        """,
        """
        {"kind":"infant","surname":"BELT","given":"SOPHY OLIVIA","nameSource":"DOCS",\
        "otherNames":[{"surname":"BELT","given":"SOPHY","source":"INFT"}],\
        "birthDate":"2025-09-20","gender":"F","nationality":"BEL",\
        "documents":[{"type":"P","number":"EK2","issuer":"BEL","expires":"2031-01-01"}],\
        \(flightJSON),"recordLocator":"L1","status":"booked"
        """,
      ])
  }

  @Test func namesInUnknownElementsAreOtherNames() {
    let parsed = parse(
      pnrgovXML(
        xmlBooking(
          "L1",
          xmlPassenger(1, "TESTERA", "ADAM")
            + "<History><Change><OldName><Surname>TESTERA</Surname><GivenName>ADAMO</GivenName>"
            + "</OldName></Change></History>")))
    #expect(parsed.persons.count == 1)
    #expect(
      parsed.persons.first?.contains(
        #""otherNames":[{"surname":"TESTERA","given":"ADAMO","source":"history"}]"#) == true)
  }

  @Test func paymentsAndContactsAreNoNames() {
    let parsed = parse(
      pnrgovXML(
        xmlBooking(
          "L1",
          "<ContactInfo><Surname>CONTACT</Surname></ContactInfo>"
            + xmlPassenger(
              1, "TESTERA", "ADAM",
              "<TicketDocument><PaymentInfo CardHolderName=\"PAYER\"><Surname>PAYER</Surname>"
                + "</PaymentInfo></TicketDocument>"))))
    #expect(surnames(parsed) == ["TESTERA"])
    #expect(!parsed.persons.contains { $0.contains("PAYER") || $0.contains("CONTACT") })
  }

  @Test(arguments: [
    ("BoardingStatus=\"Boarded\"", "boarded"), ("BoardingStatus=\"No Show\"", "noShow"),
    ("BoardingStatus=\"-\"", "booked"),
  ])
  func boardingStatusIsTheStatus(attribute: String, status: String) {
    let parsed = parse(
      pnrgovXML(xmlBooking("L1", xmlPassenger(1, "A", "B", attributes: " " + attribute))))
    #expect(parsed.persons.first?.contains("\"status\":\"\(status)\"") == true)
  }

  @Test func pushSaysWhatWasAnnouncedAndFound() throws {
    let text = pnrgovXML(
      xmlBookings(["JANSEN", "DEVRIES"]), count: 3,
      attributes: " TimeStamp=\"2026-11-27T21:00:00Z\"")
    var pushes: [Push] = []
    var headers: [MessageHeader] = []
    eachBatch(of: Array((text + text).utf8), block: 1 << 20) { batch in
      pushes += batch.pushes
      headers += batch.messages
    }
    #expect(pushes.map(\.announcedBookings) == [3, 3])
    #expect(pushes.map(\.foundBookings) == [2, 2])
    #expect(pushes.map(\.foundPersons) == [2, 2])
    #expect(pushes.map(\.isComplete) == [true, true])
    let leg = try #require(pushes.first?.leg)
    #expect(leg.number.description == "1007")
    #expect(headers.map(\.ordinal) == [1, 2])
    #expect(headers.allSatisfy { $0.function == .full && $0.sender == "ZZ" })
    #expect(headers.allSatisfy { $0.version == "13.1" && $0.reference == "T1" })
    let day = try #require(PartialDate(year: 2026, month: 11, day: 27))
    #expect(headers.first?.minute == MessageHeader.minute(of: day, 21 * 60))
    #expect(parse(text).codes == ["COUNT_MISMATCH"])
  }

  @Test func cancelledBookingIsACancellation() {
    let text = pnrgovXML(
      xmlBooking("GONE12", xmlPassenger(1, "A", "B"), attributes: " Status=\"Cancelled\""))
    var found: [String] = []
    eachBatch(of: Array(text.utf8), block: 1 << 20) { batch in
      found += batch.cancellations.map { batch.text($0.recordLocator) }
    }
    #expect(found == ["GONE12"])
    #expect(parse(text).persons.first?.contains("\"status\":\"cancelled\"") == true)
  }

  @Test func answersAreCountedAndSkipped() {
    let answer = "<IATA_PNRGOV_NotifRS><PNR><Passenger><Surname>X</Surname></Passenger></PNR>"
    let parsed = parse(answer + "</IATA_PNRGOV_NotifRS>" + pnrgovXML(xmlBookings(["JANSEN"])))
    #expect(surnames(parsed) == ["JANSEN"])
    #expect(parsed.counts.messages == 2)
    #expect(parsed.counts.messagesSkipped == 1)
    #expect(parsed.codes == [])
  }

  @Test(arguments: ["DaneXML", "p:IATA_PNRGOV_NotifRQ xmlns:p=\"urn:x\"", "IATA_PNRGOV_NotifRQ"])
  func rootAndNamespaceMayBeAnything(root: String) {
    let parsed = parse(pnrgovXML(xmlBookings(["JANSEN", "DEVRIES"]), head: "", root: root))
    #expect(surnames(parsed) == ["JANSEN", "DEVRIES"])
    #expect(parsed.codes == [])
    #expect(parsed.counts.messagesParsed == 1)
  }

  @Test func textAroundDocumentsIsReportedOnce() {
    let text = pnrgovXML(xmlBookings(["JANSEN"]))
    let parsed = parse("\u{FEFF}" + text + "-- end of mail 1 --\n\u{FEFF}" + text + "\n\n")
    #expect(surnames(parsed) == ["JANSEN", "JANSEN"])
    #expect(parsed.codes == ["SYNTAX"])
  }
}
