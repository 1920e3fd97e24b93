internal import Bytes
internal import Records

/// Reads a British table from CSV, row by row.
enum UKCSVTable {
  /// - Throws: ``WatchlistError/refused(path:reason:)``.
  static func read(
    _ source: WatchlistSource, _ layouts: [UKLayout], limits: Limits
  ) throws(WatchlistError) -> WatchlistContents {
    var rows = Rows(table: UKTable(layouts, limits: limits))
    var reader = CSVReader(maximumRowBytes: limits.rowBytes, maximumFields: limits.rowFields)
    while source.stream.next({ bytes in reader.consume(bytes) { row in rows.add(row) } }) {
      if rows.table.refusal != nil { break }
    }
    reader.finish { row in rows.add(row) }
    if let failure = source.stream.failure { throw .unreadable(failure) }
    if let refusal = rows.table.refusal { throw source.refused(refusal) }
    guard rows.table.hasTitles else {
      throw source.refused("the titles of the columns are missing; check that this is the list")
    }
    source.schema.add(titles: rows.table.titles)
    return rows.table.finish()
  }

  private struct Rows {
    var table: UKTable
    private var hasUTF8 = false
    private var hasWindows1252 = false

    init(table: UKTable) { self.table = table }

    mutating func add(_ row: borrowing CSVRow) {
      if table.refusal != nil { return }
      let place = "line \(row.line)"
      if row.isTooLarge || row.hasUnterminatedQuote {
        return table.refuse(
          "\(place): a quotation mark is not closed, or the row is too long; fetch the list again")
      }
      if table.hasTitles, row.count != table.width {
        return table.refuse(
          "\(place): \(row.count) columns instead of \(table.width); fetch the list again")
      }
      if !row.hasLineEnd {
        table.hold("last line(s) without a line end, as if broken off", at: place)
      }
      var cells = [String](repeating: "", count: row.count)
      for index in 0..<row.count where !table.hasTitles || table.readFields.contains(index) {
        guard let text = text(row.bytes[row.range(of: index)]) else {
          return table.refuse("\(place) is not UTF-8; fetch the list again")
        }
        cells[index] = text
      }
      if hasUTF8 && hasWindows1252 {
        return table.refuse("\(place) is in another encoding than a line before; fetch it again")
      }
      table.add(cells, line: row.line)
    }

    private mutating func text(_ bytes: ArraySlice<UInt8>) -> String? {
      if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
      if let text = String(validating: bytes, as: UTF8.self) {
        hasUTF8 = true
        return text
      }
      guard table.layout?.mayBeWindows1252 == true else { return nil }
      hasWindows1252 = true
      return ListedBytes.windows1252(bytes)
    }
  }
}
