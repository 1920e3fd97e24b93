import Bytes
import HitFiles
import Records
import Testing

@testable import Screening

/// Which record of a traveller gives which field, and where it says that it has it from.
struct FieldPriorityTests {
  private let booked = Told("EL AMRANI/MOHAMED", "AAA111", "1").with {
    $0.source = .tif
    $0.seat = "16A"
    $0.otherNames = ["ELAMRANI/MOHAMEDMR"]
  }
  private let api = Told("EL AMRANI/MOHAMED ALI", "AAA111").with {
    $0.source = .nad
    $0.born = "1986-03-01"
    $0.gender = .male
    $0.nationality = "NLD"
    $0.document = "NX1234567"
    $0.seat = "20C"
  }

  @Test func fieldsComeFromWhereTheyAreBest() throws {
    let (found, differing) = resolveInAllOrders(
      full(10, booked), list("PAXLST", 20, api),
      list("PRL", 30, Told("ELAMRANI/M", "AAA111").with { $0.status = .boarded }))
    #expect(differing == 0)
    #expect(
      found.lines == [
        "AAA111|1|EL AMRANI/MOHAMED ALI|ELAMRANI/M,EL AMRANI/MOHAMED,ELAMRANI/MOHAMEDMR|1986-03-01|M"
          + "|NLD|NX1234567|passenger|boarded|16A|3"
      ])
    let person = try #require(found.batch.passengers.first)
    #expect(person.name.source == .nad)
    #expect(person.sources.name.kinds == [.paxlst])
    #expect(person.sources.birthDate.kinds == [.paxlst])
    #expect(person.sources.gender.kinds == [.paxlst])
    #expect(person.sources.nationality.kinds == [.paxlst])
    #expect(person.sources.documents.kinds == [.paxlst])
    #expect(person.sources.status.kinds == [.prl])
    #expect(person.sources.seat.kinds == [.pnrgov])
    // It points to the reservation's record.
    #expect(found.batch.messages[Int(person.message)].kind == .pnrgov)
    #expect(person.flights.count == 1)
  }

  @Test func whatOnlyTheOlderPushKnewIsKept() {
    let older = booked.with {
      $0.born = "1986-03-01"
      $0.document = "NX1234567"
      $0.nationality = "NLD"
      $0.gender = .male
    }
    let newer = booked.with {
      $0.seat = "2B"
      $0.document = "NY7654321"
    }
    let (found, differing) = resolveInAllOrders(full(10, older), full(20, newer))
    #expect(differing == 0)
    #expect(
      found.lines == [
        "AAA111|1|EL AMRANI/MOHAMED|ELAMRANI/MOHAMEDMR|1986-03-01|M|NLD|NY7654321,NX1234567"
          + "|passenger|booked|2B|2"
      ])
  }

  @Test func documentsNameComesBeforeTheBookings() {
    let docs = booked.with {
      $0.source = .docs
      $0.surname = "EL AMRANI EL"
    }
    #expect(
      resolve(full(10, docs), full(20, booked)).lines[0].hasPrefix("AAA111|1|EL AMRANI EL/MOHAMED|")
    )
  }

  @Test func aFullDateSaysMoreThanAYear() {
    let year = api.with { $0.born = "1986" }
    let day = booked.with { $0.born = "1986-03-01" }
    #expect(
      resolve(full(10, day), list("PAXLST", 20, year)).batch.passengers.map(\.birthDate)
        == [PartialDate("1986-03-01")])
  }

  @Test func aHitKeepsItsIdWhenOtherChannelsJoin() {
    let infant = Told("EL AMRANI/BABY", "AAA111", "1").with { $0.kind = .infant }
    let infantAPI = Told("EL AMRANI/BABY SARA", "AAA111").with {
      $0.kind = .infant
      $0.born = "2026-01-02"
    }
    let alone = resolve(full(10, booked, infant))
    let joined = resolve(
      full(10, booked, infant), list("PAXLST", 20, api, infantAPI),
      list("PNL", 15, Told("ELAMRANI/MOHAMED", "AAA111", "7")))
    #expect(joined.account.travellers == 2)
    #expect(joined.batch.passengers.map(\.birthDate).contains(PartialDate("2026-01-02")))
    func ids(_ found: Resolved) -> Set<String> {
      Set(found.batch.passengers.indices.map { HitIdentity.passenger($0, of: found.batch) })
    }
    #expect(ids(alone) == ids(joined))
  }

  @Test func aSingleRecordIsCopiedAsItIs() throws {
    let found = resolve(full(10, booked))
    #expect(
      found.lines == [
        "AAA111|1|EL AMRANI/MOHAMED|ELAMRANI/MOHAMEDMR|||||passenger|booked|16A|1"
      ])
    #expect(try #require(found.batch.passengers.first).sources == FieldSources())
  }
}
