/// Weighted optimal-string-alignment distance of two folded tokens, with scratch rows that are
/// reused, so that a comparison allocates nothing.
///
/// Optimal string alignment: insertions, deletions, substitutions and exchanges of neighbours,
/// no letter edited twice.
public struct TokenDistance: Sendable {
  /// No pair of different tokens is similar below this, in thousandths.
  public static let floor = 600

  private var rows: [Int32]
  private let substitution: [UInt8]
  private static let width = 33

  public init(costs: EditCosts = .standard) {
    rows = [Int32](repeating: 0, count: 3 * TokenDistance.width)
    substitution = costs.substitution
  }

  /// How many edits two spellings of one token may be apart, by the longer one's letters. The count
  /// is limited apart from the cost, because cheap edits may add up to another name.
  @inlinable
  @inline(__always)
  public static func editsMax(letters: Int) -> Int {
    letters <= 2 ? 0 : letters <= 4 ? 1 : letters <= 7 ? 2 : 3
  }

  /// 1000 for equal tokens, 0 beyond `editsMax` edits or below ``floor``, else
  /// 1000 − 1150 · cost / mean length.
  /// - Parameters: A–Z letters, at most 32 each; `pattern` is made of `a`.
  public mutating func similarity(
    _ a: Span<UInt8>, _ pattern: borrowing EditPattern, _ b: Span<UInt8>, editsMax: Int
  ) -> Int {
    guard abs(a.count - b.count) <= editsMax, pattern.edits(to: b) <= editsMax else { return 0 }
    // The mean is (|a| + |b|) / 2 and the cost is in hundredths, hence 23 = 1150 · 2 / 100.
    let similarity = 1000 - 23 * distance(a, b) / (a.count + b.count)
    return similarity >= TokenDistance.floor ? similarity : 0
  }

  /// The least cost in hundredths of an edit.
  public mutating func distance(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Int {
    let width = TokenDistance.width
    precondition(a.count < width && b.count < width, "tokens are at most 32 letters")
    var row = width
    var before = 0
    var beforeThat = 2 * width
    let table = substitution
    let substitution = table.span
    var rows = rows.mutableSpan
    rows[before] = 0
    for j in b.indices {
      rows[before + j + 1] = rows[before + j] + EditCosts.indel(b[j], after: j > 0 ? b[j - 1] : 0)
    }
    for i in a.indices {
      let letter = a[i]
      let drop = EditCosts.indel(letter, after: i > 0 ? a[i - 1] : 0)
      let costs = (Int(letter) - 0x41) * 26
      rows[row] = rows[before] + drop
      for j in b.indices {
        let other = b[j]
        let add = EditCosts.indel(other, after: j > 0 ? b[j - 1] : 0)
        let replace = Int32(substitution[costs + Int(other) - 0x41])
        var best = min(
          rows[before + j] + replace, min(rows[before + j + 1] + drop, rows[row + j] + add))
        if i > 0 && j > 0 && letter == b[j - 1] && a[i - 1] == other && letter != other {
          best = min(best, rows[beforeThat + j - 1] + Int32(EditCosts.transposition))
        }
        rows[row + j + 1] = best
      }
      (beforeThat, before, row) = (before, row, beforeThat)
    }
    return Int(rows[before + b.count])
  }
}
