public import Records
public import Watchlists

/// The lists, prepared for screening; immutable and shared by all workers.
public final class MatchIndex: Sendable {
  public let lists: [Watchlist]

  public init(lists: [Watchlist]) {
    self.lists = lists
  }
}

/// Screens batches against a ``MatchIndex``; one per worker, it owns its scratch memory.
public struct Matcher {
  public let index: MatchIndex
  /// Compare with every listed name instead of using the index: the oracle, same matches.
  public var exhaustive: Bool

  public init(index: MatchIndex, exhaustive: Bool = false) {
    self.index = index
    self.exhaustive = exhaustive
  }

  /// Appends the matches of all passengers of the batch, ordered by passenger, list, entry.
  public mutating func screen(_ batch: PassengerBatch, into matches: inout [Match]) {
  }

  /// Explains one pair whatever its score (`pnrscreen compare`).
  public mutating func explain(
    _ passenger: Int, of batch: PassengerBatch, list: Int, entry: Int
  ) -> Explanation? { nil }
}
