/// Takes a cell apart that holds several values behind numbers or letters, as the United Nations and the
/// United Kingdom write them: `(1) Germany. (2) Morocco`, `1) A 2) B`, `a) … b) …`.
enum EnumeratedCell {
  /// The values in order, without what enumerates them, full stops and commas at their ends; the whole text where
  /// nothing enumerates. Placeholders such as `-` are kept as empty texts, so that the values of two
  /// cells stay side by side.
  static func parts(_ text: String) -> [String] {
    let characters = Array(text)
    var parts: [String] = []
    var start = 0
    var expected: ClosedRange<Int> = 1...2
    var index = 0
    while index < characters.count {
      guard let mark = mark(characters, at: index), expected.contains(mark.ordinal) else {
        index += 1
        continue
      }
      // What stands ahead of the first mark is a heading of all, or the first value where it is the second mark.
      let ahead = value(characters[start..<index])
      if !parts.isEmpty || !ahead.isEmpty || expected.upperBound > 2 { parts.append(ahead) }
      expected = mark.ordinal + 1...mark.ordinal + 1
      index = mark.end
      start = index
    }
    if expected.upperBound == 2 { return [ListedText.clean(text)] }
    parts.append(value(characters[start...]))
    return parts
  }

  /// ``parts(_:)``, each of them split at `;`; without empty ones.
  static func values(_ text: String) -> [String] {
    parts(text).flatMap { $0.split(separator: ";") }.compactMap { ListedText.value(String($0)) }
  }

  /// `(1)`, `1)`, `(a)`, `a)` that stands where a word may begin.
  private static func mark(
    _ characters: [Character], at start: Int
  ) -> (ordinal: Int, end: Int)? {
    if start > 0, characters[start - 1].isLetter || characters[start - 1].isNumber { return nil }
    if start > 0, characters[start - 1] == "(" { return nil }
    var index = start
    if characters[index] == "(" { index += 1 }
    let first = index
    while index < characters.count, characters[index].isASCII,
      characters[index].isLetter || characters[index].isNumber, index < first + 2
    {
      index += 1
    }
    guard index > first, index < characters.count, characters[index] == ")" else { return nil }
    let label = String(characters[first..<index]).lowercased()
    if let number = Int(label) { return (number, index + 1) }
    guard label.utf8.count == 1, let letter = label.utf8.first else { return nil }
    return (Int(letter) - 0x60, index + 1)
  }

  private static func value(_ characters: ArraySlice<Character>) -> String {
    var text = ListedText.clean(String(characters))
    while let last = text.last, ",;.".contains(last), !endsInInitial(text) {
      text = ListedText.clean(String(text.dropLast()))
    }
    return ListedText.isPlaceholder(text) ? "" : text
  }

  /// The full stop of `Jr.` or `Mohammed A.` belongs to the word.
  private static func endsInInitial(_ text: String) -> Bool {
    guard text.last == "." else { return false }
    let word = text.dropLast().split(separator: " ").last ?? ""
    return word.count == 1 || word.lowercased() == "jr" || word.lowercased() == "sr"
  }
}
