internal import Bytes
internal import Matching
internal import Names
internal import Records
internal import Watchlists

/// Names a run by its work: the same inputs, lists, settings and program give the same name
/// (contract, section 3), so doing it again can be told from doing something else.
enum RunIdentity {
  /// `YYYYMMDD-` and 12 hex digits. Threads and `--exhaustive` do not count: they change no hit.
  /// The inputs' base names count, since hits show them; hidden files are no inputs.
  static func runID(
    request: RunRequest, files: [FileAccount], lists: [RunList], changes: ListChanges?
  ) -> String {
    var parts = ["pnrscreen \(ProgramVersion.current)", "kind \(request.kind)"]
    // Which flights are still to depart is a matter of the minute.
    if let changes { parts.append("changedSince \(changes.run) at \(request.clock.rfc3339)") }
    for setting in settings(request) { parts.append("\(setting.key) \(setting.value)") }
    for file in files where !file.isHidden { parts.append("input \(file.file) \(file.sha256)") }
    for list in lists {
      let date = list.published?.description ?? "-"
      parts.append("list \(list.id) \(list.format) \(list.sha256) \(date)")
      parts.append("handling \(list.handling ?? "-")")
      if let contact = list.ownerContact { parts.append("owner \(contact)") }
      for caveat in list.release {
        parts.append("release \(caveat.recipient) \(caveat.fields.joined(separator: " "))")
      }
      // A run that makes do with an older version says so in its report.
      if let held = list.heldSHA256 { parts.append("held \(held)") }
    }
    let digest = SHA256.hex(parts.joined(separator: "\n"))
    return "\(request.clock.compactDate)-\(digest.prefix(12))"
  }

  /// The settings and tables that decide which hits there are.
  static func settings(_ request: RunRequest) -> [(key: String, value: String)] {
    [
      ("flight", request.scope?.flight?.description ?? "all"),
      ("scoreModel", ScoreModel.version),
      ("nameFrequencies", request.nameFrequency.version),
      ("spellingVariants", SpellingVariants.version),
      ("hitsPerPassenger", String(request.limits.hitsPerPassenger)),
    ]
  }
}
