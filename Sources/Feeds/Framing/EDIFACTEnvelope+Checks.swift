import Records

/// Findings of the envelope: reported, never a reason to drop anything.
extension EDIFACTEnvelope {
  /// Compares the count and the reference that a closing segment gives with what was read.
  func check(
    _ name: String, _ level: Level, _ unit: String, _ bytes: Span<UInt8>,
    _ tally: WritableKeyPath<FeedCounts, CountCheck>, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    func report(_ text: String) {
      batch.diagnostics.append(
        Diagnostic(.countMismatch, at: offset, text, messageReference: messageReference))
    }
    guard level.isOpen else { return report("\(name) closes what was not opened") }
    let stated = DateReader.integer(bytes, tokens.component(1))
    if let stated { batch.counts[keyPath: tally].compare(stated: stated, found: level.count) }
    if let stated, stated != level.count {
      report("\(name) counts \(stated) \(unit), found \(level.count)")
    } else if stated == nil {
      report("\(name) counts no \(unit), found \(level.count)")
    }
    let reference = trimmed(2, bytes)
    if !reference.isEmpty, reference != level.reference {
      report("\(name) does not repeat the reference of its opening segment")
    }
  }

  func trimmed(_ element: Int, _ bytes: Span<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    for index in tokens.component(element) where bytes[index] > 0x20 { out.append(bytes[index]) }
    return out
  }

  @inline(__always)
  func isSeparator(_ byte: UInt8, _ separators: EDIFACTSeparators) -> Bool {
    byte == separators.element || byte == separators.component || byte <= 0x20
  }

  mutating func reportUnknown(at offset: UInt64, into batch: inout PassengerBatch) {
    // What is not read anyway may have tags of its own.
    if message.isOpen, current == nil { return }
    hasLost = true
    batch.diagnostics.append(
      Diagnostic(
        .syntax, at: offset, "a segment with an unknown tag", messageReference: messageReference))
  }

  /// Keeps what the ended message announced until ``givePush(into:)``.
  /// - Parameter stated: the segments that UNT counts, -1 where it counts none; nil without UNT.
  mutating func keepPush(_ result: MessageResult, stated: Int?) {
    guard let header = result.header else { return }
    var push = result.push
    push.offset = context.offset
    push.announcedSegments = stated ?? -1
    push.foundSegments = message.count
    // Whatever the difference is, somebody may be missing: a stray terminator makes one segment two.
    if hasLost || stated != message.count { push.isComplete = false }
    pending = (header, push)
  }

  /// Gives out the push of the last message: nothing more belongs to it.
  mutating func givePush(into batch: inout PassengerBatch) {
    guard var ended = pending else { return }
    pending = nil
    ended.push.message = batch.index(of: ended.header)
    batch.pushes.append(ended.push)
  }
}
