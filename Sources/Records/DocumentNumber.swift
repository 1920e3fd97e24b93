/// Document numbers as they are compared: letters and digits only, O read as 0 and I as 1.
public enum DocumentNumber {
  /// Shorter numbers (`1`, `N/A`) name nobody.
  public static let lettersMin = 5
  /// Numbers of so many letters have a ``packed(_:)`` form of their own; of longer ones it is a hash.
  public static let exactLettersMax = 12

  /// - Returns: nil for a number too short to name anybody.
  public static func key(_ number: Span<UInt8>) -> [UInt8]? {
    var key: [UInt8] = []
    for index in number.indices {
      if let kept = kept(number[index]) { key.append(kept) }
    }
    // A number of zeros or of one repeated sign is a placeholder.
    return key.count >= lettersMin && key.contains { $0 != key[0] } ? key : nil
  }

  /// A hash of the key of a number, whatever its length.
  public static func hash(_ number: Span<UInt8>) -> UInt64 {
    var hash = hashStart
    for index in number.indices {
      if let kept = kept(number[index]) { hash = step(hash, kept) }
    }
    // The last signs have hardly reached the upper bits.
    return (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
  }

  /// The key of a number as one number.
  ///
  /// There are 34 letters and digits, counted from 1 and read as digits to the base of 35: different keys of up to
  /// ``exactLettersMax`` signs differ, shorter ones are smaller, and those of one length are in the order of their
  /// signs. A longer key is a hash, above all of these.
  /// - Parameter isEndOfRange: whether it may be of one repeated sign, as the end of a range may.
  /// - Returns: nil for a number that names nobody, as of ``key(_:)``.
  public static func packed(_ number: Span<UInt8>, isEndOfRange: Bool = false) -> UInt64? {
    var packed: UInt64 = 0
    var count = 0
    var first: UInt8 = 0
    var isVaried = false
    for index in number.indices {
      guard let kept = kept(number[index]) else { continue }
      if count == 0 { first = kept }
      if kept != first { isVaried = true }
      if count < exactLettersMax { packed = packed &* base &+ digit(kept) }
      count += 1
    }
    guard count >= lettersMin, isVaried || isEndOfRange else { return nil }
    if count <= exactLettersMax { return packed }
    var hash = hashStart
    for index in number.indices {
      if let kept = kept(number[index]) { hash = step(hash, kept) }
    }
    return exactEnd + scattered(hash) % (UInt64.max - exactEnd)
  }

  /// The key that was packed; nil where it is a hash.
  public static func text(packed: UInt64) -> String? {
    guard packed < exactEnd else { return nil }
    var signs: [UInt8] = []
    var rest = packed
    while rest > 0 {
      let digit = UInt8(rest % base)
      signs.append(sign(digit))
      rest /= base
    }
    return String(decoding: signs.reversed(), as: UTF8.self)
  }

  /// One number to one number, so that neighbours lie far apart.
  public static func scattered(_ packed: UInt64) -> UInt64 {
    var value = packed
    value = (value ^ value >> 33) &* 0xFF51_AFD7_ED55_8CCD
    value = (value ^ value >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return value ^ value >> 33
  }

  /// FNV-1a.
  private static let hashStart: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  private static func step(_ hash: UInt64, _ kept: UInt8) -> UInt64 {
    (hash ^ UInt64(kept)) &* 0x100_0000_01B3
  }

  static let base: UInt64 = 35
  /// 35 to the power of ``exactLettersMax``.
  public static let exactEnd: UInt64 = (0..<exactLettersMax).reduce(1) { power, _ in power * base }

  /// 1 to 10 for digits, then the letters without I and O.
  private static func digit(_ kept: UInt8) -> UInt64 {
    if kept < 0x3A { return UInt64(kept) - 0x2F }
    return UInt64(kept) - 0x36 - (kept > 0x49 ? 1 : 0) - (kept > 0x4F ? 1 : 0)
  }

  private static func sign(_ digit: UInt8) -> UInt8 {
    if digit <= 10 { return digit + 0x2F }
    var sign = digit + 0x36
    if sign >= 0x49 { sign += 1 }
    if sign >= 0x4F { sign += 1 }
    return sign
  }

  @inline(__always)
  private static func kept(_ byte: UInt8) -> UInt8? {
    switch upperASCII(byte) {
    case 0x4F: return 0x30
    case 0x49: return 0x31
    case 0x30...0x39, 0x41...0x5A: return upperASCII(byte)
    default: return nil
    }
  }
}

/// A run of document numbers that differ in their last digits only.
public struct DocumentRange: Sendable, Equatable {
  /// ``DocumentNumber/packed(_:)`` of its ends.
  public let first: UInt64
  public let last: UInt64
  /// How many digits at the end vary.
  public let digits: Int
  public let count: Int

  /// - Returns: nil for numbers that are no ends of a range: of different length, too long, different before their last
  ///   digits, or in the wrong order.
  public init?(first: UInt64, last: UInt64) {
    guard first <= last, last < DocumentNumber.exactEnd else { return nil }
    let base = DocumentNumber.base
    var (low, high) = (first, last)
    var (digits, power, least, most) = (0, 1, 0, 0)
    while low != high {
      let (a, b) = (Int(low % base) - 1, Int(high % base) - 1)
      guard (0...9).contains(a), (0...9).contains(b) else { return nil }
      (least, most) = (least + a * power, most + b * power)
      (low, high) = (low / base, high / base)
      (digits, power) = (digits + 1, power * 10)
    }
    (self.first, self.last, self.digits) = (first, last, digits)
    count = most - least + 1
  }

  /// Whether a packed number lies within a range: it has digits wherever the range varies.
  public static func contains(
    _ packed: UInt64, first: UInt64, last: UInt64, digits: Int
  ) -> Bool {
    guard packed >= first, packed <= last else { return false }
    var rest = packed
    for _ in 0..<digits {
      guard rest % DocumentNumber.base <= 10 else { return false }
      rest /= DocumentNumber.base
    }
    return true
  }
}
