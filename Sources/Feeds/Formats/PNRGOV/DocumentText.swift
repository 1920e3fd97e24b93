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

  private var fields: [Range<Int>] = []
  /// First, second … given name of the text read last.
  private(set) var given: [Range<Int>] = []

  /// Reads `/type/issuer/number/nationality/birth/gender/expiry/surname/first/second[/H]`.
  /// - Returns: nil where the text has no such fields.
  mutating func readDOCS(_ text: Span<UInt8>) -> Fields? {
    split(text, 0..<text.count)
    // The text begins with a slash; where it does not, the first field is the type already.
    if let first = fields.first, !first.isEmpty { fields.insert(0..<0, at: 0) }
    given.removeAll(keepingCapacity: true)
    guard fields.count >= 6 else { return nil }
    var found = Fields()
    let birth = birthIndex(text) ?? 5
    guard birth < fields.count else { return nil }
    found.birth = fields[birth]
    readGender(text, birth + 1, &found)
    if birth + 2 < fields.count { found.expiry = fields[birth + 2] }
    readDocument(text, before: birth, &found)
    readNames(text, from: birth + 3, &found)
    return found
  }

  /// The index of the birth date: a date with a gender behind it.
  private func birthIndex(_ text: Span<UInt8>) -> Int? {
    guard fields.count > 2 else { return nil }
    for index in 1..<(fields.count - 1)
    where DateReader.looksLikeMonthNameDate(text, fields[index])
      && gender(text, fields[index + 1]) != nil
    {
      return index
    }
    return nil
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

  private func readGender(_ text: Span<UInt8>, _ index: Int, _ found: inout Fields) {
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
    if end - first >= 3, isLetterH(text, fields[end - 1]) { end -= 1 }
    var index = first + 1
    while index < end, index <= first + 4 {
      var range = DateReader.trim(text, fields[index])
      let association = associationStart(text, range, surname: found.surname)
      if let association { range = range.lowerBound..<association }
      if !range.isEmpty { given.append(range) }
      if association != nil { return }
      index += 1
    }
  }

  /// Where `-1SURNAME` or `-SURNAME` (the traveller that the text belongs to) begins in a given name.
  private func associationStart(
    _ text: Span<UInt8>, _ range: Range<Int>, surname: Range<Int>
  ) -> Int? {
    for index in range where text[index] == 0x2D && index + 1 < range.upperBound {
      if text[index + 1] >= 0x30, text[index + 1] <= 0x39 { return index }
      let rest = DateReader.trim(text, (index + 1)..<range.upperBound)
      if rest.count == surname.count, equal(text, rest, surname) { return index }
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

  /// Reads `/birth place/V/visa number/place/date/country`; number and country.
  mutating func readVisa(_ text: Span<UInt8>) -> (number: Range<Int>, country: Range<Int>)? {
    split(text, 0..<text.count)
    for index in fields.indices.dropLast() {
      let type = DateReader.trim(text, fields[index])
      guard type.count == 1, text[type.lowerBound] == 0x56 else { continue }
      let number = DateReader.trim(text, fields[index + 1])
      guard number.count > 2 else { return nil }
      let country = index + 4 < fields.count ? DateReader.trim(text, fields[index + 4]) : 0..<0
      return (number, country)
    }
    return nil
  }

  /// Reads `SURNAME/GIVEN DDMMMYY`, `SURNAME/GIVEN/DDMMMYY` or `DDMMMYY SURNAME/GIVEN`.
  mutating func readINFT(_ text: Span<UInt8>) -> Fields? {
    split(text, 0..<text.count)
    if let first = fields.first, first.isEmpty { fields.removeFirst() }
    given.removeAll(keepingCapacity: true)
    guard fields.count >= 2 else { return nil }
    var found = Fields()
    found.isInfant = true
    var surname = DateReader.trim(text, fields[0])
    if let blank = surname.first(where: { text[$0] == 0x20 }),
      DateReader.looksLikeMonthNameDate(text, surname.lowerBound..<blank)
    {
      found.birth = surname.lowerBound..<blank
      surname = DateReader.trim(text, blank..<surname.upperBound)
    }
    found.surname = surname
    for field in fields.dropFirst().prefix(3) {
      if takeGiven(text, DateReader.trim(text, field), &found) { break }
    }
    return found
  }

  /// Takes the words of one field up to a date; returns whether the names end here.
  private mutating func takeGiven(
    _ text: Span<UInt8>, _ field: Range<Int>, _ found: inout Fields
  ) -> Bool {
    var word = field.lowerBound
    while word < field.upperBound {
      var end = word
      while end < field.upperBound, text[end] != 0x20 { end += 1 }
      if DateReader.looksLikeMonthNameDate(text, word..<end) {
        found.birth = word..<end
        let names = DateReader.trim(text, field.lowerBound..<word)
        if !names.isEmpty { given.append(names) }
        return true
      }
      word = end + 1
    }
    if let association = associationStart(text, field, surname: found.surname) {
      if association > field.lowerBound { given.append(field.lowerBound..<association) }
      return true
    }
    if !field.isEmpty { given.append(field) }
    return false
  }

  /// Reads `number/country/birth/surname/given/sex[/H]` of the obsolete PSPT.
  mutating func readPSPT(_ text: Span<UInt8>) -> Fields? {
    split(text, 0..<text.count)
    if let first = fields.first, first.isEmpty { fields.removeFirst() }
    given.removeAll(keepingCapacity: true)
    guard fields.count >= 5, DateReader.looksLikeMonthNameDate(text, fields[2]) else { return nil }
    var found = Fields()
    found.number = DateReader.trim(text, fields[0])
    found.issuer = DateReader.trim(text, fields[1])
    found.birth = fields[2]
    found.surname = DateReader.trim(text, fields[3])
    let name = DateReader.trim(text, fields[4])
    if !name.isEmpty { given.append(name) }
    readGender(text, 5, &found)
    return found
  }

  private mutating func split(_ text: Span<UInt8>, _ range: Range<Int>) {
    fields.removeAll(keepingCapacity: true)
    var start = range.lowerBound
    for index in range where text[index] == 0x2F {
      fields.append(start..<index)
      start = index + 1
    }
    fields.append(start..<range.upperBound)
  }

  private func hasDigit(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range where text[index] >= 0x30 && text[index] <= 0x39 { return true }
    return false
  }

  private func isLetterH(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let range = DateReader.trim(text, range)
    return range.count == 1 && text[range.lowerBound] == 0x48
  }
}
