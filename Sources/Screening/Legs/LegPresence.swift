internal import Records

/// Who is on the flight at the end, from what pushes say of bookings by naming and by silence.
///
/// Everything is the latest time at which something was said, so no order of reading matters. Only a
/// complete push of a reservation system says anything by silence, and only of what the same sender
/// told before. What has no time takes nobody off.
struct LegPresence {
  /// The latest complete full push of each sender.
  private var fullPushes: [Int64] = []
  /// The latest complete push of a sender that names a booking.
  private var namings: [UInt64: Int64] = [:]
  private var cancellations: [UInt64: Int64] = [:]
  /// When the flight was taken back.
  private(set) var flightCancelled: Int64 = 0
  private var views: [View] = []

  /// What one sender's pushes (-1: a cancellation) say of one booking of a traveller.
  private struct View: Comparable {
    var locator: UInt64
    var sender: Int32
    var minute: Int64

    static func < (a: View, b: View) -> Bool {
      (a.locator, a.sender, a.minute) < (b.locator, b.sender, b.minute)
    }
  }

  /// Reads what all pushes of the leg say.
  mutating func read(
    _ batch: borrowing PassengerBatch, _ pushes: LegPushes, _ records: borrowing LegRecords
  ) {
    fullPushes.removeAll(keepingCapacity: true)
    fullPushes.append(contentsOf: repeatElement(0, count: pushes.senderCount))
    namings.removeAll(keepingCapacity: true)
    cancellations.removeAll(keepingCapacity: true)
    flightCancelled = 0
    for push in pushes.entries
    where push.channel == .reservation && push.function == .full && push.isComplete && !push.isVoid
    {
      fullPushes[Int(push.sender)] = max(fullPushes[Int(push.sender)], push.minute)
    }
    for message in pushes.messages where message.cancelsFlight {
      flightCancelled = max(flightCancelled, message.minute)
    }
    for cancellation in batch.cancellations where Int(cancellation.message) < pushes.numbers.count {
      let message = pushes.messages[Int(pushes.numbers[Int(cancellation.message)])]
      let locator = LegHash.alphanumeric(batch.bytes, cancellation.recordLocator).key
      guard locator != 0, message.minute > 0 else { continue }
      cancellations[locator] = max(cancellations[locator] ?? 0, message.minute)
    }
    var latest: UInt64 = 0
    for record in records.items where record.channel == .reservation && record.locator != 0 {
      let push = pushes.entries[Int(record.push)]
      guard push.isComplete, push.minute > 0 else { continue }
      // The travellers of a booking stand together.
      let seen = LegHash.of(UInt64(record.push), record.locator)
      guard seen != latest else { continue }
      latest = seen
      let key = LegHash.of(UInt64(push.sender), record.locator)
      namings[key] = max(namings[key] ?? 0, push.minute)
    }
  }

  /// Whether a traveller is off the flight: what was said of him last is that he is, and nothing
  /// without a time says otherwise.
  /// - Parameter chain: his records.
  mutating func isOff(
    _ chain: Int32, _ records: borrowing LegRecords, _ pushes: LegPushes
  ) -> Bool {
    views.removeAll(keepingCapacity: true)
    var on: Int64 = 0
    var off = flightCancelled
    var isUndated = false
    var index = chain
    while index >= 0 {
      let record = records[index]
      index = record.next
      let message = pushes.messages[Int(record.message)]
      let isCancelled = record.status == .cancelled || message.cancelsFlight
      if !isCancelled, record.minute == 0 { isUndated = true }
      if record.channel == .reservation {
        views.append(
          View(
            locator: record.locator, sender: isCancelled ? -1 : message.sender,
            minute: record.minute))
      } else if isCancelled {
        off = max(off, record.minute)
      } else {
        on = max(on, record.minute)
      }
    }
    guard !isUndated else { return false }
    let booking = bookings()
    return max(off, booking.off) > max(on, booking.on)
  }

  /// When the bookings of a traveller were last on and, unless one of them still is, last off.
  private mutating func bookings() -> (on: Int64, off: Int64) {
    views.sort()
    let hasLocator = views.contains { $0.locator != 0 }
    var aliveOn: Int64 = -1
    var deadOn: Int64 = 0
    var deadOff: Int64 = 0
    var start = 0
    var cancelled: Int64 = 0
    while start < views.count {
      let view = views[start]
      var end = start + 1
      while end < views.count, views[end].locator == view.locator, views[end].sender == view.sender
      {
        end += 1
      }
      let minute = views[end - 1].minute
      if start == 0 || views[start - 1].locator != view.locator {
        cancelled = cancellations[view.locator] ?? 0
      }
      start = end
      if view.sender < 0 {
        cancelled = max(cancelled, minute)
        deadOff = max(deadOff, minute)
        continue
      }
      if view.locator == 0 && hasLocator {
        // The traveller was recognised under a locator, whose fate he shares from then on.
        deadOn = max(deadOn, minute)
        continue
      }
      let silence =
        view.locator == 0
        ? 0
        : max(
          fullPushes[Int(view.sender)],
          namings[LegHash.of(UInt64(view.sender), view.locator)] ?? 0)
      let off = max(cancelled, silence)
      if minute >= off {
        aliveOn = max(aliveOn, minute)
      } else {
        deadOn = max(deadOn, minute)
        deadOff = max(deadOff, off)
      }
    }
    return aliveOn >= 0 ? (max(aliveOn, deadOn), 0) : (deadOn, deadOff)
  }
}
