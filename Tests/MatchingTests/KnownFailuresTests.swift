import Records
import Testing

@testable import Matching

/// Pairs that the closest peer misses or hides (`known-failures.md`, section 4), and what we must say.
@Suite struct KnownFailuresTests {
  struct Case: Sendable {
    var listed: [String]
    var passenger: [String]
    var relation: TokenRelation?
  }

  static func pair(_ text: String) -> [String] { text.split(separator: "/").map(String.init) }

  static let names: [Case] = [
    ("AL SAYED/MOHAMMED", "AL SAYED/MUHAMMAD", TokenRelation.variant),
    ("BIN LADEN/OSAMA", "BIN LADIN/USAMA", .variant),
    ("OMAR/HASSAN", "HASSAN/OMAR", nil),
    ("HASSAN/OMAR", "HASSAN/OMAR ABDULLAH", .extra),
    ("HASSAN/OMAR ABDULLAH", "HASSAN/OMAR", .missing),
    ("SCHMIDT/CATHERINE", "SCHMITT/KATHERINE", nil),
    ("JOHNSON/ROBERT", "JOHNSTON/ROBERT", .similar),
    ("AL SAYED/KARIM", "ALSAYED/KARIM", .joined),
    ("ALSAYED/KARIM", "AL SAYED/KARIM", .split),
    ("Müller/Björn", "MULLER/BJORN", nil),
    ("Müller/Björn", "MUELLER/BJOERN", nil),
    ("VLASOV/VYACHESLAV SERGEEVICH", "VLASOV/V S", .initial),
    ("VLASOV/VYACHESLAV SERGEEVICH", "VLASOV/VYACHESL SERGEEVICH", .truncated),
    ("EL KHATTABI/YOUSSEF", "KHATTABI/YOUSSEF", .missing),
    ("GARCIA CORTES/ALBERTO", "GARCIA/ALBERTO", .missing),
    ("Иванов/Александр", "IVANOV/ALEXANDER", nil),
    ("王/小明", "WANG/XIAOMING", nil),
  ].map { Case(listed: pair($0.0), passenger: pair($0.1), relation: $0.2) }

  @Test(arguments: names) func nameIsFoundAndExplained(test: Case) throws {
    let listed = makeListed(
      "1", [(test.listed[0], test.listed[1])], birthDates: ["1980-05-17"])
    let passenger = TestPassenger(
      surname: test.passenger[0], given: test.passenger[1], birthDate: "1980-05-17")
    let match = try #require(screen([passenger], against: [listed]).first)
    #expect(match.explanation.band == .strong || test.relation == .initial)
    if let relation = test.relation {
      #expect(match.explanation.evidence[0].tokens.contains { $0.relation == relation })
    }
    // The name alone is enough as well, except for initials, which say little.
    let undated = TestPassenger(surname: test.passenger[0], given: test.passenger[1])
    #expect(!screen([undated], against: [listed]).isEmpty || test.relation == .initial)
  }

  static let dates: [(passenger: String?, listed: [String], relation: String?, sign: Int)] = [
    ("1980-05-17", ["1980-05-17"], "equal", 1),
    ("1980-05-07", ["1980-07-05"], "dayMonthSwapped", 1),
    ("1980-05-17", ["1981-05-17"], "nearYear", 1),
    ("1980-05-17", ["1980-11-02"], "sameYear", -1),
    ("1980-05-17", ["1980-01-01"], "sameYear", 1),
    ("1980-05-17", ["1981-11-02"], "nearYear", -1),
    ("1980-05-17", ["1962-11-02"], "conflict", -1),
    ("1980-05-17", ["1980~1980"], "withinRange", 1),
    ("1980-05-17", ["1975~1985"], "withinRange", 1),
    ("1980-05-17", ["1980-07"], "sameYear", -1),
    ("1980-05-17", ["1980-05"], "withinRange", 1),
    ("1980-05-17", ["1962-11-02", "1980-05-17"], "equal", 1),
    ("1980", ["1980-05-17"], "withinRange", 1),
    (nil, ["1980-05-17"], nil, 0),
    ("1980-05-17", [], nil, 0),
  ]

  @Test(arguments: dates) func exactNameIsNeverHiddenByItsDate(
    passenger: String?, listed: [String], relation: String?, sign: Int
  ) throws {
    let person = makeListed("1", [("AL SAYED", "MOHAMMED ALI")], birthDates: listed)
    let traveller = TestPassenger(surname: "AL SAYED", given: "MOHAMMED ALI", birthDate: passenger)
    let match = try #require(screen([traveller], against: [person]).first)
    let evidence = match.explanation.evidence[1]
    #expect(evidence.relation == relation)
    #expect(evidence.weightCentibits.signum() == sign)
    #expect(evidence.verdict == (sign > 0 ? .supports : sign < 0 ? .contradicts : .unknown))
  }

  @Test func eachPairIsScoredAlone() {
    let entries = [
      makeListed("1", [("AMRANI", "KARIM")], birthDates: ["1980-05-17"]),
      makeListed("2", [("AMRANY", "KAREEM")], birthDates: ["1980-05-17"]),
    ]
    let matches = screen(
      [TestPassenger(surname: "AMRANI", given: "KARIM", birthDate: "1980-05-17")], against: entries)
    #expect(matches.map(\.entry) == [0, 1])
    #expect(matches[0].explanation.scoreMillionths > matches[1].explanation.scoreMillionths)
  }

  @Test func commonExactNameIsReportedThoughWeak() {
    let matches = screen(
      [TestPassenger(surname: "MOHAMED", given: "")], against: [makeListed("1", [("MOHAMED", "")])])
    #expect(matches.first?.explanation.band == .weak)
  }

  @Test func strangersAreNotReported() {
    let entries = [makeListed("1", [("AMRANI", "KARIM")], birthDates: ["1980-05-17"])]
    let strangers = [
      TestPassenger(surname: "JANSEN", given: "PIET", birthDate: "1980-05-17"),
      TestPassenger(surname: "AMRANI", given: "FATIMA", birthDate: "1955-01-09"),
      TestPassenger(surname: "", given: ""),
    ]
    #expect(screen(strangers, against: entries).isEmpty)
  }
}
