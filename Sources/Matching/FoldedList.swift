import Names
import Records
import Watchlists

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

  func tokenTable(_ rarity: Rarity) -> TokenTable {
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
    let persons = names.count
    let real = bearers.map { token, count in
      (token: token, rarity: Int32(rarity.ofListed(token, bearers: count, persons: persons)))
    }
    return TokenTable(real: real, joined: joined)
  }
}
