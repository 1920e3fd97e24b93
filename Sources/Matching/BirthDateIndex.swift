import Records

/// Finds the persons whose birth date may be compatible with a passenger's.
///
/// It may return more than are compatible, never fewer: the comparison itself decides. Its rules
/// mirror the compatible relations of ``BirthDateEvidence``.
struct BirthDateIndex: Sendable {
  /// Persons by single day.
  private var byDay: [Int32: [UInt32]] = [:]
  /// Persons by each year that an interval of more than a day touches, widened if approximate.
  private var rangesByYear: [Int: [UInt32]] = [:]
  /// All persons by year, for passengers of whom only the year is sure.
  private var byYear: [Int: [UInt32]] = [:]
  /// Persons with an interval over more years than a birth date can be unsure by: always visited.
  private var wide: [UInt32] = []
  private static let yearsMax = 60

  init(persons: Int, birthDates: (Int) -> [ListedBirthDate]) {
    for person in 0..<persons {
      for date in birthDates(person) { insert(date, UInt32(person)) }
    }
  }

  private mutating func insert(_ date: ListedBirthDate, _ person: UInt32) {
    let widened = date.approximate ? BirthDateEvidence.approximateYears : 0
    let years = date.interval.from.year - widened...date.interval.to.year + widened
    if years.count > Self.yearsMax {
      wide.append(person)
      return
    }
    for year in years { byYear[year, default: []].append(person) }
    if date.interval.isSingleDay && !date.approximate {
      byDay[date.interval.from.packed, default: []].append(person)
    } else {
      // A single approximate day is compared as a day, so it stands in both.
      byDay[date.interval.from.packed, default: []].append(person)
      for year in years { rangesByYear[year, default: []].append(person) }
    }
  }

  func visit(_ date: PartialDate, _ body: (UInt32) -> Void) {
    for person in wide { body(person) }
    guard date.isFull, !(date.month == 1 && date.day == 1) else {
      for person in byYear[date.year] ?? [] { body(person) }
      if date.isFull { visitDays(date, body) }
      return
    }
    visitDays(date, body)
    for person in rangesByYear[date.year] ?? [] { body(person) }
  }

  private func visitDays(_ date: PartialDate, _ body: (UInt32) -> Void) {
    var days: [Int32] = []
    for offset in -BirthDateEvidence.nearYears...BirthDateEvidence.nearYears {
      days.append(date.packed + Int32(offset * 10_000))
    }
    if let swapped = PartialDate(year: date.year, month: date.day, day: date.month) {
      days.append(swapped.packed)
    }
    days.append(Int32(date.year * 10_000 + 101))
    for (index, day) in days.enumerated() where !days[..<index].contains(day) {
      for person in byDay[day] ?? [] { body(person) }
    }
  }
}
