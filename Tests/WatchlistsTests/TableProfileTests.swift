import Bytes
import Records
import Testing

@testable import Watchlists

/// What a profile may say: every key, and every way to get it wrong.
@Suite struct TableProfileTests {
  private func parse(_ text: String) throws(WatchlistError) -> TableProfile {
    try TableProfile(parsing: Array(text.utf8), path: "/etc/own.toml")
  }

  @Test func readsEveryKey() throws {
    let profile = try parse(
      """
      delimiter = "\\t"
      quote = "'"
      encoding = "Windows-1251"
      header = true
      ignored = ["Remarks", 7]
      separator = { name = "/", birth_date = " or " }
      dates = ["DD-MM-YYYY", "YYYY"]
      genders = { man = "M", "" = "" }
      kinds = { Firma = "organisation" }
      qualities = { low = "weak" }
      nationalities = { Nederland = "Netherlands" }
      count = 12
      published = 2026-11-20
      [columns]
      "Last  NAME" = "surname"
      first = "given"
      second = "given"
      sex = "gender"
      "Sort" = "kind"
      grade = "quality"
      land = "nationality"
      """)
    #expect(profile.delimiter == 0x09 && profile.quote == 0x27 && profile.hasHeader)
    #expect(profile.encoding?.name == "Windows-1251")
    #expect(profile.ignored == ["remarks", "7"])
    #expect(profile.columns["last name"] == .surname && profile.columns["second"] == .given)
    #expect(profile.separators == [.name: "/", .birthDate: " or "])
    #expect(profile.meanings[.gender] == ["man": "M", "": ""])
    #expect(profile.meanings[.kind] == ["firma": "organisation"])
    #expect(profile.values("NEDERLAND", .nationality) == ["NLD"])
    #expect(profile.meanings[.quality] == ["low": "weak"])
    #expect(profile.rowCount == 12 && profile.published?.description == "2026-11-20")
    #expect(profile.dates != nil)
  }

  @Test func isOfOurOwnFormUnlessItSaysOtherwise() throws {
    let profile = try parse("separator = \"/\"\n[columns]\nname = \"name\"")
    #expect(profile.delimiter == 0x2C && profile.quote == 0x22 && profile.encoding == nil)
    #expect(profile.hasHeader && profile.dates == nil && profile.rowCount == nil)
    #expect(Set(profile.separators.keys) == TableProfile.several)
    #expect(try parse("quote = \"\"\n[columns]\nname = \"name\"").quote == nil)
  }

  private static let good = "[columns]\nA = \"name\"\n"

