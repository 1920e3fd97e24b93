internal import Records

/// The names in one `ALIAS_NAME`, `NAME_ORIGINAL_SCRIPT` or note of an alias, without what is said about them.
struct UNNameText {
  private(set) var names: [String] = []
  /// The person was listed under it before.
  private(set) var isFormer = false
  /// The text says when he was born under it: `…, born 14 Jul. 1970 in …`.
  private(set) var hasBirth = false
  /// A date of that to the day: `14 Jul 1970`.
  private(set) var birth: String?

  init(_ text: String) {
    for part in EnumeratedCell.values(text) { read(part) }
  }

  /// A note names the person only as a row of names; what it says in another script is the alias once more.
  init(note: String) {
    let text = ListedText.clean(note)
    isFormer = text.lowercased().contains("listed as")
    if let born = text.firstRange(of: "born ") { readBirth(text[born.upperBound...]) }
    if text.contains("; "), !text.contains(where: \.isNumber) {
      names = EnumeratedCell.values(text)
    }
  }

  private mutating func read(_ part: String) {
    var text = part
    var others: [String] = []
    // Parts of `الاسم (Name; Name)` come here cut at the semicolon: the sides are closed again.
    while let remark = UNNameText.parentheses(in: text) {
      let content = ListedText.clean(String(text[remark].trimmingPrefix("(")))
      let inner = content.hasSuffix(")") ? String(content.dropLast()) : content
      switch meaning(of: inner, beside: text.replacingCharacters(in: remark)) {
      case .name(let name): others.append(name)
      case .remark: break
      case .part:
        // It belongs to the name as published.
        finish(text, others)
        return
      }
      text = text.replacingCharacters(in: remark)
    }
    finish(text, others)
  }

  private mutating func finish(_ text: String, _ others: [String]) {
    var text = text
    if let born = text.firstRange(of: "born ") {
      readBirth(text[born.upperBound...])
      text = String(text[..<born.lowerBound])
    }
    // The end of parentheses that began ahead of a semicolon, and what is said behind them.
    if !text.contains("("), let close = text.firstIndex(of: ")") { text = String(text[..<close]) }
    while let last = text.last, last == "," || last == " " { text.removeLast() }
    let words = text.split(separator: ", ")
    if words.count > 2, words.allSatisfy({ !$0.contains(" ") }) {
      names += words.map(String.init)
    } else {
      names += UNNameText.byScript(text)
    }
    names += others
  }

  /// `on 22 Aug. 1973 in …`, `16 Dec. 1948, in …`.
  private mutating func readBirth(_ text: Substring) {
    hasBirth = true
    var words = text.split { " .,".contains($0) }[...]
    if words.first == "on" { words = words.dropFirst() }
    let date = words.prefix(3).joined(separator: " ")
    let found = DayFirstDates(date)
    guard found.dates.count == 1, let day = found.dates.first?.interval, day.from == day.to,
      !found.hasUnreadable, !found.hasImpossible
    else { return }
    birth = date
  }

  private enum Meaning {
    case name(String)
    case remark, part
  }

  private mutating func meaning(of inner: String, beside outer: String) -> Meaning {
    let lowered = inner.lowercased()
    if let script = UNNameText.originalScript(inner) { return .name(script) }
    if lowered.contains("listed as") {
      isFormer = true
      return .remark
    }
    if inner.contains(where: \.isNumber) || UNNameText.remarks.contains(where: lowered.contains) {
      return .remark
    }
    let scripts = (Script.of(inner), Script.of(outer))
    return scripts.0 != scripts.1 && scripts.0 != nil && !outer.isEmpty ? .name(inner) : .part
  }

  private static let remarks = [
    "nom de guerre", "combat name", "birth name", "initials", "known as", "false identity",
    "tigrinya", "call sign",
  ]

  /// From the first `(` to its `)`, or to the end where it is not closed.
  private static func parentheses(in text: String) -> Range<String.Index>? {
    guard let open = text.firstIndex(of: "(") else { return nil }
    let close = text[open...].firstIndex(of: ")").map(text.index(after:)) ?? text.endIndex
    return open..<close
  }

  /// What stands behind `original script:`.
  private static func originalScript(_ text: String) -> String? {
    guard text.lowercased().hasPrefix("original script") else { return nil }
    return text.firstIndex(of: ":").flatMap {
      ListedText.value(String(text[text.index(after: $0)...]))
    }
  }

  /// `Name Name اسم اسم` is two names: each run of words in one script is one.
  private static func byScript(_ text: String) -> [String] {
    guard Script.of(text) == nil else { return [text] }
    var runs: [(script: String?, words: [Substring])] = []
    for word in text.split(separator: " ") {
      let script = Script.of(String(word))
      if runs.last.map({ script == nil || $0.script == script }) ?? false {
        runs[runs.count - 1].words.append(word)
      } else {
        runs.append((script, [word]))
      }
    }
    // Letters of two scripts in one word are no two names, and neither is a name that goes to and fro.
    guard runs.count == 2, runs.allSatisfy({ $0.script != nil }) else { return [text] }
    return runs.map { $0.words.joined(separator: " ") }
  }
}

extension String {
  /// The text without what lies in `range`, white space collapsed.
  fileprivate func replacingCharacters(in range: Range<String.Index>) -> String {
    ListedText.clean(self[..<range.lowerBound] + " " + self[range.upperBound...])
  }
}
