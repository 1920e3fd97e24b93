internal import Records
internal import Watchlists

/// The lists of a run: described for the report, whole for the index.
struct LoadedLists: Sendable {
  var described: [RunList] = []
  var watchlists: [Watchlist] = []
  /// What the gate found and let pass.
  var findings: [GateFinding] = []
  /// Set where only hits of entries that are new or changed are given.
  var changes: ListChanges?
}

/// Reads the register and puts every list before the gate.
enum ListLoading {
  /// - Throws: ``RunError/listsRefused(_:)``, and ``RunError/configuration(path:line:reason:)`` for
  ///   the register itself.
  static func load(
    _ request: RunRequest, ledger: borrowing RunState
  ) throws(RunError) -> LoadedLists {
    let (register, result, memories) = try judge(request, ledger: ledger)
    guard result.mayScreen else {
      let blocking = result.findings.filter { $0.severity != .warning }
      if blocking.contains(where: \.isOfSignature) {
        throw .signatureRefused(blocking.map { $0.text })
      }
      throw .listsRefused(blocking.map { $0.text })
    }
    if !request.isDryRun { try keep(result.accepted, of: register, request) }
    let described = result.accepted.compactMap { list in
      register.lists.first { $0.id == list.id }.map { registered in
        var described = RunList(list, registered, clock: request.clock)
        described.heldSHA256 =
          result.held.first { $0.list.id == list.id && $0.list.sha256 != list.sha256 }?.list.sha256
        return described
      }
    }
    return LoadedLists(
      described: described, watchlists: result.accepted,
      findings: result.findings + notCompared(result.accepted, of: register, memories))
  }

  /// Reads the register and judges its lists, with what is known of them from before.
  static func review(
    _ request: RunRequest, ledger: borrowing RunState
  ) throws(RunError) -> (register: Register, result: GateResult) {
    let (register, result, _) = try judge(request, ledger: ledger)
    return (register, result)
  }

  private static func judge(
    _ request: RunRequest, ledger: borrowing RunState
  ) throws(RunError) -> (register: Register, result: GateResult, memories: [String: ListMemory]) {
    let register = try read(request)
    let kept = request.keptLists
    var memories: [String: ListMemory] = [:]
    for list in register.lists where !request.forgetsLists {
      memories[list.id] = try ledger.memory(of: list.id, kept: kept)
    }
    let gate = AcceptanceGate(
      register: register, now: request.clock.date, seconds: request.clock.seconds,
      limits: request.limits, tables: request.documentTables)
    return (register, gate.load { memories[$0] ?? ListMemory() }, memories)
  }

  /// Says which lists are used without a look at what they were before.
  private static func notCompared(
    _ lists: [Watchlist], of register: Register, _ memories: [String: ListMemory]
  ) -> [GateFinding] {
    lists.compactMap { list in
      guard let memory = memories[list.id],
        let registered = register.lists.first(where: { $0.id == list.id })
      else { return nil }
      let what: String
      if memory.baseline == nil {
        what = "has no earlier accepted version here: nothing was compared"
      } else if memory.profile == nil {
        what =
          "was last accepted by an earlier program: it was compared by its counters, not by what is known of its "
          + "persons and what its files consist of"
      } else {
        return nil
      }
      let path = registered.paths.joined(separator: " ")
      return GateFinding(
        list: list.id, path: path, severity: .warning, text: "list \(list.id) (\(path)) \(what)",
        isRequired: registered.isRequired)
    }
  }

  /// Keeps what was accepted for the night on which its next version is held.
  private static func keep(
    _ lists: [Watchlist], of register: Register, _ request: RunRequest
  ) throws(RunError) {
    let kept = request.keptLists
    for list in lists {
      guard let registered = register.lists.first(where: { $0.id == list.id }) else { continue }
      try kept.keep(list, paths: registered.files, limits: request.limits)
    }
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
