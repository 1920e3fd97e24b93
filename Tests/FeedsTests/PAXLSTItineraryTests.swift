import Records
import Testing

@testable import Feeds

/// Flights of several sectors in one TDT.
@Suite struct PAXLSTItineraryTests {
  /// `FROM-TO date time` of every leg of the person.
  private func legs(_ places: String) -> [String] {
    let text =
      "UNA:+.? 'UNB+UNOA:4+ZZ+NLPIU+261127:2100+R1++APIS'UNH+1+PAXLST:D:12B:UN:IATA'BGM+745'"
      + "TDT+20+ZZ1007+++ZZ'\(places)NAD+FL+++DOE:JANE'UNT+9+1'UNZ+1+R1'"
    var found: [String] = []
    eachBatch(of: Array(text.utf8), block: 1 << 20) { batch in
      for person in batch.passengers {
        for leg in batch.flights[person.flights.range] {
          let date = leg.date?.description ?? "-"
          let arrival = leg.arrivalDate?.description ?? "-"
          found.append(
            "\(leg.from)-\(leg.to) \(date) \(leg.departureMinute) \(arrival) \(leg.arrivalMinute)")
        }
      }
    }
    return found
  }

  private static let both = [
    "AMS-LHR 2026-11-28 1320 2026-11-28 1410", "LHR-JFK 2026-11-29 60 2026-11-29 360",
  ]

  @Test(arguments: [
    // Points in a row, and in pairs.
    "LOC+92+AMS'DTM+189:2611282200:201'LOC+92+LHR'DTM+232:2611282330:201'DTM+189:2611290100:201'"
      + "LOC+92+JFK'DTM+232:2611290600:201'",
    "LOC+92+AMS'DTM+189:2611282200:201'LOC+92+LHR'DTM+232:2611282330:201'LOC+92+LHR'"
      + "DTM+189:2611290100:201'LOC+92+JFK'DTM+232:2611290600:201'",
    "LOC+125+AMS'DTM+189:2611282200:201'LOC+87+LHR'DTM+232:2611282330:201'DTM+189:2611290100:201'"
      + "LOC+130+JFK'DTM+232:2611290600:201'",
  ]) func eachSectorHasItsOwnTimes(places: String) {
    #expect(legs(places) == Self.both)
  }

  @Test func theFinalDestinationAloneIsNoSector() {
    let places =
      "LOC+125+AMS'DTM+189:2611282200:201'LOC+87+LHR'DTM+232:2611282330:201'LOC+130+JFK'"
    #expect(legs(places + "DTM+232:2611290600:201'") == [Self.both[0]])
    #expect(
      legs(places.replacing("JFK", with: "LHR") + "DTM+232:2611282330:201'") == [Self.both[0]])
  }

  @Test func timesBehindBothPortsAreOfTheOneLeg() {
    let times = "DTM+189:2611282200:201'DTM+232:2611282330:201'"
    #expect(legs("LOC+125+AMS'LOC+87+LHR'" + times) == [Self.both[0]])
    #expect(legs("LOC+125+AMS'LOC+87+LHR'" + times + times) == [Self.both[0]])
  }

  @Test(arguments: [1, 1 << 20]) func stateAndExpiryBeforeTheDocumentAreIts(block: Int) {
    let before = parse(
      paxlst("NAD+FL+++DOE:JANE'LOC+91+NLD'DTM+36:280715'DOC+P+NX1'"), block: block)
    let behind = parse(paxlst("NAD+FL+++DOE:JANE'DOC+P+NX1'LOC+91+NLD'DTM+36:280715'"))
    #expect(before.persons == behind.persons)
    #expect(before.persons.first?.contains(#""expires":"2028-07-15""#) == true)
  }
}
