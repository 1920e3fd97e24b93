internal import Records
internal import Similarity

/// How much two folded spellings look like one person's name.
enum SpellingLikeness: Int, Comparable {
  /// Names of two people, as far as the spelling tells.
  case none
  /// One letter of surname or given names is changed, left out or put in.
  case changed
  /// Surname and given name are in each other's place, or one given name of several is shared.
  case word
  /// Cut within a word, or with a title stuck to its end.
  case cut
  /// One has further names behind the other, or has no given name.
  case longer
  /// The same letters.
  case equal

  static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }

  static func of(
    _ letters: [UInt8], _ first: LegNames.Spelling, _ second: LegNames.Spelling
  ) -> Self {
    guard first.key != 0, second.key != 0 else { return .none }
    if first.key == second.key { return .equal }
    let surnames = compare(letters, first.surname, second.surname, shortest: 4)
    if surnames == .none {
      let isSwapped =
        !first.given.isEmpty && !second.given.isEmpty
        && compare(letters, first.surname, second.given, shortest: .max) == .equal
        && compare(letters, first.given, second.surname, shortest: .max) == .equal
      return isSwapped ? .word : .none
    }
    if first.given.isEmpty || second.given.isEmpty { return min(surnames, .longer) }
    var givens = compare(letters, first.given, second.given, shortest: 1)
    if givens == .none, LetterLikeness.shareWord(letters, first.given.range, second.given.range) {
      givens = .word
    }
    return min(surnames, givens)
  }

  /// - Parameter shortest: letters that a cut form must have.
  private static func compare(
    _ letters: [UInt8], _ first: TextReference, _ second: TextReference, shortest: Int
  ) -> Self {
    switch LetterLikeness.of(letters, first.range, second.range, shortest: shortest) {
    case .none: .none
    case .changed: .changed
    case .cut: .cut
    case .longer: .longer
    case .equal: .equal
    }
  }
}
