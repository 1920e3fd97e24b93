internal import Bytes
internal import Records

/// One record of Senzing's specification: attributes in its object and in all objects within it, with or without
/// a usage type ahead of their names (`PRIMARY_NAME_FULL`).
struct SenzingRecord {
  private(set) var builder: RecordBuilder
  private let line: Int
  private var hasPrimaryName = false

  private enum Attribute: String, CaseIterable {
    case recordType = "RECORD_TYPE"
    case nameType = "NAME_TYPE"
    case nameFull = "NAME_FULL"
    case nameOrganisation = "NAME_ORG"
    case nameFirst = "NAME_FIRST"
    case nameMiddle = "NAME_MIDDLE"
    case nameLast = "NAME_LAST"
    case nameSuffix = "NAME_SUFFIX"
    case gender = "GENDER"
    case birthDate = "DATE_OF_BIRTH"
    case birthPlace = "PLACE_OF_BIRTH"
    case nationality = "NATIONALITY"
    case citizenship = "CITIZENSHIP"
    case passportNumber = "PASSPORT_NUMBER"
    case passportCountry = "PASSPORT_COUNTRY"
    case nationalNumber = "NATIONAL_ID_NUMBER"
    case nationalCountry = "NATIONAL_ID_COUNTRY"
  }

  /// Attributes of one object and one usage type.
  private typealias Group = [Attribute: String]

  init(id: String, line: Int) {
    builder = RecordBuilder(entry: id, kind: .unknown)
    self.line = line
  }

  /// Takes the attributes of the object and of those within it.
  mutating func add(_ object: JSONObject, _ findings: inout ListFindings) {
    var groups: [(usage: String, attributes: Group)] = []
    for member in object.members {
      let key = member.key.uppercased()
      guard let attribute = Attribute.allCases.first(where: { SenzingRecord.ends(key, in: $0) })
      else { continue }
      let usage = String(key.dropLast(attribute.rawValue.utf8.count).dropLast())
      switch member.value {
      case .null: continue
      case .string(let text), .number(let text):
        if let known = groups.firstIndex(where: { $0.usage == usage }) {
          groups[known].attributes[attribute] = text
        } else {
          groups.append((usage, [attribute: text]))
        }
      default: findings.warn("attribute(s) that are no text are left out")
      }
    }
    for group in groups { add(group.attributes, usage: group.usage, &findings) }
    for member in object.members { addNested(member.value, &findings) }
  }

  private mutating func addNested(_ value: JSONValue, _ findings: inout ListFindings) {
    switch value {
    case .object(let object): add(object, &findings)
    case .array(let values): for value in values { addNested(value, &findings) }
    default: break
    }
  }

  /// The key is the attribute, or has a usage type ahead of it.
  private static func ends(_ key: String, in attribute: Attribute) -> Bool {
    key.hasSuffix(attribute.rawValue)
      && (key.utf8.count == attribute.rawValue.utf8.count
        || key.dropLast(attribute.rawValue.utf8.count).last == "_")
  }

  private mutating func add(_ group: Group, usage: String, _ findings: inout ListFindings) {
    if let type = group[.recordType] { addKind(type, &findings) }
    addName(group, usage: usage)
    builder.addGender(group[.gender])
    if let text = group[.birthDate], ListedText.value(text) != nil {
      if let date = PartialDate(isoDateOf: text) {
        builder.addBirth(from: date, raw: text, &findings)
      } else {
        builder.addUnreadableBirth(&findings)
      }
    }
    builder.addPlace([group[.birthPlace]])
    builder.addNationality(group[.nationality], &findings)
    builder.addNationality(group[.citizenship], &findings)
    if let number = group[.passportNumber] {
      builder.addDocument(.passport, number: number, issuer: group[.passportCountry])
    }
    if let number = group[.nationalNumber] {
      builder.addDocument(.nationalId, number: number, issuer: group[.nationalCountry])
    }
  }

  private mutating func addKind(_ type: String, _ findings: inout ListFindings) {
    switch ListedText.clean(type).uppercased() {
    case "PERSON": builder.kind = .person
    case "ORGANIZATION": builder.kind = .organisation
    case "VESSEL": builder.kind = .vessel
    case "AIRCRAFT": builder.kind = .aircraft
    case "": break
    default: findings.hold("record(s) of an unknown RECORD_TYPE", at: "line \(line)")
    }
  }

  private mutating func addName(_ group: Group, usage: String) {
    let type: ListedNameType
    let stated = group[.nameType].map { ListedText.clean($0).uppercased() }
    switch stated ?? usage {
    case "PRIMARY" where !hasPrimaryName, "" where !hasPrimaryName: type = .primary
    case "FORMER", "PREVIOUS", "MAIDEN", "FKA": type = .former
    case "NATIVE": type = .original
    default: type = .alias
    }
    let count = builder.nameCount
    for full in [group[.nameFull], group[.nameOrganisation]] {
      builder.addName(full, type: type)
    }
    let given = SenzingRecord.joined([group[.nameFirst], group[.nameMiddle]])
    let surname = group[.nameLast]
    if given != nil || surname != nil {
      builder.addName(
        SenzingRecord.joined([given, surname, group[.nameSuffix]]), surname: surname, given: given,
        type: type)
    }
    if type == .primary, builder.nameCount > count { hasPrimaryName = true }
  }

  private static func joined(_ parts: [String?]) -> String? {
    let parts = parts.compactMap { $0 }.filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}
