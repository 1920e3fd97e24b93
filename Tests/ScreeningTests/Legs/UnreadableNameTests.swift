import Records
import TestSupport
import Testing

@testable import Screening

/// A later push spells a name so that nobody can read it: the readable spelling goes on being screened.
struct UnreadableNameTests {
  private let ann = Told("JANSEN/ANN", "AAA111", "1")
  private let bob = Told("BAKKER/BOB", "BBB222", "1")

  @Test(arguments: ["\u{FFFD}\u{FFFD}\u{FFFD}/\u{FFFD}", "???/??", "12/"])
  func aNameWithoutLettersIsTheSameTravellers(_ name: String) {
    let garbled = Told(name, "AAA111", "1")
    let (found, differing) = resolveInAllOrders(full(10, ann, bob), full(90, garbled, bob))
    #expect(differing == 0)
    #expect(found.aboard == ["BAKKER/BOB", "JANSEN/ANN"])
    #expect(found.account.travellers == 2)
    #expect(found.lines[0].hasPrefix("AAA111|1|JANSEN/ANN|\(name)|"))
    // Told again, he is found again.
    let born = ann.with { $0.born = "1980-01-01" }
    let again = resolveInAllOrders(full(10, ann, bob), full(90, garbled, bob), full(200, born, bob))
    #expect(again.differing == 0)
    #expect(again.0.account.travellers == 2)
  }

  @Test(arguments: [
    "J\u{FFFD}\u{FFFD}\u{FFFD}N/\u{FFFD}", "J???N/?", "\u{C4}\u{CD}\u{D1}\u{C5}\u{CD}/\u{C0}\u{CD}",
    "\u{2557}\u{2563}\u{2551}/ANN",
  ])
  func anUnreadableNameTakesNobodyOffItsBooking(_ name: String) {
    let garbled = Told(name, "AAA111", "1")
    let (found, differing) = resolveInAllOrders(full(10, ann, bob), full(90, garbled, bob))
    #expect(differing == 0)
    #expect(found.aboard.contains("JANSEN/ANN"))
    #expect(found.off == [])
    #expect(resolve(full(10, ann, bob), update(90, garbled)).off == [])
    // Other bookings are known all the same, and a readable push decides.
    #expect(resolve(full(10, ann, bob), full(90, garbled)).off == ["BAKKER/BOB"])
    let later = resolveInAllOrders(full(10, ann, bob), full(90, garbled, bob), full(200, bob))
    #expect(later.differing == 0)
    #expect(later.0.off.contains("JANSEN/ANN"))
  }

  @Test func withoutAReferenceThereAreTwo() {
    let first = Told("JANSEN/ANN", "AAA111")
    let (found, differing) = resolveInAllOrders(full(10, first), full(90, Told("???/?", "AAA111")))
    #expect(differing == 0)
    #expect(found.aboard == ["???/?", "JANSEN/ANN"])
  }

  @Test func whoHasNeitherNameNorLocatorMayBeAnybody() {
    let (found, differing) = resolveInAllOrders(
      full(10, ann, bob), full(90, Told("???/?", ""), bob))
    #expect(differing == 0)
    #expect(found.off == [])
  }

  @Test func aBirthDateThatContradictsMakesTwo() {
    let born = ann.with { $0.born = "1980-01-01" }
    let garbled = Told("???/?", "AAA111", "1").with { $0.born = "1990-01-01" }
    let (found, differing) = resolveInAllOrders(full(10, born), full(90, garbled))
    #expect(differing == 0)
    #expect(found.aboard == ["???/?", "JANSEN/ANN"])
  }

  @Test func anotherReadableNameTakesTheBookingOver() {
    let mia = Told("M\u{DC}LLER/M\u{CD}A", "AAA111", "1")
    #expect(resolve(full(10, ann, bob), full(90, mia, bob)).off == ["JANSEN/ANN"])
    let arabic = Told("\u{62D}\u{633}\u{646}/\u{639}\u{644}\u{64A}", "AAA111", "1")
    #expect(resolve(full(10, ann, bob), full(90, arabic, bob)).off == ["JANSEN/ANN"])
  }
}
