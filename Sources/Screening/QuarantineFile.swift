internal import Bytes
internal import Records

/// Writes `quarantine.jsonl` while the run goes on: a damaged night may have many findings, and
/// none of them is kept in memory.
struct QuarantineFile: ~Copyable {
  static let name = "quarantine.jsonl"

  private var file: HashedFile?
  private let names: [String]
  private var json = JSONWriter()

  /// - Parameters:
  ///   - file: nil in a dry run, which counts and writes nothing.
  ///   - names: the base names of the inputs.
  init(_ file: consuming HashedFile?, names: [String]) {
    self.file = file
    self.names = names
  }

  /// Appends findings of one input.
  mutating func write(_ diagnostics: [Diagnostic], file index: Int) throws(RunError) {
    for diagnostic in diagnostics {
      json.removeAll()
      json.beginObject()
      json.member("file", names[index])
      json.key("offset")
      json.integer(diagnostic.offset)
      json.member("reference", ifPresent: diagnostic.messageReference)
      json.member("code", diagnostic.code.rawValue)
      json.member("text", diagnostic.text)
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
