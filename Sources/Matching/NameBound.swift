import Bytes
import Names
import Similarity

/// What a listed name can be to a passenger's at most, by the numbers of its tokens alone: the bound that
/// makes the index lossless.
///
/// An alignment takes steps: a unit of the passenger's name (weight w, hundredths of a bit `extra` if it
/// were left over) meets tokens of the listed name with similarity s. With W the weight of all tokens of
/// the passenger, M = Σ w and U = W − M, for every σ
///
///     quality = 2 Σ s·w / (2M + U + c·missing) ≥ τ
///       ⇒ Σ (2s − τ)·w ≥ τ·W
///       ⇒ Σ (2s − σ)·w ≥ W · τ (2 − σ) / (2 − τ)        for σ ≤ τ, because M ≥ τ·W / (2 − τ)
///     weight = Σ bits − Σ extra of what is left over − … ≥ b
///       ⇒ Σ (bits + extra) ≥ b + Σ extra of all tokens
///
/// Each step meets its own listed tokens. So the sum over the name's tokens, single and glued, of the most
/// that any unit gains by one of them is no less than the left sides: this is what a name is asked for
/// before it is aligned. ``NameMeetings`` has the gains by ``TokenSlot``, where several tokens may fall together; then
/// the larger gain counts.
struct NameBound {
  private var allTokens: UInt16 = 0
  private var weight = 0
  private var hasInitials = false
  private var limits = GainLimits()
  private var datedQuality = 0

  /// Takes in a passenger's name, which the next calls name again.
  mutating func begin(_ query: borrowing NameQuery) {
    // Initials meet any token with that letter: what they may gain is taken off what is asked.
    var initials = TokenGain.zero
    for unit in query.tokens.indices where query.units[unit].isInitial {
      initials = initials.adding(
        TokenGain(
          similarity: Neighbour.initialSimilarity, weight: query.units[unit].weight,
          bits: ScoreModel.initialWeight + query.units[unit].extra))
    }
    allTokens = query.allTokens
    weight = query.weight
    hasInitials = initials != .zero
    limits = GainLimits(
      heavyQuality: Self.heavy * weight - initials.quality,
      heavyBits: ScoreModel.heavyWeightMin + query.extra - initials.bits,
      goodQuality: Self.good * weight - initials.quality,
      goodBits: ScoreModel.nameWeightMin + query.extra - initials.bits,
      equalQuality: Self.equal * weight - initials.quality)
    datedQuality = ScoreModel.datedQualityMin * weight - initials.datedQuality
  }

  /// What Σ (2s − σ)·w must reach per W, σ being the quality of heavy names.
  private static let heavy = ScoreModel.heavyQualityMin
  private static let good = least(ScoreModel.nameQualityMin)
  private static let equal = least(ScoreModel.equalQuality)

  private static func least(_ quality: Int) -> Int {
    quality * (2000 - ScoreModel.heavyQualityMin) / (2000 - quality)
  }

  /// Finds the postings of some tokens of which the names may be acceptable by name alone; where the postings are
  /// has been asked for before.
  func select(
    _ tokens: borrowing ScratchList<UInt32>, _ query: borrowing NameQuery, _ names: ListedNames,
    into found: inout ScratchList<UInt32>
  ) {
    query.meetings.gains.select(
      tokens, starts: names.postingStarts, others: names.others, limits: limits.ofSums, into: &found
    )
  }

  /// Finds the persons of whom some name may be acceptable beside a compatible birth date: the tokens of all names
  /// of a person together gain no less than those of one.
  func selectDated(
    _ persons: borrowing ScratchList<UInt32>, _ query: borrowing NameQuery, _ names: ListedNames,
    into found: inout ScratchList<UInt32>
  ) {
    query.meetings.gains.select(
      persons, slots: names.personSlots, factor: TokenGain.datedFactor, least: datedQuality,
      into: &found)
  }

  /// Whether a name with these gains may be acceptable by name alone.
  @inline(__always)
  func isEnough(_ sum: TokenGain) -> Bool {
    limits.allow(quality: sum.quality, bits: sum.bits)
  }

  /// Whether a name may be acceptable by name alone, as far as its single tokens go: as ``isEnough(_:)``, and
  /// what certainly meets nothing costs what it costs in the alignment.
  func mayReach(
    _ name: Int, _ query: borrowing NameQuery, _ neighbours: borrowing ScratchList<Neighbour>,
    _ names: ListedNames
  ) -> Bool {
    var sum = TokenGain.zero
    var missingWeight = 0
    var missingBits = 0
    var left = 0
    var cover: UInt16 = 0
    for place in 0..<names.tokenCount(of: name) {
      let token = names.token(place, of: name)
      let gain = query.meetings.gain(of: token)
      if gain == .zero {
        let detail = names.detail(place, of: name)
        missingWeight += Rarity.weight(letters: detail.letters, rarity: detail.rarity)
        missingBits += ScoreModel.missingCost(rarity: detail.rarity)
        left += 1
      } else {
        sum = sum.adding(gain)
        cover |= query.tokens(meeting: token, neighbours)
      }
    }
    // An initial may meet what nothing else does.
    if hasInitials { return isEnough(sum) }
    let whole = weight + missingWeight * ScoreModel.missingShare / 1000
    let others = min(left, (allTokens & ~cover).nonzeroBitCount)
    let bits = sum.bits - missingBits - ScoreModel.otherNameCost * others
    var limits = limits
    limits.heavyQuality = Self.heavy * whole
    limits.goodQuality = Self.good * whole
    limits.equalQuality = Self.equal * whole
    return limits.allow(quality: sum.quality, bits: bits)
  }

  /// Whether a name with these gains may be acceptable beside a compatible birth date.
  @inline(__always)
  func isEnoughDated(_ sum: TokenGain) -> Bool { sum.datedQuality >= datedQuality }
}
