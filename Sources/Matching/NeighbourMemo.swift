import Names
import Synchronization

/// The neighbours of tokens that passengers have brought so far, shared by all workers.
///
/// What is stored is a pure function of token and list, so it cannot change a result; when a shard
/// is full it is emptied, so that a night of any size stays in bounded memory.
final class NeighbourMemo: Sendable {
  /// Tokens kept per shard; about 100 bytes each.
  static let tokensPerShardMax = 16_384
  private static let shardCount = 16

  /// Neighbours kept per shard; short tokens and prefixes have thousands.
  static let neighboursPerShardMax = 262_144

  private struct Table {
    var found: [NameToken: ResolvedToken] = [:]
    var neighbours = 0
  }

  private final class Shard: Sendable {
    let table = Mutex(Table())
  }

  private let shards: [Shard] = (0..<shardCount).map { _ in Shard() }

  func resolved(_ token: NameToken, resolve: () -> ResolvedToken) -> ResolvedToken {
    let spread = Int(token[0]) &+ Int(token[1]) &* 7 &+ token.count
    let shard = shards[spread % Self.shardCount]
    if let known = shard.table.withLock({ $0.found[token] }) { return known }
    // Resolved outside the lock: two workers may do the same work once, none waits for it.
    let found = resolve()
    shard.table.withLock { table in
      let isFull =
        table.found.count >= Self.tokensPerShardMax
        || table.neighbours >= Self.neighboursPerShardMax
      if isFull { table = Table() }
      table.found[token] = found
      table.neighbours += found.neighbours.count
    }
    return found
  }
}
