/// The envelope in which IATA Type B networks carry a message: priority and addresses, origin and
/// time, and the marks of beginning and end (`feed-formats.md`, 5.1).
enum TypeBEnvelope {
  /// A telegram has a handful of address lines; longer text is something else.
  static let bytesMax = 512

  /// Whether every line of the text belongs to an envelope, and there is one.
  static func isEnvelope(_ text: [UInt8]) -> Bool {
    let lines = text.split { $0 == 0x0A || $0 == 0x0D }
      .map { line in line.filter { $0 >= 0x20 && $0 < 0x7F } }
      .map { line in line.split(separator: 0x20).map { Array($0) } }
      .filter { !$0.isEmpty }
    // Seven letters alone may be any word: a mark of the network must be there.
    return lines.allSatisfy(isEnvelopeLine) && lines.contains { isMark($0[0]) }
  }

  private static func isMark(_ word: [UInt8]) -> Bool {
    word[0] == 0x2E || (word.count == 2 && word[0] == 0x51) || word == Array("NNNN".utf8)
      || word == Array("ZCZC".utf8)
  }

  private static func isEnvelopeLine(_ words: [[UInt8]]) -> Bool {
    guard let first = words.first else { return false }
    if first == Array("NNNN".utf8) || first == Array("ZCZC".utf8) { return true }
    if first[0] == 0x2E {
      // `.DXBTSXX 280427`: origin, then day and time, then references of the network's own.
      return isAddress(Array(first.dropFirst()))
    }
    let addresses = first.count == 2 && first[0] == 0x51 ? words.dropFirst() : words[...]
    return !addresses.isEmpty && addresses.allSatisfy(isAddress)
  }

  /// Three letters of a city, two of an office, two characters of an airline.
  private static func isAddress(_ word: [UInt8]) -> Bool {
    word.count == 7 && word.prefix(3).allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
      && word.allSatisfy { ($0 >= 0x41 && $0 <= 0x5A) || ($0 >= 0x30 && $0 <= 0x39) }
  }
}
