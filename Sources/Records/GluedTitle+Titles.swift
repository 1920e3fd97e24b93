/// The titles, and how sure they are behind and before a name.
extension GluedTitle {
  /// A word of up to sixteen letters in two numbers: every name of every feed is compared with these.
  struct Word: Equatable {
    let count: Int
    private let low: UInt64
    private let high: UInt64

    init(_ text: String) {
      let letters = Array(text.utf8)
      self = Word(letters.span, 0..<letters.count)
    }

    /// Equal to no word of the tables if it is longer than sixteen letters.
    init(_ name: Span<UInt8>, _ range: Range<Int>) {
      var words: (low: UInt64, high: UInt64) = (0, 0)
      count = range.count
      if count <= 16 {
        var shift: UInt64 = 0
        for index in range {
          if shift < 64 {
            words.low |= UInt64(name[index]) << shift
          } else {
            words.high |= UInt64(name[index]) << (shift - 64)
          }
          shift += 8
        }
      }
      low = words.low
      high = words.high
    }
  }

  /// A title that is glued to names.
  struct Title {
    let letters: Word
    let lastLetter: UInt8
    /// Letters that must be left for the reading without title to be sure, and to be likely.
    let sureFrom: Int
    let likelyFrom: Int
    /// Letters that must be left for it to be likely where all names around have a title.
    let expectedFrom: Int
    /// Letters that must be left in the last word to think of a title at all.
    let letterMin: Int
    /// Whether it may stand before another title (`JOHNDRMR`).
    let isSecond: Bool
    let isOfChild: Bool
    /// Whether names end in these letters with a vowel before: always with an A, up to four letters with
    /// any other.
    let isUnsureBehindVowel: Bool

    init(
      _ letters: String, sureFrom: Int, likelyFrom: Int, expectedFrom: Int = never,
      letterMin: Int = 2,
      isSecond: Bool = false, isOfChild: Bool = false, isUnsureBehindVowel: Bool = false
    ) {
      self.letters = Word(letters)
      lastLetter = letters.utf8.last ?? 0
      self.sureFrom = sureFrom
      self.likelyFrom = likelyFrom
      self.expectedFrom = expectedFrom
      self.letterMin = letterMin
      self.isSecond = isSecond
      self.isOfChild = isOfChild
      self.isUnsureBehindVowel = isUnsureBehindVowel
    }

    func certainty(_ name: Span<UInt8>, _ left: Range<Int>, isExpected: Bool) -> Certainty {
      let whole = left.lowerBound..<(left.upperBound + letters.count)
      if left.count < 2 || GluedTitle.endsInName(name, whole) { return .doubtful }
      if left.count >= sureFrom {
        return isUnsureBehindVowel && endsInShortVowel(name, left) ? .likely : .sure
      }
      // EVAMS where everybody has a title.
      let likelyFrom = isExpected ? min(likelyFrom, expectedFrom) : likelyFrom
      return left.count >= likelyFrom ? .likely : .doubtful
    }

    private func endsInShortVowel(_ name: Span<UInt8>, _ left: Range<Int>) -> Bool {
      switch name[left.upperBound - 1] {
      case 0x41: true
      case 0x45, 0x49, 0x4F, 0x55: left.count <= 4
      default: false
      }
    }
  }

  static let never = Int.max

  /// Longest first. Names in -DR, -INS and short ones in -MR, -MS are common: ALEXANDR, MARTINS, SAMR.
  /// So are those in -AMR and -NIMR where two names are written as one (MOHAMEDAMR), and KHAMISS.
  static let titles: [Title] = [
    Title("MASTER", sureFrom: 3, likelyFrom: 2, isOfChild: true),
    Title(
      "MISS", sureFrom: 3, likelyFrom: 2, letterMin: 1, isOfChild: true, isUnsureBehindVowel: true),
    Title("MSTR", sureFrom: 2, likelyFrom: 2, letterMin: 1, isOfChild: true),
    Title("PROF", sureFrom: 2, likelyFrom: 2, isSecond: true),
    Title("CHLD", sureFrom: 2, likelyFrom: 2, isOfChild: true),
    Title("MRS", sureFrom: 3, likelyFrom: 2, letterMin: 1),
    Title("CHD", sureFrom: 4, likelyFrom: 2, isOfChild: true),
    Title("INF", sureFrom: 3, likelyFrom: 2, letterMin: 1, isOfChild: true),
    Title("INS", sureFrom: never, likelyFrom: never, isOfChild: true),
    Title("MR", sureFrom: 3, likelyFrom: never, isUnsureBehindVowel: true),
    Title("MS", sureFrom: never, likelyFrom: 4, expectedFrom: 3),
    Title("DR", sureFrom: never, likelyFrom: never, isSecond: true),
  ]

