import Bytes
import Foundation
import Records
import Testing

@testable import Watchlists

@Suite struct AcceptanceGateTests {
  /// A folder of its own for each test.
  private let folder = NSTemporaryDirectory() + "gate-" + UUID().uuidString

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func table(_ persons: Int, birth: String = "1980") -> String {
    "entry,name,birth_date\n" + (0..<persons).map { "\($0),Name \($0),\(birth)\n" }.joined()
  }

  private func write(_ text: String, _ name: String = "a.csv") throws -> String {
    let path = folder + "/" + name
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    return path
  }

  private func list(_ path: String, _ id: String = "a") -> RegisteredList {
    var list = RegisteredList(id: id, format: "persons-csv", paths: [path])
    list.designation = "test"
    list.published = PartialDate("2026-11-20")
    list.maxAgeDays = 7
    return list
  }

  private func load(
    _ lists: [RegisteredList], previous: WatchlistCounts? = nil, of date: String? = nil
  ) throws
    -> GateResult
  {
    let now = try #require(PartialDate("2026-11-27"))
    let register = Register(path: folder + "/register.toml", lists: lists)
    return AcceptanceGate(register: register, now: now).load { _ in
      var memory = ListMemory()
      memory.counts = previous
      memory.published = date.flatMap { PartialDate($0) }
      return memory
    }
  }

  private func counts(_ persons: Int) -> WatchlistCounts {
    var counts = WatchlistCounts()
    counts.records = persons
    counts.persons = persons
    counts.names = persons
    counts.birthDates = persons
    return counts
  }

  @Test func acceptsAListInOrder() throws {
    var list = list(try write(table(5)))
    list.expected[.persons] = 5...5
    list.expected[.birthDates] = 1...5
    list.canaries = ["0", "4"]
    list.declaredSums = [.sum(SHA256.hex(table(5)))]
    list.handling = "call"
    let result = try load([list], previous: counts(5))
    #expect(result.mayScreen)
    #expect(result.findings.isEmpty)
    #expect(result.accepted.map(\.id) == ["a"])
    #expect(result.accepted.first?.handling == "call")
    #expect(result.accepted.first?.published == PartialDate("2026-11-20"))
  }

  /// What is changed in an orderly registration, and the refusal that follows.
  enum Fault: CaseIterable {
    case noDesignation, blankDesignation, missing, notTheFormat, empty, stale, future, noDate
    case tooFew, tooMany, noPerson, fewNames, noCanary, wrongSum, lostSum

    var reason: String {
      switch self {
      case .noDesignation, .blankDesignation: "has no designation"
      case .missing: "cannot be opened"
      case .notTheFormat: "entry"
      case .empty: "is empty"
      case .stale: "8 days old, the limit is 7"
      case .future: "after today"
      case .noDate: "no date of publication"
      case .tooFew: "holds 5 persons, expected are 6 to any number"
      case .tooMany: "holds 5 persons, expected are 0 to 4"
      case .noPerson: "holds no record"
      case .fewNames: "holds 5 names, expected are 6 to any number"
      case .noCanary: "lacks 1 of the 2 entries"
      case .wrongSum: "is not the file of which the SHA-256 was declared"
      case .lostSum: "cannot be read"
      }
    }
  }

  @Test(arguments: Fault.allCases)
  func refuses(_ fault: Fault) throws {
    var list = list(try write(table(5)))
    switch fault {
    case .noDesignation: list.designation = nil
    case .blankDesignation: list.designation = "  "
    case .missing: list.paths = [folder + "/none.csv"]
    case .notTheFormat: list.paths = [try write("<html></html>", "b.csv")]
    case .empty: list.paths = [try write("", "b.csv")]
    case .stale: list.published = PartialDate("2026-11-19")
    case .future: list.published = PartialDate("2026-11-29")
    case .noDate: list.published = nil
    case .tooFew: list.expected[.persons] = 6...Int.max
    case .tooMany: list.expected[.persons] = 0...4
    case .fewNames: list.expected[.names] = 6...Int.max
    case .noCanary: list.canaries = ["4", "5"]
    case .wrongSum: list.declaredSums = [.sum(String(repeating: "0", count: 64))]
    case .lostSum: list.declaredSums = [.file(folder + "/none.sha256")]
    case .noPerson: list.paths = [try write("entry,name\n", "b.csv")]
    }
    let result = try load([list])
    #expect(result.accepted.isEmpty && !result.mayScreen)
    #expect(result.findings.count == 1)
    let finding = try #require(result.findings.first)
    #expect(finding.severity == .refused && finding.list == "a")
    #expect(finding.text.contains(fault.reason), "\(finding.text)")
  }

