import Bytes
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

  /// Glued tokens may be misspelt once, where the longer of the two has so many letters.
  static let gluedEditMin = 6

  let table: TokenTable
  private let families: VariantIndex
  private var distance = TokenDistance()
  /// The token that is being resolved, in three forms.
  private var token = NameToken()
  private var letters: [UInt8] = []
  private var pattern = EditPattern(Span())
  private var isGlued = false
  private var found: [Neighbour] = []
  private var filter = TokenFilter()
  /// Listed tokens that may be within one edit.
  private var close: [UInt32] = []

  init(table: TokenTable, families: VariantIndex) {
    self.table = table
    self.families = families
  }

  /// - Parameter isGlued: `token` is two or three tokens of the passenger's name, so it can only
  ///   stand for one listed token, and only with at most one misspelling.
  mutating func neighbours(of token: NameToken, isGlued: Bool) -> [Neighbour] {
    close.removeAll(keepingCapacity: true)
    if isGlued { addRealClose(to: token) } else { addGluedClose(to: token) }
    close += families.ids(of: token)
    // Nearly all glued tokens end here.
    if isGlued && close.isEmpty { return [] }
    begin(token, isGlued)
    if !isGlued {
      addMisspellings()
      addPrefixes()
      if let id = table.id(of: token) { consider(id) }
    }
    for id in close { consider(id) }
    return finish()
  }

  /// Real tokens within one edit of a glued one.
  private mutating func addRealClose(to token: NameToken) {
    guard table.mayBeClose(to: token) else { return }
    LetterHash.visitDeletions(token) { hash in
      table.realHashes.visit(hash) { close.append($0) }
    }
  }

  /// Glued tokens that are equal to a real one, or one edit away where that is allowed.
  private mutating func addGluedClose(to token: NameToken) {
    let find = { [table] (hash: UInt64, close: inout [UInt32]) in
      table.joinedHashes.visit(hash) { close.append($0) }
    }
    find(LetterHash.of(token), &close)
    if token.count + 1 < Self.gluedEditMin { return }
    LetterHash.visitEdits(token) { find($0, &close) }
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
    let own = letters
    filter.begin(own.span)
    for length in max(1, token.count - 3)...token.count + 3 {
      let edits = TokenDistance.editsMax(letters: max(token.count, length))
      if edits == 0 || abs(length - token.count) > edits { continue }
      let ids = table.ids(length: length)
      if ids.isEmpty { continue }
      let start = table.range(of: ids.lowerBound).lowerBound
      let count = filter.select(
        ids, masks: table.masks, letters: table.letters, from: start, length: length, edits: edits)
      filter.measure(count, letters: table.letters, from: start, length: length)
      for place in 0..<count {
        let id = ids.lowerBound + filter[place]
        let similarity = filter.similarity(place)
        if similarity > 0 {
          found.append(
            Neighbour(token: UInt32(id), similarity: similarity, relation: .similar))
        }
      }
    }
  }

  private mutating func addPrefixes() {
    if token.count >= Self.prefixMin {
      var longer: [UInt32] = []
      table.visitBeginning(with: token) { longer.append($0) }
      for id in longer { consider(id) }
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

  /// What the passenger's token is to the listed one; nil when they are nothing to each other.
  private mutating func relation(to id: UInt32) -> Neighbour? {
    let isJoined = Int(id) >= table.firstJoined
    if isGlued && isJoined { return nil }
    // A glued token may be misspelt once; there are many of them, kept as letters alone.
    if isJoined, abs(table.range(of: Int(id)).count - token.count) > 1,
      families.closeness(of: token, to: id) == nil
    {
      return nil
    }
    let listed = table.token(Int(id))
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
      token: id, similarity: first.similarity, relation: first.relation)
  }

  /// Similarity by edits; 0 for another name. Glued tokens may be misspelt once.
  private mutating func misspelling(_ id: UInt32) -> Int {
    let range = table.range(of: Int(id))
    let longer = max(letters.count, range.count)
    var edits = TokenDistance.editsMax(letters: longer)
    if isGlued || Int(id) >= table.firstJoined {
      edits = longer >= Self.gluedEditMin ? min(1, edits) : 0
    }
    if edits == 0 { return 0 }
    guard abs(letters.count - range.count) <= edits else { return 0 }
    let own = letters
    return table.letters.withSpan(range) { listed in
      pattern.edits(to: listed) <= edits ? distance.similarity(own.span, listed) : 0
    }
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
