internal import Bytes
internal import Records

/// Reads the rows of a list of documents, one at a time: memory holds one of them.
struct DocumentRows {
  enum Column: Int, CaseIterable {
    case type, number, issuer, status, reported, last

    var title: String {
      ["doc_type", "doc_number", "issuing_state", "status", "report_date", "number_to"][rawValue]
    }
  }

  /// Where each column stands; -1 for one that is not there.
  private struct Fields {
    var places = [Int](repeating: -1, count: Column.allCases.count)
    var count = 0

    subscript(column: Column) -> Int {
      get { places[column.rawValue] }
      set { places[column.rawValue] = newValue }
    }
  }

  private let source: WatchlistSource
  private let limits: Limits
  private var fields: Fields?
  private var published: PartialDate?
  private var counts = DocumentCounts()
  private var profile = DocumentProfile()
  private var findings = ListFindings()

  private init(_ source: WatchlistSource, _ limits: Limits) {
    self.source = source
    self.limits = limits
  }

  /// Gives every record that can be compared to `body`, in order; `number` is its text.
  /// - Returns: what was found beside the records.
  /// - Throws: ``WatchlistError/refused(path:reason:)``, and what `body` throws.
  static func read(
    _ source: WatchlistSource, limits: Limits,
    _ body: (DocumentRecord, _ number: () -> String) throws(WatchlistError) -> Void
  ) throws(WatchlistError) -> WatchlistContents {
    var rows = DocumentRows(source, limits)
    try CSVListReader.read(source, limits: limits) { row throws(WatchlistError) in
      try rows.take(row, body)
    }
    return try rows.finish()
  }

  private mutating func take(
    _ row: borrowing CSVRow,
    _ body: (DocumentRecord, _ number: () -> String) throws(WatchlistError) -> Void
  ) throws(WatchlistError) {
    guard let fields else {
      let isComment = row.bytes.first == 0x23
      return isComment ? try readComment(row) : try readHeader(row)
    }
    guard row.count == fields.count else {
      throw refused(row, "\(row.count) columns instead of \(fields.count); correct the row")
    }
    // The end of a number may be missing.
    guard row.hasLineEnd else { throw refused(row, "has no line end; fetch the file again") }
    guard counts.rows < limits.listedDocuments else {
      throw source.refused("more than \(limits.listedDocuments) records")
    }
    counts.rows += 1
    guard let record = record(row, fields) else { return }
    counts.records += 1
    profile.count(record)
    if record.isRange { counts.ranges += 1 }
    guard counts.ranges <= limits.listRecords else {
      throw source.refused("more than \(limits.listRecords) ranges of numbers")
    }
    if let date = record.facts.reported, date.packed > counts.lastReport?.packed ?? 0 {
      counts.lastReport = date
    }
    // The row is only lent, so it is not taken into the closure.
    let bytes = row.bytes
    let (first, last) = (row.range(of: fields[.number]), row.range(of: fields[.last]))
    try body(record) {
      let number = ListedText.clean(String(decoding: bytes[first], as: UTF8.self))
      return record.isRange
        ? "\(number)..\(ListedText.clean(String(decoding: bytes[last], as: UTF8.self)))" : number
    }
  }

  private func refused(_ row: borrowing CSVRow, _ what: String) -> WatchlistError {
    source.refused("line \(row.line): \(what)")
  }

  private consuming func finish() throws(WatchlistError) -> WatchlistContents {
    guard fields != nil else { throw source.refused("holds no row of column titles") }
    if let declared = counts.declared, declared != counts.rows {
      throw source.refused(
        "declares \(declared) records and holds \(counts.rows); fetch the file again")
    }
    source.schema.add(profile.items)
    var contents = WatchlistContents()
    contents.published = published
    contents.documents = counts
    contents.warnings = findings.warningSentences()
    contents.holds = findings.holdSentences().map { $0 + "; correct the file" }
    return contents
  }

  // MARK: What stands above the records

  /// `# records: N` and `# published: YYYY-MM-DD`.
  private mutating func readComment(_ row: borrowing CSVRow) throws(WatchlistError) {
    let text = String(decoding: row.bytes.dropFirst(), as: UTF8.self)
    let parts = text.split(separator: ":", maxSplits: 1).map { ListedText.clean(String($0)) }
    let value = parts.count == 2 ? parts[1] : ""
    switch parts.first?.lowercased() {
    case "records":
      guard counts.declared == nil, !value.isEmpty, value.utf8.allSatisfy({ (0x30...0x39) ~= $0 }),
        let number = Int(value)
      else { throw refused(row, "is no declared number such as \"# records: 1200\"; correct it") }
      counts.declared = number
    case "published":
      guard published == nil, let date = PartialDate(value), date.isFull else {
        throw refused(row, "is no date such as \"# published: 2026-11-20\"; correct it")
      }
      published = date
    default: findings.warn("comment(s) above the column titles are not read")
    }
  }

