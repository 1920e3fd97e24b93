internal import Bytes
internal import Records

/// The lines of `quarantine.jsonl`.
enum QuarantineFile {
  static let name = "quarantine.jsonl"

  /// One line for each finding of one file.
  /// - Parameter file: its base name.
  static func lines(_ diagnostics: [Diagnostic], file: String) -> [UInt8] {
    var json = JSONWriter()
    for diagnostic in diagnostics {
      json.beginObject()
      json.member("file", file)
      json.key("offset")
      json.integer(diagnostic.offset)
      json.member("reference", ifPresent: diagnostic.messageReference)
      json.member("code", diagnostic.code.rawValue)
      json.member("text", diagnostic.text)
      json.member("salvaged", diagnostic.salvaged)
      json.endObject()
      json.endLine()
    }
    return json.bytes
  }
}
