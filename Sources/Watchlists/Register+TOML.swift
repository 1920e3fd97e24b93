internal import Records
internal import TOMLKit

extension Register {
  /// Checks a register in TOML 1.0: unknown keys, wrong types and missing keys are errors, because a
  /// mistyped `max_age_days` would silently switch a guard off.
  /// - Parameter path: names the register in errors and gives the folder of relative paths.
  /// - Throws: ``WatchlistError/register(path:line:reason:)``.
  public init(parsing bytes: [UInt8], path: String) throws(WatchlistError) {
    let (root, lines) = try Register.parse(bytes, path: path)
    if let key = root.keys.sorted().first(where: { $0 != "list" }) {
      throw .register(
        path: path, line: lines.line(of: key),
        reason: "unknown key \"\(key)\"; a register holds [[list]] tables only")
    }
    guard let array = root["list"]?.array, !array.isEmpty else {
      throw .register(path: path, line: 0, reason: "holds no [[list]]; register at least one list")
    }
    var lists: [RegisteredList] = []
    for (index, value) in array.enumerated() {
      guard let table = value.table else {
        throw .register(
          path: path, line: lines.line(of: "list"), reason: "\"list\" must be written as [[list]]")
      }
      let decoder = RegisterTable(table: table, lines: lines, index: index, path: path)
      let list = try decoder.list()
      if lists.contains(where: { $0.id == list.id }) {
        throw decoder.error("id", "id \"\(list.id)\" is used twice; give each list its own id")
      }
      lists.append(list)
    }
    self.init(path: path, lists: lists)
  }

  /// The keys of a file in TOML and the lines in which they stand.
  static func parse(
    _ bytes: [UInt8], path: String
  ) throws(WatchlistError) -> (TOMLTable, RegisterLines) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .register(path: path, line: 0, reason: "is not UTF-8; save it as UTF-8")
    }
    do {
      return (try TOMLTable(string: text), RegisterLines(text))
    } catch let error as TOMLParseError {
      throw .register(
        path: path, line: error.source.begin.line, reason: "is no valid TOML: \(error.description)")
    } catch {
      throw .register(path: path, line: 0, reason: "is no valid TOML")
    }
  }
}

/// Decodes one `[[list]]` table, or the keys of a profile.
struct RegisterTable {
  let table: TOMLTable
  let lines: RegisterLines
  /// Which list of the register; nil for a file that is one table.
  let index: Int?
  let path: String

  private static let keys: Set<String> = [
    "id", "name", "format", "path", "designation", "published", "max_age_days", "required",
    "expected_persons", "expected", "canaries", "sha256", "handling", "owner_contact", "release",
    "signature", "signed_by", "declared_records", "profile",
  ]

  func list() throws(WatchlistError) -> RegisteredList {
    for key in table.keys.sorted() where !RegisterTable.keys.contains(key) {
      let known = RegisterTable.keys.sorted().joined(separator: ", ")
      throw error(key, "unknown key \"\(key)\"; allowed are \(known)")
    }
    let id = try mandatory("id")
    guard id.utf8.allSatisfy({ RegisterTable.isIdentifier($0) }) else {
      throw error("id", "\"id\" may hold letters, digits, -, _ and . only")
    }
    let format = try mandatory("format")
    guard WatchlistRegistry.format(format) != nil else {
      throw error("format", WatchlistError.unknownFormat(id: format).description)
    }
    var list = RegisteredList(id: id, format: format, paths: try paths())
    list.profile = try profile(of: list)
    list.name = try string("name")
    list.designation = try string("designation")
    list.handling = try string("handling")
    list.ownerContact = try string("owner_contact")
    list.release = try release()
    try readSignatures(into: &list)
    list.published = try date("published")
    list.maxAgeDays = try count("max_age_days", in: table)
    if let required = table["required"] {
      guard let value = required.bool else { throw wrongType("required", "true or false") }
      list.isRequired = value
    }
    list.expected = try expected()
    list.declaredRecords = try count("declared_records", in: table)
    list.canaries = try canaries()
    list.declaredSums = try declaredSums(of: list.paths)
    return list
  }

  /// An error at the line of a key of this table.
  func error(_ key: String, _ reason: String) -> WatchlistError {
    .register(
      path: path, line: index.map { lines.line(of: key, inList: $0) } ?? lines.line(of: key),
      reason: reason)
  }

  func wrongType(_ key: String, _ wanted: String) -> WatchlistError {
    error(key, "\"\(key)\" must be \(wanted)")
  }

  func string(_ key: String) throws(WatchlistError) -> String? {
    guard let value = table[key] else { return nil }
    guard let text = value.string else { throw wrongType(key, "a text in quotation marks") }
    return text
  }

