/// One part of a cell of documents, read word by word for ``DocumentNumbers``.
struct DocumentText {
  private struct Word {
    var text: String
    /// Ends in a comma, full stop, semicolon or colon, or parentheses stand behind it.
    var endsPhrase = false
    /// What stands in parentheses behind it.
    var remark = ""
  }

  private(set) var found: [DocumentNumbers.Found] = []
  private var words: [Word] = []
  /// A number may begin here.
  private var isOpen = true
  /// Words since the last number.
  private var label: [String] = []

  init(_ text: String) {
    words = DocumentText.words(text)
  }

  mutating func read() {
    var index = 0
    var endOfNumber = -1
    while index < words.count {
      let word = words[index]
      let lowered = word.text.lowercased()
      // `A123456 and B234567`; `A123456 issued 2010, B234567 issued 2015`
      if index == endOfNumber, DocumentText.conjunctions.contains(lowered), index + 1 < words.count
      {
        isOpen = true
        index += 1
        continue
      }
      if index > 0, words[index - 1].endsPhrase, isUnmistakable(word) { isOpen = true }
      if isOpen, let end = numberEnd(from: index) {
        take(index..<end)
        index = end
        endOfNumber = end
        continue
      }
      label.append(word.text)
      if !word.remark.isEmpty { label.append(word.remark) }
      let previous = index > 0 ? words[index - 1].text.lowercased() : ""
      if DocumentText.openers.contains(lowered) {
        // `issue number`, `visa no` are of something else.
        if !["issue", "visa", "phone"].contains(previous) { isOpen = true }
      } else if DocumentText.closers.contains(lowered) {
        isOpen = false
      }
      index += 1
    }
  }

  /// Where the number that begins at `start` ends; nil for none.
  private func numberEnd(from start: Int) -> Int? {
    var index = start
    // `D 000933`, `TR-P 614 166`: letters in front of the digits.
    if isPrefix(words[start]) {
      guard start + 1 < words.count, hasDigit(words[start + 1]) else { return nil }
      index += 1
    }
    guard hasDigit(words[index]) else { return nil }
    while !words[index].endsPhrase, index + 1 < words.count {
      let next = words[index + 1]
      let follows = index + 2 < words.count && hasDigit(words[index + 2])
      if hasDigit(next), !isDay(next, behind: index) {
        index += 1
      } else if follows, isPrefix(next) || DocumentText.numberSigns.contains(next.text.lowercased())
      {
        index += 2
      } else {
        break
      }
    }
    let text = number(start..<index + 1)
    return DocumentNumbers.isNumber(text) ? index + 1 : nil
  }

  private mutating func take(_ range: Range<Int>) {
    let remark = words[range].last?.remark ?? ""
    let behind =
      range.upperBound < words.count && words[range.upperBound - 1].endsPhrase
      ? words[range.upperBound...].prefix(8).map(\.text).joined(separator: " ") : ""
    let before = label.joined(separator: " ")
    // `Passport: Pakistani Passport no.`
    var issuer: String?
    for start in 0..<min(4, label.count) where issuer == nil {
      issuer = DocumentNumbers.country(label[start...].joined(separator: " "))
    }
    issuer = issuer ?? DocumentNumbers.country(remark) ?? DocumentNumbers.country(behind)
    found.append(
      DocumentNumbers.Found(
        number: number(range), type: DocumentNumbers.type(before) ?? DocumentNumbers.type(remark),
        issuer: issuer))
    label = []
    // Another number may follow at once: `712895726. 753173718`.
    isOpen = words[range.upperBound - 1].endsPhrase
  }

  /// The words without the sign of a number between or ahead of them.
  private func number(_ range: Range<Int>) -> String {
    words[range].filter { !DocumentText.numberSigns.contains($0.text.lowercased()) }
      .map(\.text).joined(separator: " ")
  }

  /// Capital letters and many digits: no date, and no number of anything else.
  private func isUnmistakable(_ word: Word) -> Bool {
    word.text.count { $0.isNumber } >= 6 && word.text.contains(where: \.isUppercase)
      && !word.text.contains(where: \.isLowercase)
  }

  private func hasDigit(_ word: Word) -> Bool { word.text.contains(where: \.isNumber) }

  /// One to three capital letters that are no abbreviation of a kind of document or of a country.
  private func isPrefix(_ word: Word) -> Bool {
    let letters = word.text.filter(\.isLetter)
    return (1...3).contains(letters.count) && letters.allSatisfy(\.isUppercase)
      && !word.text.contains(where: \.isNumber) && word.remark.isEmpty && !word.endsPhrase
      && !DocumentText.abbreviations.contains(letters) && word.text != "No"
  }

