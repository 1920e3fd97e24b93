import Bytes
import Records

/// Finds the persons whose birth date is compatible with a passenger's; its rules mirror the compatible
/// relations of ``BirthDateEvidence``.
final class BirthDateIndex: Sendable {
  /// A listed birth date: days from `low` to `high`, packed, with an approximate date widened.
  private struct Dated: BitwiseCopyable {
    var person: UInt32
    var low: Int32
    var high: Int32
    /// No bytes between the fields: they are written to files.
    private var flags: UInt32

    /// The person has further birth dates, of which another may speak louder.
    var isOneOfSeveral: Bool { flags & 1 != 0 }
    var isDay: Bool { flags & 2 != 0 }

    init(_ date: ListedBirthDate, person: UInt32, isOneOfSeveral: Bool, widened: Int) {
      self.person = person
      low = date.interval.from.packed - Int32(widened * 10_000)
      high = date.interval.to.packed + Int32(widened * 10_000)
      flags = (isOneOfSeveral ? 1 : 0) | (BirthDateIndex.isDay(date) ? 2 : 0)
    }
  }

  private let image: MemoryImage
  /// Persons with a single day, by day of the year and then year, so that the same day in neighbouring
  /// years is one range.
  private let days: FlatTable<UInt32>
  private let dayStarts: FlatTable<UInt32>
  /// All by each year that they touch, for passengers of whom only the year is sure; intervals of more than
  /// a day again.
  private let byYear: FlatTable<Dated>
  private let yearStarts: FlatTable<UInt32>
  private let ranges: FlatTable<Dated>
  private let rangeStarts: FlatTable<UInt32>
  /// Intervals over more years than a birth date can be unsure by: always visited.
  private let wide: FlatTable<Dated>
  private let firstYear: Int
  private let yearCount: Int

  private static let yearsMax = 60
  static let sectionCount = 8

  init(_ image: MemoryImage, from section: Int) {
    self.image = image
    days = image.table(section, of: UInt32.self)
    dayStarts = image.table(section + 1, of: UInt32.self)
    byYear = image.table(section + 2, of: Dated.self)
    yearStarts = image.table(section + 3, of: UInt32.self)
    ranges = image.table(section + 4, of: Dated.self)
    rangeStarts = image.table(section + 5, of: UInt32.self)
    wide = image.table(section + 6, of: Dated.self)
    firstYear = Int(image.table(section + 7, of: Int32.self)[0])
    yearCount = yearStarts.count - 1
  }

  // MARK: building

  /// By which persons are numbered, so that those of one birthday lie together.
  static func birthday(_ person: ListedPerson) -> Int32 {
    guard let day = person.birthDates.first(where: isDay)?.interval.from else { return Int32.max }
    return Int32(day.month * 100 + day.day) * 10_000 + Int32(day.year)
  }

  private static func isDay(_ date: ListedBirthDate) -> Bool {
    date.interval.isSingleDay && !date.approximate
  }

  /// Writes the sections; persons in the order of their numbers.
  static func write(_ birthDates: [[ListedBirthDate]], to image: inout ImageWriter) {
    var single: [(date: PartialDate, person: UInt32)] = []
    var all: [(years: ClosedRange<Int>, dated: Dated)] = []
    var wide: [Dated] = []
    for (person, dates) in birthDates.enumerated() {
      for date in dates {
        let widened = date.approximate ? BirthDateEvidence.approximateYears : 0
        let dated = Dated(
          date, person: UInt32(person), isOneOfSeveral: dates.count > 1, widened: widened)
        let years = date.interval.from.year - widened...date.interval.to.year + widened
        if years.count > yearsMax {
          wide.append(dated)
        } else {
          all.append((years, dated))
          if dated.isDay { single.append((date.interval.from, UInt32(person))) }
        }
      }
    }
    let first = all.map(\.years.lowerBound).min() ?? 0
    let count = all.isEmpty ? 0 : (all.map(\.years.upperBound).max() ?? 0) - first + 1
    let (dayStarts, days) = file(
      single.map { (place(of: $0.date, first, count), $0.person) }, places: 372 * count)
    func byYear(_ some: [(years: ClosedRange<Int>, dated: Dated)]) -> ([UInt32], [Dated]) {
      file(some.flatMap { one in one.years.map { ($0 - first, one.dated) } }, places: count)
    }
    let (yearStarts, byYear_) = byYear(all)
    let (rangeStarts, ranges) = byYear(all.filter { !$0.dated.isDay })
    image.add(days)
    image.add(dayStarts)
    image.add(byYear_)
    image.add(yearStarts)
    image.add(ranges)
    image.add(rangeStarts)
    image.add(wide)
    image.add([Int32(first)])
  }

