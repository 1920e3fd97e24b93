public import Bytes
public import Records

/// What `watchlist check` says of a list from its file alone, without a register.
public struct WatchlistCheck: Sendable {
  public enum Verdict: String, Sendable {
    case accepted
    /// Readable, but a person must decide.
    case held
    /// Not the format, empty, broken off, ill-formed, wrongly encoded or without a record.
    case refused
  }

  public let format: String
  public let published: PartialDate?
  /// nil where the file could not be read as the format.
  public let sha256: String?
  /// nil where the file could not be read as the format.
  public let counts: WatchlistCounts?
  public let warnings: [String]
  public let verdict: Verdict
  /// Why the verdict is not `accepted`; no personal data.
  public let reasons: [String]

  /// The verdict on a list that was read.
  public init(of list: Watchlist, limits: Limits = .standard) {
    format = list.format
    published = list.published
    sha256 = list.sha256
    counts = list.counts
    warnings = list.warnings
    reasons = list.holds + WatchlistCheck.structuralProblems(of: list, limits: limits)
    verdict = reasons.isEmpty ? .accepted : .held
  }

  /// The verdict on a list that could not be read.
  public init(refused error: WatchlistError, format: String) {
    self.format = format
    published = nil
    sha256 = nil
    counts = nil
    warnings = []
    verdict = .refused
    reasons = [error.description]
  }

  /// The verdict of the gate on a registered list. A version that is held is held, also while the one that was
  /// accepted before it stays in use.
  /// - Parameter result: of the register that holds the list.
  public init(of list: RegisteredList, in result: GateResult) {
    let own = result.findings.filter { $0.list == list.id }
    let accepted = result.accepted.first { $0.id == list.id }
    let held = result.held.first { $0.list.id == list.id && $0.list.sha256 != accepted?.sha256 }
    let shown = held?.list ?? accepted
    format = list.format
    published = shown?.published ?? list.published
    sha256 = shown?.sha256
    counts = shown?.counts
    warnings = own.filter { $0.severity == .warning }.map(\.text)
    reasons =
      own.filter { $0.severity != .warning }.map(\.text)
      + (accepted == nil ? [] : held?.reasons ?? [])
    let isRefused = own.contains { $0.severity == .refused }
    verdict = isRefused ? .refused : held == nil && accepted != nil ? .accepted : .held
  }

  /// Writes the object of `watchlist check --json`, keys in the contract's order, with a line end.
  /// - Parameter list: the list's id, which stands first where a register names it.
  public func writeJSON(to json: inout JSONWriter, list: String? = nil) {
    json.beginObject()
    json.member("list", ifPresent: list)
    json.member("format", format)
    json.member("published", ifPresent: published?.description)
    json.member("sha256", ifPresent: sha256)
    if let counts {
      json.member("records", counts.records)
      json.member("persons", counts.persons)
      json.member("names", counts.names)
      json.member("birthDates", counts.birthDates)
      json.member("documents", counts.documents)
      json.member("nationalities", counts.nationalities)
      json.member("genders", counts.genders)
    }
    json.key("warnings")
    json.array(warnings)
    json.member("verdict", verdict.rawValue)
    json.key("reasons")
    json.array(reasons)
    json.endObject()
    json.endLine()
  }

  /// What is wrong in the records whatever the format (reference, D2 rule 8).
  private static func structuralProblems(of list: Watchlist, limits: Limits) -> [String] {
    var problems: [String] = []
    if let documents = list.documentCounts, documents.declared == nil {
      problems.append(
        "no number of records is declared, so nothing shows a list that is cut; begin the file with "
          + "\"# records: N\" or set declared_records in the register")
    }
    let duplicates = duplicateEntries(in: list.entries)
    if duplicates > 0 {
      problems.append("\(duplicates) record(s) have the id of another record; fetch the list again")
    }
    let screened = list.entries.filter(\.kind.isScreened)
    let nameless = screened.count { $0.names.allSatisfy(\.full.isEmpty) }
    if nameless > 0 { problems.append("\(nameless) person(s) have no name") }
    let limit = limits.listNameCharacters
    let long = screened.count {
      $0.names.contains { $0.full.utf8.count > limit && $0.full.count > limit }
    }
    if long > 0 {
      problems.append("\(long) person(s) have a name of more than \(limit) characters")
    }
    if let problem = GarbledNames.problem(in: screened.lazy.flatMap(\.names).map(\.full)) {
      problems.append(problem)
    }
    return problems
  }

  /// How many records have an id that an earlier record has.
  static func duplicateEntries(in entries: [ListedPerson]) -> Int {
    entries.count - Set(entries.lazy.map(\.entry)).count
  }
}
