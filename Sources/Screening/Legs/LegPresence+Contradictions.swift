internal import Records

/// Pushes of one sender and minute that tell differently of one booking: nobody can say which is later.
extension LegPresence {
  /// Reports them, once per sender and minute.
  func reportContradictions(
    _ batch: borrowing PassengerBatch, _ pushes: LegPushes, _ records: borrowing LegRecords,
    into findings: inout [(file: UInt32, Diagnostic)]
  ) {
    let rivals = rivals(pushes)
    guard !rivals.isEmpty else { return }
    // What each message says of each of its bookings.
    var contents: [Told: UInt64] = [:]
    for record in records.items where record.channel == .reservation && record.locator != 0 {
      guard rivals.contains(moment(pushes.messages[Int(record.message)])) else { continue }
      let isOff: UInt64 = record.status == .cancelled ? 1 : 0
      contents[Told(message: record.message, locator: record.locator), default: 0] &+=
        LegHash.of(isOff, record.identity)
    }
    for cancellation in batch.cancellations where Int(cancellation.message) < pushes.numbers.count {
      let number = pushes.numbers[Int(cancellation.message)]
      guard rivals.contains(moment(pushes.messages[Int(number)])) else { continue }
      let locator = records.booking(of: cancellation, batch).locator
      // With its travellers it is told by their status.
      let told = Told(message: number, locator: locator)
      if contents[told] == nil { contents[told] = 1 }
    }
    var first: [UInt64: UInt64] = [:]
    var differing: [UInt64: Set<UInt64>] = [:]
    for (told, content) in contents {
      let moment = moment(pushes.messages[Int(told.message)])
      let booking = LegHash.of(moment, told.locator)
      if let other = first[booking] {
        if other != content { differing[moment, default: []].insert(told.locator) }
      } else {
        first[booking] = content
      }
    }
    let doubtful = Set(
      pushes.entries.filter(\.isDoubtful).map { moment(pushes.messages[Int($0.first)]) })
    var reported: Set<UInt64> = []
    for index in pushes.ordered() {
      let push = pushes.entries[Int(index)]
      guard push.channel == .reservation, push.minute > 0 else { continue }
      let moment = moment(pushes.messages[Int(push.first)])
      guard reported.insert(moment).inserted else { continue }
      let count = differing[moment]?.count ?? 0
      guard count > 0 || doubtful.contains(moment) else { continue }
      let text =
        count > 0
        ? "\(count) bookings are told of differently in pushes of one minute; all of it is kept"
        : "several full pushes of one minute; nobody is off the flight for what they leave out"
      findings.append(pushes.finding(.pushOrder, push, batch, text))
    }
  }

  private struct Told: Hashable {
    var message: Int32
    var locator: UInt64
  }

  private func moment(_ message: LegPushes.Message) -> UInt64 {
    LegHash.of(UInt64(message.sender), UInt64(bitPattern: message.minute))
  }

  /// Senders and minutes with more than one reservation message.
  private func rivals(_ pushes: LegPushes) -> Set<UInt64> {
    var once: Set<UInt64> = []
    var rivals: Set<UInt64> = []
    for message in pushes.messages where message.channel == .reservation && message.minute > 0 {
      if !once.insert(moment(message)).inserted { rivals.insert(moment(message)) }
    }
    return rivals
  }
}
