import TestSupport
import Testing

@testable import Matching

@Suite struct NumberTableTests {
  /// Against a dictionary, over rounds of very different size.
  @Test func agreesWithADictionary() {
    var random = SeededGenerator(seed: 5)
    var table = NumberTable()
    for round in 0..<40 {
      table.removeAll()
      var plain: [UInt32: UInt32] = [:]
      for _ in 0..<(round % 7 == 0 ? 20_000 : 30) {
        let number = UInt32.random(in: 0..<30_000, using: &random) &* 64
        let value = UInt32.random(in: 0...9, using: &random)
        #expect(table.insert(number, value: value) == (plain[number] == nil))
        if plain[number] == nil { plain[number] = value }
      }
      #expect(table.count == plain.count)
      for number in 0..<UInt32(3000) { #expect(table[number * 64] == plain[number * 64]) }
    }
  }
}
