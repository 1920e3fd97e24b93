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
    let error = #expect(throws: WatchlistError.self) { try entries(zip) }
    #expect(error?.description.contains("holds 2 files, one is wanted") == true)
    #expect(throws: WatchlistError.self) { try entries(Array(zip.dropLast(30))) }
  }

  @Test func whatAMacAddsIsNoFileOfTheList() throws {
    let zip = StoredZip.make([
      ("out/", []), ("out/a.csv", Self.table), ("__MACOSX/out/._a.csv", [0, 5, 22]),
    ])
    #expect(try entries(zip) == ["1"])
  }

  @Test func pipesAndDevicesAreRefused() throws {
    try withTemporaryFile([], name: "l.csv") { path in
      let pipe = path + ".pipe"
      let made = unsafe mkfifo(pipe, 0o600)
      #expect(made == 0)
      for path in [pipe, "/dev/zero"] {
        let error = #expect(throws: WatchlistError.self) {
          try WatchlistFile.read(format: "persons-csv", paths: [path])
        }
        #expect(error?.description.contains("not a regular file") == true)
      }
    }
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
