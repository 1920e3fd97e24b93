public import Bytes
public import Records

/// The lists of OFAC as SDN_ENHANCED.XML (reference, A4 "ENHANCED").
public struct OFACEnhancedXML: WatchlistFormat {
  public let descriptor = FormatDescriptor(
    id: "ofac-enhanced-xml", title: "OFAC SDN or consolidated list (SDN_ENHANCED.XML)",
    specification: "OFAC ENHANCED_XML",
    sampleFolder: "samples/lists/ofac-enhanced-xml")

  private static let namespaces: Set<String> = [
    "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ENHANCED_XML"
  ]

  public init() {}

  public func recognises(_ head: ArraySlice<UInt8>, name: Substring) -> Bool {
    ListHead(head).hasRoot("sanctionsData")
  }

  public func read(
    _ files: [WatchlistSource], limits: Limits
  ) throws(WatchlistError) -> WatchlistContents {
    let source = files[0]
    var xml = try XMLListReader(source, limits: limits)
    try source.expect(xml.root, "sanctionsData", in: OFACEnhancedXML.namespaces)
    var list = RecordCollection(source, limits: limits)
    var published: PartialDate?
    while let opened = try xml.nextChild() {
      switch opened.name {
      case "publicationInfo":
        let information = try xml.rest(of: opened)
        published = information.value("dataAsOf").flatMap {
          PartialDate(String($0.prefix(10)))
        }
        checkFilters(information, &list.findings)
      case "entities":
        while let entity = try xml.nextChild() {
          if let record = OFACEnhancedRecord.read(try xml.rest(of: entity), &list.findings) {
            try list.append(record, line: entity.line)
          }
        }
      case "referenceValues", "featureTypes": try xml.skip()
      default:
        list.findings.warn("element(s) of an unknown kind are left out")
        try xml.skip()
      }
    }
    try xml.finish()
    if published == nil { list.findings.hold("list(s) without a date of publication") }
    return try source.unique(list.finish(published: published))
  }

  /// Every export names its lists; any other filter leaves records out.
  private func checkFilters(_ information: ListElement, _ findings: inout ListFindings) {
    for filter in information.list("filters")
    where filter.name != "sanctionsLists" && (!filter.children.isEmpty || filter.value != nil) {
      findings.hold(
        "filter(s) of the export that leave records out; fetch the whole list",
        at: "line \(filter.line)")
    }
  }
}

/// One `entity`.
enum OFACEnhancedRecord {
  static func read(_ entity: ListElement, _ findings: inout ListFindings) -> RecordBuilder? {
    guard let id = entity.attribute("id") else {
      findings.hold("record(s) without an id", at: "line \(entity.line)")
      return nil
    }
    let kind = OFACNames.kind(entity.first("generalInfo")?.value("entityType"))
    if kind == nil { findings.hold("record(s) of an unknown type", at: "line \(entity.line)") }
    var record = RecordBuilder(entry: id, kind: kind ?? .unknown)
    for child in entity.children {
      switch child.name {
      case "sanctionsLists":
        for list in child.children {
          record.addListing(list.attribute("datePublished").flatMap { PartialDate($0) })
        }
      case "sanctionsPrograms":
        for programme in child.children { record.addProgramme(programme.value) }
      case "names":
        // The primary name first, wherever it stands.
        for name in child.children where isPrimary(name) { addName(name, to: &record, &findings) }
        for name in child.children where !isPrimary(name) { addName(name, to: &record, &findings) }
      case "features": for feature in child.children { addFeature(feature, to: &record, &findings) }
      case "identityDocuments":
        for document in child.children {
          record.addDocument(
            kind: document.value("type") ?? "", number: document.value("documentNumber"),
            issuer: document.value("issuingCountry"), &findings)
        }
      case "generalInfo", "sanctionsTypes", "legalAuthorities", "addresses", "relationships": break
      default: findings.warn("element(s) of an unknown kind are left out")
      }
    }
    return record
  }

  private static func isPrimary(_ element: ListElement) -> Bool {
    element.value("isPrimary") == "true"
  }

  private static func addName(
    _ name: ListElement, to record: inout RecordBuilder, _ findings: inout ListFindings
  ) {
    let quality: ListedNameQuality
    switch name.value("isLowQuality") {
    case "true": quality = .weak
    case "false": quality = .strong
    default:
      quality = .unstated
      findings.hold("name(s) of unknown quality", at: "line \(name.line)")
    }
    let main = isPrimary(name)
    var type = main ? ListedNameType.primary : OFACNames.aliasType(name.value("aliasType"))
    if type == nil { findings.hold("alias(es) of an unknown type", at: "line \(name.line)") }
    let stated = type.take() ?? .alias
    for translation in name.list("translations") {
      let isLatin = translation.value("script") == "Latin"
      let type = main && !isPrimary(translation) ? (isLatin ? .alias : .original) : stated
      let parts = translation.list("nameParts")
      var typed = OFACNameParts()
      for part in parts { typed.add(part.value("value"), type: part.value("type"), &findings) }
      let known = record.nameCount
      typed.add(to: &record, type: type, quality: quality)
      if record.nameCount == known, parts.allSatisfy({ $0.value("value") == nil }),
        let full = translation.value("formattedFullName")
      {
        record.addName(lastFirst: full, type: type, quality: quality)
      }
    }
  }

  private static func addFeature(
    _ feature: ListElement, to record: inout RecordBuilder, _ findings: inout ListFindings
  ) {
    switch feature.value("type") {
    case "Birthdate": addBirth(feature, to: &record, &findings)
    case "Place of Birth": record.addPlace([feature.value("value")])
    case "Nationality Country", "Citizenship Country":
      record.addNationality(feature.value("value"), &findings)
    case "Gender": record.addGender(feature.value("value"))
    default:
      if feature.first("valueDate") != nil {
        findings.warn("feature(s) with a date are of other types than a date of birth")
      }
    }
  }

  private static func addBirth(
    _ feature: ListElement, to record: inout RecordBuilder, _ findings: inout ListFindings
  ) {
    guard let date = feature.first("valueDate"),
      let from = date.value("fromDateBegin").flatMap({ PartialDate($0) }),
      let to = date.value("toDateEnd").flatMap({ PartialDate($0) })
    else { return record.addUnreadableBirth(&findings) }
    record.addBirth(
      from: from, to: to, isApproximate: date.value("isApproximate") == "true",
      raw: feature.value("value") ?? "", &findings)
  }
}
