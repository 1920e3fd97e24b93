/// How common name tokens are among travellers: the table that ships with the program, or that table
/// with an operator's own counts.
public struct NameFrequency: Sendable {
  /// The table that ships with the program.
  public static let shipped = NameFrequency()

  /// A token that the table lacks is taken to be as rare as this, in hundredths of a bit.
  public static let unknownCentibits = 1600
  /// Beside an operator's own counts the shipped table speaks for as many travellers as this, so that
  /// a table of few people decides little.
  public static let shippedTravellers = 10_000

  /// Version of the table: part of a run's identity.
  public let version: String
  private let centibits: [NameToken: Int32]

  private init() {
    var table: [NameToken: Int32] = [:]
    for line in TableLines.lines(of: NameFrequencyTable.rows) where line.count == 2 {
      if let value = Int32(line[1]) { table[NameToken(line[0])] = value }
    }
    centibits = table
    version = NameFrequencyTable.version
  }

  /// The shipped table with an operator's own counts: the share of a token is
  ///
  ///     (own bearers + shippedTravellers · shipped share) / (own travellers + shippedTravellers)
  ///
  /// A token that the own table lacks has as many bearers as the shipped share lets expect, and no
  /// more than are left out of such a table: a common name that is not met becomes rarer, a rare one
  /// stays as it is. Nothing becomes rarer than an unknown token.
  public init(own: NameFrequencyFile) {
    let shipped = NameFrequency.shipped
    let travellers = UInt64(own.travellers)
    /// - Parameter bearers: with the binary places of ``NameShare``.
    func blended(_ bearers: UInt64, _ share: UInt64) -> Int32 {
      let weight = UInt64(NameFrequency.shippedTravellers)
      return Int32(
        NameShare.centibits(ofShare: (bearers + weight * share) / (travellers + weight)))
    }
    let leftOut = UInt64(own.minBearers - 1) * NameShare.one
    var table = shipped.centibits.mapValues { centibits in
      let share = NameShare.share(ofCentibits: Int(centibits))
      return blended(min(travellers * share, leftOut), share)
    }
    for row in own.rows {
      let rarity = shipped.centibits(of: row.token) ?? NameFrequency.unknownCentibits
      table[row.token] = blended(
        UInt64(row.bearers) * NameShare.one, NameShare.share(ofCentibits: rarity))
    }
    centibits = table
    version = "\(shipped.version)+\(own.version)"
  }

  /// −100 · log2 of the share of persons who bear the token; nil when the table lacks it.
  public func centibits(of token: NameToken) -> Int? { centibits[token].map(Int.init) }

  /// The table, in the order of its tokens: to draw names as travellers have them.
  public var tokens: [(token: NameToken, centibits: Int)] {
    centibits.map { ($0.key, Int($0.value)) }.sorted { $0.token < $1.token }
  }
}
