import Bytes
import TestSupport
import Testing

@testable import Similarity

@Suite struct TokenFilterTests {
  /// The vectors against one comparison at a time, whatever the number and length of the tokens.
  @Test(arguments: [(1, false), (2, false), (3, true), (4, true)])
  func agreesWithOneAtATime(seed: UInt64, isPlain: Bool) {
    var random = SeededGenerator(seed: seed)
    var filter = TokenFilter(isPlain: isPlain)
    var distance = TokenDistance()
    var found = 0
    for round in 0..<300 {
      let length = Int.random(in: 1...32, using: &random)
      let number = Int.random(in: 0...70, using: &random)
      let wanted = Self.token(length + Int.random(in: -3...3, using: &random), &random)
      var tokens: [[UInt8]] = []
      for place in 0..<number {
        var token = Self.token(length, &random)
        if place % 3 == 0 {
          // Somewhat like the wanted one.
          for index in token.indices where index < wanted.count { token[index] = wanted[index] }
          let changed = Int.random(in: 0..<length, using: &random)
          token[changed] = UInt8.random(in: 0x41...0x5A, using: &random)
          if changed > 0, place % 2 == 0 { token.swapAt(changed, changed - 1) }
        }
        tokens.append(token)
      }
      // Others before and behind, that are no part of the range.
      let before = Int.random(in: 0...3, using: &random)
      let masks =
        [UInt64](repeating: 0, count: before) + tokens.map { letterMask($0.span) } + [0, 0]
      let letters =
        [UInt8](repeating: 0x5A, count: before * length) + tokens.joined()
        + [UInt8](repeating: 0, count: TokenFilter.padding)
      var writer = ImageWriter()
      writer.add(masks)
      writer.add(letters)
      let image = writer.finish()
      filter.begin(wanted.span)
      let pattern = EditPattern(wanted.span)
      for edits in 0...4 {
        let expected = tokens.indices.filter { place in
          let token = tokens[place]
          return pattern.edits(to: token.span) <= edits
        }
        let count = filter.select(
          before..<before + number, masks: image.table(0, of: UInt64.self),
          letters: image.table(1, of: UInt8.self), from: before * length, length: length,
          edits: edits)
        #expect((0..<count).map { filter[$0] } == expected, "seed \(seed), round \(round)")
        filter.measure(
          count, letters: image.table(1, of: UInt8.self), from: before * length, length: length)
        for place in 0..<count {
          let token = tokens[filter[place]]
          let plain = distance.similarity(wanted.span, token.span)
          #expect(filter.similarity(place) == plain, "seed \(seed), round \(round)")
        }
        found += count
      }
    }
    #expect(found > 3000, "too few to mean anything")
  }

  private static func token(_ length: Int, _ random: inout SeededGenerator) -> [UInt8] {
    // Few letters, so that many tokens resemble each other.
    (0..<min(32, max(1, length))).map { _ in UInt8.random(in: 0x41...0x46, using: &random) }
  }
}
