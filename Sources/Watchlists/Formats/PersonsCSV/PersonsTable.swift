internal import Bytes
internal import Records

/// Collects the rows of a table of persons; rows of one `entry` need not follow each other.
struct PersonsTable {
  enum Column: String, CaseIterable {
    case entry, name, surname, given, quality
    case birthDate = "birth_date"
    case gender, nationality
    case documentNumber = "document_number"
    case placeOfBirth = "place_of_birth"
    case reference

    var isName: Bool { self == .name || self == .surname || self == .given }
  }

  /// Why the table cannot be used; nothing is read after that.
  private(set) var refusal: String?
  private let limits: Limits
  /// Field of each column, by the order of ``Column``; -1 where the table lacks it.
  private var fields: [Int]?
  private var fieldCount = 0
  private var persons: [ListedPerson] = []
  private var names: [NameCollection] = []
  private var indexOfEntry: [String: Int] = [:]
  private var contradictoryGenders: Set<Int> = []
  private var holds: [String: (count: Int, line: Int)] = [:]
  private var unknownNationalities = 0
  private var otherCalendarDates = 0

  init(limits: Limits) { self.limits = limits }

  mutating func add(_ row: borrowing CSVRow) {
    guard refusal == nil else { return }
    if row.isTooLarge || row.hasUnterminatedQuote {
      refusal = "line \(row.line): a quotation mark is not closed, or the row is too long"
    } else if fields == nil {
      readHeader(row)
    } else if row.count != fieldCount {
      refusal = "line \(row.line): \(row.count) columns instead of \(fieldCount); correct the row"
    } else {
      readRow(row)
    }
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
      guard let column = Column.allCases.firstIndex(where: { $0.rawValue == title }) else {
        refusal =
          "line \(row.line): column \(index + 1) has an unknown title; allowed are "
          + Column.allCases.map(\.rawValue).joined(separator: ", ")
        return
      }
      guard positions[column] < 0 else {
        refusal = "line \(row.line): column \"\(title)\" is there twice"
        return
      }
      positions[column] = index
    }
    func has(_ column: Column) -> Bool { positions[PersonsTable.slot(column)] >= 0 }
    if !has(.entry) {
      refusal = "line \(row.line): column \"entry\" is missing; it holds the id of each person"
    } else if !has(.name) && !has(.surname) {
      refusal = "line \(row.line): neither a column \"name\" nor \"surname\" is there"
    }
    fields = positions
    fieldCount = row.count
  }

  private static func slot(_ column: Column) -> Int {
    switch column {
    case .entry: 0
    case .name: 1
    case .surname: 2
    case .given: 3
    case .quality: 4
    case .birthDate: 5
    case .gender: 6
    case .nationality: 7
    case .documentNumber: 8
    case .placeOfBirth: 9
    case .reference: 10
    }
  }

  // MARK: Rows

  private func value(_ row: borrowing CSVRow, _ column: Column) -> String? {
    guard let index = fields?[PersonsTable.slot(column)], index >= 0 else { return nil }
    let range = row.range(of: index)
    if range.isEmpty { return nil }
    let text = String(decoding: row.bytes[range], as: UTF8.self)
    return column.isName ? ListedText.name(text) : ListedText.value(text)
  }

  private mutating func hold(_ text: String, _ line: Int) {
    holds[text, default: (0, line)].count += 1
  }

  private mutating func readRow(_ row: borrowing CSVRow) {
    guard let entry = value(row, .entry) else { return hold("without an entry", row.line) }
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
      persons.append(ListedPerson(entry: entry, kind: .person, names: []))
      names.append(NameCollection())
    }
    readName(row, index)
    readBirthDates(row, index)
    readGender(row, index)
    if let texts = value(row, .nationality) { readNationalities(texts, index) }
    if let texts = value(row, .documentNumber) {
      for number in PersonsTable.parts(texts)
      where !persons[index].documents.contains(
        where: { $0.number == number })
      {
        persons[index].documents.append(ListedDocument(type: "other", number: number))
      }
    }
    if let place = value(row, .placeOfBirth), !persons[index].placesOfBirth.contains(place) {
      persons[index].placesOfBirth.append(place)
    }
    if persons[index].reference == nil { persons[index].reference = value(row, .reference) }
  }

  private mutating func readName(_ row: borrowing CSVRow, _ index: Int) {
    let surname = value(row, .surname)
    let given = value(row, .given)
    let parts = given.map { given in surname.map { given + " " + $0 } ?? given } ?? surname
    guard let full = value(row, .name) ?? parts else { return hold("without a name", row.line) }
    let quality: ListedNameQuality
    switch value(row, .quality)?.lowercased() {
    case nil, "unstated": quality = .unstated
    case "strong": quality = .strong
    case "weak": quality = .weak
    default:
      quality = .unstated
      hold("with a quality other than strong or weak", row.line)
    }
    guard names[index].names.count < limits.listNamesPerRecord else {
      refusal = "line \(row.line): more than \(limits.listNamesPerRecord) names of one entry"
      return
    }
    let type: ListedNameType = names[index].names.isEmpty ? .primary : .alias
    names[index].add(
      ListedName(
        full: full, surname: surname, given: given, type: type, quality: quality,
        script: Script.of(full)))
  }

  private mutating func readBirthDates(_ row: borrowing CSVRow, _ index: Int) {
    guard let texts = value(row, .birthDate) else { return }
    for text in PersonsTable.parts(texts) {
      guard let interval = PersonsTable.interval(text) else {
        hold(
          "with a date of birth that does not exist or is not YYYY-MM-DD, YYYY or YYYY..YYYY",
          row.line)
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

  private mutating func readGender(_ row: borrowing CSVRow, _ index: Int) {
    guard let text = value(row, .gender) else { return }
    let gender = text.utf8.count == 1 ? text.utf8.first.map { Gender(letter: $0) } : nil
    guard let gender, gender != .unstated else {
      return hold("with a gender other than M, F or X", row.line)
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

  /// Several values of one field, joined by `|`.
  private static func parts(_ text: String) -> [String] {
    if !text.utf8.contains(0x7C) { return [text] }
    return text.split(separator: "|").compactMap { ListedText.value(String($0)) }
  }

  /// `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, or two of them around `..`.
  private static func interval(_ text: String) -> DateInterval? {
    if let date = PartialDate(text) { return DateInterval(date) }
    let parts = text.split(separator: "..", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = PartialDate(String(parts[0])),
      let last = PartialDate(String(parts[1]))
    else { return nil }
    return DateInterval(from: first.earliest, to: last.latest)
  }
}
