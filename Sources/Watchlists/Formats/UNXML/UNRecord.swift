internal import Records

/// One `INDIVIDUAL` or `ENTITY` of the United Nations' list.
struct UNRecord {
  private var builder: RecordBuilder
  private let isDelisted: Bool
  private let place: String
  /// Names in the original script in which U+FFFD stands for lost letters.
  private(set) var lostNames = 0

  init(_ element: ListElement, kind: ListedKind, _ findings: inout ListFindings) {
    place = "line \(element.line)"
    let reference = element.value("REFERENCE_NUMBER")
    let entry = reference ?? element.value("DATAID")
    if entry == nil { findings.hold("record(s) without a reference number", at: place) }
    // What ends a listing is a record that is gone; the element was never seen filled.
    isDelisted = element.value("DELISTED_ON") != nil
    builder = RecordBuilder(entry: entry ?? "", kind: kind)
    builder.addReference(reference)
    builder.addProgramme(element.value("UN_LIST_TYPE"))
    readNames(element, &findings)
    for child in element.children { read(child, &findings) }
  }

  /// - Returns: nil for a record that is delisted, or held.
  mutating func finished(_ findings: inout ListFindings) -> ListedPerson? {
    if isDelisted {
      findings.warn("delisted record(s) are left out")
      return nil
    }
    return builder.person.entry.isEmpty ? nil : builder.finishedWithLetters(&findings)
  }

  /// `2018-08-24T19:40:35.913-04:00`, `2015-07-01-04:00`: the day as the publisher had it.
  static func date(_ text: String) -> PartialDate? { PartialDate(String(text.prefix(10))) }

