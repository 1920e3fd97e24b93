internal import Foundation
public import Records

/// The instant a run takes for "now": from the clock or from `--now`, so that a night can be redone.
public struct RunClock: Sendable, Equatable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int

  public init(seconds: Int) { self.seconds = seconds }

  /// The system's clock.
  public static func system() -> RunClock {
    RunClock(seconds: Int(Date().timeIntervalSince1970.rounded(.down)))
  }

  /// Reads RFC 3339: `2026-11-28T03:00:00Z`, with an offset, with or without fractions of a second.
  public init?(rfc3339 text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, let date = PartialDate(String(text.prefix(10))), date.isFull,
      [0x54, 0x74, 0x20].contains(bytes[10]), bytes[13] == 0x3A, bytes[16] == 0x3A,
      let hour = RunClock.twoDigits(bytes, 11, below: 24),
      let minute = RunClock.twoDigits(bytes, 14, below: 60),
      let second = RunClock.twoDigits(bytes, 17, below: 61)
    else { return nil }
    var index = 19
    if bytes[index] == 0x2E {
      index += 1
      let first = index
      while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
      guard index > first else { return nil }
    }
    guard let offset = RunClock.offset(Array(bytes[index...])) else { return nil }
    let instant = date.dayNumber * 86_400 + hour * 3600 + minute * 60 + min(second, 59) - offset
    // The offset may lead out of the years that a date can hold.
    guard RunClock.isInCalendar(instant) else { return nil }
    seconds = instant
  }

  private static func isInCalendar(_ seconds: Int) -> Bool {
    guard let first = PartialDate(year: 1, month: 1, day: 1),
      let last = PartialDate(year: 9999, month: 12, day: 31)
    else { return false }
    return (first.dayNumber * 86_400..<(last.dayNumber + 1) * 86_400).contains(seconds)
  }

  /// The UTC date.
  public var date: PartialDate {
    let day = Int((Double(seconds) / 86_400).rounded(.down))
    return RunClock.date(dayNumber: day)
  }

  /// `YYYYMMDD` in UTC.
  public var compactDate: String {
    let digits = String(date.packed)
    return String(repeating: "0", count: max(0, 8 - digits.count)) + digits
  }

  /// `YYYY-MM-DDTHH:MM:SSZ`.
  public var rfc3339: String {
    let rest = seconds - date.dayNumber * 86_400
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
    return "\(date)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }

  /// Whole days from a date to this instant; negative for a date that is yet to come.
  public func days(since other: PartialDate) -> Int { date.dayNumber - other.dayNumber }

  private static func twoDigits(_ bytes: [UInt8], _ index: Int, below limit: Int) -> Int? {
    guard bytes.count > index + 1, (0x30...0x39).contains(bytes[index]),
      (0x30...0x39).contains(bytes[index + 1])
    else { return nil }
    let value = Int(bytes[index] - 0x30) * 10 + Int(bytes[index + 1] - 0x30)
    return value < limit ? value : nil
  }

  /// `Z`, `+01:00` or `-05:30` in seconds.
  private static func offset(_ bytes: [UInt8]) -> Int? {
    if bytes == [0x5A] || bytes == [0x7A] { return 0 }
    guard bytes.count == 6, bytes[0] == 0x2B || bytes[0] == 0x2D, bytes[3] == 0x3A,
      let hour = twoDigits(bytes, 1, below: 24), let minute = twoDigits(bytes, 4, below: 60)
    else { return nil }
    return (bytes[0] == 0x2B ? 1 : -1) * (hour * 3600 + minute * 60)
  }

  /// The inverse of ``Records/PartialDate/dayNumber`` (proleptic Gregorian, 400-year eras).
  private static func date(dayNumber: Int) -> PartialDate {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let civilMonth = month < 10 ? month + 3 : month - 9
    let year = yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0)
    guard let date = PartialDate(year: year, month: civilMonth, day: day) else {
      preconditionFailure("a clock outside the years 1 to 9999")
    }
    return date
  }
}
