internal import Bytes
internal import Records

/// Reads a publisher's JSON record by record, as lines or as one array: memory holds one of them.
///
/// Strict as ``XMLListReader``: what is not well-formed, has characters that show damage, or breaks off, is refused.
struct JSONListReader: ~Copyable {
  private var splitter: JSONRecordSplitter
  private let source: WatchlistSource
  /// Line at which the record given last begins.
  private(set) var line = 1

  init(_ source: WatchlistSource, limits: Limits) {
    splitter = JSONRecordSplitter(maximumRecordBytes: limits.listRecordBytes)
    self.source = source
  }

  /// The next record; nil at the end.
  /// - Throws: ``WatchlistError/refused(path:reason:)``, also for a record that is no object.
  mutating func next() throws(WatchlistError) -> JSONObject? {
    guard let record = try nextRecord() else { return nil }
    line = splitter.line
    let value: JSONValue
    do { value = try JSONParser.parse(splitter.bytes.span.extracting(record)) } catch {
      throw refused("\(error.reason.rawValue); fetch the list again")
    }
    guard case .object(let object) = value else { throw refused("a record that is no object") }
    guard !JSONListReader.isDamaged(value) else {
      throw refused(
        "holds U+FFFD or control characters, the signs of lost ones; fetch the list again")
    }
    source.schema.add(object)
    return object
  }

  /// - Parameter what: is wrong in the record given last.
  func refused(_ what: String) -> WatchlistError { source.refused("line \(line): \(what)") }

  private mutating func nextRecord() throws(WatchlistError) -> Range<Int>? {
    while true {
      do {
        if let record = try splitter.next() { return record }
      } catch {
        line = splitter.line
        throw refused("\(error.reason.rawValue); fetch the list again")
      }
      if source.stream.next({ block in splitter.append(block) }) { continue }
      if let failure = source.stream.failure { throw .unreadable(failure) }
      guard !splitter.isFinished else { return nil }
      splitter.finish()
    }
  }

  private static func isDamaged(_ value: JSONValue) -> Bool {
    switch value {
    case .string(let text): ListedText.isDamaged(text)
    case .array(let values): values.contains(where: isDamaged)
    case .object(let object):
      object.members.contains { ListedText.isDamaged($0.key) || isDamaged($0.value) }
    default: false
    }
  }
}
