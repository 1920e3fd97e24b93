/// How a field speaks about the question "is this passenger that listed person?".
public enum Verdict: String, Sendable { case supports, contradicts, unknown }

/// How a token of one name relates to the other name (contract, `relation` of tokens).
public enum TokenRelation: String, Sendable {
  case equal, variant, similar, initial, joined, split, truncated, missing, extra
}

/// One step of the alignment of two names.
public struct TokenEvidence: Sendable, Equatable {
  /// Folded; nil where only the listed name has the token (`missing`).
  public var passenger: String?
  /// Folded; nil where only the passenger's name has the token (`extra`).
  public var listed: String?
  public var relation: TokenRelation
  /// 0 to 1.
  public var similarity: Double

  public init(passenger: String?, listed: String?, relation: TokenRelation, similarity: Double) {
    self.passenger = passenger
    self.listed = listed
    self.relation = relation
    self.similarity = similarity
  }
}

public enum EvidenceField: String, Sendable, CaseIterable {
  case name, birthDate, gender, nationality, placeOfBirth, document
}

/// What one field contributes. The weights are the whole score: see ``Explanation``.
public struct FieldEvidence: Sendable, Equatable {
  public var field: EvidenceField
  public var verdict: Verdict
  public var passenger: String?
  public var listed: String?
  /// `equal`, `dayMonthSwapped`, … for dates.
  public var relation: String?
  /// Alignment quality of names, 0 to 1.
  public var score: Double?
  /// log2 of the likelihood ratio, in hundredths of a bit; negative contradicts.
  public var weightCentibits: Int
  public var tokens: [TokenEvidence]

  public init(
    field: EvidenceField, verdict: Verdict, passenger: String? = nil, listed: String? = nil,
    relation: String? = nil, score: Double? = nil, weightCentibits: Int,
    tokens: [TokenEvidence] = []
  ) {
    self.field = field
    self.verdict = verdict
    self.passenger = passenger
    self.listed = listed
    self.relation = relation
    self.score = score
    self.weightCentibits = weightCentibits
    self.tokens = tokens
  }
}

public enum Band: String, Sendable, CaseIterable { case strong, medium, weak }

/// Why a pair got its score: the evidence by field, always in the order of ``EvidenceField``.
public struct Explanation: Sendable, Equatable {
  public var evidence: [FieldEvidence]
  /// 0 to 1 in millionths, a function of the summed weights alone.
  public var scoreMillionths: Int
  public var band: Band
  /// Index of the best listed name in `ListedPerson.names`.
  public var listedName: Int
  /// 0 = the passenger's main name, n = its n-th other name.
  public var passengerName: Int

  public init(
    evidence: [FieldEvidence], scoreMillionths: Int, band: Band, listedName: Int,
    passengerName: Int
  ) {
    self.evidence = evidence
    self.scoreMillionths = scoreMillionths
    self.band = band
    self.listedName = listedName
    self.passengerName = passengerName
  }
}

/// A pair that reached the reporting threshold.
public struct Match: Sendable, Equatable {
  /// Index in the batch's `passengers`.
  public var passenger: Int
  /// Index in the lists given to the index.
  public var list: Int
  /// Index in that list's `entries`.
  public var entry: Int
  public var explanation: Explanation

  public init(passenger: Int, list: Int, entry: Int, explanation: Explanation) {
    self.passenger = passenger
    self.list = list
    self.entry = entry
    self.explanation = explanation
  }
}
