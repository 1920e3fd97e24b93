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
  public let exhaustive: Bool
  var notes = ScreeningNotes()

  var resolver: TokenResolver
  var bound = NameBound()
  var candidates = CandidateTokens()
  var aligner = NameAligner()
  var scratch: PairScratch
  /// The name that is being compared.
  private var folded = FoldedName()
  var query = NameQuery()
  var isAlignerReady = false
  /// The postings that lead to candidates, and names or persons that may be acceptable.
  var lists: [PostingList] = []
  var found: [UInt32] = []

  public init(index: MatchIndex, exhaustive: Bool = false) {
    self.index = index
    self.exhaustive = exhaustive
    resolver = TokenResolver(index: index, exhaustive: exhaustive)
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
    let facts = PassengerFacts(batch, passenger, readsDocuments: !index.documents.isEmpty)
    markSupported(facts)
    var hasName = false
    for number in 0..<batch.nameCount(passenger) {
      // Feeds are ASCII nearly always.
      if batch.fold(passenger, number: number, into: &folded) {
        if folded.tokens.isEmpty { continue }
        hasName = true
        compare(folded, passengerName: number)
      } else {
        for spelling in batch.spellings(passenger, number: number) {
          hasName = true
          compare(spelling, passengerName: number)
        }
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
    let facts = PassengerFacts(batch, passenger, readsDocuments: !index.documents.isEmpty)
    guard let person = index.names.entries.firstIndex(where: { $0 == (list, entry) }) else {
      return nil
    }
    var best: NamePair?
    for number in 0..<batch.nameCount(passenger) {
      for name in batch.spellings(passenger, number: number) {
        query.begin(name, &resolver)
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
      index.birthDates.visit(date) { person, isSure in
        if isSure {
          scratch.support(person, document: false)
        } else if !scratch.isSupported(person) {
          let listed = index.birthDates(ofPerson: Int(person))
          if BirthDateEvidence.compare(date, listed)?.comparison.isCompatible == true {
            scratch.support(person, document: false)
          }
        }
      }
    }
    for number in facts.documents {
      for person in index.documents.persons(with: number) {
        scratch.support(person, document: true)
      }
    }
  }

  private mutating func accept(
    _ pair: NamePair?, person: Int, facts: PassengerFacts
  ) -> Match? {
    let supported = UInt32(person)
    if !scratch.isExact(supported) && !scratch.hasDocument(supported) {
      // A rough alignment needs more beside it than a good one.
      let isRough = (pair?.score.quality ?? 0) < ScoreModel.nameQualityMin
      let least =
        isRough && !scratch.isSupported(supported)
        ? ScoreModel.roughTotalMin : ScoreModel.totalMin
      // Added up before anything is written down: few pairs get further.
      let name = pair?.score.weight ?? ScoreModel.nameWeightLeast
      guard name + Explainer.weightBesideName(facts, index.person(person)) >= least else {
        return nil
      }
    }
    let found = explanation(pair, person: person, facts: facts)
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
      name = NameEvidence.make(pair, taken: aligner.taken, list: index)
    }
    return Explainer.explain(
      name: name, passengerName: pair?.passengerName ?? 0,
      listedName: pair.map { Int(index.names.listedName[$0.name]) } ?? 0,
      facts: facts, listed: index.person(person))
  }
}
