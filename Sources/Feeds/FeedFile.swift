public import Bytes
public import Records

/// One file out of a feed's input, read to its end: the input itself where it is no archive.
public struct FeedMember: Sendable, Equatable {
  /// Cleaned name within the archive; empty for the input itself.
  public var name: String
  /// Unpacked.
  public var byteCount: Int
  /// Of the unpacked bytes, lower case hex; of those that came before the damage, if there is any.
  public var sha256: String
  /// Whether a format was found.
  public var isRecognised: Bool
  public var counts: FeedCounts
}

/// Reads one input from its first to its last byte into batches of passengers, member by member where
/// it is an archive.
///
/// Memory does not grow with the input: one block, what a parser carries over, and one batch.
public struct FeedFile: ~Copyable {
  /// As it may be shown; `-` is standard input.
  public let path: String
  /// Of all batches so far.
  public private(set) var counts = FeedCounts()
  /// The member that the last batch belongs to: its cleaned name, empty for the input itself. What is
  /// wrong with an archive as a whole belongs to a member of the archive's own name.
  public private(set) var member = ""
  /// Set when the last batch was the last one of its member.
  public private(set) var endedMember: FeedMember?
  private var reader: BlockReader
  private var reading = MemberReading()
  private var hasBegun = false
  private var hasRecognised = false
  private var hasReportedChange = false
  private var isFinished = false
  /// Bytes of the members that have ended.
  private var endedBytes = 0
  private let context: FeedContext

  /// Opens the file; `-` is standard input.
  /// - Throws: ``Bytes/BytesError`` where it cannot be opened.
  public init(
    path: String, context: FeedContext = FeedContext(), blockBytes: Int = BlockReader.blockBytes
  ) throws(BytesError) {
    try self.init(FileToRead(path: path), context: context, blockBytes: blockBytes)
  }

  /// Opens the file. An entry of a folder that is no regular file any more, or not there any more, is
  /// reported by the first batch, not thrown.
  /// - Throws: ``Bytes/BytesError`` where it cannot be opened.
  public init(
    _ file: FileToRead, context: FeedContext = FeedContext(),
    blockBytes: Int = BlockReader.blockBytes
  ) throws(BytesError) {
    path = file.shown
    self.context = context
    reader = try BlockReader(
      file, limits: UnpackLimits(context.limits), blockBytes: blockBytes)
  }

  /// Clears `batch` and fills it with about one block's worth of passengers, diagnostics and counts
  /// of one member.
  ///
  /// - Returns: whether the batch holds anything new; false once the input is used up.
  /// - Throws: ``Bytes/BytesError`` where reading fails.
  public mutating func nextBatch(into batch: inout PassengerBatch) throws(BytesError) -> Bool {
    batch.removeAll()
    endedMember = nil
    guard !isFinished else { return false }
    if reading.isOpen {
      try reading.readBlock(&reader, into: &batch)
    } else if let opened = try reader.nextMember() {
      if case .hidden = opened.problem {} else { hasBegun = true }
      reading = MemberReading()
      member = opened.name
      try reading.begin(opened, &reader, context, into: &batch)
    } else {
      isFinished = true
      guard let finding = findingAtEnd() else { return false }
      hasBegun = true
      // About the archive as a whole, which is accounted like a member.
      reading = MemberReading()
      member = ""
      batch.diagnostics.append(finding)
    }
    counts += batch.counts
    reading.counts += batch.counts
    if reading.parser != nil { hasRecognised = true }
    if !reading.isOpen { endMember(into: &batch) }
    reading.limitDiagnostics(of: &batch, context.limits.diagnosticsPerFile)
    return true
  }

  /// What the input's end shows that no member has reported.
  private mutating func findingAtEnd() -> Diagnostic? {
    guard hasBegun else { return Diagnostic(.unknownMessage, at: 0, "the archive holds no file") }
    guard reader.hasChanged, !hasReportedChange else { return nil }
    hasReportedChange = true
    let end = UInt64(reader.inputByteCount)
    return Diagnostic(.truncated, at: end, "the file was written to while it was read")
  }

  private mutating func endMember(into batch: inout PassengerBatch) {
    if member.isEmpty, let finding = findingAtEnd() { batch.diagnostics.append(finding) }
    endedBytes += reader.byteCount
    endedMember = FeedMember(
      name: member, byteCount: reader.byteCount, sha256: reader.memberHash(),
      isRecognised: reading.parser != nil, counts: reading.counts)
  }

  /// Bytes read so far, unpacked.
  public var byteCount: Int { endedBytes + (reading.isOpen ? reader.byteCount : 0) }

  /// Whether the input or any member of it was recognised; true before the first batch.
  public var isRecognised: Bool { !hasBegun || hasRecognised }

  /// SHA-256 of the input as it lies there in lower case hex; for after the last batch.
  public func sha256() -> String { reader.finishHash() }
}
