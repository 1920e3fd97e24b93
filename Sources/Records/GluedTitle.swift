/// Takes the titles off a given name: `JOHNMR`, `JOHNDRMR`, `ISABELLE MRS`, `MRS ANNE MARIE`.
///
/// Reservation systems glue the title to the given name, and nothing in the message says where the
/// name ends. So a known title is taken off only at the end (or as a word of its own), the longest
/// first, with at least two letters left, and where a name may as well end in these letters
/// (ADAMS, ALEXANDR, SAMR) both readings are kept.
public enum GluedTitle {
  /// How sure the reading without title is.
  public enum Certainty: Sendable {
    /// There is no title; the range is the whole name.
    case untitled
    /// What was taken off is a title.
    case sure
    /// Probably a title: the range is the main name, the whole name another spelling.
    case likely
    /// Probably part of the name: the whole name is the main name, the range another spelling.
    case doubtful
  }

  public struct Reading: Sendable, Equatable {
    /// What is left of the name; empty when it was nothing but a title.
    public let range: Range<Int>
    public let certainty: Certainty
    /// Another part of the name that may be all of it, besides `range` and the whole name.
    public let further: Range<Int>?
    /// What was taken off is a title that children do not have.
    public let isAdult: Bool

    /// What stands behind a glued prefix, if that was found.
    var prefixed: Range<Int>? { certainty == .doubtful ? range : nil }

    init(
      range: Range<Int>, certainty: Certainty, further: Range<Int>? = nil, isAdult: Bool = false
    ) {
      self.range = range
      self.certainty = certainty
      self.further = further
      self.isAdult = isAdult
    }
  }

  /// - Parameters:
  ///   - name: upper case letters (UTF-8), blanks between words, none at the ends.
  ///   - isExpected: the names around it have titles, as in lists that glue one to each name.
  /// - Returns: what is left and how sure that is.
  public static func strip(_ name: Span<UInt8>, isExpected: Bool = false) -> Reading {
    var range = 0..<name.count
    guard !range.isEmpty else { return Reading(range: range, certainty: .untitled) }
    if let plain = stripPlain(name, range) { return plain }
    let bare = withoutWords(name)
    guard bare != range else { return withoutGluedTitle(name, range, isExpected) }
    range = bare
    let isAdult = hasWord(name, beside: range, adultWords)
    // SIR ELKHATIM: these words are names as well.
    let whole = hasWord(name, beside: range, wordsThatAreNames) ? 0..<name.count : nil
    if range.isEmpty {
      return Reading(range: range, certainty: .sure, further: whole, isAdult: isAdult)
    }
    // The title of `ISABELLE MRS` is found, and what is left ends in a name; SAARMISS CHD has another.
    let glued = withoutGluedTitle(name, range, isExpected)
    let hasAnother = glued.certainty == .sure || glued.certainty == .likely
    return Reading(
      range: range, certainty: .sure, further: hasAnother ? glued.range : whole, isAdult: isAdult)
  }

  /// - Returns: the name without titles that stand as words of their own; empty if it is nothing else.
  public static func withoutWords(_ name: Span<UInt8>) -> Range<Int> {
    var range = 0..<name.count
    while let shorter = withoutTitleWord(name, range) { range = shorter }
    return range
  }

  /// Whether one of `words` stands beside `range`.
  private static func hasWord(
    _ name: Span<UInt8>, beside range: Range<Int>, _ words: [Word]
  ) -> Bool {
    var start = 0
    for index in 0...name.count where index == name.count || name[index] == blank {
      let word = start..<index
      let isBeside = range.isEmpty || index <= range.lowerBound || start >= range.upperBound
      if isBeside, matches(name, word, words) { return true }
      start = index + 1
    }
    return false
  }

