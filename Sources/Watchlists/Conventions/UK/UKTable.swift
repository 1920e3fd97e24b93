internal import Records

/// Collects the rows of a table of the United Kingdom: a line with the date, the column titles, and rows of which
/// several, in any order, tell of one record.
struct UKTable {
  private let layouts: [UKLayout]
  private let limits: Limits
  /// Why the table cannot be used; nothing is read after that.
  private(set) var refusal: String?
  /// The layout of which the titles are.
  private(set) var layout: UKLayout?
  /// The titles of all columns, in lower case.
  private(set) var titles: [String] = []
  private var fields: [UKColumn: Int] = [:]
  private(set) var width = 0
  private var published: PartialDate?
  private var records: [UKRecord] = []
  private var indexOfEntry: [String: Int] = [:]
  private var findings = ListFindings()

  init(_ layouts: [UKLayout], limits: Limits) {
    self.layouts = layouts
    self.limits = limits
  }

  var hasTitles: Bool { layout != nil }
  /// Which fields are read, by number; empty before the titles.
  private(set) var readFields: Set<Int> = []

  mutating func refuse(_ reason: String) { if refusal == nil { refusal = reason } }
  mutating func hold(_ what: String, at place: String) { findings.hold(what, at: place) }

  /// - Parameter cells: as many as the row has; those of columns that are not read may be empty.
  mutating func add(_ cells: [String], line: Int) {
    if refusal != nil || cells.allSatisfy(\.isEmpty) { return }
    guard layout == nil else { return readRow(cells, "line \(line)") }
    let titles = cells.map { ListedText.clean($0).lowercased() }
    if let layout = layouts.max(by: { $0.count(in: titles) < $1.count(in: titles) }),
      layout.count(in: titles) > 4
    {
      readTitles(titles, layout, line)
    } else if published == nil {
      let text = ListedText.clean(cells.joined(separator: " "))
      let date = text.drop { !$0.isNumber }
      published = DayFirstDates(String(date)).dates.first.map(\.interval.from)
      if published == nil { refuse("line \(line): neither a date nor the titles of the columns") }
    } else {
      refuse("line \(line): the titles of the columns are missing; check that this is the list")
    }
  }

  private mutating func readTitles(_ titles: [String], _ layout: UKLayout, _ line: Int) {
    self.layout = layout
    self.titles = titles
    width = titles.count
    for (index, title) in titles.enumerated() {
      if let column = layout.columns[title] {
        if fields[column] != nil { refuse("line \(line): column \"\(title)\" is there twice") }
        fields[column] = index
      } else if !title.isEmpty, !layout.others.contains(title) {
        findings.warn("column(s) with an unknown title, not read")
      }
    }
    for (title, column) in layout.columns.sorted(by: { $0.key < $1.key })
    where fields[column] == nil {
      refuse("line \(line): column \"\(title)\" is missing; fetch the list again")
    }
    readFields = Set(fields.values)
  }

  private mutating func readRow(_ cells: [String], _ place: String) {
    func value(_ column: UKColumn) -> String? {
      guard let index = fields[column], index < cells.count else { return nil }
      let text = cells[index]
      return column.isName ? ListedText.name(text) : ListedText.value(text)
    }
    guard let entry = value(.entry) else { return findings.hold("row(s) without an id", at: place) }
    if cells.contains(where: ListedText.isDamaged) {
      return refuse("\(place) holds U+FFFD or control characters; fetch the list again")
    }
    let index: Int
    if let known = indexOfEntry[entry] {
      index = known
    } else {
      guard records.count < limits.listRecords else {
        return refuse("more than \(limits.listRecords) records")
      }
      index = records.count
      indexOfEntry[entry] = index
      records.append(UKRecord(entry: entry))
    }
    records[index].setKind(value(.kind), at: place, &findings)
    let forenames = [UKColumn.name1, .name2, .name3, .name4, .name5].map { value($0) }
    records[index].addName(
      value(.name6), forenames: forenames, type: value(.nameType), strength: value(.strength),
      at: place, &findings)
    records[index].addNonLatin(value(.nonLatin))
    records[index].addBirth(value(.birth), &findings)
    records[index].addNationality(value(.nationality), &findings)
    records[index].addPlace(town: value(.town), country: value(.country))
    records[index].addGender(value(.gender))
    records[index].addListing(value(.designated), &findings)
    records[index].addListing(value(.listed), &findings)
    records[index].addProgramme(value(.regime))
    records[index].addOtherInformation(value(.information))
    let proseHasNumbers = fields[.passport] == nil
    let details = [value(.passportDetails), value(.identityDetails)]
    records[index].addDocument(
      .passport, number: proseHasNumbers ? details[0] : value(.passport),
      details: proseHasNumbers ? nil : details[0], &findings)
    records[index].addDocument(
      .nationalId, number: proseHasNumbers ? details[1] : value(.identity),
      details: proseHasNumbers ? nil : details[1], &findings)
  }

  /// The records in the order of their first rows.
  consuming func finish() -> WatchlistContents {
    var contents = WatchlistContents()
    var findings = self.findings
    if published == nil { findings.hold("line(s) with the date of the list missing") }
    contents.published = published
    contents.entries = records.compactMap { $0.finished(&findings) }
    contents.warnings = findings.warningSentences()
    contents.holds = findings.holdSentences()
    return contents
  }
}
