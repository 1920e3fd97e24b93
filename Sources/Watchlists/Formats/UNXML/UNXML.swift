public import Bytes
public import Records

/// The consolidated list of the United Nations Security Council (reference, A3).
public struct UNXML: WatchlistFormat {
  public let descriptor = FormatDescriptor(
    id: "un-xml", title: "UN Security Council consolidated list (XML)",
    specification: "sc-sanctions.xsd of the United Nations", sampleFolder: "samples/lists/un-xml")

  public init() {}

  /// Editions of 2025 and 2026 have one original-script name that the publisher itself lost letters of.
  private static let lostNamesMax = 10

  public func recognises(_ head: ArraySlice<UInt8>, name: Substring) -> Bool {
    ListHead(head).hasRoot("CONSOLIDATED_LIST")
  }

  public func read(
    _ files: [WatchlistSource], limits: Limits
  ) throws(WatchlistError) -> WatchlistContents {
    let source = files[0]
    var xml = try XMLListReader(source, limits: limits)
    guard xml.root.name == "CONSOLIDATED_LIST", xml.root.namespace.isEmpty else {
      throw source.refused("is no consolidated list of the UN (root CONSOLIDATED_LIST)")
    }
    xml.elementsWithLosses = ["NAME_ORIGINAL_SCRIPT"]
    var contents = WatchlistContents()
    contents.published = xml.root.attribute("dateGenerated").flatMap { UNRecord.date($0) }
    var findings = ListFindings()
    if contents.published == nil { findings.hold("date of generation that is missing or no date") }
    var lostNames = 0
    var sections: Set<String> = []
    while let section = try xml.nextChild() {
      let kind: ListedKind
      switch section.name {
      case "INDIVIDUALS": kind = .person
      case "ENTITIES": kind = .organisation
      default:
        findings.hold("section(s) of an unknown kind", at: "line \(section.line)")
        try xml.skip()
        continue
      }
      if !sections.insert(section.name).inserted {
        findings.hold("section(s) that are there twice", at: "line \(section.line)")
      }
      while let opened = try xml.nextChild() {
        guard opened.name == (kind == .person ? "INDIVIDUAL" : "ENTITY") else {
          findings.hold("record(s) of an unknown kind", at: "line \(opened.line)")
          try xml.skip()
          continue
        }
        guard contents.entries.count < limits.listRecords else {
          throw source.refused("more than \(limits.listRecords) records")
        }
        let element = try xml.rest(of: opened)
        var record = UNRecord(element, kind: kind, &findings)
        lostNames += record.lostNames
        if let person = record.finished(&findings) { contents.entries.append(person) }
      }
    }
    try xml.finish()
    if lostNames > UNXML.lostNamesMax {
      findings.hold("file(s) that lost characters of many names")
    }
    if sections.count < 2 { findings.hold("section(s) INDIVIDUALS or ENTITIES missing") }
    contents.warnings = findings.warningSentences()
    contents.holds = findings.holdSentences()
    return contents
  }
}
