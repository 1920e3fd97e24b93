import Records

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
    if givens == .none, sharesWord(arena.bytes, first.given, second.given) { givens = .word }
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
    if leftRest == 0 && rightRest == 0 { return equal > 0 ? .equal : .none }
    if leftRest == 0 || rightRest == 0 {
      guard equal >= shortest else { return .none }
      return isMark(bytes[(leftRest == 0 ? right : left) - 1]) ? .longer : .near
    }
    guard equal + min(leftRest, rightRest) >= 5 else { return .none }
    // One letter changed, left out or put in.
    let isNear =
      same(bytes, left + 1, leftEnd, right + 1, rightEnd)
      || same(bytes, left + 1, leftEnd, right, rightEnd)
      || same(bytes, left, leftEnd, right + 1, rightEnd)
    return isNear ? .near : .none
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

  private static func isMark(_ byte: UInt8) -> Bool { byte < 0x80 && !isAlphanumeric(byte) }

  private static func skipMarks(_ bytes: [UInt8], _ index: inout Int, _ end: Int) {
    while index < end, isMark(bytes[index]) { index += 1 }
  }

  /// Whether one word of three letters or more stands in both.
  private static func sharesWord(
    _ bytes: [UInt8], _ first: TextReference, _ second: TextReference
  ) -> Bool {
    // One word each: they would have been equal, and a large booking cannot afford the lists.
    guard bytes[first.range].contains(0x20) || bytes[second.range].contains(0x20) else {
      return false
    }
    for left in bytes[first.range].split(separator: 0x20) where left.count >= 3 {
      for right in bytes[second.range].split(separator: 0x20) where right.elementsEqual(left) {
        return true
      }
    }
    return false
  }

  /// A number that is the same for texts of the same letters and digits; marks do not count.
  static func key(_ bytes: [UInt8], _ text: TextReference, seed: UInt64 = 0) -> UInt64 {
    var hash = seed ^ 0xCBF2_9CE4_8422_2325
    for byte in bytes[text.range] where !isMark(byte) {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return hash
  }
}
