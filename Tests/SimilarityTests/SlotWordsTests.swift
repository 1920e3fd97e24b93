import Bytes
import TestSupport
import Testing

@testable import Similarity

/// The kernels against sums that are made one by one.
@Suite struct SlotWordsTests {
  @Test func slotsAreTheKernelsOnes() {
    for token in stride(from: UInt32(0), through: .max - 40_000, by: 39_989) {
      #expect(TokenSlot.of(token) == TokenSlot.byKernel(token))
    }
    #expect(Int(TokenSlot.of(4095)) == TokenSlot.count - 1)
  }

  @Test(arguments: [1, 2, 3]) func findsPostings(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var words = SlotWords()
    var plain: [UInt64] = []
    for slot in 0..<UInt16(TokenSlot.count) {
      // Most are empty, as for a real name.
      let isEmpty = slot == 0 || Int.random(in: 0..<3, using: &random) > 0
      plain.append(isEmpty ? 0 : Self.word(&random))
      words[slot] = plain[Int(slot)]
    }
    var starts: [UInt32] = [0]
    var others: [UInt64] = []
    for _ in 0..<300 {
      for _ in 0..<Int.random(in: 0...9, using: &random) { others.append(Self.slots(&random)) }
      starts.append(UInt32(others.count))
    }
    var writer = ImageWriter()
    writer.add(starts)
    writer.add(others)
    let image = writer.finish()
    var found = ScratchList<UInt32>()
    for round in 0..<40 {
      var tokens = ScratchList<UInt32>()
      for _ in 0..<(round % 9) * 5 { tokens.append(UInt32.random(in: 0..<300, using: &random)) }
      let heavy = Int.random(in: -5...900, using: &random)
      let good = heavy + Int.random(in: 0...200, using: &random)
      let equal = good + Int.random(in: 0...200, using: &random)
      let heavyLow = Int.random(in: -5...3000, using: &random)
      let goodLow = Int.random(in: -5...3000, using: &random)
      words.select(
        tokens, starts: image.table(0, of: UInt32.self), others: image.table(1, of: UInt64.self),
        limits: SlotWords.Limits(
          heavy: heavy, heavyLow: heavyLow, good: good, goodLow: goodLow, equal: equal),
        into: &found)
      var expected: [UInt32] = []
      for token in tokens.array.map(Int.init) {
        for posting in starts[token]..<starts[token + 1] {
          let slots = Self.numbers(others[Int(posting)])
          let sum = slots.reduce(plain[Int(TokenSlot.of(UInt32(token)))]) { $0 + plain[$1] }
          let first = Int(sum >> 40)
          let low = Int(sum & 0xFFFFF)
          if first >= heavy,
            low >= heavyLow || (first >= good && low >= goodLow) || first >= equal
          {
            expected.append(posting)
          }
        }
      }
      #expect(found.array == expected, "seed \(seed), round \(round)")
    }
  }

  @Test(arguments: [4, 5]) func findsNumbers(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var words = SlotWords()
    var plain = [UInt64](repeating: 0, count: TokenSlot.count)
    for slot in 2..<UInt16(TokenSlot.count) where Bool.random(using: &random) {
      plain[Int(slot)] = Self.word(&random)
      words[slot] = plain[Int(slot)]
    }
    let slots = (0..<1000).map { _ in Self.slots(&random) }
    var writer = ImageWriter()
    writer.add(slots)
    let image = writer.finish()
    var found = ScratchList<UInt32>()
    for round in 0..<30 {
      var numbers = ScratchList<UInt32>()
      for _ in 0..<round { numbers.append(UInt32.random(in: 0..<500, using: &random)) }
      let least = Int.random(in: 0...2_000_000, using: &random)
      words.select(
        numbers, slots: image.table(0, of: UInt64.self), factor: 70, least: least, into: &found)
      let expected = numbers.array.filter { number in
        let sum = (Self.numbers(slots[2 * Int(number)]) + Self.numbers(slots[2 * Int(number) + 1]))
          .reduce(0) { $0 + plain[$1] }
        return Int(sum >> 40) * 256 + 70 * Int(sum >> 20 & 0xFFFFF) >= least
      }
      #expect(found.array == expected, "seed \(seed), round \(round)")
    }
  }

  private static func word(_ random: inout SeededGenerator) -> UInt64 {
    UInt64.random(in: 0...400, using: &random) << 40
      | UInt64.random(in: 0...3000, using: &random) << 20
      | UInt64.random(in: 0...1500, using: &random)
  }

  private static func slots(_ random: inout SeededGenerator) -> UInt64 {
    (0..<4).reduce(0) { sum, _ in
      sum << 16 | UInt64.random(in: 0..<UInt64(TokenSlot.count), using: &random)
    }
  }

  private static func numbers(_ slots: UInt64) -> [Int] {
    (0..<4).map { Int(slots >> UInt64(16 * $0) & 0x1FFF) }
  }
}
