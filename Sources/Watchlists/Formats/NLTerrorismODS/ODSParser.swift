internal import Bytes
internal import Records

/// Reads the sheets of an OpenDocument spreadsheet (ISO/IEC 26300, ODF 1.2 part 1, chapter 9).
///
/// Advice to the next reader: nothing here expands a repeat. Empty rows and cells are counted, full
/// cells are repeated only up to the columns that are read, full rows carry their repeat count.
struct ODSParser: ~Copyable {
  private enum Namespace {
    static let office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    static let table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    static let text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    static let xlink = "http://www.w3.org/1999/xlink"
  }

  private static let mimeType = "application/vnd.oasis.opendocument.spreadsheet"

  private var xml: XMLReader
  private let path: String
  private let limits: Limits
  private var rowNumber = 1

  private init(content: [UInt8], path: String, limits: Limits) {
    xml = XMLReader(content)
    self.path = path
    self.limits = limits
  }

  /// All sheets of the file, in order.
  /// - Throws: ``WatchlistError/refused(path:reason:)`` for what is no intact spreadsheet.
  static func sheets(
    of source: WatchlistSource, limits: Limits
  ) throws(WatchlistError) -> [Spreadsheet] {
    let archiveLimits = ArchiveLimits(
      memberBytes: limits.listMemberBytes, ratio: limits.archiveRatio)
    let bytes = try source.bytes()
    let members: [[UInt8]]
    do {
      members = try ArchiveReader.read(
        ["mimetype", "content.xml"], fromZip: bytes, path: source.path, limits: archiveLimits
      )
    } catch {
      throw .refused(path: source.path, reason: error.spreadsheetReason)
    }
    guard ListedText.clean(String(decoding: members[0], as: UTF8.self)) == mimeType else {
      throw .refused(path: source.path, reason: "is no OpenDocument spreadsheet (mimetype)")
    }
    var parser = ODSParser(content: members[1], path: source.path, limits: limits)
    return try parser.document()
  }

  // MARK: Elements

  private mutating func document() throws(WatchlistError) -> [Spreadsheet] {
    guard try nextChild(), isOffice("document-content") else {
      throw refused("content.xml is no OpenDocument content")
    }
    var sheets: [Spreadsheet] = []
    while try nextChild() {
      guard isOffice("body") else {
        try skip()
        continue
      }
      while try nextChild() {
        guard isOffice("spreadsheet") else { throw refused("is no spreadsheet") }
        while try nextChild() {
          if isTable("table") { sheets.append(try sheet()) } else { try skip() }
        }
      }
    }
    guard xml.next() == .endOfDocument else { throw refused("content.xml goes on after its end") }
    return sheets
  }

  private mutating func sheet() throws(WatchlistError) -> Spreadsheet {
    var sheet = Spreadsheet()
    rowNumber = 1
    try rows(into: &sheet)
    return sheet
  }

  /// Rows may be grouped to any depth; libxml2 limits the depth to 256.
  private mutating func rows(into sheet: inout Spreadsheet) throws(WatchlistError) {
    while try nextChild() {
      if isTable("table-row") {
        let row = try row()
        if !row.cells.isEmpty { sheet.rows.append(row) }
      } else if isTable("table-row-group") || isTable("table-header-rows") || isTable("table-rows")
      {
        try rows(into: &sheet)
      } else {
        try skip()
      }
    }
  }

  private mutating func row() throws(WatchlistError) -> SpreadsheetRow {
    var row = SpreadsheetRow()
    row.number = rowNumber
    row.repeated = try repeats("number-rows-repeated")
    rowNumber = min(rowNumber + row.repeated, Int(Int32.max))
    var emptyCells = 0
    while try nextChild() {
      let isCovered = isTable("covered-table-cell")
      guard isCovered || isTable("table-cell") else {
        try skip()
        continue
      }
      let count = try repeats("number-columns-repeated")
      var cell = SpreadsheetCell()
      // What a merged cell covers is not shown to the reader of the sheet, so it is no content.
      if isCovered { try skip() } else { cell = try self.cell() }
      let room = max(0, limits.listColumns - row.cells.count - emptyCells)
      if cell.isEmpty {
        emptyCells += min(count, room)
      } else {
        row.cells.append(contentsOf: repeatElement(SpreadsheetCell(), count: emptyCells))
        emptyCells = 0
        row.cells.append(contentsOf: repeatElement(cell, count: min(count, room)))
      }
    }
    return row
  }

