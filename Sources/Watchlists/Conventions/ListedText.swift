internal import Foundation

/// Texts of lists brought to the form in which `watchlist show` gives them
/// (reference, conventions of show and check).
enum ListedText {
  /// White space collapsed, NFC, formatting characters and enclosing quotes removed. Case,
  /// diacritics and punctuation stay.
  static func clean(_ text: String) -> String {
    if isClean(text) { return text }
    var scalars = String.UnicodeScalarView()
    var needsSpace = false
    for scalar in text.unicodeScalars where !isFormatting(scalar) {
      if scalar.properties.isWhitespace {
        needsSpace = !scalars.isEmpty
      } else {
        if needsSpace { scalars.append(" ") }
        needsSpace = false
        scalars.append(scalar)
      }
    }
    let composed = String(scalars).precomposedStringWithCanonicalMapping
    return withoutQuotes(composed[...])
  }

  /// Whether a text says that there is nothing to say.
  static func isPlaceholder(_ text: String) -> Bool {
    guard text.utf8.count <= 6 else { return false }
    return placeholders.contains(text.lowercased())
  }

  /// The cleaned text, or nil when it is empty or a placeholder.
  static func value(_ text: String) -> String? {
    let cleaned = clean(text)
    return cleaned.isEmpty || isPlaceholder(cleaned) ? nil : cleaned
  }

  /// The cleaned text of a name column, or nil when it is empty or a placeholder. `Na` and `NA` are
  /// names there; only a lower case `na` says that there is none.
  static func name(_ text: String) -> String? {
    let cleaned = clean(text)
    if cleaned.isEmpty { return nil }
    let isName = cleaned == "Na" || cleaned == "NA"
    return isName || !isPlaceholder(cleaned) ? cleaned : nil
  }

  /// Whether a text holds C0 controls other than tab and line ends, DEL, C1 controls (what UTF-8 becomes that is
  /// declared as an 8-bit set), or U+FFFD: signs that the file was damaged or decoded wrongly.
  static func isDamaged(_ text: String) -> Bool {
    var previous: (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      if byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F { return true }
      if byte == 0xBD && previous == (0xEF, 0xBF) { return true }
      if byte < 0xA0 && previous.1 == 0xC2 && byte != 0x85 { return true }
      previous = (previous.1, byte)
    }
    return false
  }

  private static let placeholders: Set<String> = [
    "n/a", "n.a.", "n.v.t.", "n.v.t", "nvt", "na", "-", "--", "-0-",
  ]

  private static let quotePairs: [(Character, Character)] = [
    ("\"", "\""), ("'", "'"), ("“", "”"), ("„", "”"), ("„", "“"), ("‘", "’"), ("«", "»"),
    ("”", "”"), ("’", "’"),
  ]

  /// ASCII without anything to change, which most texts are.
  private static func isClean(_ text: String) -> Bool {
    var previous: UInt8 = 0x20
    for byte in text.utf8 {
      if byte <= 0x20 && (byte != 0x20 || previous == 0x20) { return false }
      if byte >= 0x7F || byte == 0x22 { return false }
      if byte == 0x27 && previous == 0x20 { return false }
      previous = byte
    }
    return previous != 0x20 || text.isEmpty
  }

  private static func isFormatting(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  private static func withoutQuotes(_ text: Substring) -> String {
    var text = text
    while text.count >= 2, let first = text.first, let last = text.last,
      quotePairs.contains(where: { $0 == (first, last) })
    {
      let inner = text.dropFirst().dropLast()
      // `"Abu" and "Umm"` is not one quoted text.
      if inner.contains(first) || inner.contains(last) { break }
      text = inner.trimmingPrefix(" ")
      while text.last == " " { text = text.dropLast() }
    }
    return String(text)
  }
}
