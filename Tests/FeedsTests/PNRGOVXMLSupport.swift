import Records
import Testing

/// An invented PNRGOV XML message around bookings.
func pnrgovXML(
  _ bookings: String, count: Int? = nil, attributes: String = "", head: String = xmlDeclaration,
  root: String = "IATA_PNRGOV_NotifRQ xmlns=\"http://www.iata.org/IATA/2007/00\""
) -> String {
  let announced = count.map { " NumberOfPnrs=\"\($0)\"" } ?? ""
  let name = root.split(separator: " ")[0]
  return """
    \(head)<\(root) Version="13.1" TransactionIdentifier="T1"\(attributes)>
      <Originator AirlineCode="ZZ" SystemCode="1A"/>
      <FlightLeg CarrierCode="ZZ" FlightNumber="1007" DepartureDateTime="2026-11-28T08:00:00" \
    ArrivalDateTime="2026-11-28T09:30:00">
        <DepartureAirport LocationCode="AMS"/><ArrivalAirport LocationCode="LHR"/>
      </FlightLeg>
      <PNRs\(announced)>\(bookings)</PNRs>
    </\(name)>

    """
}

let xmlDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

/// A booking with the elements of its travellers.
func xmlBooking(_ locator: String, _ content: String, attributes: String = "") -> String {
  "\n    <PNR\(attributes)><BookingRefID ID=\"\(locator)\"/>\(content)</PNR>"
}

func xmlPassenger(
  _ reference: Int, _ surname: String, _ given: String, _ content: String = "",
  attributes: String = ""
) -> String {
  "<Passenger RPH=\"\(reference)\"\(attributes)><GivenName>\(given)</GivenName>"
    + "<Surname>\(surname)</Surname>\(content)</Passenger>"
}

/// The surnames of what was parsed, in order.
func surnames(_ parsed: Parsed) -> [String] {
  parsed.persons.map { line in
    let rest = line.split(separator: "\"surname\":\"", maxSplits: 1).last ?? ""
    return String(rest.prefix { $0 != "\"" })
  }
}

/// Bookings of one traveller each, with the surnames given.
func xmlBookings(_ names: [String]) -> String {
  names.enumerated().map { xmlBooking("L\($0.offset)", xmlPassenger(1, $0.element, "ANNA")) }
    .joined()
}

/// Surname and given name of everybody, of whom blocks of any length must tell the same.
func namesInAnyBlocks(_ text: String) -> [String] {
  let whole = parse(text)
  for block in [1, 7, 100] { #expect(parse(text, block: block) == whole) }
  var found: [String] = []
  eachBatch(of: Array(text.utf8), block: 1 << 20) { batch in
    found += batch.passengers.map {
      batch.text($0.name.surname) + "/" + batch.text($0.name.given)
    }
  }
  return found
}
