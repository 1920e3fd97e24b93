import Bytes
import Foundation
import Records
import Testing

@testable import Watchlists

/// Operators' own tables, read by a profile.
@Suite struct ProfiledTableTests {
  private func read(
    _ table: [UInt8], _ profile: String, blockBytes: Int = .max
  ) throws(WatchlistError) -> Watchlist {
    try WatchlistFile.read(
      format: "persons-csv",
      sources: [
        WatchlistSource(path: "own.csv", bytes: table, blockBytes: blockBytes),
        WatchlistSource(path: "own.toml", bytes: Array(profile.utf8)),
      ])
  }

  private func read(_ table: String, _ profile: String) throws(WatchlistError) -> Watchlist {
    try read(Array(table.utf8), profile)
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "samples/lists/persons-csv-profile")

  private static func sample(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: folder.appending(path: name)))
  }

  @Test(arguments: [Int.max, 1, 2, 3, 7]) func theSampleIsShownAsExpected(_ block: Int) throws {
    let profile = String(decoding: try Self.sample("own-list.toml"), as: UTF8.self)
    let list = try read(Self.sample("own-list.csv"), profile, blockBytes: block)
    #expect(WatchlistCheck(of: list).verdict == .accepted)
    #expect(list.published?.description == "2026-11-20")
    #expect(list.warnings == ["1 empty row(s) are left out"])
    var json = JSONWriter()
    for entry in list.entries { entry.writeJSONLine(list: list.id, to: &json) }
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == String(decoding: try Self.sample("expected.jsonl"), as: UTF8.self))
  }

  /// With a declared count, a table that breaks off is never accepted.
  @Test func aCutAtAnyByteIsNotAccepted() throws {
    let profile = String(decoding: try Self.sample("own-list.toml"), as: UTF8.self)
    let table = try Self.sample("own-list.csv")
    for end in 0..<table.count - 1 {
      // Nothing is lost with the second half of the last line end.
      let list = try? read(Array(table[..<end]), profile)
      let verdict = list.map { WatchlistCheck(of: $0).verdict } ?? .refused
      #expect(verdict != .accepted, "cut at \(end)")
    }
  }

  /// Whatever of the profile is lost, the table is read as before or not at all.
  @Test func aChangedProfileIsAnotherList() throws {
    let table = "A\nNoone\n"
    let profile = "[columns]\nA = \"name\"\n"
    let list = try read(table, profile)
    let other = try read(table, profile + "# changed\n")
    let plain = try WatchlistFile.read(
      format: "persons-csv",
      sources: [WatchlistSource(path: "p", bytes: Array("entry,name\n1,Noone\n".utf8))])
    #expect(list.sha256 != other.sha256)
    #expect(list.fileHashes[0] == other.fileHashes[0] && list.fileHashes[1] != other.fileHashes[1])
    #expect(plain.fileHashes == [plain.sha256])
    #expect(list.entries == other.entries)
  }

  @Test func columnsWithoutAHeaderAreNumbers() throws {
    let list = try read(
      "7|Noone|Anna|x\n8|Nobody|Bert|\n",
      """
      header = false
      delimiter = "|"
      ignored = [4]
      columns = { 1 = "entry", 2 = "surname", 3 = "given" }
      """)
    #expect(list.entries.map(\.entry) == ["7", "8"])
    #expect(list.entries[0].names.map(\.full) == ["Anna Noone"])
    #expect(list.entries[0].names[0].surname == "Noone")
  }

  @Test func quotesMayBeOthersOrNone() throws {
    let columns = "[columns]\nA = \"name\"\nB = \"reference\"\n"
    let other = try read("A,B\n'No, one','it''s'\n", "quote = \"'\"\n" + columns)
    #expect(other.entries[0].names[0].full == "No, one" && other.entries[0].reference == "it's")
    let none = try read("A,B\nAnna \"No\" one,\"5\n", "quote = \"\"\n" + columns)
    #expect(none.entries[0].names[0].full == "Anna \"No\" one")
  }

  @Test(arguments: [
    ("windows-1252", [0x8A, 0x80] as [UInt8], "Š€"), ("windows-1251", [0xC8, 0xE2], "Ив"),
    ("iso-8859-1", [0xE9, 0xFC], "éü"), ("iso-8859-15", [0xA4, 0xBD], "€œ"),
    ("iso-8859-7", [0xC1, 0xE2], "Αβ"),
  ])
  func readsEightBitSets(_ name: String, _ bytes: [UInt8], _ expected: String) throws {
    let list = try read(
      Array("A\nNo ".utf8) + bytes + [0x0A], "encoding = \"\(name)\"\n[columns]\nA = \"name\"\n")
    #expect(list.entries[0].names[0].full == "No " + expected)
  }

  @Test(arguments: [
    ("windows-1252", [0x81] as [UInt8], "line 3 holds a byte that windows-1252 has no character"),
    ("windows-1251", [0x98], "line 3 holds a byte"), ("iso-8859-1", [0x93], "line 3 holds a byte"),
    ("iso-8859-7", [0xD2], "line 3 holds a byte"), ("utf-8", [0xE9], "line 3 is not UTF-8"),
    ("windows-1252", [0x00], "control characters"), ("us-ascii", [0xE9], "is not known"),
  ])
  func refusesBytesWithoutAMeaning(_ name: String, _ bytes: [UInt8], _ reason: String) {
    for block in [Int.max, 1] {
      let found = refusal(
        Array("A\nNoone\nNo".utf8) + bytes + [0x0A],
        "encoding = \"\(name)\"\n[columns]\nA = \"name\"\n", blockBytes: block)
      #expect(found.contains(reason), "\(found)")
    }
  }

  private func refusal(_ table: [UInt8], _ profile: String, blockBytes: Int = .max) -> String {
    do {
      _ = try read(table, profile, blockBytes: blockBytes)
      return ""
    } catch {
      return error.description
    }
  }

  private static let profile = "ignored = [\"C\"]\n[columns]\nA = \"name\"\nB = \"birth_date\"\n"

  @Test(arguments: [
    ("A,B,C,D\n1,,,\n", "line 1: column 4 is neither"), ("A,Secret\n1,\n", "column 2 is neither"),
    ("A,C\n1,\n", "column \"b\" of the profile is missing"), ("B,A,A\n,1,2\n", "column 3 has the"),
    ("A,B\n1\n", "line 2: 1 columns instead of 2"), ("A,B\nNo\n\"one\",,\n", "line 2: 1 columns"),
    ("A,B\nNoone,,\n", "line 2: 3 columns instead of 2"), ("A,B\nNoone,", "has no line end"),
    ("A,B", "has no line end"), ("A,B\n", "holds no record"), ("", "is empty"),
    ("A,B\n\"Noone,\n", "quotation mark"), ("A,B\n,\n", "holds no record"),
  ])
  func refuses(_ table: String, _ reason: String) {
    let found = refusal(Array(table.utf8), Self.profile)
    #expect(found.hasPrefix("own.csv: ") && found.contains(reason), "\(found)")
    #expect(!found.contains("Secret") && !found.contains("Noone"))
  }

  @Test(arguments: [
    ("1,2\n", "2 columns, and the profile ignores column 3"),
    ("1\n", "column \"2\" of the profile"),
    ("1,2,3,4\n", "column 4 is neither"),
  ])
  func refusesOtherWidthsWithoutAHeader(_ table: String, _ reason: String) {
    let profile = "header = false\nignored = [3]\ncolumns = { 1 = \"name\", 2 = \"reference\" }"
    #expect(refusal(Array(table.utf8), profile).contains(reason))
  }

  @Test(arguments: ["1", "3", "0"]) func refusesAnotherCount(_ count: String) {
    let found = refusal(
      Array("A,B\nNoone,\nNobody,\n,\n".utf8), "count = \(count)\n" + Self.profile)
    #expect(found.contains("has 2 rows, the profile's \"count\" is \(count)"))
    #expect(refusal(Array("A,B\nNoone,\nNobody,\n,\n".utf8), "count = 2\n" + Self.profile) == "")
  }

  @Test func refusesUTF8ThatIsSaidToBeOtherwise() {
    let table: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("A,B\nNoone,\n".utf8)
    #expect(
      refusal(table, "encoding = \"windows-1252\"\n" + Self.profile).contains("begins as UTF-8"))
    #expect(refusal(table, Self.profile) == "")
  }

  @Test(arguments: [
    ("B,1980-02-30,,", "date of birth"), ("B,31-12-80,,", "date of birth"),
    ("B,1980-12-31,,", "date of birth"), ("B,,woman,", "with a gender"),
    (",1980,,", "without a name"),
    ("n/a,,,", "without a name"), ("Noone,31-12-1980,,unknown", "with another kind"),
    ("B,,,firm", "with a kind"), ("B,,,M", "with a kind"),
  ])
  func holds(_ row: String, _ reason: String) throws {
    let list = try read(
      "I,N,D,G,K\n1,Noone,31-12-1980,man,Person\n\(row.hasPrefix("Noone") ? 1 : 2),\(row)\n",
      """
      dates = ["DD-MM-YYYY", "YYYY"]
      genders = { man = "M" }
      columns = { I = "entry", N = "name", D = "birth_date", G = "gender", K = "kind" }
      """)
    #expect(list.holds.count == 1)
    #expect(list.holds[0].contains(reason) && list.holds[0].contains("line 3"))
    #expect(list.entries[0].gender == .male && list.entries[0].birthDates[0].raw == "31-12-1980")
  }

  /// One row has several names, values and places; its first name is the main one.
  @Test func severalColumnsAndValuesAreOnePerson() throws {
    let list = try read(
      "First,Middle,Last,Aka,Place 1,Place 2,Doc,Nat,Q,Kind\n"
        + "Anna,B.,Noone,Nemo/ Outis /-,Here,There,X1/X2,Dutch/BE,low,man\n"
        + "-,,,Firma,,,,,,firm\n",
      """
      separator = "/"
      kinds = { man = "person", firm = "organisation" }
      qualities = { low = "weak" }
      columns = { First = "given", Middle = "given", Last = "surname", Aka = "name", "Place 1" = \
      "place_of_birth", "Place 2" = "place_of_birth", Doc = "document_number", Nat = "nationality", \
      Q = "quality", Kind = "kind" }
      """.replacing("\\\n", with: ""))
    let person = list.entries[0]
    #expect(person.names.map(\.full) == ["Anna B. Noone", "Nemo", "Outis"])
    #expect(person.names.map(\.type) == [.primary, .alias, .alias])
    #expect(person.names.allSatisfy { $0.quality == .weak })
    #expect(person.placesOfBirth == ["Here", "There"])
    #expect(person.documents.map(\.number) == ["X1", "X2"])
    #expect(person.nationalities == ["NLD", "BEL"])
    #expect(list.entries[1].kind == .organisation && list.entries[1].names[0].full == "Firma")
    #expect(list.holds.isEmpty && list.warnings.isEmpty, "\(list.holds) \(list.warnings)")
  }

  @Test func rowsWithoutAnIdGetOneThatStays() throws {
    let columns = "columns = { N = \"name\", D = \"birth_date\" }\n"
    let first = try read("N,D\nNoone,1980-12-31\nNoone,1980-12-31\nNoone,1981\n", columns)
    let second = try read(
      "D,N\n1981,NOONE\n31-12-1980,noone\n", "dates = [\"DD-MM-YYYY\", \"YYYY\"]\n" + columns)
    #expect(Set(first.entries.map(\.entry)).count == 3)
    #expect(first.entries[1].entry == first.entries[0].entry + "-2")
    #expect(second.entries.map(\.entry) == [first.entries[2].entry, first.entries[0].entry])
  }

  @Test func aRowCountsOnceAsHeld() throws {
    let list = try read(
      "N,A,Q,D,P\nNoone,Nemo,odd,1/2,Here/There\n,,,,Here/There\n",
      "separator = \"/\"\n[columns]\nN = \"name\"\nA = \"name\"\nQ = \"quality\"\nD = \"birth_date\"\nP = \"place_of_birth\"\n"
    )
    #expect(list.holds.count == 3)
    #expect(list.holds.allSatisfy { $0.hasPrefix("1 row(s)") }, "\(list.holds)")
  }

  /// Rows of one id are one person, as in our own tables.
  @Test func rowsOfOneIdAreOnePerson() throws {
    let list = try read(
      "I,N\n1,Noone\n2,Nobody\n1,Nemo\n,Lost\n", "columns = { I = \"entry\", N = \"name\" }")
    #expect(list.entries.map { $0.names.map(\.full) } == [["Noone", "Nemo"], ["Nobody"]])
    #expect(list.holds.count == 1 && list.holds[0].contains("without an entry"))
  }
}
