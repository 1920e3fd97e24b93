internal import Bytes
internal import Matching
internal import Records
internal import Watchlists

/// Writes `run.json`: what ran, on what, with which result. Nothing personal, and no time of day
/// outside `timings`.
struct RunReport {
  static let name = "run.json"
  /// Why passengers are compared with lists at all; stands on every report.
  static let purpose =
    "Comparison of PNR and API data with databases relevant for preventing, detecting, "
    + "investigating and prosecuting terrorist offences and serious crime: Directive (EU) 2016/681 "
    + "art. 6(2)(a) and 6(3)(a); Pi-wet (Stb. 2019, 205). Every hit is an automated candidate and "
    + "needs individual human review before any action, art. 6(5)."

  var runID: String
  var request: RunRequest
  var counts: RunCounts
  var lists: LoadedLists
  var hitFiles: [(name: String, sha256: String)]
  var timings: RunTimings

  /// The object with a line end.
  func bytes() -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("schema", "pnrscreen.run/1")
    json.member("id", runID)
    json.member("kind", request.kind)
    json.key("program")
    json.beginObject()
    json.member("name", "pnrscreen")
    json.member("version", ProgramVersion.current)
    json.endObject()
    json.member("now", request.clock.rfc3339)
    json.member("purpose", RunReport.purpose)
    writeInputs(to: &json)
    writeLists(to: &json)
    writeChanges(to: &json)
    json.key("settings")
    json.beginObject()
    for setting in RunIdentity.settings(request) {
      json.key(setting.key)
      json.string(setting.value)
    }
    json.endObject()
    writeCounts(to: &json)
    writeIdentities(to: &json)
    json.key("flights")
    json.beginArray()
    for flight in counts.flights { flight.write(to: &json) }
    json.endArray()
    json.key("hitFiles")
    json.beginObject()
    for file in hitFiles {
      json.key(file.name)
      json.string(file.sha256)
    }
    json.endObject()
    writeTimings(to: &json)
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private func writeInputs(to json: inout JSONWriter) {
    json.key("inputs")
    json.beginArray()
    for file in counts.files {
      json.beginObject()
      json.member("file", file.file)
      json.member("sha256", ifPresent: file.sha256)
      json.member("bytes", file.byteCount)
      json.member("outcome", file.outcome.rawValue)
      write(messages: file.parsed, to: &json)
      json.member("personRecords", file.parsed.persons)
      json.member("screened", file.screened)
      json.member("outOfScope", file.outOfScope)
      if !file.findings.isEmpty { write(findings: file.findings, as: "findings", to: &json) }
      json.endObject()
    }
    json.endArray()
  }

  private func writeLists(to json: inout JSONWriter) {
    json.key("lists")
    json.beginArray()
    for list in lists.described {
      json.beginObject()
      json.member("id", list.id)
      json.member("format", list.format)
      json.member("sha256", list.sha256)
      json.member("published", ifPresent: list.published?.description)
      if let age = list.ageDays { json.member("ageDays", age) }
      json.member("designation", list.designation)
      json.member("heldSha256", ifPresent: list.heldSHA256)
      json.member("ownerContact", ifPresent: list.ownerContact)
      writeRelease(list.release, to: &json)
      json.member("records", list.counts.records)
      json.member("persons", list.counts.persons)
      json.member("names", list.counts.names)
      json.member("birthDates", list.counts.birthDates)
      json.member("documents", list.counts.documents)
      json.endObject()
    }
    json.endArray()
    lists.findings.writeJSON(to: &json)
  }

  private func writeRelease(_ release: [ReleaseCaveat], to json: inout JSONWriter) {
    guard !release.isEmpty else { return }
    json.key("release")
    json.beginArray()
    for caveat in release {
      json.beginObject()
      json.member("recipient", caveat.recipient)
      json.key("fields")
      json.beginArray()
      for field in caveat.fields { json.string(field) }
      json.endArray()
      json.endObject()
    }
    json.endArray()
  }

  private func writeChanges(to json: inout JSONWriter) {
    guard let changes = lists.changes else { return }
    json.key("changedSince")
    json.beginObject()
    json.member("run", changes.run)
    json.member("entries", changes.entryCount)
    json.endObject()
  }

  private func writeTimings(to json: inout JSONWriter) {
    json.key("timings")
    json.beginObject()
    json.member("jobs", timings.jobs)
    json.member("exhaustive", timings.exhaustive)
    let parts: [(StaticString, Double)] = [
      ("preparingSeconds", timings.preparingSeconds),
      ("screeningSeconds", timings.screeningSeconds),
      ("writingSeconds", timings.writingSeconds),
    ]
    for (key, seconds) in parts {
      json.key(key)
      json.number(seconds, decimals: 3)
    }
    json.endObject()
  }
}
