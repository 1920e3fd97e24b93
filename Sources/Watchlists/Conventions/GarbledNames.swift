/// Finds names that were decoded by another character set than their own, which no reader of the file sees: every
/// letter is one.
enum GarbledNames {
  /// How many names in letters beyond ASCII may look so: some uppercase names do.
  private static let sharePercent = 10
  /// Letters of a Latin word beyond ASCII that follow each other; no spelling has so many.
  private static let runMax = 3

  /// Why a person must look at the names; nil where they are in order.
  static func problem(in names: some Sequence<String>) -> String? {
    var foreign = 0
    var garbled = 0
    for name in names where !name.utf8.allSatisfy({ $0 < 0x80 }) {
      foreign += 1
      if isGarbled(name) { garbled += 1 }
    }
    guard garbled > 0, garbled * 100 >= foreign * sharePercent else { return nil }
    return
      "\(garbled) of \(foreign) name(s) beyond ASCII look as if decoded by a wrong character set; "
      + "fetch the list again, and do not save it by another program"
  }

  /// Says how many names hold the signs of letters that were lost; nil for none.
  static func warning(of names: some Sequence<String>) -> String? {
    let lost = names.count { hasLostLetter($0) }
    return lost == 0
      ? nil
      : "\(lost) name(s) hold \"?\" or \"&…;\", the signs of lost letters; compare with the publication"
  }

  private static func hasLostLetter(_ name: String) -> Bool {
    var isReference = false
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "?"): return true
      case UInt8(ascii: "&"): isReference = true
      case UInt8(ascii: ";"): if isReference { return true }
      case UInt8(ascii: " "): isReference = false
      default: break
      }
    }
    return false
  }

  /// Whether a word of the name is UTF-8 that was read as Windows-1252 or Windows-1251, or Cyrillic that was read as
  /// Latin-1.
  static func isGarbled(_ name: String) -> Bool {
    name.split(separator: " ").contains { word in
      guard word.utf8.contains(where: { $0 >= 0x80 }) else { return false }
      let scalars = Array(word.unicodeScalars)
      return isUTF8(scalars, ListedBytes.windows1252Byte)
        || isUTF8(scalars, ListedBytes.windows1251Byte) || hasLongRun(scalars)
    }
  }

  /// Whether the bytes that the letters are in a character set are UTF-8, and not ASCII.
  private static func isUTF8(
    _ word: [Unicode.Scalar], _ byte: (Unicode.Scalar) -> UInt8?
  ) -> Bool {
    var bytes: [UInt8] = []
    for scalar in word {
      guard let byte = byte(scalar) else { return false }
      bytes.append(byte)
    }
    return bytes.contains { $0 >= 0x80 } && String(validating: bytes, as: UTF8.self) != nil
  }

  private static func hasLongRun(_ word: [Unicode.Scalar]) -> Bool {
    var run = 0
    for scalar in word {
      run = (0xC0...0xFF).contains(scalar.value) ? run + 1 : 0
      if run > runMax { return true }
    }
    return false
  }
}