  private func mandatory(_ key: String) throws(WatchlistError) -> String {
    guard let text = try string(key) else {
      throw error(key, "\"\(key)\" is missing in this [[list]]")
    }
    guard !text.isEmpty else { throw error(key, "\"\(key)\" is empty") }
    return text
  }

  /// `path` is a text, or an array of texts where a format has several files.
  func paths(_ key: String = "path") throws(WatchlistError) -> [String] {
    guard let array = table[key]?.array else {
      return [Register.resolve(try mandatory(key), from: path)]
    }
    var paths: [String] = []
    for value in array {
      guard let text = value.string, !text.isEmpty else {
        throw wrongType(key, "a path or an array of paths")
      }
      paths.append(Register.resolve(text, from: path))
    }
    guard !paths.isEmpty else { throw error(key, "\"\(key)\" is empty") }
    return paths
  }

  /// How an operator's own table is read.
  private func profile(of list: RegisteredList) throws(WatchlistError) -> String? {
    guard list.format == PersonsCSV.id else {
      guard table["profile"] == nil else {
        throw error("profile", "\"profile\" is for lists of format \(PersonsCSV.id) only")
      }
      return nil
    }
    guard list.paths.count == 1 else {
      throw error(
        "path", "a list of format \(PersonsCSV.id) is one file; \"profile\" names its profile")
    }
    return table["profile"] == nil ? nil : Register.resolve(try mandatory("profile"), from: path)
  }

  /// `release = [{ recipient = "…", fields = ["names", …] }]`
  private func release() throws(WatchlistError) -> [ReleaseCaveat] {
    let key = "release"
    guard let value = table[key] else { return [] }
    let form = "[{ recipient = \"…\", fields = [\"names\", …] }]"
    guard let array = value.array else { throw wrongType(key, form) }
    var caveats: [ReleaseCaveat] = []
    for value in array {
      guard let caveat = value.table, Set(caveat.keys) == ["recipient", "fields"],
        let recipient = caveat["recipient"]?.string, !recipient.isEmpty,
        let fields = caveat["fields"]?.array?.map({ $0.string ?? "" })
      else { throw wrongType(key, form) }
      if let unknown = fields.first(where: { !ReleaseCaveat.knownFields.contains($0) }) {
        let known = ReleaseCaveat.knownFields.sorted().joined(separator: ", ")
        throw error(key, "unknown field \"\(unknown)\" in \"release\"; allowed are \(known)")
      }
      caveats.append(ReleaseCaveat(recipient: recipient, fields: fields))
    }
    return caveats
  }

  private func readSignatures(into list: inout RegisteredList) throws(WatchlistError) {
    if table["signature"] == nil && table["signed_by"] == nil { return }
    list.signatures = try paths("signature")
    list.signers = Register.resolve(try mandatory("signed_by"), from: path)
    guard list.signatures.count == list.paths.count else {
      throw error("signature", "each file of \"path\" needs its \"signature\", in the same order")
    }
  }

  func date(_ key: String) throws(WatchlistError) -> PartialDate? {
    guard let value = table[key] else { return nil }
    var date: PartialDate?
    if let given = value.date {
      date = PartialDate(year: given.year, month: given.month, day: given.day)
    } else if let text = value.string {
      date = PartialDate(text)
    }
    guard let date, date.isFull else { throw wrongType(key, "a date such as 2026-11-20") }
    return date
  }

  func count(_ key: String, in table: TOMLTable) throws(WatchlistError) -> Int? {
    guard let value = table[key] else { return nil }
    guard let number = value.int, (0...1_000_000_000).contains(number) else {
      throw wrongType(key, "a whole number from 0 on")
    }
    return number
  }

  private static func isIdentifier(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x2E: true
    default: false
    }
  }
}

/// Finds the line of a key, because the TOML library tells lines of syntax errors only.
struct RegisterLines {
  /// Lines of the `[[list]]` headers, from 1.
  private var headers: [Int] = []
  private var keys: [(key: Substring, line: Int)] = []

  init(_ text: String) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      if trimmed.hasPrefix("[[") {
        headers.append(index + 1)
      } else {
        let key =
          trimmed.hasPrefix("\"")
          ? trimmed.dropFirst().prefix { $0 != "\"" }
          : trimmed.drop { $0 == "[" }
            .prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
        if !key.isEmpty { keys.append((key, index + 1)) }
      }
    }
  }

  /// First line that begins with a key; 0 where there is none.
  func line(of key: String) -> Int { keys.first { $0.key == key }?.line ?? 0 }

  /// Line of a key in the `index`-th list, else of the list's header, else 0.
  func line(of key: String, inList index: Int) -> Int {
    guard index < headers.count else { return 0 }
    let end = index + 1 < headers.count ? headers[index + 1] : Int.max
    let found = keys.first { $0.key == key && $0.line > headers[index] && $0.line < end }
    return found?.line ?? headers[index]
  }
}
