internal import Ledger
public import Watchlists

/// `watchlist check` of a register: its lists judged as the next run would, and what persons decide of those that
/// are held.
public struct ListReview: Sendable {
  public let register: Register
  public private(set) var result: GateResult

  /// Judges the lists; writes nothing.
  /// - Throws: ``RunError`` for the register and the ledger.
  public init(_ request: RunRequest) throws(RunError) {
    var request = request
    request.isDryRun = true
    let state = try RunState(request)
    (register, result) = try ListLoading.review(request, ledger: state)
  }

  /// Writes down that a person accepts a list that is held, and judges anew.
  /// - Parameters:
  ///   - listID: of the register; nil where only one list is held.
  ///   - name: of the person.
  ///   - reason: why the list may be used all the same.
  /// - Returns: the list and how many persons have accepted this version of it.
  /// - Throws: ``RunError``; ``RunError/decision(_:)`` where there is nothing to decide.
  public mutating func accept(
    _ listID: String?, by name: String, reason: String, _ request: RunRequest
  ) throws(RunError) -> (list: String, deciders: Int) {
    var request = request
    request.isDryRun = false
    let state = try RunState(request)
    (_, result) = try ListLoading.review(request, ledger: state)
    let held = result.held.filter { listID == nil || $0.list.id == listID }
    guard let chosen = held.first else {
      throw .decision(listID.map { "list \($0) is not held" } ?? "no list is held")
    }
    guard held.count == 1 else {
      let ids = held.map(\.list.id).joined(separator: ", ")
      throw .decision("several lists are held (\(ids)); name one with --list")
    }
    let list = chosen.list
    let kept = request.keptLists
    let memory = try state.memory(of: list.id, kept: kept)
    guard !memory.hasDecided(name, on: list.sha256) else {
      throw .decision("this person has accepted this version already; another one must decide too")
    }
    try state.record(
      ListDecision(
        listID: list.id, sha256: list.sha256, baseline: memory.baseline,
        decided: request.clock.rfc3339, decidedBy: name, reason: reason,
        findings: chosen.reasons.joined(separator: "; ")))
    (_, result) = try ListLoading.review(request, ledger: state)
    return (list.id, try state.memory(of: list.id, kept: kept).deciders(list.sha256))
  }
}
