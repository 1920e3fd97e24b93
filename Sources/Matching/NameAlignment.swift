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
}

/// How well two names align, and what that is worth.
struct NameScore {
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
struct NameAligner {
  private var heads: [Int32]
  private var entries:
    [(unit: Int32, similarity: UInt16, relation: Neighbour.Relation, next: Int32)] = []
  private var touched: [UInt32] = []
  private(set) var query: NameQuery?
  private var initials: [Int] = []
  private(set) var edges: [AlignmentEdge] = []
  private(set) var taken: [AlignmentEdge] = []
  private var groups = RoleGroups()

  init(tokenCount: Int) { heads = [Int32](repeating: -1, count: tokenCount) }

  /// Makes `query` the name that ``score(_:name:)`` compares.
  mutating func begin(_ query: NameQuery) {
    for token in touched { heads[Int(token)] = -1 }
    touched.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    initials.removeAll(keepingCapacity: true)
    for (index, unit) in query.units.enumerated() {
      if unit.count == 1 && unit.token.count == 1 { initials.append(index) }
      for neighbour in unit.neighbours {
        let token = Int(neighbour.token)
        if heads[token] < 0 { touched.append(neighbour.token) }
        entries.append((Int32(index), neighbour.similarity, neighbour.relation, heads[token]))
        heads[token] = Int32(entries.count - 1)
      }
    }
    self.query = query
  }

  /// Aligns the current query with a listed name; nil when no token meets. ``taken`` holds the steps.
  mutating func score(_ names: ListedNames, name: Int) -> NameScore? {
    collect(names, name)
    guard !edges.isEmpty, let query else { return nil }
    edges.sort {
      $0.value != $1.value
        ? $0.value > $1.value
        : $0.unit != $1.unit ? $0.unit < $1.unit : $0.listedMask < $1.listedMask
    }
    taken.removeAll(keepingCapacity: true)
    var freeUnits = query.allTokens
    var freeListed = UInt16(truncatingIfNeeded: (1 << names.tokenRange(name).count) - 1)
    for edge in edges
    where edge.unitMask & ~freeUnits == 0 && edge.listedMask & ~freeListed == 0 {
      freeUnits &= ~edge.unitMask
      freeListed &= ~edge.listedMask
      taken.append(edge)
    }
    return evaluate(query, names, name, freeUnits, freeListed)
  }

  private mutating func collect(_ names: ListedNames, _ name: Int) {
    edges.removeAll(keepingCapacity: true)
    guard let query else { return }
    let range = names.tokenRange(name)
    for index in range {
      let bit = UInt16(1) << UInt16(index - range.lowerBound)
      let token = names.tokenIDs[index]
      addEdges(query, token: Int(token), listedMask: bit)
      if initials.isEmpty { continue }
      let listed = names.tokens.tokens[Int(token)]
      if listed.count == 1 { continue }
      for unit in initials where query.units[unit].token[0] == listed[0] {
        add(
          query, unit: unit, listedMask: bit, similarity: Int(Neighbour.initialSimilarity),
          relation: .initial)
      }
    }
    for index in names.joinRange(name) {
      let join = names.joins[index]
      let mask = UInt16(truncatingIfNeeded: ((1 << Int(join.count)) - 1) << Int(join.first))
      addEdges(query, token: Int(join.token), listedMask: mask)
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
    _ query: NameQuery, _ names: ListedNames, _ name: Int, _ freeUnits: UInt16, _ freeListed: UInt16
  ) -> NameScore {
    var matched = 0
    var matchedSimilar = 0
    groups.removeAll()
    for edge in taken {
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
    let range = names.tokenRange(name)
    for index in range where freeListed >> UInt16(index - range.lowerBound) & 1 == 1 {
      let token = Int(names.tokenIDs[index])
      let rarity = Int(names.tokens.rarity[token])
      missing += Rarity.weight(letters: names.tokens.range(of: token).count, rarity: rarity)
      bits -= ScoreModel.missingCost(rarity: rarity)
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
  private func isOutOfOrder(_ query: NameQuery, _ names: ListedNames, _ name: Int) -> Bool {
    let start = names.tokenRange(name).lowerBound
    for edge in taken {
      let role = query.roles[edge.unitMask.trailingZeroBitCount]
      let listed = names.roles[start + edge.listedMask.trailingZeroBitCount]
      if role != .unknown && listed != .unknown && role != listed { return true }
    }
    return false
  }
}

/// Adds up what the tokens of surname and given names are worth, each group apart.
///
/// Tokens of one field are not independent (VAN DEN BRINK is one name, not three), so the heaviest of
/// a group counts in full and each further one less.
struct RoleGroups {
  private var bits: [[Int]] = [[], [], []]

  mutating func removeAll() {
    for index in bits.indices { bits[index].removeAll(keepingCapacity: true) }
  }

  mutating func add(_ value: Int, role: NameRole) { bits[Int(role.rawValue)].append(value) }

  var sum: Int {
    var sum = 0
    for (role, group) in bits.enumerated() {
      let shares = ScoreModel.roleShares[role]
      for (rank, value) in group.sorted(by: >).enumerated() {
        sum += value * shares[min(rank, shares.count - 1)] / 100
      }
    }
    return sum
  }
}

/// What one step of an alignment is worth.
enum EdgeWeight {
  static func bits(
    _ edge: AlignmentEdge, _ query: NameQuery, _ names: ListedNames, _ name: Int
  ) -> Int {
    let start = names.tokenRange(name).lowerBound
    var listedRarity = 0
    var mask = edge.listedMask
    while mask != 0 {
      listedRarity += Int(
        names.tokens.rarity[Int(names.tokenIDs[start + mask.trailingZeroBitCount])])
      mask &= mask - 1
    }
    let unit = query.units[edge.unit]
    let isJoin = unit.count > 1 || edge.listedMask.nonzeroBitCount > 1
    let joinCost = isJoin ? ScoreModel.joinCost : 0
    let rarity = min(unit.rarity, listedRarity)
    switch edge.relation {
    case .equal: return rarity - joinCost
    case .spellingVariant: return rarity - ScoreModel.variantCost
    case .nickname: return rarity - ScoreModel.nicknameCost
    case .initial: return ScoreModel.initialWeight
    case .similar:
      let cost = (1000 - edge.similarity) * ScoreModel.dissimilarityCost / 10
      return max(0, rarity - joinCost - cost)
    case .truncated:
      let shorter = min(
        unit.token.count, names.tokens.range(of: listedToken(edge, names, start)).count)
      let table = ScoreModel.prefixRarity
      let known = table[min(max(0, shorter - 3), table.count - 1)]
      return max(0, min(known, rarity) - ScoreModel.truncationCost)
    }
  }

  private static func listedToken(_ edge: AlignmentEdge, _ names: ListedNames, _ start: Int) -> Int
  {
    Int(names.tokenIDs[start + edge.listedMask.trailingZeroBitCount])
  }
}
