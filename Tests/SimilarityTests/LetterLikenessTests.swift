import TestSupport
import Testing

@testable import Similarity

struct LetterLikenessTests {
  private func compare(_ first: String, _ second: String, shortest: Int = 4) -> LetterLikeness {
    let bytes = Array((first + second).utf8)
    let middle = first.utf8.count
    let there = LetterLikeness.of(bytes, 0..<middle, middle..<bytes.count, shortest: shortest)
    #expect(
      LetterLikeness.of(bytes, middle..<bytes.count, 0..<middle, shortest: shortest) == there)
    return there
  }

  @Test func tellsHowTwoTextsDiffer() {
    #expect(compare("DE VRIES", "DEVRIES") == .equal)
    #expect(compare("O'BRIEN-", "OBRIEN") == .equal)
    #expect(compare("JANSEN", "JANSEN SMIT") == .longer)
    #expect(compare("JANSEN", "JANSENSMIT") == .cut)
    #expect(compare("JAN", "JANSEN") == .none)
    #expect(compare("JAN", "JANSEN", shortest: 3) == .cut)
    #expect(compare("JANSEN", "JANSSEN") == .changed)
    #expect(compare("JANSEN", "JENSEN") == .changed)
    #expect(compare("JENZEN", "JANSEN") == .none)
    #expect(compare("ANNE", "ANNA") == .none)
    #expect(compare("", "") == .none)
    #expect(compare("-", "'") == .none)
    #expect(compare("", "JANSEN") == .none)
  }

  @Test func findsASharedWord() {
    func share(_ first: String, _ second: String) -> Bool {
      let bytes = Array((first + second).utf8)
      return LetterLikeness.shareWord(bytes, 0..<first.utf8.count, first.utf8.count..<bytes.count)
    }
    #expect(share("ANNA MARIA", "EVA MARIA"))
    #expect(share("MARIA", "EVA MARIA"))
    #expect(!share("MARIA", "MARIA"))
    #expect(!share("EL MO", "EL JO"))
    #expect(!share("ANNA MARIA", "EVA"))
  }

  /// Letters alone, by the definition.
  private func textbook(_ first: [Character], _ second: [Character]) -> LetterLikeness {
    let (short, long) = first.count <= second.count ? (first, second) : (second, first)
    if first == second { return first.isEmpty ? .none : .equal }
    if long.starts(with: short) { return short.count >= 4 ? .cut : .none }
    guard short.count >= 5 else { return .none }
    for place in long.indices {
      var without = long
      without.remove(at: place)
      if without == short { return .changed }
      guard place < short.count else { continue }
      var other = short
      other.remove(at: place)
      if without == other { return .changed }
    }
    return .none
  }

  @Test func agreesWithTheDefinition() {
    var random = SeededGenerator(seed: 17)
    var seen: [LetterLikeness: Int] = [:]
    for _ in 0..<40_000 {
      let letters = (0..<Int.random(in: 0...8, using: &random)).map { _ in
        Character(["A", "B"][Int.random(in: 0...1, using: &random)])
      }
      var other = letters
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let place = Int.random(in: 0...other.count, using: &random)
        if Bool.random(using: &random) || place == other.count {
          other.insert(Bool.random(using: &random) ? "A" : "C", at: place)
        } else {
          other.remove(at: place)
        }
      }
      let expected = textbook(letters, other)
      seen[expected, default: 0] += 1
      #expect(compare(String(letters), String(other)) == expected)
    }
    #expect(seen[.changed, default: 0] > 1000)
    #expect(seen[.none, default: 0] > 1000)
  }
}
