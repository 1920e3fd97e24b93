import Records
import TestSupport
import Testing

@testable import Screening

/// What pushes of one reservation system say of bookings by naming them and by silence, in any order
/// of arrival.
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
      // Its parser has reported what is wrong with a push in one message.
      #expect(found.codes.isEmpty)
    }
  }

  @Test func aBookingWithoutNamesKeepsNobodyElseOnTheFlight() {
    let (found, differing) = resolveInAllOrders(
      full(10, ann, bob, cas), full(60, ann).with { $0.doubts = ["GGG999", "BBB222"] })
    #expect(differing == 0)
    #expect(found.aboard == ["BAKKER/BOB", "JANSEN/ANN"])
    #expect(found.off == ["COHEN/CAS"])
    // Of whom the booking names it says nothing by not naming others.
    let dan = Told("DEKKER/DAN", "BBB222", "2")
    let named = resolveInAllOrders(
      full(10, ann, bob), full(60, ann, dan).with { $0.doubts = ["BBB222"] })
    #expect(named.differing == 0)
    #expect(named.0.off == [])
  }

  @Test func anUpdateChangesOnlyWhatItNames() {
    let dan = Told("DEKKER/DAN", "AAA111", "2")
    let (found, differing) = resolveInAllOrders(full(90, ann, bob), update(95, dan), full(5, cas))
    #expect(differing == 0)
    #expect(found.aboard == ["BAKKER/BOB", "DEKKER/DAN"])
    #expect(found.off == ["COHEN/CAS", "JANSEN/ANN"])
  }

  @Test func anIncompleteUpdateTakesNobodyFromItsBooking() {
    let dan = Told("DEKKER/DAN", "AAA111", "2")
    let found = resolve(full(10, ann), update(20, dan).with { $0.isComplete = false })
    #expect(found.aboard == ["DEKKER/DAN", "JANSEN/ANN"])
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

  @Test func aBookingThatWasAbsentComesBackWhenItIsNamed() {
    let (found, differing) = resolveInAllOrders(
      full(10, ann, bob), full(20, bob), full(30, ann, bob), full(40, ann))
    #expect(differing == 0)
    #expect(found.aboard == ["JANSEN/ANN"])
    #expect(found.batch.passengers.map(\.pushes) == [3, 3])
  }

  @Test func bookingsWithoutLocatorAreNotRemovedByAbsence() {
    let eve = Told("EVERS/EVE", "", "")
    #expect(resolve(full(10, eve, ann), full(20, ann)).off == [])
    // Recognised under a locator, she shares its fate.
    let known = Told("EVERS/EVE", "EEE555", "1").with { $0.born = "1980-01-01" }
    let born = eve.with { $0.born = "1980-01-01" }
    let (found, differing) = resolveInAllOrders(
      full(10, born, ann), full(20, known, ann), full(30, ann))
    #expect(differing == 0)
    #expect(found.off == ["EVERS/EVE"])
  }

  @Test func aSilentSenderTakesOffOnlyWhatItTold() {
    let other = full(20, ann).with { $0.sender = "YY" }
    #expect(resolve(full(10, ann, bob), other).off == [])
  }

  @Test func aPushWithoutTimeRemovesNobodyAndIsReported() {
    let (found, differing) = resolveInAllOrders(full(10, ann, bob), full(0, ann))
    #expect(differing == 0)
    #expect(found.off == [])
    #expect(found.codes == ["PUSH_ORDER a push without time beside pushes with one"])
    // Nor may anybody be taken off whom it names.
    #expect(resolve(full(10, ann, bob), full(20, ann), full(0, bob)).off == [])
    // Alone it contradicts nothing.
    #expect(resolve(full(0, ann), full(0, bob)).codes.isEmpty)
  }

  @Test func contradictionsOfOneMinuteAreKeptAndReported() {
    let dan = Told("DEKKER/DAN", "AAA111", "2")
    let (found, differing) = resolveInAllOrders(full(10, ann, bob), update(10, dan))
    #expect(differing == 0)
    #expect(found.aboard == ["BAKKER/BOB", "DEKKER/DAN", "JANSEN/ANN"])
    #expect(
      found.codes == [
        "PUSH_ORDER 1 bookings are told of differently in pushes of one minute; all of it is kept"
      ])
  }

  @Test func theSamePushTwiceIsOnePush() {
    let (found, differing) = resolveInAllOrders(full(10, ann, bob), full(10, ann, bob))
    #expect(differing == 0)
    #expect(found.codes.isEmpty)
    #expect(found.account.pushes.count == 1)
    #expect(found.batch.passengers.map(\.pushes) == [1, 1])
    #expect(found.account.merged == 2)
  }

  @Test func aLateOlderPushIsOrderedAndNotReported() {
    let (found, differing) = resolveInAllOrders(full(90, ann), full(10, bob, cas))
    #expect(differing == 0)
    #expect(found.aboard == ["JANSEN/ANN"])
    #expect(found.codes.isEmpty)
  }

  @Test func aFullPushThatNamesNobodyTakesNobodyOffBySilence() {
    let cancelled = cas.with { $0.status = .cancelled }
    for nobody in [
      full(60), full(60).with { $0.doubts = ["ZZZ999"] },
      full(60).with { $0.doubts = ["BBB222"] }, full(60, Told("???/?", "ZZZ999")),
      full(60, cancelled),
    ] {
      let (found, differing) = resolveInAllOrders(full(10, ann, bob), nobody)
      #expect(differing == 0)
      #expect(Set(found.aboard).isSuperset(of: ["BAKKER/BOB", "JANSEN/ANN"]))
    }
    // But where it says that there is no booking, there is none.
    #expect(resolve(full(10, ann, bob), full(60).with { $0.announced = 0 }).off.count == 2)
    // What it cancels is off all the same.
    let (found, differing) = resolveInAllOrders(
      full(10, ann, bob), full(60).with { $0.cancels = ["BBB222"] })
    #expect(differing == 0)
    #expect(found.aboard == ["JANSEN/ANN"])
    #expect(found.off == ["BAKKER/BOB"])
  }

  /// 120 orders of five messages.
  @Test func everyOrderOfArrivalGivesTheSame() {
    let late = Told("JANSEN/ANNA", "AAA111", "1").with { $0.born = "1980-01-01" }
    let messages = [
      full(10, ann, bob, cas), update(20, late), update(30).with { $0.cancels = ["BBB222"] },
      full(40, ann, bob).with { $0.announced = 3 }, full(50, ann, cas),
    ]
    var none: SeededGenerator?
    var orders = [[Message]]()
    permute(messages, [], &orders)
    #expect(orders.count == 120)
    let lines = resolve(makeBatch(messages, shuffledBy: &none)).lines
    #expect(
      lines == [
        "AAA111|1|JANSEN/ANN|JANSEN/ANNA|1980-01-01||||passenger|booked||4",
        "BBB222|1|BAKKER/BOB||||||passenger|cancelled||2",
        "CCC333|1|COHEN/CAS||||||passenger|booked||2",
      ])
    for order in orders { #expect(resolve(makeBatch(order, shuffledBy: &none)).lines == lines) }
  }

  private func permute(_ rest: [Message], _ begun: [Message], _ all: inout [[Message]]) {
    if rest.isEmpty { all.append(begun) }
    for index in rest.indices {
      var others = rest
      others.remove(at: index)
      permute(others, begun + [rest[index]], &all)
    }
  }

  @Test func aSplitBookingKeepsItsTraveller() {
    let first = ann.with { $0.document = "NX1234567" }
    let moved = Told("JANSEN/ANN", "DDD444", "1").with { $0.document = "NX1234567" }
    let mate = Told("SMIT/SAM", "AAA111", "2")
    let (found, differing) = resolveInAllOrders(full(10, first, mate), update(20, moved, mate))
    #expect(differing == 0)
    #expect(found.aboard == ["JANSEN/ANN", "SMIT/SAM"])
    #expect(found.account.travellers == 2)
    // The old booking's end is not the traveller's.
    let cancelled = update(30).with { $0.cancels = ["AAA111"] }
    let later = resolve(full(10, first, mate), update(20, moved), cancelled)
    #expect(later.aboard == ["JANSEN/ANN"])
    #expect(later.lines[1].hasPrefix("DDD444|1|JANSEN/ANN"))
  }
}
