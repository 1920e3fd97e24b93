internal import Foundation
internal import HitFiles
internal import Matching
internal import Records
internal import Synchronization

/// Screens all batches of a source with a fixed number of threads.
///
/// Real threads, since reading blocks, and as many as were asked for, since `--jobs` must not change
/// a byte of the result: a pool that is smaller than asked would hide that from the tests.
final class WorkerPool: Sendable {
  private let source: Mutex<BatchSource>
  private let collector: Mutex<HitCollector>
  private let index: MatchIndex
  private let scope: FlightScope?
  private let exhaustive: Bool
  private let inputNames: [String]
  private let progress: @Sendable (RunProgress) -> Void

  init(
    source: consuming sending BatchSource, collector: consuming sending HitCollector,
    index: MatchIndex, scope: FlightScope?, exhaustive: Bool, inputNames: [String],
    progress: @escaping @Sendable (RunProgress) -> Void
  ) {
    self.source = Mutex(source)
    self.collector = Mutex(collector)
    self.index = index
    self.scope = scope
    self.exhaustive = exhaustive
    self.inputNames = inputNames
    self.progress = progress
  }

  /// Works until the inputs are used up.
  func run(threads count: Int) {
    let group = DispatchGroup()
    for _ in 0..<max(1, count) {
      group.enter()
      let thread = Thread {
        self.work()
        group.leave()
      }
      thread.stackSize = 8 * 1024 * 1024
      thread.start()
    }
    group.wait()
  }

  private func work() {
    var batch = PassengerBatch()
    var matcher = Matcher(index: index, exhaustive: exhaustive)
    var matches: [Match] = []
    while let ticket = source.withLock({ $0.next(into: &batch) }) {
      var result = BatchResult(ticket: ticket)
      result.diagnostics = batch.diagnostics
      if let scope { result.outOfScope = batch.keep(only: scope, legs: &result.legs) }
      result.screened = batch.passengers.count
      matches.removeAll(keepingCapacity: true)
      matcher.screen(batch, into: &matches)
      result.notes = matcher.takeNotes()
      let name = inputNames[ticket.file]
      result.hits = matches.map { Hit($0, of: batch, on: index.lists[$0.list], file: name) }
      guard hand(in: result) else { return }
    }
  }

  /// - Returns: false when the run has failed and there is no point in going on.
  private func hand(in result: BatchResult) -> Bool {
    let (persons, hits, hasFailed) = collector.withLock { collector in
      collector.accept(result)
      return (collector.personsScreened, collector.hitCount, collector.failure != nil)
    }
    let read = source.withLock { ($0.accounts.count, $0.byteCount) }
    progress(RunProgress(files: read.0, byteCount: read.1, persons: persons, hits: hits))
    return !hasFailed
  }

  /// What the run found, with the accounts of parsers and matchers put side by side.
  /// - Throws: ``RunError`` of an input or of the quarantine file.
  func finish() throws(RunError) -> RunFindings {
    let (accounts, failure) = source.withLock { ($0.accounts, $0.failure) }
    if let failure { throw failure }
    var findings = try collector.withLock { $0.finish() }.get()
    for (index, account) in accounts.enumerated() {
      var account = account
      let tally = findings.tallies[index, default: Tally()]
      account.screened = tally.screened
      account.outOfScope = tally.outOfScope
      account.findings = tally.findings
      findings.files.append(account)
    }
    return findings
  }
}

/// A glance at a run that goes on.
public struct RunProgress: Sendable, Equatable {
  public var files: Int
  public var byteCount: Int
  public var persons: Int
  public var hits: Int
}

/// What a pool hands over when its inputs are used up.
struct RunFindings: Sendable {
  var files: [FileAccount] = []
  /// In the order of the hit files.
  var hits: [Hit]
  var matches: Int
  var tallies: [Int: Tally]
  /// Legs that a flight scope kept.
  var legs: Set<String>
  var notes: ScreeningNotes
  /// nil in a dry run.
  var quarantineSHA256: String?
}

/// What the matchers saw of one input.
struct Tally: Sendable {
  var screened = 0
  var outOfScope = 0
  var findings: [ReasonCode: Int] = [:]
}
