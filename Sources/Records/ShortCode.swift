import Bytes

/// Up to eight bytes of ASCII in one machine word: carrier, airport, country, flight number.
///
/// Longer input is cut; callers keep what may be longer in a ``TextReference``.
public struct ShortCode: Hashable, Sendable, CustomStringConvertible {
  /// The bytes, first byte lowest; unused bytes are zero.
  public let packed: UInt64

  @inlinable public static var none: ShortCode { ShortCode(packed: 0) }

  @inlinable
  public init(packed: UInt64) { self.packed = packed }

  /// The first eight bytes of a text.
  public init(_ text: String) {
    var packed: UInt64 = 0
    for (index, byte) in text.utf8.prefix(8).enumerated() { packed |= UInt64(byte) << (8 * index) }
    self.packed = packed
  }

  /// The bytes of `range`, upper-cased, blanks left out; at most eight.
  public init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    if let plain = bytes.plainCode(range) {
      packed = plain
      return
    }
    var packed: UInt64 = 0
    var shift: UInt64 = 0
    for index in range where bytes[index] > 0x20 && bytes[index] < 0x7F && shift < 64 {
      packed |= UInt64(upperASCII(bytes[index])) << shift
      shift += 8
    }
    self.packed = packed
  }

  @inlinable public var isEmpty: Bool { packed == 0 }
  public var count: Int { (64 - packed.leadingZeroBitCount + 7) / 8 }
  public subscript(index: Int) -> UInt8 { UInt8(truncatingIfNeeded: packed >> UInt64(index * 8)) }
  public var utf8: [UInt8] { (0..<count).map { self[$0] } }
  public var description: String { String(decoding: utf8, as: UTF8.self) }
}

/// ASCII upper case of one byte; other bytes unchanged.
@inline(__always)
public func upperASCII(_ byte: UInt8) -> UInt8 {
  byte >= 0x61 && byte <= 0x7A ? byte & 0xDF : byte
}
