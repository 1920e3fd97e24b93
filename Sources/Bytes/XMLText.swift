/// Brings the bytes of an XML document to UTF-8 that libxml2 can read, stretch by stretch, and mends
/// what is no error of structure: a stray `&`, a control character, a byte that is no UTF-8.
///
/// A stretch ends behind a `>` or before a `<`, so that no tag and no reference is cut.
public struct XMLText {
  /// The stretch that ``convert(_:_:)`` read last.
  public private(set) var clean: [UInt8] = []
  /// Where something was mended that XML does not allow, as indices of the stretch's bytes.
  public private(set) var mended: [Int] = []
  /// The first byte of the stretch that is not of the declared character set.
  public private(set) var deviation: Int?

  private enum Inside { case markup, comment, data }

  /// Of 0x80…0xFF where the set has one byte a character; empty for UTF-8.
  private var table: [UInt32] = []
  /// Senders declare ISO 8859-1 and send UTF-8; what is valid UTF-8 is never a name in the other set.
  private var mayBeUTF8 = true
  private var inside = Inside.markup
  private var offsets = XMLOffsets()
  private static let western = EightBitTable.upperHalf(of: "WINDOWS-1252") ?? Array(0x80...0xFF)

  public init() {}

  /// A document begins.
  /// - Parameter encoding: as declared; empty for UTF-8.
  /// - Returns: false for an encoding that is not known: it is read as UTF-8 or Windows-1252.
  public mutating func begin(encoding: String) -> Bool {
    self = XMLText()
    let letters = encoding.lowercased().filter { $0 != "_" && $0 != "-" }
    // What declares UTF-16 and is not was converted on its way.
    if ["", "utf8", "usascii", "ascii", "utf16", "utf16le", "utf16be", "ucs2"].contains(letters) {
      return true
    }
    guard let table = EightBitTable.upperHalf(of: encoding) else { return false }
    mayBeUTF8 = letters == "iso88591" || letters == "windows1252"
    // Nobody means the control characters that ISO 8859-1 has where Windows has quotation marks.
    self.table = letters == "iso88591" ? XMLText.western : table
    return true
  }

  /// The index in the raw bytes that an index in ``clean`` came from. Indices are asked for in
  /// any order; both count from the beginning of the stretch.
  public func raw(_ index: Int) -> Int { offsets.raw(index) }

  /// What comes next is not what follows the last stretch: no comment or CDATA section is open.
  public mutating func restart() { inside = .markup }

  /// Reads one stretch of the document into ``clean``.
  public mutating func convert(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    clean.removeAll(keepingCapacity: true)
    mended.removeAll(keepingCapacity: true)
    offsets.removeAll()
    deviation = nil
    let start = range.lowerBound
    let end = range.upperBound
    var opaqueEnd = inside == .markup ? start : terminator(bytes, start, end)
    var index = start
    while index < end {
      let special = XMLText.nextSpecial(bytes, index, end)
      clean.append(copying: bytes.extracting(index..<special))
      index = special
      guard index < end else { return }
      let byte = bytes[index]
      switch byte {
      case 0x21:
        if index >= opaqueEnd, index > start, bytes[index - 1] == 0x3C {
          inside = XMLText.opens(bytes, index, end)
          if inside != .markup { opaqueEnd = terminator(bytes, index + 1, end) }
        }
        clean.append(byte)
        index += 1
      case 0x26:
        if index >= opaqueEnd, !XMLText.isReference(bytes, index, end) {
          mended.append(index - start)
          clean.append(contentsOf: XMLText.ampersand)
          offsets.add(clean: clean.count, raw: index + 1 - start)
        } else {
          clean.append(byte)
        }
        index += 1
      case 0..<0x20:
        mended.append(index - start)
        clean.append(0x20)
        index += 1
      default:
        index = takeHigh(bytes, index, end, start)
      }
    }
  }

  private static let ampersand = Array("&amp;".utf8)

