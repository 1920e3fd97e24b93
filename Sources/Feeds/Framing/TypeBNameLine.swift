import Records

/// Names where the number that begins each of them is missing, stands in the middle of a line or lies, and
/// lines that were broken within a name.
///
/// Nothing is taken for a name here because it stands where one may be: it must look like one.
enum TypeBNameLine {
  /// What a name without its number says.
  struct Unnumbered {
    /// How many persons have a given name in it.
    var count = 0
    /// Each of them has a title.
    var isTitled = false
  }

  /// `SURNAME/GIVENMR` in capital letters, or with several given names that all have a title; nil for any
  /// other text. A number may stand apart, as in `1 SURNAME/GIVENMR`.
  static func unnumbered(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Unnumbered? {
    let text = withoutGroup(bytes, withoutNumber(bytes, DateReader.trim(bytes, range)))
    guard (4...80).contains(text.count) else { return nil }
    var found = Unnumbered()
    var part = text.lowerBound
    var letters = 0
    var titled = 0
    for index in text.lowerBound...text.upperBound {
      if index == text.upperBound || bytes[index] == TypeBLine.slash {
        let isSurname = index < text.upperBound && found.count == 0 && part == text.lowerBound
        guard letters > (isSurname ? 1 : 0) else { return nil }
        if part > text.lowerBound {
          found.count += 1
          titled += isTitled(bytes, part..<index) ? 1 : 0
        }
        part = index + 1
        letters = 0
      } else if isOfName(bytes[index]) {
        letters += 1
      } else if letters == 0 || !isBetween(bytes[index]) {
        return nil
      }
    }
    found.isTitled = titled == found.count
    return found.count == 1 || found.count > 1 && found.isTitled ? found : nil
  }

  /// Behind `1 ` of `1 SURNAME/GIVENMR`.
  private static func withoutNumber(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Range<Int> {
    var index = text.lowerBound
    while index < text.upperBound, TypeBLine.isDigit(bytes[index]) { index += 1 }
    guard (1...2).contains(index - text.lowerBound), index + 1 < text.upperBound,
      bytes[index] == 0x20
    else { return text }
    return (index + 1)..<text.upperBound
  }

  /// Before `-A2`.
  private static func withoutGroup(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Range<Int> {
    guard let last = text.last, TypeBLine.isDigit(bytes[last]) else { return text }
    var start = last
    while start > text.lowerBound, last - start < 4, isAlphanumeric(bytes[start]) { start -= 1 }
    guard bytes[start] == TypeBLine.hyphen, isLetter(bytes[start + 1]) else { return text }
    return text.lowerBound..<start
  }

  static func isOfName(_ byte: UInt8) -> Bool {
    byte >= 0x41 && byte <= 0x5A || byte >= 0x80
  }

  static func isBetween(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == TypeBLine.hyphen || byte == 0x27
  }

  /// Whether a given name ends in a title, or is nothing else.
  static func isTitled(_ bytes: Span<UInt8>, _ part: Range<Int>) -> Bool {
    let certainty = GluedTitle.strip(bytes.extracting(DateReader.trim(bytes, part))).certainty
    return certainty == .sure || certainty == .likely
  }

  // MARK: Several names in a line

  /// Where a name of its own number begins behind a blank: `1VOGEL/EVAMRS 1BAUER/HANSMR`.
  static func next(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index + 4 < range.upperBound {
      if bytes[index] == 0x20, TypeBLine.isDigit(bytes[index + 1]),
        begins(bytes, (index + 1)..<range.upperBound, lettersMin: 2)
      {
        return index + 1
      }
      index += 1
    }
    return nil
  }

  /// Whether the text begins with number, surname and slash, and is none of the things that are counted.
  /// - Parameter lettersMin: letters that the first word must have, unless the slash ends it: one letter
  ///   is a class.
  static func begins(_ bytes: Span<UInt8>, _ text: Range<Int>, lettersMin: Int) -> Bool {
    var index = text.lowerBound
    while index < text.upperBound, TypeBLine.isDigit(bytes[index]) { index += 1 }
    guard (1...3).contains(index - text.lowerBound) else { return false }
    let surname = index
    guard index < text.upperBound, isOfName(upperASCII(bytes[index])) else { return false }
    while index < text.upperBound,
      isOfName(upperASCII(bytes[index])) || isBetween(bytes[index])
    {
      index += 1
    }
    let word = surname..<((surname..<index).first { bytes[$0] == 0x20 } ?? index)
    guard index + 1 < text.upperBound, bytes[index] == TypeBLine.slash,
      isOfName(upperASCII(bytes[index + 1]))
    else { return false }
    if word.count <= 8, counted.contains(ShortCode(bytes, word)) { return false }
    return word.count >= (word.upperBound == index ? lettersMin : 2)
  }

  private static let counted: Set<ShortCode> = Set(
    ["INF", "CHD", "INFT", "CHLD", "PAX", "BAG", "BAGS", "PC", "PCS", "KG", "KGS"]
      .map { ShortCode($0) })

  /// Where a name begins within an element that has no text of its own.
  static func behindElement(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard range.count > 8 else { return nil }
    switch bytes[range.lowerBound + 1] {
    case 0x4C where bytes[range.lowerBound + 2] == TypeBLine.slash:  // L
      return next(bytes, (range.lowerBound + 3)..<range.upperBound)
    case 0x4F, 0x49, 0x4D:  // O I M
      return next(bytes, min(range.lowerBound + flightBytes, range.upperBound)..<range.upperBound)
    default: return nil
    }
  }

  /// A connection has no blank behind so many bytes, unless something else follows.
  static let flightBytes = 19

  static func hasBlank(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range where bytes[index] == 0x20 { return true }
    return false
  }
}
