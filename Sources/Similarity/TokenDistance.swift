/// Weighted optimal-string-alignment distance of two folded tokens, with scratch rows that are
/// reused, so that a comparison allocates nothing.
///
/// Optimal string alignment: insertions, deletions, substitutions and exchanges of neighbours,
/// no letter edited twice.
public struct TokenDistance: Sendable {
  /// No pair of different tokens is similar below this, in thousandths.
  public static let floor = 600

  /// Three rows of the matrix, and what it costs to add each letter of the second token.
  private var rows: [Int32]
  private let substitution: [UInt8]
  private static let width = 33

  public init(costs: EditCosts = .standard) {
    rows = [Int32](repeating: 0, count: 4 * TokenDistance.width)
    substitution = costs.substitution
  }

  /// How many edits two spellings of one token may be apart, by the longer one's letters. The count
  /// is limited apart from the cost, because cheap edits may add up to another name.
  @inlinable
  @inline(__always)
  public static func editsMax(letters: Int) -> Int {
    letters <= 2 ? 0 : letters <= 4 ? 1 : letters <= 7 ? 2 : 3
  }

  /// 1000 for equal tokens, 0 below ``floor``, else 1000 − 1150 · cost / mean length.
  /// - Parameters: A–Z letters, at most 32 each, not both empty.
  public mutating func similarity(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Int {
    // The mean is (|a| + |b|) / 2 and the cost is in hundredths, hence 23 = 1150 · 2 / 100.
    let letters = a.count + b.count
    // The first cost that is too much: 23 · cost / letters > 1000 − floor, rounded down.
    let limit = ((1000 - TokenDistance.floor + 1) * letters + 22) / 23
    return TokenDistance.similarity(cost: distance(a, b, below: limit), letters: letters)
  }

  /// - Parameters: the cost in hundredths of an edit, the letters of both tokens together.
  @inline(__always)
  static func similarity(cost: Int, letters: Int) -> Int {
    let similarity = 1000 - 23 * cost / letters
    return similarity >= floor ? similarity : 0
  }

  /// The least cost in hundredths of an edit.
  public mutating func distance(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Int {
    distance(a, b, below: Int(Int32.max))
  }

  /// The least cost in hundredths of an edit if it is below `limit`, else some cost that is not.
  mutating func distance(_ a: Span<UInt8>, _ b: Span<UInt8>, below limit: Int) -> Int {
    let width = TokenDistance.width
    precondition(a.count < width && b.count < width, "tokens are at most 32 letters")
    var row = width
    var before = 0
    var beforeThat = 2 * width
    let adds = 3 * width
    let table = substitution
    let substitution = table.span
    var rows = rows.mutableSpan
    rows[before] = 0
    var previous: UInt8 = 0
    for j in b.indices {
      let add = EditCosts.indel(b[j], after: previous)
      rows[adds + j] = add
      rows[before + j + 1] = rows[before + j] &+ add
      previous = b[j]
    }
    previous = 0
    var leastBefore: Int32 = 0
    for i in a.indices {
      let letter = a[i]
      let drop = EditCosts.indel(letter, after: previous)
      let costs = (Int(letter) - 0x41) * 26 - 0x41
      var left = rows[before] &+ drop
      var diagonal = rows[before]
      rows[row] = left
      var least = left
      var otherBefore: UInt8 = 0
      for j in b.indices {
        let other = b[j]
        let above = rows[before + j + 1]
        var best = min(
          diagonal &+ Int32(substitution[costs + Int(other)]),
          min(above &+ drop, left &+ rows[adds + j]))
        if letter == otherBefore && previous == other && letter != other {
          best = min(best, rows[beforeThat + j - 1] &+ Int32(EditCosts.transposition))
        }
        rows[row + j + 1] = best
        least = min(least, best)
        diagonal = above
        left = best
        otherBefore = other
      }
      // Costs only grow from row to row; an exchange reaches over one.
      if Int(min(least, leastBefore)) >= limit { return limit }
      leastBefore = least
      previous = letter
      (beforeThat, before, row) = (before, row, beforeThat)
    }
    return Int(rows[before + b.count])
  }
}
