internal import Bytes
internal import Matching
internal import Records

extension RunReport {
  func writeCounts(to json: inout JSONWriter) {
    json.key("counts")
    json.beginObject()
    json.key("files")
    json.beginObject()
    json.member("found", counts.filesFound)
    json.member("processed", counts.files(.processed))
    json.member("quarantined", counts.files(.quarantined))
    json.member("duplicate", counts.files(.duplicate))
    json.endObject()
    json.member("bytes", counts.byteCount)
    write(messages: counts.parsed, to: &json)
    json.key("persons")
    json.beginObject()
    json.member("records", counts.parsed.persons)
    json.member("merged", counts.merged)
    json.member("found", counts.found)
    json.member("screened", counts.screened)
    json.member("cancelled", counts.cancelled)
    json.member("outOfScope", counts.outOfScope)
    json.member("withoutComparableName", counts.notes.personsWithoutName)
    json.member("comparedWithWholeLists", counts.notes.personsComparedWithAll)
    json.member("saturated", counts.notes.saturatedPersons)
    json.endObject()
    json.key("names")
    json.beginObject()
    json.member("shortened", counts.notes.shortenedNames)
    json.member("listedUnmatchable", counts.unmatchableListedNames)
    json.endObject()
    json.key("hits")
    json.beginObject()
    json.member("total", counts.hits)
    for band in ["strong", "medium", "weak"] {
      json.key(band)
      json.integer(counts.hitsByBand[band, default: 0])
    }
    json.member("overLimit", counts.notes.matchesOverLimit)
    json.endObject()
    write(findings: counts.findings, as: "quarantine", to: &json)
    json.endObject()
  }

  /// What came of the messages of one input or of all.
  func write(messages counts: FeedCounts, to json: inout JSONWriter) {
    json.member("interchanges", counts.interchanges)
    json.member("messages", counts.messages)
    json.member("messagesParsed", counts.messagesParsed)
    json.member("messagesSkipped", counts.messagesSkipped)
    json.member("messagesQuarantined", counts.messagesQuarantined)
    write(stated: counts, to: &json)
    json.member("bookings", counts.bookings)
  }

  /// The counts that senders state in service segments, beside what was found.
  private func write(stated counts: FeedCounts, to json: inout JSONWriter) {
    let checks: [(StaticString, CountCheck)] = [
      ("UNT", counts.unt), ("UNE", counts.une), ("UNZ", counts.unz),
    ]
    guard checks.contains(where: { $0.1.statements > 0 }) else { return }
    json.key("stated")
    json.beginObject()
    for (key, check) in checks where check.statements > 0 {
      json.key(key)
      json.beginObject()
      json.member("statements", check.statements)
      json.member("stated", check.stated)
      json.member("found", check.found)
      json.member("different", check.different)
      json.endObject()
    }
    json.endObject()
  }

  func write(
    findings: [ReasonCode: Int], as key: StaticString, to json: inout JSONWriter
  ) {
    json.key(key)
    json.beginObject()
    for code in ReasonCode.allCases {
      guard let count = findings[code], count > 0 else { continue }
      json.key(code.rawValue)
      json.integer(count)
    }
    json.endObject()
  }

  func writeIdentities(to json: inout JSONWriter) {
    json.key("identities")
    json.beginArray()
    for identity in counts.identities {
      json.beginObject()
      json.member("name", identity.name)
      json.member("left", identity.left)
      json.member("right", identity.right)
      json.member("holds", identity.holds)
      json.endObject()
    }
    json.endArray()
  }
}
