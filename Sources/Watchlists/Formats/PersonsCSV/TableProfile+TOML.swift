internal import Bytes
internal import Records
internal import TOMLKit

extension TableProfile {
  private static let keys: Set<String> = [
    "delimiter", "quote", "encoding", "header", "columns", "ignored", "separator", "dates",
    "genders", "kinds", "nationalities", "qualities", "count", "published",
  ]

  /// Checks a profile as strictly as a register: what is mistyped would read persons wrongly.
  /// - Throws: ``WatchlistError/register(path:line:reason:)``.
  init(parsing bytes: [UInt8], path: String) throws(WatchlistError) {
    let (table, lines) = try Register.parse(bytes, path: path)
    let decoder = RegisterTable(table: table, lines: lines, index: nil, path: path)
    for key in table.keys.sorted() where !TableProfile.keys.contains(key) {
      let known = TableProfile.keys.sorted().joined(separator: ", ")
      throw decoder.error(key, "unknown key \"\(key)\"; allowed are \(known)")
    }
    try readForm(decoder)
    try readColumns(decoder)
    try readValues(decoder)
    rowCount = try decoder.count("count", in: table)
    published = try decoder.date("published")
  }

  // MARK: Form

  private mutating func readForm(_ decoder: RegisterTable) throws(WatchlistError) {
    if let text = try decoder.string("delimiter") {
      guard let byte = TableProfile.mark(text) else {
        throw decoder.wrongType("delimiter", "one character such as \";\", \",\" or \"\\t\"")
      }
      delimiter = byte
    }
    if let text = try decoder.string("quote") {
      quote = TableProfile.mark(text)
      guard quote != nil || text.isEmpty, quote != delimiter else {
        throw decoder.wrongType(
          "quote", "one character other than the delimiter, or empty where nothing is quoted")
      }
    }
    if let name = try decoder.string("encoding"), !["utf-8", "utf8"].contains(name.lowercased()) {
      encoding = EightBitText(name)
      if encoding == nil {
        throw decoder.error(
          "encoding",
          "encoding \"\(name)\" is not known; use utf-8, or a set of one byte a character such as "
            + "windows-1252, windows-1251, iso-8859-1 or iso-8859-15")
      }
    }
    if let value = decoder.table["header"] {
      guard let isThere = value.bool else { throw decoder.wrongType("header", "true or false") }
      hasHeader = isThere
    }
  }

  /// A character that may stand between or around cells.
  private static func mark(_ text: String) -> UInt8? {
    guard text.utf8.count == 1, let byte = text.utf8.first, byte == 0x09 || byte > 0x20,
      byte < 0x7F, text.allSatisfy({ !$0.isLetter && !$0.isNumber })
    else { return nil }
    return byte
  }

  // MARK: Columns

  private mutating func readColumns(_ decoder: RegisterTable) throws(WatchlistError) {
    let key = "columns"
    guard let table = decoder.table[key]?.table, !table.isEmpty else {
      throw decoder.wrongType(key, "a table such as { \"Last name\" = \"surname\", … }")
    }
    for title in table.keys.sorted() {
      guard let column = table[title]?.string.flatMap({ Column(rawValue: $0) }) else {
        let known = Column.allCases.map(\.rawValue).joined(separator: ", ")
        throw decoder.error(
          title, "column \"\(title)\" must be one of \(known); others belong to \"ignored\"")
      }
      let isAgain = columns.values.contains(column)
      guard !isAgain || TableProfile.several.union(TableProfile.joined).contains(column) else {
        throw decoder.error(
          title, "a second column is \"\(column.rawValue)\"; a row has one; ignore the other one")
      }
      guard columns.updateValue(column, forKey: try self.title(title, decoder, title)) == nil else {
        throw decoder.error(title, "column \"\(title)\" is there twice")
      }
    }
    guard columns.values.contains(where: { $0 == .name || $0 == .surname }) else {
      throw decoder.error(
        key, "\"\(key)\": no column is \"name\" or \"surname\"; nobody has a name")
    }
    let others = "ignored"
    guard let value = decoder.table[others] else { return }
    guard let array = value.array else { throw decoder.wrongType(others, "an array of titles") }
    for item in array {
      guard let text = item.string ?? item.int.map({ String($0) }) else {
        throw decoder.wrongType(others, "an array of titles")
      }
      let title = try title(text, decoder, others)
      guard columns[title] == nil else {
        throw decoder.error(others, "column \"\(text)\" is in \"columns\" and in \"ignored\"")
      }
      ignored.insert(title)
    }
  }

