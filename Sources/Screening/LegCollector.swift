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
  /// Pairs that match, those over the limit of their passenger too.
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
    sum.matches += result.hits.count + result.notes.matchesOverLimit
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
  ///
  /// Hits are many and large: they stay where they are until their order is known.
  private mutating func uniteHits() {
    var order = sum.hits.indices.map { Ranked(rank: sum.hits[$0].rank, place: $0) }
    order.sort { first, second in
      if first.rank.id != second.rank.id { return first.rank.id < second.rank.id }
      if first.rank != second.rank { return first.rank < second.rank }
      return LegCollector.comesBefore(sum.hits[first.place], sum.hits[second.place])
    }
    var united: [Ranked] = []
    united.reserveCapacity(order.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, order[end].rank.id == order[start].rank.id { end += 1 }
      if end - start == 1 {
        united.append(order[start])
      } else {
        unite(order[start..<end], &united)
      }
      start = end
    }
    united.sort { $0.rank < $1.rank }
    sum.hits = united.map { sum.hits[$0.place] }
  }

  /// A hit by where it lies.
  private struct Ranked {
    var rank: HitRank
    var place: Int
  }

  /// By everything that they show, and only then by where it was read: files come in any order and
  /// under any name. A hit that names its booking comes before one that does not.
  private static func comesBefore(_ first: Hit, _ second: Hit) -> Bool {
    let left = HitIdentity.content(first.passenger)
    let right = HitIdentity.content(second.passenger)
    if left != right { return left < right }
    let (one, other) = (shown(first), shown(second))
    for (mine, yours) in zip(one, other) where mine != yours {
      return mine.isEmpty || yours.isEmpty ? yours.isEmpty : mine < yours
    }
    return (first.source.file, first.source.offset) < (second.source.file, second.source.offset)
  }

  private static func shown(_ hit: Hit) -> [String] {
    let passenger = hit.passenger
    return [
      hit.booking.recordLocator, hit.booking.passengerReference, hit.booking.status,
      hit.booking.seat, passenger.gender, passenger.nationality, passenger.nameSource,
      passenger.documents.map { "\($0.type) \($0.issuer) \($0.expires?.description ?? "")" }
        .joined(separator: ","),
      passenger.otherNames.map { "\($0.surname)/\($0.given) \($0.source)" }
        .joined(separator: ","),
      passenger.sources.map { "\($0.field) \($0.messages.joined(separator: " "))" }
        .joined(separator: ","),
      hit.flight?.departure ?? "", hit.source.message, hit.source.reference,
    ]
  }

  /// - Parameter hits: of one id, the best first.
  private mutating func unite(_ hits: ArraySlice<Ranked>, _ united: inout [Ranked]) {
    var known: [String: Int] = [:]
    for var hit in hits {
      let person = HitIdentity.content(sum.hits[hit.place].passenger)
      if let other = known[person] {
        sum.hits[other].source.pushes += sum.hits[hit.place].source.pushes
        sum.repeated += 1
        continue
      }
      if !known.isEmpty { hit.rank.id = HitIdentity.hit(besides: hit.rank.id, person: person) }
      sum.hits[hit.place].id = hit.rank.id
      known[person] = hit.place
      united.append(hit)
    }
  }
}