  /// A day ahead of a month: `2863795 2 Sep 2013`.
  private func isDay(_ word: Word, behind index: Int) -> Bool {
    word.text.count <= 2 && words[index].text.count > 6 && words[index].text.last != "-"
  }

  private static let openers: Set<String> = [
    "passport", "passports", "number", "numbers", "no", "nos", "card", "id", "identity", "licence",
    "license", "document", "certificate", "code", "permit", "ssn", "bpa", "nif", "tin", "inn",
    "booklet", "n°", "nr", "laissez-passer",
  ]
  private static let closers: Set<String> = [
    "issued", "issue", "expires", "expired", "expiring", "expiry", "expiration", "valid", "date",
    "dated", "place", "born", "dob", "under", "name", "revoked", "cancelled", "until", "since",
    "as", "from", "in", "on", "at", "visa", "phone",
  ]
  private static let conjunctions: Set<String> = ["and", "or", "&", "/", "et", "und", "y"]
  private static let numberSigns: Set<String> = ["no", "no.", "n°", "nº", "nr", "number"]
  private static let abbreviations: Set<String> = [
    "BPA", "SSN", "NIF", "TIN", "INN", "NI", "NIC", "NIN", "CIN", "DNI", "DRC", "CAR", "UAE", "UK",
    "USA", "ID", "CNB", "DOB",
  ]

  // MARK: Words

  private static func words(_ text: String) -> [Word] {
    var words: [Word] = []
    var current = ""
    var remark = ""
    var depth = 0
    let characters = Array(text)
    func flush() {
      guard let word = word(current) else {
        current = ""
        return
      }
      words.append(contentsOf: word)
      current = ""
    }
    for (index, character) in characters.enumerated() {
      if character == "(", depth > 0 || !isInside(characters, index) {
        if depth == 0 { flush() }
        depth += 1
        if depth > 1 { remark.append(" ") }
      } else if character == ")", depth > 0 {
        depth -= 1
        guard depth == 0 else { continue }
        if let last = words.indices.last {
          words[last].remark += (words[last].remark.isEmpty ? "" : " ") + remark
          words[last].endsPhrase = true
        }
        remark = ""
      } else if depth > 0 {
        remark.append(character)
      } else if character.isWhitespace {
        flush()
      } else {
        current.append(character)
      }
    }
    flush()
    if depth > 0, let last = words.indices.last {
      words[last].remark += remark
      words[last].endsPhrase = true
    }
    return words
  }

  /// Parentheses within a number: `12/ABC(N)006981`.
  private static func isInside(_ characters: [Character], _ open: Int) -> Bool {
    guard open > 0, characters[open - 1].isLetter || characters[open - 1].isNumber,
      let close = characters[open...].firstIndex(of: ")"), close - open <= 4,
      close + 1 < characters.count
    else { return false }
    return characters[close + 1].isNumber
  }

  /// One word, or two where a sign clings to a number: `no.210804241`, `N°235/X`, `No34409/129`.
  private static func word(_ text: String) -> [Word]? {
    var body = text[...]
    var ends = false
    while let last = body.last, ",;.:".contains(last) {
      ends = ends || last != ":"
      body = body.dropLast()
    }
    while let first = body.first, ",;.:".contains(first) { body = body.dropFirst() }
    if body.isEmpty { return nil }
    // `no.` ends no phrase.
    if ["no", "nos", "nr"].contains(body.lowercased()) { ends = false }
    for sign in ["number:", "no.:", "no.", "no:", "n°", "nº", "n."]
    where body.count > sign.count && body.lowercased().hasPrefix(sign)
      && body.dropFirst(sign.count).first?.isASCII == true
    {
      let rest = body.dropFirst(sign.count)
      return [Word(text: "no"), Word(text: String(rest), endsPhrase: ends)]
    }
    if body.hasPrefix("No"), body.dropFirst(2).first?.isNumber == true {
      return [Word(text: "no"), Word(text: String(body.dropFirst(2)), endsPhrase: ends)]
    }
    // `passport:A123`, `TIN:123`
    if let colon = body.firstIndex(of: ":"), !body[..<colon].contains(where: \.isNumber) {
      let rest = body[body.index(after: colon)...]
      return [Word(text: String(body[..<colon]))]
        + (rest.isEmpty ? [] : [Word(text: String(rest), endsPhrase: ends)])
    }
    return [Word(text: String(body), endsPhrase: ends)]
  }
}