  private mutating func readNames(_ element: ListElement, _ findings: inout ListFindings) {
    let parts = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"].compactMap { name in
      element.first(name).flatMap { ListedText.name($0.text) }
    }
    builder.addName(parts.joined(separator: " "), type: .primary)
    for text in element.values("NAME_ORIGINAL_SCRIPT") {
      if ListedText.isDamaged(text) {
        lostNames += 1
        findings.warn("name(s) in the original script that lost letters (U+FFFD) are left out")
        continue
      }
      for name in UNNameText(text).names { builder.addName(name, type: .original) }
    }
  }

  private mutating func read(_ child: ListElement, _ findings: inout ListFindings) {
    switch child.name {
    case "LISTED_ON":
      guard let text = child.value else { return }
      let date = UNRecord.date(text)
      if date == nil { findings.warn("date(s) of listing that cannot be read") }
      builder.addListing(date)
    case "GENDER": builder.addGender(child.value)
    case "NATIONALITY", "NATIONALITY2":
      let values = child.values("VALUE") + [child.value].compactMap(\.self)
      for value in values { builder.addNationalities(value, &findings) }
    case "INDIVIDUAL_ALIAS", "ENTITY_ALIAS": readAlias(child, &findings)
    case "INDIVIDUAL_DATE_OF_BIRTH": readBirth(child, &findings)
    case "INDIVIDUAL_PLACE_OF_BIRTH":
      builder.addPlace([
        child.value("CITY"), child.value("STATE_PROVINCE"), child.value("COUNTRY"),
      ])
    case "INDIVIDUAL_DOCUMENT": readDocument(child, &findings)
    default:
      if !UNRecord.others.contains(child.name) {
        findings.warn("element(s) of an unknown name, not read")
      }
    }
  }

  /// Read elsewhere, or of no use to screening.
  private static let others: Set<String> = [
    "DATAID", "VERSIONNUM", "FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME",
    "UN_LIST_TYPE", "REFERENCE_NUMBER", "NAME_ORIGINAL_SCRIPT", "COMMENTS1", "TITLE",
    "DESIGNATION", "LIST_TYPE", "LAST_DAY_UPDATED", "SORT_KEY", "SORT_KEY_LAST_MOD",
    "SUBMITTED_BY", "DELISTED_ON", "INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS",
  ]

  // MARK: Aliases

  private mutating func readAlias(_ alias: ListElement, _ findings: inout ListFindings) {
    let quality: ListedNameQuality
    var type = ListedNameType.alias
    switch alias.value("QUALITY")?.lowercased() {
    case "good": quality = .strong
    case "low": quality = .weak
    case nil, "a.k.a.", "a.k.a": quality = .unstated
    case "f.k.a.", "f.k.a":
      quality = .unstated
      type = .former
    default:
      quality = .unstated
      findings.hold("alias(es) of an unknown quality", at: "line \(alias.line)")
    }
    let note = alias.value("NOTE").map { UNNameText(note: $0) }
    let text = alias.value("ALIAS_NAME").map { UNNameText($0) }
    let isFormer = text?.isFormer == true || note?.isFormer == true
    for name in (text?.names ?? []) + (note?.names ?? []) {
      builder.addName(name, type: isFormer ? .former : type, quality: quality)
    }
    // A placeholder has no name, and nothing else either.
    guard builder.kind == .person else { return }
    if let birth = alias.value("DATE_OF_BIRTH") {
      addBirth(birth, false, &findings)
    } else if let birth = text?.birth ?? note?.birth {
      addBirth(birth, false, &findings)
    } else if text?.hasBirth == true || note?.hasBirth == true {
      findings.warn("date(s) of birth in the text of an alias are left out")
    }
    builder.addPlace([alias.value("CITY_OF_BIRTH"), alias.value("COUNTRY_OF_BIRTH")])
  }

  // MARK: Dates of birth

  private mutating func readBirth(_ birth: ListElement, _ findings: inout ListFindings) {
    let note = birth.value("NOTE")
    var isApproximate = false
    switch birth.value("TYPE_OF_DATE")?.lowercased() {
    case nil, "exact", "between": break
    case "approximately": isApproximate = true
    default:
      findings.hold("date(s) of birth of an unknown type", at: "line \(birth.line)")
    }
    if let note = note?.lowercased(), note.hasPrefix("approx") || note.hasPrefix("circa") {
      isApproximate = true
    }
    if let text = birth.value("DATE") {
      // The offset of a time zone says nothing about the day.
      addBirth(String(text.prefix(10)), isApproximate, &findings)
    } else if let year = birth.value("YEAR") {
      // `Sep.` beside 1958.
      let month = note.map { DayFirstDates("\($0) \(year)") }
      let isRefined = month?.dates.count == 1 && month?.hasUnreadable == false && !isApproximate
      addBirth(isRefined ? "\(note ?? "") \(year)" : year, isApproximate, &findings)
    } else if let from = birth.value("FROM_YEAR"), let to = birth.value("TO_YEAR") {
      addBirth("\(from)-\(to)", isApproximate, &findings)
    } else if let year = birth.value("FROM_YEAR") ?? birth.value("TO_YEAR") {
      addBirth(year, isApproximate, &findings)
    } else if let note {
      addBirth(note, isApproximate, &findings)
    }
  }

  private mutating func addBirth(
    _ text: String, _ isApproximate: Bool, _ findings: inout ListFindings
  ) {
    builder.addBirths(DayFirstDates(text), isApproximate: isApproximate, raw: text, &findings)
  }

  // MARK: Documents

  private mutating func readDocument(_ document: ListElement, _ findings: inout ListFindings) {
    let type = document.value("TYPE_OF_DOCUMENT")
    let detail = document.value("TYPE_OF_DOCUMENT2")
    guard let text = document.first("NUMBER").flatMap({ ListedText.value($0.text) }) else {
      // Some stand in a note only, between dates and other persons' names.
      if type != nil || detail != nil || document.value("NOTE") != nil {
        findings.warn("document(s) without a number of their own are left out")
      }
      return
    }
    let numbers = DocumentNumbers(text).found
    if numbers.isEmpty { findings.warn("document(s) whose number cannot be read are left out") }
    let ownType = [detail, type].compactMap { $0.flatMap { DocumentNumbers.type($0) } }.first
    let issuer = document.value("ISSUING_COUNTRY") ?? document.value("COUNTRY_OF_ISSUE")
    for number in numbers {
      builder.addDocument(
        number.type ?? ownType ?? .other, number: number.number,
        issuer: issuer ?? number.issuer ?? detail.flatMap { DocumentNumbers.country($0) })
    }
  }
}
