import Records

/// Dates of telegrams, which leave out what a reader of the day knows: the year, or the month as well.
enum TypeBDates {
  /// `01JUN`: the date in a leap year; nil where no calendar has it.
  static func dayAndMonth(_ bytes: Span<UInt8>, _ range: Range<Int>) -> PartialDate? {
    var text: [UInt8] = []
    for index in range { text.append(upperASCII(bytes[index])) }
    text += [0x32, 0x30, 0x30, 0x30]
    let reading = DateReader.withMonthName(
      text.span, 0..<text.count, reference: nil, .travel)
    return reading.value.flatMap { $0.isFull ? $0 : nil }
  }

  /// The date with this day and month that lies nearest to `reference`.
  static func nearest(_ date: PartialDate, to reference: PartialDate) -> PartialDate? {
    let today = reference.dayNumber
    var found: PartialDate?
    var least = Int.max
    // Eight years hold a 29 February, also around 2100.
    for year in (reference.year - 8)...(reference.year + 8) {
      guard let candidate = PartialDate(year: year, month: date.month, day: date.day) else {
        continue
      }
      let distance = abs(candidate.dayNumber - today)
      if distance < least {
        least = distance
        found = candidate
      }
    }
    return found
  }

  /// The date of each day of the month that lies nearest to one day: every connection is told so.
  struct DaysAround {
    private var dates = [PartialDate?](repeating: nil, count: 32)

    init(_ reference: PartialDate?) {
      guard let reference else { return }
      let today = reference.dayNumber
      var least = [Int](repeating: Int.max, count: dates.count)
      for shift in -2...2 {
        let month = reference.year * 12 + reference.month - 1 + shift
        guard let first = PartialDate(year: month / 12, month: month % 12 + 1, day: 1) else {
          continue
        }
        let start = first.dayNumber
        for day in 1...PartialDate.days(inMonth: first.month, year: first.year) {
          let distance = abs(start + day - 1 - today)
          guard distance < least[day] else { continue }
          least[day] = distance
          dates[day] = PartialDate(year: first.year, month: first.month, day: day)
        }
      }
    }

    subscript(day: Int) -> PartialDate? { day < dates.count ? dates[day] : nil }
  }
}

/// The second line of a list: `XX0123/01JUN AMS PART1`, with `AMSJFK` for the board and off points of PTM.
struct TypeBFlightLine {
  /// Carrier, number, suffix and ports; the date is still without its year.
  var leg = FlightLeg()
  /// nil where no calendar has the date.
  var date: PartialDate?
  /// The year, if the line gives one after all.
  var hasYear = false
  /// 0 where the line names no part.
  var part = 0

  /// - Returns: nil for a line of another kind.
  init?(_ bytes: Span<UInt8>, _ line: Range<Int>) {
    let line = DateReader.trim(bytes, line)
    guard line.count >= 8, line.count <= 80, isAlphanumeric(bytes[line.lowerBound]) else {
      return nil
    }
    guard let slash = line.prefix(10).first(where: { bytes[$0] == TypeBLine.slash }) else {
      return nil
    }
    FlightLegReader.setFlight(of: &leg, bytes, line.lowerBound..<slash, carrier: .none)
    guard !leg.carrier.isEmpty, !leg.number.isEmpty else { return nil }
    var end = slash + 1
    while end < line.upperBound, isAlphanumeric(bytes[end]) { end += 1 }
    guard readDate(bytes, (slash + 1)..<end) else { return nil }
    readRest(bytes, end..<line.upperBound)
  }

  /// One or two digits, three letters, perhaps a year.
  private mutating func readDate(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var letters = range.lowerBound
    while letters < range.upperBound, TypeBLine.isDigit(bytes[letters]) { letters += 1 }
    guard (1...2).contains(letters - range.lowerBound), letters + 3 <= range.upperBound else {
      return false
    }
    for index in letters..<(letters + 3) where !isLetter(bytes[index]) { return false }
    if range.upperBound > letters + 3 {
      guard DateReader.allDigits(bytes, (letters + 3)..<range.upperBound) else { return false }
      date = DateReader.withMonthName(bytes, range, reference: nil, .travel).value
      hasYear = date != nil
    } else {
      date = TypeBDates.dayAndMonth(bytes, range)
    }
    return true
  }

  private mutating func readRest(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      var end = index
      while end < range.upperBound, bytes[end] > 0x20 { end += 1 }
      let word = index..<end
      if TypeBLine.starts(bytes, word, with: TypeBLine.part) {
        let digits = DateReader.trim(bytes, (index + 4)..<range.upperBound)
        let first = digits.prefix { TypeBLine.isDigit(bytes[$0]) }
        part = DateReader.integer(bytes, first) ?? 0
        return
      }
      if leg.from.isEmpty, word.count == 3 || word.count == 6,
        word.allSatisfy({ isLetter(bytes[$0]) })
      {
        leg.from = ShortCode(bytes, index..<(index + 3))
        if word.count == 6 { leg.to = ShortCode(bytes, (index + 3)..<end) }
      } else if leg.to.isEmpty, !leg.from.isEmpty, word.count == 3,
        word.allSatisfy({ isLetter(bytes[$0]) })
      {
        leg.to = ShortCode(bytes, word)
      }
      index = end + 1
    }
  }
}
