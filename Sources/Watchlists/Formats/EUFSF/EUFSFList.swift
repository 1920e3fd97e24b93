internal import Records

/// Collects the records of the EU's list. The rows of the table are brought to the elements of the XML before.
struct EUFSFList {
  var records: RecordCollection
  private let published: PartialDate?

  init(_ source: WatchlistSource, limits: Limits, published: PartialDate?) {
    records = RecordCollection(source, limits: limits)
    self.published = published
  }

  /// Adds a `sanctionEntity`.
  /// - Throws: ``WatchlistError/refused(path:reason:)`` beyond the limits.
  mutating func add(_ entity: ListElement) throws(WatchlistError) {
    guard let id = entity.attribute("logicalId") else {
      return records.findings.hold("record(s) without an id", at: "line \(entity.line)")
    }
    if isDelisted(entity) {
      return records.findings.warn("record(s) are delisted and left out")
    }
    var record = RecordBuilder(entry: id, kind: kind(entity))
    record.addReference(entity.attribute("euReferenceNumber"))
    record.addListing(entity.attribute("designationDate").flatMap { PartialDate($0) })
    addNames(entity, to: &record)
    for child in entity.children {
      switch child.name {
      case "regulation": record.addProgramme(child.attribute("programme"))
      case "birthdate": addBirth(child, to: &record)
      case "citizenship": addCitizenship(child, to: &record)
      case "identification": addDocument(child, to: &record)
      case "nameAlias", "subjectType", "remark", "address", "additionalInformation", "corrigendum":
        break
      default: records.findings.warn("element(s) of an unknown kind are left out")
      }
    }
    try records.append(record, line: entity.line)
  }

  consuming func finished() -> WatchlistContents {
    if published == nil { records.findings.hold("list(s) without a date of publication") }
    return records.finish(published: published)
  }

  private func isDelisted(_ entity: ListElement) -> Bool {
    guard let date = entity.attribute("delistingDate").flatMap({ PartialDate($0) }),
      let published
    else { return false }
    return date.packed <= published.packed
  }

  /// Persons who are called enterprises in one of the two codes happen: they are screened.
  private mutating func kind(_ entity: ListElement) -> ListedKind {
    let type = entity.first("subjectType")
    let codes = [type?.attribute("code"), type?.attribute("classificationCode")].compactMap {
      $0?.lowercased()
    }
    let isKnown = codes.allSatisfy { ["person", "p", "enterprise", "e"].contains($0) }
    guard isKnown, !codes.isEmpty else {
      records.findings.hold("record(s) of an unknown type", at: "line \(entity.line)")
      return .unknown
    }
    return codes.contains { $0 == "person" || $0 == "p" } ? .person : .organisation
  }

  // MARK: Names

  /// The first one is not necessarily the main one.
  private mutating func addNames(_ entity: ListElement, to record: inout RecordBuilder) {
    let names = entity.all("nameAlias").filter { EUFSFList.full($0) != nil }
    guard let main = names.min(by: { EUFSFList.rank($0) < EUFSFList.rank($1) }) else { return }
    add(main, to: &record, type: .primary)
    for name in names {
      add(name, to: &record, type: .alias)
      record.addGender(name.attribute("gender"))
    }
  }

  private mutating func add(
    _ name: ListElement, to record: inout RecordBuilder, type: ListedNameType
  ) {
    let quality: ListedNameQuality
    switch name.attribute("strong") {
    case "true": quality = .strong
    case "false": quality = .weak
    case nil: quality = .unstated
    default:
      quality = .unstated
      records.findings.hold("name(s) of unknown quality", at: "line \(name.line)")
    }
    let parts = [name.nameAttribute("firstName"), name.nameAttribute("middleName")]
      .compactMap { $0 }
    record.addName(
      name.nameAttribute("wholeName"), surname: name.nameAttribute("lastName"),
      given: parts.isEmpty ? nil : parts.joined(separator: " "), type: type, quality: quality)
  }

