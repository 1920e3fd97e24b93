public import Bytes
public import Records

/// Entities of the FollowTheMoney model, one a line, as OpenSanctions publishes them (`entities.ftm.json`).
///
/// Passports and sanctions are entities of their own, ahead of or behind their holders: what they say is kept
/// until the holder is met.
public struct FTMJSON: WatchlistFormat {
  public let descriptor = FormatDescriptor(
    id: "ftm-json", title: "Entities of the FollowTheMoney model (JSON lines)",
    specification: "FollowTheMoney, OpenSanctions entities.ftm.json",
    sampleFolder: "samples/lists/ftm-json")

  public init() {}

  public func recognises(_ head: ArraySlice<UInt8>, name: Substring) -> Bool {
    let head = ListHead(head)
    return head.hasKey("schema") && head.hasKey("properties")
  }

  public func read(
    _ files: [WatchlistSource], limits: Limits
  ) throws(WatchlistError) -> WatchlistContents {
    var reader = JSONListReader(files[0], limits: limits)
    var join = FTMJoin(files[0], limits: limits)
    while let object = try reader.next() {
      let entity: FTMEntity
      do throws(FTMFault) { entity = try FTMEntity(object) } catch {
        throw reader.refused(error.reason)
      }
      guard entity.nested.isEmpty else {
        throw reader.refused("entities within an entity; read it as opensanctions-nested-json")
      }
      try join.add(entity, line: reader.line)
    }
    return join.finish()
  }
}
