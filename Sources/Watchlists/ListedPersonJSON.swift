public import Bytes
public import Records

extension ListedPerson {
  /// Writes the line of `watchlist show` (contract, "One listed person"), with its line end.
  /// - Parameter list: the list's id.
  public func writeJSONLine(list: String, to json: inout JSONWriter) {
    json.beginObject()
    json.member("list", list)
    json.member("entry", entry)
    json.member("kind", kind.rawValue)
    json.key("names")
    json.beginArray()
    for name in names { name.writeJSON(to: &json) }
    json.endArray()
    if !birthDates.isEmpty {
      json.key("birthDates")
      json.beginArray()
      for date in birthDates { date.writeJSON(to: &json) }
      json.endArray()
    }
    json.member("placesOfBirth", ifAny: placesOfBirth)
    json.member("gender", ifPresent: gender.label)
    json.member("nationalities", ifAny: nationalities)
    if !documents.isEmpty {
      json.key("documents")
      json.beginArray()
      for document in documents { document.writeJSON(to: &json) }
      json.endArray()
    }
    json.member("listedOn", ifPresent: listedOn?.description)
    json.member("reference", ifPresent: reference)
    json.member("programmes", ifAny: programmes)
    json.endObject()
    json.endLine()
  }
}

extension ListedName {
  func writeJSON(to json: inout JSONWriter) {
    json.beginObject()
    json.member("full", full)
    json.member("surname", ifPresent: surname)
    json.member("given", ifPresent: given)
    json.member("type", type.rawValue)
    json.member("quality", quality.rawValue)
    json.member("script", ifPresent: script)
    json.endObject()
  }
}

extension ListedBirthDate {
  func writeJSON(to json: inout JSONWriter) {
    json.beginObject()
    json.member("from", interval.from.description)
    json.member("to", interval.to.description)
    json.member("approximate", approximate)
    json.member("raw", ifPresent: raw)
    json.endObject()
  }
}

extension ListedDocument {
  func writeJSON(to json: inout JSONWriter) {
    json.beginObject()
    json.member("type", type)
    json.member("number", number)
    json.member("issuer", ifPresent: issuer)
    json.endObject()
  }
}

extension JSONWriter {
  /// Writes nothing for an empty array.
  fileprivate mutating func member(_ name: StaticString, ifAny values: [String]) {
    guard !values.isEmpty else { return }
    key(name)
    array(values)
  }
}
