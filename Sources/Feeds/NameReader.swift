import Records

/// Undoes what reservation systems do to names: titles, placeholders, remarks in brackets, fillers.
struct NameReader {
  private var surname: [UInt8] = []
  /// The given names in the likely reading, the other one, and a third.
  private var given: [UInt8] = []
  private var otherGiven: [UInt8] = []
  private var thirdGiven: [UInt8] = []
  private var part: [UInt8] = []
  /// The name read last has a title.
  private(set) var hasTitle = false
  /// The names around have titles (``Records/GluedTitle/strip(_:isExpected:)``).
  var expectsTitle = false
  private var isAdult = false

  private var hasCut = false

  static let cutText = "a name over the limit is cut"

  /// Whether a name was cut since this was asked last; its reader reports it.
  mutating func takeCut() -> Bool {
    defer { hasCut = false }
    return hasCut
  }

  /// The range cut to the limit, between two letters.
  private mutating func bounded(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    guard range.count > Limits.nameBytes else { return range }
    hasCut = true
    var end = range.lowerBound + Limits.nameBytes
    while end > range.lowerBound, text[end] & 0xC0 == 0x80 { end -= 1 }
    return range.lowerBound..<end
  }

  /// Reads a name from decoded text (upper case UTF-8, blanks collapsed).
  /// - Parameters:
  ///   - surnameRange: the surname in `decoded`.
  ///   - givenRanges: first, second … given name in `decoded`.
  mutating func read(
    _ decoded: [UInt8], surname surnameRange: Range<Int>, given givenRanges: [Range<Int>],
    into arena: inout TextArena
  ) -> ReadName {
    let text = decoded.span
    let surnameRange = bounded(text, surnameRange)
    if givenRanges.count == 1,
      let name = readPlain(
        decoded, surnameRange, bounded(text, givenRanges[0]), into: &arena)
    {
      return name
    }
    given.removeAll(keepingCapacity: true)
    otherGiven.removeAll(keepingCapacity: true)
    thirdGiven.removeAll(keepingCapacity: true)
    hasTitle = false
    isAdult = false
    for range in givenRanges { addGiven(text, bounded(text, range)) }
    clean(text, surnameRange)
    surname.removeAll(keepingCapacity: true)
    surname.append(contentsOf: part)
    let isNamed = !NameReader.isPlaceholder(surname, NameReader.noSurname)
    guard !surname.isEmpty || !given.isEmpty else { return ReadName() }
    var name: ReadName
    if given.isEmpty {
      name = readSingle(into: &arena)
    } else if surname.isEmpty || !isNamed {
      name = readGivenAlone(into: &arena)
    } else {
      name = readBoth(into: &arena)
    }
    name.isAdult = isAdult
    return name
  }

  /// The common case without copies: a surname and one given name of letters, no blanks or marks.
  private mutating func readPlain(
    _ decoded: [UInt8], _ surname: Range<Int>, _ given: Range<Int>, into arena: inout TextArena
  ) -> ReadName? {
    let text = decoded.span
    guard surname.count > 1, given.count > 1, NameReader.isLetters(text, surname),
      NameReader.isLetters(text, given), !NameReader.isPlaceholder(text, surname),
      !NameReader.isPlaceholder(text, given)
    else { return nil }
    let reading = GluedTitle.strip(text.extracting(given), isExpected: expectsTitle)
    guard reading.further == nil, !reading.range.isEmpty else { return nil }
    let start = given.lowerBound
    let bare = (start + reading.range.lowerBound)..<(start + reading.range.upperBound)
    hasTitle = reading.certainty == .sure || reading.certainty == .likely
    var name = ReadName()
    name.isAdult = hasTitle && reading.isAdult
    name.surname = arena.add(decoded, surname)
    name.given = arena.add(decoded, reading.certainty == .doubtful ? given : bare)
    if reading.certainty == .likely || reading.certainty == .doubtful {
      let other = arena.add(decoded, reading.certainty == .likely ? given : bare)
      name.add(ReadName.Spelling(surname: name.surname, given: other))
    }
    return name
  }

  private static func isLetters(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range where text[index] < 0x41 || text[index] > 0x5A { return false }
    return true
  }

  /// All placeholders are short and begin with one of four letters.
  private static func isPlaceholder(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count <= 7 else { return false }
    switch text[range.lowerBound] {
    case 0x58, 0x55, 0x46, 0x4C: break  // X U F L
    default: return false
    }
    let code = ShortCode(text, range)
    return code == noGiven || code == noSurname || placeholders.contains(code)
  }

