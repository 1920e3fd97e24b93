internal import HitFiles
public import Matching
public import Records

/// What became of one input.
public enum FileOutcome: String, Sendable {
  /// Read to its end.
  case processed
  /// Nothing in it could be read as a feed.
  case quarantined
  /// The same bytes as an earlier input; screened once.
  case duplicate
}

/// The account of one input: what its parser appended, and what the matchers saw of it.
public struct FileAccount: Sendable, Equatable {
  public var file: String
  public var outcome = FileOutcome.processed
  public var sha256 = ""
  public var byteCount = 0
  /// Counted by the parser.
  public var parsed = FeedCounts()
  /// Travellers that were compared with the lists and of whom this file tells last.
  public var screened = 0
  /// Person records of other flights than the one asked for, and of test interchanges.
  public var outOfScope = 0
  public var findings: [ReasonCode: Int] = [:]

  public init(file: String) { self.file = file }

  /// A hidden file of a folder: counted, never opened.
  var isHidden: Bool { sha256.isEmpty && findings.count == 1 && findings[.outOfScope] != nil }
}

/// Two counts of the same thing, taken at different places; equal unless something was lost.
public struct Identity: Sendable, Equatable {
  /// What is counted, for the reader of `run.json`.
  public var name: String
  public var left: Int
  public var right: Int
  public var holds: Bool { left == right }

  public init(_ name: String, _ left: Int, _ right: Int) {
    self.name = name
    self.left = left
    self.right = right
  }
}

/// All counts of a run.
public struct RunCounts: Sendable, Equatable {
  /// Inputs that the PATHs led to.
  public var filesFound = 0
  public var files: [FileAccount] = []
  /// Person records that reached the legs.
  public var records = 0
  /// Person records that tell of a traveller of whom another one tells too.
  public var merged = 0
  /// Travellers that a matcher compared with the lists.
  public var screened = 0
  /// Travellers who are off their flight.
  public var cancelled = 0
  /// Per flight leg, in order.
  var flights: [FlightAccount] = []
  /// Pairs that match.
  public var matches = 0
  /// Pairs that repeat a hit.
  public var repeated = 0
  /// What the matchers could not compare in full.
  public var notes = ScreeningNotes()
  /// Listed names that no passenger's name can meet: nothing in them folds to A–Z.
  public var unmatchableListedNames = 0
  public var hits = 0
  public var hitsByBand: [String: Int] = [:]
  /// Hits written, by file name of the writer.
  public var hitsWritten: [String: Int] = [:]

  public init() {}

  public var parsed: FeedCounts { files.reduce(into: FeedCounts()) { $0 += $1.parsed } }
  /// Persons of whom the inputs tell, each counted once per leg.
  public var found: Int { records - merged + outOfScope }
  public var outOfScope: Int { files.reduce(0) { $0 + $1.outOfScope } }
  public var byteCount: Int { files.reduce(0) { $0 + $1.byteCount } }

  public func files(_ outcome: FileOutcome) -> Int {
    files.reduce(0) { $0 + ($1.outcome == outcome ? 1 : 0) }
  }

  /// Findings by code over all files.
  public var findings: [ReasonCode: Int] {
    files.reduce(into: [:]) { sum, file in sum.merge(file.findings, uniquingKeysWith: +) }
  }

  /// Findings that are no decisions: any makes exit code 1.
  public var quarantined: Int {
    findings.reduce(0) { $0 + ($1.key.isDecision ? 0 : $1.value) }
  }

  /// Whether no input was set aside, other than by a decision: an input that was has a finding.
  public var isClean: Bool { quarantined == 0 }

  static let matchesName = "matches = hits + repeated + over the limit"

  /// The identities that must hold before anything is published.
  public var identities: [Identity] {
    let settled = files(.processed) + files(.quarantined) + files(.duplicate)
    return [
      Identity("files found = processed + quarantined + duplicate", filesFound, settled),
      Identity(
        "messages = parsed + skipped + quarantined", parsed.messages,
        parsed.messagesParsed + parsed.messagesSkipped + parsed.messagesQuarantined),
      Identity(
        "person records of the parsers = records on legs + out of scope", parsed.persons,
        records + outOfScope),
      Identity(
        "persons found = screened + cancelled + out of scope", found,
        screened + cancelled + outOfScope),
      Identity(
        "persons screened = screened by file", screened, files.reduce(0) { $0 + $1.screened }),
      Identity(RunCounts.matchesName, matches, hits + repeated + notes.matchesOverLimit),
    ]
      + hitsWritten.sorted { $0.key < $1.key }.map { file, count in
        Identity("hits = records in \(file)", hits, count)
      }
  }
}

extension RunCounts {
  /// What reading the inputs and going through the legs came to.
  init(_ found: LegFindings, _ intake: IntakeResult) {
    filesFound = intake.filesFound
    files = intake.files.map { $0.account }
    for (file, screened) in found.screenedByFile.enumerated() { files[file].screened = screened }
    for (file, finding) in found.findings { files[file].findings[finding.code, default: 0] += 1 }
    records = found.records
    merged = found.merged
    screened = found.screened
    cancelled = found.cancelled
    flights = found.flights
    matches = found.matches
    repeated = found.repeated
    notes = found.notes
    hits = found.hits.count
    for hit in found.hits { hitsByBand[hit.band.rawValue, default: 0] += 1 }
  }
}
