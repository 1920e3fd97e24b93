internal import Records

/// The records of a list in the making, in the order of the file, and what was noticed on the way.
struct RecordCollection {
  var findings = ListFindings()
  var records: [RecordBuilder] = []
  private let source: WatchlistSource
  private let limits: Limits

  init(_ source: WatchlistSource, limits: Limits) {
    self.source = source
    self.limits = limits
  }

  /// - Parameter line: where the record stands, about.
  /// - Throws: ``WatchlistError/refused(path:reason:)`` beyond the limits of records and of names.
  mutating func append(_ record: RecordBuilder, line: Int) throws(WatchlistError) {
    guard records.count < limits.listRecords else {
      throw source.refused("more than \(limits.listRecords) records")
    }
    guard record.nameCount <= limits.listNamesPerRecord else {
      throw source.refused(
        "line \(line): a record of more than \(limits.listNamesPerRecord) names")
    }
    records.append(record)
  }

  /// The records that have a name.
  consuming func finish(published: PartialDate? = nil) -> WatchlistContents {
    var contents = WatchlistContents()
    contents.published = published
    contents.entries = records.compactMap { $0.finished(&findings) }
    contents.warnings = findings.warningSentences()
    contents.holds = findings.holdSentences()
    return contents
  }
}