  private mutating func cell() throws(WatchlistError) -> SpreadsheetCell {
    var cell = SpreadsheetCell()
    switch xml.attribute("value-type", namespace: Namespace.office) {
    case "date": cell.dateValue = xml.attribute("date-value", namespace: Namespace.office)
    case "float": cell.numberValue = xml.attribute("value", namespace: Namespace.office)
    default: break
    }
    let stringValue = xml.attribute("string-value", namespace: Namespace.office)
    let formula = xml.attribute("formula", namespace: Namespace.table)
    var paragraphs = 0
    while try nextChild() {
      // Comments (office:annotation) and drawings stand beside the paragraphs and are not content.
      guard isText("p") || isText("h") else {
        try skip()
        continue
      }
      if paragraphs > 0 { cell.text += "\n" }
      paragraphs += 1
      try inline(into: &cell)
    }
    if paragraphs == 0, let stringValue { cell.text = stringValue }
    if cell.link == nil, let formula, formula.contains("HYPERLINK") { cell.link = formula }
    if ListedText.isDamaged(cell.text) {
      throw refused("row \(rowNumber) holds characters that show damage (U+FFFD or controls)")
    }
    return cell
  }

  /// The content of a paragraph or of what stands in it.
  private mutating func inline(into cell: inout SpreadsheetCell) throws(WatchlistError) {
    while true {
      switch xml.next() {
      case .text:
        // A line end in the file is white space (ODF part 1, 6.1.2), not a line break.
        cell.text += String(xml.text.map { $0.isNewline ? " " : $0 })
        guard cell.text.utf8.count <= limits.rowBytes else {
          throw refused("a cell is longer than \(limits.rowBytes) bytes")
        }
      case .start:
        if isText("line-break") { cell.text += "\n" }
        if isText("s") || isText("tab") { cell.text += " " }
        if isText("a"), cell.link == nil {
          cell.link = xml.attribute("href", namespace: Namespace.xlink)
        }
        let isContent = xml.namespace == Namespace.text && !isText("note") && !isText("ruby-text")
        if isContent { try inline(into: &cell) } else { try skip() }
      case .end: return
      case let node: throw unexpected(node)
      }
    }
  }

  // MARK: Steps

  /// Moves to the next child element; false at the end of the current element.
  private mutating func nextChild() throws(WatchlistError) -> Bool {
    while true {
      switch xml.next() {
      case .start: return true
      case .end: return false
      case .text: continue
      case let node: throw unexpected(node)
      }
    }
  }

  /// Passes over the current element with all that is in it.
  private mutating func skip() throws(WatchlistError) {
    var open = 1
    while open > 0 {
      switch xml.next() {
      case .start: open += 1
      case .end: open -= 1
      case .text: continue
      case let node: throw unexpected(node)
      }
    }
  }

  /// A repeat attribute: a positive integer, 1 where it is absent.
  private func repeats(_ name: String) throws(WatchlistError) -> Int {
    guard let text = xml.attribute(name, namespace: Namespace.table) else { return 1 }
    guard let count = Int(text), (1...Int(Int32.max)).contains(count) else {
      throw refused("row \(rowNumber) has a repeat count that is no positive number")
    }
    return count
  }

  private func isOffice(_ name: String) -> Bool {
    xml.localName == name && xml.namespace == Namespace.office
  }

  private func isTable(_ name: String) -> Bool {
    xml.localName == name && xml.namespace == Namespace.table
  }

  private func isText(_ name: String) -> Bool {
    xml.localName == name && xml.namespace == Namespace.text
  }

  private func unexpected(_ node: XMLNode) -> WatchlistError {
    switch node {
    case .documentType: refused("content.xml has a document type declaration, which is not read")
    case .failure(let fault): refused("content.xml line \(fault.line): \(fault.reason)")
    default: refused("content.xml ends early")
    }
  }

  private func refused(_ reason: String) -> WatchlistError {
    .refused(path: path, reason: reason + "; fetch the list again")
  }
}
