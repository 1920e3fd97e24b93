internal import Records

/// A date as OFAC writes it: `dd Mon yyyy`, `Mon yyyy`, `yyyy`, two of them around `to`, `yyyy-yyyy`; `circa` in
/// front of it makes it approximate.
struct MonthNameDate {
  let from: PartialDate
  /// The same as ``from`` for a single date.
  let to: PartialDate
  let isApproximate: Bool

  /// - Returns: nil for what has none of these forms, or is a day that no calendar has.
  init?(_ text: String) {
    var isApproximate = false
    var points: [[Substring]] = [[]]
    for word in text.replacing("-", with: " to ").lowercased().split(separator: " ") {
      switch word {
      case "circa": isApproximate = true
      case "to": points.append([])
      default: points[points.count - 1].append(word)
      }
    }
    guard points.count <= 2, let first = MonthNameDate.point(points[0]),
      let last = MonthNameDate.point(points[points.count - 1])
    else { return nil }
    from = first
    to = last
    self.isApproximate = isApproximate
  }

  /// `[[dd] Mon] yyyy`
  private static func point(_ words: [Substring]) -> PartialDate? {
    guard (1...3).contains(words.count), let year = number(words[words.count - 1], digits: 4...4)
    else { return nil }
    if words.count == 1 { return PartialDate(year: year) }
    guard let month = month(words[words.count - 2]) else { return nil }
    if words.count == 2 { return PartialDate(year: year, month: month) }
    guard let day = number(words[0], digits: 1...2), day > 0 else { return nil }
    return PartialDate(year: year, month: month, day: day)
  }

  private static func number(_ word: Substring, digits: ClosedRange<Int>) -> Int? {
    digits.contains(word.utf8.count) && word.utf8.allSatisfy { (0x30...0x39).contains($0) }
      ? Int(word) : nil
  }

  /// From its first three letters, or its whole name.
  private static func month(_ word: Substring) -> Int? {
    guard word.count >= 3 else { return nil }
    return months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}

extension RecordBuilder {
  /// Adds a date of birth as OFAC writes it; one that cannot be read is left out, and counted.
  mutating func addBirth(monthName text: String, _ findings: inout ListFindings) {
    guard let date = MonthNameDate(text) else { return addUnreadableBirth(&findings) }
    addBirth(
      from: date.from, to: date.to, isApproximate: date.isApproximate, raw: text, &findings)
  }
}
