import TestSupport
import Testing

@testable import Bytes

@Suite struct ScratchListTests {
  /// Against an array, through growing, changing and emptying.
  @Test func agreesWithAnArray() {
    var random = SeededGenerator(seed: 9)
    var list = ScratchList<Int32>(capacity: 1)
    var plain: [Int32] = []
    for _ in 0..<5000 {
      let value = Int32.random(in: 0...99, using: &random)
      switch value {
      case 0:
        list.removeAll()
        plain = []
      case 1...5 where !plain.isEmpty:
        let place = Int.random(in: plain.indices, using: &random)
        list.removeAll(from: place)
        plain.removeSubrange(place...)
      case 6...20 where !plain.isEmpty:
        let place = Int.random(in: plain.indices, using: &random)
        list[place] += value
        plain[place] += value
      case 21...24:
        list.append(contentsOf: [value, 7, 8])
        plain += [value, 7, 8]
      default:
        list.append(value)
        plain.append(value)
      }
      #expect(list.count == plain.count)
      #expect(list.isEmpty == plain.isEmpty)
    }
    #expect(list.array == plain)
    #expect(plain.count > 1)
  }
}
