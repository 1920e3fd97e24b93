internal import Bytes
internal import Records

/// One entity of the FollowTheMoney model: an id, a schema and properties, all of them lists.
struct FTMEntity {
  let id: String
  let caption: String?
  let schema: FTMSchema
  /// Whether it is listed for itself; an entity that does not say so is.
  let isTarget: Bool
  /// The file says of it whether it is a target.
  let saysTarget: Bool
  private let properties: JSONObject
  /// Entities within its properties.
  let nested: [JSONObject]

  /// - Throws: what is wrong with the object.
  init(_ object: JSONObject) throws(FTMFault) {
    if object["op"] != nil, object["entity"] != nil { throw FTMFault("a delta, no whole list") }
    guard case .string(let id)? = object["id"], !id.isEmpty,
      case .string(let schema)? = object["schema"],
      case .object(let properties)? = object["properties"]
    else { throw FTMFault("an object without id, schema and properties: no entity") }
    switch object["target"] {
    case nil, .null: (isTarget, saysTarget) = (true, false)
    case .boolean(let isTarget): (self.isTarget, saysTarget) = (isTarget, true)
    default: throw FTMFault("a target that is neither true nor false")
    }
    self.id = id
    caption = object["caption"]?.text
    self.schema = FTMSchema(schema)
    self.properties = properties
    nested = try FTMEntity.nested(in: properties)
  }

  /// Every property must be a list of texts or of entities.
  private static func nested(in properties: JSONObject) throws(FTMFault) -> [JSONObject] {
    var nested: [JSONObject] = []
    for member in properties.members {
      guard case .array(let values) = member.value else {
        throw FTMFault("a property that is no list: the file was edited")
      }
      for value in values {
        switch value {
        case .string: continue
        case .object(let object): nested.append(object)
        default: throw FTMFault("a property with a value that is no text: the file was edited")
        }
      }
    }
    return nested
  }

  /// The texts of a property.
  func values(_ property: String) -> [String] {
    guard case .array(let values)? = properties[property] else { return [] }
    return values.compactMap(\.text)
  }

  /// The ids of the entities that a property names, also where they are nested.
  func references(_ property: String) -> [String] {
    guard case .array(let values)? = properties[property] else { return [] }
    return values.compactMap { value in
      if case .object(let object) = value { object["id"]?.text } else { value.text }
    }
  }

  // MARK: As a record of a list

  /// What the entity says of itself.
  func record(_ kind: ListedKind, _ findings: inout ListFindings) -> RecordBuilder {
    var record = RecordBuilder(entry: id, kind: kind)
    addNames(to: &record)
    addBirths(to: &record, &findings)
    for place in values("birthPlace") { record.addPlace([place]) }
    for gender in values("gender") { record.addGender(gender) }
    for property in ["nationality", "citizenship"] {
      for code in values(property) {
        record.addNationality(FTMEntity.formerStates[code] ?? code, &findings)
      }
    }
    for (property, type) in FTMEntity.numbers {
      for text in values(property) {
        record.add(FTMFact.documents(text, type: type, country: nil), &findings)
      }
    }
    for programme in values("programId") + values("program") { record.addProgramme(programme) }
    return record
  }

  /// The model's dates are those of ISO 8601, and so Gregorian. Yet a year of another calendar, entered by mistake,
  /// would contradict its bearer if nothing stood beside it.
  private func addBirths(to record: inout RecordBuilder, _ findings: inout ListFindings) {
    let texts = values("birthDate")
    let dates = texts.map { PartialDate(isoDateOf: $0) }
    let isPlausible = dates.contains { $0.map { $0.year >= DayFirstDates.gregorianFrom } ?? false }
    for (text, date) in zip(texts, dates) {
      if let date {
        record.addBirth(from: date, raw: text, isGregorian: isPlausible, &findings)
      } else {
        record.addUnreadableBirth(&findings)
      }
    }
  }

  /// The caption is the one of the names that the publisher shows; a name may be an alias at once.
  private func addNames(to record: inout RecordBuilder) {
    let names = values("name")
    let primary = names.first { $0 == caption } ?? names.first
    record.addName(primary, type: .primary)
    if names.isEmpty { addNamesInParts(to: &record) }
    for name in names { record.addName(name, type: .alias) }
    for name in values("alias") { record.addName(name, type: .alias) }
    for name in values("weakAlias") { record.addName(name, type: .alias, quality: .weak) }
    for name in values("previousName") { record.addName(name, type: .former) }
  }

  /// Crawlers that know a name by its parts may leave the whole one out. A part alone is a name only where there is
  /// nothing else.
  private func addNamesInParts(to record: inout RecordBuilder) {
    let given = values("firstName")
    let surnames = values("lastName")
    let others = ["alias", "weakAlias", "previousName"].flatMap { values($0) }
    guard !given.isEmpty && !surnames.isEmpty || others.isEmpty else { return }
    let middle = ["secondName", "middleName", "fatherName"].flatMap { values($0).prefix(1) }
    let limit = FTMEntity.partsMax
    for surname in surnames.isEmpty ? [nil] : surnames.prefix(limit).map(Optional.some) {
      for first in given.isEmpty ? [nil] : given.prefix(limit).map(Optional.some) {
        let forenames = ([first].compactMap(\.self) + middle).joined(separator: " ")
        record.addName(
          surname: surname, given: forenames, type: record.hasName ? .alias : .primary)
      }
    }
  }

  /// Spellings of one part of a name that are joined with those of the others.
  private static let partsMax = 8

  /// What the entity says of those that it belongs to.
  func facts(_ findings: inout ListFindings) -> [FTMFact] {
    switch schema {
    case .identification(let kind):
      let type = values("type").lazy.compactMap(DocumentNumbers.type).first ?? kind
      let country = values("country").first
      return values("number").map { .documents($0, type: type, country: country) }
    case .sanction:
      let listings = values("listingDate")
      var facts: [FTMFact] = []
      for text in listings.isEmpty ? values("startDate") : listings {
        if let date = PartialDate(isoDateOf: text) {
          facts.append(.listing(date))
        } else {
          findings.warn("date(s) of listing that cannot be read are left out")
        }
      }
      return facts + (values("programId") + values("program")).map { .programme($0) }
    default: return []
    }
  }

  /// The ids of those that it belongs to.
  var holders: [String] {
    switch schema {
    case .identification: references("holder")
    case .sanction: references("entity")
    default: []
    }
  }

  private static let numbers: [(String, ListedDocumentType)] = [
    ("passportNumber", .passport), ("idNumber", .nationalId), ("socialSecurityNumber", .nationalId),
    ("taxNumber", .other),
  ]

  /// Codes of states that have ended, which ISO 3166-3 gives four letters.
  private static let formerStates = [
    "suhh": "SUN", "yucs": "YUG", "csxx": "SCG", "cshh": "CSK", "dd": "DDR", "ddde": "DDR",
    "xk": "RKS",
  ]
}

/// Why an object is no entity; in words, without anything of it.
struct FTMFault: Error {
  let reason: String
  init(_ reason: String) { self.reason = reason }
}
