import Records
import Testing

@testable import Screening

/// What pushes of one reservation system say of bookings by naming them and by silence.
struct PushSequenceTests {
  private let ann = Told("JANSEN/ANN", "AAA111", "1")
  private let bob = Told("BAKKER/BOB", "BBB222", "1")
  private let cas = Told("COHEN/CAS", "CCC333", "1")

  @Test func aLaterFullPushTakesAbsentBookingsOff() {
    let (found, differing) = resolveInAllOrders(full(10, ann, bob), full(20, ann))
    #expect(differing == 0)
    #expect(found.aboard == ["JANSEN/ANN"])
    #expect(found.off == ["BAKKER/BOB"])
    #expect(found.account.records == 3)
    #expect(found.account.travellers == 2)
    #expect(found.account.merged == 1)
    #expect(found.account.cancelled == 1)
    #expect(found.account.pushes.map(\.minute) == [10, 20])
    #expect(found.codes.isEmpty)
  }

  @Test func anIncompleteFullPushRemovesNobody() {
    for broken in [
      full(20, ann).with { $0.isComplete = false },
      full(20, ann).with { $0.announced = 2 },
      full(20, ann).with { $0.hasPush = false },
    ] {
      let (found, differing) = resolveInAllOrders(full(10, ann, bob), broken)
      #expect(differing == 0)
      #expect(found.aboard == ["BAKKER/BOB", "JANSEN/ANN"])
    }
  }

  @Test func anUpdateChangesOnlyWhatItNames() {
    let dan = Told("DEKKER/DAN", "AAA111", "2")
    let (found, differing) = resolveInAllOrders(full(10, ann, bob), update(20, dan), full(5, cas))
    #expect(differing == 0)
    #expect(found.aboard == ["BAKKER/BOB", "DEKKER/DAN"])
    #expect(found.off == ["COHEN/CAS", "JANSEN/ANN"])
  }

  @Test func aCancellationTakesTheBookingOffUntilItIsNamedAgain() {
    let cancel = update(20).with { $0.cancels = ["AAA111"] }
    let gone = resolveInAllOrders(full(10, ann, bob), cancel)
    #expect(gone.differing == 0)
    #expect(gone.0.off == ["JANSEN/ANN"])
    let back = resolveInAllOrders(full(10, ann, bob), cancel, update(30, ann))
    #expect(back.differing == 0)
    #expect(back.0.off == [])
    let status = update(20, ann.with { $0.status = .cancelled })
    #expect(resolveInAllOrders(full(10, ann, bob), status).0.off == ["JANSEN/ANN"])
  }
}
