import Names

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
/// before it is aligned. Gains are kept by ``slot(of:)``, where several tokens may fall together; then the
/// larger gain counts.
struct NameBound {
  /// Slot 0 stands for no token.
  static let slotCount = 4096
  /// Lets any name pass.
  static let openSlot: UInt16 = 1

  /// Where the gains of a listed token are kept.
  @inline(__always)
  static func slot(of token: UInt32) -> UInt16 {
    UInt16(truncatingIfNeeded: 2 + token % UInt32(slotCount - 2))
  }

  /// By slot.
  private var gains = [TokenGain](repeating: .zero, count: slotCount)
  /// By slot the passenger's tokens that the token may be met by.
  private var covers = [UInt16](repeating: 0, count: slotCount)
  private var touched: [UInt16] = []
  private var allTokens: UInt16 = 0
  private var weight = 0
  private var hasInitials = false

  private var heavyQuality = 0
  private var goodQuality = 0
  private var equalQuality = 0
  private var goodBits = 0
  private var heavyBits = 0
  private var datedQuality = 0

  init() { gains[Int(Self.openSlot)] = .open }

  /// Takes in the units of a passenger's name.
  mutating func begin(_ query: NameQuery, _ list: MatchIndex) {
    for slot in touched {
      gains[Int(slot)] = .zero
      covers[Int(slot)] = 0
    }
    touched.removeAll(keepingCapacity: true)
    // Initials meet any token with that letter: what they may gain is taken off what is asked.
    var initials = TokenGain.zero
    for place in query.units.indices {
      let unit = query.units[place]
      if unit.isInitial {
        initials = initials.adding(
          TokenGain(
            similarity: Int(Neighbour.initialSimilarity), weight: unit.weight,
            bits: ScoreModel.initialWeight + unit.extra))
      }
      if unit.count == 1 {
        take(unit.resolved.slots, unit.resolved.gains, unit.mask)
      } else {
        for neighbour in unit.resolved.neighbours {
          let bits = min(unit.rarity, Int(list.names.tokens.rarity[Int(neighbour.token)]))
          let gain = TokenGain(
            similarity: Int(neighbour.similarity), weight: unit.weight, bits: bits + unit.extra)
          take(Self.slot(of: neighbour.token), gain, unit.mask)
        }
      }
    }
    allTokens = query.allTokens
    weight = query.weight
    hasInitials = initials != .zero
    heavyQuality = Self.heavy * weight - initials.quality
    goodQuality = Self.good * weight - initials.quality
    equalQuality = Self.equal * weight - initials.quality
    goodBits = ScoreModel.nameWeightMin + query.extra - initials.bits
    heavyBits = ScoreModel.heavyWeightMin + query.extra - initials.bits
    datedQuality = ScoreModel.datedQualityMin * weight - initials.datedQuality
  }

  /// What Σ (2s − σ)·w must reach per W, σ being the quality of heavy names.
  private static let heavy = ScoreModel.heavyQualityMin
  private static let good = least(ScoreModel.nameQualityMin)
  private static let equal = least(ScoreModel.equalQuality)

  private static func least(_ quality: Int) -> Int {
    quality * (2000 - ScoreModel.heavyQualityMin) / (2000 - quality)
  }

  private mutating func take(_ slots: [UInt16], _ gains: [TokenGain], _ mask: UInt16) {
    for place in slots.indices { take(slots[place], gains[place], mask) }
  }

  @inline(__always)
  private mutating func take(_ slot: UInt16, _ gain: TokenGain, _ mask: UInt16) {
    let known = gains[Int(slot)]
    if known == .zero {
      touched.append(slot)
      gains[Int(slot)] = gain
      covers[Int(slot)] = mask
    } else {
      gains[Int(slot)] = known.most(gain)
      covers[Int(slot)] |= mask
    }
  }

  /// Appends the names of the postings of some tokens that may be acceptable by name alone.
  /// - Parameter others: beside each posting, four slots of the name's other tokens.
  func select(
    _ lists: [PostingList], others: [UInt64], postings: [UInt32], into found: inout [UInt32]
  ) {
    for list in lists {
      let own = gains[Int(Self.slot(of: list.token))]
      for posting in Int(list.start)..<Int(list.end) {
        let slots = others[posting]
        let sum = own.adding(gains[Int(slots & 0xFFF)]).adding(gains[Int(slots >> 16 & 0xFFF)])
          .adding(gains[Int(slots >> 32 & 0xFFF)]).adding(gains[Int(slots >> 48 & 0xFFF)])
        if isEnough(sum) { found.append(postings[posting]) }
      }
    }
  }

  /// Appends those of some persons of whom a name may be acceptable beside a compatible birth date: the tokens
  /// of all names of a person together gain no less than those of one.
  /// - Parameter starts: where in `slots` the tokens of each person begin.
  func selectDated(
    _ persons: [UInt32], starts: [UInt32], slots: [UInt16], into found: inout [UInt32]
  ) {
    for person in persons {
      let range = Int(starts[Int(person)])..<Int(starts[Int(person) + 1])
      if isEnoughDated(sum(slots, range)) { found.append(person) }
    }
  }

  /// The sum of the gains of some tokens.
  @inline(__always)
  func sum(_ slots: [UInt16], _ range: Range<Int>) -> TokenGain {
    var sum = TokenGain.zero
    for index in range { sum = sum.adding(gains[Int(slots[index])]) }
    return sum
  }

  @inline(__always)
  func gain(of token: UInt32) -> TokenGain { gains[Int(Self.slot(of: token))] }

  /// Whether a name with these gains may be acceptable by name alone.
  @inline(__always)
  func isEnough(_ sum: TokenGain) -> Bool {
    isEnough(sum.quality, sum.bits, heavy: heavyQuality, good: goodQuality, equal: equalQuality)
  }

  /// The three ways to be acceptable by name alone, each with what it asks of the quality.
  @inline(__always)
  private func isEnough(_ quality: Int, _ bits: Int, heavy: Int, good: Int, equal: Int) -> Bool {
    quality >= heavy
      && (bits >= heavyBits || (quality >= good && bits >= goodBits) || quality >= equal)
  }

  /// Whether a name may be acceptable by name alone, as far as its single tokens go: as ``isEnough(_:)``, and
  /// what certainly meets nothing costs what it costs in the alignment.
  /// - Parameter costs: beside each slot what the token costs if nothing meets it.
  func mayReach(_ slots: [UInt16], _ costs: [MissingCost], _ range: Range<Int>) -> Bool {
    var sum = TokenGain.zero
    var missing = MissingCost()
    var left = 0
    var cover: UInt16 = 0
    for index in range {
      let slot = Int(slots[index])
      let gain = gains[slot]
      if gain == .zero {
        missing.add(costs[index])
        left += 1
      } else {
        sum = sum.adding(gain)
        cover |= covers[slot]
      }
    }
    // An initial may meet what nothing else does.
    if hasInitials { return isEnough(sum) }
    let whole = weight + Int(missing.weight) * ScoreModel.missingShare / 1000
    let others = min(left, (allTokens & ~cover).nonzeroBitCount)
    let bits = sum.bits - Int(missing.bits) - ScoreModel.otherNameCost * others
    return isEnough(
      sum.quality, bits, heavy: Self.heavy * whole, good: Self.good * whole,
      equal: Self.equal * whole)
  }

  /// Whether a name with these gains may be acceptable beside a compatible birth date.
  @inline(__always)
  func isEnoughDated(_ sum: TokenGain) -> Bool { sum.datedQuality >= datedQuality }
}
