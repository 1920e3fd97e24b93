public import Bytes
public import Records

/// A list of stolen and lost travel documents: no persons, and far more rows than memory has room for as records.
///
/// Its rows are read one by one: here they are checked and counted, for a run they are sorted into a
/// ``DocumentTable``.
public struct DocumentsCSV: WatchlistFormat {
  public static let id = "documents-csv"

  public let descriptor = FormatDescriptor(
    id: id, title: "Stolen and lost travel documents (CSV)",
    specification: "pnrscreen, docs/lists/documents-csv.md; RFC 4180",
    sampleFolder: "samples/lists/documents-csv")

  public init() {}

  public func bytesMax(_ limits: Limits) -> Int { limits.documentListBytes }

  public func recognises(_ head: ArraySlice<UInt8>, name: Substring) -> Bool {
    ListHead(head).hasTitles(["doc_type", "doc_number", "issuing_state", "status"])
  }

  public func read(
    _ files: [WatchlistSource], limits: Limits
  ) throws(WatchlistError) -> WatchlistContents {
    try DocumentRows.read(files[0], limits: limits) { _, _ in }
  }
}
