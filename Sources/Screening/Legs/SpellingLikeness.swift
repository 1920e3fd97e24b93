internal import Records

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
    if givens == .none, sharesWord(letters, first.given, second.given) { givens = .word }
    return min(surnames, givens)
  }

  /// - Parameter shortest: letters that a cut form must have.
  private static func compare(
    _ letters: [UInt8], _ first: TextReference, _ second: TextReference, shortest: Int
  ) -> Self {
    var left = Int(first.start)
    var right = Int(second.start)
    let leftEnd = first.range.upperBound
    let rightEnd = second.range.upperBound
    var equal = 0
    while true {
      while left < leftEnd, letters[left] == 0x20 { left += 1 }
      while right < rightEnd, letters[right] == 0x20 { right += 1 }
      guard left < leftEnd, right < rightEnd, letters[left] == letters[right] else { break }
      left += 1
      right += 1
      equal += 1
    }
    if left == leftEnd && right == rightEnd { return equal > 0 ? .equal : .none }
    if left == leftEnd || right == rightEnd {
      guard equal >= shortest else { return .none }
      return letters[(left == leftEnd ? right : left) - 1] == 0x20 ? .longer : .cut
    }
    guard equal + min(leftEnd - left, rightEnd - right) >= 5 else { return .none }
    let isChanged =
      isSame(letters, left + 1..<leftEnd, right + 1..<rightEnd)
      || isSame(letters, left + 1..<leftEnd, right..<rightEnd)
      || isSame(letters, left..<leftEnd, right + 1..<rightEnd)
    return isChanged ? .changed : .none
  }

  private static func isSame(_ letters: [UInt8], _ first: Range<Int>, _ second: Range<Int>) -> Bool
  {
    var left = first.lowerBound
    var right = second.lowerBound
    while true {
      while left < first.upperBound, letters[left] == 0x20 { left += 1 }
      while right < second.upperBound, letters[right] == 0x20 { right += 1 }
      if left == first.upperBound || right == second.upperBound {
        return left == first.upperBound && right == second.upperBound
      }
      if letters[left] != letters[right] { return false }
      left += 1
      right += 1
    }
  }

  /// Whether one word of three letters or more stands in both.
  private static func sharesWord(
    _ letters: [UInt8], _ first: TextReference, _ second: TextReference
  ) -> Bool {
    guard letters[first.range].contains(0x20) || letters[second.range].contains(0x20) else {
      return false
    }
    for left in letters[first.range].split(separator: 0x20) where left.count >= 3 {
      for right in letters[second.range].split(separator: 0x20) where right.elementsEqual(left) {
        return true
      }
    }
    return false
  }
}
