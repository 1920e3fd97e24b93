internal import Ledger
internal import Watchlists

extension LedgerProfile {
  init(_ profile: ListProfile) {
    self.init(
      format: profile.format, byteCount: profile.byteCount,
      filled: ListProfile.filledFields.map { profile.filled[keyPath: $0] },
      schema: profile.schema.text)
  }
}

extension ListProfile {
  init(_ profile: LedgerProfile) {
    var filled = FilledFields()
    for (field, count) in zip(ListProfile.filledFields, profile.filled) {
      filled[keyPath: field] = count
    }
    self.init(
      format: profile.format, byteCount: profile.byteCount, filled: filled,
      schema: ListSchema(text: profile.schema))
  }

  /// In the order of the ledger's columns.
  fileprivate static var filledFields: [WritableKeyPath<FilledFields, Int>] {
    [
      \.birthDate, \.fullBirthDate, \.gender, \.nationality, \.document, \.placeOfBirth,
      \.nonLatinName, \.nonASCIIName,
    ]
  }
}
