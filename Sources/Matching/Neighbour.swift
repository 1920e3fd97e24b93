/// A listed token that a passenger's token may stand for; eight bytes, since a night asks for millions of them.
struct Neighbour: Sendable, Equatable, BitwiseCopyable {
  /// Number in the ``TokenTable``, of either kind.
  var token: UInt32
  /// The most that a step with it is worth to the passenger's token, in hundredths of a bit.
  var bits: UInt16 = 0
  /// The similarity above three bits of the relation.
  private var way: UInt16

  /// - Parameter similarity: 1 to 1000.
  init(token: UInt32, similarity: Int, relation: Relation) {
    self.token = token
    way = UInt16(similarity) << 3 | UInt16(relation.rawValue)
  }

  /// 1 to 1000.
  var similarity: Int { Int(way >> 3) }
  var relation: Relation { Relation(rawValue: UInt8(way & 7)) ?? .similar }

  static let initialSimilarity = 750

  /// Where a token is met in several ways that are as good, the first of these is named.
  enum Relation: UInt8, Sendable {
    case equal, spellingVariant, nickname, similar, initial, truncated
  }

  /// By token; of one token the best way first.
  static func < (a: Neighbour, b: Neighbour) -> Bool {
    if a.token != b.token { return a.token < b.token }
    if a.similarity != b.similarity { return a.similarity > b.similarity }
    return a.relation.rawValue < b.relation.rawValue
  }
}
