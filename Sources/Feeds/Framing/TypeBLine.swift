import Records

/// What a line of a telegram is, by its look.
enum TypeBLine {
  static let dot: UInt8 = 0x2E
  static let slash: UInt8 = 0x2F
  static let hyphen: UInt8 = 0x2D
  static let tab: UInt8 = 0x09

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// `.RN/`
  static func isContinuation(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    start + 3 < bytes.count && bytes[start] == dot && bytes[start + 1] == 0x52
      && bytes[start + 2] == 0x4E && bytes[start + 3] == slash
  }

  /// The list that the line names, alone.
  static func list(_ bytes: Span<UInt8>, _ line: Range<Int>) -> MessageKind? {
    let line = DateReader.trim(bytes, line)
    guard line.count == 3 else { return nil }
    return lists[ShortCode(bytes, line)]
  }

  /// Lists of Type B, of which those that name travellers are read.
  private static let lists: [ShortCode: MessageKind] = {
    var lists: [ShortCode: MessageKind] = [:]
    for kind in [MessageKind.pnl, .adl, .prl, .pfs, .etl, .ptm, .psm, .asl, .ftl, .pil] {
      lists[ShortCode(kind.label)] = kind
    }
    for other in ["SOM", "TPM", "CAL", "IDM"] {
      lists[ShortCode(other)] = .other
    }
    return lists
  }()

  /// One to three digits and a letter: names begin so.
  static func isName(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var index = line.lowerBound
    while index < line.upperBound, isDigit(bytes[index]) { index += 1 }
    guard (1...3).contains(index - line.lowerBound), index < line.upperBound else { return false }
    return isLetter(bytes[index]) || bytes[index] >= 0x80
  }

  /// Whether what would be a surname holds a digit.
  static func hasDigitName(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var index = line.lowerBound
    while index < line.upperBound, isDigit(bytes[index]) { index += 1 }
    while index < line.upperBound, bytes[index] != slash {
      if isDigit(bytes[index]) { return true }
      index += 1
    }
    return false
  }

  /// A date such as `01JAN31/`, which begins like a name.
  static func isDate(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard hasDigitName(bytes, line) else { return false }
    var end = line.lowerBound
    while end < line.upperBound, isAlphanumeric(bytes[end]) { end += 1 }
    return DateReader.looksLikeMonthNameDate(bytes, line.lowerBound..<end)
  }

  /// `-JFK`, `-JFK004Y`, `-JFK 2PAX`: a destination, not the rest of an association.
  static func isTotals(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard line.count >= 4 else { return false }
    let start = line.lowerBound
    for index in (start + 1)...(start + 3) where !isLetter(bytes[index]) { return false }
    guard line.count > 4 else { return true }
    let next = bytes[start + 4]
    return isDigit(next) || next <= 0x20 || next == hyphen
  }

  /// Whether a line that begins with no mark stands for itself, rather than continue a remark.
  static func isKeyword(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let line = DateReader.trim(bytes, line)
    if line.count == 3, list(bytes, line) != nil || changes.contains(ShortCode(bytes, line)) {
      return true
    }
    return isEnd(bytes, line) || category(bytes, line) != nil || isLoad(bytes, line)
      || isEnvelope(bytes, line) || isHeader(bytes, line) || TypeBFlightLine(bytes, line) != nil
  }

  private static let changes: Set<ShortCode> = [
    ShortCode("DEL"), ShortCode("ADD"), ShortCode("CHG"), ShortCode("NIL"),
  ]

  /// `ENDPNL`, `ENDPART2`
  static func isEnd(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard line.count >= 6, starts(bytes, line, with: end) else { return false }
    let rest = (line.lowerBound + 3)..<line.upperBound
    return list(bytes, rest) != nil || starts(bytes, rest, with: part)
  }

  /// The beginning of such a line, of which the rest is cut off.
  static func isEndCut(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard (3...7).contains(line.count), starts(bytes, line, with: end) else { return false }
    let rest = Array(ShortCode(bytes, (line.lowerBound + 3)..<line.upperBound).utf8)
    return part.utf8.starts(with: rest) || lists.keys.contains { $0.utf8.starts(with: rest) }
  }

