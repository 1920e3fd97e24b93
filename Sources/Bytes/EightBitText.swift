/// Text of an eight-bit character set on its way to UTF-8, strictly.
public struct EightBitText: Sendable {
  /// As it was asked for.
  public let name: String
  /// The UTF-8 of the bytes 0x80 to 0xFF; empty where they have none.
  private let upper: [[UInt8]]

  /// - Parameter name: `windows-1252`, `iso-8859-1`, `windows-1251` …
  /// - Returns: nil for a set that is not known, or not of one byte a character.
  public init?(_ name: String) {
    // Anything else would be an instruction to iconv, or the set of the environment.
    guard !name.isEmpty,
      name.utf8.allSatisfy({
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) || $0 == 0x2D || $0 == 0x5F
      }), let meanings = EightBitTable.meanings(of: name)
    else { return nil }
    self.name = name
    upper = meanings.map { value in
      // C1 controls are never meant: the text is of another set.
      guard let value, value >= 0xA0, let scalar = Unicode.Scalar(value) else { return [] }
      return UTF8.encode(scalar).map { Array($0) } ?? []
    }
  }

  /// Appends what the bytes mean, up to the first that means nothing.
  /// - Parameter line: is counted on.
  /// - Returns: false where a byte means nothing; `line` is its line then.
  public func append(_ bytes: Span<UInt8>, to text: inout [UInt8], line: inout Int) -> Bool {
    text.reserveCapacity(text.count + bytes.count + bytes.count / 8)
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == 0x0A { line += 1 }
      if byte < 0x80 {
        text.append(byte)
      } else {
        let encoded = upper[Int(byte) - 0x80]
        if encoded.isEmpty { return false }
        text.append(contentsOf: encoded)
      }
    }
    return true
  }
}
