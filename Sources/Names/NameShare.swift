/// Shares of travellers as numbers of 32 binary places, and what rarity they are: by integers alone, so
/// that every machine gives the same.
enum NameShare {
  static let one: UInt64 = 1 << 32

  /// 2^(−c/100) for c from 0 to one beyond the rarest.
  private static let shares: [UInt64] = {
    // 2^(−1/100) with 62 binary places.
    let step: UInt64 = 4_579_830_776_212_142_987
    var share: UInt64 = 1 << 62
    var shares: [UInt64] = []
    for _ in 0...NameFrequency.unknownCentibits + 1 {
      shares.append(share >> 30)
      let (high, low) = share.multipliedFullWidth(by: step)
      share = high << 2 | low >> 62
    }
    return shares
  }()

  /// The share of a rarity in hundredths of a bit; nothing is taken to be rarer than an unknown token.
  static func share(ofCentibits centibits: Int) -> UInt64 {
    shares[min(max(0, centibits), NameFrequency.unknownCentibits)]
  }

  /// The nearest rarity, in hundredths of a bit: 0 to ``NameFrequency/unknownCentibits``.
  static func centibits(ofShare share: UInt64) -> Int {
    var (low, high) = (0, NameFrequency.unknownCentibits)
    while low < high {
      let middle = (low + high) / 2
      if (shares[middle] + shares[middle + 1]) / 2 > share {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
