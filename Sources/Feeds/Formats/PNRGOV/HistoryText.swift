import Records

/// Finds names in the free text of LTS (and in remarks): `SURNAME/GIVEN TITLE(ADT)`, an infant behind it
/// as `(INF/NAME/DDMMMYY)`, and DOCS lines.
struct HistoryText {
  struct Name {
    var surname = 0..<0
    var given = 0..<0
    var isInfant = false
  }

  /// Of the text read last; ranges into it.
  private(set) var names: [Name] = []

  private static let documents: UInt32 = 0x444F_4353  // DOCS
  /// `(ADT` and its like, first letter highest.
  private static let marks: Set<UInt32> = [0x2841_4454, 0x2843_4844, 0x2843_4E4E, infant]
  private static let infant: UInt32 = 0x2849_4E46

  /// Whether the text may name somebody; most lines of a history do not.
  static func mayName(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var code: UInt32 = 0
    for index in range {
      code = code << 8 | UInt32(upperASCII(bytes[index]))
      if code == documents { return true }
      if code >> 24 == 0x28, marks.contains(code) { return true }
    }
    return false
  }

  /// Where the first slash behind `DOCS` lies: there its fields begin.
  static func documentFields(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var code: UInt32 = 0
    var hasCode = false
    for index in range {
      if hasCode, bytes[index] == 0x2F { return index }
      code = code << 8 | UInt32(upperASCII(bytes[index]))
      if code == documents { hasCode = true }
    }
    return nil
  }

  /// Whether nothing stands before `DOCS`.
  static func beginsWithDocuments(_ text: Span<UInt8>) -> Bool {
    let range = DateReader.trim(text, 0..<text.count)
    return range.count > 4
      && (0..<4).allSatisfy {
        UInt32(text[range.lowerBound + $0]) == documents >> UInt32(24 - 8 * $0) & 0xFF
      }
  }

  /// Reads the marked names of a text in upper case.
  mutating func read(_ text: Span<UInt8>) {
    names.removeAll(keepingCapacity: true)
    var code: UInt32 = 0
    for index in text.indices {
      code = code << 8 | UInt32(text[index])
      guard code >> 24 == 0x28, HistoryText.marks.contains(code) else { continue }
      let mark = index - 3
      let isInfant = code == HistoryText.infant
      var last = names.last
      if mark == 0 || text[mark - 1] != 0x29 {
        last = nameBefore(text, mark)
        last?.isInfant = isInfant && isClosed(text, mark + 4)
        if let last { names.append(last) }
      }
      if isInfant, let last { readInfant(text, mark + 4, of: last) }
    }
  }

  /// `0/O/NM/DE WIT/JAN MR` or `1.1DE WIT/JAN MR` before the mark.
  private func nameBefore(_ text: Span<UInt8>, _ mark: Int) -> Name? {
    guard let slash = lastSlash(text, before: mark) else { return nil }
    var start = lastSlash(text, before: slash).map { $0 + 1 } ?? 0
    for index in start..<slash where isDigit(text[index]) { start = index + 1 }
    let surname = DateReader.trim(text, start..<slash)
    let given = DateReader.trim(text, (slash + 1)..<mark)
    guard isName(text, surname), isName(text, given) else { return nil }
    return Name(surname: surname, given: given)
  }

  /// `/NAME/DDMMMYY)`, `SURNAME/NAME/DDMMMYY)` behind `(INF`; with one name the surname is the adult's.
  private mutating func readInfant(_ text: Span<UInt8>, _ start: Int, of adult: Name) {
    var parts: [Range<Int>] = []
    var from = start
    for index in start..<text.count where text[index] == 0x2F || text[index] == 0x29 {
      let part = DateReader.trim(text, from..<index)
      if isName(text, part), parts.count < 2 { parts.append(part) }
      from = index + 1
      if text[index] == 0x29 { break }
    }
    guard let last = parts.last else { return }
    names.append(
      Name(surname: parts.count > 1 ? parts[0] : adult.surname, given: last, isInfant: true))
  }

  private func isClosed(_ text: Span<UInt8>, _ index: Int) -> Bool {
    index < text.count && text[index] == 0x29
  }

  private func lastSlash(_ text: Span<UInt8>, before end: Int) -> Int? {
    var index = end
    while index > 0 {
      index -= 1
      if text[index] == 0x2F { return index }
    }
    return nil
  }

  private func isName(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range {
      let byte = text[index]
      let isJoint = byte == 0x20 || byte == 0x2D || byte == 0x27
      guard isLetter(byte) || isJoint || byte >= 0x80 else { return false }
    }
    return !range.isEmpty
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
