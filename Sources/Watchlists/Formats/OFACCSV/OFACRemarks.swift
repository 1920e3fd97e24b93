internal import Records

/// The Remarks of OFAC's tables: items in prose, of which some are facts (reference, A4 "Remarks").
enum OFACRemarks {
  static func read(
    _ text: String, into record: inout RecordBuilder, _ findings: inout ListFindings
  ) {
    for item in items(text[...]) { read(item, into: &record, &findings) }
  }

  private static func read(
    _ item: Substring, into record: inout RecordBuilder, _ findings: inout ListFindings
  ) {
    let item = item.hasPrefix("alt. ") ? item.dropFirst(5) : item
    if let text = rest(of: item, behind: "DOB ") {
      record.addBirth(monthName: text, &findings)
    } else if let text = rest(of: item, behind: "POB ") {
      record.addPlace([text])
    } else if let text = rest(of: item, behind: "nationality ")
      ?? rest(of: item, behind: "citizen ")
    {
      record.addNationality(text, &findings)
    } else if let text = rest(of: item, behind: "Gender ") {
      record.addGender(text)
    } else if item.dropFirst().hasPrefix(".k.a. "),
      let type = OFACNames.aliasType(
        String(item.prefix(6)))
    {
      addAlias(item.dropFirst(7), type, to: &record, &findings)
    } else if let document = OFACDocuments.parse(item) {
      guard let number = document.number else {
        return findings.warn("document(s) without a number are left out")
      }
      record.addDocument(document.type, number: number, issuer: document.issuer)
    } else if OFACDocuments.isOfUnknownKind(item) {
      findings.warn("number(s) of an unknown kind of document are left out")
    }
    // Everything else is prose: positions, links to others, reasons.
  }

  /// `'X'`, with apostrophes inside.
  private static func addAlias(
    _ text: Substring, _ type: ListedNameType, to record: inout RecordBuilder,
    _ findings: inout ListFindings
  ) {
    guard text.count > 2, text.first == "'", text.last == "'" else {
      return findings.warn("alias(es) in Remarks that are cut off are left out")
    }
    record.addName(lastFirst: String(text.dropFirst().dropLast()), type: type, quality: .weak)
  }

  private static func rest(of item: Substring, behind prefix: String) -> String? {
    item.hasPrefix(prefix) ? String(item.dropFirst(prefix.count)) : nil
  }

  /// Separated by `; `, but not within brackets; the last ends in a full stop.
  static func items(_ text: Substring) -> [Substring] {
    var text = text
    if text.hasSuffix(".") { text = text.dropLast() }
    var items: [Substring] = []
    var start = text.startIndex
    var searched = start
    while let found = text[searched...].firstRange(of: "; ") {
      searched = found.upperBound
      if isWithinBrackets(text[start..<found.lowerBound], text[found.upperBound...]) { continue }
      items.append(text[start..<found.lowerBound])
      start = found.upperBound
    }
    items.append(text[start...])
    return items
  }

  /// Whether a bracket is open before and closes behind before another opens.
  private static func isWithinBrackets(_ before: Substring, _ behind: Substring) -> Bool {
    guard before.count(where: { $0 == "(" }) > before.count(where: { $0 == ")" }) else {
      return false
    }
    return behind.first { $0 == "(" || $0 == ")" } == ")"
  }
}
