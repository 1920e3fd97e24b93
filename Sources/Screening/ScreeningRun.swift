internal import Bytes
internal import Feeds
internal import HitFiles
internal import Ledger
internal import Matching
internal import Records

/// The run, from PATHs to a published folder. Read ``run()`` from top to bottom: it is the story.
public struct ScreeningRun {
  let request: RunRequest
  private let progress: @Sendable (RunProgress) -> Void
  var timings = RunTimings()

  /// - Parameter progress: told now and then, from any thread, how far the run is.
  public init(_ request: RunRequest, progress: @escaping @Sendable (RunProgress) -> Void) {
    self.request = request
    self.progress = progress
    timings.jobs = request.jobs
    timings.exhaustive = request.exhaustive
  }

  /// Screens the inputs and publishes the result.
  /// - Returns: what the run came to, also when it had been published before.
  /// - Throws: ``RunError``; then nothing is published.
  public mutating func run() throws(RunError) -> RunSummary {
    let state = try RunState(request)
    let lists = try loadLists(state)
    var folder = request.isDryRun ? nil : try RunFolder(output: request.output)
    let spill = SpillStore(
      folder: request.isDryRun ? RunRequest.temporaryFolder : request.output,
      memoryBytesMax: request.limits.spillMemoryBytes)
    let (intake, findings, index) = try screen(lists, spill)

    let clock = ContinuousClock()
    let writingBegan = clock.now
    var counts = RunCounts(findings, intake)
    counts.unmatchableListedNames = index.unmatchableNames
    try folder?.write(quarantineOf: intake, findings, from: spill)
    for writer in HitWriterRegistry.all where folder != nil {
      counts.hitsWritten[writer.fileName] = try folder?.write(findings.hits, as: writer)
    }
    let broken = counts.identities.filter { !$0.holds }
    guard broken.isEmpty else { throw .countsDiffer(broken) }
    timings.writingSeconds = (clock.now - writingBegan).seconds
    let result = RunResult(
      runID: RunIdentity.runID(
        request: request, files: counts.files, lists: lists.described, changes: lists.changes),
      counts: counts, lists: lists)
    return try publish(result, in: folder.take(), state: state)
  }

  private func loadLists(_ state: borrowing RunState) throws(RunError) -> LoadedLists {
    var lists = try ListLoading.load(request, ledger: state)
    lists.changes = try request.changedSince.map { folder throws(RunError) in
      try ListChanges(lists.watchlists, since: folder, request)
    }
    return lists
  }

  /// The hits and what they were counted from; writes nothing.
  /// - Throws: ``RunError``, also where the counts do not reconcile.
  mutating func hits() throws(RunError) -> (hits: [Hit], counts: RunCounts) {
    let state = try RunState(request)
    let spill = SpillStore(
      folder: RunRequest.temporaryFolder, memoryBytesMax: request.limits.spillMemoryBytes)
    let (intake, findings, _) = try screen(try loadLists(state), spill)
    let counts = RunCounts(findings, intake)
    let broken = counts.identities.filter { !$0.holds }
    guard broken.isEmpty else { throw .countsDiffer(broken) }
    return (findings.hits, counts)
  }

  private mutating func screen(
    _ lists: LoadedLists, _ spill: SpillStore
  ) throws(RunError) -> (IntakeResult, LegFindings, MatchIndex) {
    let clock = ContinuousClock()
    let began = clock.now
    let inputs = try InputFiles.expand(request.paths)
    let index = try MatchIndex.prepared(lists, for: request)
    timings.preparingSeconds = (clock.now - began).seconds
    let legs = LegStore(spill)
    let intake = try read(inputs, into: legs, spill)
    try checkFlight(intake)
    let (exhaustive, files) = (request.exhaustive, intake.files.map { $0.account.file })
    let hitsMax = request.limits.hitsPerPassenger
    let findings = try LegPass(legs, intake, limits: request.limits, progress: progress) {
      TravellerScreening(
        Matcher(index: index, exhaustive: exhaustive, matchesMax: hitsMax), files: files,
        changes: lists.changes)
    }.run(threads: request.jobs)
    timings.screeningSeconds = (clock.now - began).seconds - timings.preparingSeconds
    return (intake, findings, index)
  }

  private func read(
    _ inputs: [InputFile], into legs: LegStore, _ spill: SpillStore
  ) throws(RunError) -> IntakeResult {
    let context = FeedContext(limits: request.limits, today: request.clock.date)
    let intake = Intake(
      inputs, context, scope: request.scope, store: legs, spill: spill, progress: progress)
    return try intake.run(threads: request.jobs)
  }

  /// One flight number may fly several legs a day: the caller must say which one is meant.
  private func checkFlight(_ intake: IntakeResult) throws(RunError) {
    guard request.scope?.flight != nil, intake.legs.count > 1 else { return }
    throw .flightIsAmbiguous(legs: intake.legs.sorted().map { FlightScope.shown(leg: $0) })
  }
}

extension Duration {
  fileprivate var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
