/// Contract, "One listed person".
public enum ListedKind: String, Sendable {
  case person, organisation, vessel, aircraft, unknown
  /// Persons and unknowns are screened.
  public var isScreened: Bool { self == .person || self == .unknown }
}

public enum ListedNameType: String, Sendable { case primary, alias, former, original }
public enum ListedNameQuality: String, Sendable { case strong, weak, unstated }

/// One name of a listed person as published.
public struct ListedName: Sendable, Equatable {
  /// Given names before the surname where the publisher separates them.
  public var full: String
  public var surname: String?
  public var given: String?
  public var type: ListedNameType
  public var quality: ListedNameQuality
  /// ISO 15924, found from the letters; nil for mixed scripts.
  public var script: String?

  public init(
    full: String, surname: String? = nil, given: String? = nil, type: ListedNameType,
    quality: ListedNameQuality, script: String? = nil
  ) {
    self.full = full
    self.surname = surname
    self.given = given
    self.type = type
    self.quality = quality
    self.script = script
  }
}

/// What a list says of a birth date: an interval, and whether the publisher calls it approximate.
public struct ListedBirthDate: Sendable, Equatable {
  public var interval: DateInterval
  public var approximate: Bool
  public var raw: String

  public init(interval: DateInterval, approximate: Bool, raw: String) {
    self.interval = interval
    self.approximate = approximate
    self.raw = raw
  }
}

public struct ListedDocument: Sendable, Equatable {
  /// `passport`, `nationalId`, `travel`, `other`.
  public var type: String
  public var number: String
  public var issuer: String?

  public init(type: String, number: String, issuer: String? = nil) {
    self.type = type
    self.number = number
    self.issuer = issuer
  }
}

/// One entry of a watch list.
public struct ListedPerson: Sendable, Equatable {
  /// The publisher's identifier, or a synthetic one; unique within the list.
  public var entry: String
  public var kind: ListedKind
  public var names: [ListedName]
  public var birthDates: [ListedBirthDate] = []
  public var placesOfBirth: [String] = []
  public var gender = Gender.unstated
  /// ISO 3166 alpha-3.
  public var nationalities: [String] = []
  public var documents: [ListedDocument] = []
  /// Date of listing.
  public var listedOn: PartialDate?
  public var reference: String?
  public var programmes: [String] = []

  public init(entry: String, kind: ListedKind, names: [ListedName]) {
    self.entry = entry
    self.kind = kind
    self.names = names
  }
}
