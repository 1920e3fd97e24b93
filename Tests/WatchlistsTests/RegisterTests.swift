import Records
import TestSupport
import Testing
import Watchlists

@Suite struct RegisterTests {
  private func parse(_ text: String) throws(WatchlistError) -> Register {
    try Register(parsing: Array(text.utf8), path: "/etc/lists/register.toml")
  }

  @Test func readsTheContractsExample() throws {
    let register = try parse(
      """
      [[list]]
      id = "nl-terrorism"
      name = "Nationale sanctielijst terrorisme"
      format = "nl-terrorism-ods"          # one of `pnrscreen formats`
      path = "nl-terrorism/list.ods"
      designation = "because"
      published = 2026-11-20
      max_age_days = 7
      required = false
      expected_persons = { min = 80, max = 240 }
      handling = "call"

      [[list]]
      id = "own"
      format = "persons-csv"
      path = ["/srv/own.csv"]
      """)
    let list = register.lists[0]
    #expect(list.paths == ["/etc/lists/nl-terrorism/list.ods"])
    #expect(list.published == PartialDate(year: 2026, month: 11, day: 20))
    #expect(list.maxAgeDays == 7)
    #expect(!list.isRequired)
    #expect(list.expected == [.persons: 80...240])
    #expect(list.designation == "because" && list.handling == "call")
    #expect(register.lists[1].paths == ["/srv/own.csv"])
    #expect(register.lists[1].isRequired)
  }

  private static let good = "[[list]]\nid = \"a\"\nformat = \"persons-csv\"\npath = \"a.csv\"\n"

  @Test(arguments: [
    (good + "max_age = 7", 5, "unknown key \"max_age\""),
    ("lists = 1\n" + good, 1, "unknown key \"lists\""),
    (good + "max_age_days = \"7\"", 5, "\"max_age_days\" must be a whole number"),
    (good + "max_age_days = -1", 5, "\"max_age_days\" must be"),
    (good + "required = \"yes\"", 5, "true or false"),
    (good + "published = \"20-11-2026\"", 5, "a date such as"),
    (good + "published = 2026-11", 5, ""),
    (good + "published = 2026-02-30", 5, ""),
    (good + "expected_persons = { min = 9, max = 8 }", 5, "min is greater"),
    (good + "expected_persons = { least = 9 }", 5, "expected_persons"),
    (good + "expected_persons = 9", 5, "expected_persons"),
    (good + "expected = { persons = { min = 9, max = 8 } }", 5, "min is greater"),
    (good + "expected = { people = { min = 9 } }", 5, "unknown counter \"people\""),
    (good + "expected = { names = 9 }", 5, "names must be { min"),
    (good + "expected = 9", 5, "must be { records"),
    (
      good + "expected_persons = { min = 9 }\nexpected = { persons = { min = 8 } }", 5,
      "one of both"
    ),
    (good + "canaries = \"1\"", 5, "array of entry ids"),
    (good + "canaries = []", 5, "array of entry ids"),
    (good + "canaries = [1]", 5, "array of entry ids"),
    (good + "sha256 = 1", 5, "a sum, a path"), (good + "sha256 = \"\"", 5, "a sum, a path"),
    (good + "sha256 = [\"a.sha256\", \"b.sha256\"]", 5, "each file"),
    (good + "name = 1", 5, "quotation marks"),
    (good + good, 6, "used twice"),
    ("[[list]]\nformat = \"persons-csv\"\npath = \"a\"", 1, "\"id\" is missing"),
    ("[[list]]\nid = \"a\"\npath = \"a\"", 1, "\"format\" is missing"),
    ("[[list]]\nid = \"a\"\nformat = \"persons-csv\"", 1, "\"path\" is missing"),
    ("[[list]]\nid = \"a b\"\nformat = \"persons-csv\"\npath = \"a\"", 2, "may hold letters"),
    ("[[list]]\nid = \"a\"\nformat = \"xls\"\npath = \"a\"", 3, "format \"xls\" is not known"),
    ("[[list]]\nid = \"a\"\nformat = \"persons-csv\"\npath = [1]", 4, "path"),
    ("", 0, "at least one list"), ("list = 3", 0, "at least one"), ("[[list]\n", 1, "TOML"),
  ])
  func namesTheLineOfAnError(_ text: String, _ line: Int, _ reason: String) {
    do {
      _ = try parse(text)
      Issue.record("accepted")
    } catch .register(let path, let found, let why) {
      #expect(path == "/etc/lists/register.toml")
      #expect(found == line)
      #expect(why.contains(reason), "\(why)")
    } catch {
      Issue.record("another error")
    }
  }

  @Test func readsWhatIsExpected() throws {
    let sum = String(repeating: "0aF9", count: 16)
    let list = try parse(
      Self.good
        + """
        expected = { records = { max = 9 }, birth_dates = { min = 2 } }
        canaries = ["1", "2"]
        sha256 = "\(sum)"
        """
    ).lists[0]
    #expect(list.expected == [.records: 0...9, .birthDates: 2...Int.max])
    #expect(list.canaries == ["1", "2"])
    #expect(list.declaredSums == [.sum(sum.lowercased())])
    let set = "[[list]]\nid = \"a\"\nformat = \"ofac-csv\"\npath = [\"a\", \"b\"]\n"
    #expect(
      try parse(set + "sha256 = \"SHA256SUMS\"").lists[0].declaredSums
        == [.file("/etc/lists/SHA256SUMS"), .file("/etc/lists/SHA256SUMS")])
  }

  @Test func aSumIsASumOrAFileThatIsThere() throws {
    let text = Self.good + "sha256 = \"abc\"\n"
    try withTemporaryFile(Array(text.utf8), name: "r.toml") { path in
      do {
        _ = try Register.read(path: path)
        Issue.record("accepted")
      } catch {
        #expect("\(error)".contains(":5: \"sha256\" is neither"), "\(error)")
      }
    }
  }

  @Test func refusesAMissingRegister() {
    #expect(throws: WatchlistError.self) { try Register.read(path: "/nowhere/register.toml") }
  }
}
