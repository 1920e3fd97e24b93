import Records
import Testing

@testable import Screening

/// CHG of ADL gives a traveller anew: what earlier lists said of him holds no more.
struct ListChangeTests {
  private let old = Told("JANSEN/PIET", "AAA111").with {
    $0.born = "1980-03-01"
    $0.document = "NX1234"
  }

  private func changed(_ minute: Int64, _ change: (inout Told) -> Void = { _ in }) -> Message {
    list(
      "ADL", minute,
      old.with {
        $0.isChange = true
        change(&$0)
      })
  }

  /// Birth date, documents and status of those aboard, the same in any order.
  private func aboard(_ messages: Message..., sourceLocation: SourceLocation = #_sourceLocation)
    -> [String]
  {
    var random = SeededOrders(messages)
    func lines() -> [String] {
      Resolved.aboard(resolve(random.next()).lines)
    }
    let first = lines()
    for _ in 0..<12 { #expect(lines() == first, sourceLocation: sourceLocation) }
    return first
  }

  @Test func aCorrectedBirthDateIsNoOtherPerson() {
    let born = changed(20) { $0.born = "1986-03-01" }
    #expect(aboard(list("PNL", 10, old), born) == ["1986-03-01 NX1234"])
    let (found, differing) = resolveInAllOrders(list("PNL", 10, old), born)
    #expect(differing == 0)
    #expect(found.account.records == 2 && found.account.travellers == 1)
    #expect(found.account.merged == 1 && found.account.cancelled == 0)
  }

  @Test func theOldDocumentGoesToo() {
    let both = changed(20) {
      $0.born = "1986-03-01"
      $0.document = "NX5678"
    }
    #expect(aboard(list("PNL", 10, old), both) == ["1986-03-01 NX5678"])
    let document = changed(20) { $0.document = "NX5678" }
    #expect(aboard(list("PNL", 10, old), document) == ["1980-03-01 NX5678"])
    #expect(aboard(list("PNL", 10, old), both, changed(30)) == ["1980-03-01 NX1234"])
  }

  @Test func onlyEarlierListsAreReplaced() {
    let born = changed(20) { $0.born = "1986-03-01" }
    #expect(aboard(list("PNL", 30, old), born) == ["1980-03-01 NX1234", "1986-03-01 NX1234"])
    #expect(aboard(list("PNL", 0, old), born).count == 2)
    #expect(aboard(full(10, old), born).count == 2)
    // An addition says nothing of who was there before.
    let added = list("ADL", 20, old.with { $0.born = "1986-03-01" })
    #expect(aboard(list("PNL", 10, old), added).count == 2)
    // Of another booking.
    let other = changed(20) {
      $0.born = "1986-03-01"
      $0.locator = "BBB222"
    }
    #expect(aboard(list("PNL", 10, old), other).count == 2)
  }

  @Test func ofTwoWithOneNameNobodyIsReplaced() {
    let son = old.with { $0.born = "2010-05-05" }
    let born = changed(20) { $0.born = "1986-03-01" }
    #expect(aboard(list("PNL", 10, old, son), born).count == 3)
    // But the same list once more is the same.
    #expect(aboard(list("PNL", 10, old), list("PNL", 10, old), born).count == 1)
  }

  @Test func aChangeOfServicesLeavesIdentityAsItWas() {
    let services = changed(20) {
      $0.born = ""
      $0.document = ""
    }
    #expect(aboard(list("PNL", 10, old), services) == ["1980-03-01 NX1234"])
  }

  @Test func whoIsTakenOffBehindAChangeIsOff() {
    let born = changed(20) { $0.born = "1986-03-01" }
    let deleted = list(
      "ADL", 30,
      old.with {
        $0.born = "1986-03-01"
        $0.status = .cancelled
      })
    #expect(aboard(list("PNL", 10, old), born, deleted) == [])
  }
}

extension Resolved {
  /// Of ``lines``.
  fileprivate static func aboard(_ lines: [String]) -> [String] {
    lines.compactMap { line in
      let fields = line.split(separator: "|", omittingEmptySubsequences: false)
      return fields[9] == "cancelled" ? nil : "\(fields[4]) \(fields[7])"
    }.sorted()
  }
}
