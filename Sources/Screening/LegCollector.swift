internal import HitFiles
internal import Matching
internal import Records

/// What a worker found on some legs.
struct LegResult: Sendable {
  var hits: [Hit] = []
  /// Person records that were given to the legs, and persons without a leg.
  var records = 0
  /// Records that tell of somebody of whom another record tells.
  var merged = 0
  var screened = 0
  var cancelled = 0
  /// By the index of the file.
  var screenedByFile: [Int: Int] = [:]
  var findings: [(file: Int, found: Diagnostic)] = []
  var flights: [FlightAccount] = []
  var notes = ScreeningNotes()

  mutating func count(singles: Int) { records += singles }

  mutating func add(_ account: LegAccount, of leg: FlightLeg) {
    records += account.records
    merged += account.merged
    for (file, found) in account.findings { findings.append((Int(file), found)) }
    flights.append(FlightAccount(leg: leg, account: account))
  }
}

/// Everything that the legs came to, in an order that does not depend on the threads.
struct LegFindings: Sendable {
  /// In the order of the hit files.
  var hits: [Hit] = []
  /// Pairs that the matchers reported.
  var matches = 0
  /// Pairs that repeat a hit.
  var repeated = 0
  var records = 0
  var merged = 0
  var screened = 0
  var cancelled = 0
  var screenedByFile: [Int]
  /// By file, in the order of their offsets.
  var findings: [(file: Int, found: Diagnostic)] = []
  var flights: [FlightAccount] = []
  var notes = ScreeningNotes()
}

/// Adds up the results of all workers.
struct LegCollector: ~Copyable {
  private var sum: LegFindings
  /// What stopped the run.
  var failure: RunError?

  init(files: Int) { sum = LegFindings(screenedByFile: [Int](repeating: 0, count: files)) }

  var screened: Int { sum.screened }
  var hitCount: Int { sum.hits.count }

  mutating func accept(_ result: LegResult) {
    sum.hits += result.hits
    sum.matches += result.hits.count
    sum.records += result.records
    sum.merged += result.merged
    sum.screened += result.screened
    sum.cancelled += result.cancelled
    for (file, count) in result.screenedByFile { sum.screenedByFile[file] += count }
    sum.findings += result.findings
    sum.flights += result.flights
    sum.notes += result.notes
  }

  /// Gives everything that was found; call it once.
  mutating func finish() -> Result<LegFindings, RunError> {
    if let failure { return .failure(failure) }
    sum.findings.sort { first, second in
      (first.file, first.found.offset, first.found.code.rawValue, first.found.text)
        < (second.file, second.found.offset, second.found.code.rawValue, second.found.text)
    }
    sum.flights.sort { LegKey.comesBefore($0.leg, $1.leg) }
    uniteHits()
    return .success(sum)
  }

  /// One hit per passenger, leg and entry. Whoever has the same number as somebody else (a reference
  /// dealt out twice, tables that both begin with 1) is shown all the same, under an id of his own; one
  /// person who comes twice, in two tables without flights, is one hit.
  private mutating func uniteHits() {
    let ordered = sum.hits.map { (hit: $0, person: HitIdentity.content($0.passenger)) }.sorted {
      first, second in
      if first.hit.id != second.hit.id { return first.hit.id < second.hit.id }
      if first.hit.scoreMillionths != second.hit.scoreMillionths {
        return first.hit.scoreMillionths > second.hit.scoreMillionths
      }
      return (first.person, first.hit.source.file, first.hit.source.offset)
        < (second.person, second.hit.source.file, second.hit.source.offset)
    }
    var united: [Hit] = []
    united.reserveCapacity(ordered.count)
    // Of the id at hand: where the hit of each person is.
    var places: [String: Int] = [:]
    var id = ""
    for (hit, person) in ordered {
      if hit.id != id {
        id = hit.id
        places.removeAll(keepingCapacity: true)
      }
      if let place = places[person] {
        united[place].source.pushes += hit.source.pushes
        sum.repeated += 1
        continue
      }
      var hit = hit
      if !places.isEmpty { hit.id = HitIdentity.hit(besides: id, person: person) }
      places[person] = united.count
      united.append(hit)
    }
    sum.hits = united.sorted(by: Hit.comesBefore)
  }
}
