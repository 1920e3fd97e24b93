/// How common a name token is among travellers, from the table that ships with the program.
public struct NameFrequency: Sendable {
  public static let shared = NameFrequency()
  /// Version of the table: part of a run's identity.
  public static var version: String { NameFrequencyTable.version }

  /// A token that the table lacks is taken to be as rare as this, in hundredths of a bit.
  public static let unknownCentibits = 1600

  private let centibits: [NameToken: Int32]

  private init() {
    var table: [NameToken: Int32] = [:]
    for line in TableLines.lines(of: NameFrequencyTable.rows) where line.count == 2 {
      if let value = Int32(line[1]) { table[NameToken(line[0])] = value }
    }
    centibits = table
  }

  /// −100 · log2 of the share of persons who bear the token; nil when the table lacks it.
  public func centibits(of token: NameToken) -> Int? { centibits[token].map(Int.init) }

  /// The table, in the order of its tokens: to draw names as travellers have them.
  public var tokens: [(token: NameToken, centibits: Int)] {
    centibits.map { ($0.key, Int($0.value)) }.sorted { $0.token < $1.token }
  }
}