  private static func full(_ name: ListElement) -> String? {
    for attribute in ["wholeName", "lastName", "firstName", "middleName"] {
      if let text = name.nameAttribute(attribute) { return text }
    }
    return nil
  }

  /// Strong before weak, Latin before others, with both parts before without, then the oldest.
  private static func rank(_ name: ListElement) -> (Int, Int, Int, Int) {
    let hasParts =
      name.nameAttribute("firstName") != nil && name.nameAttribute("lastName") != nil
    return (
      name.attribute("strong") == "false" ? 1 : 0,
      full(name).flatMap { Script.of($0) } == "Latn" ? 0 : 1, hasParts ? 0 : 1,
      name.attribute("logicalId").flatMap { Int($0) } ?? .max
    )
  }

  // MARK: Other facts

  private mutating func addBirth(_ birth: ListElement, to record: inout RecordBuilder) {
    let country = birth.attribute("countryDescription").flatMap { $0 == "UNKNOWN" ? nil : $0 }
    record.addPlace([
      birth.attribute("city"), birth.attribute("place"), birth.attribute("region"), country,
    ])
    let attributes = [
      "birthdate", "year", "monthOfYear", "dayOfMonth", "yearRangeFrom", "yearRangeTo",
    ]
    let raw = attributes.compactMap { birth.attribute($0) }
    if raw.isEmpty { return }
    if let calendar = birth.attribute("calendarType"), calendar != "GREGORIAN" {
      return records.findings.warn("date(s) of birth of other calendars are left out")
    }
    guard let (from, to) = EUFSFList.interval(birth) else {
      return record.addUnreadableBirth(&records.findings)
    }
    let text = birth.attribute("birthdate") ?? raw.joined(separator: "-")
    record.addBirth(
      from: from, to: to, isApproximate: birth.attribute("circa") == "true", raw: text,
      &records.findings)
  }

  private static func interval(_ birth: ListElement) -> (PartialDate, PartialDate)? {
    if let text = birth.attribute("birthdate") { return PartialDate(text).map { ($0, $0) } }
    func number(_ name: String) -> Int? { birth.attribute(name).map { Int($0) ?? -1 } }
    if let year = number("year") {
      let month = number("monthOfYear") ?? 0
      // A day without a month says nothing more than the year.
      let day = month == 0 ? 0 : number("dayOfMonth") ?? 0
      return PartialDate(year: year, month: month, day: day).map { ($0, $0) }
    }
    guard let from = number("yearRangeFrom").flatMap({ PartialDate(year: $0) }),
      let to = number("yearRangeTo").flatMap({ PartialDate(year: $0) })
    else { return nil }
    return (from, to)
  }

  /// `00` stands for an unknown country.
  private mutating func addCitizenship(_ element: ListElement, to record: inout RecordBuilder) {
    guard let code = element.attribute("countryIso2Code") else {
      return record.addNationality(element.attribute("countryDescription"), &records.findings)
    }
    if code != "00" { record.addNationality(code, &records.findings) }
  }

  private mutating func addDocument(_ element: ListElement, to record: inout RecordBuilder) {
    let type: ListedDocumentType =
      switch element.attribute("identificationTypeCode") {
      case "passport": .passport
      case "id", "NRN", "residentperm": .nationalId
      case "travelcardid": .travel
      default: .other
      }
    let issuer = element.attribute("countryIso2Code")
    let numbers = [element.attribute("number"), element.attribute("latinNumber")]
      .compactMap { $0 }
    if numbers.isEmpty { records.findings.warn("document(s) without a number are left out") }
    for number in numbers { record.addDocument(type, number: number, issuer: issuer) }
  }
}

extension ListElement {
  /// As ``attribute(_:)``, but `NA` may be a name.
  fileprivate func nameAttribute(_ name: String) -> String? {
    rawAttribute(name).flatMap { ListedText.name($0) }
  }
}
