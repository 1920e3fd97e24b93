internal import Names
internal import Records

/// The names of a leg's records, folded to A–Z, so that spellings can be compared.
struct LegNames {
  /// One spelling: letters and single blanks in ``LegNames/letters``.
  struct Spelling {
    var surname: TextReference
    var given: TextReference
    /// Equal for equal letters, whatever the blanks; 0 where nothing folds to a letter.
    var key: UInt64
    /// Whether nothing suggests that it was written otherwise.
    var isLegible: Bool
  }

  private(set) var letters: [UInt8] = []
  private(set) var spellings: [Spelling] = []
  private var tokens: [NameToken] = []
  /// Folding other scripts is slow, and pushes repeat their names.
  private var folded: [UInt64: ElementRun] = [:]

  /// Spellings of one record that are compared; a traveller has two or three.
  static let spellingsMax = 12

  mutating func removeAll() {
    letters.removeAll(keepingCapacity: true)
    spellings.removeAll(keepingCapacity: true)
    folded.removeAll(keepingCapacity: true)
  }

  /// Appends the spellings of a record, that of its main name first.
  mutating func add(_ person: Passenger, of records: borrowing PassengerBatch) -> ElementRun {
    let start = spellings.count
    add(person.name, records)
    for index in person.otherNames.range where spellings.count < start + Self.spellingsMax {
      add(records.names[index], records)
    }
    return ElementRun(start: UInt32(start), count: UInt32(spellings.count - start))
  }

  private mutating func add(_ name: PersonName, _ records: borrowing PassengerBatch) {
    let mark = letters.count
    if let surname = foldASCII(records.bytes.span.extracting(name.surname.range)),
      let given = foldASCII(records.bytes.span.extracting(name.given.range))
    {
      let isLegible =
        Legibility.isLegible(ascii: records.bytes[name.surname.range])
        && Legibility.isLegible(ascii: records.bytes[name.given.range])
      append(surname, given, isLegible)
      return
    }
    letters.removeLast(letters.count - mark)
    var hash = LegHash()
    hash.combine(records.bytes, name.surname)
    hash.combine(records.bytes, name.given)
    if let run = folded[hash.value] {
      for index in run.range { spellings.append(spellings[index]) }
      return
    }
    let start = spellings.count
    let surname = records.text(name.surname)
    let given = records.text(name.given)
    let isLegible = Legibility.isLegible(surname) && Legibility.isLegible(given)
    let surnames = NameFolder.variants(surname)
    let givens = NameFolder.variants(given)
    for index in 0..<max(1, surnames.count, givens.count) {
      let surname = surnames.isEmpty ? [] : surnames[min(index, surnames.count - 1)]
      let given = givens.isEmpty ? [] : givens[min(index, givens.count - 1)]
      append(store(surname), store(given), isLegible)
    }
    folded[hash.value] = ElementRun(
      start: UInt32(start), count: UInt32(spellings.count - start))
  }

  private mutating func append(
    _ surname: TextReference, _ given: TextReference, _ isLegible: Bool
  ) {
    var hash = LegHash(1)
    var count = 0
    for text in [surname, given] {
      for byte in letters[text.range] where byte != 0x20 {
        hash.combine(UInt64(byte))
        count += 1
      }
      hash.combine(0)
    }
    spellings.append(
      Spelling(
        surname: surname, given: given, key: count > 0 ? hash.value | 1 : 0,
        isLegible: isLegible && count > 0))
  }

  private mutating func foldASCII(_ text: Span<UInt8>) -> TextReference? {
    tokens.removeAll(keepingCapacity: true)
    guard NameFolder.foldASCII(text, into: &tokens) else { return nil }
    return store(tokens)
  }

  private mutating func store(_ tokens: [NameToken]) -> TextReference {
    let start = letters.count
    for token in tokens {
      if letters.count > start { letters.append(0x20) }
      for index in 0..<token.count { letters.append(token[index]) }
    }
    return TextReference(start: UInt32(start), count: UInt32(letters.count - start))
  }

  /// How much the best pair of two records' spellings is alike.
  func likeness(_ first: ElementRun, _ second: ElementRun) -> SpellingLikeness {
    var best = SpellingLikeness.none
    for left in first.range {
      for right in second.range {
        let likeness = SpellingLikeness.of(letters, spellings[left], spellings[right])
        if likeness > best { best = likeness }
        if best == .equal { return best }
      }
    }
    return best
  }
}
