/// Why the number of a document is not the one that its publisher wrote.
enum DocumentNumberDoubt {
  /// `1.23457E+11`, as spreadsheets write large numbers.
  case isRounded
  /// A Cyrillic `А` would be dropped, and what is left is the number of somebody else's document.
  case hasForeignLetters

  /// - Returns: nil for a number without doubt.
  init?(_ number: Span<UInt8>) {
    var isASCII = true
    var hasPlus = false
    for index in number.indices {
      if number[index] >= 0x80 { isASCII = false }
      if number[index] == 0x2B { hasPlus = true }
    }
    if isASCII && !hasPlus { return nil }
    let text = String(decoding: number.indices.map { number[$0] }, as: UTF8.self)
    if text.wholeMatch(of: /\s*[0-9]+([.,][0-9]+)?[Ee]\+[0-9]{1,3}\s*/) != nil {
      self = .isRounded
    } else if text.unicodeScalars.contains(where: {
      !$0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
    }) {
      self = .hasForeignLetters
    } else {
      return nil
    }
  }

  /// Read behind a number of rows.
  var sentence: String {
    switch self {
    case .isRounded:
      "row(s) with a number in scientific notation (the spreadsheet has rounded the numbers: make the column one of "
        + "text, enter them again and export it)"
    case .hasForeignLetters: "row(s) with a number that has letters or digits beyond A-Z and 0-9"
    }
  }
}
