internal import Bytes
public import Ledger

/// What the ledger of a state folder knows.
public enum RunHistory {
  /// All runs, the oldest first; none where no run has been.
  /// - Throws: ``RunError/ledger(_:)``.
  public static func runs(state: String) throws(RunError) -> [LedgerRun] {
    let path = "\(state)/\(Ledger.fileName)"
    guard (try? kind(ofPath: path, followsLinks: true)) != nil else { return [] }
    do {
      let ledger = try Ledger(path: path)
      return try ledger.runs()
    } catch {
      throw .ledger(error)
    }
  }
}
