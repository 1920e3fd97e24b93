public import Bytes
public import Records

/// The lists of OFAC as SDN_ADVANCED.XML, in the UN's model of sanctions (reference, A4 "ADVANCED").
///
/// Read in the order of the document: what is referred to stands before the parties, and their listings behind.
public struct OFACAdvancedXML: WatchlistFormat {
  public let descriptor = FormatDescriptor(
    id: "ofac-advanced-xml", title: "OFAC SDN or consolidated list (SDN_ADVANCED.XML)",
    specification: "OFAC ADVANCED_XML; UN sanctions 1.0 (XSD)",
    sampleFolder: "samples/lists/ofac-advanced-xml")

  private static let namespaces: Set<String> = [
    "http://www.un.org/sanctions/1.0",
    "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML",
  ]

  public init() {}

  public func recognises(_ head: ArraySlice<UInt8>, name: Substring) -> Bool {
    ListHead(head).hasRoot("Sanctions")
  }

  public func read(
    _ files: [WatchlistSource], limits: Limits
  ) throws(WatchlistError) -> WatchlistContents {
    let source = files[0]
    var xml = try XMLListReader(source, limits: limits)
    try source.expect(xml.root, "Sanctions", in: OFACAdvancedXML.namespaces)
    if xml.root.rawAttribute("DeltaBaseVersion") != nil {
      throw source.refused("holds only the changes to another file; fetch the whole list")
    }
    var published: PartialDate?
    var reference = OFACReferenceValues()
    var parties = OFACAdvancedParties(source, limits: limits)
    while let opened = try xml.nextChild() {
      switch opened.name {
      case "DateOfIssue": published = OFACAdvancedDates.point(try xml.rest(of: opened))
      case "ReferenceValueSets":
        while let set = try xml.nextChild() { reference.add(try xml.rest(of: set)) }
      case "Locations":
        while let location = try xml.nextChild() {
          parties.add(location: try xml.rest(of: location), reference)
        }
      case "IDRegDocuments":
        while let document = try xml.nextChild() {
          parties.add(document: try xml.rest(of: document), reference)
        }
      case "DistinctParties":
        while let party = try xml.nextChild() {
          try parties.add(party: try xml.rest(of: party), reference)
        }
      case "SanctionsEntries":
        while let entry = try xml.nextChild() {
          parties.add(entry: try xml.rest(of: entry), reference)
        }
      case "ProfileRelationships", "SanctionsEntryLinks": try xml.skip()
      default:
        parties.records.findings.warn("element(s) of an unknown kind are left out")
        try xml.skip()
      }
    }
    try xml.finish()
    return try source.unique(parties.finished(published: published))
  }
}

/// The tables at the beginning of the document.
struct OFACReferenceValues {
  /// Text by name of the element and ID.
  private var texts: [String: [String: String]] = [:]
  /// Country by ID, as a code or else its name.
  private var countries: [String: String] = [:]
  /// ID of the party type by ID of the subtype.
  private var partyTypes: [String: String] = [:]

  /// Adds one of the `…Values`.
  mutating func add(_ set: ListElement) {
    for value in set.children {
      guard let id = value.rawAttribute("ID") else { continue }
      texts[value.name, default: [:]][id] = value.value ?? ""
      switch value.name {
      case "Country":
        countries[id] = value.attribute("ISO3") ?? value.attribute("ISO2") ?? value.value
      case "PartySubType": partyTypes[id] = value.rawAttribute("PartyTypeID")
      default: break
      }
    }
  }

  /// The text to which an attribute of `element` refers; nil where there is none.
  func text(_ name: String, _ element: ListElement, _ attribute: String) -> String? {
    element.rawAttribute(attribute).flatMap { texts[name]?[$0] }
  }

  /// Whether one of the values of this name has this text.
  func holds(_ name: String, _ text: String) -> Bool {
    texts[name]?.values.contains(text) ?? false
  }

  func country(_ id: String?) -> String? { id.flatMap { countries[$0] } }

  /// The texts of the subtypes of persons and entities say `Unknown`, those of transport what it is.
  func kind(_ profile: ListElement) -> ListedKind? {
    let type = profile.rawAttribute("PartySubTypeID").flatMap { partyTypes[$0] }
    return OFACNames.kind(type.flatMap { texts["PartyType"]?[$0] })
      ?? OFACNames.kind(text("PartySubType", profile, "PartySubTypeID"))
  }
}

/// Dates of the model: points with a year, a month and a day, and spans of them.
enum OFACAdvancedDates {
  /// `Year`, `Month`, `Day`; the last two may be missing.
  static func point(_ element: ListElement) -> PartialDate? {
    guard let year = element.value("Year").flatMap({ Int($0) }) else { return nil }
    let month = element.value("Month").flatMap { Int($0) } ?? 0
    let day = element.value("Day").flatMap { Int($0) } ?? 0
    return PartialDate(year: year, month: month, day: month == 0 ? 0 : day)
  }

  /// From where the start may be to where the end may be; an end alone, or a start alone, is both.
  static func span(
    _ period: ListElement
  ) -> (from: PartialDate, to: PartialDate, isApproximate: Bool)? {
    let start = period.first("Start")
    let end = period.first("End")
    guard let from = (start ?? end)?.first("From").flatMap(point),
      let to = (end ?? start)?.first("To").flatMap(point)
    else { return nil }
    let isApproximate = [start, end].contains { $0?.rawAttribute("Approximate") == "true" }
    return (from, to, isApproximate)
  }
}
