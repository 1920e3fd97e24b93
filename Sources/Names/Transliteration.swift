/// The transliteration tables, read once from their compact text.
struct Transliteration: Sendable {
  static let shared = Transliteration()
  static let separator = "_"

  let rows: [Character: [String]]
  let sequences: [String: [String]]
  let lookalikes: [Character: String]

  private init() {
    var rows: [Character: [String]] = [:]
    for (key, readings) in TableLines.entries(of: TransliterationTable.rows) {
      guard let character = Self.text(key).first else { continue }
      // Canonical twins (U+00C5 and U+212B) are one character: the richer row counts.
      if readings.count > rows[character]?.count ?? 0 { rows[character] = readings }
    }
    var sequences: [String: [String]] = [:]
    for (key, readings) in TableLines.entries(of: TransliterationTable.sequences) {
      sequences[Self.text(key)] = readings
    }
    var lookalikes: [Character: String] = [:]
    for (key, readings) in TableLines.entries(of: TransliterationTable.lookalikes) {
      if let character = Self.text(key).first { lookalikes[character] = readings[0] }
    }
    self.rows = rows
    self.sequences = sequences
    self.lookalikes = lookalikes
  }

  /// A–Z letters, or ``separator``; unknown characters part tokens, unknown marks are dropped.
  func reading(of character: Character, choice: Int) -> String {
    if character.isASCII {
      let value = character.asciiValue ?? 0x20
      if character.isLetter { return String(UnicodeScalar(value & 0xDF)) }
      return value == 0x27 || value == 0x60 ? "" : Transliteration.separator
    }
    if let readings = rows[character] { return value(readings, choice) }
    let scalars = character.unicodeScalars
    guard scalars.count > 1 else {
      return character.isLetter || character.isNumber || isMark(scalars.first)
        ? "" : Transliteration.separator
    }
    var text = ""
    for scalar in scalars {
      if scalar.isASCII && scalar.properties.isAlphabetic {
        text.unicodeScalars.append(UnicodeScalar(UInt8(scalar.value) & 0xDF))
      } else if let readings = rows[Character(scalar)] {
        let part = value(readings, choice)
        if part != Transliteration.separator { text += part }
      }
    }
    return text
  }

  private func value(_ readings: [String], _ choice: Int) -> String {
    let reading = readings[min(choice, readings.count - 1)]
    return reading == "-" ? "" : reading
  }

  private func isMark(_ scalar: UnicodeScalar?) -> Bool {
    switch scalar?.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark, .format: true
    default: false
    }
  }

  /// `0391+038A` to the two characters.
  private static func text(_ key: String) -> String {
    var text = ""
    for part in key.split(separator: "+") {
      if let value = UInt32(part, radix: 16), let scalar = UnicodeScalar(value) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

/// Lines of the embedded tables: a key and blank-separated values.
enum TableLines {
  static func entries(of table: StaticString) -> [(key: String, values: [String])] {
    lines(of: table).map { (key: $0[0], values: Array($0.dropFirst())) }
  }

  static func lines(of table: StaticString) -> [[String]] {
    table.description.split(separator: "\n").map { line in
      line.split(separator: " ").map(String.init)
    }
  }
}
