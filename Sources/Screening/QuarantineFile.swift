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
      json.member("reference", ifPresent: reference(diagnostic.messageReference))
      json.member("code", diagnostic.code.rawValue)
      json.member("text", diagnostic.text)
      json.member("salvaged", diagnostic.salvaged)
      json.endObject()
      json.endLine()
    }
    return json.bytes
  }

  /// A message's reference (UNH 0062) if it is one that a system gives; else empty. In a broken message
  /// anything may stand in its place, and no name has digits, no more than three letters in a row, and
  /// fourteen characters at most.
  static func reference(_ text: String) -> String {
    var hasDigit = false
    var letters = 0
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39:
        hasDigit = true
        letters = 0
      case 0x41...0x5A, 0x61...0x7A: letters += 1
      case 0x2D, 0x2E: letters = 0
      default: return ""
      }
      if letters > 3 { return "" }
    }
    return hasDigit && text.utf8.count <= 14 ? text : ""
  }
}
