/// The titles, and how sure they are behind and before a name.
extension GluedTitle {
  /// A title that is glued to names.
  struct Title {
    let letters: [UInt8]
    /// Letters that must be left for the reading without title to be sure, and to be likely.
    let sureFrom: Int
    let likelyFrom: Int
    /// Letters that must be left in the last word to think of a title at all.
    let letterMin: Int
    /// Whether it may stand before another title (`JOHNDRMR`).
    let isSecond: Bool
    let isOfChild: Bool
    /// Whether names end in these letters with a vowel before: always with an A, up to four letters with
    /// any other.
    let isUnsureBehindVowel: Bool

    init(
      _ letters: String, sureFrom: Int, likelyFrom: Int, letterMin: Int = 2,
      isSecond: Bool = false, isOfChild: Bool = false, isUnsureBehindVowel: Bool = false
    ) {
      self.letters = Array(letters.utf8)
      self.sureFrom = sureFrom
      self.likelyFrom = likelyFrom
      self.letterMin = letterMin
      self.isSecond = isSecond
      self.isOfChild = isOfChild
      self.isUnsureBehindVowel = isUnsureBehindVowel
    }

    func certainty(_ name: Span<UInt8>, _ left: Range<Int>) -> Certainty {
      let whole = left.lowerBound..<(left.upperBound + letters.count)
      if left.count < 2 || GluedTitle.endsInName(name, whole) { return .doubtful }
      if left.count >= sureFrom {
        return isUnsureBehindVowel && endsInShortVowel(name, left) ? .likely : .sure
      }
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
    Title("MS", sureFrom: never, likelyFrom: 4),
    Title("DR", sureFrom: never, likelyFrom: never, isSecond: true),
  ]

  /// Titles that are glued before a name, longest first.
  static let prefixes: [[UInt8]] = ["MASTER", "MISS", "MSTR", "PROF", "MRS", "MR", "MS", "DR"]
    .map { Array($0.utf8) }

  /// Names that begin with the letters of a title and of which no other name is left: DRISS is frequent, and
  /// ISS would be compared with ISSA.
  static let namesThatBeginAlike: [[UInt8]] = [
    "DRAGAN", "DRAGANA", "DRAGICA", "DRAGO", "DRAGOMIR", "DRAGOS", "DRAGOSLAV", "DRAKE", "DRAZEN",
    "DRIEKUS", "DRIES", "DRISS", "DRISSA", "DRISSIA", "DRITA", "DRITAN", "DRITON", "MASTERSON",
    "MASTURA", "MISSAEL", "MISSAK", "MISSOUM", "MRIDUL", "MRIDULA", "MRIGANKA", "MRINAL",
    "MRINALINI", "MRITYUNJAY", "MRUDULA", "MRUNAL", "MSIZI", "PROFIR", "PROFIRA",
  ].map { Array($0.utf8) }

  /// Titles of adults that stand as words of their own.
  static let adultWords: [[UInt8]] = ["MR", "MRS", "MS", "DR", "PROF", "SIR", "MADAM"]
    .map { Array($0.utf8) }

  /// Words that are a title and a name.
  static let wordsThatAreNames: [[UInt8]] = ["SIR", "MADAM", "MASTER"].map { Array($0.utf8) }

  /// Titles that stand as a word of their own behind a name, or are all there is.
  static let words: [[UInt8]] = [
    "MR", "MRS", "MS", "MISS", "MSTR", "MASTER", "DR", "PROF", "CHD", "CHLD", "INF", "INS", "SIR",
    "MADAM",
  ].map { Array($0.utf8) }

  /// Titles that stand as a word of their own before a name.
  static let prefixWords: [[UInt8]] = [
    "MR", "MRS", "MS", "MISS", "MSTR", "MASTER", "DR", "PROF", "SIR", "MADAM",
  ].map { Array($0.utf8) }

  /// Names that end in the letters of a title though they are long enough to be cut.
  static let namesThatEndAlike: [[UInt8]] = [
    "ADAMS", "ABRAMS", "WILLIAMS", "GRAHAMS", "HELMS", "SIMMS", "TIMMS", "JEROMS", "ISLAMS",
    "UMAYMR", "SHAMR", "THAMR", "OMAMR", "KHUMR", "ALEXANDR", "ALEKSANDR", "OLEKSANDR", "ISKANDR",
    "SIKANDR", "BADR", "QADR", "NADR", "SADR", "HAIDR", "HAYDR",
  ].map { Array($0.utf8) }

  static func endsInName(_ name: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var start = range.upperBound
    while start > range.lowerBound, name[start - 1] != blank { start -= 1 }
    return matches(name, start..<range.upperBound, namesThatEndAlike)
  }
}
