import Names
import Similarity

/// A listed token that a passenger's token may stand for.
struct Neighbour: Sendable, Equatable {
  /// Number in the ``TokenTable``, of either kind.
  var token: UInt32
  /// 1 to 1000.
  var similarity: UInt16
  var relation: Relation

  static let initialSimilarity: UInt16 = 750

  enum Relation: UInt8, Sendable {
    case equal, spellingVariant, nickname, similar, initial, truncated
  }
}

/// Finds the listed tokens that a passenger's token may stand for.
///
/// ``relation(of:to:)`` is the definition, for one pair. ``neighbours(of:)`` finds exactly the pairs
/// for which it is not nil by filters that lose nothing; ``neighboursByScan(of:)`` asks it for every
/// listed token and is the oracle.
struct NeighbourFinder {
  /// A prefix of fewer letters says nothing.
  static let prefixMin = 3
  static let listedPrefixMin = 4
  /// A missing letter or two at the end is a misspelling, not a truncation.
  static let truncatedMin = 2

  let table: TokenTable
  private let families: VariantIndex
  private var distance = TokenDistance()
  /// Of the token that is being resolved.
  private var pattern = EditPattern(Span())
  private var best: [UInt32: Neighbour] = [:]
  private var survivors: [UInt32] = []

  init(table: TokenTable, families: VariantIndex) {
    self.table = table
    self.families = families
  }

  /// - Parameter isGlued: `token` is two or three tokens of the passenger's name, so it can only
  ///   stand for one listed token, and only with at most one misspelling.
  mutating func neighbours(of token: NameToken, isGlued: Bool) -> [Neighbour] {
    best.removeAll(keepingCapacity: true)
    let letters = token.letters
    pattern = EditPattern(letters.span)
    let mask = letterMask(letters.span)
    if isGlued {
      addWithinOneEdit(of: token, letters, table.realDeletions, isGlued: true)
    } else {
      scan(letters, mask, token)
      addWithinOneEdit(of: token, letters, table.joinedDeletions, isGlued: false)
      addPrefixes(token)
      for id in families.ids(of: token) { consider(id, token, letters, isGlued: false) }
    }
    return best.values.sorted { $0.token < $1.token }
  }

  /// The same by asking every listed token.
  mutating func neighboursByScan(of token: NameToken, isGlued: Bool) -> [Neighbour] {
    best.removeAll(keepingCapacity: true)
    let letters = token.letters
    pattern = EditPattern(letters.span)
    for id in 0..<table.count { consider(UInt32(id), token, letters, isGlued: isGlued) }
    return best.values.sorted { $0.token < $1.token }
  }

  /// Real tokens of which letters and lengths allow that they are misspellings of each other.
  private mutating func scan(_ letters: [UInt8], _ mask: UInt64, _ token: NameToken) {
    for length in max(1, token.count - 3)...token.count + 3 {
      let edits = TokenDistance.editsMax(letters: max(token.count, length))
      if abs(length - token.count) > edits { continue }
      let masks = table.masks
      let listed = masks.span
      var found = takeSurvivors()
      for id in table.ids(length: length) where masksAllow(mask, listed[id], edits: edits) {
        found.append(UInt32(id))
      }
      for id in found { consider(id, token, letters, isGlued: false) }
      survivors = found
    }
  }

  private mutating func addWithinOneEdit(
    of token: NameToken, _ letters: [UInt8], _ deletions: DeletionIndex, isGlued: Bool
  ) {
    var found = takeSurvivors()
    deletions.visit(token) { found.append($0) }
    for id in found { consider(id, token, letters, isGlued: isGlued) }
    survivors = found
  }

  /// The emptied list of survivors, moved out so that its memory is used again without a copy.
  private mutating func takeSurvivors() -> [UInt32] {
    var taken: [UInt32] = []
    swap(&taken, &survivors)
    taken.removeAll(keepingCapacity: true)
    return taken
  }

  private mutating func addPrefixes(_ token: NameToken) {
    let letters = token.letters
    if token.count >= Self.prefixMin {
      for id in table.idsBeginning(with: token) { consider(id, token, letters, isGlued: false) }
    }
    if token.count > Self.listedPrefixMin {
      for length in Self.listedPrefixMin..<token.count {
        if let id = table.id(of: token.prefix(length)) {
          consider(id, token, letters, isGlued: false)
        }
      }
    }
    if let id = table.id(of: token.prefix(1)) { consider(id, token, letters, isGlued: false) }
  }

