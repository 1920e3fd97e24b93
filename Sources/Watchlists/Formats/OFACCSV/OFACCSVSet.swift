internal import Bytes
internal import Records

/// Joins OFAC's tables: the small ones are read first and kept, the main one is read row by row.
struct OFACCSVSet {
  private struct Alias {
    let type: ListedNameType
    let name: String
  }

  private let limits: Limits
  private var collection: RecordCollection
  private var comments: [String: String] = [:]
  private var aliases: [String: [Alias]] = [:]
  private var addressed: Set<String> = []

  init(_ main: WatchlistSource, limits: Limits) {
    self.limits = limits
    collection = RecordCollection(main, limits: limits)
  }

  /// - Parameter source: the table that goes on with Remarks where they end at 1 000 characters.
  mutating func readComments(_ source: WatchlistSource) throws(WatchlistError) {
    try read(source, .comments) { set, id, row throws(WatchlistError) in
      set.comments[id, default: ""] += row.text(1)
    }
  }

  mutating func readAliases(_ source: WatchlistSource) throws(WatchlistError) {
    try read(source, .aliases) { set, id, row throws(WatchlistError) in
      var type = OFACNames.aliasType(ListedText.value(row.text(2)))
      if type == nil {
        set.collection.findings.hold("alias(es) of an unknown type", at: "line \(row.line)")
      }
      set.aliases[id, default: []].append(Alias(type: type.take() ?? .alias, name: row.text(3)))
    }
  }

  /// Addresses are not screened; what they belong to shows whether the files are of one day.
  mutating func readAddresses(_ source: WatchlistSource) throws(WatchlistError) {
    try read(source, .addresses) { set, id, _ throws(WatchlistError) in set.addressed.insert(id) }
  }

  mutating func readMain(_ source: WatchlistSource) throws(WatchlistError) {
    try read(source, .main) { set, id, row throws(WatchlistError) in
      let record = set.record(id, row)
      try set.collection.append(record, line: row.line)
    }
  }

  /// What was read, once all tables are.
  consuming func finished() -> WatchlistContents {
    let entries = Set(collection.records.lazy.map(\.person.entry))
    for (id, aliases) in aliases where !entries.contains(id) {
      for _ in aliases {
        collection.findings.hold(
          "alias(es) of a record that the main table lacks; fetch all files of the set at once")
      }
    }
    for id in addressed where !entries.contains(id) {
      collection.findings.hold(
        "record(s) with an address that the main table lacks; fetch all files of the set at once")
    }
    for (id, _) in comments where !entries.contains(id) {
      collection.findings.hold(
        "comment(s) on a record that the main table lacks; fetch all files of the set at once")
    }
    return collection.finish()
  }

  // MARK: Rows

  private mutating func read(
    _ source: WatchlistSource, _ table: OFACCSVTable,
    _ body: (inout OFACCSVSet, _ id: String, borrowing CSVRow) throws(WatchlistError) -> Void
  ) throws(WatchlistError) {
    var hasEnded = false
    try CSVListReader.read(source, limits: limits) { row throws(WatchlistError) in
      if hasEnded { throw source.refused("goes on behind its end mark; fetch the file again") }
      if row.isEndMark {
        hasEnded = true
        return
      }
      guard row.count == table.rawValue else {
        throw source.refused(
          "line \(row.line): \(row.count) columns instead of \(table.rawValue); fetch the file again"
        )
      }
      let id = row.text(0)
      guard !id.isEmpty, id.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        throw source.refused(
          "line \(row.line) does not begin with a number: OFAC's tables have no header; "
            + "fetch the file again, and do not save it by a spreadsheet")
      }
      try body(&self, id, row)
    }
    if !hasEnded {
      collection.findings.hold(
        "file(s) without OFAC's end mark, to be fetched again: broken off, or saved by another program",
        at: String(source.name))
    }
  }

  private mutating func record(_ id: String, _ row: borrowing CSVRow) -> RecordBuilder {
    var record = RecordBuilder(entry: id, kind: kind(row))
    record.addName(lastFirst: row.text(1), type: .primary)
    for programme in row.text(3).split(separator: "] [") { record.addProgramme(String(programme)) }
    let remarks = row.text(11) + (comments[id] ?? "")
    if ListedText.value(remarks) != nil {
      OFACRemarks.read(remarks, into: &record, &collection.findings)
    }
    for alias in aliases[id] ?? [] {
      record.addName(lastFirst: alias.name, type: alias.type, quality: .strong)
    }
    return record
  }

  private mutating func kind(_ row: borrowing CSVRow) -> ListedKind {
    guard let text = ListedText.value(row.text(2)) else { return .organisation }
    if let kind = OFACNames.kind(text) { return kind }
    collection.findings.hold("record(s) of an unknown type", at: "line \(row.line)")
    return .unknown
  }
}
