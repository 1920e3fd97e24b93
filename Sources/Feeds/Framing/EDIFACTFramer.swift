import Bytes

/// Finds where segments begin and end inside an interchange.
///
/// Stateless between calls apart from the separators: each call looks at the bytes from a segment's
/// start on, and says "more bytes" where the block ends too early. The parser then carries the
/// beginning of that segment over to the next block.
struct EDIFACTFramer {
  enum Boundary {
    /// The segment ends before `end`: its terminator, or the line end behind which the next one begins.
    /// `hasBreaks` tells that line ends lie inside, `joins` how many terminators are data.
    case segment(end: Int, hasBreaks: Bool, joins: Int, isTerminated: Bool = true)
    /// The segment does not end before `seen`.
    case needsMore(seen: Int)
  }

  private enum Following { case boundary, text, needsMore }

  /// How far a tag broken by line ends, and the layout behind a terminator, are followed. What is decided
  /// by the bytes alone does not depend on how the file was cut, and nothing is carried over for ever.
  private static let reach = 256

  /// Stray terminators that are taken back into one segment (O'NEAL), at most.
  private static let maximumJoins = 3

  let separators: EDIFACTSeparators
  private let scanner: ByteScanner

  init(_ separators: EDIFACTSeparators) {
    self.separators = separators
    let release = separators.release == 0 ? separators.terminator : separators.release
    scanner = ByteScanner(separators.terminator, release, 0x0A, 0x0D)
  }

  /// The end of the segment that begins at `start`.
  func boundary(_ bytes: Span<UInt8>, from start: Int, atEnd: Bool) -> Boundary {
    var index = start
    var hasBreaks = false
    var joins = 0
    while true {
      index = scanner.next(in: bytes, from: index)
      guard index < bytes.count else { return .needsMore(seen: index) }
      let byte = bytes[index]
      if byte == separators.terminator {
        switch joins < EDIFACTFramer.maximumJoins
          ? following(bytes, index, start, atEnd) : .boundary
        {
        case .boundary: return .segment(end: index, hasBreaks: hasBreaks, joins: joins)
        case .needsMore: return .needsMore(seen: index)
        case .text: joins += 1
        }
        index += 1
      } else if byte == separators.release, separators.release != 0 {
        guard index + 1 < bytes.count else { return .needsMore(seen: index) }
        // A release character before a line end stands for itself (the wrap came in between).
        let next = bytes[index + 1]
        index += next == 0x0A || next == 0x0D ? 1 : 2
      } else {
        switch LostTerminator.isBehind(bytes, index, of: start, separators, atEnd: atEnd) {
        case nil: return .needsMore(seen: index)
        // Behind UNZ the next interchange decides: ``interchangeInside(_:from:atEnd:)``.
        case true? where tag(bytes, at: start, atEnd: true) != SegmentTag.unz.rawValue:
          return .segment(end: index, hasBreaks: hasBreaks, joins: joins, isTerminated: false)
        case true?, false?: break
        }
        hasBreaks = true
        index += 1
      }
    }
  }

  /// Where the next terminator with a segment behind it lies: the way back after a lost terminator.
  func resynchronise(_ bytes: Span<UInt8>, from start: Int, atEnd: Bool) -> Boundary {
    var index = start
    while true {
      index = scanner.next(in: bytes, from: index)
      guard index < bytes.count else { return .needsMore(seen: index) }
      if bytes[index] == separators.terminator {
        switch following(bytes, index, start, atEnd) {
        case .boundary: return .segment(end: index, hasBreaks: false, joins: 0)
        case .needsMore: return .needsMore(seen: index)
        case .text: break
        }
      }
      index += 1
    }
  }

  /// The tag at `start` in upper case, line ends passed over; nil if the bytes end before it does.
  /// A tag is three letters with a separator behind them; anything else gives 0.
  func tag(_ bytes: Span<UInt8>, at start: Int, atEnd: Bool) -> UInt32? {
    var index = start
    var code: UInt32 = 0
    var letters = 0
    let end = min(bytes.count, start + EDIFACTFramer.reach)
    while index < end {
      let byte = bytes[index]
      index += 1
      if (byte == 0x0A || byte == 0x0D) && byte != separators.terminator { continue }
      // `NAD +FL`, and a wrap that begins each line with a blank.
      if byte == 0x20, letters == 3 || isBehindBreak(bytes, index - 1, start) { continue }
      if letters == 3 {
        let isUNA = code == SegmentTag.una.rawValue
        let ends =
          byte == separators.element || byte == separators.terminator
          || byte == separators.component
        return ends || isUNA ? code : 0
      }
      guard isLetter(byte) else { return 0 }
      code = code << 8 | UInt32(upper(byte))
      letters += 1
    }
    guard end == bytes.count else { return 0 }
    return atEnd ? (letters == 3 ? code : 0) : nil
  }

