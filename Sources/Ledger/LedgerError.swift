/// Why the ledger could not be used. The texts hold no data of a run.
public enum LedgerError: Error, Equatable, Sendable {
  /// SQLite refused; `reason` is its message, `isFull` tells a full disk apart.
  case database(path: String, reason: String, isFull: Bool)
  /// Written by a later program whose tables this one does not know.
  case newerSchema(path: String, found: Int, known: Int)
}
