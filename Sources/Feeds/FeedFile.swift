public import Bytes
public import Records

/// Reads one feed file from its first to its last byte into batches of passengers.
///
/// Memory does not grow with the file: one block, what a parser carries over, and one batch.
public struct FeedFile: ~Copyable {
  /// As given; `-` is standard input.
  public let path: String
  /// Of all batches so far.
  public private(set) var counts = FeedCounts()
  /// Diagnostics beyond the limit, which are counted in the last batch's last one.
  private var suppressed = 0
  private var reported = 0
  private var reader: BlockReader
  private var parser: (any FeedParser)?
  private var isSniffed = false
  private var isFinished = false
  private let context: FeedContext

  /// Opens the file; `-` is standard input.
  /// - Throws: ``Bytes/BytesError`` where it cannot be opened.
  public init(
    path: String, context: FeedContext = FeedContext(), blockBytes: Int = BlockReader.blockBytes
  ) throws(BytesError) {
    self.path = path
    self.context = context
    reader = try BlockReader(path: path, blockBytes: blockBytes)
  }

  /// Clears `batch` and fills it with about one block's worth of passengers, diagnostics and counts.
  ///
  /// - Returns: whether the batch holds anything new; false once the file is used up.
  /// - Throws: ``Bytes/BytesError`` where reading fails.
  public mutating func nextBatch(into batch: inout PassengerBatch) throws(BytesError) -> Bool {
    batch.removeAll()
    guard !isFinished else { return false }
    do throws(BytesError) {
      if !isSniffed {
        try sniff(into: &batch)
      } else if try !readBlock(into: &batch) {
        isFinished = true
        parser?.finish(into: &batch)
      }
    } catch {
      guard case .archive(_, let reason) = error else { throw error }
      // What came before the damage is kept: it is data, not the run's failure.
      isFinished = true
      parser?.finish(into: &batch)
      batch.diagnostics.append(Diagnostic(.archiveDamaged, at: UInt64(byteCount), reason))
    }
    counts += batch.counts
    limitDiagnostics(of: &batch)
    return true
  }

  /// Bytes read so far.
  public var byteCount: Int { reader.byteCount }

  /// Whether a format was found; true before the first batch.
  public var isRecognised: Bool { !isSniffed || parser != nil }

  /// SHA-256 of the whole file in lower case hex; call once, after the last batch.
  public func sha256() -> String { reader.finishHash() }

  private mutating func readBlock(into batch: inout PassengerBatch) throws(BytesError) -> Bool {
    guard var parser else { return try reader.next { _ in } }
    self.parser = nil
    defer { self.parser = parser }
    return try reader.next { parser.consume($0, into: &batch) }
  }

  /// Collects the head (a pipe gives it in small pieces), chooses the parser, and feeds it the head.
  private mutating func sniff(into batch: inout PassengerBatch) throws(BytesError) {
    isSniffed = true
    var head: [UInt8] = []
    var isOpen = true
    var damage: BytesError?
    while isOpen, head.count < FeedSniffer.headBytes {
      do throws(BytesError) {
        isOpen = try reader.next { block in
          head.reserveCapacity(head.count + block.count)
          for index in block.indices { head.append(block[index]) }
        }
      } catch {
        // What was unpacked before the damage is read first.
        damage = error
        isOpen = false
      }
    }
    let looked =
      head.count > FeedSniffer.headBytes ? Array(head[..<FeedSniffer.headBytes]) : head
    guard var parser = FeedSniffer.makeParser(for: looked, context) else {
      if let damage { throw damage }
      let what =
        head.isEmpty
        ? "the file is empty"
        : FeedSniffer.isArchive(head)
          ? "a zip or tar archive; unpack it first" : "no known feed format"
      batch.diagnostics.append(Diagnostic(.unknownMessage, at: 0, what))
      return
    }
    parser.consume(head.span, into: &batch)
    self.parser = parser
    if let damage { throw damage }
  }

  /// Cuts what goes over the limit of one file; the last batch says how many.
  private mutating func limitDiagnostics(of batch: inout PassengerBatch) {
    let room = max(0, context.limits.diagnosticsPerFile - reported)
    if batch.diagnostics.count > room {
      suppressed += batch.diagnostics.count - room
      batch.diagnostics.removeLast(batch.diagnostics.count - room)
    }
    reported += batch.diagnostics.count
    if isFinished, suppressed > 0 {
      batch.diagnostics.append(
        Diagnostic(.tooLarge, at: 0, "\(suppressed) further findings are not listed"))
    }
  }
}
