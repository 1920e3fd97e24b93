import Records

/// Finds the persons whose birth date is compatible with a passenger's; its rules mirror the compatible
/// relations of ``BirthDateEvidence``.
struct BirthDateIndex: Sendable {
  /// A listed birth date: a single day, or days from `low` to `high` with an approximate date widened.
  private struct Dated {
    var person: UInt32
    /// The person has further birth dates, of which another may speak louder.
    var isOneOfSeveral: Bool
    var isDay: Bool
    var low: Int32
    var high: Int32
  }

  /// Persons with a single day, by day of the year and then year, so that the same day in neighbouring
  /// years is one range.
  private var days: [UInt32] = []
  private var dayStarts: [UInt32] = [0]
  private var firstYear = 0
  private var yearCount = 0
  /// Intervals of more than a day, by each year that they touch.
  private var rangesByYear: [Int: [Dated]] = [:]
  /// All by year, for passengers of whom only the year is sure.
  private var byYear: [Int: [Dated]] = [:]
  /// Intervals over more years than a birth date can be unsure by: always visited.
  private var wide: [Dated] = []
  private static let yearsMax = 60

  init(persons: Int, birthDates: (Int) -> [ListedBirthDate]) {
    var single: [(date: PartialDate, person: UInt32)] = []
    for person in 0..<persons {
      let dates = birthDates(person)
      for date in dates {
        if insert(date, UInt32(person), isOneOfSeveral: dates.count > 1) {
          single.append((date.interval.from, UInt32(person)))
        }
      }
    }
    fileDays(single)
  }

  private mutating func fileDays(_ single: [(date: PartialDate, person: UInt32)]) {
    guard let first = single.map(\.date.year).min(), let last = single.map(\.date.year).max() else {
      return
    }
    firstYear = first
    yearCount = last - first + 1
    dayStarts = [UInt32](repeating: 0, count: 12 * 31 * yearCount + 1)
    for (date, _) in single { dayStarts[place(of: date) + 1] += 1 }
    for index in 1..<dayStarts.count { dayStarts[index] += dayStarts[index - 1] }
    var next = dayStarts
    days = [UInt32](repeating: 0, count: single.count)
    for (date, person) in single {
      let place = place(of: date)
      days[Int(next[place])] = person
      next[place] += 1
    }
  }

  private func place(of date: PartialDate) -> Int {
    ((date.month - 1) * 31 + date.day - 1) * yearCount + date.year - firstYear
  }

  /// Files a birth date by year; true if it is a single day, to be filed by day as well.
  private mutating func insert(
    _ date: ListedBirthDate, _ person: UInt32, isOneOfSeveral: Bool
  ) -> Bool {
    let widened = date.approximate ? BirthDateEvidence.approximateYears : 0
    let dated = Dated(
      person: person, isOneOfSeveral: isOneOfSeveral,
      isDay: date.interval.isSingleDay && !date.approximate,
      low: date.interval.from.packed - Int32(widened * 10_000),
      high: date.interval.to.packed + Int32(widened * 10_000))
    let years = date.interval.from.year - widened...date.interval.to.year + widened
    if years.count > Self.yearsMax {
      wide.append(dated)
      return false
    }
    for year in years { byYear[year, default: []].append(dated) }
    if dated.isDay { return true }
    for year in years { rangesByYear[year, default: []].append(dated) }
    return false
  }

  /// Calls `body` with all persons whose birth date is compatible, and with some of whom that has to be
  /// looked at; persons may come twice.
  func visit(_ date: PartialDate, _ body: (_ person: UInt32, _ isSure: Bool) -> Void) {
    visit(wide, date, body)
    guard date.isFull else {
      visit(byYear[date.year] ?? [], date, body)
      return
    }
    visitDays(date, body)
    // 1 January often stands for "only the year is known".
    if date.month == 1 && date.day == 1 {
      visit(byYear[date.year] ?? [], date, body)
    } else {
      visit(rangesByYear[date.year] ?? [], date, body)
    }
  }

  private func visit(
    _ all: [Dated], _ date: PartialDate, _ body: (_ person: UInt32, _ isSure: Bool) -> Void
  ) {
    let earliest = date.earliest.packed
    let latest = date.latest.packed
    for dated in all {
      let isWithin =
        earliest <= dated.high && latest >= dated.low
        || (dated.isDay && date.isFull && date.month == 1 && date.day == 1)
      if isWithin || dated.isOneOfSeveral { body(dated.person, isWithin && !dated.isOneOfSeveral) }
    }
  }

  /// The same day, also with a year mistyped, day and month exchanged, or as 1 January. Any of these outweighs
  /// what a further date of the person may say against it.
  private func visitDays(
    _ date: PartialDate, _ body: (_ person: UInt32, _ isSure: Bool) -> Void
  ) {
    let near = BirthDateEvidence.nearYears
    visitDays(date.year - near...date.year + near, date.month, date.day, body)
    let year = date.year...date.year
    if date.month != date.day && date.day <= 12 { visitDays(year, date.day, date.month, body) }
    if date.month != 1 || date.day != 1 { visitDays(year, 1, 1, body) }
  }

  private func visitDays(
    _ years: ClosedRange<Int>, _ month: Int, _ day: Int,
    _ body: (_ person: UInt32, _ isSure: Bool) -> Void
  ) {
    let first = max(years.lowerBound, firstYear)
    let last = min(years.upperBound, firstYear + yearCount - 1)
    guard first <= last else { return }
    let start = ((month - 1) * 31 + day - 1) * yearCount - firstYear
    for index in Int(dayStarts[start + first])..<Int(dayStarts[start + last + 1]) {
      body(days[index], true)
    }
  }
}
