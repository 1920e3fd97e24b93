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

  /// The byte of a character in Windows-1252; nil where it has none. C1 controls stand for themselves.
  static func windows1252Byte(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value < 0x100 { return UInt8(scalar.value) }
    return upperControls.firstIndex(of: scalar.value).map { UInt8($0 + 0x80) }
  }

  /// The byte of a character in Windows-1251; nil where it has none.
  static func windows1251Byte(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0..<0x80: UInt8(scalar.value)
    case 0x410...0x44F: UInt8(scalar.value - 0x410 + 0xC0)
    default: upper1251.firstIndex(of: scalar.value).map { UInt8($0 + 0x80) }
    }
  }

  /// What Windows-1251 has for the bytes 80 to BF; 0 for none.
  private static let upper1251: [UInt32] = [
    0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021,
    0x20AC, 0x2030, 0x0409, 0x2039, 0x040A, 0x040C, 0x040B, 0x040F,
    0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0, 0x2122, 0x0459, 0x203A, 0x045A, 0x045C, 0x045B, 0x045F,
    0x00A0, 0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6, 0x00A7,
    0x0401, 0x00A9, 0x0404, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x0407,
    0x00B0, 0x00B1, 0x0406, 0x0456, 0x0491, 0x00B5, 0x00B6, 0x00B7,
    0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457,
  ]

  /// What Windows-1252 has for the bytes 80 to 9F; 0 for none.
  private static let upperControls: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
