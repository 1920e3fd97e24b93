public import Bytes
public import Records

/// The consolidated list of financial sanctions of the EU, CSV 1.1 (reference, A2): a row is one detail of a
/// record, the other groups of its columns are blank. It lacks the quality of names.
public struct EUFSFCSV: WatchlistFormat {
  public let descriptor = FormatDescriptor(
    id: "eu-fsf-csv", title: "EU consolidated financial sanctions (CSV 1.1)",
    specification: "FSF export 1.1, csvFullSanctionsList_1_1",
    sampleFolder: "samples/lists/eu-fsf-csv")

  public init() {}

  public func recognises(_ head: ArraySlice<UInt8>, name: Substring) -> Bool {
    ListHead(head).hasTitles(["fileGenerationDate", "Entity_LogicalId"])
  }

  public func read(
    _ files: [WatchlistSource], limits: Limits
  ) throws(WatchlistError) -> WatchlistContents {
    let source = files[0]
    var header: EUFSFHeader?
    var list: EUFSFList?
    var entity: ListElement?
    try CSVListReader.read(source, limits: limits, separator: 0x3B) { row throws(WatchlistError) in
      guard let columns = header else {
        header = try EUFSFHeader(row, source)
        return
      }
      guard row.count == columns.count else {
        throw source.refused(
          "line \(row.line): \(row.count) columns instead of \(columns.count); fetch the file again"
        )
      }
      if !row.hasLineEnd {
        throw source.refused("breaks off in its last row; fetch the file again")
      }
      if list == nil { list = EUFSFList(source, limits: limits, published: columns.published(row)) }
      let opened = columns.entity(row)
      if entity?.attribute("logicalId") != opened.attribute("logicalId") {
        if let complete = entity.take() { try list?.add(complete) }
      }
      var current = entity.take() ?? opened
      columns.addDetails(of: row, to: &current)
      entity = current
    }
    if let complete = entity { try list?.add(complete) }
    var contents = list?.finished() ?? WatchlistContents()
    contents.holds += (header?.missing ?? []).map { ListFindings.missingColumn($0) }
    return try source.unique(contents)
  }
}
