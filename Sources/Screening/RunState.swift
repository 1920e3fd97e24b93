internal import Bytes
internal import Ledger
internal import Records
internal import Watchlists

/// The state folder of a run: its lock, held until the run ends, and the ledger.
///
/// A dry run holds neither; it reads a ledger that is there, and leaves no trace.
struct RunState: ~Copyable {
  private let lock: FileLock?
  private let ledger: Ledger?
  /// The run's clock, RFC 3339.
  private let now: String

  /// - Throws: ``RunError/locked(path:)`` when another run is at work with this state folder.
  init(_ request: RunRequest) throws(RunError) {
    let lock = try RunState.lock(request)
    let ledger = try RunState.ledger(request)
    now = request.clock.rfc3339
    self.lock = lock
    self.ledger = ledger
  }

  private static func lock(_ request: RunRequest) throws(RunError) -> FileLock? {
    guard !request.isDryRun else { return nil }
    let path = "\(request.state)/lock"
    do throws(BytesError) {
      try makeFolders(request.state)
      if let held = try FileLock(path: path) { return held }
    } catch {
      throw RunError(writing: error)
    }
    throw .locked(path: path)
  }

  private static func ledger(_ request: RunRequest) throws(RunError) -> Ledger? {
    let path = "\(request.state)/\(Ledger.fileName)"
    if request.isDryRun {
      // Without the ledger nobody would see that a list has shrunk.
      do { guard try somethingIsThere(atPath: path) else { return nil } } catch {
        throw RunError(reading: error)
      }
    }
    do { return try Ledger(path: path) } catch { throw .ledger(error) }
  }

  /// What earlier runs and decisions tell of a list; nothing of a list that is new.
  func memory(of list: String, kept: KeptListFiles) throws(RunError) -> ListMemory {
    var memory = ListMemory()
    do throws(LedgerError) {
      if let found = try ledger?.lastAccepted(list: list) ?? nil {
        memory.baseline = found.sha256
        memory.counts = RunState.counts(of: found)
        memory.profile = found.profile.map { ListProfile($0) }
        memory.published = found.published.flatMap { PartialDate($0) }
        memory.lastGood = kept.paths(list: list, sha256: found.sha256).map {
          KeptList(
            sha256: found.sha256, paths: $0, published: memory.published)
        }
      }
      memory.decisions =
        try ledger?.decisions(list: list).map {
          ListAcceptance(
            sha256: $0.sha256, baseline: $0.baseline, name: $0.decidedBy, decided: $0.decided)
        } ?? []
      memory.mostPersons =
        try ledger?.mostPersons(
          list: list, days: ListMemory.windowDays, before: now, since: memory.lastDecided) ?? nil
    } catch {
      throw .ledger(error)
    }
    return memory
  }

  private static func counts(of found: LedgerList) -> WatchlistCounts {
    var counts = WatchlistCounts()
    counts.records = found.records
    counts.persons = found.persons
    counts.names = found.names
    counts.birthDates = found.birthDates
    counts.documents = found.documents
    counts.nationalities = found.nationalities
    counts.genders = found.genders
    return counts
  }

  /// Writes a decision into the ledger.
  func record(_ decision: ListDecision) throws(RunError) {
    do { try ledger?.record(decision) } catch { throw .ledger(error) }
  }

  /// Writes the run into the ledger.
  /// - Returns: its number there, for ``withdraw(_:)``.
  func record(_ summary: RunSummary, clock: RunClock) throws(RunError) -> Int {
    let run = LedgerRun(
      runID: summary.runID, kind: summary.kind, started: clock.rfc3339,
      programVersion: ProgramVersion.current, files: summary.counts.filesFound,
      messages: summary.counts.parsed.messages, persons: summary.counts.parsed.persons,
      hits: summary.counts.hits, quarantined: summary.counts.quarantined,
      isPublished: summary.isPublished, exitCode: summary.isClean ? 0 : 1)
    let lists = summary.lists.map { RunState.entry(for: $0) }
    do { return try ledger?.record(run, lists: lists) ?? 0 } catch { throw .ledger(error) }
  }

  private static func entry(for list: RunList) -> LedgerList {
    var entry = LedgerList(
      listID: list.id, sha256: list.sha256, published: list.published?.description,
      isAccepted: true)
    entry.records = list.counts.records
    entry.persons = list.counts.persons
    entry.names = list.counts.names
    entry.birthDates = list.counts.birthDates
    entry.documents = list.counts.documents
    entry.nationalities = list.counts.nationalities
    entry.genders = list.counts.genders
    entry.profile = LedgerProfile(list.profile)
    return entry
  }

  /// Takes back a run whose folder could not be published after all.
  func withdraw(_ sequence: Int) { _ = try? ledger?.withdraw(sequence) }
}
