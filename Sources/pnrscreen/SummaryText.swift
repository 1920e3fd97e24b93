internal import Bytes
internal import Matching
internal import Records
internal import Screening
internal import Watchlists

/// What `screen` and `flight` say on stdout when they are done.
enum SummaryText {
  /// For a reader.
  static func text(_ summary: RunSummary) -> String {
    let counts = summary.counts
    var lines = [
      row("Files", "\(counts.filesFound) (\(files(counts)))"),
      row(
        "Messages",
        "\(counts.parsed.messages), \(counts.parsed.messagesSkipped) of them of other types"),
      row("Persons", persons(counts)),
    ]
    if let missing = summary.missingFlight { lines.append(row("Flight", missing.text)) }
    let bands = ["strong", "medium", "weak"].map { "\(counts.hitsByBand[$0, default: 0]) \($0)" }
    lines.append(row("Hits", "\(counts.hits) (\(bands.joined(separator: ", ")))"))
    if counts.notes.saturatedPersons > 0 { lines.append(row("Saturated", saturated(counts))) }
    let findings = ReasonCode.allCases.compactMap { code in
      counts.findings[code].map { "\($0) \(code.rawValue)" }
    }
    lines.append(row("Quarantine", findings.isEmpty ? "empty" : findings.joined(separator: ", ")))
    for list in summary.lists { lines.append(row("List \(list.id)", describe(list))) }
    for text in summary.listFindings { lines.append(row("List finding", text)) }
    let holding = counts.identities.count { $0.holds }
    lines.append(row("Counts", "\(holding) of \(counts.identities.count) identities hold"))
    lines.append(row("Run", outcome(summary)))
    return lines.joined(separator: "\n") + "\n"
  }

  /// `run.json` with where it went.
  static func json(_ summary: RunSummary) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("run", summary.runID)
    json.member("folder", ifPresent: summary.folder)
    json.member("published", summary.isPublished)
    json.member("exit", summary.isClean ? 0 : 1)
    json.key("report")
    let report = summary.report.last == 0x0A ? Array(summary.report.dropLast()) : summary.report
    return json.bytes + report + Array("}\n".utf8)
  }

  private static func row(_ label: String, _ value: String) -> String {
    label + String(repeating: " ", count: max(1, 20 - label.count)) + value
  }

  private static func files(_ counts: RunCounts) -> String {
    "\(counts.files(.processed)) read, \(counts.files(.quarantined)) set aside, "
      + "\(counts.files(.duplicate)) given twice"
  }

  private static func persons(_ counts: RunCounts) -> String {
    var text = "\(counts.found), \(counts.screened) screened"
    if counts.cancelled > 0 { text += ", \(counts.cancelled) off their flight" }
    if counts.outOfScope > 0 { text += ", \(counts.outOfScope) out of scope" }
    if counts.merged > 0 { text += " (\(counts.merged) records repeat somebody)" }
    return text
  }

  private static func saturated(_ counts: RunCounts) -> String {
    "\(counts.notes.saturatedPersons) with more matches than are written; "
      + "\(counts.notes.matchesOverLimit) matches are only counted"
  }

  private static func describe(_ list: RunList) -> String {
    let date = list.published.map { ", of \($0)" } ?? ", without date"
    let age = list.ageDays.map { $0 == 1 ? ", 1 day old" : ", \($0) days old" } ?? ""
    guard !list.isOfDocuments else { return "\(list.counts.documents) documents\(date)\(age)" }
    return "\(list.counts.persons) persons, \(list.counts.names) names\(date)\(age)"
  }

  private static func outcome(_ summary: RunSummary) -> String {
    guard let folder = summary.folder else { return "\(summary.runID) (dry run, nothing written)" }
    return summary.isPublished ? folder : "\(folder) (the same work was published before)"
  }
}
