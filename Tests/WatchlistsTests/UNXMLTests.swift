import Foundation
import Records
import Testing
import Watchlists

/// What is odd in the UN's list, in variations of the sample.
@Suite struct UNXMLTests {
  private static let sample: String = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let url = root.appending(path: "samples/lists/un-xml/consolidated.xml")
    return (try? String(contentsOf: url, encoding: .utf8)) ?? ""
  }()

  private func check(_ old: String, _ new: String) -> (WatchlistCheck, [ListedPerson]) {
    #expect(Self.sample.contains(old))
    let bytes = Array(Self.sample.replacing(old, with: new).utf8)
    do {
      let list = try WatchlistFile.read(
        format: "un-xml", sources: [WatchlistSource(path: "un.xml", bytes: bytes)])
      return (WatchlistCheck(of: list), list.entries)
    } catch {
      return (WatchlistCheck(refused: error, format: "un-xml"), [])
    }
  }

  @Test(arguments: [
    ("<QUALITY>Low</QUALITY>", "<QUALITY>Medium</QUALITY>"),
    ("<TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE>", "<TYPE_OF_DATE>PERHAPS</TYPE_OF_DATE>"),
    ("ENTITIES>", "SHIPS>"), ("ENTITY>", "SHIP>"), ("dateGenerated", "generated"),
    ("2026-10-01T", "someday"), ("NGi.002", "NGi.001"), ("Отто Верзинсел", "???? ?????????"),
    ("<REFERENCE_NUMBER>NGi.002</REFERENCE_NUMBER>\n", ""), ("OTTO", "OTTO ????"),
  ])
  func holds(_ old: String, _ new: String) {
    let (check, _) = check(old, new)
    // Without a reference number its own number is the id.
    #expect(check.verdict == (old.contains("\n") ? .accepted : .held), "\(new)")
  }

  @Test(arguments: [
    ("CONSOLIDATED_LIST", "LIST"), ("Otto Verzinsell;", "Otto Ver\u{FFFD}insell;"),
    ("NERGENS TRADING", "NERGENS & TRADING"),
    ("<CONSOLIDATED_LIST ", "<CONSOLIDATED_LIST xmlns=\"urn:x\" "),
    ("<CONSOLIDATED_LIST ", "<!DOCTYPE a><CONSOLIDATED_LIST "),
  ])
  func refuses(_ old: String, _ new: String) {
    #expect(check(old, new).0.verdict == .refused, "\(new)")
  }

  @Test(arguments: [
    ("born 14 Jul. 1970 in Nergens", "1970-07-14", "1970-07-14"),
    ("born 4 Mar.1985 in Nergens, Nowhere", "1985-03-04", "1985-03-04"),
    ("born on 22 Aug. 1973 in Nergens", "1973-08-22", "1973-08-22"),
    ("born 16 Dec. 1948, in Nergens", "1948-12-16", "1948-12-16"),
  ])
  func datesOfBirthInTheTextOfAnAliasAreRead(_ text: String, _ from: String, _ to: String) {
    let (check, entries) = check("born in 1963 (previously", "\(text) (previously")
    #expect(check.verdict == .accepted)
    #expect(
      entries.contains { entry in
        entry.names.contains { $0.full == "Otto Fictus" }
          && entry.birthDates.contains {
            "\($0.interval.from)" == from && "\($0.interval.to)" == to
          }
      })
    #expect(!check.warnings.contains { $0.contains("text of an alias") })
  }

  @Test(arguments: [
    "born in Nergens on 01 Jan.1967", "born 31 Feb. 1970", "born in the 1960s", "born in 1963",
    "born in 1955, passport number X1234567 issued 20 Dec. 2003", "born Aug. 1973 in Nergens",
  ])
  func otherTextsOfABirthAreCounted(_ text: String) {
    let (check, _) = check("born in 1963 (previously", "\(text) (previously")
    #expect(check.warnings.contains { $0.contains("1 date(s) of birth in the text of an alias") })
  }

  /// The publisher's own file has such a name.
  @Test func leavesOutAnOriginalNameThatLostLetters() {
    let (check, entries) = check("Отто Верзинсел", "Отто Вер\u{FFFD}\u{FFFD}инсел")
    #expect(check.verdict == .accepted)
    #expect(check.warnings.contains { $0.contains("U+FFFD") })
    #expect(!entries[0].names.contains { $0.type == .original })
  }

  @Test func leavesOutWhoIsDelisted() {
    let (check, entries) = check(
      "<REFERENCE_NUMBER>NGi.002", "<DELISTED_ON>2026-01-01</DELISTED_ON><REFERENCE_NUMBER>NGi.002")
    #expect(entries.map(\.entry) == ["NGi.001", "NGe.001"])
    #expect(check.warnings.contains("1 delisted record(s) are left out"))
  }

  @Test(arguments: [
    ("أبو الاسم (Abu Name; Abu Naame)", ["أبو الاسم", "Abu Name", "Abu Naame"]),
    ("Abu Name (اسم) (prominently known by this nom de guerre)", ["Abu Name", "اسم"]),
    ("Otto Verzinsel اوتو (formerly listed as)", ["Otto Verzinsel", "اوتو"]),
    ("Aaa, Bbb, Ccc", ["Aaa", "Bbb", "Ccc"]), ("Verzinsel, Otto", ["Verzinsel, Otto"]),
    ("Otto (Ottinho) Verzinsel", ["Otto (Ottinho) Verzinsel"]),
    ("Otto (passport number 0000001 of another)", ["Otto"]),
  ])
  func takesAliasesApart(_ alias: String, _ names: [String]) {
    let (_, entries) = check("Ottman (original script: Оттман)", alias)
    #expect(entries[0].names.map(\.full).filter { names.contains($0) } == names)
    #expect(entries[0].names.count == 6 + names.count)
  }

  @Test(arguments: [
    ("<YEAR>1955-1958</YEAR>", "<YEAR>1955/1958</YEAR>", "1955-01-01..1958-12-31"),
    ("<YEAR>1955-1958</YEAR>", "<DATE>1955-02-03-04:00</DATE>", "1955-02-03..1955-02-03"),
    (
      "Approximately</TYPE_OF_DATE>\n        <YEAR>1955-1958</YEAR>",
      "EXACT</TYPE_OF_DATE><YEAR>1958</YEAR><NOTE>Sep.</NOTE>", "1958-09-01..1958-09-30"
    ),
  ])
  func readsDates(_ old: String, _ new: String, _ interval: String) {
    let birth = check(old, new).1[1].birthDates
    #expect(birth.map { "\($0.interval.from)..\($0.interval.to)" } == [interval])
  }
}
