internal import Records

/// Full pushes that may be two: messages of one sender and minute that say different things of one
/// matter. Nobody can say which is later, so nothing is concluded from what they leave out.
extension LegPushes {
  private struct Matter: Hashable {
    var push: Int32
    /// The part, or the locator where there are no parts.
    var key: UInt64
  }

  /// Marks them, once the records are read.
  mutating func markDoubtful(_ batch: borrowing PassengerBatch, _ records: borrowing LegRecords) {
    hasUndatedRivals = false
    let undated = entries.filter { $0.isUndated }.count
    guard undated > 1 || entries.contains(where: { $0.mayBeSeveral }) else { return }
    let contents = contents(batch, records)
    // What the first message of each matter says in all, and the pushes of which another says else.
    var first: [Matter: UInt64] = [:]
    var doubtful: Set<Int32> = []
    func take(_ message: Int32, _ key: UInt64) {
      let matter = Matter(push: messages[Int(message)].push, key: key)
      let content = contents[Int(message)]
      if first[matter, default: content] != content { doubtful.insert(matter.push) }
      first[matter] = first[matter] ?? content
    }
    for (index, message) in messages.enumerated()
    where message.part > 0 && entries[Int(message.push)].mayBeSeveral {
      take(Int32(index), UInt64(message.part))
    }
    var undatedFirst: [UInt64: UInt64] = [:]
    for record in records.items where record.locator != 0 {
      let push = entries[Int(record.push)]
      if push.isUndated {
        let booking = LegHash.of(UInt64(push.sender), record.locator)
        let content = contents[Int(record.message)]
        if undatedFirst[booking, default: content] != content { hasUndatedRivals = true }
        undatedFirst[booking] = undatedFirst[booking] ?? content
      }
      if push.mayBeSeveral, !push.hasParts { take(record.message, record.locator) }
    }
    for cancellation in batch.cancellations where Int(cancellation.message) < numbers.count {
      let number = numbers[Int(cancellation.message)]
      let push = entries[Int(messages[Int(number)].push)]
      if push.mayBeSeveral, !push.hasParts {
        take(number, records.booking(of: cancellation, batch).locator)
      }
    }
    for push in doubtful {
      entries[Int(push)].isDoubtful = true
      entries[Int(push)].isComplete = false
    }
  }

  /// What each message says in all: its records and cancellations, in any order.
  private func contents(
    _ batch: borrowing PassengerBatch, _ records: borrowing LegRecords
  ) -> [UInt64] {
    var contents = [UInt64](repeating: 0, count: messages.count)
    for record in records.items { contents[Int(record.message)] &+= record.content }
    for cancellation in batch.cancellations where Int(cancellation.message) < numbers.count {
      let name = records.booking(of: cancellation, batch)
      contents[Int(numbers[Int(cancellation.message)])] &+= LegHash.of(
        6, name.locator, name.system)
    }
    return contents
  }
}

extension LegPushes.Entry {
  /// Whether it is a full push of a reservation system that does not say when it was made.
  fileprivate var isUndated: Bool {
    channel == .reservation && function == .full && minute == 0
  }

  /// Whether it is a full push of a reservation system with more messages than parts.
  fileprivate var mayBeSeveral: Bool {
    channel == .reservation && function == .full && minute > 0 && messages > parts
  }
}
