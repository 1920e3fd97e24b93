import Names
import Testing

@Suite struct NameDrawingTests {
  private struct Counter: RandomNumberGenerator {
    var state: UInt64 = 0
    mutating func next() -> UInt64 {
      // Evenly spread: multiples of the golden ratio.
      state &+= 0x9E37_79B9_7F4A_7C15
      return state
    }
  }

  /// Of travellers with two drawn tokens as many bear a token as the table says.
  @Test func tokensAreDrawnAsOftenAsTravellersBearThem() throws {
    let drawing = NameDrawing(.shipped, tokensPerTraveller: 200)
    var generator = Counter()
    let draws = 200_000
    var counts: [NameToken: Int] = [:]
    var unknown = 0
    for _ in 0..<draws {
      if let token = drawing.draw(using: &generator) {
        counts[token, default: 0] += 1
      } else {
        unknown += 1
      }
    }
    var sum = 0.0
    for token in ["DE", "MARIA", "ANNA"] {
      let centibits = try #require(NameFrequency.shipped.centibits(of: NameToken(token)))
      var share = 1.0
      for _ in 0..<centibits { share *= 0.993_092_495_437_035_9 }
      let expected = share * Double(draws) / 2
      #expect(abs(Double(counts[NameToken(token)] ?? 0) - expected) < expected / 10)
      sum += share
    }
    #expect(sum > 0.03)
    // The table knows 1.65 tokens of a traveller.
    #expect(abs(Double(unknown) / Double(draws) - 0.175) < 0.02)
  }
}
