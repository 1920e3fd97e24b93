import Bytes
import Records

/// The parts of a name line, and who of the group an association means.
struct TypeBMembers {
  private(set) var surname = 0..<0
  private(set) var given: [Range<Int>] = []
  /// `12C` behind the name, as PSM has it.
  private(set) var seat = 0..<0
  /// The first given name of each traveller of the group, in the order of the travellers.
  private var entered: [Range<Int>] = []

  /// How many travellers were entered.
  var count: Int { entered.count }

  mutating func removeAll() { entered.removeAll(keepingCapacity: true) }

  mutating func enter(_ given: Range<Int>) { entered.append(given) }

  /// Enters the only traveller of a group: all remarks are about it, whatever name they give.
  mutating func enterSole() {
    surname = 0..<0
    entered.removeAll(keepingCapacity: true)
    entered.append(0..<0)
  }

  /// Splits `SURNAME/GIVEN/GIVEN-A2`; the mark of the group is left out.
  mutating func split(_ decoded: [UInt8]) {
    let text = decoded.span
    given.removeAll(keepingCapacity: true)
    entered.removeAll(keepingCapacity: true)
    seat = 0..<0
    let end = TypeBMembers.withoutGroup(text)
    var start = 0
    var index = 0
    var hasSurname = false
    while index <= end {
      if index < end, text[index] == 0x28, let close = TypeBMembers.close(text, index..<end) {
        index = close
        continue
      }
      if index == end || text[index] == TypeBLine.slash {
        let part = DateReader.trim(text, start..<index)
        if !hasSurname {
          surname = withoutSeat(text, part)
          hasSurname = true
        } else {
          let name = withoutSeat(text, part)
          if !name.isEmpty { given.append(name) }
        }
        start = index + 1
      }
      index += 1
    }
  }

  /// Where the bracket is closed that is opened at the beginning: a slash in between parts no names.
  private static func close(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    range.first { text[$0] == 0x29 }
  }

  /// What stands behind `INF` in brackets, as in `ANNAMRS(INF/BEN)`.
  static func infant(_ decoded: [UInt8], _ given: Range<Int>) -> Range<Int>? {
    let text = decoded.span
    guard let open = given.first(where: { text[$0] == 0x28 }),
      let close = close(text, open..<given.upperBound), close > open + 4,
      ShortCode(text, (open + 1)..<(open + 4)) == infantCode,
      (open..<close).contains(where: { text[$0] == TypeBLine.slash })
    else { return nil }
    return (open + 4)..<close
  }

  private static let infantCode = ShortCode("INF")

  /// The traveller of `SURNAME/GIVEN` behind a remark: of the same surname, with the longest given name in
  /// common.
  func traveller(_ decoded: [UInt8], of association: [UInt8]) -> Int? {
    let text = association.span
    let known = decoded.span
    var slash = 0
    while slash < text.count, text[slash] != TypeBLine.slash { slash += 1 }
    guard TypeBMembers.common(known, surname, text, 0..<slash) == max(surname.count, slash) else {
      return nil
    }
    var found: Int?
    var longest = 0
    for (index, name) in entered.enumerated() {
      let common = TypeBMembers.common(known, name, text, min(slash + 1, text.count)..<text.count)
      if common > longest {
        longest = common
        found = index
      }
    }
    return found
  }

  private static func common(
    _ first: Span<UInt8>, _ left: Range<Int>, _ second: Span<UInt8>, _ right: Range<Int>
  ) -> Int {
    var count = 0
    while count < left.count, count < right.count,
      first[left.lowerBound + count] == second[right.lowerBound + count]
    {
      count += 1
    }
    return count
  }

  /// The end of the names before `-A2`.
  private static func withoutGroup(_ text: Span<UInt8>) -> Int {
    var start = text.count
    while start > 0, text.count - start < 5, isAlphanumeric(text[start - 1]) { start -= 1 }
    guard start > 1, text[start - 1] == TypeBLine.hyphen, text.count - start >= 2,
      isLetter(text[start]), TypeBLine.isDigit(text[text.count - 1])
    else { return text.count }
    return start - 1
  }

  /// Cuts words that begin with a digit: the first is the seat.
  private mutating func withoutSeat(_ text: Span<UInt8>, _ part: Range<Int>) -> Range<Int> {
    for index in part.dropFirst()
    where TypeBLine.isDigit(text[index]) && text[index - 1] == 0x20 {
      let word = (index..<part.upperBound).prefix { text[$0] > 0x20 }
      if (2...4).contains(word.count), isLetter(text[word.upperBound - 1]) { seat = word }
      return DateReader.trim(text, part.lowerBound..<index)
    }
    return part
  }

  /// Names that stand for a seat beside a person: an extra seat, cabin baggage, a stretcher.
  static func isSeat(_ decoded: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count >= 4, range.count <= 8 else { return false }
    let text = decoded.span
    guard seats.contains(ShortCode(text, range.lowerBound..<(range.lowerBound + 4))) else {
      return false
    }
    let rest = (range.lowerBound + 4)..<range.upperBound
    return rest.isEmpty || !isLetter(text[rest.lowerBound])
      || GluedTitle.withoutWords(text.extracting(rest)).isEmpty
  }

  /// Whether the text begins as ``isSeat(_:_:)`` asks for.
  static func mayBeSeat(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= 4 else { return false }
    switch bytes.word(at: range.lowerBound) {
    case 0x5453_5845, 0x4742_4243, 0x5243_5453: return true  // EXST CBBG STCR
    default: return false
    }
  }

  private static let seats: [ShortCode] = [
    ShortCode("EXST"), ShortCode("CBBG"), ShortCode("STCR"),
  ]
}
