import Bytes

/// Tells a line end behind which a segment begins, although none has ended before it, from the line ends of
/// a sender who wraps his lines anywhere.
///
/// A wrap may leave the end of a name in front (`LA`, `TIF+AHMED:A:1`), so that the tag alone says nothing:
/// what follows it must have the form of that segment, which no name has.
enum LostTerminator {
  /// So many bytes of layout are passed over.
  private static let reach = 256
  /// A tag, its separator, and what shows its form.
  private static let needed = 96

  /// - Parameters:
  ///   - index: the line end.
  ///   - start: where the segment begins in which it stands.
  /// - Returns: whether another segment begins behind it; nil where more bytes are needed to say.
  static func isBehind(
    _ bytes: Span<UInt8>, _ index: Int, of start: Int, _ separators: EDIFACTSeparators, atEnd: Bool
  ) -> Bool? {
    // Of a run of line ends the first one decides, and nothing is looked at twice.
    guard index > start + 3, bytes[index - 1] >= 0x20 else {
      return false
    }
    var last = index
    let least = max(start, index - reach)
    while last > least, bytes[last - 1] <= 0x20 {
      if bytes[last - 1] < 0x20 { return false }
      last -= 1
    }
    guard last > start + 3, last > least, !isSeparator(bytes[last - 1], separators) else {
      return false
    }
    var next = index
    let end = min(bytes.count, index + reach)
    while next < end, bytes[next] <= 0x20 { next += 1 }
    // The first letter tells most other text without waiting for more.
    if next < bytes.count, !isLetter(bytes[next]) { return false }
    guard next < index + reach else { return false }
    if next + needed > bytes.count, !atEnd { return nil }
    return begins(bytes, next, after: start, separators)
  }

  private static func isSeparator(_ byte: UInt8, _ separators: EDIFACTSeparators) -> Bool {
    byte == separators.element || byte == separators.component || byte == separators.release
  }

  private static func begins(
    _ bytes: Span<UInt8>, _ next: Int, after start: Int, _ separators: EDIFACTSeparators
  ) -> Bool {
    guard next + 4 <= bytes.count,
      let tag = SegmentTag.plain(bytes, at: next, separators)
    else { return false }
    let behind = bytes[next + 3]
    if tag == .src { return behind == separators.terminator }
    let text = next + 4
    // Text before an interchange has no such form.
    if tag == .una { return next + 9 <= bytes.count && bytes[next + 4] == separators.element }
    guard behind == separators.element else { return false }
    let current = SegmentTag.plain(bytes, at: start, separators)
    if current == .tif, !tag.isService, isBehindReference(bytes, next) { return true }
    switch tag {
    case .tvl, .dtm, .att, .nat, .loc, .unt, .unz, .cnt, .eqn, .bgm, .tdt:
      return isDigit(bytes, text)
    case .ssr: return word(bytes, text, 4...4, separators.component)
    case .rci, .fti, .org, .rff:
      return word(bytes, text, 1...3, separators.component)
        && !isSurnameAlone(bytes, start, next, separators)
    case .doc: return word(bytes, text, 1...2, separators.component, separators.element)
    case .nad: return word(bytes, text, 2...3, separators.element)
    case .msg: return text < bytes.count && bytes[text] == separators.component
    case .unh: return word(bytes, text, 1...14, separators.element)
    case .unb: return word(bytes, text, 4...4, separators.component)
    case .sac: return text < bytes.count && bytes[text] == separators.element
    case .abi: return isDigit(bytes, text)
    case .tif:
      guard text < bytes.count, isLetter(bytes[text]) else { return false }
      switch current {
      case .ift, .lts, .ftx, .ssr: return isWholeName(bytes, text, separators)
      default: return !isSurnameAlone(bytes, start, next, separators)
      }
    default: return false
    }
  }

  /// Whether the segment before ends in a reference of digits, which no name goes on behind.
  private static func isBehindReference(_ bytes: Span<UInt8>, _ next: Int) -> Bool {
    var last = next - 1
    while last > 0, bytes[last] <= 0x20 { last -= 1 }
    return isDigit(bytes, last)
  }

  /// `SMITH+JOHN:A`: in free text a name alone is no segment.
  private static func isWholeName(
    _ bytes: Span<UInt8>, _ start: Int, _ separators: EDIFACTSeparators
  ) -> Bool {
    // What needs more bytes than are waited for is no name.
    let end = min(bytes.count, start + needed - 8)
    var index = start
    while index < end, isLetter(bytes[index]) || bytes[index] == 0x20 { index += 1 }
    guard index < end, bytes[index] == separators.element else { return false }
    index += 1
    while index < end, isLetter(bytes[index]) || bytes[index] == 0x20 { index += 1 }
    return index < end && bytes[index] == separators.component
  }

  private static func isDigit(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    index < bytes.count && TypeBLine.isDigit(bytes[index])
  }

  /// Whether so many letters and digits stand at `start`, with one of the separators behind them.
  private static func word(
    _ bytes: Span<UInt8>, _ start: Int, _ count: ClosedRange<Int>, _ separators: UInt8...
  ) -> Bool {
    var index = start
    while index < bytes.count, index <= start + count.upperBound, isAlphanumeric(bytes[index]) {
      index += 1
    }
    return count.contains(index - start) && index < bytes.count
      && separators.contains(bytes[index])
  }

  /// `TIF+ABDUL LA`: the rest of the surname stands in the next line.
  private static func isSurnameAlone(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ separators: EDIFACTSeparators
  ) -> Bool {
    guard
      SegmentTag.plain(bytes, at: start, separators) == .tif
    else { return false }
    var elements = 0
    for index in start..<end where bytes[index] == separators.element { elements += 1 }
    return elements < 2
  }
}
