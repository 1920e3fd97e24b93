internal import Bytes

/// An operator's own table of name frequencies as a file: how many of the counted travellers bear each
/// token, and nothing by which one of them could be told.
///
///     # pnrscreen name frequencies: how many travellers bear each token; counts only
///     # format⇥1
///     # travellers⇥6368
///     # min-bearers⇥10
///     # tokens⇥412
///     # left-out-tokens⇥3021
///     # left-out-bearers⇥4410
///     # version⇥9f2c54c0a1d3e877
///     AHMED⇥57
///
/// Tokens in alphabetical order, each once. The version is the beginning of the SHA-256 of all other lines.
public struct NameFrequencyFile: Sendable, Equatable {
  /// A token and the travellers who bear it.
  public struct Row: Sendable, Equatable {
    public var token: NameToken
    public var bearers: Int

    public init(token: NameToken, bearers: Int) {
      self.token = token
      self.bearers = bearers
    }
  }

  /// Fewer bearers would be one person.
  public static let minBearersLeast = 2
  public static let minBearersMost = 1_000_000
  /// More would not fit into the sums of ``NameFrequency``.
  static let travellersMost = 1_000_000_000
  private static let title =
    "# pnrscreen name frequencies: how many travellers bear each token; counts only"
  static let formatVersion = 1
  /// What the header says, a line each.
  static let headerKeys = [
    "format", "travellers", "min-bearers", "tokens", "left-out-tokens", "left-out-bearers",
  ]

  public let travellers: Int
  /// Tokens of fewer bearers are left out.
  public let minBearers: Int
  public let rows: [Row]
  public let leftOutTokens: Int
  /// Bearers of the tokens that are left out, summed.
  public let leftOutBearers: Int
  /// Tells the table from every other one.
  public let version: String

  init(travellers: Int, minBearers: Int, rows: [Row], leftOutTokens: Int, leftOutBearers: Int) {
    self.travellers = travellers
    self.minBearers = minBearers
    self.rows = rows
    self.leftOutTokens = leftOutTokens
    self.leftOutBearers = leftOutBearers
    let parts = NameFrequencyFile.parts(
      travellers, minBearers, rows, leftOutTokens, leftOutBearers)
    version = String(SHA256.hex(parts.header + parts.rows).prefix(16))
  }

  /// The file.
  public var bytes: [UInt8] {
    let parts = NameFrequencyFile.parts(
      travellers, minBearers, rows, leftOutTokens, leftOutBearers)
    return Array((parts.header + "# version\t\(version)\n" + parts.rows).utf8)
  }

  private static func parts(
    _ travellers: Int, _ minBearers: Int, _ rows: [Row], _ leftOutTokens: Int, _ leftOutBearers: Int
  ) -> (header: String, rows: String) {
    var header = title + "\n"
    let values = [
      formatVersion, travellers, minBearers, rows.count, leftOutTokens, leftOutBearers,
    ]
    for (key, value) in zip(headerKeys, values) { header += "# \(key)\t\(value)\n" }
    var lines = ""
    for row in rows { lines += "\(row.token)\t\(row.bearers)\n" }
    return (header, lines)
  }
}
