/// What a matcher could not do in full, counted for the auditor: it concerns whole runs and holds no
/// personal data.
public struct ScreeningNotes: Sendable, Equatable {
  /// Passengers none of whose names has a letter that folds to A–Z: only their document numbers
  /// could be compared.
  public var personsWithoutName = 0
  /// Names of which only the first 16 tokens were compared.
  public var shortenedNames = 0

  public init() {}

  public static func += (sum: inout ScreeningNotes, other: ScreeningNotes) {
    sum.personsWithoutName += other.personsWithoutName
    sum.shortenedNames += other.shortenedNames
  }
}
