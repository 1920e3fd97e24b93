import Bytes
import Names
import Records

/// Turns an alignment into the `name` evidence of a hit.
enum NameEvidence {
  static func make(
    _ query: borrowing NameQuery, _ pair: NamePair, taken: [AlignmentEdge], names: ListedNames
  ) -> FieldEvidence {
    let ownTokens = query.tokens.array
    let listedCount = names.tokenCount(of: pair.name)
    let listedTokens = (0..<listedCount).map { place in
      names.tokens.token(Int(names.token(place, of: pair.name)))
    }
    func text(_ tokens: [NameToken], _ mask: UInt16) -> String {
      tokens.indices.filter { mask >> UInt16($0) & 1 == 1 }.map { tokens[$0].description }
        .joined(separator: " ")
    }
    var steps: [TokenEvidence] = []
    var freeUnits = query.allTokens
    var freeListed = UInt16(truncatingIfNeeded: (1 << listedCount) - 1)
    for edge in taken.sorted(by: {
      $0.unitMask.trailingZeroBitCount < $1.unitMask.trailingZeroBitCount
    }) {
      freeUnits &= ~edge.unitMask
      freeListed &= ~edge.listedMask
      steps.append(
        TokenEvidence(
          passenger: text(ownTokens, edge.unitMask),
          listed: text(listedTokens, edge.listedMask), relation: relation(edge),
          similarity: Double(edge.similarity) / 1000))
    }
    for index in ownTokens.indices where freeUnits >> UInt16(index) & 1 == 1 {
      steps.append(
        TokenEvidence(
          passenger: ownTokens[index].description, listed: nil, relation: .extra,
          similarity: 0))
    }
    for index in 0..<listedCount where freeListed >> UInt16(index) & 1 == 1 {
      steps.append(
        TokenEvidence(
          passenger: nil, listed: listedTokens[index].description, relation: .missing, similarity: 0
        ))
    }
    return FieldEvidence(
      field: .name, verdict: pair.score.weight > 0 ? .supports : .contradicts,
      passenger: text(ownTokens, query.allTokens),
      listed: text(listedTokens, UInt16(truncatingIfNeeded: (1 << listedCount) - 1)),
      score: Double(min(1000, pair.score.quality)) / 1000, weightCentibits: pair.score.weight,
      tokens: steps)
  }

  private static func relation(_ edge: AlignmentEdge) -> TokenRelation {
    if edge.unitMask.nonzeroBitCount > 1 { return .split }
    if edge.listedMask.nonzeroBitCount > 1 { return .joined }
    switch edge.relation {
    case .equal: return .equal
    case .spellingVariant, .nickname: return .variant
    case .similar: return .similar
    case .initial: return .initial
    case .truncated: return .truncated
    }
  }
}

/// Document numbers that both sides have. A different number is no conflict: people own several.
enum DocumentEvidence {
  /// - Returns: the listed number as published; nil when none is the same.
  static func compare(_ keys: [[UInt8]], _ listed: [ListedDocument]) -> String? {
    guard !keys.isEmpty else { return nil }
    return listed.first { document in
      DocumentNumber.key(document.number.utf8Span.span).map { keys.contains($0) } ?? false
    }?.number
  }
}

/// Weighs the fields beside the name and sums up.
enum Explainer {
  static func explain(
    name: FieldEvidence, passengerName: Int, listedName: Int, facts: PassengerFacts,
    listed: ListedPerson
  ) -> Explanation {
    let evidence = [
      name, birthDate(facts, listed), gender(facts, listed), nationality(facts, listed),
      document(facts, listed),
    ]
    let total = evidence.reduce(0) { $0 + $1.weightCentibits }
    return Explanation(
      evidence: evidence, scoreMillionths: ScoreModel.scoreMillionths(weight: total),
      band: ScoreModel.band(evidence), listedName: listedName,
      passengerName: passengerName)
  }

