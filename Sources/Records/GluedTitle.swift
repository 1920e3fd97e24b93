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
  }

  /// - Parameter name: upper case letters (UTF-8), blanks between words, none at the ends.
  /// - Returns: what is left and how sure that is.
  public static func strip(_ name: Span<UInt8>) -> Reading {
    var range = 0..<name.count
    guard !range.isEmpty else { return Reading(range: range, certainty: .untitled) }
    var isTitled = false
    while let shorter = withoutTitleWord(name, range) {
      range = shorter
      isTitled = true
    }
    if range.isEmpty { return Reading(range: range, certainty: .sure) }
    // The title of `ISABELLE MRS` is found; what is left ends in a name.
    if isTitled { return Reading(range: range, certainty: .sure) }
    return withoutGluedTitle(name, range)
  }

  /// One title word less at either end; nil if neither end is one.
  private static func withoutTitleWord(_ name: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    guard !range.isEmpty else { return nil }
    var start = range.upperBound
    while start > range.lowerBound, name[start - 1] != blank { start -= 1 }
    if matches(name, start..<range.upperBound, words) {
      var end = start
      while end > range.lowerBound, name[end - 1] == blank { end -= 1 }
      return range.lowerBound..<end
    }
    var end = range.lowerBound
    while end < range.upperBound, name[end] != blank { end += 1 }
    if end < range.upperBound, matches(name, range.lowerBound..<end, prefixWords) {
      var start = end
      while start < range.upperBound, name[start] == blank { start += 1 }
      if range.upperBound - start >= 2 { return start..<range.upperBound }
    }
    return nil
  }

  private static func withoutGluedTitle(_ name: Span<UInt8>, _ range: Range<Int>) -> Reading {
    guard let first = gluedTitle(name, range) else {
      return Reading(range: range, certainty: .untitled)
    }
    var left = range.lowerBound..<(range.upperBound - first.letters.count)
    let certainty = first.certainty(name, left)
    guard certainty != .doubtful else { return Reading(range: left, certainty: .doubtful) }
    // JOHNDRMR: behind one title another one is no longer in doubt.
    if let second = gluedTitle(name, left), second.isSecond {
      left = left.lowerBound..<(left.upperBound - second.letters.count)
    }
    while left.upperBound > left.lowerBound, name[left.upperBound - 1] == blank {
      left = left.lowerBound..<(left.upperBound - 1)
    }
    return Reading(range: left, certainty: certainty)
  }

  /// The longest title that the last word ends in, with two letters before it.
  private static func gluedTitle(_ name: Span<UInt8>, _ range: Range<Int>) -> Title? {
    titles.first { title in
      let count = title.letters.count
      guard range.count >= count + 2, ends(name, range, title.letters) else { return false }
      let before = range.upperBound - count
      return name[before - 1] != blank && name[before - 2] != blank
    }
  }

  private static func ends(
    _ name: Span<UInt8>, _ range: Range<Int>, _ letters: [UInt8]
  ) -> Bool {
    let count = letters.count
    return range.count >= count
      && equal(name, (range.upperBound - count)..<range.upperBound, letters)
  }

  private static func matches(
    _ name: Span<UInt8>, _ range: Range<Int>, _ words: [[UInt8]]
  ) -> Bool {
    words.contains { $0.count == range.count && equal(name, range, $0) }
  }

  private static func equal(
    _ name: Span<UInt8>, _ range: Range<Int>, _ letters: [UInt8]
  ) -> Bool {
    var index = range.lowerBound
    for byte in letters {
      if name[index] != byte { return false }
      index += 1
    }
    return true
  }

  private static let blank: UInt8 = 0x20

  /// A title that is glued to names.
  private struct Title {
    let letters: [UInt8]
    /// Letters that must be left for the reading without title to be sure, and to be likely.
    let sureFrom: Int
    let likelyFrom: Int
    /// Whether it may stand before another title (`JOHNDRMR`).
    let isSecond: Bool

    init(_ letters: String, sureFrom: Int, likelyFrom: Int, isSecond: Bool = false) {
      self.letters = Array(letters.utf8)
      self.sureFrom = sureFrom
      self.likelyFrom = likelyFrom
      self.isSecond = isSecond
    }

    func certainty(_ name: Span<UInt8>, _ left: Range<Int>) -> Certainty {
      let whole = left.lowerBound..<(left.upperBound + letters.count)
      if GluedTitle.endsInName(name, whole) { return .doubtful }
      if left.count >= sureFrom { return .sure }
      return left.count >= likelyFrom ? .likely : .doubtful
    }
  }

  private static let never = Int.max

  /// Longest first. Names in -DR, -INS and short ones in -MR, -MS are common: ALEXANDR, MARTINS, SAMR.
  private static let titles: [Title] = [
    Title("MASTER", sureFrom: 3, likelyFrom: 2),
    Title("MISS", sureFrom: 3, likelyFrom: 2),
    Title("MSTR", sureFrom: 2, likelyFrom: 2),
    Title("PROF", sureFrom: 2, likelyFrom: 2, isSecond: true),
    Title("CHLD", sureFrom: 2, likelyFrom: 2),
    Title("MRS", sureFrom: 3, likelyFrom: 2),
    Title("CHD", sureFrom: 2, likelyFrom: 2),
    Title("INF", sureFrom: 3, likelyFrom: 2),
    Title("INS", sureFrom: never, likelyFrom: never),
    Title("MR", sureFrom: 3, likelyFrom: never),
    Title("MS", sureFrom: never, likelyFrom: 4),
    Title("DR", sureFrom: never, likelyFrom: never, isSecond: true),
  ]

  /// Titles that stand as a word of their own behind a name, or are all there is.
  private static let words: [[UInt8]] = [
    "MR", "MRS", "MS", "MISS", "MSTR", "MASTER", "DR", "PROF", "CHD", "CHLD", "INF", "INS", "SIR",
    "MADAM",
  ].map { Array($0.utf8) }

  /// Titles that stand as a word of their own before a name.
  private static let prefixWords: [[UInt8]] = [
    "MR", "MRS", "MS", "MISS", "MSTR", "MASTER", "DR", "PROF", "SIR", "MADAM",
  ].map { Array($0.utf8) }

  /// Names that end in the letters of a title though they are long enough to be cut.
  private static let namesThatEndAlike: [[UInt8]] = [
    "ADAMS", "ABRAMS", "WILLIAMS", "GRAHAMS", "HELMS", "SIMMS", "TIMMS", "JEROMS", "ISLAMS",
    "UMAYMR", "SHAMR", "THAMR", "OMAMR", "KHUMR",
  ].map { Array($0.utf8) }

  private static func endsInName(_ name: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var start = range.upperBound
    while start > range.lowerBound, name[start - 1] != blank { start -= 1 }
    return matches(name, start..<range.upperBound, namesThatEndAlike)
  }
}
