import Bytes
import Records

/// Dates as airline messages write them. All functions work on bytes and allocate nothing.
enum DateReader {
  /// What a two-digit year is measured against.
  enum Meaning {
    /// Born: the latest century in which the date is not after the reference.
    case birth
    /// Valid until: between 20 years before and 79 after the reference.
    case expiry
    /// Flights and messages: this century.
    case travel
  }

  enum Reading: Equatable {
    case absent
    case impossible
    case date(PartialDate)

    var value: PartialDate? {
      if case .date(let date) = self { return date }
      return nil
    }
  }

  /// A number of up to nine digits; nil for anything else.
  static func integer(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    let range = trim(bytes, range)
    guard !range.isEmpty, range.count <= 18 else { return nil }
    var value = 0
    for index in range {
      guard bytes[index] >= 0x30, bytes[index] <= 0x39 else { return nil }
      guard value < 100_000_000 else { return nil }
      value = value * 10 + Int(bytes[index] - 0x30)
    }
    return value
  }

  /// `YYMMDD`, `CCYYMMDD`, either with a time behind it: the length decides, not the format code.
  static func yearFirst(
    _ bytes: Span<UInt8>, _ range: Range<Int>, reference: PartialDate?, _ meaning: Meaning
  ) -> Reading {
    if range.count == 6, let digits = sixDigits(bytes, range.lowerBound) {
      return date(
        year: digits / 10_000, month: digits / 100 % 100, day: digits % 100, reference, meaning)
    }
    let range = trim(bytes, range)
    if range.isEmpty { return .absent }
    guard allDigits(bytes, range) else { return .impossible }
    let start = range.lowerBound
    switch range.count {
    case 6, 10:
      // Ten digits are YYMMDDHHMM.
      return date(
        year: pair(bytes, start), month: pair(bytes, start + 2), day: pair(bytes, start + 4),
        reference, meaning)
    case 8, 12, 14:
      return plausible(
        full(
          year: pair(bytes, start) * 100 + pair(bytes, start + 2), month: pair(bytes, start + 4),
          day: pair(bytes, start + 6)), reference, meaning)
    case 4 where meaning == .birth:
      let year = pair(bytes, start) * 100 + pair(bytes, start + 2)
      return plausible(full(year: year, month: 0, day: 0), reference, meaning)
    default: return .impossible
    }
  }

  /// ``yearFirst(_:_:reference:_:)`` for the date of a message.
  static func yearFirst(
    _ bytes: Span<UInt8>, _ range: Range<Int>, reference: PartialDate?
  ) -> PartialDate? {
    yearFirst(bytes, range, reference: reference, .travel).value
  }

