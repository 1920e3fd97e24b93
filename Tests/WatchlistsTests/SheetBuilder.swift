import Records
import TestSupport
import Watchlists

/// Builds spreadsheets of invented persons in the form of the Dutch list.
enum SheetBuilder {
  static let header = [
    "Surname", "First name(s)", "Alias", "Date of Birth(DD-MM-JJJJ)", "Place of Birth",
    "Date of ministerial decision (DD/MM/JJJJ)", "Link official notification",
  ]

  static func cell(_ text: String) -> String {
    text.isEmpty
      ? "<table:table-cell/>"
      : "<table:table-cell office:value-type=\"string\"><text:p>\(text)</text:p></table:table-cell>"
  }

  /// - Parameter cells: texts, or whole elements where they begin with `<table:`.
  static func row(_ cells: [String], attributes: String = "") -> String {
    let content = cells.map { $0.hasPrefix("<table:") ? $0 : cell($0) }.joined()
    return "<table:table-row \(attributes)>\(content)"
      + "<table:table-cell table:number-columns-repeated=\"16377\"/></table:table-row>"
  }

  static func content(_ rows: String, before: String = "") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>\(before)<office:document-content \
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
    xmlns:dc="http://purl.org/dc/elements/1.1/" \
    xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:spreadsheet>\
    <table:table table:name="Sheet1"><table:table-column table:number-columns-repeated="7"/>\
    \(rows)<table:table-row table:number-rows-repeated="1048000">\
    <table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>\
    </office:spreadsheet></office:body></office:document-content>
    """
  }

  static func ods(content: String) -> [UInt8] {
    StoredZip.make([
      ("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8)),
      ("content.xml", Array(content.utf8)),
    ])
  }

  static func ods(_ rows: [String], header: [String] = SheetBuilder.header) -> [UInt8] {
    ods(content: content(row(["List"]) + row(header) + rows.joined()))
  }

  static func read(_ ods: [UInt8]) throws(WatchlistError) -> Watchlist {
    try WatchlistFile.read(
      format: "nl-terrorism-ods", sources: [WatchlistSource(path: "nl.ods", bytes: ods)])
  }

  /// The reason of the refusal; empty when the list is read.
  static func refusal(_ ods: [UInt8]) -> String {
    do {
      _ = try read(ods)
      return ""
    } catch {
      return error.description
    }
  }
}
