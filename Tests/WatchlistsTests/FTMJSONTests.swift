import Records
import Testing
import Watchlists

@Suite struct FTMJSONTests {
  static func read(
    _ text: String, format: String = "ftm-json"
  ) throws(WatchlistError) -> Watchlist {
    try WatchlistFile.read(
      format: format, sources: [WatchlistSource(path: "l", bytes: Array(text.utf8))])
  }

  static func refusal(_ text: String, format: String = "ftm-json") -> String {
    do throws(WatchlistError) {
      _ = try read(text, format: format)
      return ""
    } catch { return error.description }
  }

  static func entity(
    _ id: String, _ schema: String, _ properties: String, target: String? = "true"
  ) -> String {
    #"{"id":"\#(id)","schema":"\#(schema)","properties":{\#(properties)}"#
      + (target.map { #","target":\#($0)"# } ?? "") + "}\n"
  }

  static let person = entity("p", "Person", #""name":["Wim Fabel"]"#)
  static let passport = entity(
    "d", "Passport", #""holder":["p"],"number":["X1234567"],"country":["nl"]"#, target: "false")
  static let sanction = entity(
    "s", "Sanction", #""entity":["p"],"listingDate":["2022-02-02"],"program":["NRG"]"#,
    target: "false")

  @Test(arguments: [
    passport + sanction + person, person + sanction + passport, passport + person + sanction,
  ])
  func joinsInAnyOrder(_ text: String) throws {
    let list = try Self.read(text)
    let person = try #require(list.entries.first)
    #expect(list.entries.count == 1 && list.holds.isEmpty && list.warnings.isEmpty)
    #expect(
      person.documents == [ListedDocument(type: "passport", number: "X1234567", issuer: "NLD")])
    #expect(person.listedOn == PartialDate("2022-02-02"))
    #expect(person.programmes == ["NRG"])
  }

  @Test(arguments: [
    (#""firstName":["Wim"],"lastName":["Fabel"]"#, ["Wim Fabel"]),
    (
      #""firstName":["Wim"],"middleName":["X"],"fatherName":["Jan"],"lastName":["Fabel"]"#,
      ["Wim X Jan Fabel"]
    ),
    (
      #""firstName":["Wim","Willem"],"lastName":["Fabel","Verzinsel"]"#,
      ["Wim Fabel", "Willem Fabel", "Wim Verzinsel", "Willem Verzinsel"]
    ),
    (#""lastName":["Fabel"]"#, ["Fabel"]), (#""firstName":["Wim"],"alias":["W"]"#, ["W"]),
    (#""firstName":["Wim"],"lastName":["Fabel"],"name":["Wim F"]"#, ["Wim F"]),
  ])
  func namesInPartsAreNames(_ properties: String, _ names: [String]) throws {
    let list = try Self.read(Self.entity("p", "Person", properties))
    #expect(list.entries.first?.names.map(\.full) == names && list.holds.isEmpty)
  }

  @Test func theFirstOfSeveralListingsCounts() throws {
    let other = Self.entity(
      "t", "Sanction", #""entity":["p"],"startDate":["2020-01-05T00:00:00"]"#, target: "false")
    let list = try Self.read(Self.sanction + Self.person + other)
    #expect(list.entries[0].listedOn == PartialDate("2020-01-05"))
  }

  @Test func namesHaveTheTypeOfTheirProperty() throws {
    let list = try Self.read(
      #"{"id":"p","caption":"B C","schema":"Person","properties":{"name":["A B","B C"],"alias":["D"],"#
        + #""weakAlias":["D","E"],"previousName":["F"],"firstName":["B"]}}"# + "\n")
    let names = list.entries[0].names
    #expect(names.map(\.full) == ["B C", "A B", "D", "E", "F"])
    #expect(names.map(\.type) == [.primary, .alias, .alias, .alias, .former])
    #expect(names.map(\.quality) == [.unstated, .unstated, .weak, .weak, .unstated])
  }

  @Test func onlyTargetsAreListed() throws {
    let relative = Self.entity("r", "Person", #""name":["Zus"]"#, target: "false")
    let its = Self.entity(
      "e", "Passport", #""holder":["r"],"number":["Y1234567"]"#, target: "false")
    let silent = Self.entity("q", "Person", #""name":["Zwijger"]"#, target: nil)
    for text in [relative + its, its + relative] {
      let list = try Self.read(text + silent)
      #expect(list.entries.map(\.entry) == ["q"])
      #expect(list.holds.isEmpty)
    }
  }

  @Test func countsWhatIsLeftOut() throws {
    let wallet = Self.entity("w", "CryptoWallet", #""publicKey":["0"]"#)
    let odd = Self.entity(
      "o", "Person",
      #""name":["O"],"birthDate":["1990-02-30","about 1970"],"nationality":["zz","suhh"],"#
        + #""idNumber":["unknown"]"#)
    let list = try Self.read(wallet + odd)
    #expect(list.entries[0].birthDates.isEmpty && list.entries[0].nationalities == ["SUN"])
    #expect(list.warnings.count == 4)
    #expect(list.warnings.contains { $0.hasPrefix("2 date(s) of birth") })
    #expect(list.warnings.contains { $0.hasPrefix("1 target(s) that are no person") })
  }

  @Test(arguments: [
    ("TIN: 99887766", ["99887766"]), ("0502-11; 0205561", ["0502-11", "0205561"]),
    ("パスポート番号：Ｘ１２３４５６７（2003年8月26日発行）", ["X1234567"]),
    ("Passport, T710219", ["T710219"]),
  ])
  func takesNumbersOutOfProse(_ text: String, _ numbers: [String]) throws {
    let list = try Self.read(
      Self.entity("p", "Person", #""name":["A"],"passportNumber":["\#(text)"]"#))
    #expect(list.entries[0].documents.map(\.number) == numbers)
  }

  static let refused: [(text: String, reason: String)] = [
    (#"{"op":"ADD","entity":{"id":"p"}}"# + "\n", "delta"), ("[1]", "no object"),
    (#"{"id":"p"}"# + "\n", "no entity"),
    (entity("p", "Person", #""name":"A""#), "is no list"),
    (entity("p", "Person", #""name":[1]"#), "no text"),
    (entity("p", "Person", #""name":[{"id":"q"}]"#), "opensanctions-nested-json"),
    (entity("p", "Person", #""name":["A"]"#, target: "\"yes\""), "neither true nor false"),
    (entity("p", "Person", #""name":["A\ufffd"]"#), "U+FFFD"),
    (entity("p", "Person", #""name":["A\u0000"]"#), "control characters"),
    (entity("p", "Person", #""name":["A"],"name":["B"]"#), "twice"),
    (person + String(passport.dropLast(9)), "line 2"), (String(person.dropLast()), "line end"),
    (person + "\n<html>\n", "line 3"),
  ]

  @Test(arguments: refused)
  func refuses(_ text: String, _ reason: String) {
    let found = Self.refusal(text)
    #expect(found.hasPrefix("l: ") && found.contains(reason), "\(found)")
  }

  static let held: [(text: String, reason: String)] = [
    (passport + entity("q", "Person", #""name":["A"]"#), "not in the file"),
    (person + entity("q", "Monster", #""name":["A"]"#), "unknown schema"),
    (person + entity("q", "Person", #""alias":["-"]"#), "without a name"),
    (person + entity("d", "Passport", #""number":["X1"]"#, target: "false"), "of nobody"),
  ]

  @Test(arguments: held)
  func holds(_ text: String, _ reason: String) throws {
    let list = try Self.read(text)
    #expect(list.holds.count == 1 && list.holds[0].contains(reason))
    #expect(list.entries.count == 1)
  }

  // MARK: Nested

  @Test func neighboursAreTakenByTheirSchema() throws {
    func nested(_ line: String) -> String { String(line.dropLast()) }
    let relative = Self.entity(
      "r", "Person", #""name":["Zus"],"anything":[\#(nested(Self.passport))]"#, target: "false")
    let text = Self.entity(
      "p", "Person",
      #""name":["Wim Fabel"],"x":[\#(nested(Self.sanction))],"y":[\#(nested(relative))]"#)
    let list = try Self.read(text, format: "opensanctions-nested-json")
    #expect(list.entries.count == 1 && list.holds.isEmpty)
    #expect(list.entries[0].listedOn == PartialDate("2022-02-02"))
    #expect(list.entries[0].documents.isEmpty)
  }

  @Test func aFileThatIsNotNestedIsRefused() {
    let found = Self.refusal(Self.person + Self.passport, format: "opensanctions-nested-json")
    #expect(found.contains("line 2") && found.contains("ftm-json"))
  }
}
