internal import Records

/// What the report says of pushes: parts that are missing, totals that differ, times that are unknown.
extension LegPushes {
  /// The pushes in the order in which they are read: reservations first, by time, those without a time
  /// last. Where their content is equal too, it does not matter which is first.
  func ordered() -> [Int32] {
    var order: [Rank] = []
    for (index, push) in entries.enumerated() {
      let first = messages[Int(push.first)]
      order.append(
        Rank(
          channel: push.channel.rawValue, minute: push.minute == 0 ? .max : push.minute,
          function: push.function == .update ? 1 : 0, content: push.content, file: first.file,
          ordinal: first.ordinal, index: Int32(index)))
    }
    order.sort()
    return order.map(\.index)
  }

  private struct Rank: Comparable {
    var channel: UInt8
    var minute: Int64
    var function: UInt8
    var content: UInt64
    var file: UInt32
    var ordinal: UInt32
    var index: Int32

    static func < (a: Rank, b: Rank) -> Bool {
      if a.channel != b.channel { return a.channel < b.channel }
      if a.minute != b.minute { return a.minute < b.minute }
      if a.function != b.function { return a.function < b.function }
      if a.content != b.content { return a.content < b.content }
      return (a.file, a.ordinal, a.index) < (b.file, b.ordinal, b.index)
    }
  }

  /// The place of each push in that order.
  func ranks() -> [Int32] {
    var ranks = [Int32](repeating: 0, count: entries.count)
    for (rank, index) in ordered().enumerated() { ranks[Int(index)] = Int32(rank) }
    return ranks
  }

  /// By time, those without a time last; equal ones in any order.
  func summaries() -> [PushSummary] {
    entries.map { push in
      var summary = PushSummary()
      summary.kind = push.kind
      summary.function = push.function
      summary.minute = push.minute
      summary.parts = push.parts
      summary.isComplete = push.isComplete
      summary.announcedBookings = push.counts.announcedBookings
      summary.foundBookings = push.counts.foundBookings
      summary.announcedPersons = push.counts.announcedPersons
      summary.foundPersons = push.counts.foundPersons
      summary.announcedSegments = push.counts.announcedSegments
      summary.foundSegments = push.counts.foundSegments
      return summary
    }.sorted { $0.sortKey.lexicographicallyPrecedes($1.sortKey) }
  }

  /// Findings of all pushes. A push in one message has been compared by its parser.
  func report(
    _ records: borrowing PassengerBatch, into findings: inout [(file: UInt32, Diagnostic)]
  ) {
    let hasDated = entries.contains { $0.isOrdered && $0.minute > 0 }
    let undated = entries.filter { $0.isOrdered && $0.minute == 0 }
    if !hasDated, hasUndatedRivals, let first = undated.min(by: { precedes($0, $1) }) {
      findings.append(
        finding(
          .pushOrder, first, records,
          "\(undated.count) pushes without time; none of them takes anybody off the flight"))
    }
    for push in entries {
      if push.hasParts { reportParts(of: push, records, into: &findings) }
      if push.isOrdered, push.minute == 0, hasDated {
        findings.append(
          finding(.pushOrder, push, records, "a push without time beside pushes with one"))
      }
    }
    for message in messages where message.cancelsFlight && message.minute == 0 {
      findings.append(
        finding(
          .pushOrder, entries[Int(message.push)], records,
          "a message without time takes back the flight; nobody is taken off"))
    }
  }

  /// Whether a push stands before another: by what it says, then by where it was read.
  private func precedes(_ first: Entry, _ second: Entry) -> Bool {
    let (one, other) = (messages[Int(first.first)], messages[Int(second.first)])
    return (first.content, one.file, one.ordinal) < (second.content, other.file, other.ordinal)
  }

  private func reportParts(
    of push: Entry, _ records: borrowing PassengerBatch,
    into findings: inout [(file: UInt32, Diagnostic)]
  ) {
    if !push.hasAllParts {
      let text =
        push.hasLastPart
        ? "\(push.parts) of \(push.lastPart) parts" : "\(push.parts) parts, the last is missing"
      findings.append(finding(.countMismatch, push, records, text))
    }
    guard push.parts > 1 || !push.hasAllParts else { return }
    let counts = push.counts
    if counts.announcedBookings >= 0, counts.announcedBookings != counts.foundBookings {
      findings.append(
        finding(
          .countMismatch, push, records,
          "EQN announces \(counts.announcedBookings) bookings over all parts, "
            + "found \(counts.foundBookings)"))
    }
    if counts.announcedPersons >= 0, counts.announcedPersons != counts.foundPersons {
      findings.append(
        finding(
          .countMismatch, push, records,
          "\(counts.announcedPersons) persons are announced over all parts, "
            + "found \(counts.foundPersons)"))
    }
  }

  /// A finding at the place where the push begins.
  func finding(
    _ code: ReasonCode, _ push: Entry, _ records: borrowing PassengerBatch, _ text: String
  ) -> (file: UInt32, Diagnostic) {
    let message = messages[Int(push.first)]
    let reference = records.messages[Int(message.header)].reference
    let offset = message.offset == .max ? 0 : message.offset
    return (message.file, Diagnostic(code, at: offset, text, messageReference: reference))
  }
}

extension PushSummary {
  fileprivate var sortKey: [Int64] {
    [
      minute == 0 ? .max : minute, Int64(kind.rawValue), Int64(function.rawValue), Int64(parts),
      isComplete ? 1 : 0, Int64(announcedBookings), Int64(foundBookings), Int64(announcedPersons),
      Int64(foundPersons), Int64(announcedSegments), Int64(foundSegments),
    ]
  }
}
