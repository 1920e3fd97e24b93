public import Bytes
public import Records

/// The consolidated list of financial sanctions of the EU, XML 1.1 (reference, A2).
public struct EUFSFXML: WatchlistFormat {
  public let descriptor = FormatDescriptor(
    id: "eu-fsf-xml", title: "EU consolidated financial sanctions (XML 1.1)",
    specification: "FSF export 1.1, http://eu.europa.ec/fpi/fsd/export",
    sampleFolder: "samples/lists/eu-fsf-xml")

  private static let namespaces: Set<String> = ["http://eu.europa.ec/fpi/fsd/export"]

  public init() {}

  public func recognises(_ head: ArraySlice<UInt8>, name: Substring) -> Bool {
    ListHead(head).hasRoot("export")
  }

  public func read(
    _ files: [WatchlistSource], limits: Limits
  ) throws(WatchlistError) -> WatchlistContents {
    let source = files[0]
    var xml = try XMLListReader(source, limits: limits)
    if xml.root.name == "WHOLE" {
      throw source.refused("is version 1.0, which is no longer kept; fetch version 1.1")
    }
    try source.expect(xml.root, "export", in: EUFSFXML.namespaces)
    var list = EUFSFList(
      source, limits: limits,
      published: xml.root.attribute("generationDate").flatMap {
        PartialDate(String($0.prefix(10)))
      })
    while let opened = try xml.nextChild() {
      guard opened.name == "sanctionEntity" else {
        list.records.findings.warn("element(s) of an unknown kind are left out")
        try xml.skip()
        continue
      }
      try list.add(try xml.rest(of: opened))
    }
    try xml.finish()
    return list.finished()
  }
}
