internal import Bytes
public import Records

/// What was counted in a list, over the screened kinds except `records` (contract, `watchlist check`).
public struct WatchlistCounts: Sendable, Equatable {
  public var records = 0
  public var persons = 0
  public var names = 0
  public var birthDates = 0
  public var documents = 0
  public var nationalities = 0
  public var genders = 0

  public init() {}

  public init(of entries: [ListedPerson]) {
    records = entries.count
    for entry in entries where entry.kind.isScreened {
      persons += 1
      names += entry.names.count
      birthDates += entry.birthDates.count
      documents += entry.documents.count
      nationalities += entry.nationalities.count
      genders += entry.gender == .unstated ? 0 : 1
    }
  }
}

/// A counter of ``WatchlistCounts``, as the register names it.
public enum WatchlistCounter: String, Sendable, CaseIterable {
  case records, persons, names
  case birthDates = "birth_dates"
  case documents, nationalities, genders

  /// In words, behind a number.
  var title: String { self == .birthDates ? "dates of birth" : rawValue }

  var value: KeyPath<WatchlistCounts, Int> {
    switch self {
    case .records: \.records
    case .persons: \.persons
    case .names: \.names
    case .birthDates: \.birthDates
    case .documents: \.documents
    case .nationalities: \.nationalities
    case .genders: \.genders
    }
  }
}

/// A list as read from its file or files, before or after acceptance.
public struct Watchlist: Sendable {
  /// `id` of the register; the format's id where a file is read without a register.
  public var id: String
  public var format: String
  /// Lower case hex; over several files, of their hashes in order.
  public var sha256: String
  /// The file's own date, else the register's `published`.
  public var published: PartialDate?
  public var entries: [ListedPerson]
  /// Of a list of documents, which has no ``entries``.
  public var documentCounts: DocumentCounts?
  /// The documents, where the list was read for a run.
  public var documents: DocumentTable?
  /// Counted findings, without personal data.
  public var warnings: [String]
  /// Why a person must decide before the list is used; empty for a list without doubt.
  public var holds: [String]
  /// Shown on each hit.
  public var handling: String?
  /// The SHA-256 of each file, unpacked, in their order.
  public var fileHashes: [String] = []
  /// Bytes of all files, unpacked.
  public var byteCount = 0
  /// What the files consist of.
  public var schema = ListSchema()

  /// What was counted in it; of a list of documents each record is of somebody unknown.
  public var counts: WatchlistCounts {
    var counts = WatchlistCounts(of: entries)
    let documents = documentCounts?.records ?? 0
    counts.records += documents
    counts.persons += documents
    counts.documents += documents
    return counts
  }

  /// The ids of the persons who are screened.
  var screenedEntries: Set<String> {
    Set(entries.lazy.filter(\.kind.isScreened).map(\.entry))
  }

  /// The entry that a match means.
  public func entry(_ number: Int) -> ListedPerson {
    documents?.listed(number) ?? entries[number]
  }

  /// The hash of a list from those of its files, in order.
  public static func sha256(ofFiles hashes: [String]) -> String {
    hashes.count == 1 ? hashes[0] : SHA256.hex(hashes.joined())
  }

  public init(
    id: String, format: String, sha256: String, published: PartialDate?, entries: [ListedPerson],
    warnings: [String], handling: String? = nil, holds: [String] = []
  ) {
    self.id = id
    self.format = format
    self.sha256 = sha256
    self.published = published
    self.entries = entries
    self.warnings = warnings
    self.handling = handling
    self.holds = holds
  }
}
