internal import Records

/// One designation of the United Kingdom, put together from the rows or elements that say something of it; the
/// four files in which the lists are or were published have the same values.
struct UKRecord {
  private var builder: RecordBuilder
  private var names: [(ListedNameType, ListedNameQuality, surname: String?, forenames: String?)] =
    []
  private var kind: String?
  /// What was added: tables repeat every value on many rows.
  private var known: Set<String> = []

  /// - Parameter entry: Unique ID or Group ID.
  init(entry: String) { builder = RecordBuilder(entry: entry, kind: .unknown) }

  /// Individual, Entity or Ship.
  mutating func setKind(_ text: String?, at place: String, _ findings: inout ListFindings) {
    let lowered = text?.lowercased() ?? ""
    if lowered == kind { return }
    if kind != nil { findings.hold("row(s) that change the kind of a record", at: place) }
    kind = lowered
    switch lowered {
    case "individual": builder.kind = .person
    case "entity": builder.kind = .organisation
    case "ship", "vessel": builder.kind = .vessel
    default: findings.hold("record(s) of an unknown kind", at: place)
    }
  }

  // MARK: Names

  /// - Parameters:
  ///   - name6: the surname, or the whole name.
  ///   - forenames: Name 1 to Name 5 in order.
  mutating func addName(
    _ name6: String?, forenames: [String?], type: String?, strength: String?, at place: String,
    _ findings: inout ListFindings
  ) {
    let type = type?.lowercased()
    let strength = strength?.lowercased()
    guard isNew("name", [name6, type, strength] + forenames) else { return }
    let nameType: ListedNameType
    switch type {
    case "primary name", "prime alias", "primary": nameType = .primary
    case "alias", "aka", "a.k.a", "a.k.a.", "primary name variation", nil: nameType = .alias
    case "fka", "f.k.a", "f.k.a.": nameType = .former
    default:
      nameType = .alias
      findings.hold("name(s) of an unknown type", at: place)
    }
    let quality: ListedNameQuality
    switch strength?.prefix(while: { $0.isLetter }) {
    case nil: quality = .unstated
    case "good": quality = .strong
    case "low": quality = .weak
    default:
      quality = .unstated
      findings.hold("name(s) of an unknown quality", at: place)
    }
    let given = forenames.compactMap { $0.flatMap { ListedText.name($0) } }.joined(separator: " ")
    let surname = name6.flatMap { ListedText.name($0) }
    guard surname != nil || !given.isEmpty else { return }
    names.append((nameType, quality, surname, given.isEmpty ? nil : given))
  }

  /// The name as written in its own script.
  mutating func addNonLatin(_ text: String?) {
    guard let text, isNew("script", [text]) else { return }
    for name in EnumeratedCell.values(text) { builder.addName(name, type: .original) }
  }

  private mutating func buildNames() {
    // The primary name does not always come first.
    for wantsPrimary in [true, false] {
      for name in names where (name.0 == .primary) == wantsPrimary {
        if let surname = name.surname, let forenames = name.forenames, builder.kind == .person {
          builder.addName(surname: surname, given: forenames, type: name.0, quality: name.1)
        } else {
          let parts = [name.forenames, name.surname].compactMap(\.self)
          builder.addName(parts.joined(separator: " "), type: name.0, quality: name.1)
        }
      }
    }
  }

  // MARK: Other facts

  /// `12/08/1975`, `00/00/1975`, `dd/mm/1966`, `15/08/19yy`, `1975`; day first.
  mutating func addBirth(_ text: String?, _ findings: inout ListFindings) {
    guard let text, isNew("birth", [text]) else { return }
    for part in EnumeratedCell.values(text) {
      let numbers = part.lowercased().replacing("dd/", with: "00/").replacing("mm/", with: "00/")
      builder.addBirths(DayFirstDates(numbers), raw: part, &findings)
    }
  }

  mutating func addNationality(_ text: String?, _ findings: inout ListFindings) {
    guard let text, isNew("nationality", [text]) else { return }
    builder.addNationalities(text, &findings)
  }

  /// Towns and countries of birth: side by side where there are as many of both.
  mutating func addPlace(town: String?, country: String?) {
    guard isNew("place", [town, country]) else { return }
    let towns = EnumeratedCell.parts(town ?? "")
    let countries = EnumeratedCell.parts(country ?? "")
    if towns.count == countries.count {
      for (town, country) in zip(towns, countries) { builder.addPlace([town, country]) }
    } else if countries.count == 1 || towns.count == 1 {
      for town in towns { for country in countries { builder.addPlace([town, country]) } }
    } else {
      for place in towns + countries { builder.addPlace([place]) }
    }
  }

  mutating func addGender(_ text: String?) { builder.addGender(text) }

  mutating func addListing(_ text: String?, _ findings: inout ListFindings) {
    guard let text, isNew("listing", [text]) else { return }
    guard let date = DayFirstDates(text).dates.first, date.interval.isSingleDay else {
      return findings.warn("date(s) of listing that cannot be read")
    }
    builder.addListing(date.interval.from)
  }

  mutating func addReference(_ text: String?) { builder.addReference(text) }
  mutating func addProgramme(_ text: String?) { builder.addProgramme(text) }

  /// Gender and reference as ConList says them: `(UK Sanctions List Ref):RUS0256. (Gender):Male`.
  mutating func addOtherInformation(_ text: String?) {
    guard let text, isNew("information", [text]) else { return }
    func value(_ tag: String) -> String? {
      text.firstRange(of: "(\(tag)):").map {
        String(
          text[$0.upperBound...].trimmingPrefix(" ").prefix { $0.isLetter || $0.isNumber })
      }
    }
    builder.addGender(value("Gender"))
    builder.addReference(value("UK Sanctions List Ref"))
  }

  // MARK: Documents

  /// - Parameters:
  ///   - number: the number or numbers, or prose with them.
  ///   - details: of each number, where there are as many.
  mutating func addDocument(
    _ type: ListedDocumentType, number: String?, details: String? = nil,
    _ findings: inout ListFindings
  ) {
    guard number != nil || details != nil, isNew(type.rawValue, [number, details]) else { return }
    guard let number = number.flatMap({ ListedText.value($0) }) else {
      return findings.warn("document(s) without a number are left out")
    }
    let numbers = DocumentNumbers(number).found
    if numbers.isEmpty { findings.warn("document(s) whose number cannot be read are left out") }
    let details = EnumeratedCell.parts(details ?? "")
    for (index, found) in numbers.enumerated() {
      let detail = details.count == numbers.count ? details[index] : details[0]
      let said = found.type ?? (type == .passport ? nil : DocumentNumbers.type(detail))
      let plain = String(detail.filter { !"()".contains($0) })
      builder.addDocument(
        said ?? type, number: found.number,
        issuer: found.issuer ?? DocumentNumbers.country(plain))
    }
  }

  // MARK: The record

  /// - Returns: the record; nil, and held, without any name.
  consuming func finished(_ findings: inout ListFindings) -> ListedPerson? {
    // Where the publisher names no reference, its own id is what can be looked up.
    builder.addReference(builder.person.entry)
    var record = self
    record.buildNames()
    guard var person = record.builder.finishedWithLetters(&findings) else { return nil }
    let originals = person.names.filter { $0.type == .original }
    person.names = person.names.filter { $0.type != .original } + originals
    return person
  }

  private mutating func isNew(_ aspect: String, _ values: [String?]) -> Bool {
    guard values.contains(where: { $0 != nil }) else { return false }
    return known.insert(
      aspect + values.map { "\u{0}" + ($0 ?? "") }.joined()
    ).inserted
  }
}
