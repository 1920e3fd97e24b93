import Records

/// The texts of DOCO, INFT and PSPT.
extension DocumentText {
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
    guard fields.count >= 2 else { return readSingleINFT(text) }
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

  /// `NAME 01JAN25`: an infant with one name; without a date the text says nothing of a person.
  private mutating func readSingleINFT(_ text: Span<UInt8>) -> Fields? {
    guard let field = fields.first else { return nil }
    var found = Fields()
    found.isInfant = true
    guard takeGiven(text, DateReader.trim(text, field), &found), !found.birth.isEmpty,
      let name = given.popLast()
    else { return nil }
    found.surname = name
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
      if let date = birthDate(text, word..<end) {
        found.birth = date..<end
        let names = DateReader.trim(text, field.lowerBound..<date)
        if !names.isEmpty { given.append(names) }
        return true
      }
      word = end + 1
    }
    if let association = associationStart(text, field, surname: found.surname) {
      if association > field.lowerBound { given.append(field.lowerBound..<association) }
      return true
    }
    let occupying = DocumentText.occupyingSeat
    var field = field
    if field.count > occupying.count,
      (0..<occupying.count).allSatisfy({
        text[field.upperBound - occupying.count + $0] == occupying[$0]
      })
    {
      field = field.lowerBound..<(field.upperBound - occupying.count)
    }
    if !field.isEmpty { given.append(field) }
    return false
  }

  /// Where a date begins that a word is, or ends in: the blank before it is lost where a line was wrapped.
  private func birthDate(_ text: Span<UInt8>, _ word: Range<Int>) -> Int? {
    if DateReader.looksLikeMonthNameDate(text, word) { return word.lowerBound }
    let start = word.upperBound - 7
    guard start > word.lowerBound, isLetter(text[start - 1]),
      DateReader.looksLikeMonthNameDate(text, start..<word.upperBound)
    else { return nil }
    return start
  }

  private static let occupyingSeat = Array(" OCCUPYING SEAT".utf8)

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
}
