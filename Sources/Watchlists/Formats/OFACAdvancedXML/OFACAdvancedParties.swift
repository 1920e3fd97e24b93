internal import Records

/// Joins the parts of the document by their IDs.
struct OFACAdvancedParties {
  private struct Location {
    /// A code, or a name.
    let country: String?
    let parts: [String]
  }

  private struct Document {
    let kind: String
    let number: String?
    let issuer: String?
  }

  var records: RecordCollection
  private var locations: [String: Location] = [:]
  /// By ID of the identity.
  private var documents: [String: [Document]] = [:]
  private var positions: [String: Int] = [:]
  private var listed: Set<Int> = []

  init(_ source: WatchlistSource, limits: Limits) {
    records = RecordCollection(source, limits: limits)
  }

  mutating func add(location: ListElement, _ reference: OFACReferenceValues) {
    guard let id = location.rawAttribute("ID") else { return }
    var parts: [String] = []
    for part in location.all("LocationPart") {
      for value in part.all("LocationPartValue") {
        if let text = value.value("Value") { parts.append(text) }
      }
    }
    let country = location.first("LocationCountry")?.rawAttribute("CountryID")
    if country != nil, reference.country(country) == nil {
      records.findings.hold("location(s) of an unknown country", at: "line \(location.line)")
    }
    locations[id] = Location(country: reference.country(country), parts: parts)
  }

  mutating func add(document: ListElement, _ reference: OFACReferenceValues) {
    let kind = reference.text("IDRegDocType", document, "IDRegDocTypeID")
    if kind == nil {
      records.findings.hold("document(s) of an unknown type", at: "line \(document.line)")
    }
    documents[document.rawAttribute("IdentityID") ?? "", default: []].append(
      Document(
        kind: kind ?? "", number: document.value("IDRegistrationNo"),
        issuer: reference.country(document.rawAttribute("IssuedBy-CountryID"))))
  }

  /// - Throws: ``WatchlistError/refused(path:reason:)`` beyond the limits.
  mutating func add(
    party: ListElement, _ reference: OFACReferenceValues
  ) throws(WatchlistError) {
    for profile in party.all("Profile") {
      guard let id = profile.rawAttribute("ID") else {
        records.findings.hold("record(s) without an id", at: "line \(profile.line)")
        continue
      }
      let kind = reference.kind(profile)
      if kind == nil {
        records.findings.hold("record(s) of an unknown type", at: "line \(profile.line)")
      }
      var record = RecordBuilder(entry: id, kind: kind ?? .unknown)
      addNames(of: profile, to: &record, reference)
      for identity in profile.all("Identity") {
        let own = identity.rawAttribute("ID").flatMap { documents.removeValue(forKey: $0) }
        for document in own ?? [] {
          record.addDocument(
            kind: document.kind, number: document.number, issuer: document.issuer, &records.findings
          )
        }
      }
      for feature in profile.all("Feature") { add(feature, to: &record, reference) }
      positions[id] = records.records.count
      try records.append(record, line: profile.line)
    }
  }

  mutating func add(entry: ListElement, _ reference: OFACReferenceValues) {
    guard let position = entry.rawAttribute("ProfileID").flatMap({ positions[$0] }) else {
      return records.findings.hold(
        "listing(s) of a record that is not there (fetch the whole list)", at: "line \(entry.line)")
    }
    listed.insert(position)
    for event in entry.all("EntryEvent")
    where reference.text("EntryEventType", event, "EntryEventTypeID") == "Created" {
      records.records[position].addListing(event.first("Date").flatMap(OFACAdvancedDates.point))
    }
    for measure in entry.all("SanctionsMeasure")
    where reference.text("SanctionsType", measure, "SanctionsTypeID") == "Program" {
      records.records[position].addProgramme(measure.value("Comment"))
    }
  }

  consuming func finished(published: PartialDate?) -> WatchlistContents {
    if published == nil { records.findings.hold("list(s) without a date of publication") }
    for documents in documents.values {
      for _ in documents {
        records.findings.hold("document(s) of a person who is not there; fetch the whole list")
      }
    }
    let unlisted = records.records.count - listed.count
    if unlisted > 0 { records.findings.warn("record(s) without a listing", count: unlisted) }
    return records.finish(published: published)
  }

  // MARK: Names

