internal import Bytes

/// Draws name tokens as often as travellers bear them: each with its share in a table of frequencies,
/// independently of each other.
public struct NameDrawing: Sendable {
  private let tokens: [NameToken]
  /// By token the sum of the shares up to it, with the binary places of ``NameShare``.
  private let ends: [UInt64]
  /// Numbers beyond the last token's end stand for tokens that the table lacks.
  private let whole: UInt64

  /// - Parameter tokensPerTraveller: in hundredths. A token that a share of travellers bear is drawn with that
  ///   share divided by this, so that of travellers with so many drawn tokens as many bear it.
  public init(_ frequency: NameFrequency, tokensPerTraveller: Int) {
    var tokens: [NameToken] = []
    var ends: [UInt64] = []
    var sum: UInt64 = 0
    for (token, centibits) in frequency.tokens {
      sum += NameShare.share(ofCentibits: centibits) * 100 / UInt64(max(100, tokensPerTraveller))
      tokens.append(token)
      ends.append(sum)
    }
    self.tokens = tokens
    self.ends = ends
    whole = max(sum, NameShare.one)
  }

  /// - Returns: nil for a token that the table lacks.
  public func draw(using generator: inout some RandomNumberGenerator) -> NameToken? {
    let number = generator.next(upperBound: whole)
    let place = (0..<ends.count).partitioningIndex { ends[$0] > number }
    return place < tokens.count ? tokens[place] : nil
  }
}
