import Bytes
import Records
import Testing

@testable import Feeds

/// A break in a booking costs at most the element that it is in: whoever stands before or behind it is
/// found, and it is said where the break is.
struct PNRGOVXMLMendingTests {
  private static let documents =
    "<SSR SSRCode=\"DOCS\" RPH=\"3\"><Text>/P/NLD/NX1/NLD/04MAY81/F/01JAN31/OKAFOR/ANNA</Text></SSR>"
  private static let flight =
    "<Flight DepartureDateTime=\"2026-11-28T08:00:00\" FlightNumber=\"1007\">"
    + "<DepartureAirport LocationCode=\"AMS\"/><ArrivalAirport LocationCode=\"LHR\"/>"
    + "<MarketingAirline Code=\"ZZ\"/>\(documents)<CheckInInfo><BoardingNumber RPH=\"3\"><Passenger>"
    + "<GivenName>ANNA</GivenName><Surname>OKAFOR</Surname></Passenger>"
    + "<SeatNumber>012A</SeatNumber></BoardingNumber></CheckInInfo></Flight>"
  private static let names = ["JANSEN", "DEVRIES", "PETERS", "OKAFOR", "NGUYEN"]
  private static let message = pnrgovXML(
    xmlBooking("L1", xmlPassenger(1, "JANSEN", "ANNA"))
      + xmlBooking(
        "L2",
        xmlPassenger(1, "DEVRIES", "ANNA", "<ContactInfo Type=\"8\"/>")
          + xmlPassenger(2, "PETERS", "ANNA", "<SSR SSRCode=\"OTHS\"><Text>A B</Text></SSR>")
          + xmlPassenger(3, "OKAFOR", "ANNA") + flight, attributes: " NumberOfPassengers=\"3\"")
      + xmlBooking("L3", xmlPassenger(1, "NGUYEN", "ANNA")), count: 3)

  /// The surnames with the bytes of their Passenger elements.
  private static let elements: [(name: String, range: Range<Int>)] = {
    let bytes = Array(message.utf8)
    let end = Array("</Passenger>".utf8)
    var elements: [(String, Range<Int>)] = []
    eachBatch(of: bytes, block: bytes.count) { batch in
      for person in batch.passengers {
        let start = Int(person.offset)
        let stop = bytes.indices.first { $0 > start && bytes[$0...].starts(with: end) }
        elements.append(
          (batch.text(person.name.surname), start..<(stop ?? start) + end.count))
      }
    }
    return elements
  }()

  @Test func nothingIsWrongWithTheMessage() {
    #expect(Self.elements.map(\.name) == Self.names)
    #expect(parse(Self.message).codes == [])
  }

  /// What a byte at `place` costs whom it is no part of.
  private func lost(_ bytes: [UInt8], _ place: Int) -> [String] {
    // A letter of the name in the DOCS leaves the traveller's own name as another one.
    let found = parse(bytes).persons.joined()
    return Self.elements.filter { element in
      !found.contains(element.name)
        && !(element.range ~= place || place == element.range.upperBound)
    }.map(\.name)
  }

  @Test func aLostByteCostsNobodyElse() {
    let bytes = Array(Self.message.utf8)
    for place in bytes.indices {
      var damaged = bytes
      damaged.remove(at: place)
      #expect(lost(damaged, place) == [], "without the byte at \(place)")
    }
  }

