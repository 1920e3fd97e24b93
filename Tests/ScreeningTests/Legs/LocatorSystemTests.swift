import Records
import TestSupport
import Testing

@testable import Screening

/// Two systems give out the same locator: what one says of its booking is not said of the other's.
struct LocatorSystemTests {
  private let ann = Told("JANSEN/ANN", "AAA111", "1")
  private let bob = Told("BAKKER/BOB", "BBB222", "1")

  private func cancel(_ minute: Int64, from sender: String, of system: String = "") -> Message {
    update(minute).with {
      $0.sender = sender
      $0.cancels = ["AAA111"]
      $0.cancelSystem = system
    }
  }

  private func told(_ person: Told, of system: String) -> Told {
    person.with { $0.system = system }
  }

  @Test func anotherSendersCancellationTakesNobodyOff() {
    let (found, differing) = resolveInAllOrders(full(10, ann, bob), cancel(20, from: "YY"))
    #expect(differing == 0)
    #expect(found.off == [])
    // Nor if only one of the two says whose locator it is.
    #expect(
      resolveInAllOrders(full(10, told(ann, of: "1A")), cancel(20, from: "YY")).0.off == [])
    #expect(resolveInAllOrders(full(10, ann), cancel(20, from: "YY", of: "1A")).0.off == [])
  }

  @Test func theSystemsOwnCancellationCountsFromAnyAddress() {
    let (found, differing) = resolveInAllOrders(
      full(10, told(ann, of: "1A"), bob), cancel(20, from: "YY", of: "1A"))
    #expect(differing == 0)
    #expect(found.off == ["JANSEN/ANN"])
    #expect(
      resolve(full(10, told(ann, of: "1B")), cancel(20, from: "YY", of: "1A")).off == [])
  }

  @Test func oneSenderMayNameTwoSystems() {
    let other = Told("VISSER/VIC", "AAA111", "1")
    let (found, differing) = resolveInAllOrders(
      full(10, told(ann, of: "1A"), told(other, of: "1B")), cancel(20, from: "XX", of: "1A"))
    #expect(differing == 0)
    #expect(found.off == ["JANSEN/ANN"])
    // Where one of them names none, the sender means its own.
    #expect(resolve(full(10, told(ann, of: "1A")), cancel(20, from: "XX")).off.count == 1)
    #expect(resolve(full(10, ann), cancel(20, from: "XX", of: "1A")).off.count == 1)
  }

  @Test func namingABookingOfAnotherSystemTakesNobodyFromThisOne() {
    let other = Told("VISSER/VIC", "AAA111", "1")
    let (found, differing) = resolveInAllOrders(
      full(10, told(ann, of: "1A")), update(20, told(other, of: "1B")))
    #expect(differing == 0)
    #expect(found.off == [])
    #expect(resolve(full(10, told(ann, of: "1A")), update(20, other)).off == ["JANSEN/ANN"])
  }

  @Test func aNamedTravellerIsCancelledFromAnyAddressOfOneSystem() {
    let gone = update(20, ann.with { $0.status = .cancelled }).with { $0.sender = "YY" }
    #expect(resolveInAllOrders(full(10, ann), gone).0.off == ["JANSEN/ANN"])
    let other = update(20, told(ann.with { $0.status = .cancelled }, of: "1B"))
    let (found, differing) = resolveInAllOrders(full(10, told(ann, of: "1A")), other)
    #expect(differing == 0)
    #expect(found.off == [])
  }
}
