internal import Foundation
public import Names
public import Records
internal import Watchlists

/// Everything that a run is asked to do, checked for form but not yet for existence.
public struct RunRequest: Sendable {
  /// As on the command line.
  public var paths: [String]
  /// The register of lists.
  public var watchlists: String
  /// Where run folders are published.
  public var output: String
  /// Ledger and lock.
  public var state: String
  public var jobs: Int
  public var clock: RunClock
  /// Compare everybody with everybody, no index.
  public var exhaustive = false
  /// Check and count, write nothing: no folder, no ledger, no lock.
  public var isDryRun = false
  /// Judge lists by themselves, without what earlier runs accepted: for a simulation.
  public var forgetsLists = false
  /// nil for the nightly run.
  public var scope: RunScope?
  /// A published run: only hits of entries that are new or changed since are given.
  public var changedSince: String?
  /// How common names are: the shipped table, or what the operator has signed off.
  public var nameFrequency = NameFrequency.shipped
  public var limits = Limits.standard

  public init(
    paths: [String], watchlists: String, output: String, state: String, jobs: Int, clock: RunClock
  ) {
    self.paths = paths
    self.watchlists = watchlists
    self.output = output
    self.state = state
    self.jobs = jobs
    self.clock = clock
  }

  /// Where a dry run, which has no output, keeps what does not fit into memory.
  static var temporaryFolder: String {
    ProcessInfo.processInfo.environment["TMPDIR"] ?? "/var/tmp"
  }

  /// Where the tables of lists of documents are kept; a dry run only uses those that are there.
  var documentTables: DocumentTableFiles {
    DocumentTableFiles(
      folder: "\(state)/documents", temporary: RunRequest.temporaryFolder, isReadOnly: isDryRun)
  }

  /// Where accepted versions of lists are kept.
  var keptLists: KeptListFiles { KeptListFiles(state: state, tables: documentTables) }

  /// `nightly`, `flight`, or `changes` (`--changed-since`).
  public var kind: String { changedSince != nil ? "changes" : scope == nil ? "nightly" : "flight" }
}

/// What a run came to.
public struct RunSummary: Sendable {
  public var runID: String
  /// As of ``RunRequest/kind``.
  public var kind: String
  /// `<output>/<run-id>`; nil in a dry run.
  public var folder: String?
  /// False where the same work had been published before, and in a dry run.
  public var isPublished: Bool
  public var counts: RunCounts
  public var lists: [RunList]
  /// The flight asked for, when nobody was screened for it.
  public var missingFlight: MissingFlight?
  /// What the gate found on the lists and let pass; no personal data.
  public var listFindings: [String]
  public var timings: RunTimings
  /// `run.json` as published, without the line end.
  public var report: [UInt8]

  /// Whether some input was set aside: the difference between exit code 0 and 1.
  public var isClean: Bool { counts.isClean }
}

/// A flight that was asked for and for which nobody was screened.
public struct MissingFlight: Sendable, Equatable {
  /// `KL1007 2026-11-28 AMS-LHR`.
  public var flight: String
  /// Whether a message of the inputs is about it.
  public var isFound: Bool

  /// For the person at the screen.
  public var text: String {
    isFound ? "nobody in these inputs is on \(flight)" : "\(flight) is not in these inputs"
  }
}

/// How long the parts of a run took; the one thing in `run.json` that differs between repetitions.
public struct RunTimings: Sendable, Equatable {
  public var preparingSeconds = 0.0
  public var screeningSeconds = 0.0
  public var writingSeconds = 0.0
  public var jobs = 1
  public var exhaustive = false

  public init() {}
}
