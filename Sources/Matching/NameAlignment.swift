import Names

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
  mutating func begin(_ query: NameQuery, _ neighbours: [Neighbour]) {
    for meeting in meetings { heads[Int(NameBound.slot(of: meeting.token))] = 0 }
    meetings.removeAll(keepingCapacity: true)
    initials.removeAll(keepingCapacity: true)
    meetsGlued = false
    for index in query.units.indices {
      let known = query.units[index].known
      if query.units[index].isInitial { initials.append(index) }
      if known.facts.realCount < known.count { meetsGlued = true }
      for place in known.range {
        let neighbour = neighbours[place]
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
  mutating func score(_ query: NameQuery, _ names: ListedNames, name: Int) -> NameScore? {
    collect(query, names, name)
    guard !edges.isEmpty else { return nil }
    dropNeedlessJoins()
    sortEdges()
    taken.removeAll(keepingCapacity: true)
    var freeUnits = query.allTokens
    var freeListed = UInt16(truncatingIfNeeded: (1 << names.tokenCount(of: name)) - 1)
    for edge in edges
    where edge.unitMask & ~freeUnits == 0 && edge.listedMask & ~freeListed == 0 {
      freeUnits &= ~edge.unitMask
      freeListed &= ~edge.listedMask
      taken.append(edge)
    }
    return evaluate(query, names, name, freeUnits, freeListed)
  }

  private mutating func collect(_ query: NameQuery, _ names: ListedNames, _ name: Int) {
    edges.removeAll(keepingCapacity: true)
    let count = names.tokenCount(of: name)
    for place in 0..<count {
      let bit = UInt16(1) << UInt16(place)
      let token = names.token(place, of: name)
      addEdges(query, token: token, listedMask: bit)
      if initials.isEmpty || names.detail(place, of: name).letters == 1 { continue }
      let first = names.tokens.firstLetter(of: Int(token))
      for unit in initials where query.units[unit].token[0] == first {
        add(
          query, unit: unit, listedMask: bit, similarity: Int(Neighbour.initialSimilarity),
          relation: .initial)
      }
    }
    guard meetsGlued else { return }
    for place in 0..<ListedNames.joinCount(tokens: count) {
      let token = names.join(place, of: name)
      if token == ListedNames.noJoin { continue }
      let part = ListedNames.joined(place, tokens: count)
      let mask = UInt16(truncatingIfNeeded: ((1 << part.count) - 1) << part.first)
      addEdges(query, token: token, listedMask: mask)
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
    _ query: NameQuery, _ names: ListedNames, _ name: Int, _ freeUnits: UInt16,
    _ freeListed: UInt16
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
  private func isOutOfOrder(_ query: NameQuery, _ names: ListedNames, _ name: Int) -> Bool {
    for edge in taken {
      let role = query.roles[edge.unitMask.trailingZeroBitCount]
      let listed = names.detail(edge.listedMask.trailingZeroBitCount, of: name).role
      if role != .unknown && listed != .unknown && role != listed { return true }
    }
    return false
  }
}
