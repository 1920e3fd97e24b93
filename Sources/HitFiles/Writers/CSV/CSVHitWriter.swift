public import Bytes
internal import Matching
internal import Records

/// `hits.csv`: one row a hit for older intakes (RFC 4180), several values of one cell joined by `|`.
///
/// A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@` (some also their full-width
/// forms, some after blanks) as a formula; names come from outside, so such a text gets an
/// apostrophe before it. Numbers are ours and stay numbers.
public struct CSVHitWriter: HitWriter {
  public let descriptor = FormatDescriptor(
    id: "hits-csv", title: "Hits as a table", specification: "RFC 4180, safe against formulas",
    sampleFolder: "samples")
  public let fileName = "hits.csv"

  public init() {}

  public var header: [UInt8] {
    var bytes: [UInt8] = []
    append(row: CSVHitWriter.columns.map { $0.name }, to: &bytes)
    return bytes
  }

  public func write(_ hit: Hit, into bytes: inout [UInt8]) {
    append(
      row: CSVHitWriter.columns.map { column in
        let value = column.value(hit)
        return column.isNumber ? value : CSVHitWriter.harmless(value)
      }, to: &bytes)
  }

  /// A text that no spreadsheet takes for a formula.
  static func harmless(_ text: String) -> String {
    let first = text.unicodeScalars.first { $0 != " " && $0 != "\u{A0}" }
    switch first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}":
      return "'" + text
    default: return text
    }
  }

  private func append(row: [String], to bytes: inout [UInt8]) {
    for (index, cell) in row.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      let needsQuotes = cell.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
      guard needsQuotes else {
        bytes.append(contentsOf: cell.utf8)
        continue
      }
      bytes.append(0x22)
      for byte in cell.utf8 {
        if byte == 0x22 { bytes.append(0x22) }
        bytes.append(byte)
      }
      bytes.append(0x22)
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }
}
