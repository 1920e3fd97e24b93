import Names

/// A name as tokens, each with the field that it came from.
struct FoldedName: Equatable {
  var tokens: [NameToken]
  var roles: [NameRole]

  /// A name whose fields are not known.
  init(tokens: [NameToken]) {
    let kept = Self.withoutPlaceholders(tokens, besides: [])
    self.tokens = kept
    roles = Array(repeating: .unknown, count: kept.count)
  }

  /// Placeholders for a missing part go, and a single name that was written into both fields
  /// (SUKARNO/SUKARNO) counts once.
  init(surnames: [NameToken], givens: [NameToken]) {
    let surname = Self.withoutPlaceholders(surnames, besides: givens)
    var given = Self.withoutPlaceholders(givens, besides: surname)
    if given == surname { given = [] }
    tokens = surname + given
    roles = Array(repeating: .surname, count: surname.count)
    roles += Array(repeating: .given, count: given.count)
  }

  private static func withoutPlaceholders(
    _ tokens: [NameToken], besides others: [NameToken]
  ) -> [NameToken] {
    let kept = tokens.filter { !NamePlaceholder.isPlaceholder($0) }
    return kept.isEmpty && others.isEmpty ? tokens : kept
  }
}
