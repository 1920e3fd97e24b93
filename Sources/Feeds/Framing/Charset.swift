import Bytes
import Records

/// The character set that an interchange declares in UNB S001, and how its bytes become UTF-8.
struct Charset: Sendable {
  private enum Kind { case sevenBit, utf8, eightBit, typeB, sirena }

  private var kind = Kind.sevenBit
  private var upperHalf: [Unicode.Scalar] = []
  /// ISO 8859-1, in which what is valid UTF-8 is never a name (Ã¼): senders declare it and send UTF-8.
  private var mayBeUTF8 = true

  /// Set when text did not keep to the declared set.
  private(set) var hasDeviated = false

  static let utf8: Charset = {
    var charset = Charset()
    charset.kind = .utf8
    return charset
  }()

  /// Telegrams: seven bits by rule; native lists hold UTF-8, CP866 or Windows-1251 without saying so.
  static let typeB: Charset = {
    var charset = Charset()
    charset.kind = .typeB
    return charset
  }()

  private static let latin1 = ShortCode("UNOC")
  private static let escape: UInt8 = 0x1B

  init() {}

  /// - Parameter identifier: S001 component 1 in upper case: `UNOA`, `UNOC`, `IATA` …
  init(identifier: ShortCode) {
    func eightBit(_ table: [Unicode.Scalar]) {
      kind = .eightBit
      upperHalf = table
      mayBeUTF8 = identifier == Charset.latin1
    }
    switch identifier.description {
    case "UNOC": eightBit((0xA0...0xFF).compactMap { Unicode.Scalar($0 as UInt32) })
    case "UNOD": eightBit(CharsetTables.part2)
    case "UNOE": eightBit(CharsetTables.part5)
    case "UNOF": eightBit(CharsetTables.part7)
    case "UNOG": eightBit(CharsetTables.part3)
    case "UNOH": eightBit(CharsetTables.part4)
    case "UNOI": eightBit(CharsetTables.part6)
    case "UNOJ": eightBit(CharsetTables.part8)
    case "UNOK": eightBit(CharsetTables.part9)
    case "UNOL": eightBit(CharsetTables.part15)
    case "UNOW", "UNOY": kind = .utf8
    case "SIRE": kind = .sirena
    // UNOA, UNOB, IATA, IATB, UNOX (whose escape sequences are reported), KECA and others that two
    // parties agree on.
    default: kind = .sevenBit
    }
  }

  /// Appends a piece of data as a name, code or number is kept: release characters resolved, line ends
  /// removed, upper case, runs of blanks and control characters as one blank, none at the ends, UTF-8.
  ///
  /// - Parameter release: the interchange's release character, 0 if it has none.
  mutating func append(
    _ bytes: Span<UInt8>, _ range: Range<Int>, release: UInt8, to out: inout [UInt8]
  ) {
    if bytes.isPlainText(range, without: release) {
      out.append(copying: bytes.extracting(range))
      return
    }
    let start = out.count
    var seen: UInt8 = 0
    var hasEscape = false
    out.append(addingCapacity: range.count) { text in
      var index = range.lowerBound
      var isBehindBlank = true
      while index < range.upperBound {
        var byte = bytes[index]
        index &+= 1
        if byte == release, release != 0, index < range.upperBound {
          byte = bytes[index]
          index &+= 1
        }
        if byte == 0x0A || byte == 0x0D { continue }
        if byte <= 0x20 || byte == 0x7F {
          // ISO 2022 switches to another set here, which is not followed.
          if byte == Charset.escape { hasEscape = true }
          if !isBehindBlank { text.append(0x20) }
          isBehindBlank = true
          continue
        }
        isBehindBlank = false
        seen |= byte
        text.append(upperASCII(byte))
      }
      if isBehindBlank, text.count > 0 { _ = text.removeLast() }
    }
    if hasEscape { hasDeviated = true }
    if seen >= 0x80 { convertTail(of: &out, from: start) }
  }

  /// Brings the bytes from `start` on to upper case UTF-8.
  private mutating func convertTail(of out: inout [UInt8], from start: Int) {
    let raw = Array(out[start...])
    out.removeSubrange(start...)
    if mayBeUTF8, let text = String(validating: raw, as: UTF8.self) {
      if kind != .utf8 && kind != .sirena { hasDeviated = true }
      for scalar in text.unicodeScalars { append(upperCase(scalar), to: &out, from: start) }
    } else {
      let isRussian =
        kind == .typeB || kind == .sirena
        || kind == .sevenBit && CyrillicTables.isCertain(raw)
      let cyrillic = isRussian ? CyrillicTables.table(for: raw) : nil
      if kind != .eightBit, kind != .sirena || cyrillic == nil { hasDeviated = true }
      for byte in raw {
        let scalar =
          byte >= 0x80
          ? cyrillic.map { $0[Int(byte) - 0x80] } ?? scalar(of: byte) : scalar(of: byte)
        append(upperCase(scalar), to: &out, from: start)
      }
    }
    if out.count > start, out[out.count &- 1] == 0x20 { out.removeLast() }
  }

  private func scalar(of byte: UInt8) -> Unicode.Scalar {
    if byte < 0x80 { return Unicode.Scalar(byte) }
    if byte < 0xA0 { return CharsetTables.windows1252[Int(byte) - 0x80] }
    return kind == .eightBit ? upperHalf[Int(byte) - 0xA0] : Unicode.Scalar(byte)
  }

  private func append(_ scalar: Unicode.Scalar, to out: inout [UInt8], from start: Int) {
    // What is no blank of ASCII may still mean one.
    if scalar == " ", out.count == start || out[out.count &- 1] == 0x20 { return }
    out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}

/// Upper case of one letter where that is one letter, without regard to a language; typographic
/// apostrophes and dashes become the plain ones, control characters and the fixed blank a blank.
func upperCase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0x2018, 0x2019, 0x02BC: return "'"
  case 0x2010...0x2015: return "-"
  case 0x0080...0x00A0: return " "
  case 0..<0x80: return Unicode.Scalar(upperASCII(UInt8(scalar.value)))
  default:
    let mapped = scalar.properties.uppercaseMapping.unicodeScalars
    return mapped.count == 1 ? mapped.first ?? scalar : scalar
  }
}
