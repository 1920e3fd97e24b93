internal import Records

extension PartialDate {
  /// Reads `YYYY-MM-DD`, `YYYY-MM` or `YYYY` (ISO 8601), which a time of day may follow.
  init?(isoDateOf text: String) {
    self.init(String(text.prefix { $0 != "T" && $0 != " " }))
  }
}
