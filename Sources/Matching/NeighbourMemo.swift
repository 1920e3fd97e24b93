import Names
import Synchronization

/// The neighbours of tokens that passengers have brought so far, shared by all workers.
///
/// What is stored is a pure function of token and list, so it cannot change a result; when a shard
/// is full it is emptied, so that a night of any size stays in bounded memory.
final class NeighbourMemo: Sendable {
  /// Tokens kept per shard; about 100 bytes each.
  static let tokensPerShardMax = 4096
  private static let shardCount = 16

  private final class Shard: Sendable {
    let table = Mutex<[NameToken: [Neighbour]]>([:])
  }

  private let shards: [Shard] = (0..<2 * shardCount).map { _ in Shard() }

  func neighbours(
    of token: NameToken, isGlued: Bool, resolve: () -> [Neighbour]
  ) -> [Neighbour] {
    let spread = Int(token[0]) &+ Int(token[1]) &* 7 &+ token.count
    let shard = shards[spread % Self.shardCount + (isGlued ? Self.shardCount : 0)]
    if let known = shard.table.withLock({ $0[token] }) { return known }
    // Resolved outside the lock: two workers may do the same work once, none waits for it.
    let found = resolve()
    shard.table.withLock { table in
      if table.count >= Self.tokensPerShardMax { table.removeAll(keepingCapacity: true) }
      table[token] = found
    }
    return found
  }
}
