import Records
import TestSupport
import Testing

@testable import Screening

/// Two full pushes of one minute: nobody can say which is later.
struct DoubtfulPushTests {
  private func person(_ name: String, _ locator: String) -> Told { Told(name, locator, "1") }

  @Test func twoFullPushesOfOneMinuteTakeNobodyOff() {
    let ann = person("JANSEN/ANN", "AAA111")
    let bob = person("BAKKER/BOB", "BBB222")
    let vic = person("VISSER/VIC", "CCC333")
    let (found, differing) = resolveInAllOrders(
      full(5, ann, bob, vic), full(50, ann, bob).with { $0.announced = 2 },
      full(50, ann).with { $0.announced = 1 })
    #expect(differing == 0)
    #expect(found.off == [])
    #expect(found.codes.count == 1 && found.codes[0].hasPrefix("PUSH_ORDER several full pushes"))
    // Copies, and messages that share nothing, are one push as before.
    #expect(resolve(full(5, ann, vic), full(50, ann), full(50, ann)).off == ["VISSER/VIC"])
    #expect(resolve(full(5, ann, vic), full(50, ann), full(50, bob)).off == ["VISSER/VIC"])
  }

  @Test func twoPushesInPartsOfOneMinuteTakeNobodyOff() {
    func part(_ number: Int32, _ person: Told) -> Message {
      full(50, person).with {
        $0.part = number
        $0.isLastPart = number == 2
        $0.access = "XX0123"
        $0.announced = 2
      }
    }
    let old = full(5, person("ADAMS/PIM", "DDD444"))
    let (found, differing) = resolveInAllOrders(
      old, part(1, person("JANSEN/ANN", "AAA111")), part(2, person("BAKKER/BOB", "BBB222")),
      part(1, person("VISSER/VIC", "CCC333")), part(2, person("BAKKER/BEN", "EEE555")))
    #expect(differing == 0)
    #expect(found.off == [])
    #expect(found.codes.contains { $0.hasPrefix("PUSH_ORDER") })
  }

  @Test func severalPushesWithoutTimeAreReportedOnce() {
    let ann = person("JANSEN/ANN", "AAA111")
    let bob = person("BAKKER/BOB", "BBB222")
    let (found, differing) = resolveInAllOrders(full(0, ann, bob), full(0, ann))
    #expect(differing == 0)
    #expect(found.off == [])
    #expect(found.codes.count == 1 && found.codes[0].hasPrefix("PUSH_ORDER 2 pushes without time"))
    #expect(resolve(full(0, ann)).codes == [])
  }
}
