public import Bytes
public import Records

/// Writes one passenger as a line of `pnrscreen parse` (contract, "One passenger").
public enum PassengerJSON {
  /// Appends passenger `index` of `batch` as one line.
  /// - Parameter file: what `source.file` gets: a base name, and that of the member in an archive.
  public static func write(
    _ index: Int, of batch: borrowing PassengerBatch, file: String, to json: inout JSONWriter
  ) {
    let person = batch.passengers[index]
    json.beginObject()
    json.member("kind", person.kind.label)
    write(person.name, of: batch, to: &json)
    json.member("nameSource", person.name.source.label)
    writeOtherNames(person, of: batch, to: &json)
    json.member("birthDate", ifPresent: person.birthDate?.description)
    json.member("gender", ifPresent: person.gender.label)
    json.member("nationality", ifPresent: person.nationality.description)
    writeDocuments(person, of: batch, to: &json)
    writeFlights(person, of: batch, to: &json)
    text("recordLocator", person.recordLocator, of: batch, to: &json)
    text("passengerReference", person.passengerReference, of: batch, to: &json)
    json.member("status", ifPresent: person.status.label)
    text("seat", person.seat, of: batch, to: &json)
    writeSource(person, of: batch, file: file, to: &json)
    json.endObject()
    json.endLine()
  }

  private static func write(
    _ name: PersonName, of batch: borrowing PassengerBatch, to json: inout JSONWriter
  ) {
    text("surname", name.surname, of: batch, to: &json)
    text("given", name.given, of: batch, to: &json)
  }

  private static func text(
    _ key: StaticString, _ reference: TextReference, of batch: borrowing PassengerBatch,
    to json: inout JSONWriter
  ) {
    guard !reference.isEmpty else { return }
    json.key(key)
    json.string(batch.bytes.span.extracting(reference.range))
  }

  private static func writeOtherNames(
    _ person: Passenger, of batch: borrowing PassengerBatch, to json: inout JSONWriter
  ) {
    guard !person.otherNames.isEmpty else { return }
    json.key("otherNames")
    json.beginArray()
    for index in person.otherNames.range {
      let name = batch.names[index]
      json.beginObject()
      write(name, of: batch, to: &json)
      json.member("source", name.source.label)
      json.endObject()
    }
    json.endArray()
  }

  private static func writeDocuments(
    _ person: Passenger, of batch: borrowing PassengerBatch, to json: inout JSONWriter
  ) {
    guard !person.documents.isEmpty else { return }
    json.key("documents")
    json.beginArray()
    for index in person.documents.range {
      let document = batch.documents[index]
      json.beginObject()
      json.member("type", ifPresent: document.type.description)
      text("number", document.number, of: batch, to: &json)
      json.member("issuer", ifPresent: document.issuer.description)
      json.member("expires", ifPresent: document.expires?.description)
      json.endObject()
    }
    json.endArray()
  }

  private static func writeFlights(
    _ person: Passenger, of batch: borrowing PassengerBatch, to json: inout JSONWriter
  ) {
    guard !person.flights.isEmpty else { return }
    json.key("flights")
    json.beginArray()
    for index in person.flights.range {
      let leg = batch.flights[index]
      json.beginObject()
      json.member("carrier", ifPresent: leg.carrier.description)
      json.member("number", ifPresent: leg.number.description)
      json.member("suffix", ifPresent: leg.suffix.description)
      json.member("date", ifPresent: leg.date?.description)
      json.member("from", ifPresent: leg.from.description)
      json.member("to", ifPresent: leg.to.description)
      if let date = leg.date, leg.departureMinute >= 0 {
        json.member("departure", date.description + "T" + clock(leg.departureMinute))
      }
      json.endObject()
    }
    json.endArray()
  }

  private static func clock(_ minute: Int16) -> String {
    func padded(_ value: Int16) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return padded(minute / 60) + ":" + padded(minute % 60)
  }

  private static func writeSource(
    _ person: Passenger, of batch: borrowing PassengerBatch, file: String,
    to json: inout JSONWriter
  ) {
    let message = batch.messages[Int(person.message)]
    json.key("source")
    json.beginObject()
    json.member("file", file)
    json.key("offset")
    json.integer(person.offset)
    json.member("message", message.type)
    json.member("version", ifPresent: message.version)
    json.member("reference", ifPresent: message.reference)
    json.endObject()
  }
}
