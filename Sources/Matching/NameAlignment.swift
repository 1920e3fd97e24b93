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
  /// One way in which a unit meets a listed token.
  private struct Meeting {
    var token: UInt32
    var unit: UInt16
    var similarity: UInt16
    var relation: Neighbour.Relation
    /// The next one of the same slot; 0 for none.
    var next: UInt32
  }

  /// By slot (see ``NameBound/slot(of:)``) the first meeting, counted from 1: small enough to stay near
  /// the processor, however long the lists are.
  private var heads = [UInt32](repeating: 0, count: NameBound.slotCount)
  private var meetings: [Meeting] = []
  private var initials: [Int] = []
  /// Whether glued listed tokens are among the neighbours.
  private var meetsGlued = false
  private(set) var edges: [AlignmentEdge] = []
  private(set) var taken: [AlignmentEdge] = []
  private var groups = RoleGroups()

  /// Takes in the neighbours of `query`, which the next calls of ``score(_:_:name:)`` compare.
  mutating func begin(_ query: NameQuery) {
    for meeting in meetings { heads[Int(NameBound.slot(of: meeting.token))] = 0 }
    meetings.removeAll(keepingCapacity: true)
    initials.removeAll(keepingCapacity: true)
    meetsGlued = false
    for index in query.units.indices {
      let resolved = query.units[index].resolved
      if query.units[index].isInitial { initials.append(index) }
      if resolved.realCount < resolved.neighbours.count { meetsGlued = true }
      for neighbour in resolved.neighbours {
        let slot = Int(NameBound.slot(of: neighbour.token))
        meetings.append(
          Meeting(
            token: neighbour.token, unit: UInt16(truncatingIfNeeded: index),
            similarity: neighbour.similarity, relation: neighbour.relation, next: heads[slot]))
        heads[slot] = UInt32(truncatingIfNeeded: meetings.count)
      }
    }
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
      addEdges(query, token: token, listedMask: bit)
      if initials.isEmpty { continue }
      let listed = list.names.tokens.token(Int(token))
      if listed.count == 1 { continue }
      for unit in initials where query.units[unit].token[0] == listed[0] {
        add(
          query, unit: unit, listedMask: bit, similarity: Int(Neighbour.initialSimilarity),
          relation: .initial)
      }
    }
    guard meetsGlued else { return }
    for index in list.names.joinRange(name) {
      let join = list.names.joins[index]
      let mask = UInt16(truncatingIfNeeded: ((1 << Int(join.count)) - 1) << Int(join.first))
      addEdges(query, token: join.token, listedMask: mask)
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

  private mutating func addEdges(_ query: NameQuery, token: UInt32, listedMask: UInt16) {
    var next = heads[Int(NameBound.slot(of: token))]
    while next != 0 {
      let meeting = meetings[Int(next) - 1]
      if meeting.token == token {
        add(
          query, unit: Int(meeting.unit), listedMask: listedMask,
          similarity: Int(meeting.similarity), relation: meeting.relation)
      }
      next = meeting.next
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
