import Records

/// Byte store of one booking or one traveller, emptied and filled again.
struct TextArena {
  private(set) var bytes: [UInt8] = []

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Takes an array, not a span: a span of one member of a struct shuts out its other members.
  mutating func add(_ text: [UInt8], _ range: Range<Int>) -> TextReference {
    let start = UInt32(bytes.count)
    bytes.append(contentsOf: text[range])
    return TextReference(start: start, count: UInt32(range.count))
  }

  mutating func add(_ text: [UInt8]) -> TextReference {
    let start = UInt32(bytes.count)
    bytes.append(contentsOf: text)
    return TextReference(start: start, count: UInt32(text.count))
  }

  func equal(_ first: TextReference, _ second: TextReference) -> Bool {
    guard first.count == second.count else { return false }
    var left = Int(first.start)
    var right = Int(second.start)
    for _ in 0..<first.count {
      if bytes[left] != bytes[right] { return false }
      left += 1
      right += 1
    }
    return true
  }
}

/// A name as read, and its other reading where a title was in doubt. References into a ``TextArena``.
struct ReadName {
  var surname = TextReference.empty
  var given = TextReference.empty
  /// The given name in the less likely reading; empty if there is only one.
  var otherGiven = TextReference.empty

  var isEmpty: Bool { surname.isEmpty }
}

/// Undoes what reservation systems do to names: titles, placeholders, remarks in brackets, fillers.
struct NameReader {
  private var surname: [UInt8] = []
  private var given: [UInt8] = []
  private var otherGiven: [UInt8] = []
  private var part: [UInt8] = []

  /// Reads a name from decoded text (upper case UTF-8, blanks collapsed).
  /// - Parameters:
  ///   - surnameRange: the surname in `decoded`.
  ///   - givenRanges: first, second … given name in `decoded`.
  mutating func read(
    _ decoded: [UInt8], surname surnameRange: Range<Int>, given givenRanges: [Range<Int>],
    into arena: inout TextArena
  ) -> ReadName {
    let text = decoded.span
    surname.removeAll(keepingCapacity: true)
    given.removeAll(keepingCapacity: true)
    otherGiven.removeAll(keepingCapacity: true)
    var isUnsure = false
    for range in givenRanges where addGiven(text, range) { isUnsure = true }
    clean(text, surnameRange)
    surname.append(contentsOf: part)
    dropPlaceholders()
    guard !surname.isEmpty else { return ReadName() }
    var name = ReadName()
    name.surname = arena.add(surname)
    name.given = arena.add(given)
    if isUnsure, otherGiven != given { name.otherGiven = arena.add(otherGiven) }
    return name
  }

  /// Appends one given name to both readings; returns whether they differ.
  private mutating func addGiven(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    clean(text, range)
    guard !part.isEmpty, !NameReader.isPlaceholder(part, NameReader.noGiven) else { return false }
    let reading = GluedTitle.strip(part.span)
    let stripped = reading.range
    let whole = 0..<part.count
    switch reading.certainty {
    case .untitled, .sure:
      join(stripped, to: &given)
      join(stripped, to: &otherGiven)
      return false
    case .likely:
      join(stripped, to: &given)
      join(whole, to: &otherGiven)
    case .doubtful:
      join(whole, to: &given)
      join(stripped, to: &otherGiven)
    }
    return true
  }

  private func join(_ range: Range<Int>, to text: inout [UInt8]) {
    guard !range.isEmpty else { return }
    if !text.isEmpty { text.append(0x20) }
    text.append(contentsOf: part[range])
  }

  /// Copies `range` into `part` without brackets, MRZ fillers and `-1SUR/GIVEN` residue.
  private mutating func clean(_ text: Span<UInt8>, _ range: Range<Int>) {
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
      if depth > 0 { continue }
      if byte == 0x2D, index < range.upperBound, text[index] >= 0x30, text[index] <= 0x39 { break }
      if byte <= 0x20 || byte == 0x3C {
        if let last = part.last, last != 0x20 { part.append(0x20) }
      } else {
        part.append(byte)
      }
    }
    if part.last == 0x20 { part.removeLast() }
  }

  /// A surname that says that there is none leaves the given name as the only name, and the reverse.
  private mutating func dropPlaceholders() {
    guard !given.isEmpty else { return }
    if surname.isEmpty || NameReader.isPlaceholder(surname, NameReader.noSurname) {
      swap(&surname, &given)
      given.removeAll(keepingCapacity: true)
      otherGiven.removeAll(keepingCapacity: true)
    }
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

/// Whether two spellings are probably one person's name: surname and given name each equal but for
/// blanks and marks, cut short, or one letter apart.
struct NameLikeness {
  static func alike(_ arena: TextArena, _ first: ReadName, _ second: ReadName) -> Bool {
    guard !first.isEmpty, !second.isEmpty else { return false }
    guard alike(arena.bytes, first.surname, second.surname, shortest: 4) else { return false }
    if first.given.isEmpty || second.given.isEmpty { return true }
    return alike(arena.bytes, first.given, second.given, shortest: 1)
      || sharesWord(arena.bytes, first.given, second.given)
  }

  /// - Parameter shortest: letters that a cut form must have.
  private static func alike(
    _ bytes: [UInt8], _ first: TextReference, _ second: TextReference, shortest: Int
  ) -> Bool {
    var left = Int(first.start)
    var right = Int(second.start)
    let leftEnd = first.range.upperBound
    let rightEnd = second.range.upperBound
    var equal = 0
    while true {
      skipMarks(bytes, &left, leftEnd)
      skipMarks(bytes, &right, rightEnd)
      if left == leftEnd || right == rightEnd { break }
      if bytes[left] != bytes[right] { break }
      left += 1
      right += 1
      equal += 1
    }
    let leftRest = leftEnd - left
    let rightRest = rightEnd - right
    if leftRest == 0 && rightRest == 0 { return equal > 0 }
    if leftRest == 0 || rightRest == 0 { return equal >= shortest }
    guard equal + min(leftRest, rightRest) >= 5 else { return false }
    // One letter changed, left out or put in.
    return same(bytes, left + 1, leftEnd, right + 1, rightEnd)
      || same(bytes, left + 1, leftEnd, right, rightEnd)
      || same(bytes, left, leftEnd, right + 1, rightEnd)
  }

  private static func same(
    _ bytes: [UInt8], _ left: Int, _ leftEnd: Int, _ right: Int, _ rightEnd: Int
  ) -> Bool {
    var left = left
    var right = right
    while true {
      skipMarks(bytes, &left, leftEnd)
      skipMarks(bytes, &right, rightEnd)
      if left == leftEnd || right == rightEnd { return left == leftEnd && right == rightEnd }
      if bytes[left] != bytes[right] { return false }
      left += 1
      right += 1
    }
  }

  private static func skipMarks(_ bytes: [UInt8], _ index: inout Int, _ end: Int) {
    while index < end, bytes[index] < 0x80, !isAlphanumeric(bytes[index]) { index += 1 }
  }

  /// Whether one word of three letters or more stands in both.
  private static func sharesWord(
    _ bytes: [UInt8], _ first: TextReference, _ second: TextReference
  ) -> Bool {
    for left in bytes[first.range].split(separator: 0x20) where left.count >= 3 {
      for right in bytes[second.range].split(separator: 0x20) where right.elementsEqual(left) {
        return true
      }
    }
    return false
  }
}
