internal import Bytes
internal import Feeds
internal import Records

/// One input while it is read (stand-in until Feeds brings its file reader).
struct OpenFeed: ~Copyable {
  private var reader: BlockReader
  private var byteCount = 0
  private var reported = 0

  init(_ input: InputFile, limits: Limits) throws(RunError) {
    do { reader = try BlockReader(path: input.path) } catch { throw RunError(reading: error) }
  }

  /// Appends the next persons; false when this was the end of the input.
  mutating func nextBatch(into batch: inout PassengerBatch) throws(RunError) -> Bool {
    do {
      var count = 0
      let hasMore = try reader.next { count = $0.count }
      byteCount += count
      return hasMore
    } catch {
      throw RunError(reading: error)
    }
  }

  /// Bytes read since the last call.
  mutating func takeByteCount() -> Int {
    defer { reported = byteCount }
    return byteCount - reported
  }

  /// The input has ended: says what it was.
  consuming func settle(_ account: inout FileAccount) {
    account.sha256 = reader.finishHash()
    account.byteCount = byteCount
  }
}
