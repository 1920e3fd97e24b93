import Bytes
import Foundation
import TestSupport
import Testing

@Suite struct NewFileTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("new-file-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func contents(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func appearsWithItsContentAndReplacesNothing() throws {
    try inFolder { folder in
      let path = folder + "/table"
      let first = try NewFile(path: path)
      #expect(contents(path) == nil)
      #expect(try first.publish(Array("one".utf8)))
      #expect(contents(path) == "one")
      #expect(try !NewFile(path: path).publish(Array("two".utf8)))
      #expect(contents(path) == "one")
      #expect(try folderEntries(folder) == ["table"])
    }
  }

  @Test func leavesNothingWhenItIsGivenUp() throws {
    try inFolder { folder in
      do {
        let file = try NewFile(path: folder + "/table")
        #expect(try folderEntries(folder).count == 1)
        _ = consume file
      }
      #expect(try folderEntries(folder).isEmpty)
      #expect(throws: BytesError.self) { _ = try NewFile(path: folder + "/nowhere/table") }
    }
  }
}
