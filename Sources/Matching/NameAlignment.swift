import Names

/// One step of an alignment: a unit of the passenger's name meets tokens of the listed name.
struct AlignmentEdge {
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
struct NameScore {
  /// Quality in thousandths: matched weight against all weight.
  var quality: Int
  /// Hundredths of a bit.
  var weight: Int
}

/// Aligns one passenger's name with listed list.names. Owns its scratch memory.
///
/// Edges are taken greedily by value, with a fixed order among equals, so that index and exhaustive
/// scan give the same result. The quality is
/// S = 2·Σ matched / (2·Σ matched weight + Σ unmatched passenger weight + c·Σ unmatched listed weight),
/// each match weighted by its passenger token and multiplied by its similarity.
struct NameAligner {
  private var heads: [Int32]
  /// By listed token: the passenger's tokens that it may meet.
  private var covers: [UInt16]
  /// The passenger's tokens that are initials: they may meet any.
  private var initialsMask: UInt16 = 0
  private var entries:
    [(unit: Int32, similarity: UInt16, relation: Neighbour.Relation, next: Int32)] = []
  private var touched: [UInt32] = []
  private var initials: [Int] = []
  private(set) var edges: [AlignmentEdge] = []
  private(set) var taken: [AlignmentEdge] = []
  private var groups = RoleGroups()

  init(tokenCount: Int) {
    heads = [Int32](repeating: -1, count: tokenCount)
    covers = [UInt16](repeating: 0, count: tokenCount)
  }

  /// Takes in the neighbours of `query`, which the next calls of ``score(_:_:name:)`` compare.
  mutating func begin(_ query: NameQuery) {
    for token in touched {
      heads[Int(token)] = -1
      covers[Int(token)] = 0
    }
    initialsMask = 0
    touched.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    initials.removeAll(keepingCapacity: true)
    for (index, unit) in query.units.enumerated() {
      if unit.count == 1 && unit.token.count == 1 {
        initials.append(index)
        initialsMask |= unit.mask
      }
      for neighbour in unit.neighbours {
        let token = Int(neighbour.token)
        if heads[token] < 0 { touched.append(neighbour.token) }
        entries.append((Int32(index), neighbour.similarity, neighbour.relation, heads[token]))
        heads[token] = Int32(entries.count - 1)
        covers[token] |= unit.mask
      }
    }
  }

  /// Whether a listed name may align with the query of the last ``begin(_:)`` at this quality: the bound
  /// of ``CandidateTokens``, with the passenger's tokens that meet no token of the name. False is certain.
  func mayReach(_ quality: Int, _ query: NameQuery, _ list: MatchIndex, name: Int) -> Bool {
    var cover = initialsMask
    for index in list.names.tokenRange(name) { cover |= covers[Int(list.names.tokenIDs[index])] }
    for index in list.names.joinRange(name) { cover |= covers[Int(list.names.joins[index].token)] }
    var missed = query.allTokens & ~cover
    var unmatched = 0
    while missed != 0 {
      unmatched += query.weights[missed.trailingZeroBitCount]
      missed &= missed - 1
    }
    let matched = query.weight - unmatched
    // As ``score(_:_:name:)`` rounds it, with all similarities and all else at their best.
    return 2000 * matched / max(1, 2 * matched + unmatched) >= quality
  }

  /// Aligns the query of the last ``begin(_:)`` with a listed name; nil when no token meets.
  /// ``taken`` holds the steps.
  mutating func score(_ query: NameQuery, _ list: MatchIndex, name: Int) -> NameScore? {
    collect(query, list, name)
    guard !edges.isEmpty else { return nil }
    dropNeedlessJoins()
    sortEdges()
    taken.removeAll(keepingCapacity: true)
    var freeUnits = query.allTokens
    var freeListed = UInt16(truncatingIfNeeded: (1 << list.names.tokenRange(name).count) - 1)
    for edge in edges
    where edge.unitMask & ~freeUnits == 0 && edge.listedMask & ~freeListed == 0 {
      freeUnits &= ~edge.unitMask
      freeListed &= ~edge.listedMask
      taken.append(edge)
    }
    return evaluate(query, list, name, freeUnits, freeListed)
  }

