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
}
