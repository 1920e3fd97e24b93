internal import Bytes
internal import Records

/// Reads the first sheet of a workbook (ECMA-376, SpreadsheetML) row by row.
///
/// Advice to the next reader: blank cells are left out, so a cell's column is what its reference says. Numbers are
/// given as they stand in the file; dates typed as numbers are no dates to anyone who reads them.
struct XLSXWorkbook {
  private let sheet: [UInt8]
  private let texts: [String]
  private let source: WatchlistSource
  private let limits: Limits

  /// - Throws: ``WatchlistError/refused(path:reason:)`` for what is no intact workbook.
  init(_ source: WatchlistSource, limits: Limits) throws(WatchlistError) {
    self.source = source
    self.limits = limits
    let bytes = try source.bytes()
    let archiveLimits = ArchiveLimits(
      memberBytes: limits.listMemberBytes, ratio: limits.archiveRatio)
    do {
      let directory = try ArchiveReader.read(
        ["xl/workbook.xml", "xl/_rels/workbook.xml.rels"], fromZip: bytes, path: source.path,
        limits: archiveLimits)
      let target = try XLSXWorkbook.firstSheet(
        workbook: directory[0], relationships: directory[1], source, limits)
      let members = try ArchiveReader.members(
        ofZip: bytes, path: source.path, limits: archiveLimits)
      let shared = "xl/sharedStrings.xml"
      let hasShared = members.contains { $0.name == shared }
      let parts = try ArchiveReader.read(
        [target] + (hasShared ? [shared] : []), fromZip: bytes, path: source.path,
        limits: archiveLimits)
      sheet = parts[0]
      texts = hasShared ? try XLSXWorkbook.sharedStrings(parts[1], source, limits) : []
    } catch let error as WatchlistError {
      throw error
    } catch let error as BytesError {
      throw source.refused(error.spreadsheetReason)
    } catch {
      throw source.refused("is no intact workbook; fetch the list again")
    }
  }

  /// Gives every row, with empty texts for blank cells, and its number.
  /// - Throws: ``WatchlistError/refused(path:reason:)``.
  func forEachRow(_ body: (_ cells: [String], _ row: Int) -> Void) throws(WatchlistError) {
    var xml = try XMLListReader(part(sheet), limits: limits)
    guard xml.root.name == "worksheet" else { throw source.refused("its sheet is no worksheet") }
    while let opened = try xml.nextChild() {
      guard opened.name == "sheetData" else {
        try xml.skip()
        continue
      }
      var number = 0
      while let row = try xml.nextChild() {
        let element = try xml.rest(of: row)
        number = element.attribute("r").flatMap { Int($0) } ?? number + 1
        body(try cells(element, number), number)
      }
    }
    try xml.finish()
  }

  private func cells(_ row: ListElement, _ number: Int) throws(WatchlistError) -> [String] {
    var cells: [String] = []
    for cell in row.all("c") {
      let text = try text(cell, number)
      if text.isEmpty { continue }
      let column = cell.rawAttribute("r").map { XLSXWorkbook.column($0) } ?? cells.count
      guard column >= cells.count, column < limits.listColumns else {
        throw source.refused("row \(number) has cells out of order, or too many")
      }
      cells += [String](repeating: "", count: column - cells.count) + [text]
    }
    return cells
  }

  private func text(_ cell: ListElement, _ row: Int) throws(WatchlistError) -> String {
    let value = cell.first("v")?.text ?? ""
    switch cell.rawAttribute("t") {
    case "s":
      if value.isEmpty { return "" }
      guard let index = Int(value), texts.indices.contains(index) else {
        throw source.refused("row \(row) refers to a text that is not there; fetch it again")
      }
      return texts[index]
    case "inlineStr":
      return cell.first("is").map { XLSXWorkbook.text(of: $0) } ?? ""
    case nil, "str", "n", "d": return value
    default: throw source.refused("row \(row) has a cell of an unknown type, or an error")
    }
  }

  /// `AB12` is in column 27, counted from 0; a large number for what is no reference.
  private static func column(_ reference: String) -> Int {
    var column = 0
    for letter in reference.utf8.prefix(4) where (0x41...0x5A).contains(letter) {
      column = column * 26 + Int(letter) - 0x40
    }
    return column == 0 ? .max : column - 1
  }

  // MARK: Parts

  private func part(_ bytes: [UInt8]) -> WatchlistSource {
    WatchlistSource(path: source.path, bytes: bytes)
  }

  private static func tree(
    _ bytes: [UInt8], _ source: WatchlistSource, _ limits: Limits
  ) throws(WatchlistError) -> ListElement {
    var xml = try XMLListReader(
      WatchlistSource(path: source.path, bytes: bytes), limits: limits)
    let tree = try xml.rest(of: xml.root)
    try xml.finish()
    return tree
  }

  /// The path within the zip of the sheet that the workbook names first.
  private static func firstSheet(
    workbook: [UInt8], relationships: [UInt8], _ source: WatchlistSource, _ limits: Limits
  ) throws(WatchlistError) -> String {
    let book = try tree(workbook, source, limits)
    let links = try tree(relationships, source, limits)
    guard book.name == "workbook", let sheet = book.list("sheets").first(where: { _ in true }),
      let id = sheet.rawAttribute("id"),
      let target = links.children.first(where: { $0.rawAttribute("Id") == id })?
        .rawAttribute("Target")
    else { throw source.refused("is no workbook with a sheet") }
    return target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
  }

  private static func sharedStrings(
    _ bytes: [UInt8], _ source: WatchlistSource, _ limits: Limits
  ) throws(WatchlistError) -> [String] {
    var xml = try XMLListReader(
      WatchlistSource(path: source.path, bytes: bytes), limits: limits)
    var texts: [String] = []
    while let opened = try xml.nextChild() {
      let element = try xml.rest(of: opened)
      if element.name == "si" { texts.append(text(of: element)) }
    }
    try xml.finish()
    return texts
  }

  /// `t`, or the `t` of every run; what says how to read it aloud is no text.
  private static func text(of element: ListElement) -> String {
    element.children.map { child in
      switch child.name {
      case "t": child.text
      case "r": text(of: child)
      default: ""
      }
    }.joined()
  }
}
