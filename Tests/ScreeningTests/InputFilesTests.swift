import Foundation
import Records
import TestSupport
import Testing

@testable import Screening

struct InputFilesTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("inputs-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func write(_ path: String) throws {
    try Data("x".utf8).write(to: URL(fileURLWithPath: path))
  }

  @Test func takesAFoldersFilesByNameAndNothingElse() throws {
    try withFolder { folder in
      for name in ["b.edi", "a.edi", "C.csv", ".hidden"] { try write("\(folder)/\(name)") }
      try FileManager.default.createDirectory(
        atPath: "\(folder)/deeper", withIntermediateDirectories: true)
      try write("\(folder)/deeper/d.edi")
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/link.edi", withDestinationPath: "\(folder)/a.edi")
      let found = try InputFiles.expand([folder])
      #expect(found.map { $0.baseName } == [".hidden", "C.csv", "a.edi", "b.edi", "link.edi"])
      #expect(
        found.map { $0.reasonNotRead?.code } == [.outOfScope, nil, nil, nil, .notRegularFile])
      #expect(found.map { $0.byteCount } == [1, 1, 1, 1, -1])
      #expect(try InputFiles.expand(["\(folder)/.hidden"]).map { $0.reasonNotRead } == [nil])
      // A link that the user names is what it leads to.
      #expect(try InputFiles.expand(["\(folder)/link.edi"]).map { $0.reasonNotRead } == [nil])
    }
  }

  @Test func ordersInputsByNameWhateverTheOrderOfThePaths() throws {
    try withFolder { folder in
      for name in ["x", "y"] {
        try FileManager.default.createDirectory(
          atPath: "\(folder)/\(name)", withIntermediateDirectories: false)
      }
      for name in ["x/b", "y/a", "y/b", "x/t.part"] { try write("\(folder)/\(name)") }
      let paths = ["y/b", "x", "y/a", "x/t.part"].map { "\(folder)/\($0)" } + ["-"]
      let found = try InputFiles.expand(paths)
      #expect(found.map { $0.baseName } == ["a", "x/b", "y/b", "stdin", "t.part", "t.part"])
      #expect(found[1].path == "\(folder)/x/b")
      // The file that is named comes before the same one of a folder.
      #expect(found.map { $0.reasonNotRead?.code } == [nil, nil, nil, nil, nil, .late])
      #expect(try InputFiles.expand(paths.reversed()) == found)
    }
  }

  @Test func refusesAMissingPathAndAnEmptyFolder() throws {
    try withFolder { folder in
      #expect(throws: RunError.self) { _ = try InputFiles.expand(["\(folder)/nosuch"]) }
      #expect(throws: RunError.self) { _ = try InputFiles.expand([folder]) }
      try write("\(folder)/.hidden")
      #expect(throws: RunError.self) { _ = try InputFiles.expand([folder]) }
      #expect(throws: RunError.self) { _ = try InputFiles.expand(["/dev/null"]) }
    }
  }

  @Test func leavesFilesAloneThatAreStillWritten() throws {
    try withFolder { folder in
      let late = ["a.edi.TMP", "b.part", "c.partial", "d.filepart", "e.crdownload", "f.writing"]
      for name in late + ["~g.edi", "h.edi~", "part.edi"] { try write("\(folder)/\(name)") }
      let found = try InputFiles.expand([folder])
      #expect(found.filter { $0.reasonNotRead == nil }.map { $0.baseName } == ["part.edi"])
      #expect(found.count == 9 && found.allSatisfy { $0.reasonNotRead?.code != .notRegularFile })
      // Who names a file wants it read.
      #expect(try InputFiles.expand(["\(folder)/b.part"]).map { $0.reasonNotRead } == [nil])
      let writer = try #require(FileHandle(forWritingAtPath: "\(folder)/part.edi"))
      // Nothing but files in the making is no night.
      #expect(throws: RunError.self) { _ = try InputFiles.expand([folder]) }
      #expect(try InputFiles.expand(["\(folder)/part.edi"]).map { $0.reasonNotRead } == [nil])
      try writer.close()
      #expect(try InputFiles.expand([folder]).contains { $0.reasonNotRead == nil })
    }
  }

  @Test func readsMembersOfArchivesAsFilesOfTheirOwn() throws {
    try withFolder { folder in
      let table = Array(
        "surname,given,carrier,flight_number,date,from,to\r\nDOE,JAN,ZZ,1,2026-11-28,AMS,LHR\r\n"
          .utf8)
      let tar = TinyTar.make([("in/one.csv", table), ("note.txt", Array("hello".utf8))])
      try Data(tar).write(to: URL(fileURLWithPath: "\(folder)/night.tar"))
      var lines = ""
      var findings: [String] = []
      let isClean = try FeedReading.run(
        [folder], lines: { lines += String(decoding: $0, as: UTF8.self) },
        finding: { findings.append("\($0):\($1.offset): \($1.code.rawValue)") })
      #expect(lines.contains("\"file\":\"night.tar/one.csv\""))
      #expect(findings == ["\(folder)/night.tar/note.txt:0: UNKNOWN_MESSAGE"] && !isClean)
    }
  }
}
