import Names

/// Chooses which tokens of a passenger's name lead to candidates: the bound that makes the index
/// lossless.
///
/// With W the weight of all passenger tokens, M that of the matched ones and U = W − M, every
/// similarity is at most 1, hence
///
///     quality S ≤ 2M / (2M + U) = 2(W − U) / (2W − U)
///     S ≥ τ  ⇒  U ≤ W · 2(1 − τ) / (2 − τ)
///
/// So a name that reaches τ meets at least one token of *any* set P of passenger tokens whose
/// weights sum to more than that. Every way to meet a token is a neighbour of a unit that contains
/// it, so the postings of those neighbours hold all acceptable names. P is the set with the least
/// posting volume. (Prefix filtering of fuzzy token joins; Wang, Li, Feng, ICDE 2011.)
///
/// A one-letter token meets any listed token with that initial without a posting, so it is never in
/// P; where the other tokens do not outweigh the bound, there is no P and all names are candidates.
struct CandidateTokens {
  /// Names to look at, by the tokens that lead to them; nil = all names.
  static func choose(_ query: NameQuery, quality: Int, volume: (UInt32) -> Int) -> UInt16? {
    let usable = query.tokens.indices.filter { query.tokens[$0].count > 1 }
    // Strictly more than the bound; multiplied out to stay with integers.
    let bound = query.weight * 2 * (1000 - quality) / (2000 - quality)
    var volumes = [Int](repeating: 0, count: query.tokens.count)
    for unit in query.units {
      let postings = unit.neighbours.reduce(0) { $0 + volume($1.token) }
      for index in usable where unit.mask >> UInt16(index) & 1 == 1 { volumes[index] += postings }
    }
    // Most weight per posting first, then drop what turned out not to be needed: near the best set,
    // and any set that outweighs the bound is right.
    let order = usable.sorted { left, right in
      let a = (volumes[left] + 1) * query.weights[right]
      let b = (volumes[right] + 1) * query.weights[left]
      return a != b ? a < b : left < right
    }
    var chosen: UInt16 = 0
    var weight = 0
    for index in order where weight <= bound {
      chosen |= 1 << UInt16(index)
      weight += query.weights[index]
    }
    guard weight > bound else { return nil }
    for index in order.reversed()
    where chosen >> UInt16(index) & 1 == 1 && weight - query.weights[index] > bound {
      chosen &= ~(1 << UInt16(index))
      weight -= query.weights[index]
    }
    return chosen
  }
}
