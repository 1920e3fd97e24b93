public import Bytes
public import Records

/// Targets of OpenSanctions as a table (`targets.simple.csv`): no quality of names, gender or kinds of documents.
public struct OpenSanctionsSimpleCSV: WatchlistFormat {
  public let descriptor = FormatDescriptor(
    id: "opensanctions-simple-csv", title: "OpenSanctions targets as a table (CSV)",
    specification: "OpenSanctions targets.simple.csv; RFC 4180",
    sampleFolder: "samples/lists/opensanctions-simple-csv")

  public init() {}

  public func recognises(_ head: ArraySlice<UInt8>, name: Substring) -> Bool {
    ListHead(head).hasTitles(["id", "schema", "name", "aliases", "birth_date"])
  }

  public func read(
    _ files: [WatchlistSource], limits: Limits
  ) throws(WatchlistError) -> WatchlistContents {
    var table = SimpleTargetsTable(files[0], limits: limits)
    try CSVListReader.read(files[0], limits: limits) { row throws(WatchlistError) in
      try table.add(row)
    }
    return table.finish()
  }
}
