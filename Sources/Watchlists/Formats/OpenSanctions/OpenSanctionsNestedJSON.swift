public import Bytes
public import Records

/// Targets of OpenSanctions with their neighbours in their properties (`targets.nested.json`).
///
/// A neighbour is taken by its schema, whatever the property; a person within another's entity is not listed by that.
public struct OpenSanctionsNestedJSON: WatchlistFormat {
  public let descriptor = FormatDescriptor(
    id: "opensanctions-nested-json", title: "OpenSanctions targets with neighbours (JSON lines)",
    specification: "FollowTheMoney, OpenSanctions targets.nested.json",
    sampleFolder: "samples/lists/opensanctions-nested-json")

  public init() {}

  public func recognises(_ head: ArraySlice<UInt8>, name: Substring) -> Bool {
    FTMJSON().recognises(head, name: name)
  }

  public func read(
    _ files: [WatchlistSource], limits: Limits
  ) throws(WatchlistError) -> WatchlistContents {
    var reader = JSONListReader(files[0], limits: limits)
    var join = FTMJoin(files[0], limits: limits)
    while let object = try reader.next() {
      let found: (entity: FTMEntity, neighbours: [FTMEntity])
      do throws(FTMFault) {
        let entity = try FTMEntity(object)
        guard entity.holders.isEmpty else {
          throw FTMFault("a document or sanction beside the targets; read it as ftm-json")
        }
        found = (entity, try OpenSanctionsNestedJSON.neighbours(of: entity))
      } catch { throw reader.refused(error.reason) }
      try join.add(found.entity, with: found.neighbours, line: reader.line)
    }
    return join.finish()
  }

  private static func neighbours(of entity: FTMEntity) throws(FTMFault) -> [FTMEntity] {
    var neighbours: [FTMEntity] = []
    for object in entity.nested { neighbours.append(try FTMEntity(object)) }
    return neighbours
  }
}
