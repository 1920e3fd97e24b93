internal import Bytes
internal import HitFiles
internal import Ledger
internal import Watchlists

/// A run that has been counted and not yet published.
struct RunResult: Sendable {
  var runID: String
  var counts: RunCounts
  var lists: LoadedLists
}

extension ScreeningRun {
  /// Publishes the folder, unless the same work is there already, and records the run.
  func publish(
    _ result: RunResult, in folder: consuming RunFolder?, state: borrowing RunState
  ) throws(RunError) -> RunSummary {
    guard var folder = folder.take() else { return summary(of: result, hitFiles: []) }
    let hitFiles = HitWriterRegistry.all.map { writer in
      (name: writer.fileName, sha256: folder.hashes[writer.fileName] ?? "")
    }
    var summary = summary(of: result, hitFiles: hitFiles)
    let final = "\(request.output)/\(result.runID)"
    summary.folder = final
    if try isPublished(hitFiles, in: final) {
      _ = try state.record(summary, clock: request.clock)
      return summary
    }
    try folder.write(RunReport.name, summary.report)
    summary.isPublished = true
    // The ledger first: a run that it does not know must not be found in the output.
    let sequence = try state.record(summary, clock: request.clock)
    do throws(RunError) {
      if try folder.publish(as: result.runID) { return summary }
    } catch {
      state.withdraw(sequence)
      throw error
    }
    // A run with another state folder has published the same work a moment ago.
    state.withdraw(sequence)
    guard try isPublished(hitFiles, in: final) else {
      throw .output(path: final, reason: "was removed by somebody else", isFull: false)
    }
    summary.isPublished = false
    _ = try state.record(summary, clock: request.clock)
    return summary
  }

  /// Whether the same work lies in the output already.
  /// - Throws: ``RunError/publishedDiffers(folder:file:)``.
  private func isPublished(
    _ hitFiles: [(name: String, sha256: String)], in folder: String
  ) throws(RunError) -> Bool {
    guard (try? kind(ofPath: folder, followsLinks: false)) != nil else { return false }
    if let file = RunFolder.firstDifference(of: hitFiles, in: folder) {
      throw .publishedDiffers(folder: folder, file: file)
    }
    return true
  }

  private func summary(
    of result: RunResult, hitFiles: [(name: String, sha256: String)]
  ) -> RunSummary {
    let report = RunReport(
      runID: result.runID, request: request, counts: result.counts, lists: result.lists,
      hitFiles: hitFiles, timings: timings)
    return RunSummary(
      runID: result.runID, kind: request.kind, folder: nil, isPublished: false,
      counts: result.counts, lists: result.lists.described,
      missingFlight: missingFlight(result.counts),
      listFindings: result.lists.findings.map { $0.text }, timings: timings,
      report: report.bytes())
  }

  private func missingFlight(_ counts: RunCounts) -> MissingFlight? {
    guard let scope = request.scope?.flight, counts.screened == 0 else { return nil }
    return MissingFlight(flight: scope.description, isFound: !counts.flights.isEmpty)
  }
}
