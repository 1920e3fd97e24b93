import Bytes
import Names
import Similarity

/// One step of an alignment: a unit of the passenger's name meets tokens of the listed name.
struct AlignmentEdge: BitwiseCopyable {
  var unit: Int
  var unitMask: UInt16
  var listedMask: UInt16
  var similarity: Int
  var relation: Neighbour.Relation
  /// similarity × weight: what the greedy choice goes by.
  var value: Int

  var isInexactJoin: Bool {
    relation != .equal && (unitMask.nonzeroBitCount > 1 || listedMask.nonzeroBitCount > 1)
  }

  /// A total order, so that the choice does not depend on the order in which edges were found.
  func isBetter(than other: AlignmentEdge) -> Bool {
    if value != other.value { return value > other.value }
    if unit != other.unit { return unit < other.unit }
    return listedMask < other.listedMask
  }
}

/// How well two names align, and what that is worth.
struct NameScore: BitwiseCopyable {
  /// Quality in thousandths: matched weight against all weight.
  var quality: Int
  /// Hundredths of a bit.
  var weight: Int
}

/// Aligns one passenger's name with listed names. Owns its scratch memory.
///
/// Edges are taken greedily by value, with a fixed order among equals, so that index and exhaustive
/// scan give the same result. The quality is
/// S = 2·Σ matched / (2·Σ matched weight + Σ unmatched passenger weight + c·Σ unmatched listed weight),
/// each match weighted by its passenger token and multiplied by its similarity.
struct NameAligner: ~Copyable {
  private(set) var edges = ScratchList<AlignmentEdge>()
  private(set) var taken = ScratchList<AlignmentEdge>()
  private var groups = RoleGroups()

  /// Aligns a passenger's name with a listed one; nil when no token meets. ``taken`` holds the steps.
  mutating func score(
    _ query: borrowing NameQuery, _ neighbours: borrowing ScratchList<Neighbour>,
    _ names: ListedNames, name: Int
  ) -> NameScore? {
    collect(query, neighbours, names, name)
    guard !edges.isEmpty else { return nil }
    dropNeedlessJoins()
    sortEdges()
    taken.removeAll()
    var freeUnits = query.allTokens
    var freeListed = UInt16(truncatingIfNeeded: (1 << names.tokenCount(of: name)) - 1)
    for place in edges.indices {
      let edge = edges[place]
      if edge.unitMask & ~freeUnits != 0 || edge.listedMask & ~freeListed != 0 { continue }
      freeUnits &= ~edge.unitMask
      freeListed &= ~edge.listedMask
      taken.append(edge)
    }
    return evaluate(query, names, name, freeUnits, freeListed)
  }

  private mutating func collect(
    _ query: borrowing NameQuery, _ neighbours: borrowing ScratchList<Neighbour>,
    _ names: ListedNames, _ name: Int
  ) {
    edges.removeAll()
    let count = names.tokenCount(of: name)
    for place in 0..<count {
      let bit = UInt16(1) << UInt16(place)
      let token = names.token(place, of: name)
      addEdges(query, neighbours, token: token, listedMask: bit)
      if !query.hasInitials || names.detail(place, of: name).letters == 1 { continue }
      let first = names.tokens.firstLetter(of: Int(token))
      for unit in query.tokens.indices
      where query.units[unit].isInitial && query.units[unit].token[0] == first {
        add(
          query, unit: unit, listedMask: bit, similarity: Neighbour.initialSimilarity,
          relation: .initial)
      }
    }
    guard query.meetsGlued else { return }
    for place in 0..<ListedNames.joinCount(tokens: count) {
      let token = names.join(place, of: name)
      if token == ListedNames.noJoin { continue }
      let part = ListedNames.joined(place, tokens: count)
      let mask = UInt16(truncatingIfNeeded: ((1 << part.count) - 1) << part.first)
      addEdges(query, neighbours, token: token, listedMask: mask)
    }
  }

