import Records
import Testing

@testable import Watchlists

@Suite struct ConventionsTests {
  @Test(arguments: [
    ("Anna Voorbeeld", "Anna Voorbeeld"), ("  a\u{A0}\u{A0}b\n", "a b"), ("\"Anka\"", "Anka"),
    ("“Abu B.”", "Abu B."), ("'t Hart", "'t Hart"), ("\"A\" and \"B\"", "\"A\" and \"B\""),
    ("e\u{301}", "é"), ("a\u{200F}b\u{FEFF}", "ab"), ("", ""), (" \u{200B} ", ""),
    ("O'Neil", "O'Neil"),
    ("'Anka'", "Anka"), ("« Abu »", "Abu"),
  ])
  func cleans(_ text: String, _ cleaned: String) {
    #expect(Array(ListedText.clean(text).unicodeScalars) == Array(cleaned.unicodeScalars))
  }

  @Test(arguments: ["n/a", "N/A", "n.v.t.", "na", "-", "-0-", "", " "])
  func takesPlaceholdersForNothing(_ text: String) {
    #expect(ListedText.value(text) == nil)
  }

  @Test(arguments: [
    ("Ömer ʿAli", "Latn"), ("محمد", "Arab"), ("Иван", "Cyrl"), ("Ivаn", nil), ("1 2", nil),
    ("王小明", "Hani"), ("田中さくら", "Jpan"), ("김", "Hang"), ("Γιώργος", "Grek"), ("e\u{301}", "Latn"),
    ("ქართ", "Geor"), ("", nil),
  ])
  func findsTheScript(_ text: String, _ script: String?) {
    #expect(Script.of(text) == script)
  }

  @Test(arguments: [
    ("7-3-1991", ["1991-03-07..1991-03-07"]), ("07/03/1991", ["1991-03-07..1991-03-07"]),
    ("7.3.1991", ["1991-03-07..1991-03-07"]), ("1991-03-07", ["1991-03-07..1991-03-07"]),
    ("00-00-1985", ["1985-01-01..1985-12-31"]), ("00-11-1989", ["1989-11-01..1989-11-30"]),
    ("12-00-1985", ["1985-01-01..1985-12-31"]), ("xx-xx-1985", ["1985-01-01..1985-12-31"]),
    ("1985", ["1985-01-01..1985-12-31"]), ("02-2000", ["2000-02-01..2000-02-29"]),
    ("7 maart 1991", ["1991-03-07..1991-03-07"]), ("March 1991", ["1991-03-01..1991-03-31"]),
    ("1984-1986", ["1984-01-01..1986-12-31"]), ("1984 - 1986", ["1984-01-01..1986-12-31"]),
    ("between 1984 and 1986", ["1984-01-01..1986-12-31"]),
    ("tussen 1-1-1984 t/m 2-2-1986", ["1984-01-01..1986-02-02"]),
    ("01-02-1980 or 03-04-1981", ["1980-02-01..1980-02-01", "1981-04-03..1981-04-03"]),
    ("1980\n1980", ["1980-01-01..1980-12-31"]), ("n/a", []), ("1-2-85", []), ("1365", []),
    ("founded in 2018", []), ("opgericht in 2018", []), ("31-04-1990", []), ("33304", []),
  ])
  func readsDatesDayFirst(_ text: String, _ intervals: [String]) {
    let dates = DayFirstDates(text).dates
    #expect(dates.map { "\($0.interval.from)..\($0.interval.to)" } == intervals)
    #expect(dates.allSatisfy { !$0.approximate })
  }

  @Test(arguments: ["ca. 1985", "circa 1985", "omstreeks 1985"])
  func marksApproximateDates(_ text: String) {
    #expect(DayFirstDates(text).dates.map(\.approximate) == [true])
  }

  @Test func tellsImpossibleFromUnreadable() {
    #expect(DayFirstDates("30-02-1990").hasImpossible)
    #expect(!DayFirstDates("30-02-1990").hasUnreadable)
    #expect(DayFirstDates("perhaps").hasUnreadable)
    #expect(!DayFirstDates("n/a").hasUnreadable)
  }
}
