import Bytes
import Names

/// The tokens of a list with the numbers that they keep: real ones by length and text, glued ones behind them
/// as they came.
struct RankedTokens {
  /// The final number of each real token by its number in ``FoldedList``.
  private(set) var real: [UInt32]
  /// Hundredths of a bit, by final number.
  private(set) var rarity: [Int32]
  /// Numbers in ``FoldedList`` by final number.
  private var order: [UInt32]
  /// Of both kinds.
  let tokenCount: Int

  var firstJoined: Int { real.count }

  init(_ folded: FoldedList, rarity: Rarity) {
    let tokens = folded.real.tokens
    order = (0..<UInt32(tokens.count)).sorted { a, b in
      let (left, right) = (tokens[Int(a)], tokens[Int(b)])
      return left.count != right.count ? left.count < right.count : left < right
    }
    real = [UInt32](repeating: 0, count: tokens.count)
    for (id, number) in order.enumerated() { real[Int(number)] = UInt32(id) }
    let persons = folded.entries.count
    self.rarity = order.map { number in
      Int32(
        rarity.ofListed(
          tokens[Int(number)], bearers: Int(folded.bearers[Int(number)]), persons: persons))
    }
    tokenCount = tokens.count + folded.joined.count
  }

  func write(_ folded: FoldedList, to image: inout ImageWriter) {
    let real = order.enumerated().map { id, number in
      (token: folded.real[number], rarity: rarity[id])
    }
    TokenTable.write(real: real, joined: folded.joined.tokens, to: &image)
  }
}
