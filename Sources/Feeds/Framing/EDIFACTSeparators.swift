import Bytes

/// The separators of one interchange (ISO 9735, service string advice).
struct EDIFACTSeparators: Equatable {
  var component: UInt8 = 0x3A
  var element: UInt8 = 0x2B
  /// 0 where the interchange has no release character.
  var release: UInt8 = 0x3F
  var terminator: UInt8 = 0x27

  /// Whether four bytes can serve: all different, none a letter, digit or blank that data is made of.
  var areUsable: Bool {
    let all = [component, element, terminator] + (release == 0 ? [] : [release])
    return Set(all).count == all.count && !all.contains { isAlphanumeric($0) || $0 == 0x20 }
  }

  /// Whether they are those of nearly every feed, whatever the terminator.
  var isUsual: Bool {
    component == 0x3A && element == 0x2B && (release == 0x3F || release == 0) && terminator < 0x30
  }

  /// Whether `byte` is layout between segments: blanks and control characters that separate nothing.
  @inline(__always)
  func isLayout(_ byte: UInt8) -> Bool {
    byte <= 0x20 && byte != terminator && byte != element && byte != component
      || terminator == Self.curly && (byte == 0x80 || byte == 0x99)
  }

  /// The first byte of ’ in UTF-8, which a word processor makes of an apostrophe; what follows it is layout.
  static let curly: UInt8 = 0xE2
}

/// ASCII letter or digit.
@inline(__always)
func isAlphanumeric(_ byte: UInt8) -> Bool {
  (byte >= 0x30 && byte <= 0x39) || isLetter(byte)
}

/// ASCII letter.
@inline(__always)
func isLetter(_ byte: UInt8) -> Bool {
  let lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x7A
}

/// Looks for the beginning of an interchange in text that may surround it.
///
/// Tokens may be broken by line ends (a Type-B carrier wraps at 64 or 69 characters), so every step
/// passes over CR and LF.
struct InterchangeSearch {
  enum Result: Equatable {
    /// An interchange begins at `start` (`UNA` or `UNB`); segments are read from `body` (`UNB`) on.
    case found(start: Int, body: Int, EDIFACTSeparators)
    /// What begins at this index may become one: more bytes are needed to say.
    case undecided(from: Int)
    case nothing
  }

  /// How far behind `UNB` the first `UNH` may lie where separators must be found without UNA.
  static let reach = 8 * 1024

  /// `UN`, also with a line end between: most letters U are told from a token by the next byte.
  private static let letters = PairScanner(0x55, 0x4E)

  /// - Parameters:
  ///   - end: the interchange begins before it; nil for wherever.
  ///   - atEnd: no bytes will follow, so nothing stays undecided.
  static func run(
    _ bytes: Span<UInt8>, from start: Int, before end: Int? = nil, atEnd: Bool
  ) -> Result {
    let searched = bytes.extracting(0..<(end ?? bytes.count))
    var index = start
    while true {
      index = letters.next(in: searched, from: index)
      if index == searched.count { return .nothing }
      var cursor = Cursor(bytes, at: index)
      switch attempt(bytes, &cursor, start: index) {
      case .found(let from, let body, let separators):
        return .found(start: from, body: body, separators)
      case .undecided where !atEnd && bytes.count - index < reach:
        return .undecided(from: index)
      default: index += 1
      }
    }
  }

  private static func attempt(_ bytes: Span<UInt8>, _ cursor: inout Cursor, start: Int) -> Result {
    guard let token = cursor.tag(bytes) else { return .undecided(from: start) }
    if token == SegmentTag.una.rawValue {
      return withAdvice(bytes, &cursor, start: start)
    }
    if token == SegmentTag.unb.rawValue {
      return withoutAdvice(bytes, &cursor, start: start)
    }
    return .nothing
  }

