import Bytes
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
/// Documents of lists that have nothing else are met by themselves (`ListedDocuments.swift`).
///
/// It is a match when all its evidence reaches `totalMin` (`roughTotalMin` after a rough alignment), or
/// the name is as good as exact, or the document is the same. So a birth date that conflicts ranks
/// an exact name lower and never hides it. The numbers are in ``ScoreModel``.
///
/// A passenger may match more listed persons than anybody can review: of so many only the best are reported
/// (``BestMatches``), and the others are counted.
public struct Matcher: ~Copyable {
  public let index: MatchIndex
  /// Compare with every listed name instead of using the index: the oracle, same matches.
  public let exhaustive: Bool
  var notes = ScreeningNotes()
  /// Who of the last batch matches more listed persons than are reported.
  public private(set) var saturated: [SaturatedPassenger] = []

  var resolver: TokenResolver
  var bound = NameBound()
  var candidates = CandidateTokens()
  var aligner = NameAligner()
  var scratch = PairScratch()
  /// The passenger, and the name that is being compared.
  var facts = PassengerFacts()
  private var folded = FoldedName()
  /// The next passenger's main name, if it is ASCII.
  private var ahead = FoldedName()
  private var isAheadFolded = false
  var query = NameQuery()
  /// Whether a name of the passenger has no token that leads to candidates.
  var isComparedWithAll = false
  private var best: BestMatches
  /// The listed tokens whose postings lead to candidates, and the names that may be acceptable.
  var tokens = ScratchList<UInt32>()
  var found = ScratchList<UInt32>()
  /// Documents of the passenger on lists of documents.
  var listedDocuments: [DocumentMatch] = []
  /// Persons whose birth date may be compatible.
  var dated = ScratchList<UInt32>()

  /// - Parameters:
  ///   - exhaustive: compare with every listed name instead of using the index.
  ///   - matchesMax: how many matches of one passenger are reported, at least one.
  public init(
    index: MatchIndex, exhaustive: Bool = false,
    matchesMax: Int = Limits.standard.hitsPerPassenger
  ) {
    self.index = index
    self.exhaustive = exhaustive
    best = BestMatches(most: matchesMax)
    resolver = TokenResolver(index: index, exhaustive: exhaustive)
  }

  /// Appends the matches of all passengers of the batch, ordered by passenger, list, entry; ``saturated``
  /// tells of whom they are not all.
  public mutating func screen(_ batch: PassengerBatch, into matches: inout [Match]) {
    saturated.removeAll(keepingCapacity: true)
    for passenger in batch.passengers.indices {
      if passenger == 0 { lookAhead(passenger, of: batch) }
      swap(&folded, &ahead)
      let isFolded = isAheadFolded
      lookAhead(passenger + 1, of: batch)
      screen(passenger, of: batch, isFolded: isFolded, into: &matches)
    }
  }

  /// Folds the main name of a passenger who comes next, and asks for what will be wanted.
  private mutating func lookAhead(_ passenger: Int, of batch: PassengerBatch) {
    guard passenger < batch.passengers.count else { return }
    if let date = batch.passengers[passenger].birthDate { index.birthDates.prefetch(date) }
    isAheadFolded = batch.fold(passenger, number: 0, into: &ahead)
    if isAheadFolded { resolver.prefetchPlaces(ahead.tokens) }
  }

  /// - Parameter isFolded: the main name is in ``folded``.
  private mutating func screen(
    _ passenger: Int, of batch: PassengerBatch, isFolded: Bool, into matches: inout [Match]
  ) {
    scratch.beginPassenger()
    facts = PassengerFacts(batch, passenger)
    findDated()
    findDocuments(batch)
    if !index.documentTables.isEmpty { findListedDocuments(batch) }
    isComparedWithAll = false
    var hasName = false
    for number in 0..<batch.nameCount(passenger) {
      // Feeds are ASCII nearly always.
      if number == 0 ? isFolded : batch.fold(passenger, number: number, into: &folded) {
        if folded.tokens.isEmpty { continue }
        hasName = true
        compare(folded, PassengerName(number: number, spelling: 0))
      } else {
        for (place, spelling) in batch.spellings(passenger, number: number).enumerated() {
          hasName = true
          compare(spelling, PassengerName(number: number, spelling: place))
        }
      }
    }
    if isAheadFolded { resolver.prefetchKnown(ahead.tokens) }
    if !hasName { notes.personsWithoutName += 1 }
    if isComparedWithAll { notes.personsComparedWithAll += 1 }
    if !scratch.found.isEmpty || !listedDocuments.isEmpty {
      report(passenger, of: batch, into: &matches)
    }
  }

