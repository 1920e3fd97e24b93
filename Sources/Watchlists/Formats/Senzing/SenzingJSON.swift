public import Bytes
public import Records

/// Senzing's generic entity specification, flat or nested, as lines or as one array.
public struct SenzingJSON: WatchlistFormat {
  public let descriptor = FormatDescriptor(
    id: "senzing-json", title: "Senzing entities (JSON)",
    specification: "Senzing generic entity specification, flat and nested",
    sampleFolder: "samples/lists/senzing-json")

  public init() {}

  public func recognises(_ head: ArraySlice<UInt8>, name: Substring) -> Bool {
    let head = ListHead(head)
    return head.hasKey("RECORD_ID") || head.hasKey("DATA_SOURCE")
  }

  public func read(
    _ files: [WatchlistSource], limits: Limits
  ) throws(WatchlistError) -> WatchlistContents {
    var reader = JSONListReader(files[0], limits: limits)
    var collection = RecordCollection(files[0], limits: limits)
    while let object = try reader.next() {
      guard let id = object["RECORD_ID"]?.text, !id.isEmpty else {
        throw reader.refused("an object without RECORD_ID: no Senzing record")
      }
      var record = SenzingRecord(id: id, line: reader.line)
      record.add(object, &collection.findings)
      try collection.append(record.builder, line: reader.line)
    }
    return collection.finish()
  }
}
