import Bytes
import Records

/// What a search for a beginning in surrounding text says.
enum Beginning: Equatable {
  case found(Int)
  /// What begins at this index may be one: more bytes are needed to say.
  case undecided(Int)
  case nothing
}

/// Looks for the beginning of a passenger list of Type B in text that may surround it: a line that names a
/// list with a flight in the next one, or behind the origin of a telegram, since the flight may be damaged.
enum ListSearch {
  /// How far behind the first line of its envelope a list is looked for.
  private static let reach = 2 * TypeBEnvelope.bytesMax

  /// Finds the line in which a list begins, or the envelope of its telegram.
  /// - Parameters:
  ///   - isLineStart: whether a line begins at `start`; if not, the next one is looked at first.
  ///   - atEnd: no bytes will follow, so nothing stays undecided.
  static func run(
    _ bytes: Span<UInt8>, from start: Int, isLineStart: Bool, atEnd: Bool
  ) -> Beginning {
    var index = isLineStart ? start : lineEnd(bytes, start)
    while true {
      while index < bytes.count, isLayout(bytes[index]) { index += 1 }
      guard index < bytes.count else { return .nothing }
      switch begins(bytes, at: index, atEnd) {
      case true?: return .found(index)
      case nil: return .undecided(index)
      case false?: index = lineEnd(bytes, index)
      }
    }
  }

  /// Whether what follows these bytes stands at the beginning of a line.
  /// - Parameter before: whether they themselves do.
  static func isLineStart(behind bytes: Span<UInt8>, _ range: Range<Int>, _ before: Bool) -> Bool {
    var index = range.upperBound
    while index > range.lowerBound {
      index -= 1
      if isLineEnd(bytes[index]) { return true }
      if !isLayout(bytes[index]) { return false }
    }
    return before
  }

  /// Whether the line at `start` is the first of a telegram with a list; nil where the bytes end too early.
  static func begins(_ bytes: Span<UInt8>, at start: Int, _ atEnd: Bool) -> Bool? {
    var index = start
    var isBehindList = false
    var isBehindOrigin = false
    let end = min(bytes.count, start + reach)
    while true {
      while index < end, bytes[index] <= 0x20 { index += 1 }
      let first = index
      while index < end, !isLineEnd(bytes[index]) { index += 1 }
      guard index < end || (atEnd && end == bytes.count) else {
        return end == bytes.count ? nil : false
      }
      let line = DateReader.trim(bytes, first..<index)
      guard !line.isEmpty else { return false }
      if isBehindList { return TypeBFlightLine(bytes, line) != nil }
      if let list = TypeBLine.list(bytes, line) {
        if list == .other || isBehindOrigin { return list != .other }
        isBehindList = true
      } else {
        guard TypeBLine.isEnvelope(bytes, line) else { return false }
        isBehindOrigin = bytes[line.lowerBound] == TypeBLine.dot
      }
    }
  }

  private static func lineEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < bytes.count, !isLineEnd(bytes[index]) { index += 1 }
    return index
  }

  static func isLineEnd(_ byte: UInt8) -> Bool { byte < 0x20 && byte != TypeBLine.tab }

  /// Blanks, control characters, and the bytes of a byte order mark.
  static func isLayout(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0xEF || byte == 0xBB || byte == 0xBF
  }
}
