/// One token prepared to be compared with many: counts the edits (insertions, deletions,
/// substitutions, exchanges of neighbours; optimal string alignment) to another token, a whole
/// column of the distance matrix per letter in one machine word (Hyyrö 2003).
public struct EditPattern: Sendable {
  /// For each letter A–Z the places where the pattern has it.
  private var places: [UInt64]
  public let count: Int

  /// - Parameter letters: A–Z, at most 64.
  public init(_ letters: Span<UInt8>) {
    precondition(letters.count <= 64)
    places = [UInt64](repeating: 0, count: 26)
    count = letters.count
    for index in letters.indices { places[Int(letters[index]) - 0x41] |= 1 << UInt64(index) }
  }

  /// The least number of edits between the pattern and `other` (A–Z).
  public func edits(to other: Span<UInt8>) -> Int {
    if count == 0 { return other.count }
    let places = places.span
    let last = UInt64(1) << UInt64(count - 1)
    var distance = count
    // Differences between neighbours in the current column: +1 and −1; and where the diagonal is 0.
    var plus = ~UInt64(0)
    var minus: UInt64 = 0
    var diagonal: UInt64 = 0
    var before: UInt64 = 0
    for index in other.indices {
      let same = places[Int(other[index]) - 0x41]
      let exchanged = ((~diagonal & same) << 1) & before
      diagonal = (((same & plus) &+ plus) ^ plus) | same | minus | exchanged
      var rowPlus = minus | ~(diagonal | plus)
      let rowMinus = diagonal & plus
      if rowPlus & last != 0 { distance += 1 }
      if rowMinus & last != 0 { distance -= 1 }
      rowPlus = rowPlus << 1 | 1
      plus = (rowMinus << 1) | ~(diagonal | rowPlus)
      minus = rowPlus & diagonal
      before = same
    }
    return distance
  }
}