  /// Whether a blank stands within a tag that is one without it, or behind it.
  func hasBlankInTag(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count > 3 else { return false }
    for index in range.lowerBound...range.lowerBound + 3 where bytes[index] == 0x20 {
      return SegmentTag(rawValue: tag(bytes, at: range.lowerBound, atEnd: true) ?? 0) != nil
    }
    return false
  }

  private func isBehindBreak(_ bytes: Span<UInt8>, _ index: Int, _ start: Int) -> Bool {
    index > start && (bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D)
  }

  @inline(__always)
  private func upper(_ byte: UInt8) -> UInt8 { byte & 0xDF }

  /// What stands behind the terminator at `index`: the next segment, or text in which the terminator
  /// was an ordinary character.
  private func following(
    _ bytes: Span<UInt8>, _ index: Int, _ start: Int, _ atEnd: Bool
  ) -> Following {
    var next = index + 1
    let end = min(bytes.count, index + EDIFACTFramer.reach)
    while next < end, separators.isLayout(bytes[next]) { next += 1 }
    guard next < end else { return atEnd || end < bytes.count ? .boundary : .needsMore }
    if bytes[next] == separators.terminator { return .boundary }
    guard let code = tag(bytes, at: next, atEnd: atEnd) else { return .needsMore }
    if code == 0 {
      // What follows the envelope is not part of it: a mail footer must not swallow the next message.
      return isEnvelopeEnd(bytes, start) ? .boundary : .text
    }
    if SegmentTag(rawValue: code) == nil {
      return endsInSurname(bytes, start, index) || continuesName(bytes, index, next)
        ? .text : .boundary
    }
    // `TIF+D` or `TIF+DE`, as ``EDIFACTMessageReader`` leaves them to be looked at here.
    guard next == index + 1, index - start == 5 || index - start == 6,
      endsInSurname(bytes, start, index)
    else { return .boundary }
    return isGivenName(bytes, next + 4, atEnd).map { $0 ? .text : .boundary } ?? .needsMore
  }

  /// `SMITH+D` before `ANN:A:1`: no segment begins with a component, so what looks like an unknown tag is
  /// the rest of a name.
  private func continuesName(_ bytes: Span<UInt8>, _ terminator: Int, _ next: Int) -> Bool {
    guard terminator > 0, isLetter(bytes[terminator - 1]), next == terminator + 1 else {
      return false
    }
    return next + 3 < bytes.count && bytes[next + 3] == separators.component
  }

  private func isEnvelopeEnd(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    guard let code = tag(bytes, at: start, atEnd: true), let tag = SegmentTag(rawValue: code) else {
      return false
    }
    return tag == .unt || tag == .une || tag == .unz
  }

  /// `TIF+O` before `LEE+ANN`: a TIF of one element that ends in one or two letters, with an unknown tag
  /// behind it, was broken by an apostrophe.
  private func endsInSurname(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard tag(bytes, at: start, atEnd: true) == SegmentTag.tif.rawValue else { return false }
    var elements = 0
    var letters = 0
    for position in start..<end {
      let byte = bytes[position]
      if byte == separators.component { return false }
      if byte == separators.element { elements += 1 }
      letters = isLetter(byte) ? letters + 1 : 0
    }
    return elements == 1 && (1...2).contains(letters)
  }

  /// `ANNMRS:A:1` behind `TIF+D'ABI+`: the rest of a surname may look like a tag. Nil where more bytes are
  /// needed to say.
  private func isGivenName(_ bytes: Span<UInt8>, _ start: Int, _ atEnd: Bool) -> Bool? {
    var index = start
    let end = min(bytes.count, start + EDIFACTFramer.reach)
    while index < end, isLetter(bytes[index]) || bytes[index] <= 0x20 { index += 1 }
    guard index + 2 < bytes.count || end < bytes.count else { return atEnd ? false : nil }
    guard index > start, index + 2 < bytes.count, bytes[index] == separators.component else {
      return false
    }
    let behind = isLetter(bytes[index + 2]) ? index + 3 : index + 2
    guard behind < bytes.count else { return atEnd ? false : nil }
    return isLetter(bytes[index + 1])
      && [separators.component, separators.element, separators.terminator].contains(bytes[behind])
  }

  /// Where the next interchange begins inside an UNZ whose terminator is missing; nil for any other
  /// segment and for one that has its terminator first.
  func interchangeInside(_ bytes: Span<UInt8>, from start: Int, atEnd: Bool) -> Int? {
    guard tag(bytes, at: start, atEnd: true) == SegmentTag.unz.rawValue else { return nil }
    var index = start + 3
    while index < min(bytes.count, start + EDIFACTFramer.trailerReach) {
      if bytes[index] == separators.terminator { return nil }
      if bytes[index] == 0x55, let code = tag(bytes, at: index, atEnd: atEnd),
        code == SegmentTag.una.rawValue || code == SegmentTag.unb.rawValue
      {
        return index
      }
      index += 1
    }
    return nil
  }

  /// How far behind an UNZ without terminator the next interchange is looked for.
  private static let trailerReach = 512
}