  @Test(arguments: Array("<&\">/ ?".utf8) + [0xFF])
  func aWrongByteCostsNobodyElse(byte: UInt8) {
    let bytes = Array(Self.message.utf8)
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] = byte
      #expect(lost(damaged, place) == [], "\(byte) at \(place)")
      damaged = bytes
      damaged.insert(byte, at: place)
      #expect(lost(damaged, place) == [], "\(byte) before \(place)")
    }
  }

  @Test(arguments: [
    // A stray bracket, an end tag that is lost, of another element, or misspelled, an attribute that
    // stands twice or has no quotes, elements that never end.
    ("A B", "A < B"), ("<Text>A B</Text>", "<Text>A B"), ("</SSR></Pass", "</Text></Pass"),
    ("</Surname><SSR", "</Surnme><SSR"),
    ("<SSR SSRCode=\"OTHS\"", "<SSR SSRCode=\"A\" SSRCode=\"B\""),
    ("<SSR SSRCode=\"OTHS\"", "<SSR SSRCode=OTHS"),
    ("<SSR SSRCode=\"OTHS\"", "<SSR SSRCode=\"OTHS"),
    ("<ContactInfo Type=\"8\"/>", "<ContactInfo Type=\"8\">"), ("</Passenger><Flight", "<Flight"),
    ("<ContactInfo Type=\"8\"/></Passenger>", ""), ("<Passenger RPH=\"2\">", ""),
    ("</CheckInInfo></Flight></PNR>", ""), ("<ContactInfo Type=\"8\"/>", "<!-- "),
    ("<ContactInfo Type=\"8\"/>", "<![CDATA["), ("<ContactInfo Type=\"8\"/>", "<?x "),
  ])
  func aBreakCostsNobody(good: String, bad: String) throws {
    #expect(Self.message.contains(good))
    let damaged = Self.message.replacing(good, with: bad)
    for block in [1, 3, 64, 1 << 20] {
      let parsed = parse(damaged, block: block)
      #expect(surnames(parsed) == Self.names)
      #expect(parsed.codes == ["XML_SYNTAX"])
      #expect(
        parsed.persons.filter { $0.contains("\"documents\":[{\"type\":\"P\",\"number\":\"NX1\"") }
          .count
          == 1)
    }
    var pushes: [Push] = []
    var findings: [Diagnostic] = []
    eachBatch(of: Array(damaged.utf8), block: 100) {
      pushes += $0.pushes
      findings += $0.diagnostics
    }
    #expect(pushes.map(\.isComplete) == [false])
    #expect(pushes.map(\.foundBookings) == [3])
    let finding = try #require(findings.first)
    let booking = try #require(damaged.utf8.ranges(of: "<PNR NumberOf".utf8).first)
    #expect(
      finding.offset >= damaged.utf8.distance(from: damaged.startIndex, to: booking.lowerBound))
    #expect(finding.salvaged == 3)
  }

  @Test func aBrokenHeadKeepsTheFlight() {
    for (good, bad) in [
      ("<Originator", "<Originator <"), ("</FlightLeg>", "</FlightLg>"), ("<PNRs ", "< PNRs "),
      ("SystemCode=\"1A\"/>", "SystemCode=\"1A\">"),
    ] {
      let parsed = parse(Self.message.replacing(good, with: bad))
      #expect(surnames(parsed) == Self.names)
      #expect(!parsed.codes.contains("NO_FLIGHT"), "\(bad)")
    }
  }

  @Test func aBookingThatIsTooLongToBeReadAgainIsGivenOutAsFarAsTheBreak() {
    var limits = Limits()
    limits.xmlBookingBytes = 100
    let parsed = parse(Self.message.replacing("A B", with: "A < B"), limits: limits)
    #expect(surnames(parsed) == ["JANSEN", "DEVRIES", "PETERS", "NGUYEN"])
    #expect(parsed.codes == ["XML_SYNTAX"])
  }

  /// A booking in which somebody is not named may be anybody's who was told of under its locator; without
  /// one it may be anybody's.
  @Test(arguments: [
    ("", "", true, []), ("<PNR><BookingRefID ID=\"L9\"/></PNR>", "", true, ["L9"]),
    ("<PNR Status=\"CANCELLED\"><BookingRefID ID=\"L9\"/></PNR>", "", true, []),
    ("", "<Passenger><Surname>TBA</Surname></Passenger>", true, ["L1"]),
    ("", "<Passenger><Surname>123</Surname></Passenger>", true, ["L1"]),
    ("", "<Passenger><Surname>JANSEN</Surname><GivenName>EXST</GivenName></Passenger>", true, []),
    ("<PNR></PNR>", "", false, []),
  ])
  func aBookingThatNamesNobodyIsInDoubt(
    booking: String, passenger: String, isComplete: Bool, doubts: [String]
  ) {
    let text = pnrgovXML(xmlBooking("L1", xmlPassenger(1, "JANSEN", "ANNA") + passenger) + booking)
    var found: [Bool] = []
    var locators: [String] = []
    eachBatch(of: Array(text.utf8), block: 1000) { batch in
      found += batch.pushes.map(\.isComplete)
      for names in batch.bookingNames where names.isInDoubt {
        locators += batch.locators[names.locators.range].map { batch.text($0.text) }
      }
    }
    #expect(found == [isComplete])
    #expect(locators == doubts)
  }
}
