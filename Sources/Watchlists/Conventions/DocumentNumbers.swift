/// Takes the numbers of documents out of what publishers write around them: `French passport number 05AT521433`,
/// `403062567 (US)`, `(1) 28642163 (2) 954242`, `Russian passport number 8208 No. 555627`.
///
/// Advice to the next reader: a number may begin at the start and behind words such as `number`; it ends the part
/// that words such as `issued` begin, in which digits are dates. Where a text has none, nothing is made up.
struct DocumentNumbers {
  struct Found: Equatable {
    var number: String
    /// As the text says it; nil where it does not.
    var type: ListedDocumentType?
    /// A country's name or adjective; nil where the text has none.
    var issuer: String?
  }

  private(set) var found: [Found] = []

  init(_ text: String) {
    for part in EnumeratedCell.parts(text) where !part.isEmpty { read(part) }
  }

  private mutating func read(_ part: String) {
    var reader = DocumentText(part)
    reader.read()
    if reader.found.isEmpty, !part.hasPrefix("(") || part.hasSuffix(")") {
      // All of it may stand in parentheses.
      reader = DocumentText(part.map { "()".contains($0) ? " " : String($0) }.joined())
      reader.read()
    }
    found += reader.found
  }

  /// Three characters at least, one of them a digit, and no date.
  static func isNumber(_ text: some StringProtocol) -> Bool {
    let count = text.count { $0.isLetter || $0.isNumber }
    return count >= 3 && text.contains(where: \.isNumber) && !isDate(text)
  }

  /// `24.5.2015`, `08-11-2005`.
  private static func isDate(_ text: some StringProtocol) -> Bool {
    let parts = text.split(
      separator: text.contains("/") ? "/" : text.contains(".") ? "." : "-",
      omittingEmptySubsequences: true)
    return parts.count == 3 && parts[0].count <= 2 && parts[1].count <= 2 && parts[2].count == 4
      && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
  }

  /// The country that the first words name, such as `Saudi Arabian national identity number`.
  static func country(_ text: String) -> String? {
    let words = text.split { $0 == " " || $0 == "," || $0 == "." || $0 == ":" }.map(String.init)
    for count in stride(from: min(words.count, 9), to: 0, by: -1) {
      let name = words[..<count].joined(separator: " ")
      // `No`, `in` and `ID` are codes of countries too.
      if name.count <= 3, !["UK", "US", "USA", "DRC", "UAE", "CAR"].contains(name) { continue }
      if CountryNames.alpha3(name) != nil { return name }
    }
    return nil
  }

  /// The kind of document that a text names.
  static func type(_ text: String) -> ListedDocumentType? {
    let text = text.lowercased()
    func has(_ words: String...) -> Bool { words.contains { text.contains($0) } }
    if has("travel document", "laissez") { return .travel }
    if has(
      "licence", "license", "birth cert", "ration", "voter", "student", "residen", "tax", "fiscal",
      "tin", "visa", "certificate", "registration", "social security", "ssn", "driver")
    {
      return .other
    }
    if has("passport", "passeport", "pasaporte") { return .passport }
    if has("identi", "national", "tazkira", "civil", "id no", "id card", "id:") {
      return .nationalId
    }
    return nil
  }
}
