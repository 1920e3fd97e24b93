import Bytes
import Names
import TestSupport
import Testing

@testable import Matching

@Suite struct HalvesFilterTests {
  /// Whatever an edit makes of a token of the table, the filter lets it pass; and of others nearly nothing.
  @Test(arguments: [1, 2]) func losesNoEdit(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let tokens = (0..<400).map { _ in
      Self.letters(Int.random(in: 1...NameToken.lettersMax, using: &random), &random)
    }
    var writer = ImageWriter()
    HalvesFilter.write(tokens.map { NameToken($0) }, to: &writer)
    let filter = HalvesFilter(writer.finish(), from: 0)
    for letters in tokens {
      #expect(filter.mayBeClose(to: NameToken(letters)))
      for place in 0...letters.count {
        let letter = UInt8.random(in: 0x41...0x5A, using: &random)
        var edited: [[UInt8]] = []
        if letters.count < NameToken.lettersMax {
          edited.append(Array(letters[..<place]) + [letter] + Array(letters[place...]))
        }
        if place < letters.count {
          edited.append(Array(letters[..<place]) + [letter] + Array(letters[(place + 1)...]))
          edited.append(Array(letters[..<place]) + Array(letters[(place + 1)...]))
        }
        if place + 1 < letters.count {
          var exchanged = letters
          exchanged.swapAt(place, place + 1)
          edited.append(exchanged)
        }
        for other in edited where !other.isEmpty {
          #expect(filter.mayBeClose(to: NameToken(other)), "\(NameToken(letters)), \(place)")
        }
      }
    }
    let passed = (0..<2000).count { _ in
      filter.mayBeClose(to: NameToken(Self.letters(12, &random)))
    }
    #expect(passed < 800)
  }

  private static func letters(_ count: Int, _ random: inout SeededGenerator) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 0x41...0x5A, using: &random) }
  }
}
