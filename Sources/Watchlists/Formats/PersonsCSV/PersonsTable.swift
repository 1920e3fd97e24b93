internal import Bytes
internal import Records

/// Collects the rows of a table of persons; rows of one `entry` need not follow each other.
struct PersonsTable {
  /// Why the table cannot be used; nothing is read after that.
  private(set) var refusal: String?
  private let limits: Limits
  /// How dates are written; nil for the forms of the contract.
  private let dates: DatePatterns?
  /// The row that is read, by the order of ``Column``; empty where it lacks something.
  private var cells = [String](repeating: "", count: Column.allCases.count)
  /// Field of each column, by the order of ``Column``; -1 where the table lacks it.
  private var fields: [Int]?

  /// The columns that the table has.
  var titles: [String] {
    Column.titles.filter { column in fields.map { $0[column.slot] >= 0 } ?? false }.map(\.rawValue)
  }

  private var fieldCount = 0
  private var persons: [ListedPerson] = []
  private var names: [NameCollection] = []
  private var indexOfEntry: [String: Int] = [:]
  private var contradictoryGenders: Set<Int> = []
  private var holds: [String: (count: Int, line: Int, last: Int)] = [:]
  private var unknownNationalities = 0
  private var otherCalendarDates = 0

  init(limits: Limits, dates: DatePatterns? = nil) {
    self.limits = limits
    self.dates = dates
  }

  mutating func add(_ row: borrowing CSVRow) {
    guard refusal == nil else { return }
    if row.isTooLarge || row.hasUnterminatedQuote {
      refusal = "line \(row.line): a quotation mark is not closed, or the row is too long"
    } else if fields == nil {
      readHeader(row)
    } else if row.count != fieldCount {
      refusal = "line \(row.line): \(row.count) columns instead of \(fieldCount); correct the row"
    } else if let fields {
      for (slot, index) in fields.enumerated() {
        cells[slot] = index < 0 || row.range(of: index).isEmpty ? "" : row.text(index)
      }
      readRow(row.line)
    }
  }

  /// Adds a row whose cells were found by a profile.
  /// - Parameter cells: one for each ``Column``, in their order; several values of one are joined by `|`.
  mutating func add(_ cells: [String], line: Int) {
    guard refusal == nil else { return }
    self.cells = cells
    readRow(line)
  }

  /// The records in the order of their first rows. Records without any name are left out, held.
  consuming func finish() -> WatchlistContents {
    var contents = WatchlistContents()
    contents.entries.reserveCapacity(persons.count)
    for index in persons.indices where !names[index].names.isEmpty {
      var person = persons[index]
      person.names = names[index].names
      if contradictoryGenders.contains(index) { person.gender = .unstated }
      contents.entries.append(person)
    }
    if otherCalendarDates > 0 {
      contents.warnings.append(
        "\(otherCalendarDates) date(s) of birth before \(DayFirstDates.gregorianFrom) are left out")
    }
    if unknownNationalities > 0 {
      contents.warnings.append("\(unknownNationalities) nationality value(s) are no country code")
    }
    if !contradictoryGenders.isEmpty {
      contents.warnings.append("\(contradictoryGenders.count) record(s) with contradicting genders")
    }
    contents.holds = holds.sorted { $0.key < $1.key }.map { text, place in
      "\(place.count) row(s) \(text), the first in line \(place.line); correct the table"
    }
    return contents
  }

  // MARK: Header

  private mutating func readHeader(_ row: borrowing CSVRow) {
    var positions = [Int](repeating: -1, count: Column.allCases.count)
    for index in 0..<row.count {
      let title = ListedText.clean(row.text(index)).lowercased()
      guard let column = Column.titles.first(where: { $0.rawValue == title }) else {
        refusal =
          "line \(row.line): column \(index + 1) has an unknown title; allowed are "
          + Column.titles.map(\.rawValue).joined(separator: ", ")
        return
      }
      guard positions[column.slot] < 0 else {
        refusal = "line \(row.line): column \"\(title)\" is there twice"
        return
      }
      positions[column.slot] = index
    }
    func has(_ column: Column) -> Bool { positions[column.slot] >= 0 }
    if !has(.entry) {
      refusal = "line \(row.line): column \"entry\" is missing; it holds the id of each person"
    } else if !has(.name) && !has(.surname) {
      refusal = "line \(row.line): neither a column \"name\" nor \"surname\" is there"
    }
    fields = positions
    fieldCount = row.count
  }

  // MARK: Rows

  private func value(_ column: Column) -> String? {
    let text = cells[column.slot]
    if text.isEmpty { return nil }
    return column.isName ? ListedText.name(text) : ListedText.value(text)
  }

