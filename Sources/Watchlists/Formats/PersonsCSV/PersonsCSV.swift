public import Bytes
public import Records

/// Our own table of persons (contract, section 5): what an operator writes or exports.
///
/// A row that cannot be taken as it stands is the operator's mistake, so the list is held or refused
/// rather than read in part.
public struct PersonsCSV: WatchlistFormat {
  public let descriptor = FormatDescriptor(
    id: "persons-csv", title: "Table of persons (CSV)",
    specification: "pnrscreen contract, section 5; RFC 4180",
    sampleFolder: "watchlists/persons-csv")

  public init() {}

  public func recognises(_ head: ArraySlice<UInt8>, name: Substring) -> Bool {
    ListHead(head).hasTitles(["entry"])
  }

  public func read(
    _ files: [WatchlistSource], limits: Limits
  ) throws(WatchlistError) -> WatchlistContents {
    let source = files[0]
    let bytes = try source.bytes()
    if let problem = ListedBytes.problemAsUTF8(bytes) { throw source.refused(problem) }
    var reader = CSVReader(maximumRowBytes: limits.rowBytes, maximumFields: limits.rowFields)
    var table = PersonsTable(limits: limits)
    reader.consume(bytes.span) { row in table.add(row) }
    reader.finish { row in table.add(row) }
    if let refusal = table.refusal { throw source.refused(refusal) }
    return table.finish()
  }
}
