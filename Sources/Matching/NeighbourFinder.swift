import Names
import Similarity

/// Finds the listed tokens that a passenger's token may stand for.
///
/// ``relation(of:to:)`` is the definition, for one pair. ``neighbours(of:isGlued:)`` finds exactly the
/// pairs for which it is not nil by filters that lose nothing; ``neighboursByScan(of:isGlued:)`` asks
/// it for every listed token and is the oracle.
struct NeighbourFinder {
  /// A prefix of fewer letters says nothing.
  static let prefixMin = 3
  static let listedPrefixMin = 4
  /// A missing letter at the end is a misspelling, not a truncation.
  static let truncatedMin = 2

  let table: TokenTable
  private let families: VariantIndex
  private var distance = TokenDistance()
  /// The token that is being resolved, in three forms.
  private var token = NameToken()
  private var letters: [UInt8] = []
  private var pattern = EditPattern(Span())
  private var isGlued = false
  private var found: [Neighbour] = []
  private var survivors: [UInt32] = []

  init(table: TokenTable, families: VariantIndex) {
    self.table = table
    self.families = families
  }

  /// - Parameter isGlued: `token` is two or three tokens of the passenger's name, so it can only
  ///   stand for one listed token, and only with at most one misspelling.
  mutating func neighbours(of token: NameToken, isGlued: Bool) -> [Neighbour] {
    begin(token, isGlued)
    for id in families.ids(of: token) { consider(id) }
    if isGlued {
      addWithinOneEdit(table.realDeletions)
    } else {
      addMisspellings()
      addWithinOneEdit(table.joinedDeletions)
      addPrefixes()
      if let id = table.id(of: token) { consider(id) }
    }
    return finish()
  }

  /// The same by asking every listed token.
  mutating func neighboursByScan(of token: NameToken, isGlued: Bool) -> [Neighbour] {
    begin(token, isGlued)
    for id in 0..<table.count { consider(UInt32(id)) }
    return finish()
  }

  private mutating func begin(_ token: NameToken, _ isGlued: Bool) {
    self.token = token
    self.isGlued = isGlued
    letters = token.letters
    pattern = EditPattern(letters.span)
    found.removeAll(keepingCapacity: true)
  }

  /// By token, each once, in the best of the ways in which it was found.
  private mutating func finish() -> [Neighbour] {
    found.sort(by: <)
    var result: [Neighbour] = []
    for neighbour in found where neighbour.token != result.last?.token { result.append(neighbour) }
    return result
  }

  /// Real tokens that are misspellings: those that the letters allow are measured.
  private mutating func addMisspellings() {
    var candidates = takeSurvivors()
    let masks = table.masks
    let mask = letterMask(letters.span)
    for length in max(1, token.count - 3)...token.count + 3 {
      let edits = TokenDistance.editsMax(letters: max(token.count, length))
      if abs(length - token.count) > edits { continue }
      let ids = table.ids(length: length)
      // A constant number of edits lets the filter's inner loop be unrolled.
      switch edits {
      case 0: continue
      case 1: Self.filter(ids, masks.span, mask, edits: 1, into: &candidates)
      case 2: Self.filter(ids, masks.span, mask, edits: 2, into: &candidates)
      default: Self.filter(ids, masks.span, mask, edits: 3, into: &candidates)
      }
    }
    for id in candidates {
      let similarity = misspelling(id)
      if similarity > 0 { add(id, similarity, .similar) }
    }
    survivors = candidates
  }

  @inline(__always)
  private static func filter(
    _ ids: Range<Int>, _ masks: Span<UInt64>, _ mask: UInt64, edits: Int, into found: inout [UInt32]
  ) {
    for id in ids where masksAllow(mask, masks[id], edits: edits) { found.append(UInt32(id)) }
  }

  private mutating func addWithinOneEdit(_ deletions: DeletionIndex) {
    var candidates = takeSurvivors()
    deletions.visit(token) { candidates.append($0) }
    for id in candidates { consider(id) }
    survivors = candidates
  }

  /// The emptied list of survivors, moved out so that its memory is used again without a copy.
  private mutating func takeSurvivors() -> [UInt32] {
    var taken: [UInt32] = []
    swap(&taken, &survivors)
    taken.removeAll(keepingCapacity: true)
    return taken
  }

  private mutating func addPrefixes() {
    if token.count >= Self.prefixMin {
      for id in table.idsBeginning(with: token) { consider(id) }
    }
    if token.count > Self.listedPrefixMin {
      for length in Self.listedPrefixMin..<token.count {
        if let id = table.id(of: token.prefix(length)) { consider(id) }
      }
    }
    if let id = table.id(of: token.prefix(1)) { consider(id) }
  }

  private mutating func consider(_ id: UInt32) {
    if let neighbour = relation(to: id) { found.append(neighbour) }
  }

  private mutating func add(_ id: UInt32, _ similarity: Int, _ relation: Neighbour.Relation) {
    found.append(Neighbour(token: id, similarity: UInt16(similarity), relation: relation))
  }

  /// What the passenger's token is to the listed one; nil when they are nothing to each other.
  private mutating func relation(to id: UInt32) -> Neighbour? {
    let listed = table.tokens[Int(id)]
    let isJoined = Int(id) >= table.firstJoined
    if isGlued && isJoined { return nil }
    if token == listed { return Neighbour(token: id, similarity: 1000, relation: .equal) }
    let isOneToOne = !isGlued && !isJoined
    // A passenger's initial meets half the list: the aligner looks at first letters itself.
    if isOneToOne && token.count == 1 { return nil }
    if isOneToOne && listed.count == 1 {
      return token[0] == listed[0]
        ? Neighbour(token: id, similarity: Neighbour.initialSimilarity, relation: .initial) : nil
    }
    var ways: [(similarity: Int, relation: Neighbour.Relation)] = []
    switch families.closeness(of: token, to: id) {
    case .spelling: ways.append((970, .spellingVariant))
    case .nickname: ways.append((900, .nickname))
    case nil: break
    }
    ways.append((misspelling(id), .similar))
    if isOneToOne { ways.append((truncation(listed), .truncated)) }
    guard let best = ways.max(by: { $0.similarity < $1.similarity }), best.similarity > 0 else {
      return nil
    }
    // Of equals, max gives the last and the first is wanted.
    let first = ways.first { $0.similarity == best.similarity } ?? best
    return Neighbour(
      token: id, similarity: UInt16(first.similarity), relation: first.relation)
  }

  /// Similarity by edits; 0 for another name. Glued tokens may be misspelt once.
  private mutating func misspelling(_ id: UInt32) -> Int {
    let range = table.range(of: Int(id))
    let longer = max(letters.count, range.count)
    var edits = TokenDistance.editsMax(letters: longer)
    if isGlued || Int(id) >= table.firstJoined { edits = longer >= 6 ? min(1, edits) : 0 }
    if edits == 0 { return 0 }
    let own = letters
    let pool = table.letters
    return distance.similarity(own.span, pattern, pool.span.extracting(range), editsMax: edits)
  }

  /// Similarity of a token and its beginning; 0 when neither is the other's.
  private func truncation(_ listed: NameToken) -> Int {
    let shorter = min(token.count, listed.count)
    let longer = max(token.count, listed.count)
    let least = token.count < listed.count ? Self.prefixMin : Self.listedPrefixMin
    guard shorter >= least, longer - shorter >= Self.truncatedMin,
      token.prefix(shorter) == listed.prefix(shorter)
    else { return 0 }
    return 720 + 260 * shorter / longer
  }
}
