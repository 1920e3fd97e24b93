public import Bytes
public import Records

/// A field of a listed person that two versions of the list tell differently: what only the new one says and what
/// only the old one said. Order and repetition mean nothing, nor does the spelling of a birth date (`raw`).
public struct FieldChange: Sendable, Equatable {
  /// In the order of the contract's listed person.
  public enum Field: String, Sendable, CaseIterable {
    case kind, names, birthDates, placesOfBirth, gender, nationalities, documents, listedOn
    case reference, programmes
  }

  public let field: Field
  public let added: [Value]
  public let removed: [Value]

  /// One value of a field.
  public enum Value: Sendable, Equatable {
    case text(String)
    case name(ListedName)
    case birthDate(ListedBirthDate)
    case document(ListedDocument)
  }

  /// The fields that differ, in their order.
  static func all(from old: ListedPerson, to new: ListedPerson) -> [FieldChange] {
    Field.allCases.compactMap { field in
      let (before, after) = (values(of: field, old), values(of: field, new))
      let (known, knownAfter) = (Set(before.map(\.text)), Set(after.map(\.text)))
      let change = FieldChange(
        field: field, added: after.filter { !known.contains($0.text) },
        removed: before.filter { !knownAfter.contains($0.text) })
      return change.added.isEmpty && change.removed.isEmpty ? nil : change
    }
  }

  private static func values(of field: Field, _ person: ListedPerson) -> [Value] {
    func texts(_ values: [String?]) -> [Value] {
      values.compactMap { $0 }.filter { !$0.isEmpty }.map { .text($0) }
    }
    return switch field {
    case .kind: texts([person.kind.rawValue])
    case .names: person.names.map { .name($0) }
    case .birthDates: person.birthDates.map { .birthDate($0) }
    case .placesOfBirth: texts(person.placesOfBirth)
    case .gender: texts([person.gender.label])
    case .nationalities: texts(person.nationalities)
    case .documents: person.documents.map { .document($0) }
    case .listedOn: texts([person.listedOn?.description])
    case .reference: texts([person.reference])
    case .programmes: texts(person.programmes)
    }
  }
}

extension FieldChange.Value {
  /// The value for a reader, with everything by which it is compared.
  public var text: String {
    switch self {
    case .text(let text): return text
    case .name(let name):
      let parts = [
        name.type.rawValue, name.quality == .unstated ? nil : name.quality.rawValue, name.script,
        name.surname.map { "surname \($0)" }, name.given.map { "given \($0)" },
      ]
      return "\(name.full) (\(parts.compactMap { $0 }.joined(separator: ", ")))"
    case .birthDate(let date):
      let (from, to) = (date.interval.from.description, date.interval.to.description)
      return (from == to ? from : "\(from)..\(to)") + (date.approximate ? " (approximate)" : "")
    case .document(let document):
      return [document.type, document.number, document.issuer].compactMap { $0 }
        .joined(separator: " ")
    }
  }

  /// As `watchlist show` writes it.
  func writeJSON(to json: inout JSONWriter) {
    switch self {
    case .text(let text): json.string(text)
    case .name(let name): name.writeJSON(to: &json)
    case .birthDate(let date): date.writeJSON(to: &json)
    case .document(let document): document.writeJSON(to: &json)
    }
  }
}

extension WatchlistChange {
  /// Writes the line of `watchlist diff --json`, with its line end: `change`, `entry`, `formerEntry`, `kind`, `name`
  /// and `fields`, each with `field`, `added` and `removed`; what is empty is left out.
  public func writeJSONLine(to json: inout JSONWriter) {
    json.beginObject()
    json.member("change", kind.rawValue)
    json.member("entry", entry)
    json.member("formerEntry", ifPresent: formerEntry)
    json.member("kind", listedKind.rawValue)
    json.member("name", ifPresent: name)
    if !fields.isEmpty {
      json.key("fields")
      json.beginArray()
      for change in fields {
        json.beginObject()
        json.member("field", change.field.rawValue)
        for (key, values) in [("added", change.added), ("removed", change.removed)]
        where !values.isEmpty {
          json.key(key)
          json.beginArray()
          for value in values { value.writeJSON(to: &json) }
          json.endArray()
        }
        json.endObject()
      }
      json.endArray()
    }
    json.endObject()
    json.endLine()
  }
}
