import Records

/// How a passenger's birth date relates to what a list knows (contract, `relation` of dates).
enum DateRelation: String, Sendable {
  case equal, dayMonthSwapped, sameYear, withinRange, nearYear, conflict
}

/// One comparison of birth dates.
struct DateComparison: Sendable {
  var relation: DateRelation
  /// Hundredths of a bit.
  var weight: Int
  /// Whether the dates may be one date written or typed in two ways: then looser names are looked at.
  var isCompatible: Bool
}

/// What a list says of a birth date, as it is compared.
struct ListedDay: BitwiseCopyable {
  var interval: DateInterval
  /// No bytes between the fields: they are written to files.
  private var flags: UInt32

  var approximate: Bool { flags != 0 }

  init(interval: DateInterval, approximate: Bool) {
    self.interval = interval
    flags = approximate ? 1 : 0
  }
}

enum BirthDateEvidence {
  /// Years by which an approximate date is widened on both sides.
  static let approximateYears = 2
  /// A typed year is off by at most this much when day and month agree.
  static let nearYears = 2

  /// The strongest relation to any of the listed dates; nil when either side has none.
  static func compare(
    _ date: PartialDate?, _ listed: [ListedBirthDate]
  ) -> (comparison: DateComparison, listed: Int)? {
    guard let date else { return nil }
    var best: (comparison: DateComparison, listed: Int)?
    for (index, entry) in listed.enumerated() {
      let comparison = compare(
        date, ListedDay(interval: entry.interval, approximate: entry.approximate))
      if comparison.weight > (best?.comparison.weight ?? Int.min) { best = (comparison, index) }
    }
    return best
  }

  static func compare(_ date: PartialDate, _ listed: ListedDay) -> DateComparison {
    let from = listed.interval.from
    guard date.isFull, listed.interval.isSingleDay else {
      return compareRange(date, listed)
    }
    if date == from { return made(.equal, ScoreModel.dateEqual, true) }
    if date.year == from.year && date.day == from.month && date.month == from.day {
      return made(.dayMonthSwapped, ScoreModel.dateSwapped, true)
    }
    if listed.approximate { return compareRange(date, listed) }
    let years = abs(date.year - from.year)
    let sameDay = date.day == from.day
    let sameMonth = date.month == from.month
    if years == 0 {
      // 1 January often stands for "only the year is known".
      if isJanuaryFirst(date) || isJanuaryFirst(from) {
        return made(.sameYear, ScoreModel.dateJanuaryFirst, true)
      }
      let weight = sameDay || sameMonth ? ScoreModel.dateSameYearPart : ScoreModel.dateSameYear
      return made(.sameYear, weight, false)
    }
    if years <= nearYears && sameDay && sameMonth {
      return made(.nearYear, ScoreModel.dateNearYearSameDay - 150 * (years - 1), true)
    }
    if years <= 1 { return made(.nearYear, ScoreModel.dateNearYear, false) }
    return made(.conflict, ScoreModel.dateConflict, false)
  }

  /// At least one side is less than a day: it fits or it does not, and a wide range says little.
  private static func compareRange(_ date: PartialDate, _ listed: ListedDay) -> DateComparison {
    let widened = listed.approximate ? approximateYears : 0
    let from = listed.interval.from
    let to = listed.interval.to
    let yearsWide = max(1, max(to.year + widened - (from.year - widened) + 1, 1))
    let low = shifted(from, years: -widened)
    let high = shifted(to, years: widened)
    if date.earliest.packed <= high && date.latest.packed >= low {
      // Month precision is finer than a year: count it as a tenth.
      let isMonth = from.year == to.year && from.month == to.month && widened == 0 && date.month > 0
      let bits = ScoreModel.log2Centibits(ScoreModel.dateSpreadYears, over: yearsWide)
      return made(.withinRange, max(0, bits) + (isMonth ? 350 : 0), true)
    }
    let gap = min(abs(date.year - from.year), abs(date.year - to.year))
    if gap == 0 { return made(.sameYear, ScoreModel.dateSameYear, false) }
    if gap <= 1 { return made(.nearYear, ScoreModel.dateNearYear, false) }
    return made(.conflict, ScoreModel.dateConflict, false)
  }

  private static func shifted(_ date: PartialDate, years: Int) -> Int32 {
    date.packed + Int32(years * 10_000)
  }

  private static func isJanuaryFirst(_ date: PartialDate) -> Bool {
    date.month == 1 && date.day == 1
  }

  private static func made(_ relation: DateRelation, _ weight: Int, _ compatible: Bool)
    -> DateComparison
  {
    DateComparison(relation: relation, weight: weight, isCompatible: compatible)
  }
}
