import Records
import Testing

@testable import Matching

/// A passenger who matches more persons than are reported: the best are, the others are counted.
@Suite struct SaturationTests {
  private struct Screened: Equatable {
    var matches: [Match] = []
    var saturated: [SaturatedPassenger] = []
    var notes = ScreeningNotes()
  }

  private func screened(
    _ passengers: [TestPassenger], _ entries: [ListedPerson], most: Int, exhaustive: Bool = false
  ) -> Screened {
    var matcher = Matcher(
      index: MatchIndex(lists: [makeList(entries)]), exhaustive: exhaustive, matchesMax: most)
    var result = Screened()
    matcher.screen(makeBatch(passengers), into: &result.matches)
    result.saturated = matcher.saturated
    result.notes = matcher.takeNotes()
    return result
  }

  private func weight(_ match: Match) -> Int {
    match.explanation.evidence.reduce(0) { $0 + $1.weightCentibits }
  }

  /// What `most` leaves of all matches, worked out from their evidence.
  private func best(_ most: Int, of matches: [Match]) -> [Match] {
    Dictionary(grouping: matches, by: \.passenger).sorted { $0.key < $1.key }.flatMap { _, all in
      all.sorted { (weight($1), $0.entry) < (weight($0), $1.entry) }.prefix(most)
        .sorted { $0.entry < $1.entry }
    }
  }

  @Test(arguments: [71, 72]) func reportsTheBestWithAndWithoutTheIndex(seed: UInt64) {
    var names = AdversarialNames(seed: seed)
    let listed = (0..<60).map { names.listed($0) }
    // Everybody three times, so that equal weights meet the limit.
    let entries = (0..<180).map { listed[$0 % 60].person }
    let passengers = (0..<80).map { _ in names.passenger(like: names.pick(listed, or: listed[0])) }
    let all = screened(passengers, entries, most: 10_000)
    #expect(all.saturated.isEmpty && all.notes.matchesOverLimit == 0)
    for most in [1, 2, 4] {
      let some = screened(passengers, entries, most: most)
      #expect(some.matches == best(most, of: all.matches), "seed \(seed), \(most)")
      if most == 1 { #expect(some.saturated.count > 20, "seed \(seed): too few") }
      #expect(some.saturated.count == some.notes.saturatedPersons)
      #expect(some.matches.count + some.notes.matchesOverLimit == all.matches.count)
      for saturated in some.saturated {
        #expect(saturated.matches == all.matches.count { $0.passenger == saturated.passenger })
        #expect(saturated.reported == most && saturated.matches > most)
      }
      #expect(some == screened(passengers, entries, most: most, exhaustive: true))
    }
  }

  /// Far more than twice the limit, the best of them last.
  @Test func findsTheBestAmongThousandsOfOneName() {
    let entries = (0..<3000).map { number in
      makeListed(
        "\(number)", [("VOORBEELDSMA", "JURGENTJE")],
        birthDates: [number < 2990 ? "1950-01-02" : "1981-02-03"])
    }
    let passenger = TestPassenger(
      surname: "VOORBEELDSMA", given: "JURGENTJE", birthDate: "1981-02-03")
    let found = screened([passenger], entries, most: 12)
    #expect(found.matches.map(\.entry) == [0, 1] + Array(2990..<3000))
    #expect(
      found.saturated == [SaturatedPassenger(passenger: 0, matches: 3000, reported: 12)])
  }

  @Test func isNotSaturatedByAsManyAsAreReported() {
    let entries = (0..<5).map { makeListed("\($0)", [("VOORBEELDSMA", "JURGENTJE")]) }
    let passenger = TestPassenger(surname: "VOORBEELDSMA", given: "JURGENTJE")
    let found = screened([passenger], entries, most: 5)
    #expect(found.matches.count == 5 && found.saturated.isEmpty)
    #expect(found.notes == ScreeningNotes())
  }

  /// Nothing in a name of initials narrows a list down on which such initials stand.
  @Test func tellsWhoWasComparedWithTheWholeLists() {
    let entries = [
      makeListed("1", [("J", "K L")]), makeListed("2", [("VOORBEELDSMA", "JURGENTJE")]),
    ]
    let passengers = [
      TestPassenger(surname: "J", given: "K L"),
      TestPassenger(surname: "VOORBEELDSMA", given: "JURGENTJE"),
      TestPassenger(surname: "L", given: "K J", otherNames: [("J", "L K")]),
    ]
    for exhaustive in [false, true] {
      let found = screened(passengers, entries, most: 10, exhaustive: exhaustive)
      #expect(found.notes.personsComparedWithAll == 2)
      #expect(found.matches.map(\.entry) == [0, 1, 0])
    }
  }
}
