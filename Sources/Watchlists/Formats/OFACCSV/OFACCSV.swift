public import Bytes
public import Records

/// The lists of OFAC as sets of tables without headers (reference, A4 "CSV").
public struct OFACCSV: WatchlistFormat {
  public let descriptor = FormatDescriptor(
    id: "ofac-csv", title: "OFAC SDN or consolidated list (CSV, 2 to 4 files)",
    specification: "OFAC SDN.CSV, ALT.CSV, ADD.CSV, SDN_COMMENTS.CSV and CONS_*.CSV",
    sampleFolder: "samples/lists/ofac-csv")

  public init() {}

  public var fileCount: ClosedRange<Int> { 2...4 }

  public func recognises(_ head: ArraySlice<UInt8>, name: Substring) -> Bool {
    let digits = head.prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty, head.dropFirst(digits.count).first == 0x2C else { return false }
    return OFACCSVTable(head) != nil
  }

  public func read(
    _ files: [WatchlistSource], limits: Limits
  ) throws(WatchlistError) -> WatchlistContents {
    var tables: [OFACCSVTable: WatchlistSource] = [:]
    for file in files {
      guard let table = OFACCSVTable(file.stream.head(WatchlistFile.headBytes), name: file.name)
      else {
        throw file.refused(
          "its first row has the width of none of OFAC's tables; fetch the file again")
      }
      guard tables.updateValue(file, forKey: table) == nil else {
        throw file.refused("is the second file with \(table.title); give one of each")
      }
    }
    guard let main = tables[.main] else {
      throw files[0].refused("the main table is missing; give sdn.csv or cons_prim.csv too")
    }
    guard let aliases = tables[.aliases] else {
      throw main.refused("the table of aliases is missing; give alt.csv or cons_alt.csv too")
    }
    var set = OFACCSVSet(main, limits: limits)
    if let comments = tables[.comments] { try set.readComments(comments) }
    try set.readAliases(aliases)
    if let addresses = tables[.addresses] { try set.readAddresses(addresses) }
    try set.readMain(main)
    return set.finished()
  }
}

/// The tables of which OFAC's lists consist; the value is the number of columns.
enum OFACCSVTable: Int {
  case comments = 2
  case aliases = 5
  case addresses = 6
  case main = 12

  /// By the width of the first row; of a table without rows by its name.
  init?(_ head: ArraySlice<UInt8>, name: Substring = "") {
    var reader = CSVReader(maximumRowBytes: head.count, maximumFields: 64)
    var width = 0
    var isEmpty = false
    func take(_ row: borrowing CSVRow) {
      guard width == 0, !isEmpty else { return }
      if row.isEndMark { isEmpty = true } else { width = row.count }
    }
    // Where no end of a line is within the head, its only row may be cut.
    reader.consume(Array(head).span, take)
    if width == 0 { reader.finish(take) }
    if isEmpty {
      let name = name.lowercased()
      if name.contains("comment") {
        self = .comments
      } else if name.contains("alt") {
        self = .aliases
      } else if name.contains("add") {
        self = .addresses
      } else {
        return nil
      }
    } else {
      self.init(rawValue: width)
    }
  }

  var title: String {
    switch self {
    case .comments: "comments"
    case .aliases: "aliases"
    case .addresses: "addresses"
    case .main: "records"
    }
  }
}
