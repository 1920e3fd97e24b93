import Names

/// What the list knows of a passenger's token, or of neighbouring tokens glued: found once per list,
/// shared by all workers.
final class ResolvedToken: Sendable {
  /// A glued token that the list does not have.
  static let none = ResolvedToken()

  let token: NameToken
  /// By number, so those of real tokens come before those of glued ones.
  let neighbours: [Neighbour]
  /// Beside each neighbour where and what it gains; see ``NameBound``. Of single tokens only.
  let slots: [UInt16]
  let gains: [TokenGain]
  /// So many of ``neighbours`` are real tokens.
  let realCount: Int
  /// Hundredths of a bit; of a glued token 0, its parts count.
  let rarity: Int
  /// Thousandths; see ``Rarity/weight(letters:rarity:)``.
  let weight: Int
  /// Postings of the real neighbours.
  let volume: Int
  /// The most that one neighbour gives: similarity, and hundredths of a bit.
  let similarityMax: Int
  let bitsMax: Int

  private init() {
    token = NameToken()
    (neighbours, slots, gains) = ([], [], [])
    (realCount, rarity, weight, volume, similarityMax, bitsMax) = (0, 0, 0, 0, 0, 0)
  }

  /// - Parameter rarity: nil for a glued token.
  init(_ token: NameToken, neighbours: [Neighbour], rarity: Int?, list: MatchIndex) {
    self.token = token
    self.neighbours = neighbours
    self.rarity = rarity ?? 0
    let weight = rarity.map { Rarity.weight(letters: token.count, rarity: $0) } ?? 0
    self.weight = weight
    realCount =
      neighbours.firstIndex { Int($0.token) >= list.names.tokens.firstJoined } ?? neighbours.count
    var volume = 0
    var similarityMax = 0
    var bitsMax = 0
    var slots: [UInt16] = []
    var gains: [TokenGain] = []
    for (index, neighbour) in neighbours.enumerated() {
      if index < realCount { volume += list.names.postingRange(Int(neighbour.token)).count }
      // Glued neighbours are worth no more than the token is rare.
      let bits = index < realCount ? Int(neighbour.bits) : self.rarity
      similarityMax = max(similarityMax, Int(neighbour.similarity))
      bitsMax = max(bitsMax, bits)
      guard let rarity else { continue }
      slots.append(NameBound.slot(of: neighbour.token))
      gains.append(
        TokenGain(
          similarity: Int(neighbour.similarity), weight: weight,
          bits: max(0, bits) + ScoreModel.extraCost(rarity: rarity)))
    }
    self.volume = volume
    self.similarityMax = similarityMax
    self.bitsMax = bitsMax
    self.slots = slots
    self.gains = gains
  }
}
