/// Families of spellings that stand for one name, from the table that ships with the program.
public struct SpellingVariants: Sendable {
  public enum Closeness: UInt8, Sendable {
    /// The same name in another romanisation.
    case spelling
    /// A short or foreign form.
    case nickname
  }

  public struct Family: Sendable {
    public let closeness: Closeness
    public let members: [NameToken]
  }

  public static let shared = SpellingVariants()
  /// Version of the table: part of a run's identity.
  public static var version: String { SpellingVariantTable.version }

  public let families: [Family]
  private let byToken: [NameToken: [Int32]]
  /// A bit for each token of the table: nearly all questions are for others.
  private let present: [UInt64]

  private init() {
    var families: [Family] = []
    for (table, closeness) in [
      (SpellingVariantTable.variants, Closeness.spelling),
      (SpellingVariantTable.nicknames, Closeness.nickname),
    ] {
      for line in TableLines.lines(of: table) where line.count > 1 {
        families.append(Family(closeness: closeness, members: line.map { NameToken($0) }))
      }
    }
    var byToken: [NameToken: [Int32]] = [:]
    for (index, family) in families.enumerated() {
      for member in family.members { byToken[member, default: []].append(Int32(index)) }
    }
    self.families = families
    self.byToken = byToken
    var present = [UInt64](repeating: 0, count: 1 << 10)
    for token in byToken.keys { present[Int(token.spread >> 54)] |= 1 << (token.spread >> 48 & 63) }
    self.present = present
  }

  /// Indices in ``families`` of those that hold the token.
  public func families(of token: NameToken) -> [Int32] {
    let spread = token.spread
    guard present[Int(spread >> 54)] >> (spread >> 48 & 63) & 1 == 1 else { return [] }
    return byToken[token] ?? []
  }
}
