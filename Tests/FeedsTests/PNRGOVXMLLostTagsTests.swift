import Bytes
import Records
import Testing

@testable import Feeds

/// A tag that is lost, or one too many, costs nobody who is named completely.
struct PNRGOVXMLLostTagsTests {
  private static let pim =
    "<Passenger><GivenName>PIM</GivenName><Surname>STAAL</Surname></Passenger>"
  private static let jet = "<GivenName>JET</GivenName><Surname>BOOM</Surname>"

  /// The names in a file of three bookings whose second one is damaged, and whether the blocks matter.
  private func names(_ damaged: String) -> [String] {
    let text = pnrgovXML(
      xmlBooking("L1", xmlPassenger(1, "TAK", "JAN")) + damaged
        + xmlBooking("L3", xmlPassenger(1, "WORTEL", "KEES")))
    let found = namesInAnyBlocks(text)
    #expect(found.first == "TAK/JAN" && found.last == "WORTEL/KEES")
    return Array(found.dropFirst().dropLast())
  }

  @Test func aLostStartTagCostsNobodyBehindIt() {
    let broken = Self.jet + "<SSR><Text>HI</Text></Passenger>"
    #expect(names(xmlBooking("L2", broken + Self.pim)) == ["BOOM/JET", "STAAL/PIM"])
  }

  @Test(arguments: ["<Surnam</PNR>e>BOOM</Surname></Passenger>", "</Passenger></PNR>"])
  func theEndOfABookingBeforeItsEndCostsNobodyBehindIt(broken: String) {
    let booking = xmlBooking("L2", "<Passenger><GivenName>JET</GivenName>" + broken + Self.pim)
    #expect(names(booking).last == "STAAL/PIM")
  }

  @Test func aBookingWithoutItsStartTagIsKept() {
    let booking = xmlBooking("L2", Self.pim.replacing("</Passenger>", with: "</Passe x>"))
    #expect(names(booking.replacing("<PNR>", with: "")) == ["STAAL/PIM"])
  }

  @Test func blanksInAnEndTagAreNotWaitedForWithoutEnd() {
    let parser = PNRGOVXMLParser(limits: Limits())
    for start in ["</PNR", "</"] {
      let bytes = Array((start + String(repeating: " ", count: 300)).utf8)
      #expect(parser.landmark(bytes.span, 0, false) != nil)
    }
    for count in [255, 256, 257, 600] {
      let end = "</PNR" + String(repeating: " ", count: count) + ">"
      let booking = xmlBooking("L2", Self.pim.replacing("</GivenName>", with: "</GivenName"))
      #expect(names(booking.replacing("</PNR>", with: end)) == ["STAAL/PIM"])
    }
  }

  @Test(arguments: [
    // Between two people an end and a start tag are lost.
    ("JET BOOM/ A PIM STAAL", ["BOOM/JET", "STAAL/A PIM"]),
    ("BOOM JET A / STAAL PIM", ["BOOM/JET A", "STAAL/PIM"]),
    ("BOOM JET / BOOM PIM", ["BOOM/JET", "BOOM/PIM"]), ("A / JET BOOM", ["BOOM/A JET"]),
  ])
  func aSecondSurnameIsAnotherPerson(names text: String, expected: [String]) {
    var content = ""
    for word in text.replacing("/", with: " / ").split(separator: " ") {
      let element = ["BOOM", "STAAL"].contains(word) ? "Surname" : "GivenName"
      content += word == "/" ? "</Pass=\"2\">" : "<\(element)>\(word)</\(element)>"
    }
    let booking = "<Passenger RPH=\"1\">\(content)</Passenger>"
    #expect(names(xmlBooking("L2", booking)) == expected)
  }

  @Test func aSurnameInAnAttributeAndAnElementIsOnePerson() {
    let element = "<Passenger Surname=\"BOOM\" FirstGivenName=\"JET\"><Surname>BOOM</Surname>"
    #expect(names(xmlBooking("L2", element + "</Passenger>")) == ["BOOM/JET"])
  }

  @Test(arguments: ["Surname=H=\"2\"", "Surname=\"BOOM\" FirstGivenName=\"suing=\"NLD\""])
  func restsOfTagsInADocumentAreNoName(attributes: String) {
    let document =
      "<DOC_SSR SSRCode=\"DOCS\"><DOCS DateOfBirth=\"1970-01-02\" \(attributes)/></DOC_SSR>"
    let found = names(xmlBooking("L2", "<Passenger>" + Self.jet + document + "</Passenger>"))
    #expect(found == ["BOOM/JET"])
  }
}
