import Matching
import Records
import Watchlists

@testable import HitFiles

/// An invented passenger, an invented list entry and a match between them.
struct SampleMatch {
  var batch = PassengerBatch()
  var list: Watchlist
  var match: Match

  init() {
    let born = PartialDate("1986-03-01")
    var entry = ListedPerson(
      entry: "nlt-1", kind: .person,
      names: [
        ListedName(full: "Abu Proef", type: .alias, quality: .weak),
        ListedName(full: "Mohamed El Amrani", type: .primary, quality: .strong),
      ])
    entry.birthDates = [
      ListedBirthDate(
        interval: DateInterval(born ?? .init(year: 1)!), approximate: false, raw: "01-03-1986"),
      ListedBirthDate(
        interval: DateInterval(PartialDate(year: 1987)!), approximate: true, raw: "circa 1987"),
    ]
    entry.placesOfBirth = ["Utrecht"]
    entry.listedOn = PartialDate("2017-08-14")
    entry.reference = "Stcrt 2017, 1"
    list = Watchlist(
      id: "nl-terrorism", format: "persons-csv", sha256: "00",
      published: PartialDate("2026-11-20"), entries: [entry], warnings: [], handling: "call")
    let evidence = [
      FieldEvidence(
        field: .name, verdict: .supports, passenger: "EL AMRANI MOHAMED",
        listed: "EL AMRANI MOHAMED", score: 1, weightCentibits: 920,
        tokens: [
          TokenEvidence(
            passenger: "MOHAMED", listed: "MOHAMED", relation: .equal, similarity: 1),
          TokenEvidence(passenger: nil, listed: "OMAR", relation: .missing, similarity: 0),
        ]),
      FieldEvidence(
        field: .birthDate, verdict: .contradicts, passenger: "1986-03-01", listed: "1987",
        relation: "conflict", weightCentibits: -305),
      FieldEvidence(field: .gender, verdict: .unknown, weightCentibits: 0),
    ]
    match = Match(
      passenger: 0, list: 0, entry: 0,
      explanation: Explanation(
        evidence: evidence, scoreMillionths: 970_000, band: .strong, listedName: 1,
        passengerName: 0))
    addPassenger(born: born)
  }

  private mutating func addPassenger(born: PartialDate?) {
    let name = PersonName(
      surname: batch.store("EL AMRANI"), given: batch.store("MOHAMED"), source: .docs)
    var person = Passenger(name: name)
    person.status = .checkedIn
    person.gender = .male
    person.birthDate = born
    person.nationality = ShortCode("NLD")
    person.recordLocator = batch.store("F6C2C2")
    person.passengerReference = batch.store("1")
    person.seat = batch.store("16A")
    batch.names = [
      PersonName(surname: .empty, given: .empty, source: .nad),
      PersonName(
        surname: batch.store("ELAMRANI"), given: batch.store("MOHAMEDMR"), source: .tif),
    ]
    person.otherNames = ElementRun(start: 0, count: 2)
    batch.documents = [
      TravelDocument(
        type: ShortCode("P"), number: batch.store("NX1234567"), issuer: ShortCode("NLD"),
        expires: PartialDate("2028-07-15"))
    ]
    person.documents = ElementRun(start: 0, count: 1)
    var leg = FlightLeg()
    leg.carrier = ShortCode("KL")
    leg.number = ShortCode("1007")
    leg.date = PartialDate("2026-11-28")
    leg.from = ShortCode("AMS")
    leg.to = ShortCode("LHR")
    leg.departureMinute = 485
    batch.flights = [leg]
    person.flights = ElementRun(start: 0, count: 1)
    person.message = batch.index(
      of: MessageHeader(type: "PNRGOV", version: "13:1", reference: "1"))
    person.offset = 48211
    batch.passengers = [person]
  }

  var hit: Hit { Hit(match, of: batch, on: list, file: "KL1007-20261128.edi") }
}
