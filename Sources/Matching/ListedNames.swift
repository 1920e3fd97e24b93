import Bytes
import Names

/// Which field of the name a token came from.
enum NameRole: UInt8, Sendable { case unknown, surname, given }

/// All names of all screened entries. A name is one record of 32-bit words, so that comparing it touches one or
/// two lines of memory, and its number is the place of the record:
///
///     person
///     tokens of the name (8 bits), number in `ListedPerson.names` (upper 16)
///     of each token its number, and its rarity (16 bits), letters (8), role (8)
///     the numbers of two neighbours glued, from the first pair on, then of three; none = too long
///
/// Persons are numbered by birthday, so that those with one birthday lie together.
final class ListedNames: Sendable {
  /// Tokens of one name beyond this are not compared; the alignment works on 16-bit masks.
  static let tokensMax = 16
  /// Stands for neighbours that are longer than a token when glued.
  static let noJoin = UInt32.max

  let tokens: TokenTable
  private let words: FlatTable<UInt32>
  /// Of each person the first record; they lie one behind another. One more at the end.
  private let personNames: FlatTable<UInt32>
  /// The slots of the tokens of all names of a person together, eight of 16 bits each; see ``TokenSlot``.
  let personSlots: FlatTable<UInt64>
  // Per token of either kind: the names that hold it.
  let postingStarts: FlatTable<UInt32>
  private let postings: FlatTable<UInt32>
  /// Of each posting of a real token: the slots of the name's other tokens, 16 bits each.
  let others: FlatTable<UInt64>

  static let sectionCount = 6 + TokenTable.sectionCount

  init(_ image: MemoryImage, from section: Int) {
    words = image.table(section, of: UInt32.self)
    personNames = image.table(section + 1, of: UInt32.self)
    personSlots = image.table(section + 2, of: UInt64.self)
    postingStarts = image.table(section + 3, of: UInt32.self)
    postings = image.table(section + 4, of: UInt32.self)
    others = image.table(section + 5, of: UInt64.self)
    tokens = TokenTable(image, from: section + 6)
  }

  var personCount: Int { personNames.count - 1 }

  // MARK: one name

  func person(of name: Int) -> Int { Int(words[name]) }

  /// Its place in `ListedPerson.names`.
  func listedName(of name: Int) -> Int { Int(words[name + 1] >> 16) }

  @inline(__always)
  func tokenCount(of name: Int) -> Int { Int(words[name + 1] & 0xFF) }

  @inline(__always)
  func token(_ place: Int, of name: Int) -> UInt32 { words[name + 2 + 2 * place] }

  @inline(__always)
  func detail(_ place: Int, of name: Int) -> TokenDetail {
    TokenDetail(packed: words[name + 3 + 2 * place])
  }

  /// The number of the token that neighbours are when glued: first the pairs, then the threes.
  @inline(__always)
  func join(_ place: Int, of name: Int) -> UInt32 {
    words[name + 2 + 2 * tokenCount(of: name) + place]
  }

  /// Which tokens of a name are glued in a place of ``join(_:of:)``.
  @inline(__always)
  static func joined(_ place: Int, tokens count: Int) -> (first: Int, count: Int) {
    place < count - 1 ? (place, 2) : (place - (count - 1), 3)
  }

  @inline(__always)
  static func joinCount(tokens count: Int) -> Int { max(0, count - 1) + max(0, count - 2) }

  /// Asks for a name's record ahead of its use.
  @inline(__always)
  func prefetch(_ name: Int) { words.prefetch(name) }

  /// Asks for the first names of a person ahead of their use.
  @inline(__always)
  func prefetchNames(ofPerson person: Int) { words.prefetch(Int(personNames[person])) }

  // MARK: many names

  /// Calls `body` with all names of the persons of a range.
  @inline(__always)
  func visitNames(ofPersons persons: Range<Int>, _ body: (Int) -> Void) {
    var name = Int(personNames[persons.lowerBound])
    let end = Int(personNames[persons.upperBound])
    while name < end {
      let count = tokenCount(of: name)
      body(name)
      name += Self.recordLength(tokens: count)
    }
  }

  /// In words.
  static func recordLength(tokens count: Int) -> Int { 2 + 2 * count + joinCount(tokens: count) }

  /// Asks for a person's slots ahead of their use.
  @inline(__always)
  func prefetchSlots(ofPerson person: UInt32) { personSlots.prefetch(2 * Int(person)) }

  /// The name in a posting.
  @inline(__always)
  func name(ofPosting posting: Int) -> Int { Int(postings[posting]) }

  /// Asks for where the postings of a token are, ahead of their use.
  @inline(__always)
  func prefetchPostingRange(_ token: UInt32) { postingStarts.prefetch(Int(token)) }

  @inline(__always)
  func postingRange(_ token: Int) -> Range<Int> {
    Int(postingStarts[token])..<Int(postingStarts[token + 1])
  }
}

/// What the list knows of a token of a listed name, in one word.
struct TokenDetail: Equatable {
  let packed: UInt32

  init(packed: UInt32) { self.packed = packed }

  /// - Parameter rarity: hundredths of a bit, below 2¹⁶.
  init(rarity: Int, letters: Int, role: NameRole) {
    packed = UInt32(rarity) | UInt32(letters) << 16 | UInt32(role.rawValue) << 24
  }

  var rarity: Int { Int(packed & 0xFFFF) }
  var letters: Int { Int(packed >> 16 & 0xFF) }
  var role: NameRole { NameRole(rawValue: UInt8(packed >> 24)) ?? .unknown }
}
