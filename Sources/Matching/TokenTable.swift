import Bytes
import Names
import Similarity

/// The distinct tokens of all listed names.
///
/// There are two kinds in one numbering: real tokens, which stand in names, sorted by length and then text;
/// and glued neighbours (`ALSAYED` for AL SAYED), whose numbers begin at ``firstJoined``.
final class TokenTable: Sendable {
  private let image: MemoryImage
  /// Letters of all tokens, one after another, and padding.
  let letters: FlatTable<UInt8>
  let offsets: FlatTable<UInt32>
  /// Of real tokens.
  let masks: FlatTable<UInt64>
  /// Of real tokens, in hundredths of a bit; see ``Rarity``.
  let rarity: FlatTable<Int32>
  /// Real tokens are filed under themselves and under what is left without each of their letters; glued ones,
  /// which are many, under themselves alone.
  let realHashes: HashedNumbers
  let joinedHashes: HashedNumbers
  private let halves: HalvesFilter
  /// Numbers of the real tokens in alphabetical order, for prefix search.
  private let alphabetical: FlatTable<UInt32>
  let firstJoined: Int
  /// For each length: the first real token of that length; one more at the end.
  private let lengthStarts: [Int]

  static let sectionCount = 6 + 2 * HashedNumbers.sectionCount

  init(_ image: MemoryImage, from section: Int) {
    self.image = image
    letters = image.table(section, of: UInt8.self)
    let offsets = image.table(section + 1, of: UInt32.self)
    masks = image.table(section + 2, of: UInt64.self)
    rarity = image.table(section + 3, of: Int32.self)
    alphabetical = image.table(section + 4, of: UInt32.self)
    realHashes = HashedNumbers(image, from: section + 5)
    joinedHashes = HashedNumbers(image, from: section + 5 + HashedNumbers.sectionCount)
    halves = HalvesFilter(image, from: section + 5 + 2 * HashedNumbers.sectionCount)
    self.offsets = offsets
    let firstJoined = rarity.count
    self.firstJoined = firstJoined
    lengthStarts = (0...NameToken.lettersMax + 1).map { length in
      (0..<firstJoined).partitioningIndex { Int(offsets[$0 + 1] - offsets[$0]) >= length }
    }
  }

  /// - Parameters: `real` tokens sorted by length and text, each with its rarity; `joined` ones in any order.
  static func write(
    real: [(token: NameToken, rarity: Int32)], joined: [NameToken], to image: inout ImageWriter
  ) {
    var letters: [UInt8] = []
    var offsets: [UInt32] = [0]
    var realFiled: [(hash: UInt64, id: UInt32)] = []
    var joinedFiled: [(hash: UInt64, id: UInt32)] = []
    offsets.reserveCapacity(real.count + joined.count + 1)
    for (token, _) in real {
      LetterHash.visitDeletions(token) { realFiled.append(($0, UInt32(offsets.count - 1))) }
      for index in 0..<token.count { letters.append(token[index]) }
      offsets.append(UInt32(letters.count))
    }
    for token in joined {
      joinedFiled.append((LetterHash.of(token), UInt32(offsets.count - 1)))
      for index in 0..<token.count { letters.append(token[index]) }
      offsets.append(UInt32(letters.count))
    }
    letters += [UInt8](repeating: 0, count: TokenFilter.padding)
    image.add(letters)
    image.add(offsets)
    image.add(real.map { letterMask($0.token.letters.span) })
    image.add(real.map(\.rarity))
    image.add((0..<UInt32(real.count)).sorted { real[Int($0)].token < real[Int($1)].token })
    HashedNumbers.write(realFiled, to: &image)
    HashedNumbers.write(joinedFiled, to: &image)
    HalvesFilter.write(real.map(\.token), to: &image)
  }

  /// Of both kinds.
  var count: Int { offsets.count - 1 }

  /// The token with this number.
  func token(_ id: Int) -> NameToken {
    letters.withSpan(range(of: id)) { NameToken($0) }
  }

  @inline(__always)
  func range(of id: Int) -> Range<Int> { Int(offsets[id])..<Int(offsets[id + 1]) }

  @inline(__always)
  func length(of id: Int) -> Int { Int(offsets[id + 1] - offsets[id]) }

  @inline(__always)
  func firstLetter(of id: Int) -> UInt8 { letters[Int(offsets[id])] }

  /// The number of a real token.
  func id(of token: NameToken) -> UInt32? { id(of: token, in: realHashes) }

  /// The number of a glued token.
  func joinedID(of token: NameToken) -> UInt32? { id(of: token, in: joinedHashes) }

  private func id(of token: NameToken, in hashes: HashedNumbers) -> UInt32? {
    var found: UInt32?
    hashes.visit(LetterHash.of(token)) { id in
      if self.token(Int(id)) == token { found = id }
    }
    return found
  }

  /// The numbers of the real tokens with `length` letters.
  func ids(length: Int) -> Range<Int> {
    length > NameToken.lettersMax ? 0..<0 : lengthStarts[length]..<lengthStarts[length + 1]
  }

  /// Calls `body` with the numbers of the real tokens that begin with `prefix` (itself included).
  func visitBeginning(with prefix: NameToken, _ body: (UInt32) -> Void) {
    let first = alphabetical.indices.partitioningIndex {
      token(Int(alphabetical[$0])) >= prefix
    }
    for place in first..<alphabetical.count {
      let id = alphabetical[place]
      guard token(Int(id)).prefix(prefix.count) == prefix else { return }
      body(id)
    }
  }

  /// Whether a real token may be within one edit of `token`.
  func mayBeClose(to token: NameToken) -> Bool { halves.mayBeClose(to: token) }
}
