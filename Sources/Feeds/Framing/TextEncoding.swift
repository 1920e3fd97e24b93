/// How a whole file writes its text, where that is not one byte per letter of ASCII.
enum TextEncoding: Sendable, Equatable {
  case utf16LittleEndian, utf16BigEndian, ebcdic

  /// UTF-16 by its mark, or by every second byte of the beginning being zero.
  static func utf16(_ head: [UInt8]) -> TextEncoding? {
    // FF FE 00 00 is UTF-32.
    if head.starts(with: [0xFF, 0xFE]), !head.starts(with: [0xFF, 0xFE, 0, 0]) {
      return .utf16LittleEndian
    }
    if head.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    let looked = head.prefix(64)
    guard looked.count >= 8 else { return nil }
    let isZero = looked.map { $0 == 0 }
    if isZero.indices.allSatisfy({ isZero[$0] == ($0 % 2 == 1) }) { return .utf16LittleEndian }
    if isZero.indices.allSatisfy({ isZero[$0] == ($0 % 2 == 0) }) { return .utf16BigEndian }
    return nil
  }

  /// EBCDIC by `UNA` or `UNB` in it; an interchange must then be found in the text.
  static func ebcdic(_ head: [UInt8]) -> TextEncoding? {
    FeedSniffer.contains([0xE4, 0xD5, 0xC1], in: head)
      || FeedSniffer.contains([0xE4, 0xD5, 0xC2], in: head) ? .ebcdic : nil
  }
}

/// Brings the bytes of a file to UTF-8, cut anywhere, without a byte order mark.
struct Transcoder: Sendable {
  let encoding: TextEncoding
  private var firstByte: UInt8?
  private var highSurrogate: UInt32?
  /// Bytes of the input so far.
  private var inputEnd: UInt64 = 0
  /// Set when something was no character.
  private(set) var hasDeviated = false
  private(set) var offsets = TextOffsets()

  init(_ encoding: TextEncoding) { self.encoding = encoding }

  /// Whether the bytes so far end within a character.
  var isWithinCharacter: Bool { firstByte != nil || highSurrogate != nil }

  /// Appends the text of `bytes` to `out`.
  mutating func append(_ bytes: Span<UInt8>, to out: inout [UInt8]) {
    out.reserveCapacity(out.count + bytes.count)
    for index in bytes.indices {
      let byte = bytes[index]
      inputEnd += 1
      guard encoding != .ebcdic else {
        append(Unicode.Scalar(EBCDICTable.latin1[Int(byte)]), bytes: 1, to: &out)
        continue
      }
      guard let first = firstByte else {
        firstByte = byte
        continue
      }
      firstByte = nil
      let isLittle = encoding == .utf16LittleEndian
      append(unit: UInt32(isLittle ? byte : first) << 8 | UInt32(isLittle ? first : byte), to: &out)
    }
  }

  private mutating func append(unit: UInt32, to out: inout [UInt8]) {
    if inputEnd == 2 && unit == 0xFEFF { return }
    if let high = highSurrogate {
      highSurrogate = nil
      if 0xDC00...0xDFFF ~= unit {
        append(
          Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00)), bytes: 4, to: &out)
        return
      }
      append(nil, bytes: 2, before: 2, to: &out)
    }
    if 0xD800...0xDBFF ~= unit {
      highSurrogate = unit
    } else {
      append(Unicode.Scalar(unit), bytes: 2, to: &out)
    }
  }

  /// - Parameters:
  ///   - bytes: how many bytes the character has in the input.
  ///   - behind: how many bytes of the input were read behind it.
  private mutating func append(
    _ scalar: Unicode.Scalar?, bytes: Int, before behind: Int = 0, to out: inout [UInt8]
  ) {
    if scalar == nil { hasDeviated = true }
    let start = out.count
    out.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
    offsets.append(
      at: inputEnd - UInt64(bytes + behind), inputBytes: bytes, textBytes: out.count - start)
  }
}
