import Records
import Similarity

/// How much two spellings look like one person's name, from nothing in common to the same letters.
enum NameLikeness: Int, Comparable {
  /// Names of two people, as far as the spelling tells.
  case none
  /// One given name of several is shared, or surname and given name are in each other's place.
  case word
  /// Cut within a word, or one letter changed, left out or put in.
  case near
  /// One has further names behind the other, or has no given name.
  case longer
  /// The same letters; blanks, hyphens and apostrophes do not count.
  case equal

  static func < (first: NameLikeness, second: NameLikeness) -> Bool {
    first.rawValue < second.rawValue
  }

  static func of(_ arena: TextArena, _ first: ReadName, _ second: ReadName) -> NameLikeness {
    guard !first.isEmpty, !second.isEmpty else { return .none }
    if areEqual(arena, first, second) { return .equal }
    let surnames = compare(arena.bytes, first.surname, second.surname, shortest: 4)
    if surnames == .none { return areSwapped(arena, first, second) ? .word : .none }
    if first.given.isEmpty && second.given.isEmpty { return surnames }
    if first.given.isEmpty || second.given.isEmpty { return min(surnames, .longer) }
    var givens = compare(arena.bytes, first.given, second.given, shortest: 1)
    if givens == .none, LetterLikeness.shareWord(arena.bytes, first.given.range, second.given.range)
    {
      givens = .word
    }
    return min(surnames, givens)
  }

  /// The same bytes in both parts, with a letter or digit at their beginning: nothing else to compare.
  private static func areEqual(
    _ arena: TextArena, _ first: ReadName, _ second: ReadName
  ) -> Bool {
    guard !first.given.isEmpty, isAlphanumeric(arena.bytes[Int(first.surname.start)]),
      isAlphanumeric(arena.bytes[Int(first.given.start)])
    else { return false }
    return arena.equal(first.surname, second.surname) && arena.equal(first.given, second.given)
  }

  private static func areSwapped(
    _ arena: TextArena, _ first: ReadName, _ second: ReadName
  ) -> Bool {
    guard !first.given.isEmpty, !second.given.isEmpty else { return false }
    return compare(arena.bytes, first.surname, second.given, shortest: .max) == .equal
      && compare(arena.bytes, first.given, second.surname, shortest: .max) == .equal
  }

  /// - Parameter shortest: letters that a cut form must have.
  private static func compare(
    _ bytes: [UInt8], _ first: TextReference, _ second: TextReference, shortest: Int
  ) -> NameLikeness {
    switch LetterLikeness.of(bytes, first.range, second.range, shortest: shortest) {
    case .none: .none
    case .changed, .cut: .near
    case .longer: .longer
    case .equal: .equal
    }
  }

  /// A number that is the same for texts of the same letters and digits; marks do not count.
  static func key(_ bytes: [UInt8], _ text: TextReference, seed: UInt64 = 0) -> UInt64 {
    var hash = seed ^ 0xCBF2_9CE4_8422_2325
    for byte in bytes[text.range] where !LetterLikeness.isMark(byte) {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return hash
  }
}
