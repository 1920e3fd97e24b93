import Records
import TestSupport
import Testing

@testable import Screening

/// Legs that are too large, hostile or empty: nobody is lost.
struct LegLimitsTests {
  private func crowd(_ count: Int) -> [Told] {
    (0..<count).map { Told("P\(Array("ABCDEFGHIJ")[$0 % 10])RSON\($0)/X", "L\($0)", "1") }
  }

  @Test func aLegBeyondTheLimitIsResolvedInPieces() {
    var limits = Limits()
    limits.recordsPerLeg = 10
    let messages = [
      full(10).with { $0.people = crowd(30) }, full(20).with { $0.people = crowd(20) },
    ]
    let found = resolve(messages[0], messages[1], limits: limits)
    // Bookings stay whole, so pushes still join and still remove.
    #expect(found.account.travellers == 30)
    #expect(found.account.cancelled == 10)
    #expect(found.codes == ["TOO_LARGE 50 records of one leg are joined in 5 pieces"])
    var random: SeededGenerator? = SeededGenerator(seed: 3)
    let other = resolve(makeBatch(messages, shuffledBy: &random, files: 3), limits: limits)
    #expect(other.lines == found.lines)
  }

  @Test func manyOfOneNameAreAllThere() {
    let people = [Told](repeating: Told("SMITH/JOHN", "AAA111", ""), count: 300)
    let found = resolve(full(10).with { $0.people = people }, full(20).with { $0.people = people })
    #expect(found.account.travellers == 300)
    #expect(found.account.cancelled == 0)
    let api = resolve(
      full(10).with { $0.people = people },
      list("PAXLST", 20).with { $0.people = people.map { told in told.with { $0.locator = "" } } })
    #expect(api.account.travellers == 600)
  }

  @Test func oneTravellerOfManyNamesEndsSomewhere() {
    let messages = (0..<60).map { index in
      full(
        Int64(10 + index),
        Told("SMITH/JOHN\(String(repeating: "A", count: index % 20))", "AAA111", "1"))
    }
    var random: SeededGenerator? = SeededGenerator(seed: 5)
    let found = resolve(makeBatch(messages, shuffledBy: &random))
    let again = resolve(makeBatch(messages, shuffledBy: &random, files: 3))
    #expect(found.lines == again.lines)
    #expect(found.aboard.count == 1)
  }

  @Test func comparisonsAreBoundedAndNobodyIsLost() {
    func family(_ letter: String) -> [Told] {
      (0..<40).map {
        Told("SMITH/\(letter)\(Array("ABCDEFGHIJ")[$0 % 10])\(Array("KLMNOPQRST")[$0 / 10])")
      }
    }
    var limits = Limits()
    let messages = [
      full(10).with { $0.people = family("Y") }, full(20).with { $0.people = family("Z") },
    ]
    #expect(resolve(messages[0], messages[1], limits: limits).codes.isEmpty)
    limits.comparisonsPerRecord = 1
    let found = resolve(messages[0], messages[1], limits: limits)
    #expect(found.codes == ["TOO_LARGE the names of one leg are too alike to compare all of them"])
    #expect(found.aboard.count == 40)
    #expect(found.account.travellers == 80)
    var random: SeededGenerator? = SeededGenerator(seed: 8)
    #expect(resolve(makeBatch(messages, shuffledBy: &random), limits: limits).lines == found.lines)
  }

  @Test func namesWithoutLettersJoinNobody() {
    let strange = [Told("1234/", "AAA111", ""), Told("5678/", "AAA111", "")]
    let booked = full(10).with { $0.people = strange }
    #expect(resolve(booked, list("PNL", 20, Told("9999/", "AAA111"))).account.travellers == 3)
    let known = resolve(booked, list("PNL", 20, strange[0]))
    #expect(known.lines.map { $0.hasSuffix("|2") } == [true, false])
    #expect(
      resolve(full(10, Told("1234/", "")), list("PNL", 20, Told("1234/", ""))).account.travellers
        == 2)
  }

  @Test func anEmptyLegAndOneAfterAnotherShareTheMemory() {
    var state = LegState(limits: .standard)
    var out = PassengerBatch()
    var none: SeededGenerator?
    let first = makeBatch([full(10, Told("JANSEN/ANN"))], shuffledBy: &none)
    let second = makeBatch([full(10, Told("BAKKER/BOB"))], shuffledBy: &none)
    let accounts = [
      state.resolve(first, into: &out), state.resolve(PassengerBatch(), into: &out),
      state.resolve(second, into: &out),
    ]
    #expect(accounts.map(\.travellers) == [1, 0, 1])
    #expect(out.passengers.map { out.text($0.name.surname) } == ["JANSEN", "BAKKER"])
    #expect(out.messages.count == 1)
    #expect(out.flights.count == 2)
  }
}
