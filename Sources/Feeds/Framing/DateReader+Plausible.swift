import Records

extension PartialDate {
  /// Whether somebody born on this day is under two years of age.
  @inline(__always)
  func isUnderTwo(at reference: PartialDate) -> Bool { reference.packed &- packed < 2_00_00 }

  /// Whether somebody born on this day is under three, as an infant may be who was entered as one earlier.
  func isUnderThree(at reference: PartialDate) -> Bool { reference.packed &- packed < 3_00_00 }
}

extension DateReader {
  /// Nobody who travels was born in a later year than that of the flight, or so long ago: such a date would
  /// speak against the right person.
  static func plausible(
    _ reading: Reading, _ reference: PartialDate?, _ meaning: Meaning
  ) -> Reading {
    guard meaning == .birth, let date = reading.value else { return reading }
    return (earliestBirth...(reference?.year ?? 2200)).contains(date.year) ? reading : .impossible
  }

  /// ``withMonthName(_:_:reference:_:)``, and forms in digits that can be read in one way only: `YYYY-MM-DD`,
  /// `DDMMYYYY`, `YYYYMMDD`.
  static func written(
    _ bytes: Span<UInt8>, _ range: Range<Int>, reference: PartialDate?, _ meaning: Meaning
  ) -> Reading {
    let reading = withMonthName(bytes, range, reference: reference, meaning)
    guard reading == .impossible else { return reading }
    let range = trim(bytes, range)
    let start = range.lowerBound
    func isHyphen(_ place: Int) -> Bool { bytes[start + place] == 0x2D }
    if range.count == 10, isHyphen(4), isHyphen(7), allDigits(bytes, start..<(start + 4)),
      allDigits(bytes, (start + 5)..<(start + 7)), allDigits(bytes, (start + 8)..<range.upperBound)
    {
      return full(bytes, year: start, month: start + 5, day: start + 8, reference, meaning)
    }
    guard range.count == 8, allDigits(bytes, range) else { return .impossible }
    let dayFirst = full(bytes, year: start + 4, month: start + 2, day: start, reference, meaning)
    let yearFirst = full(bytes, year: start, month: start + 4, day: start + 6, reference, meaning)
    if dayFirst == .impossible { return yearFirst }
    return yearFirst == .impossible ? dayFirst : .impossible
  }

  /// A date whose parts begin at these places.
  private static func full(
    _ bytes: Span<UInt8>, year: Int, month: Int, day: Int, _ reference: PartialDate?,
    _ meaning: Meaning
  ) -> Reading {
    plausible(
      full(
        year: pair(bytes, year) * 100 + pair(bytes, year + 2), month: pair(bytes, month),
        day: pair(bytes, day)), reference, meaning)
  }

  /// Whether a text is a day, a month and digits, of whatever date.
  static func shape(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound, isDigit(bytes[index]) { index += 1 }
    guard index > range.lowerBound, index <= range.lowerBound + 2,
      range.upperBound - index >= 5, month(bytes, index) != nil
    else { return false }
    return allDigits(bytes, (index + 3)..<range.upperBound)
  }

  /// Whether the year of a date with the name of its month has two digits: a letter is before them.
  static func hasShortYear(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let range = trim(bytes, range)
    guard range.count > 4 else { return false }
    let last = bytes[range.upperBound - 3]
    return isLetter(last) || last >= 0x80
  }

  private static let earliestBirth = 1890
}
