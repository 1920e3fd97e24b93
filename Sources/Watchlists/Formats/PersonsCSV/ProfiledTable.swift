internal import Bytes
internal import Records

/// The step in front of ``PersonsTable``: the columns and cells of an operator's own table, as its profile tells.
struct ProfiledTable {
  private typealias Column = PersonsTable.Column

  private let profile: TableProfile
  private var table: PersonsTable
  /// What the columns of the file hold, in their order; nil inside for ignored ones.
  private var columns: [PersonsTable.Column?]?
  private var rowCount = 0
  private var emptyRows = 0
  /// How many rows without an id have the same digest.
  private var rowsPerDigest: [String: Int] = [:]

  /// - Throws: ``WatchlistError/refused(path:reason:)``, ``WatchlistError/unreadable(_:)``.
  static func read(
    _ source: WatchlistSource, _ profile: TableProfile, limits: Limits
  ) throws(WatchlistError) -> WatchlistContents {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if let encoding = profile.encoding, source.stream.head(mark.count).elementsEqual(mark) {
      throw source.refused(
        "begins as UTF-8, and the profile says \(encoding.name); correct \"encoding\"")
    }
    var reader = ProfiledTable(profile, limits: limits)
    try CSVListReader.read(
      source, limits: limits, separator: profile.delimiter, quote: profile.quote,
      encoding: profile.encoding
    ) { row throws(WatchlistError) in
      if let refusal = reader.add(row) { throw source.refused(refusal) }
    }
    if let declared = profile.rowCount, declared != reader.rowCount {
      throw source.refused(
        "has \(reader.rowCount) rows, the profile's \"count\" is \(declared); check both")
    }
    return reader.finish()
  }

  private init(_ profile: TableProfile, limits: Limits) {
    self.profile = profile
    table = PersonsTable(limits: limits, dates: profile.dates)
  }

  private consuming func finish() -> WatchlistContents {
    let emptyRows = emptyRows
    let published = profile.published
    var contents = table.finish()
    if emptyRows > 0 { contents.warnings.append("\(emptyRows) empty row(s) are left out") }
    contents.published = published
    return contents
  }

  /// - Returns: why the table cannot be used.
  private mutating func add(_ row: borrowing CSVRow) -> String? {
    guard row.hasLineEnd else {
      return "line \(row.line) has no line end, as if broken off; export the table again"
    }
    guard let columns else {
      if let refusal = readHeader(row) { return refusal }
      return profile.hasHeader ? nil : add(row)
    }
    guard row.count == columns.count else {
      return "line \(row.line): \(row.count) columns instead of \(columns.count); correct the row"
    }
    if row.bytes.allSatisfy({ $0 <= 0x20 }) {
      emptyRows += 1
      return nil
    }
    rowCount += 1
    readRow(row, columns)
    return table.refusal
  }

  /// Finds the columns; texts tell them by number, as what stands there may be a person after all.
  private mutating func readHeader(_ row: borrowing CSVRow) -> String? {
    var found: [PersonsTable.Column?] = []
    var titles: Set<String> = []
    for index in 0..<row.count {
      let title = profile.hasHeader ? TableProfile.key(row.text(index)) : String(index + 1)
      let column = profile.columns[title]
      guard column != nil || profile.ignored.contains(title) else {
        return
          "line \(row.line): column \(index + 1) is neither in the profile's \"columns\" nor in "
          + "\"ignored\"; check the header, then the profile"
      }
      guard titles.insert(title).inserted || column == nil else {
        return "line \(row.line): column \(index + 1) has the title of another one"
      }
      found.append(column)
    }
    if let missing = profile.columns.keys.sorted().first(where: { !titles.contains($0) }) {
      return "line \(row.line): column \"\(missing)\" of the profile is missing; check the header, "
        + "then the profile"
    }
    if let missing = profile.ignored.sorted().first(where: { !titles.contains($0) }),
      !profile.hasHeader
    {
      return "line \(row.line): \(row.count) columns, and the profile ignores column \(missing)"
    }
    columns = found
    return nil
  }

  /// Gives one row for each name of a person, as our own tables have them.
  private mutating func readRow(
    _ row: borrowing CSVRow, _ columns: [PersonsTable.Column?]
  ) {
    var values = [[String]](repeating: [], count: Column.allCases.count)
    for (index, column) in columns.enumerated() {
      if let column { values[column.slot] += profile.values(row.text(index), column) }
    }
    let surname = values[Column.surname.slot].joined(separator: " ")
    let given = values[Column.given.slot].joined(separator: " ")
    var names = values[Column.name.slot].map { (name: $0, surname: "", given: "") }
    if !surname.isEmpty || !given.isEmpty { names.insert(("", surname, given), at: 0) }
    let places = values[Column.placeOfBirth.slot]
    let entry =
      profile.columns.values.contains(.entry)
      ? values[Column.entry.slot].first ?? ""
      : names.first.map { self.entry("\($0.surname)|\($0.given)|\($0.name)", values) } ?? "own"
    for number in 0..<(names.isEmpty ? 1 : max(names.count, places.count)) {
      var cells = [String](repeating: "", count: Column.allCases.count)
      let isFirst = number == 0
      for column in Column.allCases where isFirst || column == .quality {
        cells[column.slot] = values[column.slot].joined(separator: "|")
      }
      let name = number < names.count ? names[number] : names.first ?? ("", "", "")
      cells[Column.entry.slot] = entry
      cells[Column.name.slot] = name.name
      cells[Column.surname.slot] = name.surname
      cells[Column.given.slot] = name.given
      cells[Column.placeOfBirth.slot] = number < places.count ? places[number] : ""
      table.add(cells, line: row.line)
    }
  }

  /// An id for a row of a table without ids: a digest of what identifies it, whatever the case and the form of its
  /// dates. Further rows with the same digest get `-2`, `-3` … in the order of the file.
  private mutating func entry(_ name: String, _ values: [[String]]) -> String {
    let births = values[Column.birthDate.slot].map { text in
      let interval = profile.dates.map { $0.interval(text) } ?? PersonsTable.interval(text)
      return interval.map { "\($0.from)..\($0.to)" } ?? text.lowercased()
    }
    let key = ([name.lowercased()] + births.sorted()).joined(separator: "|")
    let digest = "own-" + SHA256.hex(key).prefix(12)
    let count = rowsPerDigest[digest, default: 0] + 1
    rowsPerDigest[digest] = count
    return count == 1 ? digest : "\(digest)-\(count)"
  }
}