  /// `UNA`, six bytes, blanks, `UNB`; anything else is a broken advice, which is ignored.
  private static func withAdvice(
    _ bytes: Span<UInt8>, _ cursor: inout Cursor, start: Int
  ) -> Result {
    var advice: [UInt8] = []
    for _ in 0..<6 {
      guard let byte = cursor.next(bytes) else { return .undecided(from: start) }
      advice.append(byte)
    }
    var separators = EDIFACTSeparators()
    separators.component = advice[0]
    separators.element = advice[1]
    separators.release = advice[3] == 0x20 ? 0 : advice[3]
    separators.terminator = advice[5]
    guard separators.areUsable else { return .nothing }
    cursor.skipLayout(bytes, separators)
    let body = cursor.index
    guard let token = cursor.tag(bytes) else { return .undecided(from: start) }
    guard token == SegmentTag.unb.rawValue else { return .nothing }
    guard let element = cursor.next(bytes) else { return .undecided(from: start) }
    return element == separators.element
      ? .found(start: start, body: body, separators) : .nothing
  }

  /// Reads the separators off `UNB` itself: the byte behind the tag, the byte behind the four letters
  /// of the syntax identifier, and the byte before the first `UNH` or `UNG`.
  private static func withoutAdvice(
    _ bytes: Span<UInt8>, _ cursor: inout Cursor, start: Int
  ) -> Result {
    var separators = EDIFACTSeparators()
    guard let element = cursor.next(bytes) else { return .undecided(from: start) }
    guard !isAlphanumeric(element), element >= 0x1C, element != 0x20 else { return .nothing }
    for _ in 0..<4 {
      guard let byte = cursor.next(bytes) else { return .undecided(from: start) }
      guard isAlphanumeric(byte) else { return .nothing }
    }
    guard let component = cursor.next(bytes) else { return .undecided(from: start) }
    separators.element = element
    separators.component = component
    separators.release = 0
    var window: UInt32 = 0
    // The four visible bytes before the window's first, the oldest highest.
    var before: UInt32 = 0
    while let byte = cursor.next(bytes) {
      let tag = window & 0xDF_DFDF
      let isTag =
        tag == SegmentTag.unh.rawValue || tag == SegmentTag.ung.rawValue
        || tag == SegmentTag.unz.rawValue
      if byte == element, isTag {
        // Also the last byte of ’.
        let last = UInt8(before >> 24)
        separators.terminator = last == 0x99 ? EDIFACTSeparators.curly : last
        guard separators.areUsable else { return .nothing }
        let taken = [separators.element, separators.component, separators.terminator]
        separators.release = taken.contains(0x3F) ? 0 : 0x3F
        return .found(start: start, body: start, separators)
      }
      // Another UNB begins before any message: this one is text, and the search goes on there. Without
      // this a file of nothing but UNB would be read to the reach from every one of them.
      if tag == SegmentTag.unb.rawValue, byte == element { return .nothing }
      window = (window << 8 | UInt32(byte)) & 0xFF_FFFF
      // Its highest byte becomes the visible one that precedes the three bytes of the window.
      let isBlank = byte == 0x20 || byte < 0x1C
      before = before << 8 | (isBlank ? before & 0xFF : UInt32(byte))
    }
    return .undecided(from: start)
  }

  /// Walks over bytes, passing over line ends.
  private struct Cursor {
    var index: Int
    /// Nothing behind the reach is looked at, however much of it the block holds.
    private let end: Int

    init(_ bytes: Span<UInt8>, at index: Int) {
      self.index = index
      end = min(bytes.count, index + InterchangeSearch.reach)
    }

    mutating func next(_ bytes: Span<UInt8>) -> UInt8? {
      while index < end {
        let byte = bytes[index]
        index += 1
        if byte == 0x0A || byte == 0x0D {
          while index < end, bytes[index] == 0x20 { index += 1 }
          continue
        }
        return byte
      }
      return nil
    }

    mutating func tag(_ bytes: Span<UInt8>) -> UInt32? {
      guard let first = next(bytes), let second = next(bytes), let third = next(bytes) else {
        return nil
      }
      return SegmentTag.code(first, second, third)
    }

    mutating func skipLayout(_ bytes: Span<UInt8>, _ separators: EDIFACTSeparators) {
      while index < end, bytes[index] <= 0x20 || separators.isLayout(bytes[index]) { index += 1 }
    }
  }
}
