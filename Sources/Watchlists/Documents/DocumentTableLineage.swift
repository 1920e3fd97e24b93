internal import Bytes
internal import Records

/// What a ``DocumentTable`` was made of, and what was found beside its records: lines of a key and its values.
struct DocumentTableLineage: Equatable {
  /// Of the list's file, unpacked.
  var sha256: String
  var counts: DocumentCounts
  var published: PartialDate?
  var warnings: [String]
  var holds: [String]
  /// Of the file, unpacked.
  var byteCount: Int
  var schema: ListSchema

  init(
    sha256: String, _ contents: WatchlistContents, byteCount: Int = 0,
    schema: ListSchema = ListSchema()
  ) {
    self.sha256 = sha256
    self.byteCount = byteCount
    self.schema = schema
    counts = contents.documents ?? DocumentCounts()
    published = contents.published
    warnings = contents.warnings
    holds = contents.holds
  }

  /// - Returns: nil for text of something else, or of another version.
  init?(_ table: FlatTable<UInt8>) {
    let text = table.withSpan(table.indices) { span in
      String(decoding: span.indices.map { span[$0] }, as: UTF8.self)
    }
    var values: [Substring: [String]] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 1)
      if parts.count == 2 { values[parts[0], default: []].append(String(parts[1])) }
    }
    func number(_ key: Substring) -> Int? { values[key]?.first.flatMap { Int($0) } }
    func date(_ key: Substring) -> PartialDate? {
      values[key]?.first.flatMap { PartialDate($0) }
    }
    guard number("documents") == DocumentTable.version, let sha256 = values["sha256"]?.first,
      let rows = number("rows"), let records = number("records"), let ranges = number("ranges"),
      let byteCount = number("bytes")
    else { return nil }
    self.sha256 = sha256
    counts = DocumentCounts()
    (counts.rows, counts.records, counts.ranges) = (rows, records, ranges)
    counts.declared = number("declared")
    counts.lastReport = date("lastReport")
    published = date("published")
    warnings = values["warning"] ?? []
    holds = values["hold"] ?? []
    self.byteCount = byteCount
    schema = ListSchema(text: (values["item"] ?? []).joined(separator: "\n"))
  }

  var bytes: [UInt8] {
    var lines: [(String, String?)] = [
      ("documents", "\(DocumentTable.version)"), ("sha256", sha256), ("rows", "\(counts.rows)"),
      ("records", "\(counts.records)"), ("ranges", "\(counts.ranges)"),
      ("declared", counts.declared.map { "\($0)" }),
      ("lastReport", counts.lastReport?.description), ("published", published?.description),
      ("bytes", "\(byteCount)"),
    ]
    lines += schema.text.split(separator: "\n").map { ("item", String($0)) }
    lines += warnings.map { ("warning", $0) } + holds.map { ("hold", $0) }
    return Array(lines.compactMap { key, value in value.map { "\(key)\t\($0)\n" } }.joined().utf8)
  }
}
