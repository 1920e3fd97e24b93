/// Counts how many travellers bear each name token, for a table of an operator's own.
///
/// Sums do not depend on the order in which travellers or other counts are added.
public struct NameCounts: Sendable {
  /// The bearers of one token.
  private struct Bearers {
    var travellers: Int
    /// Digests of their whole names, each once, up to ``NameCounts/minBearers``. Most tokens have one,
    /// which takes no memory of its own.
    let first: UInt64
    var others: [UInt64] = []

    init(travellers: Int = 0, first: UInt64) {
      self.travellers = travellers
      self.first = first
    }

    var names: Int { 1 + others.count }

    mutating func add(_ found: Bearers, most: Int) {
      travellers += found.travellers
      add(name: found.first, most: most)
      for name in found.others { add(name: name, most: most) }
    }

    private mutating func add(name: UInt64, most: Int) {
      if names < most && name != first && !others.contains(name) { others.append(name) }
    }
  }

  /// Tokens of fewer bearers are left out of the table. They must also differ in their whole names: one
  /// person who travels often, and a booking of one family, stay below.
  public let minBearers: Int
  /// Travellers with a name.
  public private(set) var travellers = 0
  private var bearers: [NameToken: Bearers] = [:]

  /// - Parameter minBearers: at least ``NameFrequencyFile/minBearersLeast``.
  public init(minBearers: Int) {
    self.minBearers = max(NameFrequencyFile.minBearersLeast, minBearers)
  }

  /// Distinct tokens.
  public var tokenCount: Int { bearers.count }

  /// Counts one traveller, each token once; nobody when there are none.
  public mutating func add(traveller tokens: Set<NameToken>) {
    guard !tokens.isEmpty else { return }
    travellers += 1
    var name: UInt64 = 0
    for token in tokens.sorted() { name = (name ^ token.spread) &* 0x9E37_79B9_7F4A_7C15 }
    let one = Bearers(travellers: 1, first: name)
    for token in tokens {
      bearers[token, default: Bearers(first: name)].add(one, most: minBearers)
    }
  }

  /// Adds the counts of other travellers, taken with the same ``minBearers``.
  public mutating func add(_ other: NameCounts) {
    travellers += other.travellers
    for (token, found) in other.bearers {
      bearers[token, default: Bearers(first: found.first)].add(found, most: minBearers)
    }
  }

  /// The table of the tokens that have bearers enough.
  public var table: NameFrequencyFile {
    var rows: [NameFrequencyFile.Row] = []
    var leftOut = (tokens: 0, bearers: 0)
    for (token, found) in bearers {
      if found.names >= minBearers {
        rows.append(NameFrequencyFile.Row(token: token, bearers: found.travellers))
      } else {
        leftOut.tokens += 1
        leftOut.bearers += found.travellers
      }
    }
    rows.sort { $0.token < $1.token }
    return NameFrequencyFile(
      travellers: travellers, minBearers: minBearers, rows: rows, leftOutTokens: leftOut.tokens,
      leftOutBearers: leftOut.bearers)
  }
}
