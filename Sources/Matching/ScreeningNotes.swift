/// What a matcher could not do in full, counted for the auditor: it concerns whole runs and holds no
/// personal data.
public struct ScreeningNotes: Sendable, Equatable {
  /// Passengers none of whose names has a letter that folds to A–Z: only their document numbers
  /// could be compared.
  public var personsWithoutName = 0
  /// Passengers with a name none of whose tokens narrows the lists down, so that every listed name may be
  /// acceptable (initials that are listed as such); the same count without the index.
  public var personsComparedWithAll = 0
  /// Passengers who match more listed persons than are reported of one.
  public var saturatedPersons = 0
  /// The matches of saturated passengers that are only counted.
  public var matchesOverLimit = 0
  /// Names of which only the first 16 tokens were compared.
  public var shortenedNames = 0

  public init() {}

  public static func += (sum: inout ScreeningNotes, other: ScreeningNotes) {
    sum.personsWithoutName += other.personsWithoutName
    sum.personsComparedWithAll += other.personsComparedWithAll
    sum.saturatedPersons += other.saturatedPersons
    sum.matchesOverLimit += other.matchesOverLimit
    sum.shortenedNames += other.shortenedNames
  }
}

/// A passenger who matches more listed persons than are reported.
public struct SaturatedPassenger: Sendable, Equatable {
  /// Index in the batch's `passengers`.
  public var passenger: Int
  /// Listed persons that match, reported or not.
  public var matches: Int
  /// How many of them are reported.
  public var reported: Int
}
