import BenchmarkSupport
import Names

/// Name tokens to draw from: those of the frequency table by their share, and a long tail of spellings that
/// the table has not, as real lists have.
struct NamePool {
  private let tokens: [String]
  /// Sums of the shares up to each token.
  private let sums: [Double]
  /// Percent of tokens that are of the tail.
  private let tailPercent = 14
  /// Spellings of the tail.
  private let tailCount: Int

  init(tailCount: Int) {
    self.tailCount = tailCount
    var tokens: [String] = []
    var sums: [Double] = []
    var sum = 0.0
    for (token, centibits) in NameFrequency.shipped.tokens where token.count > 2 {
      tokens.append(token.description)
      sum += NamePool.share(centibits)
      sums.append(sum)
    }
    self.tokens = tokens
    self.sums = sums
  }

  /// 2 to the power of −centibits / 100.
  private static func share(_ centibits: Int) -> Double {
    let whole = centibits / 100
    let rest = Double(centibits % 100) / 100
    return (1 - rest / 2) / Double(UInt64(1) << UInt64(min(whole, 60)))
  }

  func draw(_ random: inout SeededGenerator) -> String {
    if random.chance(tailPercent) {
      // Zipf's law, roughly: half of the tail's weight lies on its first few hundred spellings.
      let depth = Double(random.number(0...1_000_000)) / 1_000_000
      return tail(Int(depth * depth * depth * Double(tailCount)))
    }
    return common(Double(random.number(0...1_000_000_000)) / 1_000_000_000)
  }

  private func common(_ place: Double) -> String {
    let wanted = place * (sums.last ?? 0)
    var low = 0
    var high = sums.count - 1
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return tokens[low]
  }

  /// The spelling of this number: a token of the table with a syllable or two of its own.
  private func tail(_ number: Int) -> String {
    var own = SeededGenerator(seed: UInt64(number) &* 0x9E37_79B9)
    let base = tokens[own.number(0...(tokens.count - 1))].prefix(own.number(2...5))
    let syllables = (0..<own.number(1...3)).map { _ in own.pick(NamePool.syllables) }
    return base + syllables.joined()
  }

  private static let syllables = [
    "BA", "DO", "KE", "LI", "MU", "NA", "RO", "SE", "TA", "VE", "ZU", "GA", "FI", "JO", "PE", "WA",
    "NOV", "SKI", "MAN", "DER", "ALI", "IEV", "INA", "ESH",
  ]
}