  private mutating func collect(_ query: NameQuery, _ list: MatchIndex, _ name: Int) {
    edges.removeAll(keepingCapacity: true)
    let range = list.names.tokenRange(name)
    for index in range {
      let bit = UInt16(1) << UInt16(index - range.lowerBound)
      let token = list.names.tokenIDs[index]
      addEdges(query, token: Int(token), listedMask: bit)
      if initials.isEmpty { continue }
      let listed = list.names.tokens.tokens[Int(token)]
      if listed.count == 1 { continue }
      for unit in initials where query.units[unit].token[0] == listed[0] {
        add(
          query, unit: unit, listedMask: bit, similarity: Int(Neighbour.initialSimilarity),
          relation: .initial)
      }
    }
    for index in list.names.joinRange(name) {
      let join = list.names.joins[index]
      let mask = UInt16(truncatingIfNeeded: ((1 << Int(join.count)) - 1) << Int(join.first))
      addEdges(query, token: Int(join.token), listedMask: mask)
    }
  }

  /// Drops edges of glued tokens that are alike only because one of them is equal: JANSEN J is no
  /// misspelling of JANSEN, and the initial is wanted elsewhere.
  private mutating func dropNeedlessJoins() {
    guard edges.contains(where: \.isInexactJoin) else { return }
    let equal = edges.filter { $0.relation == .equal }
    edges.removeAll { edge in
      edge.isInexactJoin
        && equal.contains { part in
          part.unitMask & ~edge.unitMask == 0 && part.listedMask & ~edge.listedMask == 0
        }
    }
  }

  /// Best first. A dozen edges at most in practice: insertion beats the library's sort.
  private mutating func sortEdges() {
    for place in edges.indices.dropFirst() {
      var to = place
      while to > 0 && edges[to].isBetter(than: edges[to - 1]) {
        edges.swapAt(to, to - 1)
        to -= 1
      }
    }
  }

  private mutating func addEdges(_ query: NameQuery, token: Int, listedMask: UInt16) {
    var index = heads[token]
    while index >= 0 {
      let entry = entries[Int(index)]
      add(
        query, unit: Int(entry.unit), listedMask: listedMask, similarity: Int(entry.similarity),
        relation: entry.relation)
      index = entry.next
    }
  }

  private mutating func add(
    _ query: NameQuery, unit: Int, listedMask: UInt16, similarity: Int,
    relation: Neighbour.Relation
  ) {
    edges.append(
      AlignmentEdge(
        unit: unit, unitMask: query.units[unit].mask, listedMask: listedMask,
        similarity: similarity, relation: relation, value: similarity * query.units[unit].weight))
  }

  private mutating func evaluate(
    _ query: NameQuery, _ list: MatchIndex, _ name: Int, _ freeUnits: UInt16, _ freeListed: UInt16
  ) -> NameScore {
    var matched = 0
    var matchedSimilar = 0
    groups.removeAll()
    for edge in taken {
      matched += query.units[edge.unit].weight
      matchedSimilar += edge.value
      let bits = EdgeWeight.bits(edge, query, list, name)
      groups.add(bits, role: query.roles[edge.unitMask.trailingZeroBitCount])
    }
    var bits = groups.sum
    var unmatched = 0
    var missing = 0
    for index in query.tokens.indices where freeUnits >> UInt16(index) & 1 == 1 {
      unmatched += query.weights[index]
      bits -= ScoreModel.extraCost(rarity: query.rarities[index])
    }
    let range = list.names.tokenRange(name)
    for index in range where freeListed >> UInt16(index - range.lowerBound) & 1 == 1 {
      let token = Int(list.names.tokenIDs[index])
      let rarity = Int(list.names.tokens.rarity[token])
      missing += Rarity.weight(letters: list.names.tokens.range(of: token).count, rarity: rarity)
      bits -= ScoreModel.missingCost(rarity: rarity)
    }
    // A token without a partner on either side is not left out: it is another name.
    bits -= ScoreModel.otherNameCost * min(freeUnits.nonzeroBitCount, freeListed.nonzeroBitCount)
    let whole = 2 * matched + unmatched + missing * ScoreModel.missingShare / 1000
    if isOutOfOrder(query, list, name) { bits -= ScoreModel.orderCost }
    return NameScore(
      quality: 2 * matchedSimilar / max(1, whole),
      weight: min(ScoreModel.nameWeightMax, max(ScoreModel.nameWeightLeast, bits)))
  }

  /// Whether a surname met a given name.
  private func isOutOfOrder(_ query: NameQuery, _ list: MatchIndex, _ name: Int) -> Bool {
    let start = list.names.tokenRange(name).lowerBound
    for edge in taken {
      let role = query.roles[edge.unitMask.trailingZeroBitCount]
      let listed = list.names.roles[start + edge.listedMask.trailingZeroBitCount]
      if role != .unknown && listed != .unknown && role != listed { return true }
    }
    return false
  }
}
