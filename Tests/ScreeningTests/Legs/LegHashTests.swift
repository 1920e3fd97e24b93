import Records
import TestSupport
import Testing

@testable import Screening

struct LegHashTests {
  @Test func smallNumbersMakeDifferentKeys() {
    var keys: Set<UInt64> = []
    for first in UInt64(0)..<64 {
      for second in UInt64(0)..<64 {
        for third in UInt64(0)..<8 { keys.insert(LegHash.of(first, second, third)) }
      }
    }
    #expect(keys.count == 64 * 64 * 8)
  }

  @Test func everySeedBeginsAnotherNumber() {
    var keys: Set<UInt64> = []
    for seed in UInt64(0)..<64 {
      for word in UInt64(0)..<64 {
        var hash = LegHash(seed)
        hash.combine(word)
        keys.insert(hash.value)
      }
    }
    #expect(keys.count == 64 * 64)
  }

  /// Two senders who tell of one locator a minute apart contradict nobody.
  @Test func neighbouringSendersAndMinutesAreNoContradiction() {
    let ann = Told("JANSEN/ANN", "AAA111", "1")
    let bob = Told("BAKKER/BOB", "AAA111", "1")
    let cas = Told("COHEN/CAS", "CCC333", "1")
    for minute in Int64(20)...24 {
      let (found, differing) = resolveInAllOrders(
        full(2, cas).with { $0.sender = "AA" }, full(minute, ann).with { $0.sender = "BB" },
        full(minute + 1, bob).with { $0.sender = "CC" })
      #expect(differing == 0, "\(minute)")
      #expect(found.codes.isEmpty, "\(minute): \(found.codes)")
    }
  }
}
