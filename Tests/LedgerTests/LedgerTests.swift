import Foundation
import Testing

@testable import Ledger

struct LedgerTests {
  private let path = FileManager.default.temporaryDirectory
    .appendingPathComponent("ledger-\(UUID().uuidString).sqlite3").path

  private func run(_ id: String) -> LedgerRun {
    LedgerRun(
      runID: id, kind: "nightly", started: "2026-11-28T03:00:00Z", programVersion: "0.1.0",
      files: 3, messages: 4, persons: 500, hits: 2, quarantined: 1, isPublished: true, exitCode: 1)
  }

  private func list(_ persons: Int, accepted: Bool = true) -> LedgerList {
    var list = LedgerList(
      listID: "nl", sha256: "ab", published: "2026-11-20", isAccepted: accepted)
    list.persons = persons
    list.names = persons * 2
    return list
  }

  private func removeFiles() {
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }

  @Test func keepsRunsAndGivesTheLastAcceptedList() throws {
    defer { removeFiles() }
    do {
      let ledger = try Ledger(path: path)
      #expect(try ledger.lastAccepted(list: "nl") == nil)
      try ledger.record(run("20261128-a"), lists: [list(100)])
      try ledger.record(run("20261129-b"), lists: [list(120)])
      try ledger.record(run("20261130-c"), lists: [list(7, accepted: false)])
    }
    let again = try Ledger(path: path)
    #expect(try again.runs().map { $0.runID } == ["20261128-a", "20261129-b", "20261130-c"])
    #expect(try again.runs().first == run("20261128-a"))
    #expect(try again.lastAccepted(list: "nl") == list(120))
    #expect(try again.lastAccepted(list: "other") == nil)
  }

  @Test func keepsWhatAVersionHadBesideItsCounters() throws {
    defer { removeFiles() }
    var list = list(100)
    list.profile = LedgerProfile(
      format: "f", byteCount: 12, filled: [1, 2, 3, 4, 5, 6, 7, 8], schema: "a\t1\n")
    let ledger = try Ledger(path: path)
    try ledger.record(run("20261128-a"), lists: [list])
    try ledger.record(run("20261129-b"), lists: [list])
    #expect(try ledger.lastAccepted(list: "nl") == list)
  }

  @Test func aLedgerOfAnEarlierProgramGoesOn() throws {
    defer { removeFiles() }
    do {
      let ledger = try Ledger(path: path)
      try ledger.record(run("20261128-a"), lists: [list(100)])
      // As version 2 left it.
      try ledger.database.run("DROP TABLE list_profiles")
      try ledger.database.run("PRAGMA user_version = 2")
    }
    let ledger = try Ledger(path: path)
    #expect(try ledger.lastAccepted(list: "nl") == list(100))
    var next = list(101)
    next.profile = LedgerProfile(
      format: "f", byteCount: 1, filled: [0, 0, 0, 0, 0, 0, 0, 0], schema: "")
    try ledger.record(run("20261129-b"), lists: [next])
    #expect(try ledger.lastAccepted(list: "nl") == next)
  }

  @Test func whatAnEarlierProgramDidNotCountIsNothing() throws {
    defer { removeFiles() }
    var list = list(100)
    list.profile = LedgerProfile(
      format: "f", byteCount: 12, filled: [1, 2, 3, 4, 5, 6, 7, 8], schema: "a\t1\n")
    do {
      let ledger = try Ledger(path: path)
      try ledger.record(run("20261128-a"), lists: [list])
      try ledger.database.run("ALTER TABLE list_profiles DROP COLUMN with_non_ascii_name")
      try ledger.database.run("PRAGMA user_version = 3")
    }
    list.profile?.filled[7] = 0
    #expect(try Ledger(path: path).lastAccepted(list: "nl") == list)
  }

  @Test func decisionsOfAnEarlierProgramAreOnNoBaseline() throws {
    defer { removeFiles() }
    let decision = ListDecision(
      listID: "nl", sha256: "ab", baseline: "cd", decided: "2026-11-28T03:00:00Z", decidedBy: "A",
      reason: "r", findings: "f")
    do {
      let ledger = try Ledger(path: path)
      try ledger.record(decision)
      #expect(try ledger.decisions(list: "nl") == [decision])
      // As version 3 left it.
      try ledger.database.run("ALTER TABLE list_decisions DROP COLUMN baseline")
      try ledger.database.run("PRAGMA user_version = 3")
    }
    let ledger = try Ledger(path: path)
    var earlier = decision
    earlier.baseline = nil
    #expect(try ledger.decisions(list: "nl") == [earlier])
    try ledger.record(decision)
    #expect(try ledger.decisions(list: "nl") == [earlier, decision])
  }

  @Test func takesBackARunWithItsLists() throws {
    defer { removeFiles() }
    let ledger = try Ledger(path: path)
    try ledger.record(run("20261128-a"), lists: [list(100)])
    let second = try ledger.record(run("20261129-b"), lists: [list(120)])
    try ledger.withdraw(second)
    #expect(try ledger.runs().count == 1)
    #expect(try ledger.lastAccepted(list: "nl") == list(100))
  }

  @Test func refusesTheTablesOfANewerProgram() throws {
    defer { removeFiles() }
    do {
      let database = try Database(path: path)
      try database.run("PRAGMA user_version = 99")
    }
    #expect(throws: LedgerError.newerSchema(path: path, found: 99, known: Ledger.schemaVersion)) {
      _ = try Ledger(path: path)
    }
  }

  @Test func saysWhenTheFileIsNoDatabase() throws {
    defer { removeFiles() }
    try Data(repeating: 0x41, count: 4096).write(to: URL(fileURLWithPath: path))
    #expect(throws: LedgerError.self) { _ = try Ledger(path: path) }
  }

  @Test func bindsTextInsteadOfPastingIt() throws {
    defer { removeFiles() }
    let ledger = try Ledger(path: path)
    let hostile = "x'); DROP TABLE runs; --"
    try ledger.record(run(hostile), lists: [])
    #expect(try ledger.runs().map { $0.runID } == [hostile])
  }
}
