internal import Bytes
internal import Records

/// The rows of `targets.simple.csv`: one target each, several values of a cell joined by `;`.
struct SimpleTargetsTable {
  private enum Column: String, CaseIterable {
    case id, schema, name, aliases
    case birthDate = "birth_date"
    case countries, addresses, identifiers, sanctions, phones, emails
    case programmes = "program_ids"
    case dataset
    case firstSeen = "first_seen"
    case lastSeen = "last_seen"
    case lastChange = "last_change"
    static let needed: [Column] = [.id, .schema, .name, .aliases, .birthDate]
    /// Not in the tables of before 2025.
    static let recent: [Column] = [.programmes]
  }

  private let source: WatchlistSource
  private var collection: RecordCollection
  /// Where each column stands; empty before the header.
  private var fields: [Column: Int] = [:]
  private var fieldCount = 0

  init(_ source: WatchlistSource, limits: Limits) {
    self.source = source
    collection = RecordCollection(source, limits: limits)
  }

  mutating func add(_ row: borrowing CSVRow) throws(WatchlistError) {
    let line = row.line
    guard row.hasLineEnd else {
      throw source.refused(
        "line \(line): the last line has no line end: it may be broken off; fetch the list again")
    }
    if fields.isEmpty { return try readHeader(row) }
    guard row.count == fieldCount else {
      throw source.refused(
        "line \(line): \(row.count) columns instead of \(fieldCount); fetch the list again")
    }
    guard let id = ListedText.value(text(row, .id)) else {
      throw source.refused("line \(line): a target without an id; fetch the list again")
    }
    switch FTMSchema(text(row, .schema)) {
    case .party(let kind): try list(row, id, kind)
    case .unknown: collection.findings.hold("target(s) of an unknown schema", at: "line \(line)")
    default:
      collection.findings.warn("target(s) that are no person, body, ship or aircraft are left out")
    }
  }

  consuming func finish() -> WatchlistContents {
    let gone = Column.allCases.filter { fields[$0] == nil && !Column.recent.contains($0) }
    var contents = collection.finish()
    for column in gone { contents.holds.append(ListFindings.missingColumn(column.rawValue)) }
    return contents
  }

  private mutating func readHeader(_ row: borrowing CSVRow) throws(WatchlistError) {
    fieldCount = row.count
    source.schema.add(titles: (0..<row.count).map { row.text($0) })
    for index in 0..<row.count {
      let title = ListedText.clean(row.text(index)).lowercased()
      guard let column = Column(rawValue: title) else {
        collection.findings.warn("column(s) of an unknown title are left out")
        continue
      }
      guard fields.updateValue(index, forKey: column) == nil else {
        throw source.refused("column \"\(title)\" is there twice; fetch the list again")
      }
    }
    for column in Column.needed where fields[column] == nil {
      throw source.refused("column \"\(column.rawValue)\" is missing; fetch the list again")
    }
  }

  private mutating func list(
    _ row: borrowing CSVRow, _ id: String, _ kind: ListedKind
  ) throws(WatchlistError) {
    var record = RecordBuilder(entry: id, kind: kind)
    record.addName(text(row, .name), type: .primary)
    for alias in values(row, .aliases) { record.addName(alias, type: .alias) }
    for text in values(row, .birthDate) {
      if let date = PartialDate(isoDateOf: text) {
        record.addBirth(from: date, raw: text, &collection.findings)
      } else {
        record.addUnreadableBirth(&collection.findings)
      }
    }
    // An id of Wikidata, by which OpenSanctions names some targets, is no number of a document.
    for text in values(row, .identifiers) where text != id {
      record.add(.documents(text, type: .other, country: nil), &collection.findings)
    }
    for programme in values(row, .programmes) { record.addProgramme(programme) }
    if !text(row, .countries).isEmpty {
      collection.findings.warn(
        "record(s) with countries, which may be of residence: not taken for nationalities")
    }
    try collection.append(record, line: row.line)
  }

  private func text(_ row: borrowing CSVRow, _ column: Column) -> String {
    fields[column].map { row.text($0) } ?? ""
  }

  /// The values of a cell; one that holds `;` or quotes is quoted within it.
  private func values(_ row: borrowing CSVRow, _ column: Column) -> [String] {
    let text = text(row, column)
    guard text.utf8.contains(0x22) else {
      return text.split(separator: ";").map(String.init)
    }
    var values: [String] = []
    var reader = CSVReader(
      maximumRowBytes: text.utf8.count, maximumFields: text.utf8.count, separator: 0x3B)
    func take(_ row: borrowing CSVRow) {
      for index in 0..<row.count where !row.range(of: index).isEmpty {
        values.append(row.text(index))
      }
    }
    reader.consume(Array(text.utf8).span, take)
    reader.finish(take)
    return values
  }
}
