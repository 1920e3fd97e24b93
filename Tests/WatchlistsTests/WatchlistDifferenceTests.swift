import Bytes
import Records
import Testing
import Watchlists

@Suite struct WatchlistDifferenceTests {
  private func list(_ rows: String) throws -> Watchlist {
    let header =
      "entry,name,quality,birth_date,gender,nationality,document_number,place_of_birth,reference\n"
    return try WatchlistFile.read(
      format: "persons-csv",
      sources: [WatchlistSource(path: "p.csv", bytes: Array((header + rows).utf8))])
  }

  private func difference(_ old: String, _ new: String) throws -> WatchlistDifference {
    WatchlistDifference(from: try list(old), to: try list(new))
  }

  /// A change in one line: kind, ids, and of each field what was removed and added.
  private func line(_ change: WatchlistChange) -> String {
    let fields = change.fields.map { field in
      " \(field.field)" + field.removed.map { " -\($0.text)" }.joined()
        + field.added.map { " +\($0.text)" }.joined()
    }
    return "\(change.kind) \(change.formerEntry.map { "\($0)>" } ?? "")\(change.entry)"
      + fields.joined()
  }

  @Test func tellsWhoWasAddedAndWhoWasRemoved() throws {
    let found = try difference(
      "1,Anna Bedacht,,1980,,,,,\n2,Bert Verzonnen,,,,,,,\n3,Carla Nietbestaand,,,,,,,\n",
      "1,Anna Bedacht,,1980,,,,,\n5,Emma Fictief,,,,,,,\n4,Daan Gefingeerd,,,,,,,\n")
    #expect(found.changes.map(line) == ["added 5", "added 4", "removed 2", "removed 3"])
    #expect(found.changes.map(\.name).first == "Emma Fictief")
    #expect(found.unchanged == 1)
    #expect(WatchlistChange.Kind.allCases.map(found.count) == [2, 2, 0, 0])
  }

  @Test func tellsEachFieldThatChanged() throws {
    let found = try difference(
      "1,Anna Bedacht,strong,1980,F,NLD,X1,Utrecht,R1\n1,Anka,weak,,,,,,\n",
      "1,Anna Bedacht,strong,1980-05,M,NLD|MAR,X2,Breda,R2\n1,Anka B.,weak,,,,,,\n")
    #expect(
      found.changes.map(line) == [
        "changed 1 names -Anka (alias, weak, Latn) +Anka B. (alias, weak, Latn)"
          + " birthDates -1980-01-01..1980-12-31 +1980-05-01..1980-05-31"
          + " placesOfBirth -Utrecht +Breda gender -F +M nationalities +MAR"
          + " documents -other X1 +other X2 reference -R1 +R2"
      ])
    #expect(found.unchanged == 0)
  }

  /// Formats with more fields than the table has.
  @Test func tellsKindListingAndProgrammes() throws {
    var old = try list("1,Anna Bedacht,,,,,,,\n")
    var new = old
    old.entries[0].programmes = ["A", "B"]
    new.entries[0].programmes = ["B", "C"]
    new.entries[0].kind = .unknown
    new.entries[0].listedOn = PartialDate("2026-11-20")
    let changes = WatchlistDifference(from: old, to: new).changes
    #expect(
      changes.map(line) == ["changed 1 kind -person +unknown listedOn +2026-11-20 programmes -A +C"]
    )
    new.entries[0].kind = .person
    new.entries[0].listedOn = nil
    new.entries[0].programmes = ["B", "A"]
    #expect(WatchlistDifference(from: old, to: new).changes.isEmpty)
  }

  @Test func aPersonOfEqualNamesAndBirthDatesIsRenumbered() throws {
    let found = try difference(
      "1,Anna Bedacht,,1980,,,,,R1\n2,Bert Verzonnen,,1981,,,,,\n",
      "9,Anna Bedacht,,1980,,,,,R2\n8,Bert Verzonnen,,1982,,,,,\n")
    #expect(
      found.changes.map(line) == ["added 8", "removed 2", "renumbered 1>9 reference -R1 +R2"])
  }

  /// Ids that are row numbers: who was inserted moves everybody behind.
  @Test func shiftedIdsAreNoChangesOfPersons() throws {
    let found = try difference(
      "1,Anna Bedacht,,,,,,,\n2,Bert Verzonnen,,,,,,,\n",
      "1,Emma Fictief,,,,,,,\n2,Anna Bedacht,,,,,,,\n3,Bert Verzonnen,,,,,,,\n")
    #expect(found.changes.map(line) == ["added 1", "renumbered 1>2", "renumbered 2>3"])
  }

  @Test func namesakesAreToldApartByTheirIds() throws {
    let found = try difference(
      "1,Anna Bedacht,,,,,,,\n2,Anna Bedacht,,,,,,,\n",
      "2,Anna Bedacht,,,,,,,\n3,Emma Fictief,,,,,,,\n")
    #expect(found.changes.map(line) == ["added 3", "removed 1"])
    #expect(found.unchanged == 1)
  }

  @Test func recordsOfTheSameIdAreEachCountedOnce() throws {
    var old = try list("1,Anna Bedacht,,,,,,,\n2,Bert Verzonnen,,,,,,,\n")
    old.entries[1].entry = "1"
    var new = old
    new.entries.append(new.entries[0])
    let found = WatchlistDifference(from: old, to: new)
    #expect(found.changes.map(line) == ["added 1"])
    #expect(found.unchanged == 2)
  }

  @Test func whatChangedBackwardsIsTheSameBackwards() throws {
    let old = "1,Anna Bedacht,,1980,,,,,\n2,Bert Verzonnen,,,,,,,\n4,Carla Nietbestaand,,,,,,,\n"
    let new = "1,Anna Bedacht,,1981,,,,,\n3,Bert Verzonnen,,,,,,,\n5,Emma Fictief,,,,,,,\n"
    let (there, back) = (try difference(old, new), try difference(new, old))
    #expect(there.count(.added) == back.count(.removed))
    #expect(there.count(.removed) == back.count(.added))
    #expect(there.count(.renumbered) == back.count(.renumbered))
    #expect(there.count(.changed) == back.count(.changed))
    #expect(there.changes.count == 4)
  }

  @Test func writesALine() throws {
    let found = try difference("1,Anna Bedacht,,1980,,,,,\n", "2,Anna Bedacht,,1980,,,,,R2\n")
    var json = JSONWriter()
    for change in found.changes { change.writeJSONLine(to: &json) }
    #expect(
      String(decoding: json.bytes, as: UTF8.self) == """
        {"change":"renumbered","entry":"2","formerEntry":"1","kind":"person","name":"Anna Bedacht",\
        "fields":[{"field":"reference","added":["R2"]}]}

        """)
  }
}
