import Records
import Testing
import Watchlists

@Suite struct SenzingJSONTests {
  private func read(_ text: String) throws(WatchlistError) -> Watchlist {
    try FTMJSONTests.read(text, format: "senzing-json")
  }

  /// One record, flat, prefixed and nested in three ways.
  @Test(arguments: [
    #"{"RECORD_ID":"1","RECORD_TYPE":"PERSON","NAME_FIRST":"Wim","NAME_LAST":"Fabel","AKA_NAME_FULL":"W F","#
      + #""DATE_OF_BIRTH":"1980-05","PASSPORT_NUMBER":"X1","PASSPORT_COUNTRY":"NL"}"#,
    #"{"RECORD_ID":1,"FEATURES":[{"RECORD_TYPE":"PERSON"},{"NAME_TYPE":"PRIMARY","NAME_FIRST":"Wim","#
      + #""NAME_LAST":"Fabel"},{"NAME_TYPE":"AKA","NAME_FULL":"W F"},{"DATE_OF_BIRTH":"1980-05"},"#
      + #"{"PASSPORT_NUMBER":"X1","PASSPORT_COUNTRY":"Netherlands"}]}"#,
    #"{"RECORD_ID":"1","RECORD_TYPE":"person","ANY":{"NAMES":[{"PRIMARY_NAME_LAST":"Fabel","#
      + #""PRIMARY_NAME_FIRST":"Wim","OTHER_NAME_FULL":"W F"}]},"BIRTH":[{"DATE_OF_BIRTH":"1980-05"}],"#
      + #""IDENTIFIERS":[{"PASSPORT_COUNTRY":"NLD","PASSPORT_NUMBER":"X1"},{"OTHER_ID_NUMBER":"Q1"}]}"#,
  ])
  func readsAttributesWhereverTheyStand(_ record: String) throws {
    for text in [record + "\n", "[\(record)]"] {
      let person = try #require(try read(text).entries.first)
      #expect(person.entry == "1" && person.kind == .person)
      #expect(person.names.map(\.full) == ["Wim Fabel", "W F"])
      #expect(person.names.map(\.type) == [.primary, .alias])
      #expect(person.names[0].surname == "Fabel" && person.names[0].given == "Wim")
      #expect(person.birthDates.map { "\($0.interval.to)" } == ["1980-05-31"])
      #expect(person.documents == [ListedDocument(type: "passport", number: "X1", issuer: "NLD")])
    }
  }

  @Test func eachUsageTypeIsANameOfItsOwn() throws {
    let list = try read(
      #"{"RECORD_ID":"1","PRIMARY_NAME_LAST":"A","PRIMARY_NAME_SUFFIX":"Jr","MAIDEN_NAME_LAST":"B","#
        + #""NATIVE_NAME_FULL":"В","MAIDEN_NAME_FIRST":"X"}"# + "\n")
    let names = list.entries[0].names
    #expect(names.map(\.full) == ["A Jr", "X B", "В"])
    #expect(names.map(\.type) == [.primary, .former, .original])
    #expect(list.entries[0].kind == .unknown)
  }

  @Test func datesInOtherFormsAreCounted() throws {
    let list = try read(
      #"[{"RECORD_ID":"1","NAME_FULL":"A","DATE_OF_BIRTH":"1/2/1970"}]"#)
    #expect(list.entries[0].birthDates.isEmpty && list.warnings.count == 1)
  }

  static let refused: [(text: String, reason: String)] = [
    ("{\"NAME_FULL\":\"A\"}\n", "RECORD_ID"), ("[{\"RECORD_ID\":\"1\"},3]", "no object"),
    ("[{\"RECORD_ID\":\"1\",\"NAME_FULL\":\"A\"}", "breaks off"), ("[]", "no record"),
    ("[{\"RECORD_ID\":\"1\",\"NAME_FULL\":\"A\"},]", "breaks off"),
  ]

  @Test(arguments: refused)
  func refuses(_ text: String, _ reason: String) {
    let found = FTMJSONTests.refusal(text, format: "senzing-json")
    #expect(found.contains(reason), "\(found)")
  }

  @Test func holdsAnUnknownType() throws {
    let list = try read(#"[{"RECORD_ID":"1","NAME_FULL":"A","RECORD_TYPE":"ROBOT"}]"#)
    #expect(list.holds == ["1 record(s) of an unknown RECORD_TYPE, the first in line 1"])
  }
}
