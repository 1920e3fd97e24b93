internal import Bytes
public import Ledger

/// What the ledger of a state folder knows.
public enum RunHistory {
  /// All runs, the oldest first; none where no run has been.
  /// - Throws: ``RunError/ledger(_:)``, ``RunError/input(path:reason:)`` when the state folder
  ///   cannot be searched.
  public static func runs(state: String) throws(RunError) -> [LedgerRun] {
    let path = "\(state)/\(Ledger.fileName)"
    do { guard try somethingIsThere(atPath: path) else { return [] } } catch {
      throw RunError(reading: error)
    }
    do {
      let ledger = try Ledger(path: path)
      return try ledger.runs()
    } catch {
      throw .ledger(error)
    }
  }
}
