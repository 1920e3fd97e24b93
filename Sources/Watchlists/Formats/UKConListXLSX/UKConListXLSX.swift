public import Bytes
public import Records

/// The consolidated list of OFSI (ConList) as a workbook (reference, A5).
public struct UKConListXLSX: WatchlistFormat {
  public let descriptor = FormatDescriptor(
    id: "uk-conlist-xlsx", title: "OFSI consolidated list (XLSX)",
    specification: "ConList of OFSI, closed in 2026; ECMA-376",
    sampleFolder: "samples/lists/uk-conlist-xlsx")

  public init() {}

  public func recognises(_ head: ArraySlice<UInt8>, name: Substring) -> Bool {
    ListHead(head).isZip && name.lowercased().hasSuffix(".xlsx")
  }

  public func read(
    _ files: [WatchlistSource], limits: Limits
  ) throws(WatchlistError) -> WatchlistContents {
    let workbook = try XLSXWorkbook(files[0], limits: limits)
    var table = UKTable([.conList, .oldConList], limits: limits)
    try workbook.forEachRow { cells, row in table.add(cells, line: row) }
    if let refusal = table.refusal { throw files[0].refused(refusal) }
    guard table.hasTitles else {
      throw files[0].refused("the titles of the columns are missing; check that this is the list")
    }
    files[0].schema.add(titles: table.titles)
    return table.finish()
  }
}