  private func title(
    _ text: String, _ decoder: RegisterTable, _ key: String
  ) throws(WatchlistError) -> String {
    if hasHeader { return TableProfile.key(text) }
    guard let number = Int(text), number > 0, String(number) == text else {
      throw decoder.error(
        key, "column \"\(text)\" must be a number from 1 on, as there is no header")
    }
    return text
  }

  // MARK: Values

  private mutating func readValues(_ decoder: RegisterTable) throws(WatchlistError) {
    try readSeparators(decoder)
    let key = "dates"
    if let value = decoder.table[key] {
      let texts = value.array.map { array in array.map { $0.string ?? "" } } ?? []
      guard !texts.isEmpty else {
        throw decoder.wrongType(key, "an array of patterns such as \"DD-MM-YYYY\"")
      }
      do { dates = try DatePatterns(texts) } catch {
        throw decoder.error(key, "\"\(key)\": \(error.text)")
      }
    }
    try readMeanings("nationalities", of: .nationality, [], decoder)
    try readMeanings("genders", of: .gender, ["M", "F", "X", ""], decoder)
    let kinds = ["person", "organisation", "vessel", "aircraft", "unknown"]
    try readMeanings("kinds", of: .kind, kinds, decoder)
    try readMeanings("qualities", of: .quality, ["strong", "weak", "unstated"], decoder)
  }

  /// `separator = "/"` for all that may be several, or `{ name = "/", … }`.
  private mutating func readSeparators(_ decoder: RegisterTable) throws(WatchlistError) {
    let key = "separator"
    guard let value = decoder.table[key] else { return }
    let several = Column.allCases.filter { TableProfile.several.contains($0) }
    if let text = value.string, !text.isEmpty {
      for column in several { separators[column] = text }
      return
    }
    let known = several.map(\.rawValue).joined(separator: ", ")
    guard let table = value.table, !table.isEmpty else {
      throw decoder.wrongType(key, "a text, or a table of texts for \(known)")
    }
    for name in table.keys.sorted() {
      guard let column = Column(rawValue: name), several.contains(column),
        let text = table[name]?.string, !text.isEmpty
      else { throw decoder.error(key, "\"\(key)\": \(name) must be a text for one of \(known)") }
      separators[column] = text
    }
  }

  /// - Parameter allowed: what values may mean; countries where none are given.
  private mutating func readMeanings(
    _ key: String, of column: Column, _ allowed: [String], _ decoder: RegisterTable
  ) throws(WatchlistError) {
    guard let value = decoder.table[key] else { return }
    guard let table = value.table, !table.isEmpty else {
      throw decoder.wrongType(
        key, "a table such as { \"value\" = \"\(allowed.first ?? "NLD")\", … }")
    }
    guard columns.values.contains(column) else {
      throw decoder.error(key, "\"\(key)\": no column is \"\(column.rawValue)\"; map one to it")
    }
    for text in table.keys.sorted() {
      let meaning = table[text]?.string
      let isCountry = allowed.isEmpty && meaning.map { CountryNames.alpha3($0) != nil } ?? false
      guard let meaning, isCountry || allowed.contains(meaning) else {
        let known = allowed.map { "\"\($0)\"" }.joined(separator: ", ")
        throw decoder.error(
          key,
          "\"\(key)\": \"\(text)\" must be "
            + (allowed.isEmpty ? "a country such as \"NLD\"" : "one of \(known)"))
      }
      meanings[column, default: [:]][TableProfile.key(text)] = meaning
    }
  }
}