  /// Appends what was found of the passenger, as far as it is acceptable and within the limit.
  private mutating func report(
    _ passenger: Int, of batch: PassengerBatch, into matches: inout [Match]
  ) {
    best.removeAll()
    for number in scratch.found.indices {
      let found = scratch.found[number]
      guard let weight = acceptableWeight(of: found) else { continue }
      let place = index.facts.place(of: found.person)
      best.add(
        BestMatches.Candidate(weight: weight, list: place.list, entry: place.entry, found: number))
    }
    for (number, match) in listedDocuments.enumerated() {
      best.add(
        BestMatches.Candidate(
          weight: match.weight, list: match.list, entry: match.entry, found: -1 - number))
    }
    let reported = best.inOrder()
    if best.overLimit > 0 {
      notes.saturatedPersons += 1
      notes.matchesOverLimit += best.overLimit
      saturated.append(
        SaturatedPassenger(passenger: passenger, matches: best.count, reported: reported.count))
    }
    for candidate in reported {
      matches.append(
        Match(
          passenger: passenger, list: candidate.list, entry: candidate.entry,
          explanation: explanation(candidate, batch)))
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
    guard let person = index.facts.person(list: list, entry: entry) else { return nil }
    facts = PassengerFacts(batch, passenger)
    facts.readDocuments(batch)
    var best: NamePair?
    for number in 0..<batch.nameCount(passenger) {
      for (place, name) in batch.spellings(passenger, number: number).enumerated() {
        query.begin(name, &resolver)
        index.names.visitNames(ofPersons: person..<person + 1) { listed in
          guard let score = aligner.score(query, resolver.neighbours, index.names, name: listed)
          else { return }
          if score.weight > best?.score.weight ?? Int.min {
            best = NamePair(
              passengerName: PassengerName(number: number, spelling: place), name: listed,
              score: score)
          }
        }
      }
    }
    return explanation(best, person: person, batch)
  }

  /// Persons with a compatible birth date, and some more; what is asked of them later is fetched meanwhile.
  private mutating func findDated() {
    dated.removeAll()
    guard !exhaustive, let date = facts.birthDate else { return }
    index.birthDates.visit(date) { person in
      index.names.prefetchSlots(ofPerson: person)
      dated.append(person)
    }
  }

  /// Persons with the same document: all their names are compared, and they are matches.
  private mutating func findDocuments(_ batch: PassengerBatch) {
    if exhaustive {
      facts.readDocuments(batch)
      if facts.documents.isEmpty { return }
      for person in 0..<index.personCount { keepDocument(of: person) }
      return
    }
    if index.documents.isEmpty { return }
    for place in batch.passengers[facts.passenger].documents.range {
      let hash = DocumentNumber.hash(
        batch.bytes.span.extracting(batch.documents[place].number.range))
      index.documents.visit(hash) { person in
        if facts.documents.isEmpty { facts.readDocuments(batch) }
        keepDocument(of: Int(person))
      }
    }
  }

  private mutating func keepDocument(of person: Int) {
    let listed = index.person(person).documents
    if DocumentEvidence.compare(facts.documents, listed) != nil {
      scratch.keepDocument(of: person)
    }
  }

  /// What all evidence of a pair weighs, added up before anything is written down: few pairs get further.
  /// - Returns: nil if it is no match.
  private func acceptableWeight(of found: PairScratch.Found) -> Int? {
    let weight =
      (found.best?.score.weight ?? ScoreModel.nameWeightLeast)
      + Explainer.weightBesideName(facts, index.facts, found.person)
      + (found.hasDocument ? ScoreModel.documentEqual : 0)
    if found.isExact || found.hasDocument { return weight }
    // A rough alignment needs more beside it than a good one.
    let isRough = (found.best?.score.quality ?? 0) < ScoreModel.nameQualityMin
    let least = isRough && !isDated(found.person) ? ScoreModel.roughTotalMin : ScoreModel.totalMin
    return weight >= least ? weight : nil
  }

  /// Whether a person's birth date is compatible with the passenger's.
  func isDated(_ person: Int) -> Bool {
    index.facts.compare(facts.birthDate, with: person)?.isCompatible == true
  }

  /// A name as it was compared.
  private mutating func compared(_ name: PassengerName, of batch: PassengerBatch) -> FoldedName {
    if batch.fold(facts.passenger, number: name.number, into: &folded) { return folded }
    return batch.spellings(facts.passenger, number: name.number)[name.spelling]
  }

  mutating func explanation(
    _ pair: NamePair?, person: Int, _ batch: PassengerBatch
  ) -> Explanation {
    var name = FieldEvidence(
      field: .name, verdict: .contradicts, weightCentibits: ScoreModel.nameWeightLeast)
    if let pair {
      // Aligned once more: only what is reported needs the steps.
      query.begin(compared(pair.passengerName, of: batch), &resolver)
      _ = aligner.score(query, resolver.neighbours, index.names, name: pair.name)
      name = NameEvidence.make(query, pair, taken: aligner.taken.array, names: index.names)
    }
    return Explainer.explain(
      name: name, passengerName: pair?.passengerName.number ?? 0,
      listedName: pair.map { index.names.listedName(of: $0.name) } ?? 0,
      facts: facts, listed: index.person(person))
  }
}
