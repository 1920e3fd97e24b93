/// Checks of a text file before it is read.
enum ListedBytes {
  /// Why these bytes are no undamaged UTF-8 text, with what to do; nil when they are.
  ///
  /// Nothing is repaired: a list that lost its encoding on the way has lost names.
  static func problemAsUTF8(_ bytes: [UInt8]) -> String? {
    var line = 1
    var isASCII = true
    var previous: UInt8 = 0
    var beforePrevious: UInt8 = 0
    for byte in bytes {
      if byte == 0x0A { line += 1 }
      if byte < 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09 {
        return "line \(line) holds a control character; fetch or export the file again"
      }
      if byte >= 0x80 { isASCII = false }
      if byte == 0xBD && previous == 0xBF && beforePrevious == 0xEF {
        return "line \(line) holds U+FFFD, the sign of a lost character; fetch the file again"
      }
      beforePrevious = previous
      previous = byte
    }
    if !isASCII && String(validating: bytes, as: UTF8.self) == nil {
      return "is not UTF-8; save it as UTF-8"
    }
    return nil
  }

  /// Text in Windows-1252, as British lists were until 2022; nil where a byte has no meaning in it.
  static func windows1252(_ bytes: some Sequence<UInt8>) -> String? {
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      let value = (0x80..<0xA0).contains(byte) ? upperControls[Int(byte) - 0x80] : UInt32(byte)
      guard value != 0 || byte == 0, let scalar = Unicode.Scalar(value) else { return nil }
      scalars.append(scalar)
    }
    return String(scalars)
  }

  /// What Windows-1252 has for the bytes 80 to 9F; 0 for none.
  private static let upperControls: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
