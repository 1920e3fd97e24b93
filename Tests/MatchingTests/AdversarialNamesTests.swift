import Names
import Records
import TestSupport
import Testing

@testable import Matching

@Suite struct AdversarialNamesTests {
  private static func made(
    seed: UInt64, persons: Int, passengers: Int
  ) -> (entries: [ListedPerson], passengers: [TestPassenger]) {
    var names = AdversarialNames(seed: seed)
    let listed = (0..<persons).map { names.listed($0) }
    let travellers = (0..<passengers).map { _ in
      names.passenger(like: names.pick(listed, or: listed[0]))
    }
    return (listed.map(\.person), travellers)
  }

  @Test(arguments: [41, 42, 43, 44]) func agreesWithTheExhaustiveScan(seed: UInt64) {
    let (entries, passengers) = Self.made(seed: seed, persons: 250, passengers: 300)
    let indexed = screen(passengers, against: entries)
    #expect(
      indexed == screen(passengers, against: entries, exhaustive: true), "seed \(seed)")
    #expect(indexed.count > 100, "seed \(seed): too few matches to mean anything")
  }

  /// The place of an entry in the list, and of passengers in the batch, changes nothing.
  @Test(arguments: [51, 52]) func doesNotDependOnOrder(seed: UInt64) {
    let (entries, passengers) = Self.made(seed: seed, persons: 150, passengers: 200)
    func found(_ entries: [ListedPerson], _ passengers: [(Int, TestPassenger)]) -> [String] {
      screen(passengers.map(\.1), against: entries).map { match in
        let explanation = match.explanation
        // Equal names tie, so the tokens of the name are compared, not its place.
        let steps = explanation.evidence.map { "\($0.field) \($0.weightCentibits) \($0.tokens)" }
        return "\(passengers[match.passenger].0) \(entries[match.entry].entry) \(steps)"
      }.sorted()
    }
    let numbered = Array(passengers.enumerated()).map { ($0.offset, $0.element) }
    let forward = found(entries, numbered)
    #expect(forward == found(entries.reversed(), numbered.reversed()), "seed \(seed)")
    #expect(forward.count > 100, "seed \(seed): too few matches to mean anything")
  }

  /// Each token of both names stands in exactly one step, and the steps say what they show.
  @Test(arguments: [61, 62, 63]) func evidenceCoversBothNames(seed: UInt64) {
    let (entries, passengers) = Self.made(seed: seed, persons: 250, passengers: 300)
    var steps = 0
    for match in screen(passengers, against: entries) {
      let name = match.explanation.evidence[0]
      guard let passenger = name.passenger, let listed = name.listed else { continue }
      func words(_ texts: [String?]) -> [String] {
        texts.compactMap { $0 }.flatMap { $0.split(separator: " ").map(String.init) }.sorted()
      }
      #expect(words(name.tokens.map(\.passenger)) == words([passenger]), "seed \(seed)")
      #expect(words(name.tokens.map(\.listed)) == words([listed]), "seed \(seed)")
      for step in name.tokens {
        steps += 1
        #expect((step.similarity == 0) == (step.passenger == nil || step.listed == nil))
        #expect((0...1).contains(step.similarity))
        switch step.relation {
        case .equal: #expect(step.passenger == step.listed && step.similarity == 1)
        case .missing: #expect(step.passenger == nil)
        case .extra: #expect(step.listed == nil)
        case .split: #expect(step.passenger?.contains(" ") == true)
        case .joined: #expect(step.listed?.contains(" ") == true)
        case .variant, .similar, .initial, .truncated: #expect(step.passenger != step.listed)
        }
      }
      let total = match.explanation.evidence.reduce(0) { $0 + $1.weightCentibits }
      #expect(match.explanation.scoreMillionths == ScoreModel.scoreMillionths(weight: total))
    }
    #expect(steps > 500, "seed \(seed): too few steps to mean anything")
  }

  /// A memo that has been emptied gives what it gave before.
  @Test func emptiedMemoChangesNothing() {
    let entries = [makeListed("1", [("AMRANI", "KARIM")]), makeListed("2", [("AMRANY", "KARIMA")])]
    var matcher = Matcher(index: MatchIndex(lists: [makeList(entries)]))
    let batch = makeBatch([TestPassenger(surname: "AMRANI", given: "KARIM")])
    var before: [Match] = []
    matcher.screen(batch, into: &before)
    // The shard goes by the first two letters and the length: all of these share one with AMRANI.
    let letters = Array("BCDFGHJKLMNPQRSTVWXZ")
    let strangers = (0..<NeighbourMemo.tokensPerShardMax + 10).map { number in
      let tail = [number % 20, number / 20 % 20, number / 400 % 20, number / 8000 % 20]
      return TestPassenger(surname: "AM" + String(tail.map { letters[$0] }), given: "")
    }
    var ignored: [Match] = []
    matcher.screen(makeBatch(strangers), into: &ignored)
    var after: [Match] = []
    matcher.screen(batch, into: &after)
    #expect(before.count == 2 && before == after)
  }

  static let odd: [(surname: String, given: String)] = [
    ("", ""), ("-", "."), ("'", "`"), ("'", "\u{200B}"), ("A", ""), ("", "A"),
    (String(repeating: "A", count: 40), String(repeating: "AB ", count: 30)),
    (Array(repeating: "ALI", count: 16).joined(separator: " "), "ALI"),
    (Array(repeating: "J", count: 20).joined(separator: " "), ""), ("王", "小明"), ("🙂", "123"),
  ]

  @Test func oddNamesMeetThemselvesOrNothing() {
    let entries = Self.odd.enumerated().map { number, name in makeListed("\(number)", [name]) }
    let passengers = Self.odd.map { TestPassenger(surname: $0.surname, given: $0.given) }
    let matches = screen(passengers, against: entries)
    #expect(matches == screen(passengers, against: entries, exhaustive: true))
    for (number, name) in Self.odd.enumerated() {
      let hasLetters = !FoldedList.fold(surname: name.surname, given: name.given, full: "").isEmpty
      let meetsItself = matches.contains { $0.passenger == number && $0.entry == number }
      #expect(meetsItself == hasLetters, "\(name)")
    }
  }
}