  /// Sorts values by their place, and says where each place begins.
  private static func file<Value>(
    _ values: [(place: Int, value: Value)], places: Int
  ) -> ([UInt32], [Value]) {
    var starts = [UInt32](repeating: 0, count: places + 1)
    for (place, _) in values { starts[place + 1] += 1 }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    let sorted = values.enumerated().sorted {
      ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
    }
    return (starts, sorted.map(\.element.value))
  }

  private static func place(of date: PartialDate, _ firstYear: Int, _ yearCount: Int) -> Int {
    ((date.month - 1) * 31 + date.day - 1) * yearCount + date.year - firstYear
  }

  // MARK: asking

  /// Calls `body` with all persons whose birth date is compatible, and with some more of those with several;
  /// persons may come twice.
  @inline(__always)
  func visit(_ date: PartialDate, _ body: (_ person: UInt32) -> Void) {
    visit(wide, wide.indices, date, body)
    guard date.isFull else {
      visit(byYear, year(date.year, yearStarts), date, body)
      return
    }
    visitDays(date, body)
    // 1 January often stands for "only the year is known".
    if date.month == 1 && date.day == 1 {
      visit(byYear, year(date.year, yearStarts), date, body)
    } else {
      visit(ranges, year(date.year, rangeStarts), date, body)
    }
  }

  /// Asks for where the persons of a day are, ahead of their use.
  func prefetch(_ date: PartialDate) {
    guard date.isFull else { return }
    dayStarts.prefetch(dayPlace(date.month, date.day) + date.year)
  }

  @inline(__always)
  private func dayPlace(_ month: Int, _ day: Int) -> Int {
    ((month - 1) * 31 + day - 1) * yearCount - firstYear
  }

  private func year(_ year: Int, _ starts: FlatTable<UInt32>) -> Range<Int> {
    let place = year - firstYear
    guard place >= 0, place < yearCount else { return 0..<0 }
    return Int(starts[place])..<Int(starts[place + 1])
  }

  @inline(__always)
  private func visit(
    _ all: FlatTable<Dated>, _ range: Range<Int>, _ date: PartialDate, _ body: (UInt32) -> Void
  ) {
    if range.isEmpty { return }
    let earliest = date.earliest.packed
    let latest = date.latest.packed
    let isJanuaryFirst = date.isFull && date.month == 1 && date.day == 1
    for index in range {
      let dated = all[index]
      let isWithin = earliest <= dated.high && latest >= dated.low
      if isWithin || dated.isOneOfSeveral || (dated.isDay && isJanuaryFirst) { body(dated.person) }
    }
  }

  /// The same day, also with a year mistyped, day and month exchanged, or as 1 January.
  @inline(__always)
  private func visitDays(_ date: PartialDate, _ body: (UInt32) -> Void) {
    let near = BirthDateEvidence.nearYears
    visitDays(date.year - near...date.year + near, date.month, date.day, body)
    let year = date.year...date.year
    if date.month != date.day && date.day <= 12 { visitDays(year, date.day, date.month, body) }
    if date.month != 1 || date.day != 1 { visitDays(year, 1, 1, body) }
  }

  @inline(__always)
  private func visitDays(
    _ years: ClosedRange<Int>, _ month: Int, _ day: Int, _ body: (UInt32) -> Void
  ) {
    let first = max(years.lowerBound, firstYear)
    let last = min(years.upperBound, firstYear + yearCount - 1)
    guard first <= last else { return }
    let start = dayPlace(month, day)
    for index in Int(dayStarts[start + first])..<Int(dayStarts[start + last + 1]) {
      body(days[index])
    }
  }
}
