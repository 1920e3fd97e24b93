import TestSupport
import Testing

@testable import Similarity

/// The textbook form of the weighted distance: full matrices, one rule after another.
private struct TextbookDistance {
  let a: [UInt8]
  let b: [UInt8]

  func cost(_ left: UInt8, _ right: UInt8) -> Int {
    if left == right { return 0 }
    for (letters, cost) in [
      ("AEIOUY", 50), ("CKQ", 50), ("CSZ", 50), ("IJY", 50), ("UVW", 50), ("DT", 60), ("GJ", 60),
      ("MN", 70), ("BPFV", 70),
    ] where letters.utf8.contains(left) && letters.utf8.contains(right) {
      return cost
    }
    return 100
  }

  func indel(_ text: [UInt8], _ index: Int) -> Int {
    let letter = text[index]
    if index > 0 && text[index - 1] == letter { return 30 }
    if letter == UInt8(ascii: "H") { return 50 }
    if index > 0 && "AEIOUY".utf8.contains(letter) { return 70 }
    return 100
  }

  func distances() -> (cost: Int, edits: Int) {
    var cost = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    var edits = cost
    for i in 0...a.count {
      for j in 0...b.count where i + j > 0 {
        var costs: [Int] = []
        var counts: [Int] = []
        if i > 0 {
          costs.append(cost[i - 1][j] + indel(a, i - 1))
          counts.append(edits[i - 1][j] + 1)
        }
        if j > 0 {
          costs.append(cost[i][j - 1] + indel(b, j - 1))
          counts.append(edits[i][j - 1] + 1)
        }
        if i > 0 && j > 0 {
          costs.append(cost[i - 1][j - 1] + self.cost(a[i - 1], b[j - 1]))
          counts.append(edits[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        }
        if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && a[i - 1] != b[j - 1] {
          costs.append(cost[i - 2][j - 2] + 80)
          counts.append(edits[i - 2][j - 2] + 1)
        }
        cost[i][j] = costs.min() ?? 0
        edits[i][j] = counts.min() ?? 0
      }
    }
    return (cost[a.count][b.count], edits[a.count][b.count])
  }
}

@Suite struct TokenDistanceTests {
  @Test(arguments: [1, 2, 3]) func agreesWithTheTextbook(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var distance = TokenDistance()
    for _ in 0..<4000 {
      let left = String(RandomNames.token(&random).prefix(20))
      let edits = Int.random(in: 0...4, using: &random)
      let right =
        Bool.random(using: &random)
        ? RandomNames.misspelt(left, edits: edits, &random) : RandomNames.token(&random)
      let (a, b) = (Array(left.utf8), Array(right.utf8))
      let expected = TextbookDistance(a: a, b: b).distances()
      #expect(distance.distance(a.span, b.span) == expected.cost, "seed \(seed): \(left) \(right)")
      #expect(distance.distance(b.span, a.span) == expected.cost, "\(left) \(right) both ways")
      let pattern = EditPattern(a.span)
      #expect(pattern.edits(to: b.span) == expected.edits, "seed \(seed): \(left) \(right)")
      let similarity = 1000 - 23 * expected.cost / (a.count + b.count)
      #expect(
        distance.similarity(a.span, b.span) == (similarity >= TokenDistance.floor ? similarity : 0),
        "seed \(seed): \(left) \(right)")
      for limit in [0, 50, 100, 170, 300] {
        let found = distance.distance(a.span, b.span, below: limit)
        #expect(
          expected.cost < limit ? found == expected.cost : found >= limit,
          "seed \(seed): \(left) \(right) below \(limit)")
      }
    }
  }

  @Test(arguments: [4, 5]) func masksLoseNothing(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20_000 {
      let left = RandomNames.token(&random)
      let edits = Int.random(in: 0...3, using: &random)
      let right = RandomNames.misspelt(left, edits: edits, &random)
      let (a, b) = (Array(left.utf8), Array(right.utf8))
      let apart = TextbookDistance(a: a, b: b).distances().edits
      #expect(
        masksAllow(letterMask(a.span), letterMask(b.span), edits: apart),
        "seed \(seed): \(left) \(right) are \(apart) edits apart")
    }
    let other = Array("ZZXXWW".utf8)
    #expect(!masksAllow(letterMask(Array("ABCDEF".utf8).span), letterMask(other.span), edits: 3))
  }

  static let similar: [(String, String, Bool)] = [
    ("MOHAMMED", "MUHAMMAD", true), ("SCHMIDT", "SCHMITT", true), ("KATHERINE", "CATHERINE", true),
    ("JOHNSON", "JOHNSTON", true), ("LADEN", "LADIN", true), ("ALI", "ELI", true),
    ("LI", "LU", false), ("HASSAN", "JANSEN", false), ("OMAR", "PIET", false),
  ]

  @Test(arguments: similar) func tellsMisspellingsFromOtherNames(a: String, b: String, alike: Bool)
  {
    var distance = TokenDistance()
    let limit = TokenDistance.editsMax(letters: max(a.utf8.count, b.utf8.count))
    let letters = Array(a.utf8)
    let other = Array(b.utf8)
    let isClose = EditPattern(letters.span).edits(to: other.span) <= limit
    let found = isClose ? distance.similarity(letters.span, other.span) : 0
    #expect((found > 0) == alike, "\(a) \(b): \(found)")
  }
}