  @Test func leavesOutAnOptionalListAndReportsIt() throws {
    let good = list(try write(table(5)))
    var bad = list(folder + "/none.csv", "b")
    bad.isRequired = false
    let result = try load([good, bad])
    #expect(result.mayScreen)
    #expect(result.accepted.map(\.id) == ["a"])
    #expect(result.findings.map(\.list) == ["b"])
    bad.isRequired = true
    #expect(try !load([good, bad]).mayScreen)
    bad.isRequired = false
    #expect(try !load([bad]).mayScreen)
  }

  @Test func doesNotUseAListThatAPersonMustJudge() throws {
    for birth in ["1991-02-30", "2026-11-28"] {
      let result = try load([list(try write(table(5, birth: birth)))])
      #expect(result.accepted.isEmpty && !result.mayScreen)
      #expect(result.findings.map(\.severity) == [.held])
    }
  }

  @Test func leavesDatesOfOtherCalendarsOut() throws {
    let result = try load([list(try write(table(5, birth: "1340")))])
    #expect(result.mayScreen)
    #expect(result.findings.map(\.severity) == [.warning])
    #expect(result.accepted.allSatisfy { $0.entries.allSatisfy(\.birthDates.isEmpty) })
  }

  @Test func refusesIdsThatAreNotUnique() throws {
    let gate = AcceptanceGate(
      register: Register(path: "r", lists: []), now: try #require(PartialDate("2026-11-27")))
    let name = ListedName(full: "A", type: .primary, quality: .unstated)
    let entry = ListedPerson(entry: "1", kind: .person, names: [name])
    let watchlist = Watchlist(
      id: "a", format: "f", sha256: "", published: PartialDate("2026-11-20"),
      entries: [entry, entry], warnings: [])
    let judgement = gate.judge(watchlist, list("a.csv"), memory: ListMemory())
    #expect(judgement.refusals.count == 1 && judgement.refusals[0].contains("id of another record"))
    #expect(WatchlistCheck(of: watchlist).verdict == .held)
  }

  /// before, after, records before
  @Test(arguments: [
    (124, 121, 124, GateFinding.Severity.warning), (124, 120, 124, .held), (124, 114, 124, .held),
    (124, 113, 124, .refused), (5, 1, 5, .held), (5, 0, 5, .refused), (173, 167, 124, .warning),
    (173, 166, 124, .held), (1000, 970, 1000, .warning), (1000, 969, 1000, .held),
    (1000, 900, 1000, .held), (1000, 899, 1000, .refused), (5, 2, 1000, .warning),
    (5, 1, 1000, .held), (10, 10, 10, .warning),
  ])
  func judgesADrop(_ before: Int, _ after: Int, _ records: Int, _ severity: GateFinding.Severity) {
    #expect(AcceptanceGate.severity(before: before, after: after, records: records) == severity)
  }

  @Test func comparesWithTheLastAcceptedCounts() throws {
    let path = try write(table(100))
    #expect(try load([list(path)], previous: counts(104)).findings.first?.severity == .held)
    #expect(try load([list(path)], previous: counts(120)).findings.first?.severity == .refused)
    // Within months a list may lose as many and be right.
    #expect(
      try load([list(path)], previous: counts(120), of: "2026-08-01").findings.first?.severity
        == .held)
    #expect(
      try load([list(path)], previous: counts(120), of: "2026-11-01").findings.first?.severity
        == .refused)
    #expect(try load([list(path)], previous: counts(103)).mayScreen)
    let grown = try load([list(path)], previous: counts(50))
    #expect(grown.mayScreen && grown.findings.allSatisfy { $0.severity == .warning })
    #expect(!grown.findings.isEmpty)
    // Dates alone are lost: the number of persons does not show it.
    let undated = try write(table(100, birth: ""), "b.csv")
    let lost = try load([list(undated)], previous: counts(100))
    #expect(lost.findings.map(\.severity) == [.refused])
  }
}
