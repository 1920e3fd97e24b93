import Names

/// A name as tokens, each with the field that it came from.
struct FoldedName: Equatable {
  var tokens: [NameToken]
  var roles: [NameRole]

  /// A name without tokens.
  init() {
    tokens = []
    roles = []
  }

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

  /// Takes a name in ASCII, using the memory that is there; false when a byte is not ASCII.
  mutating func take(surname: Span<UInt8>, given: Span<UInt8>) -> Bool {
    tokens.removeAll(keepingCapacity: true)
    roles.removeAll(keepingCapacity: true)
    guard NameFolder.foldASCII(surname, into: &tokens) else { return false }
    let cut = tokens.count
    guard NameFolder.foldASCII(given, into: &tokens) else { return false }
    if tokens.contains(where: NamePlaceholder.isPlaceholder) || tokens[..<cut] == tokens[cut...] {
      self = FoldedName(surnames: Array(tokens[..<cut]), givens: Array(tokens[cut...]))
    } else {
      for index in tokens.indices { roles.append(index < cut ? .surname : .given) }
    }
    return true
  }

  private static func withoutPlaceholders(
    _ tokens: [NameToken], besides others: [NameToken]
  ) -> [NameToken] {
    let kept = tokens.filter { !NamePlaceholder.isPlaceholder($0) }
    return kept.isEmpty && others.isEmpty ? tokens : kept
  }
}
