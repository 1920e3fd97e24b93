internal import Records

/// Brings what a publisher says of one record to the conventions of `watchlist show` (reference, section 1):
/// every format goes through here, so that equal things read equal.
struct RecordBuilder {
  private(set) var person: ListedPerson
  private var names = NameCollection()
  private var genders: Set<Gender> = []

  init(entry: String, kind: ListedKind) {
    person = ListedPerson(entry: entry, kind: kind, names: [])
  }

  var kind: ListedKind {
    get { person.kind }
    set { person.kind = newValue }
  }

  var hasName: Bool { !names.names.isEmpty }
  var nameCount: Int { names.names.count }

  // MARK: Names

  /// Adds a name as published; an empty one, or a placeholder for one, is none.
  /// - Parameters:
  ///   - surname: where the publisher separates it; with `given` and without `full` the name is made of both.
  ///   - given: all given and middle names.
  mutating func addName(
    _ full: String? = nil, surname: String? = nil, given: String? = nil,
    type: ListedNameType, quality: ListedNameQuality = .unstated
  ) {
    let surname = surname.flatMap { ListedText.name($0) }
    let given = given.flatMap { ListedText.name($0) }
    let parts = given.map { given in surname.map { "\(given) \($0)" } ?? given } ?? surname
    guard let text = full.flatMap({ ListedText.name($0) }) ?? parts else { return }
    names.add(
      ListedName(
        full: text, surname: surname, given: given, type: type, quality: quality,
        script: Script.of(text)))
  }

  // MARK: Dates of birth

  /// Adds the interval from the first day of `from` to the last one of `to`, once.
  /// - Parameters:
  ///   - isApproximate: only where the publisher says so.
  ///   - isGregorian: whether its calendar is beyond doubt, whatever the year.
  mutating func addBirth(
    from: PartialDate, to: PartialDate? = nil, isApproximate: Bool = false, raw: String,
    isGregorian: Bool = false, _ findings: inout ListFindings
  ) {
    guard let interval = DateInterval(from: from.earliest, to: (to ?? from).latest) else {
      return findings.warn("range(s) of birth that end before they begin are left out")
    }
    // A year of the Iranian or Islamic calendar read as a Gregorian one would contradict its bearer.
    guard isGregorian || from.year >= DayFirstDates.gregorianFrom else {
      return findings.warn(
        "date(s) of birth before \(DayFirstDates.gregorianFrom) are left out")
    }
    if let known = person.birthDates.firstIndex(where: { $0.interval == interval }) {
      if !isApproximate { person.birthDates[known].approximate = false }
      return
    }
    person.birthDates.append(
      ListedBirthDate(
        interval: interval, approximate: isApproximate, raw: ListedText.clean(raw)))
  }

  /// A date of birth that says no interval: it is left out, and counted.
  mutating func addUnreadableBirth(_ findings: inout ListFindings) {
    findings.warn("date(s) of birth that cannot be read are left out")
  }

  // MARK: Other facts

  /// Adds a place of birth made of its parts, such as town, region and country.
  mutating func addPlace(_ parts: [String?]) {
    var texts: [String] = []
    for part in parts {
      guard let text = part.flatMap({ ListedText.value($0) }), !texts.contains(text) else {
        continue
      }
      texts.append(text)
    }
    let place = texts.joined(separator: ", ")
    guard !place.isEmpty, !person.placesOfBirth.contains(place) else { return }
    person.placesOfBirth.append(place)
  }

  /// Values that contradict each other make it absent.
  mutating func addGender(_ gender: Gender) {
    if gender != .unstated { genders.insert(gender) }
  }

  /// `Male`, `F`, `female`, … in any case; anything else, such as `Unknown`, says nothing.
  mutating func addGender(_ text: String?) {
    switch text.map({ ListedText.clean($0).lowercased() }) {
    case "m", "male", "man": addGender(.male)
    case "f", "female", "woman": addGender(.female)
    case "x", "other", "non-binary": addGender(.unspecified)
    default: break
    }
  }

  /// A country's name, its adjective or code, in any case; what is none is left out, and counted.
  mutating func addNationality(_ text: String?, _ findings: inout ListFindings) {
    guard let text = text.flatMap({ ListedText.value($0) }) else { return }
    guard let country = CountryNames.alpha3(text) else {
      return findings.warn("nationality value(s) that are no known country are left out")
    }
    if !person.nationalities.contains(country) { person.nationalities.append(country) }
  }

  /// - Parameters:
  ///   - number: the number alone; prose is taken apart before (`DocumentNumbers`).
  ///   - issuer: a country as in ``addNationality(_:_:)``; one that is unknown is left out.
  ///   - separatesKinds: whether a number of two kinds is two documents, where the publisher keeps them apart.
  mutating func addDocument(
    _ type: ListedDocumentType, number: String, issuer: String? = nil, separatesKinds: Bool = false
  ) {
    guard let number = ListedText.value(number),
      number.contains(where: { $0.isNumber || $0.isLetter })
    else { return }
    let issuer = issuer.flatMap { CountryNames.alpha3($0) }
    let key = RecordBuilder.key(number)
    let known = person.documents.firstIndex {
      RecordBuilder.key($0.number) == key && (!separatesKinds || $0.type == type.rawValue)
    }
    if let known {
      if person.documents[known].issuer == nil { person.documents[known].issuer = issuer }
      return
    }
    person.documents.append(
      ListedDocument(type: type.rawValue, number: number, issuer: issuer))
  }

  /// The first of several listings counts.
  mutating func addListing(_ date: PartialDate?) {
    guard let date else { return }
    if person.listedOn.map({ date.packed < $0.packed }) ?? true { person.listedOn = date }
  }

  mutating func addReference(_ text: String?) {
    if person.reference == nil { person.reference = text.flatMap { ListedText.value($0) } }
  }

  mutating func addProgramme(_ text: String?) {
    guard let text = text.flatMap({ ListedText.value($0) }), !person.programmes.contains(text)
    else { return }
    person.programmes.append(text)
  }

  /// - Returns: the record; nil, and held, without any name.
  func finished(_ findings: inout ListFindings) -> ListedPerson? {
    guard hasName else {
      findings.hold("record(s) without a name")
      return nil
    }
    var person = person
    person.names = names.names
    if genders.count > 1 { findings.warn("record(s) with contradicting genders") }
    person.gender = genders.count == 1 ? genders.first ?? .unstated : .unstated
    return person
  }

  /// Numbers are compared by letters and digits.
  private static func key(_ number: String) -> String {
    number.uppercased().filter { $0.isLetter || $0.isNumber }
  }
}

/// Contract, "One listed person": `type` of a document.
enum ListedDocumentType: String { case passport, nationalId, travel, other }
