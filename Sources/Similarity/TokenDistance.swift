/// Weighted optimal-string-alignment distance of two folded tokens, with scratch rows that are
/// reused, so that a comparison allocates nothing.
///
/// Optimal string alignment: insertions, deletions, substitutions and exchanges of neighbours,
/// no letter edited twice. The count of edits is limited by length, because cheap edits may add up
/// to another name.
public struct TokenDistance: Sendable {
  /// No pair of different tokens is similar below this, in thousandths.
  public static let floor = 600

  /// Three rows of weighted costs, then three rows of edit counts.
  private var rows: [Int32]
  private let substitution: [UInt8]
  private static let width = 33

  public init(costs: EditCosts = .standard) {
    rows = [Int32](repeating: 0, count: 6 * TokenDistance.width)
    substitution = costs.substitution
  }

  /// How many edits two spellings of one token may be apart, by the longer one's letters.
  @inline(__always)
  public static func editsMax(letters: Int) -> Int {
    letters <= 2 ? 0 : letters <= 4 ? 1 : letters <= 7 ? 2 : 3
  }

  /// 1000 for equal tokens, 0 below ``floor``, else 1000 − 1150 · cost / mean length.
  /// - Parameters: A–Z letters, at most 32 each; `editsMax` limits the unweighted edits.
  public mutating func similarity(
    _ a: Span<UInt8>, _ b: Span<UInt8>, editsMax: Int
  ) -> Int {
    guard abs(a.count - b.count) <= editsMax else { return 0 }
    guard let cost = distance(a, b, editsMax: editsMax) else { return 0 }
    // mean = (|a| + |b|) / 2 and cost is in hundredths, hence the factor 23 = 1150 · 2 / 100.
    let similarity = 1000 - 23 * cost / (a.count + b.count)
    return similarity >= TokenDistance.floor ? similarity : 0
  }

  /// The least cost in hundredths of an edit; nil when more than `editsMax` edits are needed.
  public mutating func distance(
    _ a: Span<UInt8>, _ b: Span<UInt8>, editsMax: Int
  ) -> Int? {
    let n = a.count
    let m = b.count
    let width = TokenDistance.width
    precondition(n < width && m < width, "tokens are at most 32 letters")
    let limit = Int32(editsMax)
    var row = width
    var before = 0
    var beforeThat = 2 * width
    let counts = 3 * width
    let table = substitution
    let substitution = table.span
    var rows = rows.mutableSpan
    rows[before] = 0
    rows[counts + before] = 0
    for j in 0..<m {
      rows[before + j + 1] = rows[before + j] + EditCosts.indel(b[j], after: j > 0 ? b[j - 1] : 0)
      rows[counts + before + j + 1] = Int32(j + 1)
    }
    for i in 0..<n {
      let letter = a[i]
      let drop = EditCosts.indel(letter, after: i > 0 ? a[i - 1] : 0)
      rows[row] = rows[before] + drop
      rows[counts + row] = Int32(i + 1)
      var least = rows[counts + row]
      let costs = (Int(letter) - 0x41) * 26
      for j in 0..<m {
        let other = b[j]
        let add = EditCosts.indel(other, after: j > 0 ? b[j - 1] : 0)
        let replace = Int32(substitution[costs + Int(other) - 0x41])
        var best = min(
          rows[before + j] + replace, min(rows[before + j + 1] + drop, rows[row + j] + add))
        var fewest = min(
          rows[counts + before + j] + (letter == other ? 0 : 1),
          min(rows[counts + before + j + 1], rows[counts + row + j]) + 1)
        if i > 0 && j > 0 && letter == b[j - 1] && a[i - 1] == other && letter != other {
          best = min(best, rows[beforeThat + j - 1] + Int32(EditCosts.transposition))
          fewest = min(fewest, rows[counts + beforeThat + j - 1] + 1)
        }
        rows[row + j + 1] = best
        rows[counts + row + j + 1] = fewest
        least = min(least, fewest)
      }
      if least > limit { return nil }
      (beforeThat, before, row) = (before, row, beforeThat)
    }
    return rows[counts + before + m] <= limit ? Int(rows[before + m]) : nil
  }
}
