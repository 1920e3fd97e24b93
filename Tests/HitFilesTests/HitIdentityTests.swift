import Records
import Testing
import Watchlists

@testable import HitFiles

struct HitIdentityTests {
  @Test func staysTheSameWhateverIsNotIdentity() {
    let first = SampleMatch()
    var second = SampleMatch()
    second.batch.passengers[0].name.surname = second.batch.store("ELAMRANI")
    second.batch.passengers[0].seat = second.batch.store("1A")
    second.batch.passengers[0].offset = 7
    second.batch.flights[0].departureMinute = 500
    #expect(first.hit.id == second.hit.id)
    #expect(first.hit.journey == second.hit.journey)
    #expect(first.hit.id.count == 18 && first.hit.id.hasPrefix("h_"))
  }

  @Test func changesWithLegEntryAndPassenger() {
    let hit = SampleMatch().hit
    var otherLeg = SampleMatch()
    otherLeg.batch.flights[0].date = PartialDate("2026-11-29")
    #expect(otherLeg.hit.id != hit.id)
    #expect(otherLeg.hit.journey == hit.journey)
    var otherEntry = SampleMatch()
    otherEntry.list.entries[0].entry = "nlt-2"
    #expect(otherEntry.hit.id != hit.id)
    var otherPassenger = SampleMatch()
    otherPassenger.batch.passengers[0].passengerReference = otherPassenger.batch.store("2")
    #expect(otherPassenger.hit.id != hit.id)
  }

  @Test func keepsAnInfantApartFromTheParentWhoseReferenceItHas() {
    var infant = SampleMatch()
    infant.batch.passengers[0].kind = .infant
    #expect(infant.hit.id != SampleMatch().hit.id)
  }

  @Test func keepsNamesakesWithoutBirthDateApart() {
    func id(_ number: String) -> String {
      var sample = SampleMatch()
      sample.batch.passengers[0].recordLocator = .empty
      sample.batch.passengers[0].passengerReference = .empty
      sample.batch.passengers[0].birthDate = nil
      sample.batch.documents[0].number = sample.batch.store(number)
      return sample.hit.id
    }
    #expect(id("A1") != id("A2"))
    #expect(id("A1") == id("A1"))
  }

  @Test func readsATablesReferenceWithinItsFlight() {
    func id(_ surname: String, withFlight: Bool) -> String {
      var sample = SampleMatch()
      sample.batch.passengers[0].name = PersonName(
        surname: sample.batch.store(surname), given: .empty, source: .csv)
      sample.batch.passengers[0].recordLocator = .empty
      if !withFlight { sample.batch.passengers[0].flights = .empty }
      return sample.hit.id
    }
    #expect(id("A", withFlight: true) == id("B", withFlight: true))
    #expect(id("A", withFlight: false) != id("B", withFlight: false))
  }

  @Test func ordersByScoreThenId() {
    var best = SampleMatch().hit
    best.scoreMillionths = 990_000
    best.id = "h_z"
    var first = SampleMatch().hit
    first.id = "h_a"
    var second = SampleMatch().hit
    second.id = "h_b"
    let sorted = [second, first, best].sorted { $0.rank < $1.rank }
    #expect(sorted.map { $0.id } == ["h_z", "h_a", "h_b"])
  }
}
