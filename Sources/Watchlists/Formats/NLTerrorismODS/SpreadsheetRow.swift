/// One cell of a spreadsheet.
struct SpreadsheetCell: Equatable {
  /// As displayed; paragraphs and line breaks are `\n`.
  var text = ""
  /// ISO 8601 where the cell is typed as a date. Authoritative: the text is formatted by locale.
  var dateValue: String?
  /// Where the cell is typed as a number.
  var numberValue: String?
  /// Target of the first hyperlink in the cell.
  var link: String?

  var isEmpty: Bool {
    dateValue == nil && numberValue == nil && link == nil && !text.contains { !$0.isWhitespace }
  }
}

/// A row of a spreadsheet that is not empty.
struct SpreadsheetRow {
  var cells: [SpreadsheetCell] = []
  /// Row number in the sheet, from 1.
  var number = 1
  /// How many equal rows follow each other here, this one included.
  var repeated = 1

  /// The cell of a column; empty beyond the last one.
  func cell(_ column: Int) -> SpreadsheetCell {
    column < cells.count ? cells[column] : SpreadsheetCell()
  }
}

/// A sheet without its empty rows.
struct Spreadsheet {
  var rows: [SpreadsheetRow] = []
}