  /// The primary name in Latin letters first, wherever it stands.
  private mutating func addNames(
    of profile: ListElement, to record: inout RecordBuilder, _ reference: OFACReferenceValues
  ) {
    var originals: [(name: OFACNameParts, type: ListedNameType, quality: ListedNameQuality)] = []
    for identity in profile.all("Identity") {
      let partTypes = OFACAdvancedParties.partTypes(identity, reference)
      let isMain = identity.rawAttribute("Primary") == "true"
      for alias in identity.all("Alias") {
        let isPrimary = isMain && alias.rawAttribute("Primary") == "true"
        let stated = aliasType(alias, reference)
        let quality = quality(alias)
        for name in alias.all("DocumentedName") {
          let isLatin = reference.text("DocNameStatus", name, "DocNameStatusID") == "Primary Latin"
          let parts = parts(name, partTypes)
          if isPrimary && isLatin {
            parts.add(to: &record, type: .primary, quality: quality)
          } else {
            originals.append((parts, isPrimary ? .original : stated, quality))
          }
        }
      }
    }
    for (name, type, quality) in originals {
      // Without one in Latin letters the first name is the main one.
      let isFirst = type == .original && !record.hasName
      name.add(to: &record, type: isFirst ? .primary : type, quality: quality)
    }
  }

  /// Types of the parts of names, by the groups to which they belong.
  private static func partTypes(
    _ identity: ListElement, _ reference: OFACReferenceValues
  ) -> [String: String] {
    var types: [String: String] = [:]
    for master in identity.list("NamePartGroups") {
      for group in master.children {
        guard let id = group.rawAttribute("ID") else { continue }
        types[id] = reference.text("NamePartType", group, "NamePartTypeID")
      }
    }
    return types
  }

  private mutating func parts(_ name: ListElement, _ types: [String: String]) -> OFACNameParts {
    var parts = OFACNameParts()
    for part in name.list("DocumentedNamePart") {
      parts.add(
        part.value, type: part.rawAttribute("NamePartGroupID").flatMap { types[$0] },
        &records.findings)
    }
    return parts
  }

  /// A name that is none of the aliases is another name of the same person.
  private mutating func aliasType(
    _ alias: ListElement, _ reference: OFACReferenceValues
  ) -> ListedNameType {
    let text = reference.text("AliasType", alias, "AliasTypeID")
    if let type = OFACNames.aliasType(text) { return type }
    if text != "Name" {
      records.findings.hold("alias(es) of an unknown type", at: "line \(alias.line)")
    }
    return .alias
  }

  private mutating func quality(_ alias: ListElement) -> ListedNameQuality {
    switch alias.rawAttribute("LowQuality") {
    case "true": return .weak
    case "false": return .strong
    default:
      records.findings.hold("name(s) of unknown quality", at: "line \(alias.line)")
      return .unstated
    }
  }

  // MARK: Features

  private mutating func add(
    _ feature: ListElement, to record: inout RecordBuilder, _ reference: OFACReferenceValues
  ) {
    guard let type = reference.text("FeatureType", feature, "FeatureTypeID"), !type.isEmpty else {
      return records.findings.hold("feature(s) of an unknown type", at: "line \(feature.line)")
    }
    for version in feature.all("FeatureVersion") {
      switch type {
      case "Birthdate": addBirth(version, to: &record, reference)
      case "Place of Birth":
        record.addPlace([version.value("VersionDetail")])
        for location in self.locations(of: version) {
          record.addPlace(location.parts + [location.country])
        }
      case "Nationality Country", "Citizenship Country":
        record.addNationality(version.value("VersionDetail"), &records.findings)
        for location in self.locations(of: version) {
          record.addNationality(location.country, &records.findings)
        }
      case "Gender":
        for detail in version.all("VersionDetail") {
          record.addGender(reference.text("DetailReference", detail, "DetailReferenceID"))
        }
      default:
        // Renamed, dates of birth would be lost.
        if !reference.holds("FeatureType", "Birthdate") {
          records.findings.hold("feature(s), and no type is called Birthdate")
        }
      }
    }
  }

  private mutating func locations(of version: ListElement) -> [Location] {
    version.all("VersionLocation").compactMap { reference in
      let location = reference.rawAttribute("LocationID").flatMap { locations[$0] }
      if location == nil {
        records.findings.hold(
          "place(s) that are not there (fetch the whole list)", at: "line \(reference.line)")
      }
      return location
    }
  }

  private mutating func addBirth(
    _ version: ListElement, to record: inout RecordBuilder, _ reference: OFACReferenceValues
  ) {
    for period in version.all("DatePeriod") {
      let calendar = reference.text("CalendarType", period, "CalendarTypeID")
      if let calendar, calendar != "Gregorian" {
        records.findings.warn("date(s) of birth of other calendars are left out")
        continue
      }
      guard let span = OFACAdvancedDates.span(period) else {
        record.addUnreadableBirth(&records.findings)
        continue
      }
      record.addBirth(
        from: span.from, to: span.to, isApproximate: span.isApproximate,
        raw: span.from == span.to ? "\(span.from)" : "\(span.from) to \(span.to)", &records.findings
      )
    }
  }
}
