import Records
import Testing

@testable import Screening

/// Pushes in parts: one access reference, `01:C`, `02`, `03:F`, minutes apart.
struct PushPartsTests {
  private let ann = Told("JANSEN/ANN", "AAA111", "1")
  private let bob = Told("BAKKER/BOB", "BBB222", "1")
  private let cas = Told("COHEN/CAS", "CCC333", "1")
  private let old = Told("OUDE/OLE", "OOO999", "1")

  private func part(_ number: Int32, _ minute: Int64, last: Bool = false, _ person: Told) -> Message
  {
    full(minute, person).with {
      $0.part = number
      $0.isLastPart = last
      $0.access = "XX0123"
    }
  }

  @Test func allPartsTogetherAreOneCompletePush() {
    let (found, differing) = resolveInAllOrders(
      full(5, ann, old), part(1, 10, ann).with { $0.announced = 3 }, part(2, 11, bob),
      part(3, 12, last: true, cas))
    #expect(differing == 0)
    #expect(found.off == ["OUDE/OLE"])
    #expect(found.account.pushes.map(\.parts) == [1, 3])
    #expect(found.account.pushes.map(\.isComplete) == [true, true])
    #expect(found.account.pushes.map(\.announcedBookings) == [-1, 3])
    #expect(found.account.pushes.map(\.foundBookings) == [2, 3])
    #expect(found.codes.isEmpty)
  }

  @Test func aMissingPartIsReportedAndRemovesNobody() {
    let (found, differing) = resolveInAllOrders(
      full(5, ann, old), part(1, 10, ann).with { $0.announced = 3 }, part(3, 12, last: true, cas))
    #expect(differing == 0)
    #expect(found.off == [])
    #expect(
      found.codes.sorted() == [
        "COUNT_MISMATCH 2 of 3 parts",
        "COUNT_MISMATCH EQN announces 3 bookings over all parts, found 2",
      ])
    let cut = resolve(full(5, ann, old), part(1, 10, ann), part(2, 11, bob))
    #expect(cut.codes == ["COUNT_MISMATCH 2 parts, the last is missing"])
    #expect(cut.off == [])
  }

  @Test func totalsOverAllPartsAreCompared() {
    let found = resolve(
      full(5, old), part(1, 10, ann).with { $0.announced = 4 }, part(2, 10, last: true, bob))
    #expect(found.codes == ["COUNT_MISMATCH EQN announces 4 bookings over all parts, found 2"])
    #expect(found.off == [])
    // More than announced is a finding, but nobody is missing.
    let more = resolve(
      full(5, old), part(1, 10, ann).with { $0.announced = 1 }, part(2, 10, last: true, bob))
    #expect(more.codes.count == 1)
    #expect(more.off == ["OUDE/OLE"])
    let single = resolve(part(1, 10, last: true, ann).with { $0.announced = 4 })
    #expect(single.codes.isEmpty)
  }

  @Test func aPartThatDoesNotGoOnBeginsAnotherPush() {
    let (found, differing) = resolveInAllOrders(
      part(1, 10, ann), part(2, 11, last: true, old), part(1, 20, ann),
      part(2, 21, last: true, bob))
    #expect(differing == 0)
    #expect(found.account.pushes.map(\.parts) == [2, 2])
    #expect(found.off == ["OUDE/OLE"])
  }

  @Test func partsThatComeTwiceAreTheSame() {
    let messages = [part(1, 10, ann).with { $0.announced = 2 }, part(2, 11, last: true, bob)]
    let (found, differing) = resolveInAllOrders(
      full(5, old), messages[0], messages[1], messages[0], messages[1])
    #expect(differing == 0)
    #expect(found.account.pushes.map(\.parts) == [1, 2])
    #expect(found.account.pushes.map(\.foundBookings) == [1, 2])
    #expect(found.off == ["OUDE/OLE"])
    #expect(found.codes.isEmpty)
  }

  @Test func aPartThatIsTheLastOnlyOnceIsNotTheEnd() {
    // Dated, and without times that would order them.
    for minute in [Int64(10), 0] {
      let (found, differing) = resolveInAllOrders(
        full(5, old), part(1, minute, ann), part(2, minute, last: true, bob),
        part(2, minute, last: false, cas))
      #expect(differing == 0, "\(minute)")
      #expect(found.off.isEmpty)
      #expect(found.codes.contains("COUNT_MISMATCH 2 parts, the last is missing"))
    }
  }

  @Test func listsInPartsAreCountedOverAllParts() {
    func page(_ number: Int32, last: Bool, _ person: Told) -> Message {
      list("PNL", 10, person).with {
        $0.part = number
        $0.isLastPart = last
        $0.announcedPersons = 3
      }
    }
    let found = resolve(page(1, last: false, ann), page(2, last: true, bob))
    #expect(found.codes == ["COUNT_MISMATCH 3 persons are announced over all parts, found 2"])
    #expect(found.account.travellers == 2)
  }
}
