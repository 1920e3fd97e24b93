import Bytes

/// Finds where the elements of a telegram begin and end: a name, a remark, a total, a keyword, each with
/// the lines that continue it.
///
/// Stateless between calls, like ``EDIFACTFramer``: each call looks at the bytes from an element's start
/// on, and says so where the block ends too early to tell.
struct TypeBFramer {
  enum Found {
    case element(Element)
    /// The element does not end before `seen`.
    case needsMore(seen: Int)
  }

  struct Element {
    /// Behind its last byte.
    var end: Int
    /// Where the next element may begin; only blanks and control characters lie in between.
    var next: Int
    /// In which column of its line `next` lies.
    var column = 0
    /// Whether line ends lie inside: then ``join(_:_:column:into:)`` gives its text.
    var isJoined = false
  }

  /// A line with its continuations; what is longer ends there.
  let bytesMax: Int
  /// Whether a line that begins with a letter may continue a remark; not so in PTM, PSM and PIL, whose
  /// lines begin with flights and services.
  var joinsText = true
  /// Whether names stand behind a flight, as in PTM: only a line as long as may be goes on in the next one.
  var hasParties = false

  init(bytesMax: Int) { self.bytesMax = bytesMax }

  /// - Parameter column: the column of `start` in its line.
  func element(
    _ bytes: Span<UInt8>, from start: Int, column: Int, atEnd: Bool
  ) -> Found {
    let isName = TypeBLine.isDigit(bytes[start])
    let joins = isName || hasParties || bytes[start] == TypeBLine.dot
    var line = start
    var column = column
    var isJoined = false
    var index = start &+ 1
    while true {
      index = LineScanner.next(in: bytes, from: index)
      guard index < bytes.count else {
        return atEnd
          ? .element(Element(end: index, next: index, isJoined: isJoined)) : .needsMore(seen: index)
      }
      let byte = bytes[index]
      if byte == TypeBLine.dot || byte == TypeBLine.tab {
        guard let begins = beginsElement(bytes, index, isName, atEnd) else {
          return .needsMore(seen: index)
        }
        if begins {
          return .element(
            Element(end: index, next: index, column: column + index - line, isJoined: isJoined))
        }
        index &+= 1
        continue
      }
      let gap = TypeBFramer.gap(bytes, index)
      let here = Element(
        end: index, next: gap.next, column: gap.next - gap.line, isJoined: isJoined)
      guard gap.next < bytes.count else { return atEnd ? .element(here) : .needsMore(seen: index) }
      guard joins, gap.next - start < bytesMax, bytes[gap.next] > 0x20 else {
        return .element(here)
      }
      let ending = Ending(
        element: start..<index, width: column + index - line, isName: isName, hasGap: gap.isBlank)
      guard let skip = continuation(bytes, gap.next, ending, atEnd) else {
        return .needsMore(seen: index)
      }
      if skip == 0 { return .element(here) }
      isJoined = true
      line = gap.line
      column = 0
      index = gap.next &+ (skip == 1 ? 1 : 4)
    }
  }

  /// The text of an element that goes over several lines.
  func join(_ bytes: Span<UInt8>, _ range: Range<Int>, column: Int, into text: inout [UInt8]) {
    var index = range.lowerBound
    var line = index
    var column = column
    // A name is broken anywhere.
    let isName = TypeBLine.isDigit(bytes[index]) || hasParties
    while index < range.upperBound {
      let byte = bytes[index]
      if byte >= 0x20 || byte == TypeBLine.tab {
        text.append(byte)
        index &+= 1
        continue
      }
      let isFull = TypeBFramer.isFull(column + index - line)
      let gap = TypeBFramer.gap(bytes, index)
      index = gap.next
      line = gap.line
      column = 0
      if TypeBLine.isContinuation(bytes, index) {
        index += 4
      } else if !isFull && !isName || gap.line < gap.next {
        text.append(0x20)
      }
    }
  }

  /// Where the next element begins in joined text: its mark may have been broken by a line end.
  func next(_ text: Span<UInt8>, from start: Int) -> Int {
    let isName = TypeBLine.isDigit(text[start])
    var index = start + 1
    while true {
      index = LineScanner.next(in: text, from: index)
      guard index < text.count else { return text.count }
      if beginsElement(text, index, isName, true) ?? false { return index }
      index += 1
    }
  }

  /// How a line ends that the next one may continue.
  private struct Ending {
    /// All of the element so far.
    var element: Range<Int>
    /// The column in which it ends.
    var width: Int
    var isName: Bool
    /// An empty line, or the mark of a beginning or an end, lies behind it.
    var hasGap: Bool