  @Test(arguments: [
    ("colums = 1\n" + good, 1, "unknown key \"colums\""),
    ("[columns\n", 1, "is no valid TOML"),
    ("", 0, "\"columns\" must be a table"),
    ("columns = 1", 1, "\"columns\" must be a table"),
    ("[columns]\nA = \"title\"", 2, "column \"A\" must be one of entry, name"),
    ("[columns]\nA = 1", 2, "column \"A\" must be one of"),
    ("[columns]\nA = \"given\"", 1, "nobody has a name"),
    ("[columns]\nA = \"name\"\n\"B\" = \"gender\"\nC = \"gender\"", 4, "a second column"),
    ("[columns]\nA = \"name\"\na = \"name\"", 3, "is there twice"),
    ("header = false\n" + good, 3, "must be a number from 1 on"),
    ("header = false\n[columns]\n01 = \"name\"", 3, "must be a number from 1 on"),
    ("header = 1\n" + good, 1, "true or false"),
    ("delimiter = \";;\"\n" + good, 1, "one character"),
    ("delimiter = \"a\"\n" + good, 1, "one character"),
    ("delimiter = \"\\n\"\n" + good, 1, "one character"),
    ("quote = \",\"\n" + good, 1, "other than the delimiter"),
    ("quote = \"''\"\n" + good, 1, "other than the delimiter"),
    ("encoding = \"windows-9999\"\n" + good, 1, "is not known"),
    ("encoding = \"shift_jis\"\n" + good, 1, "is not known"),
    ("encoding = \"\"\n" + good, 1, "is not known"),
    ("encoding = \"iso-8859-1//TRANSLIT\"\n" + good, 1, "is not known"),
    ("ignored = \"B\"\n" + good, 1, "an array of titles"),
    ("ignored = [\"B\", true]\n" + good, 1, "an array of titles"),
    ("ignored = [\"a\"]\n" + good, 1, "in \"columns\" and in \"ignored\""),
    ("separator = \"\"\n" + good, 1, "a text, or a table"),
    ("separator = { surname = \"/\" }\n" + good, 1, "surname must be a text for one of"),
    ("separator = { name = \"\" }\n" + good, 1, "name must be a text"),
    ("dates = \"YYYY\"\n" + good, 1, "an array of patterns"),
    ("dates = []\n" + good, 1, "an array of patterns"),
    ("dates = [\"DD-MM-YY\"]\n" + good, 1, "two digits of one are never guessed"),
    ("dates = [\"DD-MM\"]\n" + good, 1, "one YYYY"),
    ("dates = [\"DD-YYYY\"]\n" + good, 1, "a day only beside a month"),
    ("dates = [\"DD-MMM-YYYY\"]\n" + good, 1, "may hold D, DD"),
    ("dates = [\"TT-MM-JJJJ\"]\n" + good, 1, "may hold D, DD"),
    ("dates = [\"DMYYYY\"]\n" + good, 1, "must part them"),
    ("dates = [\"DD-MM-YYYY\", \"MM-DD-YYYY\"]\n" + good, 1, "differently"),
    ("dates = [\"DDMMYYYY\", \"YYYYMMDD\"]\n" + good, 1, "differently"),
    ("genders = { man = \"M\" }\n" + good, 1, "no column is \"gender\""),
    ("genders = { man = \"man\" }\n" + good + "B = \"gender\"", 1, "must be one of \"M\""),
    ("kinds = { firm = \"firm\" }\n" + good + "B = \"kind\"", 1, "must be one of \"person\""),
    ("qualities = { low = \"low\" }\n" + good + "B = \"quality\"", 1, "must be one of \"strong\""),
    (
      "nationalities = { N = \"Nowhere\" }\n" + good + "B = \"nationality\"", 1, "a country such as"
    ),
    ("genders = \"M\"\n" + good + "B = \"gender\"", 1, "a table such as"),
    ("count = \"3\"\n" + good, 1, "a whole number"),
    ("published = \"20-11-2026\"\n" + good, 1, "a date such as"),
  ])
  func refuses(_ text: String, _ line: Int, _ reason: String) {
    #expect {
      _ = try parse(text)
    } throws: { error in
      guard case .register(let path, let found, let text)? = error as? WatchlistError else {
        return false
      }
      #expect(path == "/etc/own.toml" && found == line && text.contains(reason), "\(error)")
      return true
    }
  }

  @Test(arguments: [
    ("31-12-1980", "1980-12-31..1980-12-31"), ("1-2-1980", nil),
    ("1/2/1980", "1980-02-01..1980-02-01"),
    ("31/12/1980", "1980-12-31..1980-12-31"), ("12/31/1980", nil), ("30-02-1980", nil),
    ("1980", "1980-01-01..1980-12-31"), ("00-00-1980", "1980-01-01..1980-12-31"),
    ("00-02-1980", nil), ("02.1980", "1980-02-01..1980-02-29"), ("31-12-80", nil),
    ("31-12-1980 ", nil), ("1979..02.1980", "1979-01-01..1980-02-29"), ("1980..1979", nil),
    ("1980-12-31", nil), ("", nil), ("..", nil), ("٣١-12-1980", nil),
  ])
  func datesAreOfAPattern(_ text: String, _ expected: String?) throws {
    let patterns = try DatePatterns(["DD-MM-YYYY", "D/M/YYYY", "MM.YYYY", "YYYY", "00-00-YYYY"])
    #expect(patterns.interval(text).map { "\($0.from)..\($0.to)" } == expected)
  }

  /// Patterns of different widths may meet in one text all the same.
  @Test func aDateThatMeansTwoThingsMeansNothing() throws {
    let patterns = try DatePatterns(["DD-MM-YYYY", "M-D-YYYY"])
    #expect(patterns.interval("01-02-1980") == nil)
    #expect(patterns.interval("02-02-1980") != nil)
  }
}
