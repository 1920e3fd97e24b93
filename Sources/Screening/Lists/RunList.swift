public import Records
public import Watchlists

/// A watch list of a run, accepted by the gate.
public struct RunList: Sendable {
  public var id: String
  public var format: String
  public var sha256: String
  /// Of each of its files, unpacked.
  public var fileHashes: [String]
  public var published: PartialDate?
  /// Whole days from ``published`` to the run's clock.
  public var ageDays: Int?
  public var counts: WatchlistCounts
  /// Its records are travel documents without persons.
  public var isOfDocuments: Bool
  /// What its next version is compared with besides.
  public var profile: ListProfile
  /// Why passengers may be compared with it.
  public var designation: String
  public var handling: String?

  public var ownerContact: String?
  /// The version that is held, where this one stays in use instead.
  public var heldSHA256: String?
  /// Which fields of an entry may go to whom.
  public var release: [ReleaseCaveat]

  public init(_ list: Watchlist, _ registered: RegisteredList, clock: RunClock) {
    id = list.id
    format = list.format
    sha256 = list.sha256
    fileHashes = list.fileHashes
    published = list.published
    ageDays = list.published.map { clock.days(since: $0) }
    counts = list.counts
    isOfDocuments = list.documentCounts != nil
    profile = ListProfile(of: list)
    designation = registered.designation ?? ""
    ownerContact = registered.ownerContact
    release = registered.release
    handling = list.handling
  }
}
