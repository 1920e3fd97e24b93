internal import Records
internal import Watchlists

/// The lists of a run: described for the report, whole for the index.
struct LoadedLists: Sendable {
  var described: [RunList] = []
  var watchlists: [Watchlist] = []
  /// What the gate found and let pass.
  var findings: [GateFinding] = []
}

/// Reads the register and puts every list before the gate.
enum ListLoading {
  /// - Throws: ``RunError/listsRefused(_:)``, and ``RunError/configuration(path:line:reason:)`` for
  ///   the register itself.
  static func load(
    _ request: RunRequest, ledger: borrowing RunState
  ) throws(RunError) -> LoadedLists {
    let register = try read(request)
    var previous: [String: WatchlistCounts] = [:]
    for list in register.lists { previous[list.id] = try ledger.lastAccepted(list: list.id) }
    let gate = AcceptanceGate(register: register, now: request.clock.date, limits: request.limits)
    let result = gate.load { previous[$0] }
    guard result.mayScreen else {
      let blocking = result.findings.filter { $0.severity != .warning }
      throw .listsRefused(blocking.map { $0.text })
    }
    let designations = Dictionary(
      register.lists.map { ($0.id, $0.designation ?? "") }, uniquingKeysWith: { first, _ in first })
    let described = result.accepted.map { list in
      RunList(list, designation: designations[list.id] ?? "", clock: request.clock)
    }
    return LoadedLists(
      described: described, watchlists: result.accepted, findings: result.findings)
  }

  private static func read(_ request: RunRequest) throws(RunError) -> Register {
    do {
      return try Register.read(path: request.watchlists, limits: request.limits)
    } catch {
      switch error {
      case .unreadable(let cause): throw RunError(reading: cause)
      case .register(let path, let line, let reason):
        throw .configuration(path: path, line: line > 0 ? line : nil, reason: reason)
      default:
        throw .configuration(path: request.watchlists, line: nil, reason: error.description)
      }
    }
  }
}
