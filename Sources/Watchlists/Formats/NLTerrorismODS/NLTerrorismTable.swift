internal import Bytes
internal import Foundation
internal import Records

/// Turns the rows below the header into listed persons.
struct NLTerrorismTable {
  typealias Column = NLTerrorismHeader.Column

  private let header: NLTerrorismHeader
  private let path: String
  private let limits: Limits
  private var contents = WatchlistContents()
  private var seenRows: Set<[String]> = []
  private var rowsPerKey: [String: Int] = [:]
  private var equalRows = 0
  private var impossibleDates = 0
  private var unreadableDates = 0
  private var unreadableDecisions = 0
  private var rowsWithoutName: [Int] = []

  init(header: NLTerrorismHeader, path: String, limits: Limits) {
    self.header = header
    self.path = path
    self.limits = limits
  }

  /// Takes one row below the header.
  /// - Throws: ``WatchlistError/refused(path:reason:)`` when it is repeated beyond the limit.
  mutating func add(_ row: SpreadsheetRow) throws(WatchlistError) {
    let cells = Column.allCases.map { cell(row, $0) }
    if cells.allSatisfy(\.isEmpty) { return }
    guard row.repeated <= limits.listRepeatedRows else {
      throw .refused(
        path: path,
        reason: "row \(row.number) is repeated \(row.repeated) times; fetch the list again")
    }
    if NLTerrorismHeader(row) != nil {
      contents.holds.append("row \(row.number) holds the column titles once more")
      return
    }
    equalRows += row.repeated - 1
    let texts = cells.map { ListedText.clean($0.text) + "\u{0}" + ($0.dateValue ?? "") }
    guard seenRows.insert(texts).inserted else {
      equalRows += 1
      return
    }
    guard let person = person(row) else {
      rowsWithoutName.append(row.number)
      return
    }
    contents.entries.append(person)
  }

  /// The records with what was counted.
  consuming func finish() -> WatchlistContents {
    var contents = self.contents
    func warn(_ count: Int, _ text: String) {
      if count > 0 { contents.warnings.append("\(count) \(text)") }
    }
    warn(equalRows, "row(s) equal another one and were taken as one record")
    warn(impossibleDates, "date(s) of birth that no calendar has: read as unknown")
    warn(unreadableDates, "date(s) of birth that cannot be read: read as unknown")
    warn(unreadableDecisions, "date(s) of decision that cannot be read")
    warn(header.unknown, "column(s) with an unknown title, not read")
    for column in header.missing {
      contents.holds.append(
        "column \"\(column.rawValue)\" is missing; compare with the publication")
    }
    if let first = rowsWithoutName.first {
      contents.holds.append(
        "\(rowsWithoutName.count) row(s) without a name, the first is row \(first)")
    }
    return contents
  }

  private func cell(_ row: SpreadsheetRow, _ column: Column) -> SpreadsheetCell {
    header.positions[column].map { row.cell($0) } ?? SpreadsheetCell()
  }

  /// nil for a row without any name.
  private mutating func person(_ row: SpreadsheetRow) -> ListedPerson? {
    let surname = ListedText.name(cell(row, .surname).text)
    let given = ListedText.name(cell(row, .given).text)
    let full = [given, surname].compactMap(\.self).joined(separator: " ")
    guard !full.isEmpty else { return nil }

    let births = dates(cell(row, .birthDate))
    // An organisation's cell says when it was founded, or nothing.
    let kind: ListedKind = given == nil && births.dates.isEmpty ? .organisation : .person
    let decision = dates(cell(row, .decision))
    if decision.hasImpossible || decision.hasUnreadable { unreadableDecisions += 1 }
    let listedOn = decision.dates.map(\.interval.from).min { $0.packed < $1.packed }

    var names = NameCollection()
    names.add(
      ListedName(
        full: full, surname: surname, given: given, type: .primary, quality: .unstated,
        script: Script.of(full)))
    for alias in NLTerrorismTable.aliases(cell(row, .alias).text) {
      names.add(
        ListedName(full: alias, type: .alias, quality: .unstated, script: Script.of(alias)))
    }

    let rawBirth = ListedText.clean(cell(row, .birthDate).text).lowercased()
    let entry = entryID(surname, given, births.dates, rawBirth, listedOn)
    var person = ListedPerson(entry: entry, kind: kind, names: names.names)
    if kind == .person {
      person.birthDates = births.dates
      impossibleDates += births.hasImpossible ? 1 : 0
      unreadableDates += births.hasUnreadable ? 1 : 0
      person.placesOfBirth = NLTerrorismTable.place(cell(row, .birthPlace).text).map { [$0] } ?? []
    }
    person.listedOn = listedOn
    person.reference = NLTerrorismTable.reference(cell(row, .link))
    person.programmes = ["Sanctieregeling terrorisme 2007-II"]
    return person
  }

