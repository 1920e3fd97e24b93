internal import Records

extension PersonsTable {
  /// Several values of one field, joined by `|`.
  static func parts(_ text: String) -> [String] {
    if !text.utf8.contains(0x7C) { return [text] }
    return text.split(separator: "|").compactMap { ListedText.value(String($0)) }
  }

  /// `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, or two of them around `..`.
  static func interval(_ text: String) -> DateInterval? {
    if let date = PartialDate(text) { return DateInterval(date) }
    let parts = text.split(separator: "..", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = PartialDate(String(parts[0])),
      let last = PartialDate(String(parts[1]))
    else { return nil }
    return DateInterval(from: first.earliest, to: last.latest)
  }
}
