import Records
import Testing
import Watchlists

@Suite struct PersonsCSVTests {
  private func read(_ bytes: [UInt8]) throws(WatchlistError) -> Watchlist {
    try WatchlistFile.read(
      format: "persons-csv", sources: [WatchlistSource(path: "p.csv", bytes: bytes)])
  }

  private func read(_ text: String) throws(WatchlistError) -> Watchlist {
    try read(Array(text.utf8))
  }

  private func refusal(_ bytes: [UInt8]) -> String {
    do {
      _ = try read(bytes)
      return ""
    } catch {
      return error.description
    }
  }

  @Test func joinsTheRowsOfOneEntry() throws {
    let list = try read(
      #"""
      entry,surname,given,name,quality,birth_date,gender,nationality,document_number
      1,Bedacht,Anna,,weak,1984..1986|1990-02,f,nl|MAR,X1|X2
      2,,,Mononiem,,,,,
      1,Bedacht,Anna,,strong,1990-02,F,NLD,X1
      1,,,"Anka ""A""",,,,,
      """#)
    let person = list.entries[0]
    #expect(list.entries.map(\.entry) == ["1", "2"])
    #expect(person.names.map(\.full) == ["Anna Bedacht", "Anka \"A\""])
    #expect(person.names.map(\.quality) == [.strong, .unstated])
    #expect(person.names.map(\.type) == [.primary, .alias])
    #expect(
      person.birthDates.map { "\($0.interval.from)..\($0.interval.to)" }
        == ["1984-01-01..1986-12-31", "1990-02-01..1990-02-28"])
    #expect(person.gender == .female)
    #expect(person.nationalities == ["NLD", "MAR"])
    #expect(person.documents.map(\.number) == ["X1", "X2"])
    #expect(list.holds.isEmpty && list.warnings.isEmpty)
  }

  @Test(arguments: [
    ("name\nA", "column \"entry\" is missing"), ("entry,given\n1,A", "neither a column"),
    ("entry,name,colour\n1,A,red", "column 3 has an unknown title"),
    ("entry,name,name\n1,A,B", "twice"), ("entry,name\n1", "1 columns instead of 2"),
    ("entry,name\n1,A,B", "3 columns instead of 2"), ("entry,name\n1,\"A", "quotation mark"),
    ("entry,name\n1,A\u{0}", "line 2 holds a control character"),
    ("entry,name\n1,M\u{FFFD}", "U+FFFD"), ("entry,name\n", "holds no record"), ("", "is empty"),
  ])
  func refuses(_ text: String, _ reason: String) {
    let found = refusal(Array(text.utf8))
    #expect(found.hasPrefix("p.csv: ") && found.contains(reason), "\(found)")
  }

  @Test func refusesWhatIsNotUTF8() {
    #expect(refusal(Array("entry,name\n1,M".utf8) + [0xFC, 0x0A]).contains("not UTF-8"))
    #expect(refusal([0xFF, 0xFE, 0x65, 0x20]) != "")
  }

  @Test(arguments: [
    ("2,,,,,", "without a name"), (",B,,,,", "without an entry"),
    ("2,B,,1991-02-30,,", "date of birth"),
    ("2,B,,1991/02/03,,", "date of birth"), ("2,B,,1986..1984,,", "date of birth"),
    ("2,B,,,male,", "with a gender"), ("2,B,,,,good", "with a quality"),
  ])
  func holds(_ row: String, _ reason: String) throws {
    let list = try read("entry,name,given,birth_date,gender,quality\n1,A,,,,\n\(row)\n")
    #expect(list.holds.count == 1)
    #expect(list.holds[0].contains(reason) && list.holds[0].contains("line 3"))
    #expect(list.entries.allSatisfy { !$0.names.isEmpty })
  }

  @Test func countsUnknownNationalitiesAndContradictingGenders() throws {
    let list = try read("entry,name,gender,nationality\n1,A,M,Dutch\n1,B,F,NLD\n")
    #expect(list.warnings.count == 2)
    #expect(list.entries[0].gender == .unstated)
    #expect(list.entries[0].nationalities == ["NLD"])
  }

  @Test func limitsTheNamesOfOneEntry() {
    let rows = (0..<2001).map { "1,N\($0)\n" }.joined()
    #expect(refusal(Array(("entry,name\n" + rows).utf8)).contains("more than 2000 names"))
  }

  /// A table that is cut may still be a table, but it is never read past the cut.
  @Test func survivesACutAtAnyByte() {
    let bytes = Array("\u{FEFF}entry,name,birth_date\r\n1,\"A é\r\nB\",1984..1986\r\n".utf8)
    for count in bytes.indices {
      if let list = try? read(Array(bytes[..<count])) { #expect(list.entries.count == 1) }
    }
    #expect(refusal(bytes) == "")
  }
}
