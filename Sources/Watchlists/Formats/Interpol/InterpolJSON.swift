public import Bytes
public import Records

/// Items of Interpol's public red notices, as lines or as one array.
public struct InterpolJSON: WatchlistFormat {
  public let descriptor = FormatDescriptor(
    id: "interpol-json", title: "Interpol red notices (JSON)",
    specification: "Items of Interpol's public API of red notices",
    sampleFolder: "samples/lists/interpol-json")

  public init() {}

  public func recognises(_ head: ArraySlice<UInt8>, name: Substring) -> Bool {
    let head = ListHead(head)
    return head.hasKey("entity_id") && head.hasKey("forename")
  }

  public func read(
    _ files: [WatchlistSource], limits: Limits
  ) throws(WatchlistError) -> WatchlistContents {
    var reader = JSONListReader(files[0], limits: limits)
    var collection = RecordCollection(files[0], limits: limits)
    while let notice = try reader.next() {
      guard let id = notice["entity_id"]?.text, !id.isEmpty else {
        throw reader.refused("an object without entity_id: no red notice")
      }
      var record = RecordBuilder(entry: id, kind: .person)
      record.addName(
        surname: try InterpolJSON.text(notice, "name", reader),
        given: try InterpolJSON.text(notice, "forename", reader), type: .primary)
      if let text = try InterpolJSON.text(notice, "date_of_birth", reader) {
        if let date = PartialDate(String(text.map { $0 == "/" ? "-" : $0 })) {
          record.addBirth(from: date, raw: text, &collection.findings)
        } else {
          record.addUnreadableBirth(&collection.findings)
        }
      }
      switch notice["nationalities"] {
      case nil, .null: break
      case .array(let codes):
        for code in codes { record.addNationality(code.text, &collection.findings) }
      default: throw reader.refused("nationalities that are no list; fetch the list again")
      }
      try collection.append(record, line: reader.line)
    }
    return collection.finish()
  }

  /// The text of a member; nil where it is absent or null.
  private static func text(
    _ notice: JSONObject, _ key: String, _ reader: borrowing JSONListReader
  ) throws(WatchlistError) -> String? {
    switch notice[key] {
    case nil, .null: return nil
    case .string(let text): return text
    default: throw reader.refused("\(key) is no text; fetch the list again")
    }
  }
}
