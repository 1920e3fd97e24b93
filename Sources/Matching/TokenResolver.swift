import Bytes
import Names

/// Finds out what the list knows of passengers' tokens; one per worker. Its answers stay in flat memory of its own.
struct TokenResolver: ~Copyable {
  private let index: MatchIndex
  /// Ask every listed token instead of the filters: the oracle.
  private let exhaustive: Bool
  private var finder: NeighbourFinder
  /// The neighbours of all tokens in ``known``, and behind them those of the name's glued tokens.
  private(set) var neighbours = ScratchList<Neighbour>(capacity: 1024)
  private var known = ScratchList<KnownToken>(capacity: 1024)
  /// Places in ``known`` plus one by hash, 0 for free.
  private var places = ScratchList<UInt32>(repeating: 0, count: placeCount)
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
    neighbours.removeAll(from: gluedStart)
    if known.count > Self.knownMax || neighbours.count > Self.neighboursMax {
      known.removeAll()
      neighbours.removeAll()
      for place in places.indices { places[place] = 0 }
    }
    gluedStart = neighbours.count
  }

  /// Asks for where what is known of some tokens is, ahead of its use.
  func prefetchPlaces(_ tokens: [NameToken]) {
    for token in tokens { places.prefetch(Self.place(of: token)) }
  }

  /// Asks for what is known of some tokens, ahead of its use; where it is has been asked for before.
  func prefetchKnown(_ tokens: [NameToken]) {
    for token in tokens {
      let place = Int(places[Self.place(of: token)]) - 1
      known.prefetch(place)
      known.prefetch(place + 1)
    }
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
        neighbours.prefetch(Int(found.start))
        return found
      }
      place = (place + 1) & (Self.placeCount - 1)
    }
    let resolved = exhaustive ? scan(token) : ask(token)
    let start = neighbours.count
    neighbours.append(contentsOf: resolved.neighbours)
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
    neighbours.append(contentsOf: found)
    return KnownToken(
      facts: facts(token, found, rarity: nil), start: Int32(start),
      count: Int32(found.count))
  }

  /// Says what the neighbours of glued tokens are worth to them.
  /// - Parameter rarity: of the tokens together.
  mutating func weighGlued(_ glued: KnownToken, rarity: Int) {
    for place in glued.range {
      let listed = Int(index.names.tokens.rarity[Int(neighbours[place].token)])
      neighbours[place].bits = UInt16(clamping: min(rarity, listed))
    }
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
      // Of what a glued neighbour is worth only the most is known.
      var bits = rarity
      if listed < tokens.firstJoined {
        bits = EdgeWeight.bits(
          weighed[place].relation, similarity: weighed[place].similarity,
          rarity: min(rarity, Int(tokens.rarity[listed])),
          shorter: min(token.count, tokens.length(of: listed)), isJoin: false)
      }
      weighed[place].bits = UInt16(clamping: bits)
    }
    return ResolvedToken(facts(token, weighed, rarity: rarity), weighed)
  }

  /// - Parameter rarity: nil for glued tokens.
  private func facts(_ token: NameToken, _ neighbours: [Neighbour], rarity: Int?) -> TokenFacts {
    var facts = TokenFacts()
    facts.token = token
    facts.rarity = rarity ?? 0
    facts.weight = rarity.map { Rarity.weight(letters: token.count, rarity: $0) } ?? 0
    for neighbour in neighbours {
      if Int(neighbour.token) < index.names.tokens.firstJoined {
        facts.realCount += 1
        facts.volume += index.names.postingRange(Int(neighbour.token)).count
      }
      facts.similarityMax = max(facts.similarityMax, neighbour.similarity)
      facts.bitsMax = max(facts.bitsMax, Int(neighbour.bits))
    }
    return facts
  }
}
