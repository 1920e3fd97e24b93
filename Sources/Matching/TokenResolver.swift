import Bytes
import Names

/// Finds out what the list knows of passengers' tokens; one per worker. Its answers stay in flat memory of its own.
struct TokenResolver {
  private let index: MatchIndex
  /// Ask every listed token instead of the filters: the oracle.
  private let exhaustive: Bool
  private var finder: NeighbourFinder
  /// The neighbours of all tokens in ``known``, and behind them those of the name's glued tokens.
  private(set) var neighbours: [Neighbour] = []
  private var known: [KnownToken] = []
  /// Places in ``known`` plus one by hash, 0 for free.
  private var places = [UInt32](repeating: 0, count: placeCount)
  /// Where the neighbours of the name's glued tokens begin.
  private var gluedStart = 0
  /// Of the oracle, which finds glued tokens too dear to be asked for again: by token.
  private var scanned: [NameToken: [Neighbour]] = [:]

  /// A token with the place of its neighbours.
  struct KnownToken: BitwiseCopyable {
    var facts: TokenFacts
    var start: Int32
    var count: Int32

    var range: Range<Int> { Int(start)..<Int(start + count) }
    var realRange: Range<Int> { Int(start)..<Int(start) + facts.realCount }
  }

  private static let placeCount = 1 << 17
  private static let knownMax = placeCount / 2
  private static let neighboursMax = 2_000_000
  private static let scannedMax = 50_000

  init(index: MatchIndex, exhaustive: Bool) {
    self.index = index
    self.exhaustive = exhaustive
    finder = NeighbourFinder(table: index.names.tokens, families: index.families)
  }

  /// Begins a name: answers given before may no longer stand.
  mutating func beginName() {
    if gluedStart < neighbours.count { neighbours.removeLast(neighbours.count - gluedStart) }
    if known.count > Self.knownMax || neighbours.count > Self.neighboursMax {
      known.removeAll(keepingCapacity: true)
      neighbours.removeAll(keepingCapacity: true)
      for place in places.indices { places[place] = 0 }
    }
    gluedStart = neighbours.count
  }

  /// Asks for what is known of some tokens ahead of its use: first where it is.
  func prefetch(_ tokens: ArraySlice<NameToken>) {
    for token in tokens { places.span.prefetch(Self.place(of: token)) }
    for token in tokens { known.span.prefetch(Int(places[Self.place(of: token)]) - 1) }
  }

  @inline(__always)
  private static func place(of token: NameToken) -> Int {
    Int(truncatingIfNeeded: token.spread >> 40) & (placeCount - 1)
  }

  /// - Precondition: no token of the name was asked for glued before.
  mutating func resolve(_ token: NameToken) -> KnownToken {
    var place = Self.place(of: token)
    while places[place] != 0 {
      let found = known[Int(places[place]) - 1]
      if found.facts.token == token {
        neighbours.span.prefetch(Int(found.start))
        return found
      }
      place = (place + 1) & (Self.placeCount - 1)
    }
    let resolved = exhaustive ? scan(token) : ask(token)
    let start = neighbours.count
    neighbours += resolved.neighbours
    gluedStart = neighbours.count
    let found = KnownToken(
      facts: resolved.facts, start: Int32(start), count: Int32(resolved.neighbours.count))
    known.append(found)
    places[place] = UInt32(known.count)
    return found
  }

  private mutating func ask(_ token: NameToken) -> ResolvedToken {
    index.memo.resolved(token) { make(token, finder.neighbours(of: token, isGlued: false)) }
  }

  private mutating func scan(_ token: NameToken) -> ResolvedToken {
    make(token, finder.neighboursByScan(of: token, isGlued: false))
  }

  /// Neighbouring tokens glued; nil where no listed token may be meant.
  ///
  /// Glued tokens are as many as passengers, and nearly all of them lead nowhere: asking is cheaper than
  /// remembering.
  mutating func resolveGlued(_ token: NameToken) -> KnownToken? {
    let found = exhaustive ? scanGlued(token) : finder.neighbours(of: token, isGlued: true)
    if found.isEmpty { return nil }
    let start = neighbours.count
    neighbours += found
    return KnownToken(
      facts: facts(token, neighbours[start...], rarity: nil), start: Int32(start),
      count: Int32(found.count))
  }

  private mutating func scanGlued(_ token: NameToken) -> [Neighbour] {
    if let known = scanned[token] { return known }
    let found = finder.neighboursByScan(of: token, isGlued: true)
    if scanned.count >= Self.scannedMax { scanned.removeAll(keepingCapacity: true) }
    scanned[token] = found
    return found
  }

  /// Weighs the neighbours of a single token.
  private func make(_ token: NameToken, _ neighbours: [Neighbour]) -> ResolvedToken {
    var weighed = neighbours
    let rarity = index.rarity(of: token)
    let tokens = index.names.tokens
    for place in weighed.indices {
      let listed = Int(weighed[place].token)
      if listed >= tokens.firstJoined { break }
      let bits = EdgeWeight.bits(
        weighed[place].relation, similarity: Int(weighed[place].similarity),
        rarity: min(rarity, Int(tokens.rarity[listed])),
        shorter: min(token.count, tokens.length(of: listed)), isJoin: false)
      weighed[place].bits = Int16(clamping: bits)
    }
    return ResolvedToken(facts(token, weighed[...], rarity: rarity), weighed)
  }

  /// - Parameter rarity: nil for a glued token.
  private func facts(
    _ token: NameToken, _ neighbours: ArraySlice<Neighbour>, rarity: Int?
  ) -> TokenFacts {
    var facts = TokenFacts()
    facts.token = token
    facts.rarity = rarity ?? 0
    facts.weight = rarity.map { Rarity.weight(letters: token.count, rarity: $0) } ?? 0
    for neighbour in neighbours {
      let isReal = Int(neighbour.token) < index.names.tokens.firstJoined
      if isReal {
        facts.realCount += 1
        facts.volume += index.names.postingRange(Int(neighbour.token)).count
      }
      facts.similarityMax = max(facts.similarityMax, Int(neighbour.similarity))
      // Glued neighbours are worth no more than the token is rare.
      facts.bitsMax = max(facts.bitsMax, isReal ? Int(neighbour.bits) : facts.rarity)
    }
    return facts
  }
}
