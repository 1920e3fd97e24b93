import Bytes
import Names

/// One token of a passenger's name, or two or three neighbours glued (`AL KHELIL` as ALKHELIL).
struct QueryUnit: BitwiseCopyable {
  var token: NameToken
  /// Bits of the tokens it consists of.
  var mask: UInt16
  var count: Int
  /// Sum of the tokens' weights, in thousandths.
  var weight: Int
  /// Sum of the tokens' rarities, in hundredths of a bit.
  var rarity: Int
  /// What the tokens cost if nothing meets them, in hundredths of a bit.
  var extra: Int
  /// What the list knows of it; the neighbours are in ``TokenResolver/neighbours``.
  var known: TokenResolver.KnownToken

  var isInitial: Bool { count == 1 && token.count == 1 }
}

/// A passenger's name, folded and resolved against the listed tokens; its memory is used again for the
/// next name.
struct NameQuery: ~Copyable {
  private(set) var tokens = ScratchList<NameToken>()
  private(set) var roles = ScratchList<NameRole>()
  private(set) var weights = ScratchList<Int>()
  private(set) var rarities = ScratchList<Int>()
  /// The single tokens first, in their order.
  private(set) var units = ScratchList<QueryUnit>()
  private(set) var meetings = NameMeetings()
  /// Whether the name had more tokens than are compared.
  private(set) var isShortened = false
  private(set) var hasInitials = false
  /// Whether glued listed tokens are among the neighbours.
  private(set) var meetsGlued = false
  /// Sums over the tokens; see ``QueryUnit``.
  private(set) var weight = 0
  private(set) var extra = 0

  var allTokens: UInt16 { UInt16(truncatingIfNeeded: (1 << tokens.count) - 1) }

  /// Takes in a name; its units stand until the resolver begins another one.
  mutating func begin(_ name: FoldedName, _ resolver: inout TokenResolver) {
    resolver.beginName()
    let count = min(name.tokens.count, ListedNames.tokensMax)
    isShortened = name.tokens.count > count
    tokens.removeAll()
    roles.removeAll()
    weights.removeAll()
    rarities.removeAll()
    units.removeAll()
    meetings.removeAll()
    weight = 0
    extra = 0
    for index in 0..<count {
      let token = name.tokens[index]
      let known = resolver.resolve(token)
      let cost = ScoreModel.extraCost(rarity: known.facts.rarity)
      tokens.append(token)
      roles.append(name.roles[index])
      weights.append(known.facts.weight)
      rarities.append(known.facts.rarity)
      weight += known.facts.weight
      extra += cost
      units.append(
        QueryUnit(
          token: token, mask: 1 << UInt16(index), count: 1, weight: known.facts.weight,
          rarity: known.facts.rarity, extra: cost, known: known))
    }
    for length in 2...3 where count >= length {
      for first in 0...(count - length) { glue(first..<first + length, &resolver) }
    }
    hasInitials = false
    meetsGlued = false
    for unit in units.indices {
      if units[unit].isInitial { hasInitials = true }
      if units[unit].known.facts.realCount < units[unit].known.count { meetsGlued = true }
      if !isRepeated(unit) { meetings.add(units[unit], resolver.neighbours) }
    }
  }

  /// Whether the unit's neighbours are those of another one before it: of a name that says a token twice.
  private func isRepeated(_ unit: Int) -> Bool {
    for other in 0..<min(unit, tokens.count)
    where units[other].known.range == units[unit].known.range {
      return true
    }
    return false
  }

  /// Which tokens of the name meet a listed one, alone or glued; initials aside.
  func tokens(meeting token: UInt32, _ neighbours: borrowing ScratchList<Neighbour>) -> UInt16 {
    var mask: UInt16 = 0
    var link: UInt32 = 0
    while let place = meetings.nextPlace(of: token, neighbours, after: &link) {
      for unit in units.indices where units[unit].known.range.contains(place) {
        mask |= units[unit].mask
      }
    }
    return mask
  }

  /// What the single tokens of a listed name gain together.
  @inline(__always)
  func gain(of name: Int, _ names: ListedNames) -> TokenGain {
    var sum = TokenGain.zero
    for place in 0..<names.tokenCount(of: name) {
      sum = sum.adding(meetings.gain(of: names.token(place, of: name)))
    }
    return sum
  }

  private mutating func glue(_ range: Range<Int>, _ resolver: inout TokenResolver) {
    var letters = 0
    for index in range { letters += tokens[index].count }
    guard letters <= NameToken.lettersMax else { return }
    var glued = tokens[range.lowerBound]
    for index in range.dropFirst() { glued.append(tokens[index]) }
    guard let known = resolver.resolveGlued(glued) else { return }
    var unit = QueryUnit(
      token: glued, mask: 0, count: range.count, weight: 0, rarity: 0, extra: 0, known: known)
    for index in range {
      unit.mask |= units[index].mask
      unit.weight += weights[index]
      unit.rarity += rarities[index]
      unit.extra += units[index].extra
    }
    resolver.weighGlued(known, rarity: unit.rarity)
    units.append(unit)
  }
}
