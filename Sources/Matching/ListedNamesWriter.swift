import Bytes
import Names
import Similarity

/// Writes the sections of ``ListedNames``.
struct ListedNamesWriter {
  private var words: [UInt32] = []
  private var personNames: [UInt32] = [0]
  private var personSlots: [UInt64] = []

  /// Tokens have their final numbers; `persons` is the order in which persons are numbered.
  init(_ folded: FoldedList, _ tokens: RankedTokens, persons: [Int], to image: inout ImageWriter) {
    for (number, person) in persons.enumerated() {
      var all: [UInt32: Int] = [:]
      for name in folded.names(of: person) {
        append(folded, name, tokens, person: number)
        take(folded.tokens(of: name).map { tokens.real[Int($0)] }, into: &all)
      }
      personNames.append(UInt32(words.count))
      appendSlots(all)
    }
    let postings = PostingsWriter(
      words, tokenCount: tokens.tokenCount, firstJoined: tokens.firstJoined)
    image.add(words)
    image.add(personNames)
    image.add(personSlots)
    postings.write(to: &image)
    tokens.write(folded, to: &image)
  }

  private mutating func append(
    _ folded: FoldedList, _ name: FoldedList.Name, _ tokens: RankedTokens, person: Int
  ) {
    let own = folded.tokens(of: name)
    words.append(UInt32(person))
    words.append(UInt32(own.count) | UInt32(name.listedName) << 16)
    for (place, token) in own.enumerated() {
      let id = tokens.real[Int(token)]
      words.append(id)
      let detail = TokenDetail(
        rarity: Int(tokens.rarity[Int(id)]), letters: folded.real[token].count,
        role: folded.role(place, of: name))
      words.append(detail.packed)
    }
    for join in folded.joins(of: name) {
      words.append(
        join == ListedNames.noJoin ? join : UInt32(tokens.firstJoined) + join)
    }
  }

  /// A token counts as often as one name has it.
  private func take(_ own: [UInt32], into all: inout [UInt32: Int]) {
    for (place, token) in own.enumerated() {
      let times = own[...place].count { $0 == token }
      all[token] = max(times, all[token] ?? 0)
    }
  }

  private mutating func appendSlots(_ all: [UInt32: Int]) {
    let slots = all.flatMap { token, times in
      [UInt64](repeating: UInt64(TokenSlot.of(token)), count: times)
    }.sorted()
    // Persons of many tokens are not told apart from anybody.
    guard slots.count <= 8 else {
      personSlots += [UInt64(TokenSlot.any), 0]
      return
    }
    var packed: [UInt64] = [0, 0]
    for (place, slot) in slots.enumerated() { packed[place / 4] |= slot << UInt64(place % 4 * 16) }
    personSlots += packed
  }
}

/// The names that hold each token.
private struct PostingsWriter {
  private var starts: [UInt32]
  private var postings: [UInt32]
  private var others: [UInt64]

  init(_ words: [UInt32], tokenCount: Int, firstJoined: Int) {
    var counts = [UInt32](repeating: 0, count: tokenCount + 1)
    Self.visit(words) { _, token, _ in counts[Int(token) + 1] += 1 }
    for index in 1..<counts.count { counts[index] += counts[index - 1] }
    starts = counts
    postings = [UInt32](repeating: 0, count: Int(counts[tokenCount]))
    others = [UInt64](repeating: 0, count: Int(counts[firstJoined]))
    var postings = postings
    var others = others
    Self.visit(words) { name, token, place in
      let index = Int(counts[Int(token)])
      counts[Int(token)] += 1
      postings[index] = UInt32(name)
      if let place { others[index] = Self.slots(besides: place, words, name) }
    }
    (self.postings, self.others) = (postings, others)
  }

  /// All tokens of all names; `place` is nil for glued ones.
  private static func visit(
    _ words: [UInt32], _ body: (_ name: Int, _ token: UInt32, _ place: Int?) -> Void
  ) {
    var name = 0
    while name < words.count {
      let count = Int(words[name + 1] & 0xFF)
      for place in 0..<count { body(name, words[name + 2 + 2 * place], place) }
      for join in 0..<ListedNames.joinCount(tokens: count) {
        let token = words[name + 2 + 2 * count + join]
        if token != ListedNames.noJoin { body(name, token, nil) }
      }
      name += ListedNames.recordLength(tokens: count)
    }
  }

  /// The slots of the other tokens of a name; more than four are not told apart from any name.
  private static func slots(besides own: Int, _ words: [UInt32], _ name: Int) -> UInt64 {
    let count = Int(words[name + 1] & 0xFF)
    guard count <= 5 else { return UInt64(TokenSlot.any) }
    var packed: UInt64 = 0
    for place in 0..<count where place != own {
      packed = packed << 16 | UInt64(TokenSlot.of(words[name + 2 + 2 * place]))
    }
    return packed
  }

  func write(to image: inout ImageWriter) {
    image.add(starts)
    image.add(postings)
    image.add(others)
  }
}
