public import Bytes
public import Records

/// The UK Sanctions List as XML (reference, A5).
public struct UKSanctionsXML: WatchlistFormat {
  public let descriptor = FormatDescriptor(
    id: "uk-sanctions-xml", title: "UK Sanctions List (XML)",
    specification: "UK Sanctions List of the FCDO", sampleFolder: "samples/lists/uk-sanctions-xml")

  public init() {}

  public func recognises(_ head: ArraySlice<UInt8>, name: Substring) -> Bool {
    ListHead(head).hasRoot("Designations")
  }

  public func read(
    _ files: [WatchlistSource], limits: Limits
  ) throws(WatchlistError) -> WatchlistContents {
    let source = files[0]
    var xml = try XMLListReader(source, limits: limits)
    guard xml.root.name == "Designations" else {
      throw source.refused("is no UK Sanctions List (root Designations)")
    }
    var contents = WatchlistContents()
    var findings = ListFindings()
    while let opened = try xml.nextChild() {
      let element = try xml.rest(of: opened)
      switch element.name {
      case "DateGenerated":
        contents.published = element.value.flatMap {
          DayFirstDates($0).dates.first.map(\.interval.from)
        }
      case "Designation":
        guard contents.entries.count < limits.listRecords else {
          throw source.refused("more than \(limits.listRecords) records")
        }
        if let person = UKSanctionsXML.record(element, &findings) {
          contents.entries.append(person)
        }
      default: findings.hold("element(s) of an unknown kind", at: "line \(element.line)")
      }
    }
    try xml.finish()
    if contents.published == nil { findings.hold("date of generation that is missing or no date") }
    contents.warnings = findings.warningSentences()
    contents.holds = findings.holdSentences()
    return contents
  }

  private static func record(
    _ element: ListElement, _ findings: inout ListFindings
  ) -> ListedPerson? {
    let place = "line \(element.line)"
    guard let entry = element.value("UniqueID") else {
      findings.hold("record(s) without a unique id", at: place)
      return nil
    }
    for child in element.children where !known.contains(child.name) {
      findings.warn("element(s) of an unknown name, not read")
    }
    var record = UKRecord(entry: entry)
    record.setKind(element.value("IndividualEntityShip"), at: place, &findings)
    for name in element.list("Names") {
      record.addName(
        name.first("Name6")?.text, forenames: (1...5).map { name.first("Name\($0)")?.text },
        type: name.value("NameType"), strength: name.value("AliasStrength"),
        at: "line \(name.line)", &findings)
    }
    for name in element.list("NonLatinNames") {
      record.addNonLatin(name.value("NameNonLatinScript"))
    }
    record.addProgramme(element.value("RegimeName"))
    record.addListing(element.value("DateDesignated"), &findings)
    for individual in element.list("IndividualDetails") {
      add(individual, to: &record, &findings)
    }
    return record.finished(&findings)
  }

  private static func add(
    _ individual: ListElement, to record: inout UKRecord, _ findings: inout ListFindings
  ) {
    for child in individual.children where !knownOfIndividual.contains(child.name) {
      findings.warn("element(s) of an unknown name, not read")
    }
    for birth in individual.list("DOBs") { record.addBirth(birth.value, &findings) }
    for country in individual.list("Nationalities") {
      record.addNationality(country.value, &findings)
    }
    for gender in individual.list("Genders") { record.addGender(gender.value) }
    for place in individual.list("BirthDetails") {
      record.addPlace(town: place.value("TownOfBirth"), country: place.value("CountryOfBirth"))
    }
    for passport in individual.list("PassportDetails") {
      record.addDocument(
        .passport, number: passport.value("PassportNumber"),
        details: passport.value("PassportAdditionalInformation"), &findings)
    }
    for identifier in individual.list("NationalIdentifierDetails") {
      record.addDocument(
        .nationalId, number: identifier.value("NationalIdentifierNumber"),
        details: identifier.value("NationalIdentifierAdditionalInformation"), &findings)
    }
  }

  private static let known: Set<String> = [
    "LastUpdated", "DateDesignated", "UniqueID", "OFSIGroupID", "UNReferenceNumber", "Names",
    "NonLatinNames", "Titles", "RegimeName", "IndividualEntityShip", "DesignationSource",
    "SanctionsImposed", "SanctionsImposedIndicators", "OtherInformation", "UKStatementofReasons",
    "Addresses", "PhoneNumbers", "Websites", "EmailAddresses", "IndividualDetails",
    "EntityDetails", "ShipDetails",
  ]
  private static let knownOfIndividual: Set<String> = [
    "DOBs", "PassportDetails", "NationalIdentifierDetails", "Nationalities", "Positions",
    "Genders", "BirthDetails",
  ]
}
