import Records
import TestSupport
import Watchlists

@testable import Matching

/// A passenger for a test, before it is put into a batch.
struct TestPassenger {
  var surname: String
  var given: String
  var birthDate: String?
  var gender = Gender.unstated
  var nationality = ""
  var document: String?
  var otherNames: [(surname: String, given: String)] = []
}

func makeBatch(_ passengers: [TestPassenger]) -> PassengerBatch {
  var batch = PassengerBatch()
  for passenger in passengers {
    var record = Passenger(
      name: PersonName(
        surname: batch.store(passenger.surname), given: batch.store(passenger.given), source: .tif))
    record.birthDate = passenger.birthDate.flatMap { PartialDate($0) }
    record.gender = passenger.gender
    record.nationality = ShortCode(passenger.nationality)
    if let number = passenger.document {
      record.documents = ElementRun(start: UInt32(batch.documents.count), count: 1)
      batch.documents.append(
        TravelDocument(
          type: ShortCode("P"), number: batch.store(number), issuer: .none, expires: nil))
    }
    if !passenger.otherNames.isEmpty {
      record.otherNames = ElementRun(
        start: UInt32(batch.names.count), count: UInt32(passenger.otherNames.count))
      for name in passenger.otherNames {
        batch.names.append(
          PersonName(
            surname: batch.store(name.surname), given: batch.store(name.given), source: .docs))
      }
    }
    batch.passengers.append(record)
  }
  return batch
}

func makeListed(
  _ entry: String, _ names: [(surname: String, given: String)], birthDates: [String] = [],
  gender: Gender = .unstated, nationalities: [String] = [], documents: [String] = []
) -> ListedPerson {
  var person = ListedPerson(
    entry: entry, kind: .person,
    names: names.map {
      ListedName(
        full: "\($0.given) \($0.surname)", surname: $0.surname, given: $0.given, type: .primary,
        quality: .unstated)
    })
  person.birthDates = birthDates.compactMap { text in
    let parts = text.split(separator: "~")
    guard let from = PartialDate(String(parts[0])),
      let to = PartialDate(String(parts[parts.count - 1])),
      let interval = DateInterval(from: from.earliest, to: to.latest)
    else { return nil }
    return ListedBirthDate(interval: interval, approximate: text.contains("?"), raw: text)
  }
  person.gender = gender
  person.nationalities = nationalities
  person.documents = documents.map { ListedDocument(type: "passport", number: $0) }
  return person
}

func makeList(_ entries: [ListedPerson]) -> Watchlist {
  Watchlist(
    id: "test", format: "persons-csv", sha256: "", published: nil, entries: entries, warnings: [])
}

func screen(
  _ passengers: [TestPassenger], against entries: [ListedPerson], exhaustive: Bool = false
) -> [Match] {
  var matcher = Matcher(index: MatchIndex(lists: [makeList(entries)]), exhaustive: exhaustive)
  var matches: [Match] = []
  matcher.screen(makeBatch(passengers), into: &matches)
  return matches
}
