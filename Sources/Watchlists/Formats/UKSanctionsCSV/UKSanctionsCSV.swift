public import Bytes
public import Records

/// The UK Sanctions List as CSV (reference, A5).
public struct UKSanctionsCSV: WatchlistFormat {
  public let descriptor = FormatDescriptor(
    id: "uk-sanctions-csv", title: "UK Sanctions List (CSV)",
    specification: "UK Sanctions List of the FCDO",
    sampleFolder: "samples/lists/uk-sanctions-csv")

  public init() {}

  public func recognises(_ head: ArraySlice<UInt8>, name: Substring) -> Bool {
    ListHead(head).hasTitles(["Unique ID", "Name 6"])
  }

  public func read(
    _ files: [WatchlistSource], limits: Limits
  ) throws(WatchlistError) -> WatchlistContents {
    try UKCSVTable.read(files[0], [.sanctionsList], limits: limits)
  }
}
