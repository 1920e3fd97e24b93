import Bytes
import Names

/// Chooses which tokens of a passenger's name lead to candidates.
///
/// Leave the tokens of a set P out of a name: if what is left can reach neither the quality nor the weight
/// that an acceptable name needs (see ``NameBound``), then every acceptable name meets a token of P,
/// and the postings of P's neighbours hold all of them. Any P of this kind is right; the one with the
/// least posting volume is wanted. (Prefix filtering of fuzzy token joins; Wang, Li, Feng, ICDE 2011.)
///
/// A one-letter token meets any listed token with that initial without a posting, so it is never in P;
/// where the other tokens do not do, there is no P and all names are candidates.
struct CandidateTokens: ~Copyable {
  /// Per token of the name.
  private var volumes = ScratchList<Int>(repeating: 0, count: ListedNames.tokensMax)
  private var similarities = ScratchList<Int>(repeating: 0, count: ListedNames.tokensMax)
  private var bits = ScratchList<Int>(repeating: 0, count: ListedNames.tokensMax)
  private var order = ScratchList<Int>()

  /// The tokens whose neighbours' postings hold all names that are acceptable by name alone, as a mask;
  /// 0 = there are none; nil = any name may be acceptable.
  mutating func choose(_ query: borrowing NameQuery) -> UInt16? {
    measure(query)
    if !mayDoWithout(0, query) { return 0 }
    order.removeAll()
    for index in query.tokens.indices where query.tokens[index].count > 1 { order.append(index) }
    // One token that does, the cheapest of them.
    var best: Int?
    var least = Int.max
    for place in order.indices {
      let index = order[place]
      if volumes[index] < least && !mayDoWithout(1 << UInt16(index), query) {
        best = index
        least = volumes[index]
      }
    }
    if let best { return 1 << UInt16(best) }
    // Most weight per posting first, then drop what turned out not to be needed.
    for place in order.indices.dropFirst() {
      let index = order[place]
      var to = place
      while to > 0 && isCheaper(index, than: order[to - 1], query) {
        order[to] = order[to - 1]
        to -= 1
      }
      order[to] = index
    }
    var chosen: UInt16 = 0
    for place in order.indices where mayDoWithout(chosen, query) {
      chosen |= 1 << UInt16(order[place])
    }
    if mayDoWithout(chosen, query) { return nil }
    for place in order.indices.reversed() where chosen >> UInt16(order[place]) & 1 == 1 {
      let index = order[place]
      let fewer = chosen & ~(1 << UInt16(index))
      if !mayDoWithout(fewer, query) { chosen = fewer }
    }
    return chosen
  }

  private func isCheaper(_ left: Int, than right: Int, _ query: borrowing NameQuery) -> Bool {
    let a = (volumes[left] + 1) * query.weights[right]
    let b = (volumes[right] + 1) * query.weights[left]
    return a != b ? a < b : left < right
  }

  /// For each token the postings that it leads to and the most that any step with it can be worth.
  private mutating func measure(_ query: borrowing NameQuery) {
    for index in query.tokens.indices {
      let facts = query.units[index].known.facts
      volumes[index] = facts.volume
      similarities[index] = facts.similarityMax
      bits[index] = facts.bitsMax
      if query.units[index].isInitial {
        similarities[index] = max(similarities[index], Neighbour.initialSimilarity)
        bits[index] = max(bits[index], ScoreModel.initialWeight)
      }
    }
    for unit in query.tokens.count..<query.units.count {
      let facts = query.units[unit].known.facts
      var mask = query.units[unit].mask
      while mask != 0 {
        let index = mask.trailingZeroBitCount
        mask &= mask - 1
        volumes[index] += facts.volume
        similarities[index] = max(similarities[index], facts.similarityMax)
        // No step is worth more than its tokens are rare.
        bits[index] = max(bits[index], query.rarities[index])
      }
    }
  }

  /// Whether a name that meets none of `left` may be acceptable.
  private func mayDoWithout(_ left: UInt16, _ query: borrowing NameQuery) -> Bool {
    let heavy = ScoreModel.heavyQualityMin
    let good = ScoreModel.nameQualityMin
    let equal = ScoreModel.equalQuality
    var heavyGain = 0
    var goodGain = 0
    var equalGain = 0
    var most = 0
    for index in query.tokens.indices {
      if left >> UInt16(index) & 1 == 1 {
        most -= query.units[index].extra
      } else {
        let weight = query.weights[index]
        heavyGain += max(0, 2 * similarities[index] - heavy) * weight
        goodGain += max(0, 2 * similarities[index] - good) * weight
        equalGain += max(0, 2 * similarities[index] - equal) * weight
        most += max(bits[index], -query.units[index].extra)
      }
    }
    return (heavyGain >= heavy * query.weight && most >= ScoreModel.heavyWeightMin)
      || (goodGain >= good * query.weight && most >= ScoreModel.nameWeightMin)
      || equalGain >= equal * query.weight
  }
}
