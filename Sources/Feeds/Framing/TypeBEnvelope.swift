/// The envelope in which IATA Type B networks carry a message: priority and addresses, origin and
/// time, and the marks of beginning and end (`feed-formats.md`, 5.1).
enum TypeBEnvelope {
  /// A telegram has a handful of address lines; longer text is something else.
  static let bytesMax = 512

  /// Whether every line of the text belongs to an envelope, and there is one.
  static func isEnvelope(_ text: [UInt8]) -> Bool {
    // Seven letters alone may be any word: a mark of the network must be there.
    var hasMark = false
    for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let words = line.filter { $0 >= 0x20 && $0 < 0x7F }.split(separator: 0x20)
      guard let first = words.first else { continue }
      guard isEnvelopeLine(first, words[...]) else { return false }
      if isMark(first) { hasMark = true }
    }
    return hasMark
  }

  private static func isMark(_ word: ArraySlice<UInt8>) -> Bool {
    word.first == 0x2E || isPriority(word) || isFrame(word)
  }

  /// `QU`
  private static func isPriority(_ word: ArraySlice<UInt8>) -> Bool {
    word.count == 2 && word.first == 0x51
  }

  private static func isFrame(_ word: ArraySlice<UInt8>) -> Bool {
    word.elementsEqual("NNNN".utf8) || word.elementsEqual("ZCZC".utf8)
  }

  private static func isEnvelopeLine(
    _ first: ArraySlice<UInt8>, _ words: ArraySlice<ArraySlice<UInt8>>
  ) -> Bool {
    if isFrame(first) { return true }
    // `.DXBTSXX 280427`: origin, then day and time, then references of the network's own.
    if first.first == 0x2E { return isAddress(first.dropFirst()) }
    let addresses = isPriority(first) ? words.dropFirst() : words
    return !addresses.isEmpty && addresses.allSatisfy(isAddress)
  }

  /// Three letters of a city, two of an office, two characters of an airline.
  private static func isAddress(_ word: ArraySlice<UInt8>) -> Bool {
    word.count == 7 && word.prefix(3).allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
      && word.allSatisfy { ($0 >= 0x41 && $0 <= 0x5A) || ($0 >= 0x30 && $0 <= 0x39) }
  }
}
