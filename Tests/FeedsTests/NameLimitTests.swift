import Records
import Testing

@testable import Feeds

/// A name that is cut at its limit is reported, wherever it stands.
@Suite struct NameLimitTests {
  private static let long = String(repeating: "LONGNAME", count: 40)

  @Test(arguments: [
    pnrgov("SRC'TIF+\(long)+ANN:A:1'"),
    pnrgov(
      "SRC'TIF+ROE+ANN:A:1'SSR+DOCS:HK:1:ZZ:::::/P/NLD/N1/NLD/01JAN80/F/01JAN31/\(long)/ANN+::1'"),
    pnrgov("SRC'TIF+ROE+ANN:A:1'LTS+0/O/NM/ROE/\(long)(ADT)'"),
    paxlst("NAD+FL+++\(long):ANN'DTM+329:800101'"),
    pnrgovXML(xmlBooking("AAA111", xmlPassenger(1, long, "ANN"))),
    "PNL\nZZ1007/28NOV AMS PART1\n-LHR001Y\n1\(long)/ANN\nENDPNL\n",
    "surname,given,birthDate\n\(long),ANN,1980-01-01\n",
  ])
  func isReported(_ feed: String) {
    let parsed = parse(feed)
    #expect(parsed.counts.persons > 0)
    #expect(parsed.codes.contains("TOO_LARGE"), "\(parsed.codes) \(feed.prefix(40))")
  }

  /// `BookingRefID/CompanyName` is the system that RCI names before the locator.
  @Test func systemsOfLocatorsAreThose() {
    let company = "<CompanyName Code=\"1A\"/>"
    let booking =
      "<PNR><BookingRefID ID=\"AAA111\">\(company)</BookingRefID>"
      + "<BookingRefID ID=\"BBB222\"><CompanyName Code=\"ZZ\"/></BookingRefID>"
      + xmlPassenger(1, "ROE", "ANN") + "</PNR>"
    let alone = "<PNR><BookingRefID ID=\"CCC333\"/>\(company)\(xmlPassenger(1, "DOE", "EVA"))</PNR>"
    var systems: [String] = []
    eachBatch(of: Array(pnrgovXML(booking + alone).utf8), block: 1 << 20) { batch in
      systems += batch.passengers.map(\.locatorSystem.description)
    }
    eachBatch(of: Array(pnrgov("SRC'RCI+1A:AAA111'TIF+ROE+ANN:A:1'").utf8), block: 1 << 20) {
      systems += $0.passengers.map(\.locatorSystem.description)
    }
    #expect(systems == ["1A", "", "1A"])
  }
}
