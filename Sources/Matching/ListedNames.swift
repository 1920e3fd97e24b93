import Names
import Records
import Watchlists

/// A group of consecutive tokens of a listed name, glued: `AL SAYED` as ALSAYED.
struct JoinedTokens: Sendable {
  var token: UInt32
  var first: UInt8
  var count: UInt8
}

/// Which field of the name a token came from.
enum NameRole: UInt8, Sendable { case unknown, surname, given }

/// All names of all screened entries as flat arrays of token numbers.
struct ListedNames: Sendable {
  /// Tokens of one name beyond this are not compared; the alignment works on 16-bit masks.
  static let tokensMax = 16

  let tokens: TokenTable
  // Per name.
  private(set) var person: [UInt32] = []
  private(set) var listedName: [UInt16] = []
  private(set) var tokenStarts: [UInt32] = [0]
  private(set) var joinStarts: [UInt32] = [0]
  // Flat.
  private(set) var tokenIDs: [UInt32] = []
  private(set) var roles: [NameRole] = []
  private(set) var joins: [JoinedTokens] = []
  // Per person.
  private(set) var entries: [(list: Int, entry: Int)] = []
  private(set) var nameStarts: [UInt32] = [0]
  // Per token of either kind: the names that hold it.
  private(set) var postingStarts: [UInt32] = []
  private(set) var postings: [UInt32] = []
  /// Names without a single letter A–Z after folding, and names with more than ``tokensMax`` tokens.
  private(set) var unmatchableNames = 0
  private(set) var shortenedNames = 0

  var nameCount: Int { person.count }
  var personCount: Int { entries.count }

  init(lists: [Watchlist]) {
    let folded = FoldedList(lists: lists)
    tokens = folded.tokenTable()
    entries = folded.entries
    unmatchableNames = folded.unmatchable
    shortenedNames = folded.shortened
    for (index, names) in folded.names.enumerated() {
      for name in names { append(name, person: index) }
      nameStarts.append(UInt32(person.count))
    }
    buildPostings()
  }

  func names(ofPerson person: Int) -> Range<Int> {
    Int(nameStarts[person])..<Int(nameStarts[person + 1])
  }

  @inline(__always)
  func tokenRange(_ name: Int) -> Range<Int> {
    Int(tokenStarts[name])..<Int(tokenStarts[name + 1])
  }

  @inline(__always)
  func joinRange(_ name: Int) -> Range<Int> {
    Int(joinStarts[name])..<Int(joinStarts[name + 1])
  }

  @inline(__always)
  func postingRange(_ token: Int) -> Range<Int> {
    Int(postingStarts[token])..<Int(postingStarts[token + 1])
  }

  private mutating func append(_ name: FoldedList.Name, person index: Int) {
    person.append(UInt32(index))
    listedName.append(name.listedName)
    for (position, token) in name.tokens.enumerated() {
      guard let id = tokens.id(of: token) else { continue }
      tokenIDs.append(id)
      roles.append(name.roles[position])
    }
    for join in FoldedList.joins(of: name.tokens) {
      guard let id = tokens.joinedID(of: join.token) else { continue }
      joins.append(JoinedTokens(token: id, first: UInt8(join.first), count: UInt8(join.count)))
    }
    tokenStarts.append(UInt32(tokenIDs.count))
    joinStarts.append(UInt32(joins.count))
  }

  private mutating func buildPostings() {
    var counts = [UInt32](repeating: 0, count: tokens.count + 1)
    for id in tokenIDs { counts[Int(id) + 1] += 1 }
    for join in joins { counts[Int(join.token) + 1] += 1 }
    for index in 1..<counts.count { counts[index] += counts[index - 1] }
    postingStarts = counts
    postings = [UInt32](repeating: 0, count: Int(counts[counts.count - 1]))
    for name in 0..<nameCount {
      for index in tokenRange(name) {
        let token = Int(tokenIDs[index])
        postings[Int(counts[token])] = UInt32(name)
        counts[token] += 1
      }
      for index in joinRange(name) {
        let token = Int(joins[index].token)
        postings[Int(counts[token])] = UInt32(name)
        counts[token] += 1
      }
    }
  }
}

/// The lists' names folded to tokens, before they get numbers.
struct FoldedList {
  struct Name {
    var listedName: UInt16
    var tokens: [NameToken]
    var roles: [NameRole]
  }

  private(set) var entries: [(list: Int, entry: Int)] = []
  private(set) var names: [[Name]] = []
  private(set) var unmatchable = 0
  private(set) var shortened = 0

  init(lists: [Watchlist]) {
    for (listIndex, list) in lists.enumerated() {
      for (entryIndex, entry) in list.entries.enumerated() where entry.kind.isScreened {
        entries.append((listIndex, entryIndex))
        var folded: [Name] = []
        for (index, name) in entry.names.enumerated() {
          let variants = Self.fold(surname: name.surname, given: name.given, full: name.full)
          if variants.isEmpty { unmatchable += 1 }
          for variant in variants {
            let (tokens, roles) = (variant.tokens, variant.roles)
            if tokens.count > ListedNames.tokensMax { shortened += 1 }
            let kept = Name(
              listedName: UInt16(clamping: index),
              tokens: Array(tokens.prefix(ListedNames.tokensMax)),
              roles: Array(roles.prefix(ListedNames.tokensMax)))
            if !folded.contains(where: { $0.tokens == kept.tokens && $0.roles == kept.roles }) {
              folded.append(kept)
            }
          }
        }
        names.append(folded)
      }
    }
  }

  /// Tokens with their roles, in up to ``NameFolder/variantsMax`` spellings.
  static func fold(surname: String?, given: String?, full: String) -> [FoldedName] {
    let surnames = OtherScripts.variants(surname ?? "")
    let givens = OtherScripts.variants(given ?? "")
    var names = (0..<max(surnames.count, givens.count)).map { index in
      FoldedName(
        surnames: surnames.isEmpty ? [] : surnames[min(index, surnames.count - 1)],
        givens: givens.isEmpty ? [] : givens[min(index, givens.count - 1)])
    }
    // Without both parts the whole name may say more than the part that is given.
    if surnames.isEmpty || givens.isEmpty {
      let known = names.first?.tokens.count ?? 0
      for tokens in OtherScripts.variants(full) where tokens.count > known {
        names.append(FoldedName(tokens: tokens))
      }
    }
    return names
  }

  /// Two and three neighbours glued; nothing longer than a token can be.
  static func joins(of tokens: [NameToken]) -> [(token: NameToken, first: Int, count: Int)] {
    var joins: [(token: NameToken, first: Int, count: Int)] = []
    for count in 2...3 where tokens.count >= count {
      for first in 0...(tokens.count - count) {
        let parts = tokens[first..<first + count]
        guard parts.reduce(0, { $0 + $1.count }) <= NameToken.lettersMax else { continue }
        var glued = NameToken()
        for part in parts { glued.append(part) }
        joins.append((glued, first, count))
      }
    }
    return joins
  }

  func tokenTable() -> TokenTable {
    var bearers: [NameToken: Int] = [:]
    var joined = Set<NameToken>()
    for person in names {
      var own = Set<NameToken>()
      for name in person {
        own.formUnion(name.tokens)
        for join in Self.joins(of: name.tokens) { joined.insert(join.token) }
      }
      for token in own { bearers[token, default: 0] += 1 }
    }
    let rarity = Rarity()
    let persons = names.count
    let real = bearers.map { token, count in
      (token: token, rarity: Int32(rarity.ofListed(token, bearers: count, persons: persons)))
    }
    return TokenTable(real: real, joined: joined)
  }
}
