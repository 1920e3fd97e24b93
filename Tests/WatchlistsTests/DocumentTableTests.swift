import Bytes
import Foundation
import Records
import TestSupport
import Testing

@testable import Watchlists

@Suite struct DocumentTableTests {
  let folder = NSTemporaryDirectory() + "documents-" + UUID().uuidString

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  var files: DocumentTableFiles { DocumentTableFiles(folder: folder + "/tables") }

  func read(
    _ rows: [String], declares: Int? = nil, files: DocumentTableFiles? = nil
  ) throws -> Watchlist {
    let path = folder + "/list.csv"
    let head = "# records: \(declares ?? rows.count)\n" + DocumentsCSVTests.titles
    try (head + rows.map { $0 + "\n" }.joined())
      .write(toFile: path, atomically: false, encoding: .utf8)
    return try (files ?? self.files).read(path, id: "own", limits: .standard)
  }

  func find(_ number: String, in list: Watchlist) -> [String] {
    var found: [String] = []
    guard let packed = DocumentNumber.packed(Array(number.utf8).span) else { return [] }
    list.documents?.visit(packed) { entry, facts in
      let range = list.documents?.rangeText(of: entry) ?? ""
      found.append(
        "\(facts.type) \(facts.issuer) \(facts.status) \(facts.reported?.description ?? "-") \(range)"
      )
      #expect(list.entry(entry).listedOn == facts.reported)
    }
    return found.sorted()
  }

  /// What a list says of a number, row by row, without any hash.
  private struct Plain {
    struct Row { var type, number, issuer, status, date, last: String }
    let rows: [Row]
    let ends: [(first: String, last: String)]

    init(rows: [Row]) {
      self.rows = rows
      ends = rows.map { (Plain.signs($0.number), Plain.signs($0.last)) }
    }

    static func signs(_ text: String) -> String {
      text.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        .replacing("O", with: "0").replacing("I", with: "1")
    }

    func find(_ number: String) -> [String] {
      let number = Plain.signs(number)
      // A placeholder.
      if Set(number).count == 1 { return [] }
      // Of reports on one document the last one counts.
      var best: [String: (date: String, grave: UInt8, text: String)] = [:]
      for (row, (first, last)) in zip(rows, ends) {
        var range = ""
        if last.isEmpty {
          guard first == number else { continue }
        } else {
          guard first.count == number.count else { continue }
          let same = zip(first, last).prefix { $0 == $1 }.count
          guard number.prefix(same) == first.prefix(same), let low = Int(first.dropFirst(same)),
            let high = Int(last.dropFirst(same)), let own = Int(number.dropFirst(same)),
            (low...high).contains(own)
          else { continue }
          range = "\(first)..\(last)"
        }
        let status = DocumentStatus.allCases.first { $0.code == row.status } ?? .invalid
        let document = "\(row.type) \(row.issuer) \(range)"
        let text =
          "\(row.type) \(row.issuer) \(status) \(row.date.isEmpty ? "-" : row.date) \(range)"
        if let known = best[document], (known.date, known.grave) >= (row.date, status.rawValue) {
          continue
        }
        best[document] = (row.date, status.rawValue, text)
      }
      return best.values.map(\.text).sorted()
    }
  }

  /// Few different numbers, so that they meet: with the issuers, types, dates and ranges of many rows.
  private func randomRow(_ random: inout SeededGenerator) -> Plain.Row {
    func number() -> String {
      let letters = ["A", "AO", "", "I", "ABCDEFGHJK"][Int(random.next() % 5)]
      return letters + "77" + String(100 + random.next() % 900)
    }
    var row = Plain.Row(
      type: ["passport", "identity", "other"][Int(random.next() % 3)], number: number(),
      issuer: ["NLD", "BEL", ""][Int(random.next() % 3)],
      status: DocumentStatus.allCases[Int(random.next() % 5)].code,
      date: random.next() % 4 == 0 ? "" : "2026-0\(1 + random.next() % 3)-01", last: "")
    if random.next() % 4 == 0, row.number.count < 12 {
      let end = 100 + Int(random.next() % 900)
      if let from = Int(row.number.suffix(3)), from < end {
        row.last = row.number.dropLast(3) + String(end)
      }
    }
    return row
  }

  @Test(arguments: [1, 7, 60, 800]) func findsWhatIsListed(_ count: Int) throws {
    var random = SeededGenerator(seed: UInt64(count))
    let plain = Plain(rows: (0..<count).map { _ in randomRow(&random) })
    let list = try read(
      plain.rows.map { "\($0.type),\($0.number),\($0.issuer),\($0.status),\($0.date),\($0.last)" })
    let asked =
      plain.rows.prefix(100).flatMap { [$0.number, $0.last] }
      + (0..<200).map { _ in randomRow(&random).number }
    var met = 0
    for number in asked where !number.isEmpty {
      let expected = plain.find(number)
      met += expected.count
      #expect(find(number, in: list) == expected, "\(number)")
    }
    #expect(met >= min(count, 100))
  }

