/// How much two stretches of letters look alike. Blanks, hyphens and other marks of ASCII do not count.
public enum LetterLikeness: Int, Comparable, Sendable {
  /// Too different.
  case none
  /// One letter is changed, left out or put in.
  case changed
  /// One ends within a word of the other.
  case cut
  /// One goes on behind the other with further words.
  case longer
  /// The same letters.
  case equal

  public static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }

  /// Compares two stretches of `bytes`.
  /// - Parameter shortest: letters that the shorter of two must have where it is the beginning of the
  ///   other; at least 1.
  @inlinable
  public static func of(
    _ bytes: [UInt8], _ first: Range<Int>, _ second: Range<Int>, shortest: Int
  ) -> Self {
    var left = first.lowerBound
    var right = second.lowerBound
    let leftEnd = first.upperBound
    let rightEnd = second.upperBound
    var equal = 0
    while true {
      skipMarks(bytes, &left, leftEnd)
      skipMarks(bytes, &right, rightEnd)
      guard left < leftEnd, right < rightEnd, bytes[left] == bytes[right] else { break }
      left += 1
      right += 1
      equal += 1
    }
    let leftRest = leftEnd - left
    let rightRest = rightEnd - right
    if leftRest == 0 && rightRest == 0 { return equal > 0 ? .equal : .none }
    if leftRest == 0 || rightRest == 0 {
      guard equal >= shortest else { return .none }
      return isMark(bytes[(leftRest == 0 ? right : left) - 1]) ? .longer : .cut
    }
    guard equal + min(leftRest, rightRest) >= 5 else { return .none }
    // Behind the changed letter both end alike: most texts of different people do not.
    let lastLeft = bytes[leftEnd - 1]
    let lastRight = bytes[rightEnd - 1]
    if lastLeft != lastRight, min(leftRest, rightRest) >= 2, !isMark(lastLeft), !isMark(lastRight) {
      return .none
    }
    let isChanged =
      areSame(bytes, left + 1, leftEnd, right + 1, rightEnd)
      || areSame(bytes, left + 1, leftEnd, right, rightEnd)
      || areSame(bytes, left, leftEnd, right + 1, rightEnd)
    return isChanged ? .changed : .none
  }

  @usableFromInline
  static func areSame(
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

  /// Whether one word of three letters or more stands in both.
  public static func shareWord(
    _ bytes: [UInt8], _ first: Range<Int>, _ second: Range<Int>
  ) -> Bool {
    // One word each: they would have been equal, and a large booking cannot afford the lists.
    guard bytes[first].contains(0x20) || bytes[second].contains(0x20) else { return false }
    for left in bytes[first].split(separator: 0x20) where left.count >= 3 {
      for right in bytes[second].split(separator: 0x20) where right.elementsEqual(left) {
        return true
      }
    }
    return false
  }

  /// Whether a byte is ASCII and neither letter nor digit.
  @inlinable
  @inline(__always)
  public static func isMark(_ byte: UInt8) -> Bool {
    let letter = byte & 0xDF
    return byte < 0x80 && !(byte >= 0x30 && byte <= 0x39) && !(letter >= 0x41 && letter <= 0x5A)
  }

  @inlinable
  @inline(__always)
  static func skipMarks(_ bytes: [UInt8], _ index: inout Int, _ end: Int) {
    while index < end, isMark(bytes[index]) { index += 1 }
  }
}
