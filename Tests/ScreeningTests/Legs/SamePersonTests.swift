import Records
import TestSupport
import Testing

@testable import Screening

/// One person in two bookings of a leg is one traveller, if a document makes it certain.
struct SamePersonTests {
  private let first = Told("VOORBEELD/KIM", "AAA111", "1").with {
    $0.document = "NX1234567"
    $0.issuer = "NLD"
    $0.born = "1981-02-03"
  }
  private var second: Told { first.with { $0.locator = "BBB222" } }
  private var api: Told {
    first.with {
      $0.locator = ""
      $0.reference = ""
    }
  }

  @Test func twoBookingsAreOneTraveller() {
    let (found, differing) = resolveInAllOrders(full(10, first, second))
    #expect(differing == 0)
    #expect(found.account.travellers == 1 && found.account.merged == 1)
    #expect(found.lines.first?.hasSuffix("|1") == true)
    #expect(found.batch.passengers[0].documents.count == 1)
  }

  @Test func lessThanADocumentKeepsThemApart() {
    for change: (inout Told) -> Void in [
      { $0.document = "NX7654321" }, { $0.issuer = "BEL" }, { $0.born = "1981-03-02" },
      { $0.surname = "VOORBEELDT" }, { $0.document = "" }, { $0.born = "1981-02" },
    ] {
      let (found, differing) = resolveInAllOrders(full(10, first, second.with(change)))
      #expect(differing == 0)
      #expect(found.account.travellers == 2)
    }
  }

  @Test func listsOfOnePersonBesideTwoBookingsAreOneTravellerInAnyOrder() {
    let listed = list("PAXLST", 20, api)
    let known = list("PAXLST", 30, api.with { $0.reference = "U1" })
    let (found, differing) = resolveInAllOrders(full(10, first, second), listed, known)
    #expect(differing == 0)
    #expect(found.account.travellers == 1)
    #expect(found.lines.first?.hasSuffix("|3") == true)
    #expect(
      found.lines.first?.hasPrefix("AAA111|1|") == true
        || found.lines.first?.hasPrefix("BBB222|1|") == true)
  }

  @Test func twiceInOneBookingStaysTwo() {
    let again = first.with { $0.reference = "2" }
    let (found, differing) = resolveInAllOrders(full(10, first, again, second))
    #expect(differing == 0)
    #expect(found.account.travellers == 3)
  }

  @Test func theBookingThatIsShownStaysTheSame() {
    let one = resolve(full(10, first, second))
    let two = resolve(full(10, first, second), full(20, first, second))
    let key = one.lines.first?.split(separator: "|").first
    #expect(two.lines.first?.split(separator: "|").first == key)
  }

  @Test func whoIsOffInOneBookingIsOnInTheOther() {
    let (found, differing) = resolveInAllOrders(
      full(10, first, second), update(20).with { $0.cancels = ["AAA111"] })
    #expect(differing == 0)
    #expect(found.off == [] && found.aboard.count == 1)
    // Nor does a list take him off that deletes one of them.
    let deleted = list("ADL", 30, first.with { $0.status = .cancelled })
    #expect(resolve(full(10, first, second), deleted).off == [])
    #expect(
      resolve(full(10, first, second), update(20).with { $0.cancels = ["AAA111", "BBB222"] }).off
        .count == 1)
    #expect(resolve(full(10, first, second), full(50)).aboard.isEmpty == false)
  }
}

/// Bookings that several systems hold, each with a locator of its own.
struct BookingNamesTests {
  private let ann = Told("JANSEN/ANN", "GDS111", "1").with { $0.system = "1A" }
  private let bob = Told("BAKKER/BOB", "BBB222", "1").with { $0.system = "XX" }

  private func cancel(_ locator: String, _ system: String) -> Message {
    update(20).with {
      $0.cancels = [locator]
      $0.cancelSystem = system
    }
  }

  @Test func aCancellationMayNameAnyOfThem() {
    let push = full(10, ann, bob).with { $0.names = [["1A:GDS111", "XX:AAA111"]] }
    for (locator, system) in [("AAA111", "XX"), ("GDS111", "1A"), ("AAA111", "")] {
      let (found, differing) = resolveInAllOrders(push, cancel(locator, system))
      #expect(differing == 0)
      #expect(found.off == ["JANSEN/ANN"], "\(locator)")
    }
    #expect(resolve(push, cancel("AAA111", "1B")).off == [])
  }

  @Test func anotherNameFirstIsTheSameBooking() {
    let push = full(10, ann, bob).with { $0.names = [["1A:GDS111", "XX:AAA111"]] }
    let again = Told("JANSEN/ANN", "AAA111", "1").with { $0.system = "XX" }
    let (found, differing) = resolveInAllOrders(push, full(50, again, bob))
    #expect(differing == 0)
    #expect(found.off == [] && found.account.travellers == 2)
  }

  @Test func aLocatorThatSeveralBookingsShareNamesNoneOfThem() {
    let other = Told("VISSER/VIC", "GDS333", "1").with { $0.system = "1A" }
    let push = full(10, ann, other).with {
      $0.names = [["1A:GDS111", "XX:GROUP1"], ["1A:GDS333", "XX:GROUP1"]]
    }
    let (found, differing) = resolveInAllOrders(push, cancel("GROUP1", "XX"))
    #expect(differing == 0)
    #expect(found.off == [])
    #expect(resolve(push, cancel("GDS111", "1A")).off == ["JANSEN/ANN"])
  }
}
