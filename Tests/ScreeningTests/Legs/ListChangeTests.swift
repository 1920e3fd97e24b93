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
    // Where both are new nothing but the name agrees: it may be a cousin.
    #expect(
      aboard(list("PNL", 10, old), both) == ["1980-03-01 NX1234", "1986-03-01 NX5678"])
    let document = changed(20) { $0.document = "NX5678" }
    #expect(aboard(list("PNL", 10, old), document) == ["1980-03-01 NX5678"])
    #expect(aboard(list("PNL", 10, old), document, changed(30)) == ["1980-03-01 NX1234"])
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

  @Test func aChangeOfTheSonLeavesTheFatherOfHisName() {
    let son = changed(20) {
      $0.born = "2016-03-01"
      $0.document = "NX5678"
    }
    let both = ["1980-03-01 NX1234", "2016-03-01 NX5678"]
    #expect(aboard(list("PNL", 10, old), son) == both)
    let added = old.with {
      $0.born = ""
      $0.document = ""
    }
    #expect(aboard(list("PNL", 10, old), list("ADL", 15, added), son).sorted() == both)
    // Nothing tells that a change without a birth date is not his, or of whom an earlier record is.
    let numbered = changed(20) {
      $0.born = ""
      $0.document = "NX5678"
    }
    let kept = aboard(list("PNL", 10, old), numbered)
    #expect(kept.count == 1 && kept[0].hasPrefix("1980-03-01 ") && kept[0].contains("NX1234"))
    // Each is mended by his own change.
    let father = changed(30) { $0.born = "1986-03-01" }
    #expect(
      aboard(list("PNL", 10, old), son, father) == ["1986-03-01 NX1234", "2016-03-01 NX5678"])
  }

  @Test func whoeverHasTheSameDocumentIsTheSame() {
    let born = changed(20) { $0.born = "1985-11-29" }
    #expect(aboard(list("PNL", 10, old), born) == ["1985-11-29 NX1234"])
    // But for a child on the passport of a parent.
    let child = changed(20) { $0.born = "2016-11-29" }
    #expect(aboard(list("PNL", 10, old), child).count == 2)
  }

  /// Without a document: one digit, or day and month, are mended; what is further off is of another. With
  /// another document every other birth date is of another.
  @Test(arguments: [
    ("1980-01-03", 1, 2), ("1980-03-11", 1, 2), ("1990-03-01", 1, 2), ("1980-03-01", 1, 1),
    ("1970-05-01", 2, 2), ("2000-03-01", 2, 2), ("1981-03-02", 2, 2), ("1980", 1, 1),
    ("1986", 2, 2),
  ])
  func onlyAMendedBirthDateIsReplaced(_ born: String, _ without: Int, _ withOther: Int) {
    for (document, count) in [("", without), ("NX5678", withOther)] {
      let change = changed(20) {
        $0.born = born
        $0.document = document
      }
      let found = aboard(list("PNL", 10, old), change)
      #expect(found.count == count)
      #expect(found.contains { $0.contains("NX1234") } == (count == 2))
    }
  }

  /// 1 January stands for a birthday that is not known: two of them are cousins as well.
  @Test(arguments: [("1990-01-01", 2), ("1980-03-01", 1)])
  func twoOfTheFirstOfJanuaryAreNotMended(_ born: String, _ count: Int) {
    let first = old.with {
      $0.born = "1980-01-01"
      $0.document = ""
    }
    let change = changed(20) {
      $0.born = born
      $0.document = ""
    }
    #expect(aboard(list("PNL", 10, first), change).count == count)
  }

  @Test func husbandAndWifeOfOneNameAreTwo() {
    let man = old.with { $0.gender = .male }
    let wife = changed(20) {
      $0.gender = .female
      $0.born = "1981-03-01"
      $0.document = "NX5678"
    }
    #expect(aboard(list("PNL", 10, man), wife).count == 2)
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