  /// Titles that are glued before a name, longest first.
  static let prefixes: [Word] = ["MASTER", "MISS", "MSTR", "PROF", "MRS", "MR", "MS", "DR"]
    .map { Word($0) }

  /// The last letters of titles, and the first ones of those before a name.
  static func mayEndInTitle(_ letter: UInt8) -> Bool {
    letter == 0x52 || letter == 0x53 || letter == 0x46 || letter == 0x44  // R S F D
  }

  static func mayBeginWithTitle(_ letter: UInt8) -> Bool {
    letter == 0x4D || letter == 0x50 || letter == 0x44  // M P D
  }

  /// Names that begin with the letters of a title and of which no other name is left: DRISS is frequent, and
  /// ISS would be compared with ISSA.
  static let namesThatBeginAlike: [Word] = [
    "DRAGAN", "DRAGANA", "DRAGICA", "DRAGO", "DRAGOMIR", "DRAGOS", "DRAGOSLAV", "DRAKE", "DRAZEN",
    "DRIEKUS", "DRIES", "DRISS", "DRISSA", "DRISSIA", "DRITA", "DRITAN", "DRITON", "MASTERSON",
    "MASTURA", "MISSAEL", "MISSAK", "MISSOUM", "MRIDUL", "MRIDULA", "MRIGANKA", "MRINAL",
    "MRINALINI", "MRITYUNJAY", "MRUDULA", "MRUNAL", "MSIZI", "PROFIR", "PROFIRA",
  ].map { Word($0) }

  /// Titles of adults that stand as words of their own.
  static let adultWords: [Word] = ["MR", "MRS", "MS", "DR", "PROF", "SIR", "MADAM"]
    .map { Word($0) }

  /// Letters of the longest of ``words``.
  static let longestWord = 6

  /// Words that are a title and a name.
  static let wordsThatAreNames: [Word] = ["SIR", "MADAM", "MASTER"].map { Word($0) }

  /// Titles that stand as a word of their own behind a name, or are all there is.
  static let words: [Word] = [
    "MR", "MRS", "MS", "MISS", "MSTR", "MASTER", "DR", "PROF", "CHD", "CHLD", "INF", "INS", "SIR",
    "MADAM",
  ].map { Word($0) }

  /// Titles that stand as a word of their own before a name.
  static let prefixWords: [Word] = [
    "MR", "MRS", "MS", "MISS", "MSTR", "MASTER", "DR", "PROF", "SIR", "MADAM",
  ].map { Word($0) }

  /// Names that end in the letters of a title though they are long enough to be cut.
  static let namesThatEndAlike: [Word] = [
    "ADAMS", "ABRAMS", "WILLIAMS", "GRAHAMS", "HELMS", "SIMMS", "TIMMS", "JEROMS", "ISLAMS",
    "UMAYMR", "SHAMR", "THAMR", "OMAMR", "KHUMR", "ALEXANDR", "ALEKSANDR", "OLEKSANDR", "ISKANDR",
    "SIKANDR", "BADR", "QADR", "NADR", "SADR", "HAIDR", "HAYDR",
  ].map { Word($0) }

  static func endsInName(_ name: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var start = range.upperBound
    while start > range.lowerBound, name[start - 1] != blank { start -= 1 }
    return matches(name, start..<range.upperBound, namesThatEndAlike)
  }
}
