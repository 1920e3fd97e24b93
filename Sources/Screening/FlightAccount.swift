internal import Bytes
internal import Records

/// What `run.json` says of one flight leg.
struct FlightAccount: Sendable, Equatable {
  var leg: FlightLeg
  var records: Int
  var travellers: Int
  var cancelled: Int
  var pushes: [PushSummary]

  init(leg: FlightLeg, account: LegAccount) {
    self.leg = leg
    records = account.records
    travellers = account.travellers
    cancelled = account.cancelled
    pushes = account.pushes
  }
}

extension FlightAccount {
  /// Pushes of one leg that `run.json` lists; the rest is counted.
  static let pushesListed = 100

  /// Appends the object; nothing personal is in it.
  func write(to json: inout JSONWriter) {
    json.beginObject()
    let codes = ShownCodes(leg)
    json.member("carrier", ifPresent: codes.carrier)
    json.member("number", ifPresent: codes.number)
    json.member("suffix", ifPresent: codes.suffix)
    json.member("date", ifPresent: leg.date?.description)
    json.member("from", ifPresent: codes.from)
    json.member("to", ifPresent: codes.to)
    json.member("personRecords", records)
    json.member("persons", travellers)
    json.member("cancelled", cancelled)
    json.key("pushes")
    json.beginArray()
    for push in pushes.prefix(FlightAccount.pushesListed) { push.write(to: &json) }
    json.endArray()
    if pushes.count > FlightAccount.pushesListed {
      json.member("pushesNotListed", pushes.count - FlightAccount.pushesListed)
    }
    json.endObject()
  }
}

extension PushSummary {
  /// Appends the object; what the sender did not state is left out.
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("message", ifPresent: kind.label)
    json.member("function", "\(function)")
    // The sender's own clock, in a zone that no message states.
    if minute != 0 {
      json.member("time", String(RunClock(seconds: Int(minute) * 60).rfc3339.prefix(16)))
    }
    json.member("parts", parts)
    json.member("complete", isComplete)
    let counts: [(StaticString, StaticString, Int, Int)] = [
      ("announcedBookings", "foundBookings", announcedBookings, foundBookings),
      ("announcedPersons", "foundPersons", announcedPersons, foundPersons),
      ("announcedSegments", "foundSegments", announcedSegments, foundSegments),
    ]
    for (announcedKey, foundKey, announced, found) in counts {
      if announced >= 0 { json.member(announcedKey, announced) }
      if announced >= 0 || found > 0 { json.member(foundKey, found) }
    }
    json.endObject()
  }
}
