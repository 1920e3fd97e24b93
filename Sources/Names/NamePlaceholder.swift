/// Words that stand where a name is missing (`feed-formats.md`, 6.1): a single-name traveller is booked as
/// FNU (first name unknown) or LNU (last name unknown).
public enum NamePlaceholder {
  private static let words: Set<NameToken> = Set(
    ["FNU", "LNU", "XXX", "XXXX", "UNKNOWN"].map { NameToken($0) })

  /// Whether the token stands for a missing name. A name of such words alone is kept all the same:
  /// it may be somebody's, and a passenger without a name could not be compared at all.
  public static func isPlaceholder(_ token: NameToken) -> Bool {
    switch token[0] {
    // F, L, U, X: no other letter begins one, and nearly all tokens are none.
    case 0x46, 0x4C, 0x55, 0x58: words.contains(token)
    default: false
    }
  }
}
