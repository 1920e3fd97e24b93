public import Bytes
internal import Matching
internal import Records

/// `hits.jsonl`, the canonical form: contract, "One hit", with the keys in that order.
public struct JSONLinesHitWriter: HitWriter {
  public let descriptor = FormatDescriptor(
    id: "hits-jsonl", title: "Hits, one JSON object a line",
    specification: "pnrscreen.hit/1 (RFC 8259, JSON Lines)", sampleFolder: "samples")
  public let fileName = "hits.jsonl"

  public init() {}

  public func write(_ hit: Hit, into bytes: inout [UInt8]) {
    var json = JSONWriter()
    json.beginObject()
    json.member("schema", "pnrscreen.hit/1")
    json.member("id", hit.id)
    json.member("band", hit.band.rawValue)
    json.key("score")
    json.number(Double(hit.scoreMillionths) / 1_000_000, decimals: 6)
    write(hit.passenger, to: &json)
    if let flight = hit.flight { write(flight, to: &json) }
    if !hit.booking.isEmpty { write(hit.booking, to: &json) }
    write(hit.listed, to: &json)
    json.key("evidence")
    json.write(hit.evidence)
    write(hit.source, to: &json)
    json.member("journey", hit.journey)
    json.key("review")
    json.beginObject()
    json.member("required", true)
    json.key("outcome")
    json.null()
    json.endObject()
    json.endObject()
    json.endLine()
    bytes.append(contentsOf: json.bytes)
  }

  private func write(_ passenger: HitPassenger, to json: inout JSONWriter) {
    json.key("passenger")
    json.beginObject()
    json.member("surname", ifPresent: passenger.surname)
    json.member("given", ifPresent: passenger.given)
    json.member("birthDate", ifPresent: passenger.birthDate?.description)
    json.member("gender", ifPresent: passenger.gender)
    json.member("nationality", ifPresent: passenger.nationality)
    if !passenger.documents.isEmpty {
      json.key("documents")
      json.beginArray()
      for document in passenger.documents { write(document, to: &json) }
      json.endArray()
    }
    json.member("nameSource", ifPresent: passenger.nameSource)
    if !passenger.otherNames.isEmpty {
      json.key("otherNames")
      json.beginArray()
      for name in passenger.otherNames {
        json.beginObject()
        json.member("surname", ifPresent: name.surname)
        json.member("given", ifPresent: name.given)
        json.member("source", ifPresent: name.source)
        json.endObject()
      }
      json.endArray()
    }
    write(passenger.sources, to: &json)
    json.endObject()
  }

  private func write(_ sources: [HitFieldSource], to json: inout JSONWriter) {
    guard !sources.isEmpty else { return }
    json.key("sources")
    json.beginArray()
    for source in sources {
      json.beginObject()
      json.member("field", source.field)
      json.key("messages")
      json.beginArray()
      for message in source.messages { json.string(message) }
      json.endArray()
      json.endObject()
    }
    json.endArray()
  }

  private func write(_ document: HitDocument, to json: inout JSONWriter) {
    json.beginObject()
    json.member("type", ifPresent: document.type)
    json.member("number", ifPresent: document.number)
    json.member("issuer", ifPresent: document.issuer)
    json.member("expires", ifPresent: document.expires?.description)
    json.endObject()
  }

  private func write(_ flight: HitFlight, to json: inout JSONWriter) {
    json.key("flight")
    json.beginObject()
    json.member("carrier", ifPresent: flight.carrier)
    json.member("number", ifPresent: flight.number)
    json.member("suffix", ifPresent: flight.suffix)
    json.member("date", ifPresent: flight.date?.description)
    json.member("from", ifPresent: flight.from)
    json.member("to", ifPresent: flight.to)
    json.member("departure", ifPresent: flight.departure)
    json.member("direction", ifPresent: flight.direction)
    json.endObject()
  }

  private func write(_ booking: HitBooking, to json: inout JSONWriter) {
    json.key("booking")
    json.beginObject()
    json.member("recordLocator", ifPresent: booking.recordLocator)
    json.member("passengerReference", ifPresent: booking.passengerReference)
    json.member("status", ifPresent: booking.status)
    json.member("seat", ifPresent: booking.seat)
    json.endObject()
  }

  private func write(_ listed: HitListed, to json: inout JSONWriter) {
    json.key("listed")
    json.beginObject()
    json.member("list", listed.list)
    json.member("entry", listed.entry)
    json.member("name", ifPresent: listed.name)
    json.member("nameQuality", ifPresent: listed.nameQuality)
    if !listed.birthDates.isEmpty {
      json.key("birthDates")
      json.beginArray()
      for date in listed.birthDates { json.string(date) }
      json.endArray()
    }
    json.member("placeOfBirth", ifPresent: listed.placeOfBirth)
    json.member("listedOn", ifPresent: listed.listedOn?.description)
    json.member("reference", ifPresent: listed.reference)
    json.member("listDate", ifPresent: listed.listDate?.description)
    json.member("handling", ifPresent: listed.handling)
    json.endObject()
  }

  private func write(_ source: HitSource, to json: inout JSONWriter) {
    json.key("source")
    json.beginObject()
    json.member("file", source.file)
    json.key("offset")
    json.integer(source.offset)
    json.member("message", ifPresent: source.message)
    json.member("reference", ifPresent: source.reference)
    json.member("pushes", source.pushes)
    json.endObject()
  }
}
