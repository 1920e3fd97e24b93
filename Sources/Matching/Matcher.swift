import Names
public import Records

/// Screens batches against a ``MatchIndex``; one per worker, it owns its scratch memory.
///
/// A pair is looked at when
/// - a name aligns with quality ≥ `nameQualityMin` and weighs ≥ `nameWeightMin`, or all tokens are equal, or
/// - it aligns with ≥ `heavyQualityMin` and weighs ≥ `heavyWeightMin`, or
/// - the birth dates are compatible and it aligns with ≥ `datedQualityMin`, or
/// - a document number is the same.
///
/// It is a match when all its evidence reaches `totalMin` (`roughTotalMin` after a rough alignment), or
/// the name is as good as exact, or the document is the same. So a birth date that conflicts ranks
/// an exact name lower and never hides it. The numbers are in ``ScoreModel``.
public struct Matcher {
  public let index: MatchIndex
  /// Compare with every listed name instead of using the index: the oracle, same matches.
  public var exhaustive: Bool
  private var notes = ScreeningNotes()

  private var finder: NeighbourFinder
  private var aligner: NameAligner
  private var scratch: PairScratch

  public init(index: MatchIndex, exhaustive: Bool = false) {
    self.index = index
    self.exhaustive = exhaustive
    finder = NeighbourFinder(table: index.names.tokens, families: index.families)
    aligner = NameAligner(tokenCount: index.names.tokens.count)
    scratch = PairScratch(names: index.names.nameCount, persons: index.names.personCount)
  }

  /// Appends the matches of all passengers of the batch, ordered by passenger, list, entry.
  public mutating func screen(_ batch: PassengerBatch, into matches: inout [Match]) {
    for passenger in batch.passengers.indices { screen(passenger, of: batch, into: &matches) }
  }

  private mutating func screen(
    _ passenger: Int, of batch: PassengerBatch, into matches: inout [Match]
  ) {
    scratch.beginPassenger()
    let facts = PassengerFacts(batch, passenger)
    markSupported(facts)
    var hasName = false
    for number in 0..<batch.nameCount(passenger) {
      for name in batch.foldedNames(passenger, number: number) {
        let query = query(name)
        hasName = true
        if query.isShortened { notes.shortenedNames += 1 }
        compare(query, passengerName: number)
      }
    }
    if !hasName { notes.personsWithoutName += 1 }
    for person in scratch.touched.sorted() {
      guard let pair = scratch.best(of: person) else { continue }
      if let match = accept(pair, person: Int(person), facts: facts) { matches.append(match) }
    }
  }

  /// What was noted since the last call.
  public mutating func takeNotes() -> ScreeningNotes {
    defer { notes = ScreeningNotes() }
    return notes
  }

  /// Explains one pair whatever its score (`pnrscreen compare`); nil when no token of the names meets.
  public mutating func explain(
    _ passenger: Int, of batch: PassengerBatch, list: Int, entry: Int
  ) -> Explanation? {
    let facts = PassengerFacts(batch, passenger)
    guard let person = index.names.entries.firstIndex(where: { $0 == (list, entry) }) else {
      return nil
    }
    var best: NamePair?
    for number in 0..<batch.nameCount(passenger) {
      for name in batch.foldedNames(passenger, number: number) {
        let query = query(name)
        aligner.begin(query)
        for listed in index.names.names(ofPerson: person) {
          guard let score = aligner.score(query, index, name: listed) else { continue }
          if score.weight > (best?.score.weight ?? Int.min) {
            best = NamePair(query: query, passengerName: number, name: listed, score: score)
          }
        }
      }
    }
    return explanation(best, person: person, facts: facts)
  }

  /// Persons with a compatible birth date or the same document: all their names are compared.
  private mutating func markSupported(_ facts: PassengerFacts) {
    if exhaustive {
      for person in 0..<index.personCount {
        let listed = index.person(person)
        if BirthDateEvidence.compare(facts.birthDate, listed.birthDates)?.comparison.isCompatible
          == true
        {
          scratch.support(UInt32(person), document: false)
        }
        if DocumentEvidence.compare(facts.documents, listed.documents) != nil {
          scratch.support(UInt32(person), document: true)
        }
      }
      return
    }
    if let date = facts.birthDate {
      var candidates: [UInt32] = []
      index.birthDates.visit(date) { candidates.append($0) }
      for person in candidates where !scratch.isSupported(person) {
        let listed = index.person(Int(person)).birthDates
        if BirthDateEvidence.compare(date, listed)?.comparison.isCompatible == true {
          scratch.support(person, document: false)
        }
      }
    }
    for number in facts.documents {
      for person in index.documents.persons(with: number) {
        scratch.support(person, document: true)
      }
    }
  }

