import Records
import TestSupport
import Testing

@testable import Screening

/// Where a traveller stands when several channels and times say different things.
struct TravellerStatusTests {
  private let ann = Told("JANSEN/ANN", "AAA111", "1")
  private let bob = Told("BAKKER/BOB", "BBB222", "1")

  private func status(_ messages: Message..., sourceLocation: SourceLocation = #_sourceLocation)
    -> [String]
  {
    var random = SeededOrders(messages)
    let lines = resolve(random.next()).batch.passengers.map(\.status.label)
    for _ in 0..<12 {
      let other = resolve(random.next()).batch.passengers.map(\.status.label)
      #expect(other == lines, sourceLocation: sourceLocation)
    }
    return lines
  }

  private func said(_ type: String, _ minute: Int64, _ status: TravelStatus) -> Message {
    list(type, minute, ann.with { $0.status = status })
  }

  @Test func theLatestStatementWins() {
    #expect(status(full(10, ann), said("ADL", 20, .checkedIn)) == ["checkedIn"])
    #expect(status(said("PRL", 20, .boarded), said("PFS", 30, .noShow)) == ["noShow"])
    #expect(status(said("PRL", 30, .boarded), said("PFS", 20, .noShow)) == ["boarded"])
    #expect(status(said("PRL", 30, .boarded), said("PFS", 30, .noShow)) == ["boarded"])
  }

  @Test func bookedNeverOverridesCheckInOfAnotherChannel() {
    #expect(status(said("ADL", 20, .checkedIn), full(30, ann)) == ["checkedIn"])
    // Of the same channel it does: the check-in was undone.
    #expect(status(said("ADL", 20, .checkedIn), said("ADL", 30, .booked)) == ["booked"])
  }

  @Test func aCancellationOfAnyChannelCountsIfItIsTheLatestWord() {
    #expect(status(full(10, ann), said("ADL", 20, .cancelled)) == ["cancelled"])
    #expect(status(full(30, ann), said("ADL", 20, .cancelled)) == ["booked"])
    #expect(status(full(20, ann), said("ADL", 20, .cancelled)) == ["booked"])
    #expect(
      status(full(10, ann), full(60, bob), said("ADL", 55, .checkedIn)) == ["cancelled", "booked"])
    #expect(
      status(full(10, ann), full(60, bob), said("ADL", 60, .checkedIn)) == ["checkedIn", "booked"])
    #expect(
      status(full(10, ann), full(60, bob), said("PRL", 65, .boarded)) == ["boarded", "booked"])
  }

  @Test func whatHasNoTimeTakesNobodyOff() {
    #expect(status(full(10, ann), said("ADL", 0, .cancelled)) == ["booked"])
    #expect(
      status(full(10, ann), full(60, bob), said("CSV", 0, .unstated)) == ["booked", "booked"])
    #expect(status(said("ADL", 0, .cancelled)) == [""])
  }

  @Test func aNameAloneTakesNobodyOff() {
    let nameless = list("ADL", 20, Told("JANSEN/ANN", "").with { $0.status = .cancelled })
    #expect(status(full(10, ann), nameless).sorted() == ["booked", "cancelled"])
    // Of the channel that told of her by that name it does.
    #expect(status(list("PNL", 10, Told("JANSEN/ANN", "")), nameless) == ["cancelled"])
  }

  @Test func otherChannelsSayNothingByAbsence() {
    #expect(
      status(list("PNL", 10, ann, bob), list("PNL", 20, ann), list("PAXLST", 30, ann))
        == ["booked", "booked"])
  }

  @Test func aFlightTakenBackTakesEverybodyToldOfBefore() {
    let cancel = list("PAXLST", 20).with { $0.cancelsFlight = true }
    #expect(status(full(10, ann, bob), cancel) == ["cancelled", "cancelled"])
    #expect(status(full(10, ann, bob), cancel, full(30, ann)) == ["booked", "cancelled"])
    #expect(status(full(20, ann), cancel) == ["booked"])
    #expect(status(full(0, ann), cancel) == ["booked"])
    let undated = resolve(full(10, ann), cancel.with { $0.minute = 0 })
    #expect(undated.off == [])
    #expect(undated.codes.count == 1)
  }
}

/// The same messages in one order after another.
struct SeededOrders {
  private let messages: [Message]
  private var random: SeededGenerator? = SeededGenerator(seed: 11)

  init(_ messages: [Message]) { self.messages = messages }

  mutating func next() -> PassengerBatch {
    makeBatch(messages, shuffledBy: &random, files: 2)
  }
}
