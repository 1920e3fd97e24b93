public import Records

/// Of how many persons of a list something is known, over the screened kinds.
public struct FilledFields: Sendable, Equatable {
  public var birthDate = 0
  /// A date of birth to the day.
  public var fullBirthDate = 0
  public var gender = 0
  public var nationality = 0
  public var document = 0
  public var placeOfBirth = 0
  /// A name in other letters than Latin ones.
  public var nonLatinName = 0
  /// A name with a letter beyond ASCII.
  public var nonASCIIName = 0

  public init() {}

  public init(of entries: [ListedPerson]) {
    for entry in entries where entry.kind.isScreened {
      birthDate += entry.birthDates.isEmpty ? 0 : 1
      fullBirthDate += entry.birthDates.contains { $0.interval.from == $0.interval.to } ? 1 : 0
      gender += entry.gender == .unstated ? 0 : 1
      nationality += entry.nationalities.isEmpty ? 0 : 1
      document += entry.documents.isEmpty ? 0 : 1
      placeOfBirth += entry.placesOfBirth.isEmpty ? 0 : 1
      nonASCIIName += entry.names.contains { !$0.full.utf8.allSatisfy { $0 < 0x80 } } ? 1 : 0
      nonLatinName += entry.names.contains { $0.script != nil && $0.script != "Latn" } ? 1 : 0
    }
  }
}

/// What later versions of a list are compared with besides ``WatchlistCounts``.
public struct ListProfile: Sendable, Equatable {
  /// Files of different formats differ in everything but their persons.
  public var format: String
  /// Bytes of all files, unpacked.
  public var byteCount: Int
  public var filled: FilledFields
  public var schema: ListSchema

  public init(format: String, byteCount: Int, filled: FilledFields, schema: ListSchema) {
    self.format = format
    self.byteCount = byteCount
    self.filled = filled
    self.schema = schema
  }

  public init(of list: Watchlist) {
    self.init(
      format: list.format, byteCount: list.byteCount, filled: FilledFields(of: list.entries),
      schema: list.schema)
  }
}
