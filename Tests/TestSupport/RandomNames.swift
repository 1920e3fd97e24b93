/// Random folded names that resemble each other: a few syllables, and misspellings of them.
public enum RandomNames {
  private static let syllables = [
    "MO", "HA", "MED", "AL", "IS", "SA", "KHA", "LID", "VAN", "DER", "BERG", "IVA", "NOV", "CH",
    "EN", "LI", "RA", "JU", "AN", "NA", "OS", "MAN", "Y", "QU", "PH", "OE", "W", "ZZ", "TT", "B",
  ]

  public static func token(_ random: inout SeededGenerator) -> String {
    let count = Int.random(in: 1...4, using: &random)
    return (0..<count).map { _ in syllables.randomElement(using: &random) ?? "A" }.joined()
  }

  /// The token after up to `edits` random edits; never empty.
  public static func misspelt(
    _ token: String, edits: Int, _ random: inout SeededGenerator
  ) -> String {
    var letters = Array(token.utf8)
    for _ in 0..<edits {
      let letter = UInt8.random(in: 0x41...0x5A, using: &random)
      let place = Int.random(in: 0..<letters.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: letters[place] = letter
      case 1: letters.insert(letter, at: place)
      case 2 where letters.count > 1: letters.remove(at: place)
      default: if place > 0 { letters.swapAt(place, place - 1) }
      }
    }
    return String(decoding: letters, as: UTF8.self)
  }
}
