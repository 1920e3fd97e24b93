import Records

/// Lines that were broken within a name, and lines that begin with a name behind elements.
extension TypeBNameLine {
  /// What is known of the names before a line end.
  private struct Beginning {
    /// Seats by the number before the names; one if it has none.
    var count = 0
    var given = 0
    /// The last given name; what stands behind the number if there is none yet.
    var last = 0..<0

    init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
      var index = range.lowerBound
      while index < range.upperBound, TypeBLine.isDigit(bytes[index]), count < 1000 {
        count = count * 10 + Int(bytes[index] - 0x30)
        index += 1
      }
      count = max(count, 1)
      var start = index
      while index < range.upperBound {
        if bytes[index] == TypeBLine.slash {
          given += 1
          start = index + 1
        } else if bytes[index] < 0x20 {
          // What an earlier line end broke: its last part is enough to see a title.
          start = index + 1
        }
        index += 1
      }
      last = start..<range.upperBound
    }
  }

  /// A line of this width may have been broken by a system that counts its line end, or leaves some room.
  static func isWide(_ width: Int) -> Bool { (60...70).contains(width) }

  /// Whether a line that begins with a letter or a slash goes on with the names before it.
  ///
  /// Who is named is told by titles: a given name without one goes on in a line whose first part has one,
  /// and a surname has none.
  /// - Parameters:
  ///   - names: the names so far, with number, up to the line end.
  ///   - width: the column in which they end.
  static func continues(
    _ bytes: Span<UInt8>, _ names: Range<Int>, _ line: Range<Int>, width: Int
  ) -> Bool {
    let text = beforeElements(bytes, line)
    if TypeBFramer.isFull(width) {
      let before = Beginning(bytes, names)
      let isWhole = before.given >= before.count && isTitled(bytes, before.last)
      return !(isWhole && unnumbered(bytes, text)?.isTitled ?? false)
    }
    guard isNames(bytes, text) else { return false }
    let before = Beginning(bytes, names)
    if bytes[line.lowerBound] == TypeBLine.slash { return true }
    if before.last.isEmpty { return before.given > 0 }
    let slashes = text.count(where: { bytes[$0] == TypeBLine.slash })
    let first = text.prefix { bytes[$0] != TypeBLine.slash }
    if before.given == 0 {
      return slashes > 0 && (isWide(width) || before.count > 1 && slashes == before.count)
    }
    if isTitled(bytes, before.last) {
      // `MRS`, broken.
      return isWide(width) && slashes == 0 && text.count <= 2
    }
    if GluedTitle.strip(bytes.extracting(first)).certainty == .sure { return true }
    let isExpected = slashes > 0 && before.given + slashes <= before.count
    if isWide(width) { return slashes == 0 || isExpected }
    guard isExpected, before.given + slashes == before.count else { return false }
    let last = (text.last { bytes[$0] == TypeBLine.slash } ?? text.lowerBound) + 1
    return !isTitled(bytes, last..<text.upperBound) || isTitled(bytes, first)
  }

  /// What stands before the elements of a line.
  private static func beforeElements(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int> {
    DateReader.trim(bytes, line.prefix { bytes[$0] != TypeBLine.dot })
  }

  /// Whether the text has nothing but capital letters, what stands between them, and slashes.
  private static func isNames(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    !text.isEmpty
      && text.allSatisfy {
        isOfName(bytes[$0]) || isBetween(bytes[$0]) || bytes[$0] == TypeBLine.slash
      }
  }

  // MARK: Behind elements

  /// Whether a line without a number behind the element is a name for certain, not more of the element's
  /// text: it has a title, or a locator follows; behind text in which names stand both. Nil where the
  /// block ends too early to tell.
  static func isName(
    _ bytes: Span<UInt8>, _ line: Range<Int>, behind element: Range<Int>, atEnd: Bool
  ) -> Bool? {
    let text = beforeElements(bytes, line)
    let trust = trust(bytes, element)
    guard trust != .none, let name = unnumbered(bytes, text) else { return false }
    if name.isTitled, trust == .full { return true }
    guard let hasLocator = isLocator(bytes, behind: text.upperBound, atEnd: atEnd) else {
      return nil
    }
    return hasLocator && (name.isTitled || trust == .full)
  }

  /// How sure it is that an element does not go on in a line without a mark.
  private enum Trust { case none, some, full }

  private static func trust(_ bytes: Span<UInt8>, _ element: Range<Int>) -> Trust {
    let start = element.lowerBound
    guard element.count > 6 else { return .none }
    switch bytes[start + 1] {
    case 0x4C, 0x4F, 0x49, 0x4D, 0x57, 0x4E, 0x53, 0x55: return .full  // L O I M W N S U
    case 0x52 where bytes[start + 2] == TypeBLine.slash: break  // R
    default: return .none
    }
    let code = ShortCode(bytes, (start + 3)..<(start + 7))
    if codesWithoutText.contains(code) { return .full }
    if code.count == 4, code[2] == 0x4D, code[3] == 0x4C { return .full }  // VGML
    return documents.contains(code) ? .some : .none
  }

  private static let codesWithoutText: Set<ShortCode> = Set(
    ["TKNE", "TKNA", "TKNM", "SEAT", "NSST", "NSSA", "NSSW", "FQTV", "FQTR", "FQTS", "CHKD"]
      .map { ShortCode($0) })

  private static let documents: Set<ShortCode> = Set(
    ["DOCS", "DOCO", "DOCA", "PSPT", "FOID"].map { ShortCode($0) })

  /// Whether `.L/` stands behind the text, in its line or at the beginning of the next one.
  private static func isLocator(
    _ bytes: Span<UInt8>, behind end: Int, atEnd: Bool
  ) -> Bool? {
    var index = end
    let reach = min(bytes.count, end + 16)
    while index < reach, bytes[index] <= 0x20 { index += 1 }
    guard index + 2 < bytes.count else { return atEnd ? false : nil }
    return bytes[index] == TypeBLine.dot && bytes[index + 1] == 0x4C
      && bytes[index + 2] == TypeBLine.slash
  }
}