    /// As long as a telegram's line may be: it was broken there, whatever it was in.
    var isFull: Bool { TypeBFramer.isFull(width) }
  }

  /// Whether a line of this width may have been broken, whatever it was in.
  static func isFull(_ width: Int) -> Bool { width == 64 || width == 69 }

  /// Behind so many blanks nothing is continued, and no block needs to be waited for.
  private static let gapMax = 256

  /// The first visible byte behind a line end, the beginning of its line, and whether more than a line end
  /// lies in between.
  private static func gap(
    _ bytes: Span<UInt8>, _ end: Int
  ) -> (next: Int, line: Int, isBlank: Bool) {
    var index = end
    var line = end
    var feeds = 0
    var returns = 0
    var isMark = false
    let reach = min(bytes.count, end + gapMax)
    while index < reach, bytes[index] <= 0x20 {
      switch bytes[index] {
      case 0x0A: feeds += 1
      case 0x0D: returns += 1
      case 0x01...0x03: isMark = true
      default: break
      }
      if bytes[index] < 0x20 && bytes[index] != TypeBLine.tab { line = index &+ 1 }
      index &+= 1
    }
    return (index, line, isMark || feeds > 1 || (feeds == 0 && returns > 1))
  }

  /// Whether an element begins at the full stop at `index`: behind a blank (`.L/` also glued to a name),
  /// with a key and a slash behind it. Nil where the block ends in it.
  private func beginsElement(
    _ bytes: Span<UInt8>, _ index: Int, _ isName: Bool, _ atEnd: Bool
  ) -> Bool? {
    guard bytes[index] == TypeBLine.dot else { return false }
    let isBehindBlank = bytes[index - 1] <= 0x20
    guard isBehindBlank || isName else { return false }
    for length in 1...4 {
      guard index + length < bytes.count else { return atEnd ? false : nil }
      let byte = bytes[index + length]
      // The full stop before the names of a party is no mark of an element.
      if hasParties, length > 2 { return false }
      if byte == TypeBLine.slash {
        guard isBehindBlank else { return length == 2 && bytes[index + 1] == 0x4C }
        return length > 1 && !TypeBLine.isContinuation(bytes, index)
      }
      guard length == 1 ? isLetter(byte) : isAlphanumeric(byte) else { return false }
    }
    return false
  }

  /// Whether the line at `next` continues the one before it: 4 for `.RN/`, 1 for text, 0 for no. Nil
  /// where the block ends too early.
  private func continuation(
    _ bytes: Span<UInt8>, _ next: Int, _ ending: Ending, _ atEnd: Bool
  ) -> Int? {
    if bytes[next] == TypeBLine.dot {
      if next + 3 >= bytes.count && !atEnd { return nil }
      return TypeBLine.isContinuation(bytes, next) ? 4 : 0
    }
    guard !ending.hasGap, joinsText || hasParties else { return 0 }
    let isDigit = TypeBLine.isDigit(bytes[next])
    if isDigit || bytes[next] == TypeBLine.hyphen {
      guard joinsText, ending.isFull || !ending.isName else { return 0 }
    } else if hasParties {
      guard TypeBNameLine.isWide(ending.width) else { return 0 }
    }
    var stop = next
    let reach = min(bytes.count, next + bytesMax)
    while stop < reach, bytes[stop] >= 0x20 { stop &+= 1 }
    if stop == bytes.count && !atEnd { return nil }
    let line = next..<stop
    var isOwn: Bool
    switch bytes[next] {
    case TypeBLine.hyphen: isOwn = TypeBLine.isTotals(bytes, line)
    case 0x30...0x39 where TypeBLine.isName(bytes, line):
      isOwn =
        !(ending.isFull && bytes[ending.element.upperBound - 1] == TypeBLine.hyphen)
        && !(ending.isFull ? TypeBLine.hasDigitName(bytes, line) : TypeBLine.isDate(bytes, line))
    case 0x30...0x39: isOwn = false
    default:
      isOwn =
        TypeBLine.isKeyword(bytes, line) || stop == bytes.count && TypeBLine.isEndCut(bytes, line)
      if ending.isName || hasParties, !isOwn {
        let isTransfer = hasParties && TypeBLine.isTransfer(bytes, line)
        return !isTransfer
          && TypeBNameLine.continues(bytes, ending.element, line, width: ending.width) ? 1 : 0
      }
    }
    if isOwn { return 0 }
    guard !ending.isFull, !ending.isName, bytes[next] != TypeBLine.hyphen else { return 1 }
    // A name may stand without its number.
    return TypeBNameLine.isName(bytes, line, behind: ending.element, atEnd: atEnd).map {
      $0 ? 0 : 1
    }
  }
}
