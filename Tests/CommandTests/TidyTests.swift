import Foundation
import Testing

/// The rules of the house that a machine can check (ARCHITECTURE.md, engineering reference section 7).
struct TidyTests {
  private struct Source {
    var path: String
    var lines: [Substring]
  }

  private func sources(_ folder: String) throws -> [Source] {
    let root = BuiltProgram.project.appendingPathComponent(folder)
    let found = try #require(FileManager.default.enumerator(atPath: root.path))
    return try found.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.map { name in
      let text = try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
      return Source(
        path: "\(folder)/\(name)",
        lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    }
  }

  @Test func lowRoomsDoWithoutFoundation() throws {
    for room in ["Sources/Bytes", "Sources/Names", "Sources/Similarity"] {
      let files = try sources(room)
      #expect(!files.isEmpty)
      for file in files {
        #expect(!file.lines.contains { $0.contains("import Foundation") }, "\(file.path)")
      }
    }
  }

  @Test func nothingIsForced() throws {
    for file in try sources("Sources") {
      for (index, line) in file.lines.enumerated() where !line.contains("//") {
        #expect(!line.contains("try!") && !line.contains("as! "), "\(file.path):\(index + 1)")
      }
    }
  }

  @Test func unsafeStaysWhereItIsExplained() throws {
    let allowed = ["Sources/Bytes/", "Sources/Similarity/", "Sources/Ledger/Database.swift"]
    for file in try sources("Sources") where !allowed.contains(where: { file.path.hasPrefix($0) }) {
      for (index, line) in file.lines.enumerated() {
        #expect(
          line.range(of: "\\bunsafe ", options: .regularExpression) == nil,
          "\(file.path):\(index + 1)")
      }
    }
  }

  @Test func filesFitAReader() throws {
    for file in try sources("Sources") where !file.path.contains("/Tables/") {
      #expect(file.lines.count <= 300, "\(file.path) has \(file.lines.count) lines")
    }
  }
}
