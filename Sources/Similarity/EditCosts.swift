/// What an edit between two spellings of a name costs, in hundredths of a full edit.
///
/// Cheap are the letters that romanisation and hearing exchange; figures from the design page
/// (`matching.md`, token similarity), measured there on published aliases.
public struct EditCosts: Sendable {
  public static let standard = EditCosts()
  public static let fullEdit = 100
  public static let transposition = 80
  static let doubledLetter: UInt8 = 30
  static let letterH: UInt8 = 50
  static let innerVowel: UInt8 = 70

  /// 26 × 26 costs of replacing one letter by another.
  let substitution: [UInt8]
  /// 26 costs of dropping or adding a letter, at the start of a token and behind another letter.
  let first: [UInt8]
  let later: [UInt8]

  private init() {
    var table = [UInt8](repeating: 100, count: 26 * 26)
    // Later groups are dearer, so the first group that holds both letters decides.
    let groups: [(letters: String, cost: UInt8)] = [
      ("BPFV", 70), ("MN", 70), ("GJ", 60), ("DT", 60), ("UVW", 50), ("IJY", 50), ("CSZ", 50),
      ("CKQ", 50), ("AEIOUY", 50),
    ]
    for group in groups {
      for left in group.letters.utf8 {
        for right in group.letters.utf8 {
          table[(Int(left) - 0x41) * 26 + Int(right) - 0x41] = group.cost
        }
      }
    }
    for letter in 0..<26 { table[letter * 26 + letter] = 0 }
    substitution = table
    let letters = UInt8(0x41)...0x5A
    first = letters.map { UInt8(EditCosts.indel($0, after: 0)) }
    later = letters.map { UInt8(EditCosts.indel($0, after: 1)) }
  }

  /// The cost of dropping or adding `letter` after `previous` (0 at the start of the token).
  @inline(__always)
  static func indel(_ letter: UInt8, after previous: UInt8) -> Int32 {
    if letter == previous { return Int32(doubledLetter) }
    if letter == 0x48 { return Int32(letterH) }
    if previous != 0 && isVowel(letter) { return Int32(innerVowel) }
    return Int32(fullEdit)
  }

  @inline(__always)
  static func isVowel(_ letter: UInt8) -> Bool {
    // Bits of A E I O U Y, counted from A.
    (0x0110_4111 >> UInt32(letter &- 0x41)) & 1 == 1
  }
}
