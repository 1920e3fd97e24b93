/// UTF-16 on its way to UTF-8, cut anywhere, with the way back to offsets in the file.
public struct WideText {
  private let isBigEndian: Bool
  /// The first byte of a unit that was cut.
  private var half: UInt8?
  /// The first of two surrogates.
  private var lead: UInt16?

  /// - Parameter head: the first bytes of a file.
  /// - Returns: nil unless they are a byte order mark of UTF-16 or its `<`.
  public init?(head: Span<UInt8>) {
    guard head.count >= 2 else { return nil }
    switch (head[0], head[1]) {
    case (0xFF, 0xFE), (0x3C, 0): isBigEndian = false
    case (0xFE, 0xFF), (0, 0x3C): isBigEndian = true
    default: return nil
    }
  }

  /// Appends what the bytes mean; U+FEFF is left in, U+FFFD stands for a lone surrogate.
  public mutating func append(_ bytes: Span<UInt8>, to text: inout [UInt8]) {
    for index in bytes.indices {
      guard let first = half else {
        half = bytes[index]
        continue
      }
      half = nil
      let low = isBigEndian ? bytes[index] : first
      let high = isBigEndian ? first : bytes[index]
      append(UInt16(high) << 8 | UInt16(low), to: &text)
    }
  }

  private mutating func append(_ unit: UInt16, to text: inout [UInt8]) {
    var value = UInt32(unit)
    if let first = lead {
      lead = nil
      if unit & 0xFC00 == 0xDC00 {
        value = 0x1_0000 + (UInt32(first & 0x3FF) << 10 | UInt32(unit & 0x3FF))
      } else {
        text.append(contentsOf: UTF8.encodedReplacementCharacter)
      }
    }
    if unit & 0xFC00 == 0xD800 {
      lead = unit
      return
    }
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    if value < 0x80 {
      text.append(UInt8(value))
    } else {
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// Bytes of UTF-16 that these bytes of UTF-8 came from.
  public static func width(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var units = 0
    for index in range {
      let byte = text[index]
      if byte & 0xC0 != 0x80 { units += byte >= 0xF0 ? 2 : 1 }
    }
    return units * 2
  }
}

extension Array where Element == UInt8 {
  /// Appends all bytes of a span at once.
  @inlinable @inline(__always)
  public mutating func append(copying bytes: Span<UInt8>) {
    // Sound: the array copies the bytes within the closure.
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