  private mutating func hold(_ text: String, _ line: Int) {
    var found = holds[text] ?? (0, line, 0)
    // One row of an operator's table may be several here.
    if found.last != line { found.count += 1 }
    found.last = line
    holds[text] = found
  }

  private mutating func readRow(_ line: Int) {
    guard let entry = value(.entry) else { return hold("without an entry", line) }
    let index: Int
    if let last = persons.last, last.entry == entry {
      index = persons.count - 1
    } else if let known = indexOfEntry[entry] {
      index = known
    } else {
      guard persons.count < limits.listRecords else {
        refusal = "more than \(limits.listRecords) records"
        return
      }
      index = persons.count
      indexOfEntry[entry] = index
      persons.append(ListedPerson(entry: entry, kind: kind(line), names: []))
      names.append(NameCollection())
    }
    // Only persons are screened: which of two kinds counts must not depend on the order of the rows.
    if value(.kind) != nil, kind(line) != persons[index].kind {
      hold("with another kind than an earlier row of the entry", line)
    }
    readName(line, index)
    readBirthDates(line, index)
    readGender(line, index)
    if let texts = value(.nationality) { readNationalities(texts, index) }
    if let texts = value(.documentNumber) {
      for number in PersonsTable.parts(texts)
      where !persons[index].documents.contains(
        where: { $0.number == number })
      {
        persons[index].documents.append(ListedDocument(type: "other", number: number))
      }
    }
    if let place = value(.placeOfBirth), !persons[index].placesOfBirth.contains(place) {
      persons[index].placesOfBirth.append(place)
    }
    if persons[index].reference == nil { persons[index].reference = value(.reference) }
  }

  private mutating func readName(_ line: Int, _ index: Int) {
    let surname = value(.surname)
    let given = value(.given)
    let parts = given.map { given in surname.map { given + " " + $0 } ?? given } ?? surname
    guard let full = value(.name) ?? parts else { return hold("without a name", line) }
    let quality: ListedNameQuality
    switch value(.quality)?.lowercased() {
    case nil, "unstated": quality = .unstated
    case "strong": quality = .strong
    case "weak": quality = .weak
    default:
      quality = .unstated
      hold("with a quality other than strong or weak", line)
    }
    guard names[index].names.count < limits.listNamesPerRecord else {
      refusal = "line \(line): more than \(limits.listNamesPerRecord) names of one entry"
      return
    }
    let type: ListedNameType = names[index].names.isEmpty ? .primary : .alias
    names[index].add(
      ListedName(
        full: full, surname: surname, given: given, type: type, quality: quality,
        script: Script.of(full)))
  }

  private mutating func readBirthDates(_ line: Int, _ index: Int) {
    guard let texts = value(.birthDate) else { return }
    for text in PersonsTable.parts(texts) {
      guard let interval = dates?.interval(text) ?? (dates == nil ? Self.interval(text) : nil)
      else {
        hold(
          dates == nil
            ? "with a date of birth that does not exist or is not YYYY-MM-DD, YYYY or YYYY..YYYY"
            : "with a date of birth that does not exist, or fits no pattern of the profile's "
              + "\"dates\", or two of them with different meanings", line)
        continue
      }
      // A year of the Iranian or Islamic calendar read as a Gregorian one would contradict its bearer.
      if interval.from.year < DayFirstDates.gregorianFrom {
        otherCalendarDates += 1
        continue
      }
      guard !persons[index].birthDates.contains(where: { $0.interval == interval }) else {
        continue
      }
      persons[index].birthDates.append(
        ListedBirthDate(interval: interval, approximate: false, raw: text))
    }
  }

  private mutating func kind(_ line: Int) -> ListedKind {
    guard let text = value(.kind) else { return .person }
    if let kind = ListedKind(rawValue: text.lowercased()) { return kind }
    hold("with a kind other than person, organisation, vessel, aircraft or unknown", line)
    return .unknown
  }

  private mutating func readGender(_ line: Int, _ index: Int) {
    guard let text = value(.gender) else { return }
    let gender = text.utf8.count == 1 ? text.utf8.first.map { Gender(letter: $0) } : nil
    guard let gender, gender != .unstated else {
      return hold("with a gender other than M, F or X", line)
    }
    let known = persons[index].gender
    if known != .unstated && known != gender { contradictoryGenders.insert(index) }
    persons[index].gender = gender
  }

  private mutating func readNationalities(_ texts: String, _ index: Int) {
    for text in PersonsTable.parts(texts) {
      let code = text.utf8.count <= 3 ? CountryCode.alpha3(ShortCode(text)) : .none
      if code.isEmpty {
        unknownNationalities += 1
      } else if case let country = code.description, !persons[index].nationalities.contains(country)
      {
        persons[index].nationalities.append(country)
      }
    }
  }
}
