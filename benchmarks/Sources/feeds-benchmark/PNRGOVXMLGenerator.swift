import BenchmarkSupport

/// One invented PNRGOV document with as many bookings as fit.
struct PNRGOVXMLGenerator {
  private var random = SeededGenerator(seed: 2029)
  private var sample = Sample()

  static func make(_ bytes: Int) -> Sample {
    var generator = PNRGOVXMLGenerator()
    generator.sample.add(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <IATA_PNRGOV_NotifRQ xmlns="http://www.iata.org/IATA/2007/00" Version="5.000">
        <Originator AirlineCode="XX" SystemCode="1A"/>
        <FlightLeg CarrierCode="XX" FlightNumber="123" DepartureDateTime="2026-11-28T09:30:00">
          <DepartureAirport LocationCode="AMS"/><ArrivalAirport LocationCode="JFK"/>
        </FlightLeg>
        <PNRs>

      """)
    while generator.sample.bytes.count < bytes { generator.booking() }
    generator.sample.add("  </PNRs>\n</IATA_PNRGOV_NotifRQ>\n")
    return generator.sample
  }

  private mutating func booking() {
    let people = (0..<random.number(1...3)).map { _ in Traveller(&random) }
    for person in people {
      sample.expect(surname: person.surname, given: person.given, birth: person.birth)
    }
    sample.add(
      """
          <PNR NumberOfPassengers="\(people.count)" PNR_CreationDate="2026-09-15T09:12:00">
            <BookingRefID ID="Q\(random.digits(5))"><CompanyName Code="XX"/></BookingRefID>

      """)
    for (index, person) in people.enumerated() {
      sample.add(
        """
              <Passenger RPH="\(index + 1)" SurnameRefNumber="S1" AccompaniedByInfantInd="false">
                <GivenName>\(person.first) \(person.title)</GivenName><Surname>\(person.surname)</Surname>
                <ContactInfo Type="8" PhoneNumber="E+\(person.first)@EXAMPLE.COM"/>
              </Passenger>

        """)
    }
    sample.add(
      """
            <Flight DepartureDateTime="2026-11-28T09:30:00" ResBookDesigCode="Y" Status="HK" FlightNumber="123">
              <DepartureAirport LocationCode="AMS"/><ArrivalAirport LocationCode="JFK"/>
              <Equipment AirEquipType="789"/><MarketingAirline Code="XX"/>

      """)
    for (index, person) in people.enumerated() {
      sample.add(
        """
                <SSR SSRCode="DOCS" ServiceQuantity="1" Status="HK" RPH="\(index + 1)"><Airline Code="XX"/>\
        <Text>\(person.docs(&random))</Text></SSR>

        """)
    }
    sample.add("      </Flight>\n    </PNR>\n")
  }
}