  /// Drops edges of glued tokens that are alike only because one of them is equal: JANSEN J is no
  /// misspelling of JANSEN, and the initial is wanted elsewhere.
  private mutating func dropNeedlessJoins() {
    var kept = 0
    for place in edges.indices {
      let edge = edges[place]
      if edge.isInexactJoin && hasEqual(within: edge) { continue }
      edges[kept] = edge
      kept += 1
    }
    edges.removeAll(from: kept)
  }

  private func hasEqual(within whole: AlignmentEdge) -> Bool {
    for place in edges.indices where edges[place].relation == .equal {
      if edges[place].unitMask & ~whole.unitMask == 0
        && edges[place].listedMask & ~whole.listedMask == 0
      {
        return true
      }
    }
    return false
  }

  /// Best first. A dozen edges at most in practice: insertion beats the library's sort.
  private mutating func sortEdges() {
    for place in edges.indices.dropFirst() {
      let edge = edges[place]
      var to = place
      while to > 0 && edge.isBetter(than: edges[to - 1]) {
        edges[to] = edges[to - 1]
        to -= 1
      }
      edges[to] = edge
    }
  }

  private mutating func addEdges(
    _ query: borrowing NameQuery, _ neighbours: borrowing ScratchList<Neighbour>, token: UInt32,
    listedMask: UInt16
  ) {
    var link: UInt32 = 0
    while let place = query.meetings.nextPlace(of: token, neighbours, after: &link) {
      for unit in query.units.indices where query.units[unit].known.range.contains(place) {
        add(
          query, unit: unit, listedMask: listedMask, similarity: neighbours[place].similarity,
          relation: neighbours[place].relation)
      }
    }
  }

  private mutating func add(
    _ query: borrowing NameQuery, unit: Int, listedMask: UInt16, similarity: Int,
    relation: Neighbour.Relation
  ) {
    edges.append(
      AlignmentEdge(
        unit: unit, unitMask: query.units[unit].mask, listedMask: listedMask,
        similarity: similarity, relation: relation, value: similarity * query.units[unit].weight))
  }

  private mutating func evaluate(
    _ query: borrowing NameQuery, _ names: ListedNames, _ name: Int, _ freeUnits: UInt16,
    _ freeListed: UInt16
  ) -> NameScore {
    var matched = 0
    var matchedSimilar = 0
    groups.removeAll()
    for place in taken.indices {
      let edge = taken[place]
      matched += query.units[edge.unit].weight
      matchedSimilar += edge.value
      let bits = EdgeWeight.bits(edge, query, names, name)
      groups.add(bits, role: query.roles[edge.unitMask.trailingZeroBitCount])
    }
    var bits = groups.sum
    var unmatched = 0
    var missing = 0
    for index in query.tokens.indices where freeUnits >> UInt16(index) & 1 == 1 {
      unmatched += query.weights[index]
      bits -= ScoreModel.extraCost(rarity: query.rarities[index])
    }
    for place in 0..<names.tokenCount(of: name) where freeListed >> UInt16(place) & 1 == 1 {
      let detail = names.detail(place, of: name)
      missing += Rarity.weight(letters: detail.letters, rarity: detail.rarity)
      bits -= ScoreModel.missingCost(rarity: detail.rarity)
    }
    // A token without a partner on either side is not left out: it is another name.
    bits -= ScoreModel.otherNameCost * min(freeUnits.nonzeroBitCount, freeListed.nonzeroBitCount)
    let whole = 2 * matched + unmatched + missing * ScoreModel.missingShare / 1000
    if isOutOfOrder(query, names, name) { bits -= ScoreModel.orderCost }
    return NameScore(
      quality: 2 * matchedSimilar / max(1, whole),
      weight: min(ScoreModel.nameWeightMax, max(ScoreModel.nameWeightLeast, bits)))
  }

  /// Whether a surname met a given name.
  private func isOutOfOrder(_ query: borrowing NameQuery, _ names: ListedNames, _ name: Int) -> Bool
  {
    for place in taken.indices {
      let edge = taken[place]
      let role = query.roles[edge.unitMask.trailingZeroBitCount]
      let listed = names.detail(edge.listedMask.trailingZeroBitCount, of: name).role
      if role != .unknown && listed != .unknown && role != listed { return true }
    }
    return false
  }
}
