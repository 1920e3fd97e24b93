internal import Bytes
internal import Feeds
internal import Records

/// One input while it is read: ``Feeds/FeedFile`` with the errors of a run.
struct OpenFeed: ~Copyable {
  private var file: FeedFile
  private var reported = 0

  /// - Throws: ``RunError/input(path:reason:)``.
  init(_ input: InputFile, _ context: FeedContext) throws(RunError) {
    do { file = try FeedFile(input.file, context: context) } catch {
      throw RunError(reading: error)
    }
  }

  /// Replaces the batch's content by the next persons; false once the input is used up.
  /// - Throws: ``RunError/input(path:reason:)`` where reading fails.
  mutating func nextBatch(into batch: inout PassengerBatch) throws(RunError) -> Bool {
    do { return try file.nextBatch(into: &batch) } catch { throw RunError(reading: error) }
  }

  /// The cleaned name of the archive's member that the last batch belongs to; empty for a plain file.
  var member: String { file.member }

  /// Bytes read since the last call.
  mutating func takeByteCount() -> Int {
    defer { reported = file.byteCount }
    return file.byteCount - reported
  }

  /// Set when the last batch was the last one of its member.
  var endedMember: FeedMember? { file.endedMember }
}

extension FileAccount {
  /// The file has ended: what it was.
  mutating func settle(_ member: FeedMember) {
    sha256 = member.sha256
    byteCount = member.byteCount
    outcome = member.isRecognised && !isBarren(member.counts) ? .processed : .quarantined
  }

  /// Whether something is wrong with it and nothing came of it, so that it was recognised in vain.
  private func isBarren(_ counts: FeedCounts) -> Bool {
    counts.persons + counts.messagesParsed + counts.messagesSkipped == 0
      && findings.keys.contains { !$0.isDecision }
  }
}
