import Records

/// Where the parts of a remark lie: `CODE HK1 text-1SURNAME/GIVEN`.
enum TypeBRemark {
  static let visa = ShortCode("V")

  /// Whether the element at `start`, of which at least five bytes are there, says nothing that is kept: bags,
  /// tickets, contacts, meals, medical and other services.
  static func isIdle(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    guard bytes[start] == TypeBLine.dot, bytes[start &+ 2] == TypeBLine.slash else { return false }
    switch bytes[start &+ 1] {
    case 0x52: break  // R
    case 0x57, 0x4E, 0x43, 0x55: return true  // W N C U
    default: return false
    }
    let code =
      UInt32(bytes[start &+ 3]) | UInt32(bytes[start &+ 4]) << 8 | UInt32(bytes[start &+ 5]) << 16
    return !isKept(code) && isLetter(bytes[start &+ 3])
  }

  /// Whether something may be kept of a remark whose code begins with these letters, the first lowest.
  static func isKept(_ code: UInt32) -> Bool {
    switch code {
    case 0x434F44, 0x505350, 0x464E49, 0x4C4843, 0x48544F, 0x414553, 0x53534E, 0x4B4843, 0x494F46:
      return true  // DOC PSP INF CHL OTH SEA NSS CHK FOI
    default: return false
    }
  }

  /// The text behind the status; the range begins behind the code.
  static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    let range = DateReader.trim(bytes, range)
    var start = range.lowerBound
    // A carrier may stand before the status.
    for _ in 0..<2 {
      while start < range.upperBound, bytes[start] <= 0x20 { start += 1 }
      if let end = status(bytes, start..<range.upperBound) {
        return DateReader.trim(bytes, end..<range.upperBound)
      }
      // `DOCS/HK1/P/…`
      if start + 1 < range.upperBound, bytes[start] == TypeBLine.slash,
        let end = status(bytes, (start + 1)..<range.upperBound)
      {
        return DateReader.trim(bytes, end..<range.upperBound)
      }
      guard range.upperBound - start > 3, isAlphanumeric(bytes[start]),
        isAlphanumeric(bytes[start + 1]), bytes[start + 2] == 0x20
      else { break }
      guard status(bytes, (start + 3)..<range.upperBound) != nil else { break }
      start += 3
    }
    return range
  }

  /// The end of `HK1`, `NN`: two letters, a count, and a blank, slash or the end behind it.
  private static func status(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    let start = range.lowerBound
    guard range.count >= 3, isLetter(bytes[start]), isLetter(bytes[start + 1]) else { return nil }
    var end = start + 2
    while end < range.upperBound, TypeBLine.isDigit(bytes[end]), end < start + 5 { end += 1 }
    guard end > start + 2 else { return nil }
    guard end < range.upperBound else { return end }
    return bytes[end] == TypeBLine.slash || bytes[end] <= 0x20 || bytes[end] == TypeBLine.hyphen
      ? end : nil
  }

  /// Where `-1SURNAME/GIVEN` begins, and its name: the last digits of the text, with a hyphen before and
  /// letters behind them.
  static func association(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) -> (start: Int, name: Int)? {
    var index = range.upperBound - 1
    while index >= range.lowerBound, !TypeBLine.isDigit(bytes[index]) { index -= 1 }
    let name = index + 1
    while index >= range.lowerBound, TypeBLine.isDigit(bytes[index]) { index -= 1 }
    guard index >= range.lowerBound, bytes[index] == TypeBLine.hyphen, name - index <= 4,
      name > index + 1, name < range.upperBound,
      isLetter(bytes[name]) || bytes[name] >= 0x80
    else { return nil }
    return (index, name)
  }

  /// What stands behind `DOCS` within another remark.
  static func embedded(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    var index = range.lowerBound
    while index + 6 < range.upperBound {
      if bytes[index] == 0x44, TypeBLine.starts(bytes, index..<range.upperBound, with: docs),
        !isAlphanumeric(bytes[index - 1]), !isAlphanumeric(bytes[index + 4])
      {
        return (index + 4)..<range.upperBound
      }
      index += 1
    }
    return nil
  }

  private static let docs = ShortCode("DOCS")

  /// The seat that the first word of the text ends in: `23C`, `AMSJFK23C`, `023C`.
  static func seat(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    var end = range.lowerBound
    while end < range.upperBound, isAlphanumeric(bytes[end]) { end += 1 }
    guard end > range.lowerBound, isLetter(bytes[end - 1]) else { return nil }
    var start = end - 1
    while start > range.lowerBound, TypeBLine.isDigit(bytes[start - 1]), end - start < 4 {
      start -= 1
    }
    return start < end - 1 ? start..<end : nil
  }

  /// The document type of FOID: passport or national identity.
  static func identification(_ text: [UInt8]) -> ShortCode? {
    guard text.count > 4 else { return nil }
    switch (text[0], text[1]) {
    case (0x50, 0x50): return passport
    case (0x4E, 0x49): return identity
    default: return nil
    }
  }

  static let passport = ShortCode("P")
  private static let identity = ShortCode("I")
}
