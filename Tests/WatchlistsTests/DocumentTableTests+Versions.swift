import Foundation
import Records
import Testing

@testable import Watchlists

/// What binds a table to its list, and what is kept of the list beside its documents.
extension DocumentTableTests {
  @Test func aTableOfAnotherVersionIsMadeAnew() throws {
    let other = try read(["P,ZZ7654321,NLD,lost,2026-01-01,"])
    let row = "P,NX1234567,NLD,lost,2026-01-01,"
    let list = try read([row])
    let path = try #require(files.path(list: "own", sha256: list.sha256))
    let table = try Data(contentsOf: URL(filePath: path))
    let foreign = try #require(files.path(list: "own", sha256: other.sha256))
    try Data(contentsOf: URL(filePath: foreign)).write(to: URL(filePath: path))
    let again = try read([row])
    #expect(again.sha256 == list.sha256 && find("NX1234567", in: again).count == 1)
    #expect(try Data(contentsOf: URL(filePath: path)) == table)
  }

  @Test func aFolderInThePlaceOfATableKeepsNobodyFromReading() throws {
    let row = "P,NX1234567,NLD,lost,2026-01-01,"
    let path = try #require(files.path(list: "own", sha256: read([row]).sha256))
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let list = try read([row])
    #expect(find("NX1234567", in: list).count == 1)
    #expect(list.warnings.contains { $0.contains(path) && $0.contains("remove it") })
  }

  @Test func anEntryIsFoundByItsID() throws {
    let rows =
      (0..<50).map { "P,NX\(1_000_000 + $0),NLD,lost,2026-01-01," }
      + ["P,AB1000000,BEL,lost,2026-01-01,AB1000999"]
    let table = try #require(read(rows).documents)
    var ids: [String] = []
    try WatchlistFile.visitDocuments(paths: [folder + "/list.csv"]) { ids.append($0.entry) }
    #expect(ids.count == 51 && table.ids(among: Set(ids)) == Set(ids))
    #expect(table.ids(among: ["d-0", ids[50], ids[7]]) == [ids[50], ids[7]])
    #expect(table.ids(among: ["d-0"]).isEmpty)
  }

  @Test func aListThatRepeatsItselfIsHeld() throws {
    let rows = (0..<40).map { "P,NX\(1_000_000 + $0),NLD,lost,2026-01-01," }
    let few = try read(rows + rows.prefix(4))
    #expect(few.holds.isEmpty && few.warnings.contains { $0.hasPrefix("4 record(s)") })
    let many = try read(rows + rows.prefix(5))
    #expect(many.holds == ["5 record(s) tell of a document again; compare with the publication"])
    #expect(!many.warnings.contains { $0.contains("again") })
  }

  @Test func itsProfileIsThatOfItsFile() throws {
    let rows = [
      "P,NX1234567,NLD,lost,2026-01-01,", "P,NX1234567,NLD,stolen,2026-01-02,",
      "V,AB1000000,,stolen_blank,,AB1000999",
    ]
    let list = try read(rows)
    #expect(
      list.byteCount == ("# records: 3\n" + DocumentsCSVTests.titles).utf8.count
        + rows.map { $0.utf8.count + 1 }.reduce(0, +))
    let counts = list.schema.counts
    #expect(counts["number_to"] == ListSchema.always && counts["doc_type"] == ListSchema.always)
    for (item, count) in [
      (DocumentProfile.numbers, 1002), (DocumentProfile.documents, 2), ("an issuing_state", 2),
      ("a report_date", 2), ("a number_to", 1), ("doc_type passport", 2), ("doc_type visa", 1),
      ("doc_type travel", 0), ("status stolen_blank", 1), ("status revoked", 0),
    ] {
      #expect(counts[item] == count, "\(item)")
    }
    let again = try read(rows)
    #expect(again.schema == list.schema && again.byteCount == list.byteCount)
  }
}
