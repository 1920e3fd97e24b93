import Foundation
import Records
import TestSupport
import Testing
import Watchlists

/// Lists as publishers and operators pack them.
@Suite struct PackedListTests {
  private static let table = Array("entry,name\n1,Anna Bedacht\n".utf8)

  private func candidates(_ bytes: [UInt8], _ name: String) throws -> [String] {
    try withTemporaryFile(bytes, name: name) { try WatchlistFile.candidates(for: [$0]) }
  }

  private func entries(_ bytes: [UInt8], _ format: String = "persons-csv") throws -> [String] {
    try withTemporaryFile(bytes, name: "l.zip") {
      try WatchlistFile.read(format: format, paths: [$0]).entries.map(\.entry)
    }
  }

  @Test func aZipOfOneFileIsThatFile() throws {
    let zip = StoredZip.make([("out/persons.csv", Self.table)])
    #expect(try entries(zip) == ["1"])
    #expect(try candidates(zip, "l.zip") == ["persons-csv"])
  }

  @Test func theHashIsThatOfTheFile() throws {
    let plain = try withTemporaryFile(Self.table, name: "l.csv") {
      try WatchlistFile.read(format: "persons-csv", paths: [$0])
    }
    let zip = try withTemporaryFile(StoredZip.make([("a", Self.table)]), name: "l.zip") {
      try WatchlistFile.read(format: "persons-csv", paths: [$0])
    }
    #expect(zip.sha256 == plain.sha256)
  }

  @Test func aZipOfSeveralFilesIsNoList() {
    let zip = StoredZip.make([("a.csv", Self.table), ("b.csv", Self.table)])
    #expect(throws: WatchlistError.self) { try entries(zip) }
    #expect(throws: WatchlistError.self) { try entries(Array(zip.dropLast(30))) }
  }

  @Test func packedSpreadsheetsAreRecognised() throws {
    let ods = SheetBuilder.ods([SheetBuilder.row(["Bedacht", "Anna", "", "1970", "", "", ""])])
    for (bytes, name) in [
      (ods, "l.ods"), (TinyGzip.make(ods), "l.ods.gz"), (StoredZip.make([("l.ods", ods)]), "a.zip"),
    ] {
      #expect(try candidates(bytes, name).contains("nl-terrorism-ods"), "\(name)")
    }
    #expect(try candidates(TinyGzip.make(ods), "l.XLSX.gz") == ["uk-conlist-xlsx"])
  }
}
