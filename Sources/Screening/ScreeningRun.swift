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
    let clock = ContinuousClock()
    let began = clock.now
    let inputs = try InputFiles.expand(request.paths)
    let state = try RunState(request)
    let lists = try ListLoading.load(request, ledger: state)
    var folder = request.isDryRun ? nil : try RunFolder(output: request.output)
    let index = MatchIndex(lists: lists.watchlists)
    timings.preparingSeconds = (clock.now - began).seconds

    let screeningBegan = clock.now
    let spill = SpillStore(
      folder: request.isDryRun ? RunRequest.temporaryFolder : request.output,
      memoryBytesMax: request.limits.spillMemoryBytes)
    let legs = LegStore(spill)
    let intake = try read(inputs, into: legs, spill)
    try checkFlight(intake)
    let findings = try LegScreening(
      legs, intake, on: index, exhaustive: request.exhaustive, limits: request.limits,
      progress: progress
    ).run(threads: request.jobs)
    timings.screeningSeconds = (clock.now - screeningBegan).seconds

    let writingBegan = clock.now
    var counts = count(findings, intake, on: index)
    try folder?.write(quarantineOf: intake, findings, from: spill)
    for writer in HitWriterRegistry.all where folder != nil {
      counts.hitsWritten[writer.fileName] = try folder?.write(findings.hits, as: writer)
    }
    let broken = counts.identities.filter { !$0.holds }
    guard broken.isEmpty else { throw .countsDiffer(broken) }
    timings.writingSeconds = (clock.now - writingBegan).seconds
    let result = RunResult(
      runID: RunIdentity.runID(
        request: request, files: counts.files, lists: lists.described),
      counts: counts, lists: lists)
    return try publish(result, in: folder.take(), state: state)
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
    guard intake.legs.count > 1 else { return }
    throw .flightIsAmbiguous(legs: intake.legs.sorted().map { FlightScope.shown(leg: $0) })
  }

  private func count(
    _ findings: LegFindings, _ intake: IntakeResult, on index: MatchIndex
  ) -> RunCounts {
    var counts = RunCounts()
    counts.filesFound = intake.filesFound
    counts.files = intake.files.map { $0.account }
    for (file, screened) in findings.screenedByFile.enumerated() {
      counts.files[file].screened = screened
    }
    for (file, found) in findings.findings {
      counts.files[file].findings[found.code, default: 0] += 1
    }
    counts.records = findings.records
    counts.merged = findings.merged
    counts.screened = findings.screened
    counts.cancelled = findings.cancelled
    counts.flights = findings.flights
    counts.matches = findings.matches
    counts.repeated = findings.repeated
    counts.notes = findings.notes
    counts.unmatchableListedNames = index.unmatchableNames
    counts.hits = findings.hits.count
    for hit in findings.hits { counts.hitsByBand[hit.band.rawValue, default: 0] += 1 }
    return counts
  }
}

extension Duration {
  fileprivate var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
