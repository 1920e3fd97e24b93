import Foundation
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
      #expect(found.map { $0.baseName } == ["C.csv", "a.edi", "b.edi", "link.edi"])
      #expect(found.map { $0.isReadable } == [true, true, true, false])
      #expect(found.map { $0.byteCount } == [1, 1, 1, -1])
      // A link that the user names is what it leads to.
      #expect(try InputFiles.expand(["\(folder)/link.edi"]).map { $0.isReadable } == [true])
    }
  }

  @Test func keepsTheOrderOfThePathsAndKnowsStandardInput() throws {
    try withFolder { folder in
      for name in ["b", "a"] { try write("\(folder)/\(name)") }
      let found = try InputFiles.expand(["\(folder)/b", "-", "\(folder)/a"])
      #expect(found.map { $0.baseName } == ["b", "stdin", "a"])
    }
  }

  @Test func refusesAMissingPathAndAnEmptyFolder() throws {
    try withFolder { folder in
      #expect(throws: RunError.self) { _ = try InputFiles.expand(["\(folder)/nosuch"]) }
      #expect(throws: RunError.self) { _ = try InputFiles.expand([folder]) }
      #expect(throws: RunError.self) { _ = try InputFiles.expand(["/dev/null"]) }
    }
  }
}