  private mutating func query(_ name: FoldedName) -> NameQuery {
    NameQuery(tokens: name.tokens, roles: name.roles, rarity: index.rarity(of:)) { token, isGlued in
      resolve(token, isGlued: isGlued)
    }
  }

  private mutating func resolve(_ token: NameToken, isGlued: Bool) -> [Neighbour] {
    if exhaustive {
      // The scan is remembered as well, apart from the index's results: it is dear.
      if let known = scratch.scanned[isGlued ? 1 : 0][token] { return known }
      let found = finder.neighboursByScan(of: token, isGlued: isGlued)
      if scratch.scanned[isGlued ? 1 : 0].count >= PairScratch.scannedMax {
        scratch.scanned[isGlued ? 1 : 0].removeAll(keepingCapacity: true)
      }
      scratch.scanned[isGlued ? 1 : 0][token] = found
      return found
    }
    return index.memo.neighbours(of: token, isGlued: isGlued) {
      finder.neighbours(of: token, isGlued: isGlued)
    }
  }

  private mutating func compare(_ query: NameQuery, passengerName: Int) {
    aligner.begin(query)
    scratch.beginName()
    if exhaustive {
      for name in 0..<index.names.nameCount { consider(name, query, passengerName) }
      return
    }
    for person in scratch.supported {
      for name in index.names.names(ofPerson: Int(person)) where scratch.isNew(name) {
        consider(name, query, passengerName)
      }
    }
    guard
      let chosen = CandidateTokens.choose(
        query, quality: ScoreModel.heavyQualityMin,
        volume: { index.names.postingRange(Int($0)).count })
    else {
      for name in 0..<index.names.nameCount where scratch.isNew(name) {
        consider(name, query, passengerName)
      }
      return
    }
    for unit in query.units where unit.mask & chosen != 0 {
      for neighbour in unit.neighbours {
        for posting in index.names.postingRange(Int(neighbour.token)) {
          let name = Int(index.names.postings[posting])
          if scratch.isNew(name) { consider(name, query, passengerName) }
        }
      }
    }
  }

  private mutating func consider(_ name: Int, _ query: NameQuery, _ passengerName: Int) {
    let person = index.names.person[name]
    let isSupported = scratch.isSupported(person)
    // What would be refused below whatever else it weighs is not aligned.
    if !scratch.hasDocument(person) {
      let least = isSupported ? ScoreModel.datedQualityMin : ScoreModel.heavyQualityMin
      guard aligner.mayReach(least, query, index, name: name) else { return }
    }
    guard let score = aligner.score(query, index, name: name) else { return }
    let isEqual = score.quality >= ScoreModel.equalQuality
    let isHeavy = score.weight >= ScoreModel.nameWeightMin
    guard
      isEqual || (isHeavy && score.quality >= ScoreModel.nameQualityMin)
        || (score.weight >= ScoreModel.heavyWeightMin
          && score.quality >= ScoreModel.heavyQualityMin)
        || (isSupported && score.quality >= ScoreModel.datedQualityMin)
        || scratch.hasDocument(person)
    else { return }
    let pair = NamePair(query: query, passengerName: passengerName, name: name, score: score)
    let isExact = isEqual || (isHeavy && score.quality >= ScoreModel.exactQualityMin)
    scratch.keep(pair, person: person, isExact: isExact)
  }

  private mutating func accept(
    _ pair: NamePair?, person: Int, facts: PassengerFacts
  ) -> Match? {
    let found = explanation(pair, person: person, facts: facts)
    let total = found.evidence.reduce(0) { $0 + $1.weightCentibits }
    // A rough alignment needs more beside it than a good one.
    let isRough = (pair?.score.quality ?? 0) < ScoreModel.nameQualityMin
    let least =
      isRough && !scratch.isSupported(UInt32(person))
      ? ScoreModel.roughTotalMin : ScoreModel.totalMin
    guard
      scratch.isExact(UInt32(person)) || scratch.hasDocument(UInt32(person))
        || total >= least
    else { return nil }
    let place = index.names.entries[person]
    return Match(
      passenger: facts.passenger, list: place.list, entry: place.entry, explanation: found)
  }

  private mutating func explanation(
    _ pair: NamePair?, person: Int, facts: PassengerFacts
  ) -> Explanation {
    var name = FieldEvidence(
      field: .name, verdict: .contradicts, weightCentibits: ScoreModel.nameWeightLeast)
    if let pair {
      aligner.begin(pair.query)
      _ = aligner.score(pair.query, index, name: pair.name)
      name = NameEvidence.make(pair, taken: aligner.taken, names: index.names)
    }
    return Explainer.explain(
      name: name, passengerName: pair?.passengerName ?? 0,
      listedName: pair.map { Int(index.names.listedName[$0.name]) } ?? 0,
      facts: facts, listed: index.person(person))
  }
}