  private func readBoth(into arena: inout TextArena) -> ReadName {
    // SMITH MR in the place of the surname: a word of its own can only be a title or a rare name.
    let bare = GluedTitle.withoutWords(surname.span)
    let whole = arena.add(surname)
    let own = bare.count < surname.count && !bare.isEmpty ? arena.add(surname, bare) : whole
    var name = ReadName()
    name.surname = own
    name.given = arena.add(given)
    if own != whole { name.add(ReadName.Spelling(surname: whole, given: name.given)) }
    if otherGiven != given {
      name.add(ReadName.Spelling(surname: own, given: arena.add(otherGiven)))
    }
    if thirdGiven != given, thirdGiven != otherGiven {
      name.add(ReadName.Spelling(surname: own, given: arena.add(thirdGiven)))
    }
    return name
  }

  /// A surname that says that there is none leaves the given name as the only name.
  private func readGivenAlone(into arena: inout TextArena) -> ReadName {
    var name = ReadName()
    name.surname = arena.add(given)
    if surname.count == 1 {
      // X is a placeholder, and some people's name.
      name.add(ReadName.Spelling(surname: arena.add(surname), given: name.surname))
    }
    if otherGiven != given {
      name.add(ReadName.Spelling(surname: arena.add(otherGiven), given: .empty))
    }
    if thirdGiven != given, thirdGiven != otherGiven {
      name.add(ReadName.Spelling(surname: arena.add(thirdGiven), given: .empty))
    }
    return name
  }

  /// The only name that somebody has may carry the title that else stands behind the given name.
  private func readSingle(into arena: inout TextArena) -> ReadName {
    var name = ReadName()
    let reading = GluedTitle.strip(surname.span)
    let whole = arena.add(surname)
    name.surname = whole
    guard !hasTitle, !reading.range.isEmpty, reading.range.count < surname.count else {
      return name
    }
    let bare = arena.add(surname, reading.range)
    if reading.certainty == .sure {
      name.surname = bare
      name.add(ReadName.Spelling(surname: whole))
    } else if reading.certainty == .likely {
      name.add(ReadName.Spelling(surname: bare))
    }
    return name
  }

  /// Appends one given name to all readings.
  private mutating func addGiven(_ text: Span<UInt8>, _ range: Range<Int>) {
    clean(text, range)
    guard !part.isEmpty, !NameReader.isPlaceholder(part, NameReader.noGiven) else { return }
    let reading = GluedTitle.strip(part.span, isExpected: expectsTitle)
    let whole = 0..<part.count
    let isDoubtful = reading.certainty == .doubtful
    let other = reading.certainty == .likely ? whole : reading.range
    join(isDoubtful ? whole : reading.range, to: &given)
    join(other, to: &otherGiven)
    join(reading.further ?? other, to: &thirdGiven)
    guard reading.certainty == .sure || reading.certainty == .likely else { return }
    hasTitle = true
    if reading.isAdult { isAdult = true }
  }

  private func join(_ range: Range<Int>, to text: inout [UInt8]) {
    guard !range.isEmpty else { return }
    if !text.isEmpty { text.append(0x20) }
    text.append(contentsOf: part[range])
  }

  /// Copies `range` into `part` without brackets, MRZ fillers and `-1SUR/GIVEN` residue. Where nothing
  /// but brackets is left, what they hold is the name.
  private mutating func clean(_ text: Span<UInt8>, _ range: Range<Int>) {
    copy(text, range, withBrackets: false)
    if part.isEmpty, !range.isEmpty { copy(text, range, withBrackets: true) }
  }

  private mutating func copy(_ text: Span<UInt8>, _ range: Range<Int>, withBrackets: Bool) {
    part.removeAll(keepingCapacity: true)
    var depth = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      index += 1
      if byte == 0x28 {
        depth += 1
        continue
      }
      if byte == 0x29, depth > 0 {
        depth -= 1
        continue
      }
      if depth > 0 && !withBrackets { continue }
      if byte == 0x2D, index < range.upperBound, text[index] >= 0x30, text[index] <= 0x39 { break }
      if byte <= 0x20 || byte == 0x3C {
        if let last = part.last, last != 0x20 { part.append(0x20) }
      } else {
        part.append(byte)
      }
    }
    if part.last == 0x20 { part.removeLast() }
  }

  private static func isPlaceholder(_ text: [UInt8], _ own: ShortCode) -> Bool {
    guard text.count <= 7 else { return false }
    let code = ShortCode(text.span, 0..<text.count)
    return code == own || placeholders.contains(code)
  }

  private static let noGiven = ShortCode("FNU")
  private static let noSurname = ShortCode("LNU")
  private static let placeholders: [ShortCode] = [
    ShortCode("XXX"), ShortCode("UNKNOWN"), ShortCode("X"),
  ]
}
