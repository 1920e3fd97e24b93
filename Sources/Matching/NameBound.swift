import Bytes
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
  static let slotCount = 2 + 4096
  /// Lets any name pass.
  static let openSlot: UInt16 = 1

  /// Where the gains of a listed token are kept.
  @inline(__always)
  static func slot(of token: UInt32) -> UInt16 {
    2 + UInt16(truncatingIfNeeded: token & 4095)
  }

  /// By slot.
  private var gains = [TokenGain](repeating: .zero, count: slotCount)
  /// By slot the passenger's tokens that the token may be met by.
  private var covers = [UInt16](repeating: 0, count: slotCount)
  private var touched: [UInt32] = []
  private var allTokens: UInt16 = 0
  private var weight = 0
  private var hasInitials = false

  private var limits = GainLimits()
  private var datedQuality = 0

  init() { gains[Int(Self.openSlot)] = .open }

  /// Takes in the units of a passenger's name.
  mutating func begin(_ query: NameQuery, _ neighbours: [Neighbour], _ tokens: TokenTable) {
    for token in touched {
      let slot = Int(Self.slot(of: token))
      gains[slot] = .zero
      covers[slot] = 0
    }
    touched.removeAll(keepingCapacity: true)
    // Initials meet any token with that letter: what they may gain is taken off what is asked.
    var initials = TokenGain.zero
    for unit in query.units where unit.isInitial {
      initials = initials.adding(
        TokenGain(
          similarity: Int(Neighbour.initialSimilarity), weight: unit.weight,
          bits: ScoreModel.initialWeight + unit.extra))
    }
    for unit in query.units {
      take(unit, neighbours.span.extracting(unit.known.range), tokens)
      for place in unit.known.range { touched.append(neighbours[place].token) }
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

  private mutating func take(
    _ unit: QueryUnit, _ neighbours: Span<Neighbour>, _ tokens: TokenTable
  ) {
    // Taken out meanwhile: of two arrays in one value only one may be a mutable span.
    var taken = covers
    covers = []
    defer { covers = taken }
    var gains = gains.mutableSpan
    var covers = taken.mutableSpan
    for place in neighbours.indices {
      let neighbour = neighbours[place]
      // Of single tokens it is known what a step with a real one is worth.
      var bits = unit.rarity
      if unit.count > 1 {
        bits = min(bits, Int(tokens.rarity[Int(neighbour.token)]))
      } else if Int(neighbour.token) < tokens.firstJoined {
        bits = Int(neighbour.bits)
      }
      let gain = TokenGain(
        similarity: Int(neighbour.similarity), weight: unit.weight,
        bits: max(0, bits) + unit.extra)
      let slot = Int(Self.slot(of: neighbour.token))
      let known = gains[slot]
      gains[slot] = known.most(gain)
      covers[slot] |= unit.mask
    }
  }

  /// Finds the postings of some tokens of which the names may be acceptable by name alone; where the postings are
  /// has been asked for before.
  /// - Parameter found: is grown where it has no room.
  /// - Returns: how many were found.
  func select(_ tokens: [UInt32], _ names: ListedNames, into found: inout [UInt32]) -> Int {
    let gains = gains.span
    let limits = limits
    let others = names.others
    var count = 0
    for token in tokens.prefix(Self.ahead) {
      others.prefetch(names.postingRange(Int(token)).lowerBound)
    }
    for place in tokens.indices {
      // Lists lie anywhere in memory: each is asked for while those before it are read.
      if place + Self.ahead < tokens.count {
        others.prefetch(names.postingRange(Int(tokens[place + Self.ahead])).lowerBound)
      }
      let token = tokens[place]
      let range = names.postingRange(Int(token))
      if found.count < count + range.count {
        found += [UInt32](repeating: 0, count: count + range.count)
      }
      var found = found.mutableSpan
      let own = gains[Int(Self.slot(of: token))]
      for posting in range {
        let sum = own.adding(Self.sum(others[posting], gains))
        // Without a branch, since which are enough cannot be foretold.
        found[count] = UInt32(truncatingIfNeeded: posting)
        count &+= limits.allow(quality: sum.quality, bits: sum.bits) ? 1 : 0
      }
    }
    return count
  }

  private static let ahead = 6

  /// Whether a name of some person may be acceptable beside a compatible birth date: the tokens of all names
  /// of a person together gain no less than those of one.
  @inline(__always)
  func mayReachDated(_ person: Int, _ names: ListedNames) -> Bool {
    let gains = gains.span
    return isEnoughDated(
      Self.sum(names.personSlots[2 * person], gains)
        .adding(Self.sum(names.personSlots[2 * person + 1], gains)))
  }

  /// The sum of the gains of four slots.
  @inline(__always)
  private static func sum(_ slots: UInt64, _ gains: Span<TokenGain>) -> TokenGain {
    gains[Int(slots & 0x1FFF)].adding(gains[Int(slots >> 16 & 0x1FFF)])
      .adding(gains[Int(slots >> 32 & 0x1FFF)].adding(gains[Int(slots >> 48 & 0x1FFF)]))
  }

  /// What the name's single tokens gain together.
  @inline(__always)
  func gain(of name: Int, _ names: ListedNames) -> TokenGain {
    var sum = TokenGain.zero
    for place in 0..<names.tokenCount(of: name) {
      sum = sum.adding(gain(of: names.token(place, of: name)))
    }
    return sum
  }

  @inline(__always)
  func gain(of token: UInt32) -> TokenGain { gains[Int(Self.slot(of: token))] }

  /// Whether a name with these gains may be acceptable by name alone.
  @inline(__always)
  func isEnough(_ sum: TokenGain) -> Bool {
    limits.allow(quality: sum.quality, bits: sum.bits)
  }

  /// Whether a name may be acceptable by name alone, as far as its single tokens go: as ``isEnough(_:)``, and
  /// what certainly meets nothing costs what it costs in the alignment.
  func mayReach(_ name: Int, _ names: ListedNames) -> Bool {
    var sum = TokenGain.zero
    var missingWeight = 0
    var missingBits = 0
    var left = 0
    var cover: UInt16 = 0
    for place in 0..<names.tokenCount(of: name) {
      let slot = Int(Self.slot(of: names.token(place, of: name)))
      let gain = gains[slot]
      if gain == .zero {
        let detail = names.detail(place, of: name)
        missingWeight += Rarity.weight(letters: detail.letters, rarity: detail.rarity)
        missingBits += ScoreModel.missingCost(rarity: detail.rarity)
        left += 1
      } else {
        sum = sum.adding(gain)
        cover |= covers[slot]
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
