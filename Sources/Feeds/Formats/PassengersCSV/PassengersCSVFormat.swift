import Bytes
import Records

/// The plain table of passengers (contract, section 5), for charters and for evaluation.
struct PassengersCSVFormat: FeedFormat {
  let descriptor = FormatDescriptor(
    id: "passengers-csv", title: "Passenger table (CSV)",
    specification: "RFC 4180 with the header of this program's contract, section 5",
    sampleFolder: "samples/night")

  /// A header line in which `surname` is a column.
  func recognises(_ head: [UInt8]) -> Bool {
    var reader = CSVReader(maximumRowBytes: 4096, maximumFields: 64)
    var isKnown: Bool?
    func look(_ row: borrowing CSVRow) {
      if isKnown == nil, !row.isBlank { isKnown = PassengersCSVColumns(row) != nil }
    }
    reader.consume(head.span, look)
    if isKnown == nil { reader.finish(look) }
    return isKnown ?? false
  }

  func makeParser(_ context: FeedContext) -> any FeedParser {
    PassengersCSVParser(limits: context.limits)
  }
}

extension CSVRow {
  /// A line with nothing in it, such as may stand before a header.
  var isBlank: Bool { count == 1 && text(0).allSatisfy(\.isWhitespace) }
}

/// Which column holds what, by the names in the header; -1 for a column that is not there.
struct PassengersCSVColumns {
  enum Column: Int, CaseIterable {
    case reference, surname, given, birthDate, gender, nationality, documentType
    case documentNumber, documentIssuer, carrier, flightNumber, date, from, to, recordLocator
  }

  /// The names in the header, in the order of ``Column``.
  private static let names = [
    "reference", "surname", "given", "birth_date", "gender", "nationality", "document_type",
    "document_number", "document_issuer", "carrier", "flight_number", "date", "from", "to",
    "record_locator",
  ]

  private var indices = [Int](repeating: -1, count: Column.allCases.count)
  let count: Int

  /// - Returns: nil unless `surname` is among the names.
  init?(_ header: borrowing CSVRow) {
    count = header.count
    for index in 0..<header.count {
      let name = header.text(index).lowercased().filter { $0 != " " }
      if let column = PassengersCSVColumns.names.firstIndex(of: name), indices[column] < 0 {
        indices[column] = index
      }
    }
    guard indices[Column.surname.rawValue] >= 0 else { return nil }
  }

  subscript(column: Column) -> Int { indices[column.rawValue] }
}
