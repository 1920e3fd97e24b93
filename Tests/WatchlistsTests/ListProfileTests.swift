import Records
import Testing

@testable import Watchlists

/// Versions of a list that have as many persons as before, and less of them.
@Suite struct ListProfileTests {
  /// A list of persons, the first so many of whom have each fact.
  private func list(
    _ persons: Int, born: Int = 0, fullBirths: Int = 0, places: Int = 0, originals: Int = 0,
    genders: Int = 0
  ) -> Watchlist {
    let entries = (0..<persons).map { number in
      var names = [
        ListedName(full: "A \(number)", type: .primary, quality: .unstated, script: "Latn")
      ]
      if number < originals {
        names.append(
          ListedName(full: "\u{628}", type: .original, quality: .unstated, script: "Arab"))
      } else {
        names.append(ListedName(full: "B", type: .alias, quality: .unstated, script: "Latn"))
      }
      var person = ListedPerson(entry: "\(number)", kind: .person, names: names)
      if number < born, let year = PartialDate("1980"), let day = PartialDate("1980-02-03") {
        person.birthDates = [
          ListedBirthDate(
            interval: DateInterval(number < fullBirths ? day : year), approximate: false, raw: "")
        ]
      }
      if number < places { person.placesOfBirth = ["X"] }
      if number < genders { person.gender = .female }
      return person
    }
    var list = Watchlist(
      id: "a", format: "f", sha256: "", published: nil, entries: entries, warnings: [])
    list.byteCount = 1_000
    list.schema.counts = ["a/b": persons]
    return list
  }

  private func judge(_ list: Watchlist, since before: Watchlist) throws -> Judgement {
    let now = try #require(PartialDate("2026-11-27"))
    let gate = AcceptanceGate(register: Register(path: "r", lists: []), now: now)
    var memory = ListMemory()
    memory.counts = WatchlistCounts(of: before.entries)
    memory.profile = ListProfile(of: before)
    return gate.judge(
      list, RegisteredList(id: "a", format: "f", paths: ["a"]), memory: memory)
  }

  @Test func theSameListIsAccepted() throws {
    let same = list(1_000, born: 900, fullBirths: 500, places: 300, originals: 200)
    let found = try judge(same, since: same)
    #expect(found.isAccepted && found.warnings.isEmpty)
  }

  /// Full dates before and now, of 1,000 persons who all have a date.
  @Test(arguments: [
    (500, 475, nil), (500, 470, true), (500, 401, true), (500, 400, false), (8, 3, true),
    (8, 5, nil),
  ])
  func lostDaysOfBirth(_ before: Int, _ now: Int, _ isHeld: Bool?) throws {
    let found = try judge(
      list(1_000, born: 1_000, fullBirths: now), since: list(1_000, born: 1_000, fullBirths: before)
    )
    #expect(found.holds.count == (isHeld == true ? 1 : 0))
    #expect(found.refusedChanges.count == (isHeld == false ? 1 : 0))
    let text = (found.holds + found.refusedChanges).first ?? ""
    #expect(
      isHeld == nil
        || text.contains(
          "\(now) of 1000 have a date of birth to the day, they were \(before) of 1000")
    )
  }

  @Test func smallListsAreJudgedByPersons() throws {
    let before = list(100, places: 60)
    #expect(try judge(list(100, places: 57), since: before).isAccepted)
    #expect(try judge(list(100, places: 56), since: before).holds.count == 1)
    #expect(try judge(list(100, places: 49), since: before).refusedChanges.count == 1)
  }

  @Test func personsAddedWithoutAFactAreNoLoss() throws {
    let before = list(1_000, places: 500)
    let grown = try judge(list(1_100, places: 500), since: before)
    #expect(grown.isAccepted && grown.warnings.count == 1)
    #expect(try judge(list(1_500, places: 500), since: before).holds.count == 1)
  }

  @Test func severalFieldsAreOneSentenceAndCountersComeFirst() throws {
    let before = list(1_000, born: 900, fullBirths: 900, places: 300, originals: 200, genders: 500)
    let found = try judge(
      list(1_000, born: 500, fullBirths: 400, places: 200, originals: 100, genders: 500),
      since: before)
    // The dates are said by their counter.
    #expect(found.refusedChanges.count == 2 && found.holds.isEmpty)
    let text = found.refusedChanges.last ?? ""
    #expect(text.contains("place of birth") && text.contains("other than Latin"))
    #expect(!text.contains("date of birth to the day"))
  }

  @Test func whatHasVanishedIsHeldAndWhatIsNewIsSaid() throws {
    var before = list(1_000)
    before.schema.counts = ["a/b": 1_000, "a/rare": 10, "a/gone": 11, "title": ListSchema.always]
    var now = list(1_000)
    now.schema.counts = ["a/b": 1_000, "title": ListSchema.always]
    var found = try judge(now, since: before)
    #expect(found.holds.count == 1 && found.holds[0].contains("a part \"a/gone\""))
    #expect(!found.holds[0].contains("rare"))
    now.schema.counts = ["a/b": 1_000, "a/gone": 1, "titel": ListSchema.always]
    found = try judge(now, since: before)
    #expect(
      found.holds.first?.contains("\"title\"") == true
        && found.holds.first?.contains("a new part \"titel\"") == true)
    now.schema.counts = before.schema.counts.merging(["a/new": 1]) { $1 }
    found = try judge(now, since: before)
    #expect(found.isAccepted && found.warnings.first?.contains("\"a/new\"") == true)
  }

  @Test func anotherFormatIsNotCompared() throws {
    var before = list(1_000)
    before.format = "g"
    before.byteCount = 1_000_000
    before.schema.counts = ["other": 1_000]
    let found = try judge(list(1_000), since: before)
    #expect(found.isAccepted && found.warnings.count == 1)
  }

  @Test func aFileOfHalfTheBytesIsHeld() throws {
    var now = list(1_000)
    now.byteCount = 500
    #expect(try judge(now, since: list(1_000)).isAccepted)
    now.byteCount = 499
    #expect(
      try judge(now, since: list(1_000)).holds.first?.contains("from 1000 to 499 bytes") == true)
  }
}