  /// A character outside ASCII; returns the index behind it.
  private mutating func takeHigh(
    _ bytes: Span<UInt8>, _ index: Int, _ end: Int, _ start: Int
  ) -> Int {
    let length = table.isEmpty || mayBeUTF8 ? XMLText.sequence(bytes, index, end) : 0
    if length > 0 {
      if !table.isEmpty, deviation == nil { deviation = index - start }
      clean.append(copying: bytes.extracting(index..<(index + length)))
      return index + length
    }
    if table.isEmpty, deviation == nil { deviation = index - start }
    let half = table.isEmpty ? XMLText.western : table
    let scalar = Unicode.Scalar(half[Int(bytes[index]) - 0x80]) ?? "\u{FFFD}"
    clean.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    offsets.add(clean: clean.count, raw: index + 1 - start)
    return index + 1
  }

  /// The index behind the end of the comment or CDATA section that is open; `end` if it goes on.
  private mutating func terminator(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    let mark: UInt8 = inside == .comment ? 0x2D : 0x5D
    var index = start + 2
    while index < end {
      if bytes[index] == 0x3E, bytes[index - 1] == mark, bytes[index - 2] == mark {
        inside = .markup
        return index + 1
      }
      index += 1
    }
    return end
  }

  private static func opens(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Inside {
    if index + 2 < end, bytes[index + 1] == 0x2D, bytes[index + 2] == 0x2D { return .comment }
    return index + 1 < end && bytes[index + 1] == 0x5B ? .data : .markup
  }

  // MARK: Bytes

  /// The next byte that is not plain: `&`, `!`, a control character, or outside ASCII.
  private static func nextSpecial(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    let space = SIMD16<UInt8>(repeating: 0x20)
    let feed = SIMD16<UInt8>(repeating: 0x0A)
    let back = SIMD16<UInt8>(repeating: 0x0D)
    let tab = SIMD16<UInt8>(repeating: 0x09)
    let ascii = SIMD16<UInt8>(repeating: 0x7F)
    let reference = SIMD16<UInt8>(repeating: 0x26)
    let mark = SIMD16<UInt8>(repeating: 0x21)
    var index = start
    while index &+ 16 <= end {
      // Sound: the sixteen bytes from `index` lie within the span, as the condition says.
      let block = unsafe bytes.bytes.unsafeLoadUnaligned(
        fromByteOffset: index, as: SIMD16<UInt8>.self)
      let plain = (block .== feed) .| (block .== back) .| (block .== tab)
      let other = (block .> ascii) .| (block .== reference) .| (block .== mark)
      let found = ((block .< space) .& .!plain) .| other
      // Sound: a mask is sixteen bytes of 0 or -1, and any bits are a valid SIMD2<UInt64>.
      let words = unsafe unsafeBitCast(found, to: SIMD2<UInt64>.self)
      if words[0] | words[1] != 0 { break }
      index &+= 16
    }
    while index < end {
      let byte = bytes[index]
      if byte == 0x26 || byte == 0x21 || byte > 0x7F { return index }
      if byte < 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09 { return index }
      index &+= 1
    }
    return end
  }

  /// Whether one of XML's own entities or a reference to an allowed character begins here.
  private static func isReference(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var stop = start + 1
    while stop < end, stop < start + 12, bytes[stop] != 0x3B { stop += 1 }
    guard stop < end, bytes[stop] == 0x3B else { return false }
    let name = (start + 1..<stop).map { bytes[$0] }
    guard name.first == 0x23 else {
      return ["amp", "lt", "gt", "quot", "apos"].contains { $0.utf8.elementsEqual(name) }
    }
    let isHex = name.dropFirst().first == 0x78
    let digits = String(decoding: name.dropFirst(isHex ? 2 : 1), as: UTF8.self)
    guard !digits.hasPrefix("+"), let value = UInt32(digits, radix: isHex ? 16 : 10) else {
      return false
    }
    return (value >= 0x20 && value != 0xFFFE && value != 0xFFFF && Unicode.Scalar(value) != nil)
      || value == 9 || value == 10 || value == 13
  }

  /// Length of the UTF-8 sequence that begins here, 0 if there is none that XML allows.
  private static func sequence(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Int {
    let lead = bytes[index]
    let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard length > 0, index + length <= end else { return 0 }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length {
      let byte = bytes[index + offset]
      guard byte & 0xC0 == 0x80 else { return 0 }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let least: [UInt32] = [0, 0, 0x80, 0x800, 0x1_0000]
    guard value >= least[length], value != 0xFFFE, value != 0xFFFF, Unicode.Scalar(value) != nil
    else { return 0 }
    return length
  }
}
