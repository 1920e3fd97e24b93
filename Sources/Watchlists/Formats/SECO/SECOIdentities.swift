internal import Records

/// The identities of one target of SECO: names of others than the main one are aliases.
struct SECOIdentities {
  var record: RecordBuilder
  /// Ids of places of birth.
  private(set) var places: [String] = []

  init(entry: String, kind: ListedKind) {
    record = RecordBuilder(entry: entry, kind: kind)
  }

  /// - Parameter subject: `individual`, `entity` or `object`.
  mutating func read(_ subject: ListElement, _ findings: inout ListFindings) {
    record.addGender(subject.attribute("sex"))
    let identities = Array(subject.all("identity"))
    let main = identities.firstIndex { $0.attribute("main")?.lowercased() == "true" } ?? 0
    // The main one first, so that its primary name stands first.
    for (index, identity) in identities.enumerated() where index == main {
      read(identity, isMain: true, &findings)
    }
    for (index, identity) in identities.enumerated() where index != main {
      read(identity, isMain: false, &findings)
    }
  }

  private mutating func read(
    _ identity: ListElement, isMain: Bool, _ findings: inout ListFindings
  ) {
    for name in identity.all("name") { addName(name, isMain: isMain, &findings) }
    for nationality in identity.all("nationality") {
      for country in nationality.all("country") {
        record.addNationality(country.attribute("iso-code") ?? country.value, &findings)
      }
    }
    for date in identity.all("day-month-year") { addBirth(date, &findings) }
    for place in identity.all("place-of-birth") {
      if let id = place.attribute("place-id") { places.append(id) }
    }
    for document in identity.all("identification-document") { addDocument(document, &findings) }
  }

  private mutating func addName(
    _ element: ListElement, isMain: Bool, _ findings: inout ListFindings
  ) {
    let place = "line \(element.line)"
    let type: ListedNameType
    switch element.attribute("name-type")?.lowercased() {
    case "primary-name": type = isMain ? .primary : .alias
    case "alias": type = .alias
    case "formerly-known-as": type = .former
    default:
      type = .alias
      findings.hold("name(s) of an unknown type", at: place)
    }
    let quality: ListedNameQuality
    switch element.attribute("quality")?.lowercased() {
    case nil: quality = .unstated
    case "good": quality = .strong
    case "low": quality = .weak
    default:
      quality = .unstated
      findings.hold("name(s) of an unknown quality", at: place)
    }
    for spelling in SECOName(element, &findings).spellings {
      let isOriginal = type == .primary && spelling.isVariant && !spelling.isLatin
      let own = isOriginal ? .original : spelling.isVariant && type == .primary ? .alias : type
      record.addName(
        spelling.full, surname: spelling.surname, given: spelling.given, type: own,
        quality: quality)
      record.addName(spelling.maiden, type: .former, quality: quality)
    }
  }

  private mutating func addBirth(_ element: ListElement, _ findings: inout ListFindings) {
    if let calendar = element.attribute("calendar"), calendar.lowercased() != "gregorian" {
      return findings.warn("date(s) of birth of another calendar are left out")
    }
    // Unknown is what is absent, 0 or no number.
    func number(_ name: String) -> Int { element.attribute(name).flatMap { Int($0) } ?? 0 }
    let (year, month, day) = (number("year"), number("month"), number("day"))
    let isApproximate: Bool
    switch element.attribute("quality")?.lowercased() {
    case nil, "good": isApproximate = false
    case "low": isApproximate = true
    default:
      isApproximate = false
      findings.hold("date(s) of birth of an unknown quality", at: "line \(element.line)")
    }
    guard let date = PartialDate(year: year, month: month, day: month > 0 ? day : 0) else {
      return record.addUnreadableBirth(&findings)
    }
    record.addBirth(
      from: date, isApproximate: isApproximate, raw: date.description, &findings)
  }

  private mutating func addDocument(_ element: ListElement, _ findings: inout ListFindings) {
    let text = element.attribute("document-type")?.lowercased() ?? ""
    let type: ListedDocumentType =
      text.contains("passport")
      ? .passport
      : text.contains("id-card") || text.contains("identity")
        ? .nationalId : text.contains("travel") ? .travel : .other
    let issuer = element.first("issuer")
    for number in element.values("number") {
      record.addDocument(type, number: number, issuer: issuer?.attribute("code") ?? issuer?.value)
    }
  }
}
