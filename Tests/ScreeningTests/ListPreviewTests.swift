import Names
import Records
import Screening
import Testing
import Watchlists

@Suite struct ListPreviewTests {
  private static let draws = 200_000

  private func list(_ names: [[String]], births: [String?] = []) -> Watchlist {
    let entries = names.enumerated().map { number, names in
      var person = ListedPerson(
        entry: "E\(number)", kind: .person,
        names: names.map { ListedName(full: $0, type: .primary, quality: .weak) })
      if number < births.count, let date = births[number].flatMap({ PartialDate($0) }) {
        person.birthDates = [
          ListedBirthDate(interval: DateInterval(date), approximate: false, raw: "")
        ]
      }
      return person
    }
    return Watchlist(
      id: "invented", format: "persons-csv", sha256: "", published: nil, entries: entries,
      warnings: [])
  }

  private func preview(_ list: Watchlist, jobs: Int = 2) -> ListPreview {
    ListPreview([list], frequency: .shipped, jobs: jobs, draws: Self.draws)
  }

  @Test func theNameThatAlertsOnManyIsFirstAndIsNamed() throws {
    let found = preview(
      list([["Quirijn Zzwolfhaag"], ["Xyverius Onbestaan", "Maria Anna"], ["Johanna Quaxelroth"]]))
    let worst = try #require(found.entries.first)
    #expect(worst.entry == "E1")
    #expect(worst.name.index == 1)
    #expect(worst.name.tokens == 2)
    #expect(worst.name.quality == "weak")
    #expect(!found.entries.contains { $0.entry == "E0" })
    // Of travellers with two tokens half have the two in the one order or the other, and others are spelt nearly so.
    #expect(worst.expected > 1.5 && worst.expected < 150, "\(worst.expected)")
    #expect(worst.drawn == Int((worst.expected * Double(Self.draws) / 100_000).rounded()))
  }

  /// A common name of one token is no candidate by itself, but it is one beside the year of birth.
  @Test func oneTokenBesideAYearOfBirthAlerts() throws {
    let names = [["David"], ["Ali"], ["Ahmed"], ["Anna"], ["Mohamed"]]
    let by = preview(list(names, births: ["1971", "1972", "1973", "1974", "1975"]))
    let total = try #require(by.totals.first)
    #expect(total.expectedDated > 1, "\(total)")
    #expect(total.expectedDated > 2 * total.expected, "\(total)")
    #expect(by.entries.allSatisfy { $0.name.tokens == 1 })
    #expect(abs(total.expectedDated - by.entries.reduce(0) { $0 + $1.expectedDated }) < 0.001)
    #expect(preview(list(names)).totals.allSatisfy { $0.expected == $0.expectedDated })
  }

  /// Who is born on another day remains a candidate only by an exact name.
  @Test func birthDatesLeaveFewer() throws {
    let names = [["Maria Anna Johanna"]]
    let known = try #require(preview(list(names, births: ["1980-05-05"])).entries.first)
    #expect(known.expectedDated < known.expected)
    let unknown = try #require(preview(list(names)).entries.first)
    #expect(unknown.expectedDated == unknown.expected)
  }

  @Test func theSameOnAnyNumberOfThreads() {
    let invented = list([["Maria Anna"], ["Jan Peter"], ["Anna Johanna"], ["Mohamed Ali"]])
    let (one, three) = (preview(invented, jobs: 1), preview(invented, jobs: 3))
    #expect(one.entries == three.entries)
    #expect(one.totals == three.totals)
    #expect(!one.entries.isEmpty)
    #expect(one.draws == Self.draws)
  }
}