  @Test func aListThatDoesNotFitIntoMemoryIsSortedInPieces() throws {
    let path = folder + "/large.csv"
    let count = 60_000
    // All hashes of the first part, so that its blocks go to the scratch file.
    var builder = try DocumentTableBuilder(folder: folder)
    let facts = DocumentFacts(
      type: .passport, issuer: ShortCode("NLD"), status: .lost, reported: nil)
    var numbers: [UInt64] = []
    var next = UInt64(1 << 40)
    while numbers.count < count {
      next += 1
      guard DocumentNumber.scattered(next) >> 58 == 0 else { continue }
      numbers.append(next)
      try builder.add(DocumentRecord(first: next, last: next, facts: facts))
    }
    var contents = WatchlistContents()
    contents.documents = DocumentCounts()
    let file = try builder.finish(
      DocumentTableLineage(sha256: "x", contents), path: path)
    let table = try #require(DocumentTable(try file.mapped()))
    #expect(table.count == count && !FileManager.default.fileExists(atPath: path))
    for number in numbers {
      var found = 0
      table.visit(number) { _, own in found += own == facts ? 1 : 0 }
      #expect(found == 1)
    }
    #expect(table.changes(since: nil) == count && table.changes(since: table) == 0)
  }

  @Test func theSameListGivesTheSameBytes() throws {
    let rows = (0..<2000).map { "P,NX\(1_000_000 + $0 * 7),NLD,lost,2026-01-01," }
    let list = try read(rows)
    let path = try #require(files.path(list: "own", sha256: list.sha256))
    let first = try Data(contentsOf: URL(filePath: path))
    try FileManager.default.removeItem(atPath: path)
    _ = try read(rows)
    #expect(try Data(contentsOf: URL(filePath: path)) == first)
    #expect(first.count < 2000 * 24)
  }

  @Test func aTableIsUsedAgainAndADamagedOneIsMadeAnew() throws {
    let row = "P,NX1234567,NLD,lost,2026-01-01,"
    let list = try read([row, row])
    #expect(list.warnings.contains { $0.hasPrefix("1 record(s) tell of a document again") })
    let path = try #require(files.path(list: "own", sha256: list.sha256))
    let made = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    let again = try read([row, row])
    #expect(again.warnings == list.warnings && again.counts == list.counts)
    #expect(again.documentCounts == list.documentCounts && again.holds == list.holds)
    #expect(
      try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int == made)
    var bytes = try Data(contentsOf: URL(filePath: path))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(filePath: path))
    #expect(find("NX1234567", in: try read([row, row])).count == 1)
    #expect(try Data(contentsOf: URL(filePath: path)) != bytes)
  }

  @Test func aDryRunKeepsNothing() throws {
    let list = try read(
      ["P,NX1234567,NLD,lost,2026-01-01,"],
      files: DocumentTableFiles(folder: folder + "/none", isReadOnly: true))
    #expect(find("NX1234567", in: list).count == 1)
    #expect(!FileManager.default.fileExists(atPath: folder + "/none"))
  }

  @Test func whatAKilledRunLeftGoes() throws {
    let left = folder + "/tables/own/.tmp-abcdef"
    try FileManager.default.createDirectory(
      atPath: folder + "/tables/own", withIntermediateDirectories: true)
    try Data("x".utf8).write(to: URL(filePath: left))
    let list = try read(["P,NX1234567,NLD,lost,2026-01-01,"])
    #expect(!FileManager.default.fileExists(atPath: left))
    #expect(files.path(list: "own", sha256: list.sha256) != nil)
  }

  @Test func oldTablesGo() throws {
    var paths: [String] = []
    for day in 1...6 {
      let list = try read(["P,NX1234567,NLD,lost,2026-01-0\(day),"])
      files.keep(list: "own", sha256: list.sha256)
      paths.append(try #require(files.path(list: "own", sha256: list.sha256)))
      // Two of one second would be told apart by their names.
      for (age, path) in paths.reversed().enumerated() {
        try? FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSinceNow: -60 * Double(age))], ofItemAtPath: path)
      }
    }
    #expect(
      paths.map { FileManager.default.fileExists(atPath: $0) } == [
        false, false, true, true, true, true,
      ])
  }

  @Test func tellsWhatChanged() throws {
    let old = try read([
      "P,NX1234567,NLD,lost,2026-01-01,", "P,NX1234568,NLD,lost,2026-01-01,",
      "P,AB1000000,BEL,lost,2026-01-01,AB1000999", "P,AB2000000,BEL,lost,2026-01-01,AB2000999",
    ])
    let new = try read([
      "P,NX1234567,NLD,lost,2026-01-01,", "P,NX1234568,NLD,stolen,2026-01-02,",
      "P,AB1000000,BEL,lost,2026-01-01,AB1000999", "P,AB2000000,BEL,revoked,2026-01-01,AB2000999",
      "P,NX1234569,NLD,lost,2026-01-01,",
    ])
    let (before, after) = (try #require(old.documents), try #require(new.documents))
    #expect(after.changes(since: before) == 3)
    for (number, isChanged) in [
      ("NX1234567", false), ("NX1234568", true), ("NX1234569", true), ("AB1000500", false),
      ("AB2000500", true),
    ] {
      after.visit(DocumentNumber.packed(Array(number.utf8).span) ?? 0) { entry, _ in
        #expect(after.isUnchanged(entry, since: before) == !isChanged, "\(number)")
      }
    }
  }
}
