import Records
import Testing

@testable import Screening

/// Reservation, API and check-in tell of one traveller: one record where it is sure, two in doubt.
struct ChannelMergeTests {
  private func born(_ told: Told, _ date: String, _ document: String = "") -> Told {
    told.with {
      $0.born = date
      $0.document = document
    }
  }

  private func passenger(_ name: String, _ locator: String = "", _ reference: String = "") -> Told {
    Told(name, locator, reference)
  }

  /// How many travellers two channels make.
  private func count(
    _ booked: [Told], _ api: [Told], sourceLocation: SourceLocation = #_sourceLocation
  )
    -> Int
  {
    let (found, differing) = resolveInAllOrders(
      full(10).with { $0.people = booked }, list("PAXLST", 20).with { $0.people = api }, times: 12)
    #expect(differing == 0, sourceLocation: sourceLocation)
    #expect(found.account.records == booked.count + api.count, sourceLocation: sourceLocation)
    return found.account.travellers
  }

  @Test func aDocumentJoinsCompatibleNamesOnly() {
    let booked = born(passenger("JANSEN/ANN MARIE", "AAA111", "1"), "", "NX1234567")
    #expect(count([booked], [born(passenger("JANSEN/ANN"), "1980-01-01", "NX1234567")]) == 1)
    #expect(count([booked], [born(passenger("JANSEN/ANN"), "", "nx 123-4567")]) == 1)
    #expect(count([booked], [born(passenger("BAKKER/BOB"), "", "NX1234567")]) == 2)
    // Placeholders are no documents.
    #expect(
      count(
        [born(passenger("JANSEN/ANN MARIE", "AAA111", "1"), "", "000")],
        [born(passenger("JANSEN/ANN"), "", "000")]) == 2)
  }

  @Test func locatorAndNameJoin() {
    let booked = passenger("JANSEN/ANN", "AAA111", "1")
    #expect(count([booked], [passenger("JANSEN/ANN MARIE", "AAA111")]) == 1)
    #expect(count([booked], [passenger("JANSEN/ANNMRS", "AAA111")]) == 1)
    #expect(count([booked], [passenger("JANSEN/BEA", "AAA111")]) == 2)
    #expect(count([booked], [born(booked, "1980-01-01")]) == 1)
    #expect(count([born(booked, "1980-01-02")], [born(booked, "1980-01-01")]) == 2)
  }

  @Test func nameAndBirthDateJoin() {
    let booked = born(passenger("VAN DER BERG/JAN PIET", "AAA111", "1"), "1970-05-06")
    #expect(count([booked], [born(passenger("VANDERBERG/JAN PIET"), "1970-05-06")]) == 1)
    #expect(count([booked], [born(passenger("VAN DER BERG/JAN"), "1970-05-06")]) == 1)
    #expect(count([booked], [born(passenger("VAN DER BERG/JAN PIET"), "1970-05-07")]) == 2)
    #expect(count([booked], [born(passenger("VAN DER BERG/JAN PIET"), "1970")]) == 1)
  }

  @Test func aNameAloneJoinsOnlyIfItIsTheOnlyOne() {
    let john = passenger("SMITH/JOHN", "AAA111", "1")
    let namesake = passenger("SMITH/JOHN", "BBB222", "1")
    let listed = passenger("SMITH/JOHN")
    #expect(count([john], [listed]) == 1)
    #expect(count([john, namesake], [listed]) == 3)
    #expect(count([john], [listed, listed]) == 3)
    #expect(count([john.with { $0.gender = .male }], [listed.with { $0.gender = .female }]) == 2)
    #expect(count([born(john, "", "NX1234567")], [born(listed, "", "NY7654321")]) == 2)
    #expect(count([john], [listed.with { $0.kind = .crew }]) == 2)
    #expect(count([john], [listed.with { $0.kind = .infant }]) == 2)
    // A longer or shorter name alone is not enough.
    #expect(count([john], [passenger("SMITH/JOHN PAUL")]) == 2)
  }

  @Test func seniorAndJuniorStayTwo() {
    let senior = born(passenger("SMITH/JOHN", "AAA111", "1"), "1950-01-01")
    let junior = born(passenger("SMITH/JOHN", "AAA111", "2"), "1980-01-01")
    let api = [
      born(passenger("SMITH/JOHN"), "1980-01-01"), born(passenger("SMITH/JOHN"), "1950-01-01"),
    ]
    #expect(count([senior, junior], api) == 2)
    #expect(count([senior], [api[0]]) == 2)
    #expect(count([senior, junior], [passenger("SMITH/JOHN", "AAA111")]) == 3)
  }

  @Test func twinsStayTwo() {
    let twins = [
      born(passenger("SMITH/MARIA", "AAA111", "1"), "2001-02-03"),
      born(passenger("SMITH/MARIO", "AAA111", "2"), "2001-02-03"),
    ]
    let api = twins.map { told in told.with { $0.locator = "" } }
    #expect(count(twins, api) == 2)
    #expect(count([twins[0]], [api[1]]) == 2)
    #expect(count(twins, [api[0]]) == 2)
  }

  @Test func infantsStayApartFromTheirParents() {
    let parent = born(passenger("SMITH/JOHN", "AAA111", "1"), "1980-01-01")
    let infant = born(passenger("SMITH/JOHN", "AAA111", "1"), "").with { $0.kind = .infant }
    #expect(count([parent, infant], []) == 2)
    #expect(count([parent, infant], [parent, born(infant, "2026-02-02")]) == 2)
    // Another system knows the infant as a passenger: its birth date tells.
    let api = born(passenger("SMITH/JOHN"), "2026-02-02")
    #expect(count([parent, born(infant, "2026-02-02")], [api]) == 2)
  }

  @Test func twoOfOnePushAreNeverOne() {
    let john = passenger("SMITH/JOHN", "AAA111", "")
    #expect(count([john, john], []) == 2)
    #expect(count([], [john, john]) == 2)
    let documented = born(john, "1980-01-01", "NX1234567")
    #expect(count([documented, documented], []) == 2)
    let (found, _) = resolveInAllOrders(full(10, john, john), full(20, john, john))
    #expect(found.account.travellers == 2)
    #expect(found.account.cancelled == 0)
  }

  @Test func noChainJoinsWhatConflicts() {
    // The record without a birth date fits both; they do not fit one another.
    let first = born(passenger("SMITH/JOHN", "AAA111", "1"), "1950-01-01")
    let middle = passenger("SMITH/JOHN", "AAA111", "1")
    let last = born(passenger("SMITH/JOHN", "AAA111", "1"), "1980-01-01")
    let (found, differing) = resolveInAllOrders(full(10, first), full(20, middle), full(30, last))
    #expect(differing == 0)
    #expect(found.account.travellers == 2)
    #expect(
      found.batch.passengers.compactMap { $0.birthDate?.description }.sorted() == [
        "1950-01-01", "1980-01-01",
      ])
    // An initial fits both, too.
    let (named, isOther) = resolveInAllOrders(
      full(10, passenger("SMITH/JOHN", "AAA111", "1")),
      full(20, passenger("SMITH/J", "AAA111", "1")),
      full(30, passenger("SMITH/JANE", "AAA111", "1")))
    #expect(isOther == 0)
    #expect(named.account.travellers == 2)
  }

  @Test func namesOfOtherScriptsJoinTheirFoldedForms() {
    let booked = born(passenger("MÖLLER/JÜRGEN", "AAA111", "1"), "1970-05-06")
    #expect(count([booked], [born(passenger("MOELLER/JUERGEN"), "1970-05-06")]) == 1)
    #expect(count([booked], [born(passenger("MOLLER/JURGEN"), "1970-05-06")]) == 1)
    #expect(count([booked], [born(passenger("MÄLLER/JÜRGEN"), "1970-05-06")]) == 2)
  }

  @Test func aTravellerIsFoundByAnyOfHisNames() {
    let booked = passenger("EL AMRANI/MOHAMED", "AAA111", "1").with {
      $0.otherNames = ["AMRANI/MO"]
    }
    let found = resolve(full(10, booked), list("PNL", 20, passenger("AMRANI/MO", "AAA111")))
    #expect(found.account.travellers == 1)
    #expect(found.lines[0].hasPrefix("AAA111|1|EL AMRANI/MOHAMED|AMRANI/MO|"))
  }
}
