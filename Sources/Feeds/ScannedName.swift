import Bytes
import Records

/// `SURNAME/GIVEN` or `SURNAME/GIVEN/SECOND` of A–Z and single blanks, with at most one title: the same as
/// ``NameReader`` finds, as places and without a copy. Where it ends is found on the way.
struct ScannedName {
  let surname: Range<Int>
  /// All given names, with ``slash`` between two of them.
  let given: Range<Int>
  /// The given names in the less likely reading; empty if there is none.
  let otherGiven: Range<Int>
  /// The place that becomes a blank, -1 if there is one given name.
  let slash: Int
  let isTitled: Bool
  /// Where something else than a name begins.
  let end: Int

  /// - Parameters:
  ///   - between: what stands between surname and given name.
  ///   - further: what stands before a second given name; 0 where none is read.
  ///   - expectsTitle: the names around have titles, and this one may have one in doubt; nil where only a
  ///     sure one is read.
  /// - Returns: nil for any other name.
  @inline(__always)
  init?(
    _ text: Span<UInt8>, from start: Int, between: UInt8 = TypeBLine.slash,
    further: UInt8 = TypeBLine.slash, expectsTitle: Bool? = nil
  ) {
    guard let surname = ScannedName.word(text, from: start) else { return nil }
    let behind = surname.range.upperBound
    guard behind < text.count, text[behind] == between,
      surname.isOne || GluedTitle.isUntitled(text, surname.range),
      let first = ScannedName.word(text, from: behind &+ 1)
    else { return nil }
    self.surname = surname.range
    let firstEnd = first.range.upperBound
    guard let bare = GluedTitle.stripPlain(text, first.range) else {
      guard let expectsTitle, surname.isOne, surname.range.count > 1, first.isOne,
        first.range.count > 1,
        let doubt = PlainTitle(text, first.range, isExpected: expectsTitle)
      else { return nil }
      given = doubt.given
      otherGiven = doubt.other
      isTitled = doubt.isTitled
      slash = -1
      end = firstEnd
      return
    }
    otherGiven = 0..<0
    guard firstEnd < text.count, text[firstEnd] == further, further != 0 else {
      given = bare.range
      slash = -1
      isTitled = bare.range.upperBound < firstEnd
      end = firstEnd
      return
    }
    guard bare.range == first.range,
      let second = ScannedName.word(text, from: firstEnd &+ 1),
      let rest = GluedTitle.stripPlain(text, second.range)
    else { return nil }
    // An H at the end tells the holder of a passport for several.
    if second.range.count == 1, text[second.range.lowerBound] == 0x48 { return nil }
    given = first.range.lowerBound..<rest.range.upperBound
    slash = firstEnd
    isTitled = rest.range.upperBound < second.range.upperBound
    end = second.range.upperBound
  }

  private init(_ name: ScannedName, by shift: Int) {
    surname = (name.surname.lowerBound &+ shift)..<(name.surname.upperBound &+ shift)
    given = (name.given.lowerBound &+ shift)..<(name.given.upperBound &+ shift)
    otherGiven = 0..<0
    slash = name.slash < 0 ? -1 : name.slash &+ shift
    isTitled = name.isTitled
    end = name.end &+ shift
  }

  /// The same name at other places.
  func moved(by shift: Int) -> ScannedName { ScannedName(self, by: shift) }

  /// Words with single blanks between, unless they may say that there is no name.
  @inline(__always)
  private static func word(
    _ text: Span<UInt8>, from start: Int
  ) -> (range: Range<Int>, isOne: Bool)? {
    var end = text.endOfLetters(from: start)
    guard end > start else { return nil }
    let first = end
    while end &+ 1 < text.count, text[end] == 0x20 {
      let next = text.endOfLetters(from: end &+ 1)
      guard next > end &+ 1 else { break }
      end = next
    }
    guard end &- start <= Limits.nameBytes, !NameReader.mayBePlaceholder(text, start..<end) else {
      return nil
    }
    return (start..<end, end == first)
  }
}
