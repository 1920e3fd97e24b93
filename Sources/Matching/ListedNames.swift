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
  /// Of each token in ``tokenIDs`` its slot in ``NameBound``.
  private(set) var slots: [UInt16] = []
  /// Of each token in ``tokenIDs`` what it costs if nothing meets it.
  private(set) var costs: [MissingCost] = []
  private(set) var joins: [JoinedTokens] = []
  // Per person.
  private(set) var entries: [(list: Int, entry: Int)] = []
  private(set) var nameStarts: [UInt32] = [0]
  /// The slots of the tokens of all names of each person together.
  private(set) var personSlots: [UInt16] = []
  private(set) var personSlotStarts: [UInt32] = [0]
  // Per token of either kind: the names that hold it.
  private(set) var postingStarts: [UInt32] = []
  private(set) var postings: [UInt32] = []
  /// Of each posting of a real token: the slots of the name's other tokens, 16 bits each.
  private(set) var others: [UInt64] = []
  /// Names without a single letter A–Z after folding, and names with more than ``tokensMax`` tokens.
  private(set) var unmatchableNames = 0
  private(set) var shortenedNames = 0

  var nameCount: Int { person.count }
  var personCount: Int { entries.count }

  init(lists: [Watchlist], rarity: Rarity) {
    let folded = FoldedList(lists: lists)
    tokens = folded.tokenTable(rarity)
    entries = folded.entries
    unmatchableNames = folded.unmatchable
    shortenedNames = folded.shortened
    var joined: [NameToken: UInt32] = [:]
    joined.reserveCapacity(tokens.count - tokens.firstJoined)
    for id in tokens.firstJoined..<tokens.count { joined[tokens.token(id)] = UInt32(id) }
    for (index, names) in folded.names.enumerated() {
      for name in names { append(name, person: index, joined) }
      nameStarts.append(UInt32(person.count))
      appendPersonSlots(from: index)
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

  @inline(__always)
  func postingList(_ token: UInt32) -> PostingList {
    PostingList(
      token: token, start: postingStarts[Int(token)], end: postingStarts[Int(token) + 1])
  }

  private mutating func append(
    _ name: FoldedList.Name, person index: Int, _ joined: [NameToken: UInt32]
  ) {
    person.append(UInt32(index))
    listedName.append(name.listedName)
    for (position, token) in name.tokens.enumerated() {
      guard let id = tokens.id(of: token) else { continue }
      tokenIDs.append(id)
      slots.append(NameBound.slot(of: id))
      costs.append(MissingCost(letters: token.count, rarity: Int(tokens.rarity[Int(id)])))
      roles.append(name.roles[position])
    }
    for join in FoldedList.joins(of: name.tokens) {
      guard let id = joined[join.token] else { continue }
      joins.append(JoinedTokens(token: id, first: UInt8(join.first), count: UInt8(join.count)))
    }
    tokenStarts.append(UInt32(tokenIDs.count))
    joinStarts.append(UInt32(joins.count))
  }

  /// A token counts as often as one name has it.
  private mutating func appendPersonSlots(from person: Int) {
    var most: [UInt32: Int] = [:]
    for name in names(ofPerson: person) {
      for (token, times) in Dictionary(
        tokenIDs[tokenRange(name)].map { ($0, 1) }, uniquingKeysWith: +)
      {
        most[token] = max(times, most[token] ?? 0)
      }
    }
    for (token, times) in most.sorted(by: { $0.key < $1.key }) {
      for _ in 0..<times { personSlots.append(NameBound.slot(of: token)) }
    }
    personSlotStarts.append(UInt32(personSlots.count))
  }

  /// The slots of the other tokens of a name; more than four are not told apart from any name.
  private func slots(besides own: Int, of name: Int) -> UInt64 {
    let range = tokenRange(name)
    guard range.count <= 5 else { return UInt64(NameBound.openSlot) }
    var packed: UInt64 = 0
    for index in range where index != own { packed = packed << 16 | UInt64(slots[index]) }
    return packed
  }

  private mutating func buildPostings() {
    var counts = [UInt32](repeating: 0, count: tokens.count + 1)
    for id in tokenIDs { counts[Int(id) + 1] += 1 }
    for join in joins { counts[Int(join.token) + 1] += 1 }
    for index in 1..<counts.count { counts[index] += counts[index - 1] }
    postingStarts = counts
    postings = [UInt32](repeating: 0, count: Int(counts[counts.count - 1]))
    others = [UInt64](repeating: 0, count: tokenIDs.count)
    for name in 0..<nameCount {
      for index in tokenRange(name) {
        let token = Int(tokenIDs[index])
        postings[Int(counts[token])] = UInt32(name)
        others[Int(counts[token])] = slots(besides: index, of: name)
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
