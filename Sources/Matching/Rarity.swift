import Names

/// How rare name tokens are, in hundredths of a bit: −100 · log2 of the share of bearers.
///
/// The table of frequencies speaks for travellers at large. The list itself adds what the table does not
/// know: a token that many listed persons share is common in their part of the world. A few bearers
/// on a list are a family and say nothing, hence the smoothing.
struct Rarity: Sendable {
  static let mostCommon = 200
  /// Persons that a list must hold before its own counts speak.
  private static let smoothingPersons = 10_000
  /// So many bearers are no sign of a common name.
  private static let familyBearers = 3

  private let frequency: NameFrequency

  init(_ frequency: NameFrequency) { self.frequency = frequency }

  /// - Parameters: `bearers` of the listed `persons` have the token in a name.
  func ofListed(_ token: NameToken, bearers: Int, persons: Int) -> Int {
    let common = ofUnlisted(token)
    let unrelated = bearers - Rarity.familyBearers
    guard unrelated > 0 else { return common }
    let listed = ScoreModel.log2Centibits(persons + Rarity.smoothingPersons, over: unrelated)
    return max(Rarity.mostCommon, min(common, listed))
  }

  func ofUnlisted(_ token: NameToken) -> Int {
    max(Rarity.mostCommon, frequency.centibits(of: token) ?? NameFrequency.unknownCentibits)
  }

  /// The weight of a token in the alignment quality, in thousandths: 1000 to 3000 by rarity; short
  /// tokens are easily met by chance and weigh less.
  static func weight(letters: Int, rarity: Int) -> Int {
    if letters == 1 { return 800 }
    let weight = 1000 + 2000 * min(rarity, 1500) / 1500
    return letters == 2 ? weight * 6 / 10 : weight
  }
}
