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

/// A name that needs no cleaning, as it lies in a message: A–Z and single blanks, the title left out.
struct PlainName {
  var surname = 0..<0
  /// From the first given name to the end of the last one, the separators between them included.
  var given = 0..<0
  /// Another reading of the given name where a title is in doubt; empty if there is none.
  var otherGiven = 0..<0
  var givenCount = 1
  /// A title that only adults have was left out.
  var isAdult = false

  init() {}

  /// - Returns: nil for any name that ``NameReader/read(_:surname:given:into:)`` must look at.
  @inline(__always)
  init?(_ bytes: Span<UInt8>, _ parts: NameParts) {
    guard parts.givenCount > 0, parts.surname.count <= Limits.nameBytes,
      NameReader.isPlainSurname(bytes, parts.surname)
    else { return nil }
    surname = parts.surname
    givenCount = parts.givenCount
    var end = 0
    for index in 0..<parts.givenCount {
      let given = parts.given(index)
      guard given.count <= Limits.nameBytes, bytes.letters(in: given) != .other,
        !NameReader.mayBePlaceholder(bytes, given),
        let reading = GluedTitle.stripPlain(bytes, given)
      else { return nil }
      if reading.isAdult { isAdult = true }
      // Only a surname and its first given name may stand apart.
      if index > 0, end &+ 1 != given.lowerBound { return nil }
      end = reading.range.upperBound
    }
    given = parts.given(0).lowerBound..<end
  }

  /// One given name that may end in a title, all in letters: as ``NameReader`` reads it without a title
  /// expected.
  init?(_ bytes: Span<UInt8>, glued given: Range<Int>, surname: Range<Int>) {
    guard surname.count > 1, given.count > 1, surname.count <= Limits.nameBytes,
      given.count <= Limits.nameBytes, bytes.letters(in: surname) == .letters,
      bytes.letters(in: given) == .letters, !NameReader.mayBePlaceholder(bytes, surname),
      !NameReader.mayBePlaceholder(bytes, given)
    else { return nil }
    guard let found = PlainTitle(bytes, given, isExpected: false) else { return nil }
    self.surname = surname
    self.given = found.given
    otherGiven = found.other
    isAdult = found.isAdult
  }
}

/// A given name of one word that may end in a title, or in letters that look like one.
struct PlainTitle {
  /// The likelier reading.
  let given: Range<Int>
  /// The other one; empty if there is none.
  let other: Range<Int>
  let isTitled: Bool
  /// The title is one that only adults have.
  let isAdult: Bool

  /// - Parameters:
  ///   - given: letters A–Z.
  ///   - isExpected: the names around have titles.
  /// - Returns: nil for a title with nothing before it, and for one that leaves more than two readings.
  init?(_ text: Span<UInt8>, _ given: Range<Int>, isExpected: Bool) {
    let reading = GluedTitle.strip(text.extracting(given), isExpected: isExpected)
    guard reading.further == nil, !reading.range.isEmpty else { return nil }
    let start = given.lowerBound
    let bare = (start &+ reading.range.lowerBound)..<(start &+ reading.range.upperBound)
    self.given = reading.certainty == .doubtful ? given : bare
    other =
      switch reading.certainty {
      case .untitled, .sure: 0..<0
      case .likely: given
      case .doubtful: bare
      }
    isTitled = reading.certainty == .sure || reading.certainty == .likely
    isAdult = isTitled && reading.isAdult
  }
}

/// Names that need no cleaning, straight from the message: one copy and no decoding.
extension NameReader {
  /// Reads a name whose parts are made of A–Z and single blanks, with at most a sure title; gives the
  /// same as ``read(_:surname:given:into:)``.
  /// - Returns: nil for any other name, which ``read(_:surname:given:into:)`` must look at.
  static func readPlain(
    _ bytes: Span<UInt8>, _ parts: NameParts, into arena: inout TextArena
  ) -> ReadName? {
    guard let plain = PlainName(bytes, parts) else { return nil }
    let surname = plain.surname
    let given = plain.given
    var name = ReadName()
    name.isAdult = plain.isAdult
    if surname.upperBound &+ 1 != given.lowerBound {
      name.surname = arena.add(bytes, surname)
      name.given = arena.add(bytes, given)
    } else {
      let both = arena.add(bytes, surname.lowerBound..<given.upperBound)
      name.surname = TextReference(start: both.start, count: UInt32(surname.count))
      name.given = TextReference(
        start: both.start + UInt32(given.lowerBound &- surname.lowerBound),
        count: UInt32(given.count))
    }
    for index in 1..<max(1, plain.givenCount) {
      // The separator between two given names becomes a blank.
      arena.setBlank(
        Int(name.given.start) &+ parts.given(index).lowerBound &- 1 &- given.lowerBound)
    }
    return name
  }

  @inline(__always)
  fileprivate static func isPlainSurname(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    switch bytes.letters(in: range) {
    case .letters: return !mayBePlaceholder(bytes, range)
    case .words: return GluedTitle.isUntitled(bytes, range) && !mayBePlaceholder(bytes, range)
    case .other: return false
    }
  }

  /// Whether the part may be one of the texts that say that there is no name: X, XXX, UNKNOWN, FNU, LNU.
  /// True of some names as well.
  @inline(__always)
  static func mayBePlaceholder(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let first = bytes[range.lowerBound]
    let second = bytes[range.lowerBound &+ min(1, range.count &- 1)]
    // U, F and L before N or a blank. Numbers and not a switch: names begin with any letter, and a wrong
    // guess costs more than all of this.
    let isNamed = (0x20_1040 as UInt32) &>> UInt32(first & 0x1F) & UInt32(first &>> 6) & 1
    let isFollowed: UInt32 = (second == 0x4E ? 1 : 0) | (second == 0x20 ? 1 : 0)
    let isUnnamed: UInt32 = first == 0x58 ? 1 : 0  // X
    return isNamed & isFollowed | isUnnamed != 0 && range.count <= 7
  }
}
