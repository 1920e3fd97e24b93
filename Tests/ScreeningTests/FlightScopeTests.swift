import Records
import Testing

@testable import Screening

struct FlightScopeTests {
  private let day = PartialDate("2026-11-28")

  private func leg(_ carrier: String, _ number: String, _ from: String, _ to: String) -> FlightLeg {
    var leg = FlightLeg()
    leg.carrier = ShortCode(carrier)
    leg.number = ShortCode(number)
    leg.date = day
    leg.from = ShortCode(from)
    leg.to = ShortCode(to)
    return leg
  }

  @Test(arguments: [
    ("KL1007", "KL", "1007"), ("kl0007", "KL", "7"), ("U24567", "U2", "4567"),
    ("9W12", "9W", "12"), ("KL00587", "KL", "587"), ("KL0000", "KL", "0"),
    ("KLM1007", "KLM", "1007"),
  ])
  func readsDesignators(text: String, carrier: String, number: String) throws {
    let day = try #require(day)
    let scope = try #require(FlightScope(designator: text, date: day))
    #expect(scope.contains(leg(carrier, number, "AMS", "LHR")))
    #expect(!scope.contains(leg(carrier, "99", "AMS", "LHR")))
  }

  @Test(arguments: ["", "KL", "1007", "KL10071", "KL10-7", "KLMX1", "ÄÖ12"])
  func refusesWhatIsNoFlight(text: String) throws {
    let day = try #require(day)
    #expect(FlightScope(designator: text, date: day) == nil)
  }

  @Test func knowsAnAirportFromATypingError() {
    #expect(FlightScope.isAirport("AMS") && FlightScope.isAirport("lhr"))
    for text in ["", "A", "AM1", "AMSTERDAM", "ÅMS", "@MS"] {
      #expect(!FlightScope.isAirport(text))
    }
  }

  @Test func takesAirportsDatesAndSuffixesSeriously() throws {
    let day = try #require(day)
    let scope = try #require(FlightScope(designator: "KL1007", date: day, from: "ams"))
    #expect(scope.contains(leg("KL", "1007", "AMS", "LHR")))
    #expect(!scope.contains(leg("KL", "1007", "LHR", "AMS")))
    var late = leg("KL", "1007", "AMS", "LHR")
    late.date = PartialDate("2026-11-29")
    #expect(!scope.contains(late))
    var extra = leg("KL", "1007", "AMS", "LHR")
    extra.suffix = ShortCode("A")
    #expect(!scope.contains(extra))
  }

  @Test func keepsOnlyTheFlightInABatch() throws {
    let day = try #require(day)
    let scope = try #require(FlightScope(designator: "KL1007", date: day))
    var batch = PassengerBatch()
    batch.flights = [leg("KL", "1007", "AMS", "LHR"), leg("KL", "1009", "AMS", "LHR")]
    for start in [0, 1, 0] {
      var person = Passenger(name: PersonName(surname: .empty, given: .empty, source: .tif))
      person.flights = ElementRun(start: UInt32(start), count: 1)
      batch.passengers.append(person)
    }
    batch.passengers.append(
      Passenger(name: PersonName(surname: .empty, given: .empty, source: .csv)))
    var legs: Set<String> = []
    #expect(batch.keep(only: .flight(scope), legs: &legs) == 2)
    #expect(batch.passengers.count == 2)
    #expect(legs == ["AMS-LHR"])
  }
}
