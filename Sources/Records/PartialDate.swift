/// A calendar date of which the day, or the day and the month, may be unknown.
///
/// Proleptic Gregorian. Packed as `year * 10000 + month * 100 + day` with 0 for unknown, so dates
/// of equal precision order as they read.
public struct PartialDate: Hashable, Sendable, BitwiseCopyable, CustomStringConvertible {
  public let packed: Int32

  /// - Returns: nil for a day that no calendar has (30 February), a month over 12, a year outside 1…9999.
  public init?(year: Int, month: Int = 0, day: Int = 0) {
    guard (1...9999).contains(year), (0...12).contains(month) else { return nil }
    guard month > 0 || day == 0 else { return nil }
    if month > 0, (0...28).contains(day) {
      packed = Int32(truncatingIfNeeded: year &* 10_000 &+ month &* 100 &+ day)
      return
    }
    let lastDay = month > 0 ? PartialDate.days(inMonth: month, year: year) : 0
    guard (0...lastDay).contains(day) else { return nil }
    packed = Int32(year * 10_000 + month * 100 + day)
  }

  /// Reads `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(parts.count) else { return nil }
    var values = [0, 0, 0]
    for (index, part) in parts.enumerated() {
      guard part.utf8.count == widths[index], part.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
        let value = Int(part)
      else { return nil }
      if index > 0 && value == 0 { return nil }
      values[index] = value
    }
    self.init(year: values[0], month: values[1], day: values[2])
  }

  public var year: Int { Int(packed) / 10_000 }
  public var month: Int { Int(packed) / 100 % 100 }
  public var day: Int { Int(packed) % 100 }
  public var isFull: Bool { day > 0 }

  /// First possible day.
  public var earliest: PartialDate {
    PartialDate(year: year, month: max(month, 1), day: max(day, 1)) ?? self
  }

  /// Last possible day.
  public var latest: PartialDate {
    let lastMonth = month == 0 ? 12 : month
    let lastDay = day == 0 ? PartialDate.days(inMonth: lastMonth, year: year) : day
    return PartialDate(year: year, month: lastMonth, day: lastDay) ?? self
  }

  /// Days since 1970-01-01 of ``earliest`` (negative before).
  public var dayNumber: Int {
    let first = earliest
    let shifted = first.month <= 2 ? first.year - 1 : first.year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (first.month + (first.month > 2 ? -3 : 9)) + 2) / 5 + first.day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY` (ISO 8601).
  public var description: String {
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    var text = padded(year, 4)
    if month > 0 { text += "-" + padded(month, 2) }
    if day > 0 { text += "-" + padded(day, 2) }
    return text
  }

  public static func days(inMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }
}

/// A span of days, both ends included: what a list knows of a birth date.
public struct DateInterval: Hashable, Sendable, BitwiseCopyable {
  public let from: PartialDate
  public let to: PartialDate

  /// - Parameters: full dates; `from` not after `to`.
  public init?(from: PartialDate, to: PartialDate) {
    guard from.isFull, to.isFull, from.packed <= to.packed else { return nil }
    self.from = from
    self.to = to
  }

  /// The days that a partial date may mean.
  public init(_ date: PartialDate) {
    from = date.earliest
    to = date.latest
  }

  public var isSingleDay: Bool { from == to }
}
