internal import Bytes
internal import Records

/// Writes `quarantine.jsonl` while the run goes on: a damaged night may have many findings, and
/// none of them is kept in memory.
struct QuarantineFile: ~Copyable {
  static let name = "quarantine.jsonl"

  private var file: HashedFile?
  private let names: [String]
  private let linesPerFile: Int
  private var lines: [Int: Int] = [:]
  private var json = JSONWriter()

  /// - Parameters:
  ///   - file: nil in a dry run, which counts and writes nothing.
  ///   - names: the base names of the inputs.
  init(_ file: consuming HashedFile?, names: [String], limits: Limits) {
    self.file = file
    self.names = names
    linesPerFile = limits.diagnosticsPerFile
  }

  /// Appends the findings of one input; beyond the limit they are only counted in `run.json`.
  mutating func write(_ diagnostics: [Diagnostic], file index: Int) throws(RunError) {
    for diagnostic in diagnostics {
      let line = lines[index, default: 0]
      lines[index] = line + 1
      guard line <= linesPerFile else { continue }
      json.removeAll()
      json.beginObject()
      json.member("file", names[index])
      json.key("offset")
      json.integer(diagnostic.offset)
      json.member("reference", ifPresent: diagnostic.messageReference)
      json.member("code", diagnostic.code.rawValue)
      let isLast = line == linesPerFile
      json.member(
        "text", isLast ? "more findings than the limit; counted in run.json" : diagnostic.text)
      json.member("salvaged", diagnostic.salvaged)
      json.endObject()
      json.endLine()
      do { try file?.append(json.bytes) } catch { throw RunError(writing: error) }
    }
  }

  /// The file's SHA-256; nil in a dry run.
  mutating func finish() throws(RunError) -> String? {
    guard let file = file.take() else { return nil }
    do { return try file.finish() } catch { throw RunError(writing: error) }
  }
}
