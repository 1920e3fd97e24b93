import Names

/// What the list knows of a passenger's token, or of neighbouring tokens glued.
struct TokenFacts: BitwiseCopyable {
  var token = NameToken()
  /// So many of the neighbours are real tokens; they come first.
  var realCount = 0
  /// Hundredths of a bit; of a glued token 0, its parts count.
  var rarity = 0
  /// Thousandths; see ``Rarity/weight(letters:rarity:)``.
  var weight = 0
  /// Postings of the real neighbours.
  var volume = 0
  /// The most that one neighbour gives: similarity, and hundredths of a bit.
  var similarityMax = 0
  var bitsMax = 0
}

/// What was found out of a token once per list, shared by all workers.
final class ResolvedToken: Sendable {
  let facts: TokenFacts
  /// By number, so those of real tokens come before those of glued ones.
  let neighbours: [Neighbour]

  init(_ facts: TokenFacts, _ neighbours: [Neighbour]) {
    self.facts = facts
    self.neighbours = neighbours
  }
}
