import Bytes
import Records

/// Where the parts of a name lie in a message: the surname and up to four given names.
struct NameParts {
  var surname = 0..<0
  private var ranges = InlineArray<4, Range<Int>>(repeating: 0..<0)
  private(set) var givenCount = 0

  /// Adds a given name; beyond the fourth there is no room.
  @inline(__always)
  mutating func addGiven(_ range: Range<Int>) {
    guard givenCount < 4 else { return }
    ranges[givenCount] = range
    givenCount &+= 1
  }

  @inline(__always)
  func given(_ index: Int) -> Range<Int> { ranges[index] }
}

/// Names that need no cleaning, straight from the message: one copy and no decoding.
extension NameReader {
  /// Reads a name whose parts are made of A–Z and single blanks, with at most a sure title; gives the
  /// same as ``read(_:surname:given:into:)``.
  /// - Returns: nil for any other name, which ``read(_:surname:given:into:)`` must look at.
  static func readPlain(
    _ bytes: Span<UInt8>, _ parts: NameParts, into arena: inout TextArena
  ) -> ReadName? {
    let surname = parts.surname
    guard parts.givenCount > 0, surname.count <= bytesMax, isPlainSurname(bytes, surname) else {
      return nil
    }
    var isAdult = false
    var end = surname.upperBound
    var hasGap = false
    for index in 0..<parts.givenCount {
      let given = parts.given(index)
      guard given.count <= bytesMax, bytes.letters(in: given) != .other,
        !mayBePlaceholder(bytes, given),
        let reading = GluedTitle.stripPlain(bytes, given)
      else { return nil }
      if reading.isAdult { isAdult = true }
      if index > 0 || end &+ 1 != given.lowerBound {
        // Only a surname and its first given name may stand apart.
        if index > 0, end &+ 1 != given.lowerBound { return nil }
        if index == 0 { hasGap = true }
      }
      end = reading.range.upperBound
    }
    var name = ReadName()
    name.isAdult = isAdult
    let first = parts.given(0).lowerBound
    if hasGap {
      name.surname = arena.add(bytes, surname)
      name.given = arena.add(bytes, first..<end)
    } else {
      let both = arena.add(bytes, surname.lowerBound..<end)
      name.surname = TextReference(start: both.start, count: UInt32(surname.count))
      name.given = TextReference(
        start: both.start + UInt32(first &- surname.lowerBound), count: UInt32(end &- first))
    }
    for index in 1..<max(1, parts.givenCount) {
      // The separator between two given names becomes a blank.
      arena.setBlank(Int(name.given.start) &+ parts.given(index).lowerBound &- 1 &- first)
    }
    return name
  }

  @inline(__always)
  private static func isPlainSurname(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    switch bytes.letters(in: range) {
    case .letters: return !mayBePlaceholder(bytes, range)
    case .words: return GluedTitle.isUntitled(bytes, range) && !mayBePlaceholder(bytes, range)
    case .other: return false
    }
  }

  /// Whether the part may be one of the texts that say that there is no name: X, XXX, UNKNOWN, FNU, LNU.
  @inline(__always)
  private static func mayBePlaceholder(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count <= 7 else { return false }
    switch bytes[range.lowerBound] {
    case 0x58: return true  // X
    case 0x55, 0x46, 0x4C:  // U F L
      let second = bytes[range.lowerBound &+ min(1, range.count &- 1)]
      return second == 0x4E || second == 0x20
    default: return false
    }
  }
}
