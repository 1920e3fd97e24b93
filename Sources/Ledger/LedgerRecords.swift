/// One run as the ledger keeps it.
public struct LedgerRun: Sendable, Equatable {
  public var runID: String
  /// `nightly` or `flight`.
  public var kind: String
  /// The run's clock (`--now`), RFC 3339.
  public var started: String
  public var programVersion: String
  public var files: Int
  public var messages: Int
  public var persons: Int
  public var hits: Int
  /// Findings that are no decisions.
  public var quarantined: Int
  /// Whether this run made the folder; false for a repetition of published work.
  public var isPublished: Bool
  public var exitCode: Int

  public init(
    runID: String, kind: String, started: String, programVersion: String, files: Int,
    messages: Int, persons: Int, hits: Int, quarantined: Int, isPublished: Bool, exitCode: Int
  ) {
    self.runID = runID
    self.kind = kind
    self.started = started
    self.programVersion = programVersion
    self.files = files
    self.messages = messages
    self.persons = persons
    self.hits = hits
    self.quarantined = quarantined
    self.isPublished = isPublished
    self.exitCode = exitCode
  }
}

/// One watch list of a run, with the counters that the acceptance gate compares.
public struct LedgerList: Sendable, Equatable {
  public var listID: String
  public var sha256: String
  /// `YYYY-MM-DD`.
  public var published: String?
  public var records = 0
  public var persons = 0
  public var names = 0
  public var birthDates = 0
  public var documents = 0
  public var nationalities = 0
  public var genders = 0
  public var isAccepted: Bool
  /// nil where a program before version 3 of the tables wrote it.
  public var profile: LedgerProfile?

  public init(listID: String, sha256: String, published: String?, isAccepted: Bool) {
    self.listID = listID
    self.sha256 = sha256
    self.published = published
    self.isAccepted = isAccepted
  }
}
