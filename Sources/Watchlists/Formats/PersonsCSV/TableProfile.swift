internal import Bytes
internal import Records

/// How an operator's own table is read as a table of persons (reference, A12): a small TOML file beside it.
struct TableProfile: Sendable {
  typealias Column = PersonsTable.Column

  var delimiter: UInt8 = 0x2C
  /// nil where nothing is quoted.
  var quote: UInt8? = 0x22
  /// nil for UTF-8.
  var encoding: EightBitText?
  /// Without titles, the columns are numbers from 1.
  var hasHeader = true
  /// What the columns hold, by their titles, clean and in lower case.
  var columns: [String: Column] = [:]
  /// The titles of the columns that are passed over.
  var ignored: Set<String> = []
  /// What stands between several values of one cell.
  var separators: [Column: String] = [:]
  /// nil for the forms of our own tables.
  var dates: DatePatterns?
  /// What values mean, by the column and the value, clean and in lower case.
  var meanings: [Column: [String: String]] = [:]
  /// How many rows the table has, its header and empty ones left out.
  var rowCount: Int?
  var published: PartialDate?

  /// The columns whose cells may hold several values, or which may be several columns.
  static let several: Set<Column> = [
    .name, .birthDate, .nationality, .documentNumber, .placeOfBirth,
  ]
  /// Parts of one name: several columns are joined by blanks, in the order of the table.
  static let joined: Set<Column> = [.surname, .given]

  /// What titles and values are compared by.
  static func key(_ text: String) -> String { ListedText.clean(text).lowercased() }

  /// The values of one cell; placeholders for nothing are none.
  func values(_ cell: String, _ column: Column) -> [String] {
    let parts = separators[column].map { cell.split(separator: $0).map(String.init) } ?? [cell]
    return parts.compactMap { part in
      guard let value = column.isName ? ListedText.name(part) : ListedText.value(part) else {
        return nil
      }
      let meaning = meanings[column]?[TableProfile.key(value)] ?? value
      // Our own tables have codes; a spreadsheet rather has names.
      return column == .nationality ? CountryNames.alpha3(meaning) ?? meaning : meaning
    }
  }
}