  private mutating func readHeader(_ row: borrowing CSVRow) throws(WatchlistError) {
    var fields = Fields()
    for index in 0..<row.count {
      let title = ListedText.clean(row.text(index)).lowercased()
      guard let column = Column.allCases.first(where: { $0.title == title }) else {
        let known = Column.allCases.map(\.title).joined(separator: ", ")
        throw refused(row, "column \(index + 1) has an unknown title; allowed are \(known)")
      }
      guard fields[column] < 0 else {
        throw refused(row, "column \"\(column.title)\" is there twice")
      }
      fields[column] = index
    }
    for column in Column.allCases where column != .last && fields[column] < 0 {
      throw refused(row, "column \"\(column.title)\" is missing")
    }
    fields.count = row.count
    source.schema.add(titles: Column.allCases.filter { fields[$0] >= 0 }.map(\.title))
    self.fields = fields
  }

  // MARK: Records

  /// - Returns: nil, and held, for a row that says no document.
  private mutating func record(_ row: borrowing CSVRow, _ fields: Fields) -> DocumentRecord? {
    let bytes = row.bytes.span
    func hold(_ what: String, _ findings: inout ListFindings) -> DocumentRecord? {
      findings.hold(what, at: "line \(row.line)")
      return nil
    }
    let type = ShortCode(bytes, row.range(of: fields[.type]))
    guard row.range(of: fields[.type]).count <= 8, let type = TravelDocumentType(listed: type)
    else {
      return hold("row(s) of an unknown doc_type", &findings)
    }
    let issuing = row.range(of: fields[.issuer])
    let code = ShortCode(bytes, issuing)
    let issuer = CountryCode.alpha3(code)
    guard issuing.count <= 8, code.isEmpty || !issuer.isEmpty else {
      return hold("row(s) of an unknown issuing_state", &findings)
    }
    guard let status = DocumentRows.status(bytes, row.range(of: fields[.status])) else {
      return hold("row(s) of an unknown status", &findings)
    }
    let reported = row.range(of: fields[.reported])
    let date = DocumentRows.date(bytes, reported)
    if date == nil {
      guard reported.isEmpty else {
        return hold("row(s) of a report_date that does not exist or is not YYYY-MM-DD", &findings)
      }
      findings.warn("record(s) without a report_date")
    }
    let end = row.range(of: fields[.last])
    let number = bytes.extracting(row.range(of: fields[.number]))
    if let doubt = DocumentNumberDoubt(number) ?? DocumentNumberDoubt(bytes.extracting(end)) {
      return hold(doubt.sentence, &findings)
    }
    guard let first = DocumentNumber.packed(number, isEndOfRange: !end.isEmpty) else {
      return hold(
        "row(s) with a doc_number of fewer than \(DocumentNumber.lettersMin) letters and digits, or of one "
          + "sign only", &findings)
    }
    func facts(digits: Int = 0) -> DocumentFacts {
      DocumentFacts(
        type: type, issuer: issuer == ShortCode("XXX") ? .none : issuer, status: status,
        reported: date, digits: digits)
    }
    if end.isEmpty { return DocumentRecord(first: first, last: first, facts: facts()) }
    guard let last = DocumentNumber.packed(bytes.extracting(end), isEndOfRange: true),
      let range = DocumentRange(first: first, last: last), range.count <= limits.documentsPerRange
    else {
      return hold(
        "row(s) of which number_to ends no range: both numbers must have the same signs up to their last digits, "
          + "and at most \(limits.documentsPerRange) numbers lie between", &findings)
    }
    return DocumentRecord(
      first: first, last: last, facts: facts(digits: range.digits), width: range.count)
  }

  private static func status(_ bytes: Span<UInt8>, _ range: Range<Int>) -> DocumentStatus? {
    for status in DocumentStatus.allCases where status.code.utf8.count == range.count {
      var place = range.lowerBound
      for byte in status.code.utf8 {
        if bytes[place] | 0x20 != byte | 0x20 { break }
        place += 1
      }
      if place == range.upperBound { return status }
    }
    return nil
  }

  /// `YYYY-MM-DD`.
  private static func date(_ bytes: Span<UInt8>, _ range: Range<Int>) -> PartialDate? {
    guard range.count == 10 else { return nil }
    var values = (0, 0, 0)
    for place in 0..<10 {
      let byte = bytes[range.lowerBound + place]
      if place == 4 || place == 7 {
        guard byte == 0x2D else { return nil }
        continue
      }
      guard (0x30...0x39).contains(byte) else { return nil }
      let digit = Int(byte) - 0x30
      if place < 4 {
        values.0 = values.0 * 10 + digit
      } else if place < 7 {
        values.1 = values.1 * 10 + digit
      } else {
        values.2 = values.2 * 10 + digit
      }
    }
    guard DocumentFacts.years.contains(values.0), values.1 > 0, values.2 > 0 else { return nil }
    return PartialDate(year: values.0, month: values.1, day: values.2)
  }
}
