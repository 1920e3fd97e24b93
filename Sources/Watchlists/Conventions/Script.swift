import Bytes

/// Finds the script in which a name is written, from its letters.
enum Script {
  /// The ISO 15924 code; nil for no letters or for letters of several scripts.
  ///
  /// Han with kana is `Jpan`, Han with Hangul is `Kore`, as ISO 15924 names these mixtures.
  static func of(_ text: String) -> String? {
    if let plain = ofASCII(text) { return plain.isEmpty ? nil : plain }
    var found: Set<String> = []
    for scalar in text.unicodeScalars {
      guard scalar.properties.isAlphabetic, let script = script(of: scalar.value) else { continue }
      found.insert(script)
    }
    if found.count <= 1 { return found.first }
    if found.isSubset(of: ["Hani", "Hira", "Kana"]) { return "Jpan" }
    return found == ["Hani", "Hang"] ? "Kore" : nil
  }

  /// `Latn`, or empty for ASCII without a letter; nil for a text that is not ASCII.
  private static func ofASCII(_ text: String) -> String? {
    var hasLetter = false
    for byte in text.utf8 {
      if byte >= 0x80 { return nil }
      hasLetter = hasLetter || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
    }
    return hasLetter ? "Latn" : ""
  }

  /// nil for letters that belong to no one script (modifier letters such as ʿ and ʼ).
  private static func script(of value: UInt32) -> String? {
    let index = (0..<ranges.count).partitioningIndex { ranges[$0].last >= value }
    guard index < ranges.count, ranges[index].first <= value else { return "Zzzz" }
    return ranges[index].script
  }

  /// Blocks of the Unicode Character Database (Scripts.txt), in order; nil = of no one script.
  private static let ranges: [(first: UInt32, last: UInt32, script: String?)] = [
    (0x0000, 0x02AF, "Latn"), (0x02B0, 0x0362, nil), (0x0363, 0x036F, "Latn"),
    (0x0370, 0x03FF, "Grek"), (0x0400, 0x052F, "Cyrl"), (0x0530, 0x058F, "Armn"),
    (0x0590, 0x05FF, "Hebr"), (0x0600, 0x06FF, "Arab"), (0x0700, 0x074F, "Syrc"),
    (0x0750, 0x077F, "Arab"), (0x0780, 0x07BF, "Thaa"), (0x07C0, 0x07FF, "Nkoo"),
    (0x0860, 0x086F, "Syrc"), (0x0870, 0x08FF, "Arab"), (0x0900, 0x097F, "Deva"),
    (0x0980, 0x09FF, "Beng"), (0x0A00, 0x0A7F, "Guru"), (0x0A80, 0x0AFF, "Gujr"),
    (0x0B00, 0x0B7F, "Orya"), (0x0B80, 0x0BFF, "Taml"), (0x0C00, 0x0C7F, "Telu"),
    (0x0C80, 0x0CFF, "Knda"), (0x0D00, 0x0D7F, "Mlym"), (0x0D80, 0x0DFF, "Sinh"),
    (0x0E00, 0x0E7F, "Thai"), (0x0E80, 0x0EFF, "Laoo"), (0x0F00, 0x0FFF, "Tibt"),
    (0x1000, 0x109F, "Mymr"), (0x10A0, 0x10FF, "Geor"), (0x1100, 0x11FF, "Hang"),
    (0x1200, 0x139F, "Ethi"), (0x13A0, 0x13FF, "Cher"), (0x1780, 0x17FF, "Khmr"),
    (0x1800, 0x18AF, "Mong"), (0x1C80, 0x1C8F, "Cyrl"), (0x1C90, 0x1CBF, "Geor"),
    (0x1D00, 0x1DBF, "Latn"), (0x1E00, 0x1EFF, "Latn"), (0x1F00, 0x1FFF, "Grek"),
    (0x2C60, 0x2C7F, "Latn"), (0x2D00, 0x2D2F, "Geor"), (0x2D30, 0x2D7F, "Tfng"),
    (0x2D80, 0x2DDF, "Ethi"), (0x2DE0, 0x2DFF, "Cyrl"), (0x2E80, 0x3007, "Hani"),
    (0x3021, 0x3029, "Hani"), (0x3040, 0x309F, "Hira"), (0x30A0, 0x30FF, "Kana"),
    (0x3100, 0x312F, "Bopo"), (0x3130, 0x318F, "Hang"), (0x31F0, 0x31FF, "Kana"),
    (0x3400, 0x4DBF, "Hani"), (0x4E00, 0x9FFF, "Hani"), (0xA000, 0xA4CF, "Yiii"),
    (0xA640, 0xA69F, "Cyrl"), (0xA720, 0xA7FF, "Latn"), (0xA960, 0xA97F, "Hang"),
    (0xAA60, 0xAA7F, "Mymr"), (0xAB00, 0xAB2F, "Ethi"), (0xAB30, 0xAB6F, "Latn"),
    (0xAC00, 0xD7FF, "Hang"), (0xF900, 0xFAFF, "Hani"), (0xFB00, 0xFB06, "Latn"),
    (0xFB13, 0xFB17, "Armn"), (0xFB1D, 0xFB4F, "Hebr"), (0xFB50, 0xFDFF, "Arab"),
    (0xFE70, 0xFEFE, "Arab"), (0xFF21, 0xFF5A, "Latn"), (0xFF66, 0xFF9F, "Kana"),
    (0xFFA0, 0xFFDC, "Hang"), (0x20000, 0x323AF, "Hani"),
  ]
}
