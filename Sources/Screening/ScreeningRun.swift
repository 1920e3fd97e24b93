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
    let quarantine = try folder?.open(QuarantineFile.name)
    let index = MatchIndex(lists: lists.watchlists)
    timings.preparingSeconds = (clock.now - began).seconds

    let screeningBegan = clock.now
    let findings = try screen(inputs, on: index, quarantine: quarantine)
    try checkFlight(findings)
    timings.screeningSeconds = (clock.now - screeningBegan).seconds

    let writingBegan = clock.now
    var counts = count(findings, on: index, filesFound: inputs.count)
    for writer in HitWriterRegistry.all where folder != nil {
      counts.hitsWritten[writer.fileName] = try folder?.write(findings.hits, as: writer)
    }
    let broken = counts.identities.filter { !$0.holds }
    guard broken.isEmpty else { throw .countsDiffer(broken) }
    timings.writingSeconds = (clock.now - writingBegan).seconds
    let result = RunResult(
      runID: RunIdentity.runID(
        request: request, files: findings.files, lists: lists.described),
      counts: counts, lists: lists, quarantineSHA256: findings.quarantineSHA256)
    return try publish(result, in: folder.take(), state: state)
  }

  private func screen(
    _ inputs: [InputFile], on index: MatchIndex, quarantine: consuming HashedFile?
  ) throws(RunError) -> RunFindings {
    let names = inputs.map { $0.baseName }
    let pool = WorkerPool(
      source: BatchSource(
        inputs: inputs, FeedContext(limits: request.limits, today: request.clock.date)),
      collector: HitCollector(
        quarantine: QuarantineFile(quarantine, names: names)),
      index: index, scope: request.scope, exhaustive: request.exhaustive, inputNames: names,
      progress: progress)
    pool.run(threads: request.jobs)
    return try pool.finish()
  }

  /// One flight number may fly several legs a day: the caller must say which one is meant.
  private func checkFlight(_ findings: RunFindings) throws(RunError) {
    guard findings.legs.count > 1 else { return }
    throw .flightIsAmbiguous(legs: findings.legs.sorted())
  }

  private func count(
    _ findings: RunFindings, on index: MatchIndex, filesFound: Int
  ) -> RunCounts {
    var counts = RunCounts()
    counts.filesFound = filesFound
    counts.files = findings.files
    counts.matches = findings.matches
    counts.notes = findings.notes
    counts.unmatchableListedNames = index.unmatchableNames
    counts.hits = findings.hits.count
    for hit in findings.hits {
      counts.pushes += hit.source.pushes
      counts.hitsByBand[hit.band.rawValue, default: 0] += 1
    }
    return counts
  }
}

extension Duration {
  fileprivate var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
