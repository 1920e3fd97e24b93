import Glibc

/// What the upper half of an eight-bit character set means, asked of iconv(3) once.
enum EightBitTable {
  /// The code points of the bytes 0x80 to 0xFF; nil for a set that is not known, or not of one byte a
  /// character. Bytes without a meaning stand for themselves.
  /// - Parameter name: `ISO-8859-1`, `windows-1251` …
  static func upperHalf(of name: String) -> [UInt32]? {
    meanings(of: name).map { meanings in meanings.indices.map { meanings[$0] ?? UInt32($0 + 0x80) }
    }
  }

  /// As ``upperHalf(of:)``, with nil for bytes without a meaning.
  static func meanings(of name: String) -> [UInt32?]? {
    // Sound: iconv_open only reads the two terminated names; (iconv_t)-1 is its failure.
    guard let converter = unsafe iconv_open("UTF-32LE", name), Int(bitPattern: converter) != -1
    else { return nil }
    defer { unsafe _ = iconv_close(converter) }
    guard unsafe convert(0x41, converter) == 0x41 else { return nil }
    let meanings = (UInt8(0x80)...0xFF).map { unsafe convert($0, converter) }
    // A set of several bytes a character has lead bytes, which mean nothing alone.
    guard meanings.count(where: { $0 == nil }) <= 60 else { return nil }
    return meanings
  }

  private static func convert(_ byte: UInt8, _ converter: iconv_t) -> UInt32? {
    var input = CChar(bitPattern: byte)
    var output: UInt32 = 0
    var inputLeft = 1
    var outputLeft = 4
    // Sound: both pointers stay within their one value, as the counts say, and outlive the call.
    let status = unsafe withUnsafeMutablePointer(to: &input) { input in
      unsafe withUnsafeMutableBytes(of: &output) { output in
        var from: UnsafeMutablePointer<CChar>? = unsafe input
        var to = unsafe output.baseAddress?.assumingMemoryBound(to: CChar.self)
        return unsafe iconv(converter, &from, &inputLeft, &to, &outputLeft)
      }
    }
    // Whatever state a broken sequence left behind is forgotten.
    if status == -1 || inputLeft > 0 || outputLeft > 0 {
      unsafe _ = iconv(converter, nil, nil, nil, nil)
      return nil
    }
    return UInt32(littleEndian: output)
  }
}