  /// `DDMMYY` of TVL, this century.
  static func dayFirst(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Reading {
    let range = trim(bytes, range)
    if range.isEmpty { return .absent }
    guard range.count == 6, allDigits(bytes, range) else { return .impossible }
    let start = range.lowerBound
    return date(
      year: pair(bytes, start + 4), month: pair(bytes, start + 2), day: pair(bytes, start), nil,
      .travel)
  }

  /// `DDMMMYY` or `DDMMMYYYY`, the day of one or two digits, the months as ``MonthName`` has them.
  static func withMonthName(
    _ bytes: Span<UInt8>, _ range: Range<Int>, reference: PartialDate?, _ meaning: Meaning
  ) -> Reading {
    let range = trim(bytes, range)
    if range.isEmpty { return .absent }
    var index = range.lowerBound
    var day = 0
    while index < range.upperBound, isDigit(bytes[index]), index < range.lowerBound + 2 {
      day = day * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    guard index > range.lowerBound, range.upperBound - index >= 5 else { return .impossible }
    var month = month(bytes, index)
    var year = (index + 3)..<range.upperBound
    if month == nil, let other = MonthName.other(bytes, index..<range.upperBound) {
      month = other.number
      year = (index + other.count)..<range.upperBound
    }
    guard let month, allDigits(bytes, year) else { return .impossible }
    if year.count == 4 {
      return plausible(
        full(
          year: pair(bytes, year.lowerBound) * 100 + pair(bytes, year.lowerBound + 2),
          month: month, day: day), reference, meaning)
    }
    guard year.count == 2 else { return .impossible }
    return date(year: pair(bytes, year.lowerBound), month: month, day: day, reference, meaning)
  }

  /// Day, month and two-digit year of `DDMMMYY`, not yet tried for a calendar date.
  struct ShortDate {
    var day = 0
    var month = 0
    var year = 0
  }

  /// Splits `DDMMMYY` of exactly seven characters; nil for any other text.
  @inline(__always)
  static func shortDate(_ bytes: Span<UInt8>, _ range: Range<Int>) -> ShortDate? {
    let start = range.lowerBound
    guard range.count == 7 else { return nil }
    guard start &+ 8 <= bytes.count else { return lastShortDate(bytes, start) }
    let word = bytes.doubleWord(at: start)
    // All four digits at once: none of them is over 9.
    let digits = (word & 0xFF_FF00_0000_FFFF) ^ 0x30_3000_0000_3030
    guard (digits &+ 0x76_7600_0000_7676 | digits) & 0x80_8000_0000_8080 == 0,
      let month = MonthName.number(UInt32(truncatingIfNeeded: word &>> 16))
    else { return nil }
    return ShortDate(
      day: Int(truncatingIfNeeded: (digits & 0xF) &* 10 &+ (digits &>> 8 & 0xF)), month: month,
      year: Int(truncatingIfNeeded: (digits &>> 40 & 0xF) &* 10 &+ (digits &>> 48 & 0xF)))
  }

  /// ``shortDate(_:_:)`` at the end of the bytes.
  private static func lastShortDate(_ bytes: Span<UInt8>, _ start: Int) -> ShortDate? {
    guard isDigit(bytes[start]), isDigit(bytes[start &+ 1]), isDigit(bytes[start &+ 5]),
      isDigit(bytes[start &+ 6]), let month = month(bytes, start &+ 2)
    else { return nil }
    return ShortDate(day: pair(bytes, start), month: month, year: pair(bytes, start &+ 5))
  }

  /// What ``withMonthName(_:_:reference:_:)`` makes of a date that was split.
  static func reading(
    _ date: ShortDate, reference: PartialDate?, _ meaning: Meaning
  ) -> Reading {
    self.date(year: date.year, month: date.month, day: date.day, reference, meaning)
  }

  /// Whether the field has the shape `DD?MMMYY(YY)?`, whatever it says.
  static func looksLikeMonthNameDate(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let range = trim(bytes, range)
    guard range.count >= 6, range.count <= 10 else { return false }
    return withMonthName(bytes, range, reference: nil, .travel) != .impossible
      || shape(bytes, range)
  }

  /// `HHMM` (or `HHMMSS`) in minutes after midnight, -1 for anything else.
  static func minute(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int16 {
    let range = trim(bytes, range)
    guard range.count == 4 || range.count == 6, allDigits(bytes, range) else { return -1 }
    let hour = pair(bytes, range.lowerBound)
    let minute = pair(bytes, range.lowerBound + 2)
    return hour < 24 && minute < 60 ? Int16(hour * 60 + minute) : -1
  }

  static func trim(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  static func allDigits(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range where !isDigit(bytes[index]) { return false }
    return !range.isEmpty
  }

  /// The number of six digits; nil for anything else, and at the end of the bytes.
  @inline(__always)
  private static func sixDigits(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    guard start &+ 8 <= bytes.count else { return nil }
    let digits = bytes.doubleWord(at: start) & 0xFFFF_FFFF_FFFF ^ 0x3030_3030_3030
    guard (digits &+ 0x7676_7676_7676 | digits) & 0x8080_8080_8080 == 0 else { return nil }
    // Two digits, then four, are brought together by one product each.
    let pairs = (digits &* 10 &+ digits &>> 8) & 0xFF_00FF_00FF
    return Int(
      truncatingIfNeeded: (pairs & 0xFF) &* 10_000 &+ (pairs &>> 16 & 0xFF) &* 100
        &+ (pairs &>> 32 & 0xFF))
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  @inline(__always)
  static func pair(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    Int(bytes[index] - 0x30) * 10 + Int(bytes[index + 1] - 0x30)
  }

  @inline(__always)
  static func month(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    MonthName.number(
      UInt32(bytes[index]) | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2]) << 16)
  }

  /// A year of four digits; day and month 00 are unknown.
  static func full(year: Int, month: Int, day: Int) -> Reading {
    if year == 0 && month == 0 && day == 0 { return .absent }
    guard (1850...2200).contains(year),
      let date = PartialDate(year: year, month: month, day: month == 0 ? 0 : day)
    else { return .impossible }
    return .date(date)
  }

  private static func date(
    year: Int, month: Int, day: Int, _ reference: PartialDate?, _ meaning: Meaning
  ) -> Reading {
    if year == 0 && month == 0 && day == 0 { return .absent }
    switch meaning {
    case .travel: return full(year: 2000 + year, month: month, day: day)
    case .expiry:
      let around = reference?.year ?? 2030
      var century = 1900 + year
      while century < around - 20 { century += 100 }
      return full(year: century, month: month, day: day)
    case .birth:
      guard let reference else {
        return full(year: (year <= 30 ? 2000 : 1900) + year, month: month, day: day)
      }
      var century = reference.year / 100 * 100 + year
      let packed = Int32(century * 10_000 + month * 100 + day)
      if packed > reference.packed { century -= 100 }
      return full(year: century, month: month, day: day)
    }
  }
}
