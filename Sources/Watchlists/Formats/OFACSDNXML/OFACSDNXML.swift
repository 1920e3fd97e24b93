public import Bytes
public import Records

/// The lists of OFAC as SDN.XML and CONSOLIDATED.XML (reference, A4).
public struct OFACSDNXML: WatchlistFormat {
  public let descriptor = FormatDescriptor(
    id: "ofac-sdn-xml", title: "OFAC SDN or consolidated list (SDN.XML, CONSOLIDATED.XML)",
    specification: "OFAC sdnList; namespaces of before and after May 2024",
    sampleFolder: "samples/lists/ofac-sdn-xml")

  private static let namespaces: Set<String> = [
    "http://tempuri.org/sdnList.xsd",
    "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML",
  ]

  public init() {}

  public func recognises(_ head: ArraySlice<UInt8>, name: Substring) -> Bool {
    ListHead(head).hasRoot("sdnList")
  }

  public func read(
    _ files: [WatchlistSource], limits: Limits
  ) throws(WatchlistError) -> WatchlistContents {
    let source = files[0]
    var xml = try XMLListReader(source, limits: limits)
    try source.expect(xml.root, "sdnList", in: OFACSDNXML.namespaces)
    var list = RecordCollection(source, limits: limits)
    var published: PartialDate?
    var declared: Int?
    var count = 0
    while let opened = try xml.nextChild() {
      switch opened.name {
      case "publshInformation":
        let information = try xml.rest(of: opened)
        published = information.value("Publish_Date").flatMap(OFACSDNXML.date)
        declared = information.value("Record_Count").flatMap { Int($0) }
      case "sdnEntry":
        count += 1
        if let record = OFACSDNXML.record(try xml.rest(of: opened), &list.findings) {
          try list.append(record, line: opened.line)
        }
      default:
        list.findings.warn("element(s) of an unknown kind are left out")
        try xml.skip()
      }
    }
    try xml.finish()
    if let declared, declared != count {
      throw source.refused(
        "declares \(declared) records and holds \(count); fetch the list again")
    }
    if declared == nil { list.findings.hold("list(s) without a declared count of records") }
    if published == nil { list.findings.hold("list(s) without a date of publication") }
    return list.finish(published: published)
  }

  /// `MM/DD/YYYY`
  private static func date(_ text: String) -> PartialDate? {
    let parts = text.split(separator: "/").map { Int($0) ?? 0 }
    guard parts.count == 3, parts[0] > 0, parts[1] > 0 else { return nil }
    return PartialDate(year: parts[2], month: parts[0], day: parts[1])
  }

  private static func record(
    _ entry: ListElement, _ findings: inout ListFindings
  ) -> RecordBuilder? {
    guard let id = entry.value("uid") else {
      findings.hold("record(s) without an id", at: "line \(entry.line)")
      return nil
    }
    let kind = OFACNames.kind(entry.value("sdnType"))
    if kind == nil { findings.hold("record(s) of an unknown type", at: "line \(entry.line)") }
    var record = RecordBuilder(entry: id, kind: kind ?? .unknown)
    addName(entry, to: &record, type: .primary)
    for child in entry.children {
      switch child.name {
      case "programList": for program in child.children { record.addProgramme(program.value) }
      case "idList": for id in child.children { addNumber(id, to: &record, &findings) }
      case "akaList": for alias in child.children { addAlias(alias, to: &record, &findings) }
      case "nationalityList", "citizenshipList":
        for item in child.children {
          record.addNationality(item.value("country"), &findings)
        }
      case "dateOfBirthList":
        for item in child.children {
          guard let text = item.value("dateOfBirth") else { continue }
          record.addBirth(monthName: text, &findings)
        }
      case "placeOfBirthList":
        for item in child.children { record.addPlace([item.value("placeOfBirth")]) }
      case "uid", "firstName", "lastName", "title", "sdnType", "remarks", "addressList",
        "vesselInfo":
        break
      default: findings.warn("element(s) of an unknown kind are left out")
      }
    }
    return record
  }

  private static func addName(
    _ element: ListElement, to record: inout RecordBuilder, type: ListedNameType,
    quality: ListedNameQuality = .unstated
  ) {
    let last = element.value("lastName")
    if let first = element.value("firstName"), last != nil {
      record.addName(surname: last, given: first, type: type, quality: quality)
    } else if let text = last ?? element.value("firstName") {
      // Weak aliases come as `LAST, First` in one element.
      record.addName(lastFirst: text, type: type, quality: quality)
    }
  }

  private static func addAlias(
    _ alias: ListElement, to record: inout RecordBuilder, _ findings: inout ListFindings
  ) {
    let type = OFACNames.aliasType(alias.value("type"))
    if type == nil { findings.hold("alias(es) of an unknown type", at: "line \(alias.line)") }
    let quality: ListedNameQuality
    switch alias.value("category")?.lowercased() {
    case "strong": quality = .strong
    case "weak": quality = .weak
    default:
      quality = .unstated
      findings.hold("alias(es) of an unknown category", at: "line \(alias.line)")
    }
    addName(alias, to: &record, type: type ?? .alias, quality: quality)
  }

  /// What the publisher calls an id may be a gender, an address or a remark.
  private static func addNumber(
    _ id: ListElement, to record: inout RecordBuilder, _ findings: inout ListFindings
  ) {
    guard let kind = id.value("idType"), let number = id.value("idNumber") else { return }
    if kind == "Gender" {
      record.addGender(number)
    } else if let type = OFACDocuments.type(of: kind) {
      record.addDocument(type, text: number, issuer: id.value("idCountry"), &findings)
    } else if record.kind.isScreened {
      findings.warn("id(s) that are no known kind of document are left out")
    }
  }
}
