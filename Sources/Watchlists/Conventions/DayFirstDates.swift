internal import Foundation
internal import Records

/// Reads dates as people type them into a Dutch table: day first, never guessed
/// (reference, A1 "Dates").
struct DayFirstDates {
  /// What was read, in the order of the text, each interval once.
  private(set) var dates: [ListedBirthDate] = []
  /// A date stands there that no calendar has (30 February).
  private(set) var hasImpossible = false
  /// Something stands there that is no date in these forms.
  private(set) var hasUnreadable = false

  /// - Parameter text: one cell; several dates separated by `or`, `of`, `;`, `,`, ` / ` or lines.
  init(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      guard let value = ListedText.value(String(line)) else { continue }
      readLine(value)
    }
  }

  private enum Reading {
    case span(PartialDate, PartialDate)
    case impossible, unreadable
  }

  private static let approximations: Set<String> = [
    "ca", "ca.", "circa", "c.", "omstreeks", "ongeveer", "rond", "±", "approximately", "approx.",
    "about", "around",
  ]
  private static let alternatives: Set<String> = [
    "or", "of", "/", "dan", "wel", "en", "and", "en/of",
  ]
  private static let rangeOpeners: Set<String> = ["between", "tussen", "from", "van"]
  private static let rangeMiddles: Set<String> = ["-", "–", "to", "tot", "t/m", "until"]
  private static let months: [[String]] = [
    ["januari", "january", "jan"], ["februari", "february", "feb"],
    ["maart", "march", "mrt", "mar"],
    ["april", "apr"], ["mei", "may"], ["juni", "june", "jun"], ["juli", "july", "jul"],
    ["augustus", "august", "aug"], ["september", "sep", "sept"],
    ["oktober", "october", "okt", "oct"],
    ["november", "nov"], ["december", "dec"],
  ]

  private mutating func readLine(_ line: String) {
    var isApproximate = false
    var isRange = false
    var pieces: [[String]] = [[]]
    let words = line.lowercased().replacing(";", with: " or ").replacing(",", with: " or ")
    for word in words.split(separator: " ").map(String.init) {
      if DayFirstDates.approximations.contains(word) {
        isApproximate = true
      } else if DayFirstDates.rangeOpeners.contains(word) {
        isRange = true
      } else if DayFirstDates.rangeMiddles.contains(word) {
        isRange = true
        pieces.append([])
      } else if DayFirstDates.alternatives.contains(word) {
        pieces.append([])
      } else {
        pieces[pieces.count - 1].append(word)
      }
    }
    // `Between Aug. and Sep. 1977`
    if isRange, pieces.count == 2, pieces[0].count == 1, let year = pieces[1].last,
      DayFirstDates.isDayOrMonth(pieces[0][0]), DayFirstDates.year(year) != nil
    {
      pieces[0].append(year)
    }
    let readings = pieces.filter { !$0.isEmpty }.map { DayFirstDates.read($0) }
    if isRange {
      let span = DayFirstDates.range(readings)
      enter(span, raw: line, isApproximate: isApproximate)
    } else {
      for reading in readings { enter(reading, raw: line, isApproximate: isApproximate) }
      if readings.isEmpty { hasUnreadable = true }
    }
  }

  private mutating func enter(_ reading: Reading, raw: String, isApproximate: Bool) {
    switch reading {
    case .impossible: hasImpossible = true
    case .unreadable: hasUnreadable = true
    case .span(let first, let last):
      guard let interval = DateInterval(from: first.earliest, to: last.latest) else {
        hasImpossible = true
        return
      }
      guard !dates.contains(where: { $0.interval == interval }) else { return }
      dates.append(ListedBirthDate(interval: interval, approximate: isApproximate, raw: raw))
    }
  }

  /// First day of the first part to last day of the last part.
  private static func range(_ readings: [Reading]) -> Reading {
    guard readings.count == 2, case .span(let first, _) = readings[0],
      case .span(_, let last) = readings[1]
    else { return .unreadable }
    return .span(first, last)
  }

  /// One date: `D-M-YYYY` with `-`, `/`, `.` or blanks, `M-YYYY`, `YYYY`, `YYYY-M-D`, a month in words,
  /// or `YYYY-YYYY`. Zero, `xx` and `??` stand for an unknown day or month.
  private static func read(_ words: [String]) -> Reading {
    let parts = words.joined(separator: " ").split { "-–/. ".contains($0) }.map(String.init)
    guard (1...3).contains(parts.count) else { return .unreadable }
    if parts.count == 2, let first = year(parts[0]), let last = year(parts[1]) {
      return date(first, 0, 0, last)
    }
    if parts.count > 1, let first = year(parts[0]) {
      let month = month(parts[1])
      let day = parts.count == 3 ? number(parts[2]) : 0
      guard let month, let day else { return .unreadable }
      return date(first, month, day)
    }
    guard let last = year(parts[parts.count - 1]) else { return .unreadable }
    let month = parts.count > 1 ? month(parts[parts.count - 2]) : 0
    let day = parts.count == 3 ? number(parts[0]) : 0
    guard let month, let day else { return .unreadable }
    return date(last, month, day)
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int, _ lastYear: Int? = nil) -> Reading
  {
    // A day without a month says nothing more than the year.
    guard let first = PartialDate(year: year, month: month, day: month == 0 ? 0 : day) else {
      return .impossible
    }
    guard let lastYear else { return .span(first, first) }
    return PartialDate(year: lastYear).map { .span(first, $0) } ?? .impossible
  }

  /// A year before this one is of another calendar or an error.
  static let gregorianFrom = 1850

  /// Four digits of a Gregorian year.
  private static func year(_ text: String) -> Int? {
    guard text.utf8.count == 4, let value = Int(text), (gregorianFrom...2200).contains(value) else {
      return nil
    }
    return value
  }

  /// One or two digits; 0 for what says "unknown"; nil for everything else.
  private static func number(_ text: String) -> Int? {
    if text.allSatisfy({ $0 == "x" || $0 == "?" }) { return 0 }
    guard text.utf8.count <= 2, let value = Int(text), value >= 0 else { return nil }
    return value
  }

  /// Whether a word is the number of a day or month, or a month in words.
  private static func isDayOrMonth(_ word: String) -> Bool {
    month(word.filter { $0 != "." }) != nil
  }

  private static func month(_ text: String) -> Int? {
    if let index = months.firstIndex(where: { $0.contains(text) }) { return index + 1 }
    return number(text)
  }
}