  /// One title word less at either end; nil if neither end is one.
  private static func withoutTitleWord(_ name: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    guard !range.isEmpty else { return nil }
    var start = range.upperBound
    while start > range.lowerBound, name[start - 1] != blank { start -= 1 }
    if range.upperBound - start <= longestWord, matches(name, start..<range.upperBound, words) {
      var end = start
      while end > range.lowerBound, name[end - 1] == blank { end -= 1 }
      return range.lowerBound..<end
    }
    var end = range.lowerBound
    while end < range.upperBound, name[end] != blank { end += 1 }
    if end < range.upperBound, matches(name, range.lowerBound..<end, prefixWords) {
      var start = end
      while start < range.upperBound, name[start] == blank { start += 1 }
      if range.upperBound - start >= 1 { return start..<range.upperBound }
    }
    return nil
  }

  private static func withoutGluedTitle(
    _ name: Span<UInt8>, _ range: Range<Int>, _ isExpected: Bool
  ) -> Reading {
    guard let first = gluedTitle(name, range) else { return withoutGluedPrefix(name, range) }
    var left = range.lowerBound..<(range.upperBound - first.letters.count)
    let certainty = first.certainty(name, left, isExpected: isExpected)
    guard certainty != .doubtful else {
      return Reading(
        range: left, certainty: .doubtful, further: withoutGluedPrefix(name, range).prefixed)
    }
    // JOHNDRMR, SAARMISSCHD: two titles, unless the first one ends the name (ALEXANDRMR).
    var further: Range<Int>?
    if let second = gluedTitle(name, left), second.isSecond || first.isOfChild {
      let shorter = left.lowerBound..<(left.upperBound - second.letters.count)
      let isDoubtful = second.certainty(name, shorter, isExpected: false) == .doubtful
      if endsInName(name, left) || !second.isSecond && isDoubtful {
        further = shorter
      } else {
        further = left
        left = shorter
      }
    }
    if certainty == .likely, further == nil { further = withoutGluedPrefix(name, range).prefixed }
    return Reading(
      range: trimmed(name, left), certainty: certainty, further: further.map { trimmed(name, $0) },
      isAdult: !first.isOfChild)
  }

  /// `MRJONATHON`: rare, and many names begin with these letters. So the whole name stays the main one.
  private static func withoutGluedPrefix(_ name: Span<UInt8>, _ range: Range<Int>) -> Reading {
    guard mayBeginWithTitle(name[range.lowerBound]) else {
      return Reading(range: range, certainty: .untitled)
    }
    var found: [Range<Int>] = []
    var first = range.lowerBound
    while first < range.upperBound, name[first] != blank { first += 1 }
    if matches(name, range.lowerBound..<first, namesThatBeginAlike) {
      return Reading(range: range, certainty: .untitled)
    }
    for letters in prefixes where range.count >= letters.count + 3 {
      let end = range.lowerBound + letters.count
      guard Word(name, range.lowerBound..<end) == letters, found.count < 2 else { continue }
      var word = end
      while word < range.upperBound, name[word] != blank { word += 1 }
      if word - end >= 3 { found.append(end..<range.upperBound) }
    }
    guard let first = found.first else { return Reading(range: range, certainty: .untitled) }
    return Reading(
      range: first, certainty: .doubtful, further: found.count > 1 ? found[1] : nil)
  }

  private static func trimmed(_ name: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, name[end - 1] == blank { end -= 1 }
    return range.lowerBound..<end
  }

  /// The longest title that the last word ends in, with enough letters before it.
  private static func gluedTitle(_ name: Span<UInt8>, _ range: Range<Int>) -> Title? {
    guard let last = range.last, mayEndInTitle(name[last]) else { return nil }
    for title in titles where title.lastLetter == name[last] {
      let count = title.letters.count
      let before = range.upperBound - count
      guard range.count >= count + title.letterMin,
        Word(name, before..<range.upperBound) == title.letters
      else { continue }
      var hasBlank = false
      for index in (before - title.letterMin)..<before where name[index] == blank {
        hasBlank = true
      }
      if !hasBlank { return title }
    }
    return nil
  }

  static func matches(_ name: Span<UInt8>, _ range: Range<Int>, _ words: [Word]) -> Bool {
    guard (2...10).contains(range.count) else { return false }
    let word = Word(name, range)
    for known in words where known == word { return true }
    return false
  }

  static let blank: UInt8 = 0x20
}
