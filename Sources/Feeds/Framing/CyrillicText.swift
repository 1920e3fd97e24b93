/// Text of Russian systems, which declare the set SIRE and send code page 866 or Windows-1251.
///
/// The capitals of one are no letters in the other, so that every name tells which it is.
struct CyrillicText {
  let scalars: [Unicode.Scalar]

  /// nil where the bytes are letters of neither.
  init?(_ bytes: [UInt8]) {
    for letter in [CyrillicText.dos, CyrillicText.windows] {
      let read = bytes.compactMap { $0 < 0x80 ? Unicode.Scalar($0) : letter($0) }
      if read.count == bytes.count {
        scalars = read
        return
      }
    }
    return nil
  }

  /// Code page 866: А to п, р to я, Ё and ё.
  private static func dos(_ byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case 0x80...0xAF: Unicode.Scalar(0x0410 + UInt32(byte - 0x80))
    case 0xE0...0xEF: Unicode.Scalar(0x0440 + UInt32(byte - 0xE0))
    case 0xF0: "Ё"
    case 0xF1: "ё"
    default: nil
    }
  }

  /// Windows-1251: А to я, Ё and ё.
  private static func windows(_ byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case 0xC0...0xFF: Unicode.Scalar(0x0410 + UInt32(byte - 0xC0))
    case 0xA8: "Ё"
    case 0xB8: "ё"
    default: nil
    }
  }
}
