import Bytes
import Names

/// Adds up what the tokens of surname and given names are worth, each group apart.
///
/// Tokens of one field are not independent (VAN DEN BRINK is one name, not three), so the heaviest of
/// a group counts in full and each further one less.
struct RoleGroups {
  private static let groupMax = ListedNames.tokensMax
  /// Three groups of values, each in descending order.
  private var values = [Int](repeating: 0, count: 3 * groupMax)
  private var counts = [0, 0, 0]

  mutating func removeAll() {
    for role in counts.indices { counts[role] = 0 }
  }

  mutating func add(_ value: Int, role: NameRole) {
    let first = Int(role.rawValue) * Self.groupMax
    var place = first + counts[Int(role.rawValue)]
    counts[Int(role.rawValue)] += 1
    while place > first && values[place - 1] < value {
      values[place] = values[place - 1]
      place -= 1
    }
    values[place] = value
  }

  var sum: Int {
    var sum = 0
    for role in counts.indices {
      let shares = ScoreModel.roleShares[role]
      for rank in 0..<counts[role] {
        sum += values[role * Self.groupMax + rank] * shares[min(rank, shares.count - 1)] / 100
      }
    }
    return sum
  }
}

/// What one step of an alignment is worth.
enum EdgeWeight {
  static func bits(
    _ edge: AlignmentEdge, _ query: borrowing NameQuery, _ names: ListedNames, _ name: Int
  ) -> Int {
    var listedRarity = 0
    var mask = edge.listedMask
    while mask != 0 {
      listedRarity += names.detail(mask.trailingZeroBitCount, of: name).rarity
      mask &= mask - 1
    }
    let unit = query.units[edge.unit]
    let listed = names.detail(edge.listedMask.trailingZeroBitCount, of: name)
    return bits(
      edge.relation, similarity: edge.similarity, rarity: min(unit.rarity, listedRarity),
      shorter: min(unit.token.count, listed.letters),
      isJoin: unit.count > 1 || edge.listedMask.nonzeroBitCount > 1)
  }

  /// - Parameters: `rarity`: the lesser of both sides' sums; `shorter`: letters of the shorter token.
  static func bits(
    _ relation: Neighbour.Relation, similarity: Int, rarity: Int, shorter: Int, isJoin: Bool
  ) -> Int {
    let joinCost = isJoin ? ScoreModel.joinCost : 0
    switch relation {
    case .equal: return rarity - joinCost
    case .spellingVariant: return rarity - ScoreModel.variantCost
    case .nickname: return rarity - ScoreModel.nicknameCost
    case .initial: return ScoreModel.initialWeight
    case .similar:
      let cost = (1000 - similarity) * ScoreModel.dissimilarityCost / 10
      return max(0, rarity - joinCost - cost)
    case .truncated:
      let table = ScoreModel.prefixRarity
      let known = table[min(max(0, shorter - 3), table.count - 1)]
      return max(0, min(known, rarity) - ScoreModel.truncationCost)
    }
  }
}
