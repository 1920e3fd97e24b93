/// A listed token that a passenger's token may stand for.
struct Neighbour: Sendable, Equatable, BitwiseCopyable {
  /// Number in the ``TokenTable``, of either kind.
  var token: UInt32
  /// 1 to 1000.
  var similarity: UInt16
  var relation: Relation
  /// What a step of single tokens that meets it is worth, in hundredths of a bit; 0 where that depends on more.
  var bits: Int16 = 0

  static let initialSimilarity: UInt16 = 750

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