  /// `YY0456/02 …`, as lines of PTM begin.
  static func isTransfer(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let flight = line.prefix(9).prefix { isAlphanumeric(bytes[$0]) }
    let slash = flight.upperBound
    return flight.count > 2 && slash + 1 < line.upperBound && bytes[slash] == TypeBLine.slash
      && isDigit(bytes[slash + 1])
  }

  /// `NOSHO`, `NOSHO 1Y`: the word of five letters, and the count if there is one, perhaps a name behind it.
  static func category(_ bytes: Span<UInt8>, _ line: Range<Int>) -> ShortCode? {
    let start = line.lowerBound
    guard line.count >= 5 else { return nil }
    for index in start..<(start + 5) where !isLetter(bytes[index]) { return nil }
    let code = ShortCode(bytes, start..<(start + 5))
    if line.count == 5 { return categories.contains(code) ? code : nil }
    if isDigit(bytes[start + 5]), line.count < 16 { return categories.contains(code) ? code : nil }
    guard line.count > 6, bytes[start + 5] == 0x20, isDigit(bytes[start + 6]) else { return nil }
    let hasName = TypeBNameLine.next(bytes, (start + 5)..<line.upperBound) != nil
    return line.count < 16 || hasName && categories.contains(code) ? code : nil
  }

  private static let categories: Set<ShortCode> = Set(
    [
      "NOSHO", "GOSHO", "GOSHN", "NOREC", "OFFLK", "OFFLN", "OFFLD", "IDPAD", "INVOL", "CFMWL",
      "CHGCL", "CHGTO", "CFMXX", "FRSTI",
    ].map { ShortCode($0) })

  /// `JFK 01/000/002` of PFS.
  static func isLoad(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let start = line.lowerBound
    guard line.count >= 6, bytes[start + 3] == 0x20, isDigit(bytes[start + 4]) else { return false }
    for index in start..<(start + 3) where !isLetter(bytes[index]) { return false }
    for index in (start + 4)..<line.upperBound
    where !isDigit(bytes[index]) && bytes[index] != slash { return false }
    return true
  }

  /// Lines that stand before the names of a list.
  static func isHeader(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    headers.contains { starts(bytes, line, with: $0) }
  }

  private static let headers: [ShortCode] = [
    "CFG/", "RBD ", "ANA/", "AVAIL", "TRANSIT", "FQT", "ATD/", "ATA/",
  ].map { ShortCode($0) }

  /// A line of the network: addresses behind a priority, the origin, `ZCZC`, `NNNN`.
  static func isEnvelope(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let line = DateReader.trim(bytes, line)
    guard line.count >= 4 else { return false }
    let start = line.lowerBound
    if starts(bytes, line, with: telegramStart) { return true }
    if line.count == 4 { return starts(bytes, line, with: telegramEnd) }
    if bytes[start] == dot { return isAddress(bytes, (start + 1)..<line.upperBound) }
    return bytes[start] == 0x51 && isLetter(bytes[start + 1]) && bytes[start + 2] == 0x20
      && isAddress(bytes, (start + 3)..<line.upperBound)
  }

  /// Seven letters and digits, the first three letters, with nothing or a blank behind them.
  static func isAddress(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let start = line.lowerBound
    guard line.count >= 7, line.count == 7 || bytes[start + 7] <= 0x20 else { return false }
    for index in start..<(start + 7) {
      guard index < start + 3 ? isLetter(bytes[index]) : isAlphanumeric(bytes[index]) else {
        return false
      }
    }
    return true
  }

  static func starts(
    _ bytes: Span<UInt8>, _ line: Range<Int>, with code: ShortCode
  ) -> Bool {
    guard line.count >= code.count else { return false }
    for index in 0..<code.count where bytes[line.lowerBound + index] != code[index] {
      return false
    }
    return true
  }

  private static let end = ShortCode("END")
  static let part = ShortCode("PART")
  private static let telegramStart = ShortCode("ZCZC")
  private static let telegramEnd = ShortCode("NNNN")
}
