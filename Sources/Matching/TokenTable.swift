import Bytes
import Names
import Similarity

/// The distinct tokens of all listed names, sorted by length and then text, as a structure of arrays.
///
/// There are two kinds in one numbering: tokens that stand in names, and glued neighbours
/// (`ALSAYED` for AL SAYED), whose numbers begin at ``firstJoined``.
final class TokenTable: Sendable {
  /// Letters of all tokens, one after another, and padding.
  let letters: [UInt8]
  let offsets: [UInt32]
  /// Of real tokens.
  let masks: [UInt64]
  /// Of real tokens, in hundredths of a bit; see ``Rarity``.
  let rarity: [Int32]
  let firstJoined: Int
  /// For each length: the first real token of that length; one more at the end.
  private let lengthStarts: [Int]
  /// Real and joined tokens by what is left when a letter is deleted.
  let realDeletions: DeletionIndex
  let joinedDeletions: DeletionIndex
  private let ids: [NameToken: UInt32]
  /// Numbers of the real tokens in alphabetical order, for prefix search.
  private let alphabetical: [UInt32]
  private let real: [NameToken]

  init(real: [(token: NameToken, rarity: Int32)], joined: Set<NameToken>) {
    let realSorted = real.sorted { ($0.token.count, $0.token) < ($1.token.count, $1.token) }
    let joinedSorted = joined.sorted { ($0.count, $0) < ($1.count, $1) }
    let tokens = realSorted.map(\.token) + joinedSorted
    let firstJoined = realSorted.count
    var ids: [NameToken: UInt32] = [:]
    var letters: [UInt8] = []
    var offsets: [UInt32] = [0]
    var masks: [UInt64] = []
    for (index, token) in tokens.enumerated() {
      letters.append(contentsOf: token.letters)
      offsets.append(UInt32(letters.count))
      guard index < firstJoined else { continue }
      ids[token] = UInt32(index)
      masks.append(letterMask(token.letters.span))
    }
    letters += [UInt8](repeating: 0, count: TokenFilter.padding)
    self.real = Array(tokens[..<firstJoined])
    self.firstJoined = firstJoined
    self.ids = ids
    self.letters = letters
    self.offsets = offsets
    self.masks = masks
    rarity = realSorted.map(\.rarity)
    realDeletions = DeletionIndex(0..<firstJoined, of: tokens)
    joinedDeletions = DeletionIndex(firstJoined..<tokens.count, of: tokens)
    lengthStarts = Self.starts(tokens[0..<firstJoined])
    alphabetical = (0..<UInt32(firstJoined)).sorted { tokens[Int($0)] < tokens[Int($1)] }
  }

  var count: Int { offsets.count - 1 }

  /// The token with this number. Glued ones are many: they are kept as letters alone.
  func token(_ id: Int) -> NameToken {
    id < firstJoined ? real[id] : NameToken(letters[range(of: id)])
  }

  private static func starts(_ sorted: ArraySlice<NameToken>) -> [Int] {
    var starts: [Int] = []
    var index = sorted.startIndex
    for length in 0...NameToken.lettersMax + 1 {
      while index < sorted.endIndex && sorted[index].count < length { index += 1 }
      starts.append(index)
    }
    return starts
  }

  func id(of token: NameToken) -> UInt32? { ids[token] }

  /// The number of a glued token; for many of them a table of their own is faster.
  func joinedID(of token: NameToken) -> UInt32? {
    let id = (firstJoined..<count).partitioningIndex {
      let other = self.token($0)
      return (other.count, other) >= (token.count, token)
    }
    return id < count && self.token(id) == token ? UInt32(id) : nil
  }

  @inline(__always)
  func range(of id: Int) -> Range<Int> { Int(offsets[id])..<Int(offsets[id + 1]) }

  /// The numbers of the real tokens with `length` letters.
  func ids(length: Int) -> Range<Int> {
    length > NameToken.lettersMax ? 0..<0 : lengthStarts[length]..<lengthStarts[length + 1]
  }

  /// Numbers of the real tokens that begin with `prefix` (itself included).
  func idsBeginning(with prefix: NameToken) -> ArraySlice<UInt32> {
    let first = (0..<alphabetical.count).partitioningIndex {
      real[Int(alphabetical[$0])] >= prefix
    }
    var end = first
    while end < alphabetical.count,
      real[Int(alphabetical[end])].prefix(prefix.count) == prefix
    {
      end += 1
    }
    return alphabetical[first..<end]
  }
}