  private mutating func consider(
    _ id: UInt32, _ token: NameToken, _ letters: [UInt8], isGlued: Bool
  ) {
    if best[id] == nil, let found = relation(of: token, letters, to: id, isGlued: isGlued) {
      best[id] = found
    }
  }

  private static func editsMax(letters: Int, glued: Bool) -> Int {
    let limit = TokenDistance.editsMax(letters: letters)
    return glued ? (letters >= 6 ? min(1, limit) : 0) : limit
  }

  /// What the passenger's token is to the listed one; nil when they are nothing to each other.
  private mutating func relation(
    of token: NameToken, _ letters: [UInt8], to id: UInt32, isGlued: Bool
  ) -> Neighbour? {
    let listed = table.tokens[Int(id)]
    let joined = Int(id) >= table.firstJoined
    if isGlued && joined { return nil }
    if token == listed { return Neighbour(token: id, similarity: 1000, relation: .equal) }
    let glued = isGlued || joined
    // A passenger's initial meets half the list: the aligner looks at first letters itself.
    if !glued && token.count == 1 { return nil }
    if !glued && listed.count == 1 {
      return token[0] == listed[0]
        ? Neighbour(token: id, similarity: Neighbour.initialSimilarity, relation: .initial) : nil
    }
    var result: Neighbour?
    func keep(_ similarity: Int, _ relation: Neighbour.Relation) {
      if similarity > Int(result?.similarity ?? 0) {
        result = Neighbour(token: id, similarity: UInt16(similarity), relation: relation)
      }
    }
    if !glued, let closeness = families.closeness(of: token, to: id) {
      keep(
        closeness == .spelling ? 970 : 900, closeness == .spelling ? .spellingVariant : .nickname)
    }
    let edits = Self.editsMax(letters: max(token.count, listed.count), glued: glued)
    if edits > 0 {
      let pool = table.letters
      let other = pool.span.extracting(table.range(of: Int(id)))
      let similar = distance.similarity(letters.span, pattern, other, editsMax: edits)
      keep(similar, .similar)
    }
    if !glued { keep(truncation(token, listed), .truncated) }
    return result
  }

  /// One token is the beginning of the other.
  private func truncation(_ token: NameToken, _ listed: NameToken) -> Int {
    let shorter = min(token.count, listed.count)
    let longer = max(token.count, listed.count)
    let least = token.count < listed.count ? Self.prefixMin : Self.listedPrefixMin
    guard shorter >= least, longer - shorter >= Self.truncatedMin,
      token.prefix(shorter) == listed.prefix(shorter)
    else { return 0 }
    return 720 + 260 * shorter / longer
  }
}

/// Which listed tokens belong to which family of spelling variants.
struct VariantIndex: Sendable {
  private let variants = SpellingVariants.shared
  private let listed: [Int32: [UInt32]]
  private let familiesOfListed: [UInt32: [Int32]]

  init(table: TokenTable) {
    var listed: [Int32: [UInt32]] = [:]
    var reverse: [UInt32: [Int32]] = [:]
    for (index, family) in variants.families.enumerated() {
      for member in family.members {
        if let id = table.id(of: member) {
          listed[Int32(index), default: []].append(id)
          reverse[id, default: []].append(Int32(index))
        }
      }
    }
    self.listed = listed
    familiesOfListed = reverse
  }

  func ids(of token: NameToken) -> [UInt32] {
    variants.families(of: token).flatMap { listed[$0] ?? [] }
  }

  /// The closest family that holds both; nil when none does.
  func closeness(of token: NameToken, to id: UInt32) -> SpellingVariants.Closeness? {
    guard let theirs = familiesOfListed[id] else { return nil }
    var closest: SpellingVariants.Closeness?
    for family in variants.families(of: token) where theirs.contains(family) {
      let closeness = variants.families[Int(family)].closeness
      if closeness == .spelling { return .spelling }
      closest = closeness
    }
    return closest
  }
}