  /// A document that stands on a list of documents.
  static func explain(document: FieldEvidence, facts: PassengerFacts) -> Explanation {
    let nobody = ListedPerson(entry: "", kind: .unknown, names: [])
    let evidence = [
      FieldEvidence(field: .name, verdict: .unknown, weightCentibits: 0),
      birthDate(facts, nobody), gender(facts, nobody), nationality(facts, nobody), document,
    ]
    let total = evidence.reduce(0) { $0 + $1.weightCentibits }
    return Explanation(
      evidence: evidence, scoreMillionths: ScoreModel.scoreMillionths(weight: total),
      band: ScoreModel.band(evidence), listedName: 0, passengerName: 0)
  }

  /// What all fields but the name weigh: what ``explain(name:passengerName:listedName:facts:listed:)`` adds to
  /// the name's weight where the documents are not the same.
  static func weightBesideName(_ facts: PassengerFacts, _ listed: ListedFacts, _ person: Int) -> Int
  {
    (listed.compare(facts.birthDate, with: person)?.weight ?? 0)
      + genderWeight(facts.gender, listed.gender(of: person))
      + nationalityWeight(facts.nationality, listed.has(facts.nationality, person: person))
  }

  private static func genderWeight(_ passenger: Gender, _ listed: Gender) -> Int {
    // X is a choice of document, no contradiction to M or F.
    func isComparable(_ gender: Gender) -> Bool { gender == .male || gender == .female }
    guard isComparable(passenger), isComparable(listed) else { return 0 }
    return passenger == listed ? ScoreModel.genderEqual : ScoreModel.genderConflict
  }

  /// - Parameter isListed: whether the person has the nationality; nil where none is known.
  private static func nationalityWeight(_ passenger: ShortCode, _ isListed: Bool?) -> Int {
    guard !passenger.isEmpty, let isListed else { return 0 }
    return isListed ? ScoreModel.nationalityEqual : ScoreModel.nationalityConflict
  }

  private static func verdict(_ weight: Int) -> Verdict {
    weight > 0 ? .supports : weight < 0 ? .contradicts : .unknown
  }

  private static func birthDate(_ facts: PassengerFacts, _ listed: ListedPerson) -> FieldEvidence {
    guard let (comparison, index) = BirthDateEvidence.compare(facts.birthDate, listed.birthDates)
    else {
      return FieldEvidence(
        field: .birthDate, verdict: .unknown, passenger: facts.birthDate?.description,
        listed: listed.birthDates.first.map { text($0) }, weightCentibits: 0)
    }
    return FieldEvidence(
      field: .birthDate, verdict: verdict(comparison.weight),
      passenger: facts.birthDate?.description, listed: text(listed.birthDates[index]),
      relation: comparison.relation.rawValue, weightCentibits: comparison.weight)
  }

  /// `1986-03-01`, or `1984-01-01..1986-12-31`.
  private static func text(_ date: ListedBirthDate) -> String {
    let interval = date.interval
    let days = interval.isSingleDay ? "\(interval.from)" : "\(interval.from)..\(interval.to)"
    return date.approximate ? "circa " + days : days
  }

  private static func gender(_ facts: PassengerFacts, _ listed: ListedPerson) -> FieldEvidence {
    let passenger = facts.gender
    let weight = genderWeight(passenger, listed.gender)
    return FieldEvidence(
      field: .gender, verdict: verdict(weight),
      passenger: passenger == .unstated ? nil : passenger.label,
      listed: listed.gender == .unstated ? nil : listed.gender.label, weightCentibits: weight)
  }

  private static func nationality(_ facts: PassengerFacts, _ listed: ListedPerson) -> FieldEvidence
  {
    let passenger = facts.nationality.description
    let known = listed.nationalities
    let weight = nationalityWeight(
      facts.nationality, known.isEmpty ? nil : known.contains(passenger))
    return FieldEvidence(
      field: .nationality, verdict: verdict(weight),
      passenger: passenger.isEmpty ? nil : passenger,
      listed: listed.nationalities.isEmpty ? nil : listed.nationalities.joined(separator: " "),
      weightCentibits: weight)
  }

  private static func document(_ facts: PassengerFacts, _ listed: ListedPerson) -> FieldEvidence {
    let same = DocumentEvidence.compare(facts.documents, listed.documents)
    return FieldEvidence(
      field: .document, verdict: same == nil ? .unknown : .supports, passenger: same, listed: same,
      weightCentibits: same == nil ? 0 : ScoreModel.documentEqual)
  }
}
