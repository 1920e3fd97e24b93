import Names

/// Finds out what the list knows of passengers' tokens; one per worker.
struct TokenResolver {
  private let index: MatchIndex
  /// Ask every listed token instead of the filters: the oracle.
  private let exhaustive: Bool
  private var finder: NeighbourFinder
  /// What the scan found, apart from the index's results: it is dear. Single tokens, then glued ones.
  private var scanned: [[NameToken: ResolvedToken]] = [[:], [:]]
  private static let scannedMax = 50_000
  /// The memo's answers of late, found without lock and hash table.
  private var recent = [ResolvedToken?](repeating: nil, count: recentCount)
  private static let recentCount = 1 << 14

  init(index: MatchIndex, exhaustive: Bool) {
    self.index = index
    self.exhaustive = exhaustive
    finder = NeighbourFinder(table: index.names.tokens, families: index.families)
  }

  mutating func resolve(_ token: NameToken, isGlued: Bool) -> ResolvedToken {
    if !exhaustive {
      // Glued tokens are as many as passengers, and nearly all of them lead nowhere: asking is cheaper than
      // remembering.
      if isGlued {
        let neighbours = finder.neighbours(of: token, isGlued: true)
        return make(token, true, neighbours)
      }
      let place = Self.place(of: token)
      if let known = recent[place], known.token == token { return known }
      let found = index.memo.resolved(token) {
        let neighbours = finder.neighbours(of: token, isGlued: false)
        return make(token, false, neighbours)
      }
      recent[place] = found
      return found
    }
    let kind = isGlued ? 1 : 0
    if let known = scanned[kind][token] { return known }
    let neighbours = finder.neighboursByScan(of: token, isGlued: isGlued)
    let found = make(token, isGlued, neighbours)
    if scanned[kind].count >= Self.scannedMax { scanned[kind].removeAll(keepingCapacity: true) }
    scanned[kind][token] = found
    return found
  }

  @inline(__always)
  private static func place(of token: NameToken) -> Int {
    Int(truncatingIfNeeded: token.spread >> 50) & (recentCount - 1)
  }

  private func make(
    _ token: NameToken, _ isGlued: Bool, _ neighbours: [Neighbour]
  ) -> ResolvedToken {
    guard !isGlued else {
      if neighbours.isEmpty { return ResolvedToken.none }
      return ResolvedToken(token, neighbours: neighbours, rarity: nil, list: index)
    }
    let rarity = index.rarity(of: token)
    let tokens = index.names.tokens
    var weighed = neighbours
    for place in weighed.indices where Int(weighed[place].token) < tokens.firstJoined {
      let listed = Int(weighed[place].token)
      let bits = EdgeWeight.bits(
        weighed[place].relation, similarity: Int(weighed[place].similarity),
        rarity: min(rarity, Int(tokens.rarity[listed])),
        shorter: min(token.count, tokens.range(of: listed).count), isJoin: false)
      weighed[place].bits = Int16(clamping: bits)
    }
    return ResolvedToken(token, neighbours: weighed, rarity: rarity, list: index)
  }
}
