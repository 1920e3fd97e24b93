import Names
import Records
import Watchlists

/// The lists' names folded to tokens, in the order of the lists, before tokens and persons get their numbers.
struct FoldedList {
  struct Name {
    /// Number in `ListedPerson.names`.
    var listedName: UInt16
    /// Its tokens and roles, and its glued neighbours.
    var tokens: Range<Int>
    var joins: Range<Int>
  }

  /// Of each screened person where it stands in the lists.
  private(set) var entries: [(list: Int, entry: Int)] = []
  /// Distinct tokens; numbers below are theirs.
  private(set) var real = TokenInterner()
  private(set) var joined = TokenInterner()
  /// How many persons bear each real token.
  private(set) var bearers: [UInt32] = []
  private(set) var unmatchable = 0
  private(set) var shortened = 0

  private var lastBearer: [Int] = []
  private var names: [Name] = []
  private var nameStarts: [Int] = [0]
  private var tokenNumbers: [UInt32] = []
  private var roles: [NameRole] = []
  private var joinNumbers: [UInt32] = []

  init(lists: [Watchlist]) {
    for (listIndex, list) in lists.enumerated() {
      for (entryIndex, entry) in list.entries.enumerated() where entry.kind.isScreened {
        entries.append((listIndex, entryIndex))
        for (index, name) in entry.names.enumerated() {
          let variants = Self.fold(surname: name.surname, given: name.given, full: name.full)
          if variants.isEmpty { unmatchable += 1 }
          for variant in variants { append(variant, listedName: UInt16(clamping: index)) }
        }
        nameStarts.append(names.count)
      }
    }
  }

  var nameCount: Int { names.count }

  func names(of person: Int) -> ArraySlice<Name> {
    names[nameStarts[person]..<nameStarts[person + 1]]
  }

  func tokens(of name: Name) -> [UInt32] { Array(tokenNumbers[name.tokens]) }
  func role(_ place: Int, of name: Name) -> NameRole { roles[name.tokens.lowerBound + place] }
  func joins(of name: Name) -> ArraySlice<UInt32> { joinNumbers[name.joins] }

  private mutating func append(_ folded: FoldedName, listedName: UInt16) {
    let count = min(folded.tokens.count, ListedNames.tokensMax)
    if folded.tokens.count > count { shortened += 1 }
    let first = tokenNumbers.count
    for place in 0..<count {
      tokenNumbers.append(bear(folded.tokens[place]))
      roles.append(folded.roles[place])
    }
    let range = first..<tokenNumbers.count
    // One spelling of a person's names after another: each once.
    for name in names[nameStarts[nameStarts.count - 1]...]
    where tokenNumbers[name.tokens] == tokenNumbers[range] && roles[name.tokens] == roles[range] {
      tokenNumbers.removeLast(count)
      roles.removeLast(count)
      return
    }
    let firstJoin = joinNumbers.count
    for place in 0..<ListedNames.joinCount(tokens: count) {
      joinNumbers.append(glue(folded, ListedNames.joined(place, tokens: count)))
    }
    names.append(
      Name(listedName: listedName, tokens: range, joins: firstJoin..<joinNumbers.count))
  }

  /// The number of a token that the person of the last entry bears.
  private mutating func bear(_ token: NameToken) -> UInt32 {
    let number = real.number(of: token)
    if Int(number) == bearers.count {
      bearers.append(0)
      lastBearer.append(-1)
    }
    if lastBearer[Int(number)] != entries.count {
      lastBearer[Int(number)] = entries.count
      bearers[Int(number)] += 1
    }
    return number
  }

  private mutating func glue(
    _ folded: FoldedName, _ part: (first: Int, count: Int)
  ) -> UInt32 {
    let parts = folded.tokens[part.first..<part.first + part.count]
    guard parts.reduce(0, { $0 + $1.count }) <= NameToken.lettersMax else {
      return ListedNames.noJoin
    }
    var glued = NameToken()
    for token in parts { glued.append(token) }
    return joined.number(of: glued)
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
}
