public import Bytes
public import Records

/// The whole list of the Swiss State Secretariat for Economic Affairs.
///
/// Only direct children of the root are targets: a modification holds copies of older states. Places and programmes
/// are joined at the end, wherever they stand.
public struct SECOXML: WatchlistFormat {
  public let descriptor = FormatDescriptor(
    id: "seco-xml", title: "SECO sanctions list, whole list (XML)",
    specification: "SECO, swiss-sanctions-list of list-type whole-list",
    sampleFolder: "samples/lists/seco-xml")

  public init() {}

  public func recognises(_ head: ArraySlice<UInt8>, name: Substring) -> Bool {
    ListHead(head).hasRoot("swiss-sanctions-list")
  }

  public func read(
    _ files: [WatchlistSource], limits: Limits
  ) throws(WatchlistError) -> WatchlistContents {
    let source = files[0]
    var reader = try XMLListReader(source, limits: limits)
    let root = reader.root
    guard root.name == "swiss-sanctions-list", root.namespace.isEmpty else {
      throw source.refused("is no list of SECO; fetch the list again")
    }
    guard root.attribute("list-type") == "whole-list" else {
      throw source.refused("is no whole list, but a part of one; fetch the whole list")
    }
    let published = root.attribute("date").flatMap { PartialDate(isoDateOf: $0) }
    var list = SECOList(source, published: published, limits: limits)
    while let child = try reader.nextChild() {
      switch child.name {
      case "target": try list.add(target: reader.rest(of: child))
      case "place": list.add(place: try reader.rest(of: child))
      case "sanctions-program": list.add(programme: try reader.rest(of: child))
      default:
        list.noteUnknownElement()
        try reader.skip()
      }
    }
    try reader.finish()
    return list.finish()
  }
}
