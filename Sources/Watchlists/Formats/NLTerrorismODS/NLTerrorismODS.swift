public import Bytes
public import Records

/// The Dutch national sanctions list terrorism, as published in OpenDocument (reference, A1).
///
/// The file carries no ids, no date and no count, so the register's `published`,
/// `expected_persons` and the last accepted counts are what guards it.
public struct NLTerrorismODS: WatchlistFormat {
  public let descriptor = FormatDescriptor(
    id: "nl-terrorism-ods", title: "Nationale sanctielijst terrorisme (ODS)",
    specification: "Sanctieregeling terrorisme 2007-II; ODF 1.2 (ISO/IEC 26300)",
    sampleFolder: "watchlists/nl-terrorism")

  public init() {}

  public func recognises(_ head: ArraySlice<UInt8>, name: Substring) -> Bool {
    ListHead(head).isZip && name.lowercased().hasSuffix(".ods")
  }

  public func read(
    _ files: [WatchlistSource], limits: Limits
  ) throws(WatchlistError) -> WatchlistContents {
    let source = files[0]
    let sheets = try ODSParser.sheets(of: source, limits: limits)
    for sheet in sheets {
      for (index, row) in sheet.rows.enumerated() {
        guard let header = NLTerrorismHeader(row) else { continue }
        source.schema.add(titles: row.cells.map(\.text))
        try check(header, row: row, path: source.path)
        var table = NLTerrorismTable(header: header, path: source.path, limits: limits)
        for row in sheet.rows[(index + 1)...] { try table.add(row) }
        return table.finish()
      }
    }
    throw .refused(
      path: source.path,
      reason: "no row holds the column titles of the list (Surname, First name(s), Alias, …); "
        + "check that this is the national terrorism list")
  }

  private func check(
    _ header: NLTerrorismHeader, row: SpreadsheetRow, path: String
  ) throws(WatchlistError) {
    if let column = header.duplicates.first {
      throw .refused(
        path: path, reason: "row \(row.number): column \"\(column.rawValue)\" is there twice")
    }
    for column in NLTerrorismHeader.Column.mandatory where header.positions[column] == nil {
      throw .refused(
        path: path, reason: "row \(row.number): column \"\(column.rawValue)\" is missing")
    }
  }
}
