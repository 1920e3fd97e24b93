import Records

/// The slash-separated texts of SSR DOCS, DOCO, INFT and PSPT, decoded to upper case UTF-8.
///
/// Reused for every text: ``fields`` keeps its memory. See the reference for the deviations: blank,
/// dropped and shifted fields, an association behind the names, a holder flag.
struct DocumentText {
  /// What DOCS says; ranges into the decoded text, empty where nothing stands.
  struct Fields {
    var type = 0..<0
    var issuer = 0..<0
    var number = 0..<0
    var nationality = 0..<0
    var birth = 0..<0
    var expiry = 0..<0
    var surname = 0..<0
    var gender = Gender.unstated
    var isInfant = false
  }

  var fields: [Range<Int>] = []
  /// First, second … given name of the text read last.
  var given: [Range<Int>] = []

  /// Reads `/type/issuer/number/nationality/birth/gender/expiry/surname/first/second[/H]`.
  /// - Returns: nil where the text has no such fields.
  mutating func readDOCS(_ text: Span<UInt8>) -> Fields? {
    split(text, 0..<text.count)
    // The text begins with a slash; where it does not, the first field is the type already.
    if let first = fields.first, !first.isEmpty { fields.insert(0..<0, at: 0) }
    given.removeAll(keepingCapacity: true)
    guard fields.count >= 6 else { return nil }
    var found = Fields()
    guard let birth = birthIndex(text) ?? datelessBirthIndex(text) else {
      readDocument(text, before: 5, &found)
      readNames(text, from: 5, &found)
      return found
    }
    found.birth = fields[birth]
    var next = birth + 1
    if next < fields.count, !isDate(text, next) {
      readGender(text, next, &found)
      next += 1
    }
    // The expiry may be left out with its slash; a date has digits, a name has none.
    if next < fields.count, fields[next].isEmpty || hasDigit(text, fields[next]) {
      found.expiry = fields[next]
      next += 1
    }
    readDocument(text, before: birth, &found)
    readNames(text, from: next, &found)
    return found
  }

  /// The index of the birth date: a date with a gender behind it, else one with nothing or the expiry
  /// behind it.
  private func birthIndex(_ text: Span<UInt8>) -> Int? {
    guard fields.count > 2 else { return nil }
    for index in 1..<(fields.count - 1)
    where isDate(text, index) && gender(text, fields[index + 1]) != nil {
      return index
    }
    return (1..<min(6, fields.count - 1)).first {
      isDate(text, $0)
        && (DateReader.trim(text, fields[$0 + 1]).isEmpty || isDate(text, $0 + 1))
    }
  }

  /// Where no date is found: its fixed place, unless a name stands there.
  private func datelessBirthIndex(_ text: Span<UInt8>) -> Int? {
    let field = DateReader.trim(text, fields[5])
    let isName = field.count > 2 && !hasDigit(text, field) && fields.count <= 8
    return isName && !(6..<fields.count).contains { isDate(text, $0) } ? nil : 5
  }

  private func isDate(_ text: Span<UInt8>, _ index: Int) -> Bool {
    DateReader.looksLikeMonthNameDate(text, fields[index])
  }

  private func gender(_ text: Span<UInt8>, _ range: Range<Int>) -> (Gender, Bool)? {
    let range = DateReader.trim(text, range)
    guard range.count == 1 || (range.count == 2 && text[range.lowerBound + 1] == 0x49) else {
      return nil
    }
    let letter = text[range.lowerBound]
    switch letter {
    case 0x4D, 0x46: return (Gender(letter: letter), range.count == 2)
    case 0x58 where range.count == 1: return (.unspecified, false)
    case 0x55 where range.count == 1: return (.unstated, false)
    default: return nil
    }
  }

  func readGender(_ text: Span<UInt8>, _ index: Int, _ found: inout Fields) {
    guard index < fields.count, let (gender, isInfant) = gender(text, fields[index]) else { return }
    found.gender = gender
    found.isInfant = isInfant
  }

  /// Right-aligned before the birth date: type, issuer, number, nationality. A field with digits in
  /// the place of the nationality is the number, and the nationality was dropped.
  private func readDocument(_ text: Span<UInt8>, before birth: Int, _ found: inout Fields) {
    func field(_ index: Int) -> Range<Int> { index >= 0 ? fields[index] : 0..<0 }
    var last = birth - 1
    if hasDigit(text, field(last)), field(last).count > 3 {
      last += 1
    } else {
      found.nationality = field(last)
    }
    found.number = field(last - 1)
    found.issuer = field(last - 2)
    found.type = field(last - 3)
    if found.type.isEmpty, found.issuer.count == 1 {
      found.type = found.issuer
      found.issuer = 0..<0
    }
  }

  private mutating func readNames(_ text: Span<UInt8>, from first: Int, _ found: inout Fields) {
    guard first < fields.count else { return }
    found.surname = DateReader.trim(text, fields[first])
    var end = fields.count
    let limit = referencedAssociation(text, from: first) ?? Int.max
    if end - first >= 3, isLetterH(text, fields[end - 1]) { end -= 1 }
    var index = first + 1
    while index < end, index <= first + 4 {
      guard fields[index].lowerBound < limit else { return }
      let field = fields[index].clamped(to: 0..<limit)
      var range = DateReader.trim(text, field)
      let association = associationStart(text, range, surname: found.surname)
      if let association { range = range.lowerBound..<association }
      if !range.isEmpty { given.append(range) }
      if association != nil { return }
      index += 1
    }
  }

  /// Where `-1SURNAME` or `-SURNAME` (the traveller that the text belongs to) begins in a given name.
  func associationStart(
    _ text: Span<UInt8>, _ range: Range<Int>, surname: Range<Int>
  ) -> Int? {
    for index in range where text[index] == 0x2D && index + 1 < range.upperBound {
      if text[index + 1] >= 0x30, text[index + 1] <= 0x39 { return index }
      let rest = DateReader.trim(text, (index + 1)..<range.upperBound)
      if rest.count == surname.count, equal(text, rest, surname) { return index }
    }
    return nil
  }

  /// Where `-SURNAME/GIVEN 1.1`, which ends in a traveller's reference, begins.
  private func referencedAssociation(_ text: Span<UInt8>, from first: Int) -> Int? {
    guard let last = fields.last, fields.count > first + 2 else { return nil }
    var index = last.upperBound
    var digits = 0
    while index > last.lowerBound, isDigit(text[index - 1]) || text[index - 1] == 0x2E {
      if isDigit(text[index - 1]) { digits += 1 }
      index -= 1
    }
    guard digits > 0, index > last.lowerBound, text[index - 1] == 0x20 else { return nil }
    index = last.lowerBound
    while index > fields[first + 1].lowerBound {
      index -= 1
      if text[index] == 0x2D { return index }
    }
    return nil
  }

  private func equal(_ text: Span<UInt8>, _ first: Range<Int>, _ second: Range<Int>) -> Bool {
    for offset in 0..<first.count
    where text[first.lowerBound + offset] != text[second.lowerBound + offset] {
      return false
    }
    return true
  }

  mutating func split(_ text: Span<UInt8>, _ range: Range<Int>) {
    fields.removeAll(keepingCapacity: true)
    var start = range.lowerBound
    for index in range where text[index] == 0x2F {
      fields.append(start..<index)
      start = index + 1
    }
    fields.append(start..<range.upperBound)
  }

  private func hasDigit(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range where isDigit(text[index]) { return true }
    return false
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private func isLetterH(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let range = DateReader.trim(text, range)
    return range.count == 1 && text[range.lowerBound] == 0x48
  }
}
