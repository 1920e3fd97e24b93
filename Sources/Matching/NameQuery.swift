import Names

/// One token of a passenger's name, or two or three neighbours glued (`AL KHELIL` as ALKHELIL).
struct QueryUnit: Sendable {
  var token: NameToken
  /// Bits of the tokens it consists of.
  var mask: UInt16
  var count: Int
  /// Sum of the tokens' weights, in thousandths.
  var weight: Int
  /// Sum of the tokens' rarities, in hundredths of a bit.
  var rarity: Int
  var neighbours: [Neighbour]
}

/// A passenger's name, folded and resolved against the listed tokens.
struct NameQuery: Sendable {
  var tokens: [NameToken]
  var roles: [NameRole]
  var weights: [Int]
  var rarities: [Int]
  var units: [QueryUnit]
  /// Whether the name had more tokens than are compared.
  var isShortened: Bool

  /// Sum of the weights.
  var weight: Int
  var allTokens: UInt16 { UInt16(truncatingIfNeeded: (1 << tokens.count) - 1) }

  /// - Parameter resolve: the listed tokens that a token may stand for.
  init(
    tokens: [NameToken], roles: [NameRole], rarity: (NameToken) -> Int,
    resolve: (_ token: NameToken, _ isGlued: Bool) -> [Neighbour]
  ) {
    isShortened = tokens.count > ListedNames.tokensMax
    self.tokens = Array(tokens.prefix(ListedNames.tokensMax))
    self.roles = Array(roles.prefix(ListedNames.tokensMax))
    rarities = self.tokens.map(rarity)
    weights = zip(self.tokens, rarities).map { Rarity.weight(letters: $0.count, rarity: $1) }
    weight = weights.reduce(0, +)
    units = []
    for (index, token) in self.tokens.enumerated() {
      units.append(
        QueryUnit(
          token: token, mask: 1 << UInt16(index), count: 1, weight: weights[index],
          rarity: rarities[index], neighbours: resolve(token, false)))
    }
    for join in FoldedList.joins(of: self.tokens) {
      let range = join.first..<join.first + join.count
      let neighbours = resolve(join.token, true)
      if neighbours.isEmpty { continue }
      units.append(
        QueryUnit(
          token: join.token,
          mask: UInt16(truncatingIfNeeded: ((1 << join.count) - 1) << join.first),
          count: join.count, weight: weights[range].reduce(0, +),
          rarity: rarities[range].reduce(0, +), neighbours: neighbours))
    }
  }
}
