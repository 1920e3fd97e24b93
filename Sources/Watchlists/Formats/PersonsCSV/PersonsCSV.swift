public import Bytes
public import Records

/// Our own table of persons (contract, section 5): what an operator writes or exports.
///
/// A row that cannot be taken as it stands is the operator's mistake, so the list is held or refused
/// rather than read in part.
///
/// A second file is its profile: how an operator's table of another form is read as one.
public struct PersonsCSV: WatchlistFormat {
  public static let id = "persons-csv"

  public let descriptor = FormatDescriptor(
    id: PersonsCSV.id, title: "Table of persons (CSV)",
    specification: "pnrscreen contract, section 5; RFC 4180",
    sampleFolder: "watchlists/persons-csv")

  public init() {}

  public var fileCount: ClosedRange<Int> { 1...2 }

  public func recognises(_ head: ArraySlice<UInt8>, name: Substring) -> Bool {
    ListHead(head).hasTitles(["entry"])
  }

  public func read(
    _ files: [WatchlistSource], limits: Limits
  ) throws(WatchlistError) -> WatchlistContents {
    let source = files[0]
    if files.count == 2 {
      let profile = try TableProfile(parsing: files[1].bytes(), path: files[1].path)
      return try ProfiledTable.read(source, profile, limits: limits)
    }
    let bytes = try source.bytes()
    if let problem = ListedBytes.problemAsUTF8(bytes) { throw source.refused(problem) }
    var reader = CSVReader(maximumRowBytes: limits.rowBytes, maximumFields: limits.rowFields)
    var table = PersonsTable(limits: limits)
    reader.consume(bytes.span) { row in table.add(row) }
    reader.finish { row in table.add(row) }
    if let refusal = table.refusal { throw source.refused(refusal) }
    source.schema.add(titles: table.titles)
    return table.finish()
  }

  /// Checks a profile without its table.
  /// - Throws: ``WatchlistError/register(path:line:reason:)``, ``WatchlistError/unreadable(_:)``.
  public static func checkProfile(
    path: String, limits: Limits = .standard
  ) throws(WatchlistError) {
    let bytes: [UInt8]
    do {
      try WatchlistSource.expectFile(path)
      bytes = try readWholeFile(path, maximumBytes: limits.configurationBytes)
    } catch {
      throw .unreadable(error)
    }
    _ = try TableProfile(parsing: bytes, path: path)
  }
}
