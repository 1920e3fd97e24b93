public import Bytes
public import Records

/// The consolidated list of OFSI (ConList) as CSV, in its layouts before and since 2022 (reference, A5).
public struct UKConListCSV: WatchlistFormat {
  public let descriptor = FormatDescriptor(
    id: "uk-conlist-csv", title: "OFSI consolidated list (CSV)",
    specification: "ConList of OFSI, closed in 2026",
    sampleFolder: "samples/lists/uk-conlist-csv")

  public init() {}

  public func recognises(_ head: ArraySlice<UInt8>, name: Substring) -> Bool {
    ListHead(head).hasTitles(["Group ID", "Name 6"])
  }

  public func read(
    _ files: [WatchlistSource], limits: Limits
  ) throws(WatchlistError) -> WatchlistContents {
    try UKCSVTable.read(files[0], [.conList, .oldConList], limits: limits)
  }
}
