/// Strings of JSON: most are a stretch of the text, and are copied once.
extension JSONParser {
  /// The string whose quotation mark comes next.
  mutating func string(_ bytes: Span<UInt8>) throws(JSONFault) -> String {
    position += 1
    let start = position
    position = bytes.endOfJSONText(from: position)
    guard try peek(bytes) != 0x22 else {
      position += 1
      return try JSONParser.text(bytes, start..<position - 1)
    }
    var unescaped: [UInt8] = []
    var runStart = start
    while true {
      for index in runStart..<position { unescaped.append(bytes[index]) }
      switch try peek(bytes) {
      case 0x22:
        position += 1
        return try JSONParser.text(unescaped.span, 0..<unescaped.count, at: start)
      case 0x5C: try escape(bytes, &unescaped)
      default: throw JSONFault(.controlCharacter, at: position)
      }
      runStart = position
      position = bytes.endOfJSONText(from: position)
    }
  }

  private mutating func escape(
    _ bytes: Span<UInt8>, _ unescaped: inout [UInt8]
  ) throws(JSONFault) {
    let start = position
    position += 1
    let letter = try peek(bytes)
    position += 1
    switch letter {
    case 0x22, 0x5C, 0x2F: unescaped.append(letter)
    case 0x62: unescaped.append(0x08)
    case 0x66: unescaped.append(0x0C)
    case 0x6E: unescaped.append(0x0A)
    case 0x72: unescaped.append(0x0D)
    case 0x74: unescaped.append(0x09)
    case 0x75:
      var code = try hexadecimal(bytes)
      if code & 0xFC00 == 0xD800 {
        guard try peek(bytes) == 0x5C else { throw JSONFault(.surrogate, at: start) }
        position += 1
        guard try peek(bytes) == 0x75 else { throw JSONFault(.surrogate, at: start) }
        position += 1
        let low = try hexadecimal(bytes)
        guard low & 0xFC00 == 0xDC00 else { throw JSONFault(.surrogate, at: start) }
        code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF)
      }
      guard let scalar = Unicode.Scalar(code) else { throw JSONFault(.surrogate, at: start) }
      unescaped.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    default: throw JSONFault(.escape, at: start)
    }
  }

  /// Four digits.
  private mutating func hexadecimal(_ bytes: Span<UInt8>) throws(JSONFault) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      let byte = try peek(bytes)
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte &- 0x30
      case 0x41...0x46: digit = byte &- 0x41 &+ 10
      case 0x61...0x66: digit = byte &- 0x61 &+ 10
      default: throw JSONFault(.escape, at: position)
      }
      code = code << 4 | UInt32(digit)
      position += 1
    }
    return code
  }

  static func text(
    _ bytes: Span<UInt8>, _ range: Range<Int>, at offset: Int? = nil
  ) throws(JSONFault) -> String {
    do { return String(copying: try UTF8Span(validating: bytes.extracting(range))) } catch {
      throw JSONFault(.encoding, at: offset ?? range.lowerBound)
    }
  }
}

extension Span where Element == UInt8 {
  /// Where the next quotation mark, backslash or control character stands, at or after `start`; else `count`.
  func endOfJSONText(from start: Int) -> Int {
    var index = start
    let quote: SIMD16<UInt8> = SIMD16<UInt8>(repeating: 0x22)
    let backslash: SIMD16<UInt8> = SIMD16<UInt8>(repeating: 0x5C)
    let blank: SIMD16<UInt8> = SIMD16<UInt8>(repeating: 0x20)
    while index &+ 16 <= count {
      let block: SIMD16<UInt8> = block(at: index)
      let found = laneBits((block .== quote) .| (block .== backslash) .| (block .< blank))
      if found != 0 { return index &+ found.trailingZeroBitCount }
      index &+= 16
    }
    while index < count, self[index] >= 0x20, self[index] != 0x22, self[index] != 0x5C {
      index &+= 1
    }
    return index
  }
}
