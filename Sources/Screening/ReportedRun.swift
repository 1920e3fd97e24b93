internal import Foundation
internal import Matching
internal import Records

/// The counts of a published `run.json`, to be counted once more.
struct ReportedRun: Decodable {
  struct Files: Decodable {
    var found: Int
    var processed: Int
    var quarantined: Int
    var duplicate: Int
  }

  struct Persons: Decodable {
    var records: Int
    var merged: Int
    var found: Int
    var screened: Int
    var cancelled: Int
    var outOfScope: Int
  }

  struct Hits: Decodable {
    var total: Int
    var strong: Int
    var medium: Int
    var weak: Int
    var overLimit: Int
  }

  struct Counts: Decodable {
    var files: Files
    var bytes: Int
    var interchanges: Int
    var messages: Int
    var messagesParsed: Int
    var messagesSkipped: Int
    var messagesQuarantined: Int
    var bookings: Int
    var persons: Persons
    var hits: Hits
    var quarantine: [String: Int]
  }

  struct Input: Decodable {
    var file: String
    var bytes: Int
    var outcome: String
    var interchanges: Int
    var messages: Int
    var messagesParsed: Int
    var messagesSkipped: Int
    var messagesQuarantined: Int
    var bookings: Int
    var personRecords: Int
    var screened: Int
    var outOfScope: Int
    var findings: [String: Int]?
  }

  struct Flight: Decodable {
    var personRecords: Int
    var persons: Int
    var cancelled: Int
  }

  struct List: Decodable { var id: String }

  struct Stated: Decodable {
    var name: String
    var left: Int
    var right: Int
    var holds: Bool
  }

  var id: String
  var inputs: [Input]
  var counts: Counts
  var identities: [Stated]
  var flights: [Flight]
  var lists: [List]
  var hitFiles: [String: String]
}

extension ReportedRun {
  /// Reads `run.json`; nil where it is none, or a number in it is too large to have been counted.
  init?(_ json: Data) {
    guard let object = try? JSONSerialization.jsonObject(with: json),
      ReportedRun.isCountable(object),
      let report = try? JSONDecoder().decode(ReportedRun.self, from: json)
    else { return nil }
    self = report
  }

  /// Whether all numbers can be added up.
  private static func isCountable(_ value: Any) -> Bool {
    switch value {
    case let number as NSNumber: abs(number.doubleValue) < 1e12
    case let array as [Any]: array.allSatisfy(isCountable)
    case let object as [String: Any]: object.values.allSatisfy(isCountable)
    default: true
    }
  }

  /// The run's counts as the inputs give them, for the identities that the run itself had to hold.
  /// - Parameter hitsWritten: records in the hit files of the folder.
  func recount(hitsWritten: [String: Int]) -> RunCounts {
    var recount = RunCounts()
    recount.filesFound = counts.files.found
    recount.files = inputs.map { FileAccount($0) }
    recount.records = counts.persons.found + counts.persons.merged - recount.outOfScope
    recount.merged = counts.persons.merged
    recount.screened = counts.persons.screened
    recount.cancelled = counts.persons.cancelled
    recount.hits = counts.hits.total
    recount.hitsWritten = hitsWritten
    recount.notes.matchesOverLimit = counts.hits.overLimit
    // Pairs that repeat a hit are counted nowhere else.
    if let stated = identities.first(where: { $0.name == RunCounts.matchesName }) {
      recount.matches = stated.left
      recount.repeated = stated.right - counts.hits.total - counts.hits.overLimit
    }
    return recount
  }

  /// Totals of the report beside the sums over its inputs.
  func sums(_ recount: RunCounts) -> [Identity] {
    let parsed = recount.parsed
    return [
      Identity(
        "processed files = inputs processed", counts.files.processed, recount.files(.processed)),
      Identity(
        "quarantined files = inputs quarantined", counts.files.quarantined,
        recount.files(.quarantined)),
      Identity(
        "duplicate files = inputs given twice", counts.files.duplicate, recount.files(.duplicate)),
      Identity("bytes = bytes of the inputs", counts.bytes, recount.byteCount),
      Identity(
        "interchanges = interchanges of the inputs", counts.interchanges, parsed.interchanges),
      Identity("messages = messages of the inputs", counts.messages, parsed.messages),
      Identity(
        "messages parsed = those of the inputs", counts.messagesParsed, parsed.messagesParsed),
      Identity(
        "messages skipped = those of the inputs", counts.messagesSkipped, parsed.messagesSkipped),
      Identity(
        "messages quarantined = those of the inputs", counts.messagesQuarantined,
        parsed.messagesQuarantined),
      Identity("bookings = bookings of the inputs", counts.bookings, parsed.bookings),
      Identity(
        "person records = person records of the inputs", counts.persons.records, parsed.persons),
      Identity(
        "out of scope = out of scope of the inputs", counts.persons.outOfScope, recount.outOfScope),
      Identity(
        "hits = strong + medium + weak", counts.hits.total,
        counts.hits.strong + counts.hits.medium + counts.hits.weak),
    ]
  }

  /// Its hits of each band beside the lines of `hits.jsonl`.
  func hits(byBand lines: [String: Int]) -> [Identity] {
    [("strong", counts.hits.strong), ("medium", counts.hits.medium), ("weak", counts.hits.weak)]
      .map { band, stated in
        Identity("\(band) hits = \(band) hits in hits.jsonl", stated, lines[band, default: 0])
      }
  }

  /// The findings that the report counts beside those of its inputs and the lines of the quarantine.
  /// - Parameter lines: by code, of `quarantine.jsonl`.
  func findings(_ recount: RunCounts, lines: [String: Int]) -> [Identity] {
    let codes = Set(counts.quarantine.keys).union(lines.keys)
      .union(recount.findings.keys.map(\.rawValue))
    return codes.sorted().flatMap { code in
      let stated = counts.quarantine[code, default: 0]
      let found = ReasonCode(rawValue: code).flatMap { recount.findings[$0] } ?? 0
      return [
        Identity("\(code) = findings of the inputs", stated, found),
        Identity("\(code) = lines in \(QuarantineFile.name)", stated, lines[code, default: 0]),
      ]
    }
  }
}

extension FileAccount {
  fileprivate init(_ input: ReportedRun.Input) {
    self.init(file: input.file)
    outcome = FileOutcome(rawValue: input.outcome) ?? .processed
    byteCount = input.bytes
    parsed.interchanges = input.interchanges
    parsed.messages = input.messages
    parsed.messagesParsed = input.messagesParsed
    parsed.messagesSkipped = input.messagesSkipped
    parsed.messagesQuarantined = input.messagesQuarantined
    parsed.bookings = input.bookings
    parsed.persons = input.personRecords
    screened = input.screened
    outOfScope = input.outOfScope
    for (code, count) in input.findings ?? [:] {
      if let code = ReasonCode(rawValue: code) { findings[code] = count }
    }
  }
}
