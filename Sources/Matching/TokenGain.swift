import Similarity

/// What a unit of a passenger's name gains by a listed token, three sums in one word: quality in units of
/// 256 (rounded up), the unit's weight, hundredths of a bit.
struct TokenGain: Equatable, BitwiseCopyable {
  /// Quality from bit 40 on, weight from bit 20 on.
  let packed: UInt64

  static let zero = TokenGain(packed: 0)
  /// More than any name is asked for; a few of them still fit.
  static let open = TokenGain(packed: 1 << 60 | 1 << 37 | 1 << 16)

  /// - Parameter packed: of another one, or a sum of some; see ``SlotWords``.
  init(packed: UInt64) { self.packed = packed }

  /// - Parameters: `similarity` and `weight` in thousandths, `bits` in hundredths of a bit.
  init(similarity: Int, weight: Int, bits: Int) {
    // All are far below what could overflow, and this is asked for every neighbour of every token.
    let gain = max(0, 2 &* similarity &- ScoreModel.heavyQualityMin) &* weight
    packed =
      UInt64(truncatingIfNeeded: (gain &+ 255) >> 8) << 40
      | UInt64(truncatingIfNeeded: weight) << 20 | UInt64(truncatingIfNeeded: max(0, bits))
  }

  /// Σ (2s − τ)·w for the quality of heavy names.
  @inline(__always)
  var quality: Int { Int(packed >> 40) << 8 }
  /// The same for the quality of names beside a compatible birth date, which is less.
  @inline(__always)
  var datedQuality: Int {
    quality + Self.datedFactor * Int(packed >> 20 & 0xFFFFF)
  }
  static let datedFactor = ScoreModel.heavyQualityMin - ScoreModel.datedQualityMin
  @inline(__always)
  var bits: Int { Int(packed & 0xFFFFF) }

  @inline(__always)
  func adding(_ other: TokenGain) -> TokenGain { TokenGain(packed: packed &+ other.packed) }

  /// The larger of each.
  func most(_ other: TokenGain) -> TokenGain {
    func larger(_ mask: UInt64) -> UInt64 { max(packed & mask, other.packed & mask) }
    return TokenGain(
      packed: larger(0xFF_FFFF << 40) | larger(0xF_FFFF << 20) | larger(0xF_FFFF))
  }
}

/// What a name must gain to be acceptable by name alone, in three ways: qualities, and hundredths of a bit.
struct GainLimits {
  var heavyQuality = 0
  var heavyBits = 0
  var goodQuality = 0
  var goodBits = 0
  var equalQuality = 0

  @inline(__always)
  func allow(quality: Int, bits: Int) -> Bool {
    let isGood = (quality >= goodQuality) & (bits >= goodBits)
    return (quality >= heavyQuality) & ((bits >= heavyBits) | isGood | (quality >= equalQuality))
  }
}

extension GainLimits {
  /// The same for sums of gains as they are packed.
  var ofSums: SlotWords.Limits {
    SlotWords.Limits(
      heavy: (heavyQuality + 255) >> 8, heavyLow: heavyBits, good: (goodQuality + 255) >> 8,
      goodLow: goodBits, equal: (equalQuality + 255) >> 8)
  }
}

extension Bool {
  /// Both are computed: cheaper than a branch that cannot be foretold.
  @inline(__always)
  fileprivate static func & (a: Bool, b: Bool) -> Bool { (a ? 1 : 0) & (b ? 1 : 0) != 0 }

  @inline(__always)
  fileprivate static func | (a: Bool, b: Bool) -> Bool { (a ? 1 : 0) | (b ? 1 : 0) != 0 }
}