  /// The list has no ids: a digest of what identifies a row, in normalised form, so that the same
  /// person keeps the id from file to file whatever the case or the type of the date cell. Further
  /// rows with the same digest get `-2`, `-3` … in the order of the file.
  private mutating func entryID(
    _ surname: String?, _ given: String?, _ births: [ListedBirthDate], _ rawBirth: String,
    _ listedOn: PartialDate?
  ) -> String {
    let spans = births.map { "\($0.interval.from)..\($0.interval.to)" }.sorted()
    let birth = spans.isEmpty ? rawBirth : spans.joined(separator: ";")
    let key = [
      surname?.lowercased() ?? "", given?.lowercased() ?? "", birth, listedOn?.description ?? "",
    ].joined(separator: "|")
    let digest = "nlt-" + SHA256.hex(key).prefix(12)
    let count = (rowsPerKey[digest] ?? 0) + 1
    rowsPerKey[digest] = count
    return count == 1 ? digest : "\(digest)-\(count)"
  }

  private func dates(_ cell: SpreadsheetCell) -> DayFirstDates {
    // The value of a date cell may have a time; a year is often typed as a number.
    if let value = cell.dateValue { return DayFirstDates(String(value.prefix { $0 != "T" })) }
    return DayFirstDates(cell.numberValue ?? cell.text)
  }
}

extension NLTerrorismTable {
  /// Separated by lines, `;` or ` / `.
  static func aliases(_ text: String) -> [String] {
    text.split { $0.isNewline || $0 == ";" }
      .flatMap { ListedText.clean(String($0)).split(separator: " / ") }
      .compactMap { ListedText.value(String($0)) }
  }

  /// A text such as `n/a: Rotterdam` says that there is no place of birth.
  static func place(_ text: String) -> String? {
    guard let place = ListedText.value(text) else { return nil }
    let start = place.lowercased()
    return start.hasPrefix("n/a:") || start.hasPrefix("n.v.t.:") ? nil : place
  }

  /// `Stcrt YEAR, NUMBER` from the link or, without one, from the text; a text without a year is
  /// kept as `Stcrt NUMBER`, because the year of the decision need not be that of the gazette.
  static func reference(_ cell: SpreadsheetCell) -> String? {
    if let link = cell.link?.lowercased(), let start = link.range(of: "stcrt-") {
      let numbers = numbers(in: link[start.upperBound...])
      if numbers.count >= 2, numbers[0].count == 4 { return "Stcrt \(numbers[0]), \(numbers[1])" }
    }
    let text = ListedText.clean(cell.text).lowercased()
    guard let start = text.range(of: "stcrt") else { return nil }
    let numbers = numbers(in: text[start.upperBound...])
    switch numbers.count {
    case 0: return nil
    case 1: return "Stcrt \(numbers[0])"
    default:
      return numbers[0].count == 4 ? "Stcrt \(numbers[0]), \(numbers[1])" : "Stcrt \(numbers[0])"
    }
  }

  private static func numbers(in text: Substring) -> [Substring] {
    text.split { !($0.isASCII && $0.isNumber) }
  }
}
