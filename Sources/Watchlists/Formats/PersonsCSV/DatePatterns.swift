internal import Records

/// How an operator's table writes dates: patterns of `D`, `DD`, `M`, `MM`, `YYYY` and what stands between them.
///
/// A year has four digits, so nothing is guessed; zeros in a pattern stand for themselves (`00-00-YYYY`).
struct DatePatterns: Sendable, Equatable {
  private enum Part: Equatable {
    case day(isPadded: Bool)
    case month(isPadded: Bool)
    case year
    case literal(UInt8)

    /// What a date looks like there, whatever it means.
    var shape: String {
      switch self {
      case .day(let isPadded), .month(let isPadded): isPadded ? "99" : "9"
      case .year: "9999"
      case .literal(let byte): String(Unicode.Scalar(byte))
      }
    }

    var isNumber: Bool { if case .literal = self { false } else { true } }
  }

  private var patterns: [[Part]] = []

  /// - Throws: ``Problem`` for a pattern that cannot be read, or two that read one date differently.
  init(_ texts: [String]) throws(Problem) {
    var shapes: Set<String> = []
    for text in texts {
      let pattern = try DatePatterns.parse(text)
      guard !patterns.contains(pattern) else { continue }
      guard shapes.insert(pattern.map(\.shape).joined()).inserted else {
        throw Problem(
          text: "\"\(text)\" and another pattern read the same date differently; give one of both")
      }
      patterns.append(pattern)
    }
  }

  struct Problem: Error { var text: String }

  private static func parse(_ text: String) throws(Problem) -> [Part] {
    let bytes = Array(ListedText.clean(text).utf8)
    var pattern: [Part] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let count = bytes[index...].prefix { $0 == byte }.count
      switch (byte, count) {
      case (0x44, 1...2): pattern.append(.day(isPadded: count == 2))
      case (0x4D, 1...2): pattern.append(.month(isPadded: count == 2))
      case (0x59, 4): pattern.append(.year)
      case (0x59, _):
        throw Problem(text: "\"\(text)\": a year is YYYY; two digits of one are never guessed")
      case (0x41...0x5A, _), (0x61...0x7A, _), (0x31...0x39, _):
        throw Problem(text: "\"\(text)\" may hold D, DD, M, MM, YYYY and what stands between them")
      default:
        pattern.append(.literal(byte))
        index += 1
        continue
      }
      index += count
    }
    let days = pattern.count { if case .day = $0 { true } else { false } }
    let months = pattern.count { if case .month = $0 { true } else { false } }
    guard pattern.count(where: { $0 == .year }) == 1, days <= 1, months <= 1, days <= months else {
      throw Problem(text: "\"\(text)\" must have one YYYY, and a day only beside a month")
    }
    for (part, next) in zip(pattern, pattern.dropFirst()) where next.isNumber {
      if part == .day(isPadded: false) || part == .month(isPadded: false) {
        throw Problem(
          text: "\"\(text)\": behind D and M something must part them from the next number")
      }
    }
    return pattern
  }

  /// The days that a text says: one date, or two around `..`.
  /// - Returns: nil where no pattern fits, two fit with different meanings, or the date does not exist.
  func interval(_ text: String) -> DateInterval? {
    if let date = date(text) { return DateInterval(date) }
    let ends = text.split(separator: "..", omittingEmptySubsequences: false)
    guard ends.count == 2, let first = date(ListedText.clean(String(ends[0]))),
      let last = date(ListedText.clean(String(ends[1])))
    else { return nil }
    return DateInterval(from: first.earliest, to: last.latest)
  }

  private func date(_ text: String) -> PartialDate? {
    let bytes = Array(text.utf8)
    var found: PartialDate?
    for pattern in patterns {
      guard let date = DatePatterns.date(bytes, pattern) else { continue }
      if let found, found != date { return nil }
      found = date
    }
    return found
  }

  private static func date(_ bytes: [UInt8], _ pattern: [Part]) -> PartialDate? {
    var index = 0
    var year = 0
    var month: Int?
    var day: Int?
    func number(_ digits: ClosedRange<Int>) -> Int? {
      let found = bytes[index...].prefix(digits.upperBound).prefix { (0x30...0x39).contains($0) }
      guard digits.contains(found.count) else { return nil }
      index += found.count
      return found.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    for part in pattern {
      switch part {
      case .literal(let byte):
        guard index < bytes.count, bytes[index] == byte else { return nil }
        index += 1
      case .day(let isPadded):
        guard let value = number(isPadded ? 2...2 : 1...2), value > 0 else { return nil }
        day = value
      case .month(let isPadded):
        guard let value = number(isPadded ? 2...2 : 1...2), value > 0 else { return nil }
        month = value
      case .year:
        guard let value = number(4...4) else { return nil }
        year = value
      }
    }
    guard index == bytes.count else { return nil }
    return PartialDate(year: year, month: month ?? 0, day: day ?? 0)
  }
}
