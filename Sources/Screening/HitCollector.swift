internal import HitFiles
internal import Matching
internal import Records

/// What a worker found in one batch.
struct BatchResult: Sendable {
  var ticket: BatchTicket
  var hits: [Hit] = []
  var diagnostics: [Diagnostic] = []
  var screened = 0
  var outOfScope = 0
  var legs: Set<String> = []
  var notes = ScreeningNotes()
}

/// Brings the results of all workers back into the order of the input.
///
/// A result that arrives early waits; what is taken over is taken over in sequence, so the hits,
/// the quarantine and the counts are the same for any number of workers.
struct HitCollector: ~Copyable {
  private var waiting: [Int: BatchResult] = [:]
  private var nextSequence = 0
  private var hits: [Hit] = []
  private var indexByID: [String: Int] = [:]
  private var matches = 0
  private var legs: Set<String> = []
  private var notes = ScreeningNotes()
  private(set) var personsScreened = 0
  /// By input.
  private var tallies: [Int: Tally] = [:]
  private var quarantine: QuarantineFile
  /// What stopped the run.
  private(set) var failure: RunError?

  init(quarantine: consuming QuarantineFile) { self.quarantine = quarantine }

  /// Takes a result, and every waiting one that follows it.
  mutating func accept(_ result: BatchResult) {
    waiting[result.ticket.sequence] = result
    while let next = waiting.removeValue(forKey: nextSequence) {
      nextSequence += 1
      takeOver(next)
    }
  }

  var hitCount: Int { hits.count }

  /// Ends the quarantine and gives everything that was found; call it once.
  mutating func finish() -> Result<RunFindings, RunError> {
    if let failure { return .failure(failure) }
    do throws(RunError) {
      let sha256 = try quarantine.finish()
      return .success(
        RunFindings(
          hits: hits.sorted(by: Hit.comesBefore), matches: matches, tallies: tallies, legs: legs,
          notes: notes,
          quarantineSHA256: sha256))
    } catch {
      return .failure(error)
    }
  }

  private mutating func takeOver(_ result: BatchResult) {
    let file = result.ticket.file
    var tally = tallies[file, default: Tally()]
    tally.screened += result.screened
    personsScreened += result.screened
    tally.outOfScope += result.outOfScope
    for diagnostic in result.diagnostics { tally.findings[diagnostic.code, default: 0] += 1 }
    tallies[file] = tally
    legs.formUnion(result.legs)
    notes += result.notes
    matches += result.hits.count
    for hit in result.hits { add(hit) }
    guard failure == nil else { return }
    do throws(RunError) { try quarantine.write(result.diagnostics, file: file) } catch {
      failure = error
    }
  }

  /// A hit that was seen before is another push of it: the later content stays.
  private mutating func add(_ hit: Hit) {
    guard let index = indexByID[hit.id] else {
      indexByID[hit.id] = hits.count
      hits.append(hit)
      return
    }
    let pushes = hits[index].source.pushes
    hits[index] = hit
    hits[index].source.pushes = pushes + 1
  }
}
