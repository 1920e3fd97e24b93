internal import Records

/// Who is on the flight at the end, from what pushes say of bookings by naming and by silence.
///
/// Everything is the latest time at which something was said, so no order of reading matters. Only a
/// complete push of a reservation system says anything by silence, and only of what the same sender
/// told before. A cancelled locator is one of the sender's, or of the system that it names: others
/// give out the same ones. What has no time takes nobody off.
struct LegPresence {
  private var silence = LegSilence()
  /// The latest complete push of a sender that names a booking.
  private var namings = BookingTimes()
  private var cancellations = BookingTimes()
  /// The same whoever says it.
  private var cancellationsOfSystems = BookingTimes()
  /// When the flight was taken back.
  private(set) var flightCancelled: Int64 = 0
  private var views: [View] = []
  /// Cancellations that name the traveller.
  private var ends = BookingTimes()

  /// What one sender says of one booking of a traveller.
  private struct View: Comparable {
    var booking: BookingName
    var minute: Int64

    func isOfSameBooking(_ other: View) -> Bool { booking == other.booking }

    static func < (a: View, b: View) -> Bool {
      (a.booking.locator, a.booking.sender, a.booking.system, a.minute)
        < (b.booking.locator, b.booking.sender, b.booking.system, b.minute)
    }
  }

  /// Reads what all pushes of the leg say.
  mutating func read(
    _ batch: borrowing PassengerBatch, _ pushes: LegPushes, _ records: borrowing LegRecords
  ) {
    namings.removeAll()
    cancellations.removeAll()
    cancellationsOfSystems.removeAll()
    flightCancelled = 0
    silence.read(batch, pushes, records)
    for message in pushes.messages where message.cancelsFlight {
      flightCancelled = max(flightCancelled, message.minute)
    }
    for cancellation in batch.cancellations where Int(cancellation.message) < pushes.numbers.count {
      let message = pushes.messages[Int(pushes.numbers[Int(cancellation.message)])]
      let name = records.booking(of: cancellation, batch)
      var booking = BookingName(
        locator: name.locator, system: name.system, sender: message.sender)
      guard booking.locator != 0, message.minute > 0 else { continue }
      cancellations.note(booking, at: message.minute)
      booking.sender = -1
      cancellationsOfSystems.note(booking, at: message.minute)
    }
    // One push alone takes off nobody by what it names.
    if pushes.entries.count > 1 { readNamings(pushes, records) }
  }

  private mutating func readNamings(_ pushes: LegPushes, _ records: borrowing LegRecords) {
    var latest: UInt64 = 0
    for record in records.items where record.channel == .reservation && record.locator != 0 {
      let push = pushes.entries[Int(record.push)]
      guard push.isComplete, push.minute > 0 else { continue }
      // The travellers of a booking stand together.
      let seen = LegHash.of(UInt64(record.push), record.locator, record.system)
      guard seen != latest else { continue }
      latest = seen
      guard !silence.isInDoubt(record.locator, in: record.push) else { continue }
      namings.note(
        BookingName(locator: record.locator, system: record.system, sender: push.sender),
        at: push.minute)
    }
  }

  /// Reports pushes that follow one another too closely to be compared, or contradict each other.
  func report(
    _ batch: borrowing PassengerBatch, _ pushes: LegPushes, _ records: borrowing LegRecords,
    into findings: inout [(file: UInt32, Diagnostic)]
  ) {
    for push in silence.uncompared {
      findings.append(
        pushes.finding(
          .tooLarge, pushes.entries[Int(push)], batch,
          "too many full pushes follow one another closely; they take nobody off by silence"))
    }
    reportContradictions(batch, pushes, records, into: &findings)
  }

  /// Whether a traveller is off the flight: what was said of him last is that he is, and nothing
  /// without a time says otherwise. Whoever is in several bookings is off if he is off in each.
  /// - Parameters:
  ///   - first: of his records.
  ///   - parts: what he was told of as, if he was joined of several.
  mutating func isOff(
    _ first: Int32, _ parts: [LegTravellers.Part]?, _ records: borrowing LegRecords,
    _ pushes: LegPushes
  ) -> Bool {
    let whole = LegTravellers.Part(first: first, end: -1)
    guard isOff(whole, mustHaveBooking: false, records, pushes) else { return false }
    for part in parts ?? []
    where !isOff(part, mustHaveBooking: true, records, pushes) {
      return false
    }
    return true
  }

  /// - Parameter mustHaveBooking: whether what has no booking of its own is as good as off.
  private mutating func isOff(
    _ part: LegTravellers.Part, mustHaveBooking: Bool, _ records: borrowing LegRecords,
    _ pushes: LegPushes
  ) -> Bool {
    views.removeAll(keepingCapacity: true)
    ends.removeAll()
    var on: Int64 = 0
    var off = flightCancelled
    var bookingOff: Int64 = 0
    var isUndated = false
    var hasLocator = false
    var isBooked = false
    var index = part.first
    while index != part.end {
      let record = records[index]
      if record.locator != 0 { isBooked = true }
      index = record.next
      let message = pushes.messages[Int(record.message)]
      let isCancelled = record.status == .cancelled || message.cancelsFlight
      if !isCancelled, record.minute == 0 { isUndated = true }
      var booking = BookingName(locator: record.locator, system: record.system)
      if record.channel == .reservation, record.locator != 0 { hasLocator = true }
      if record.channel == .reservation, isCancelled {
        ends.note(booking, at: record.minute)
        bookingOff = max(bookingOff, record.minute)
      } else if record.channel == .reservation {
        booking.sender = message.sender
        views.append(View(booking: booking, minute: record.minute))
      } else if isCancelled {
        off = max(off, record.minute)
      } else {
        on = max(on, record.minute)
      }
    }
    if mustHaveBooking, !isBooked { return true }
    guard !isUndated else { return false }
    let booking = bookings(endedAt: bookingOff, hasLocator: hasLocator)
    return max(off, booking.off) > max(on, booking.on)
  }

  /// When the bookings of a traveller were last on and, unless one of them still is, last off.
  /// - Parameters:
  ///   - ended: when one of them was last cancelled by a push that names him.
  ///   - hasLocator: whether one of them has a locator.
  private mutating func bookings(
    endedAt ended: Int64, hasLocator: Bool
  ) -> (on: Int64, off: Int64) {
    views.sort()
    var aliveOn: Int64 = -1
    var deadOn: Int64 = 0
    var deadOff = ended
    var start = 0
    while start < views.count {
      var end = start + 1
      while end < views.count, views[end].isOfSameBooking(views[start]) { end += 1 }
      let view = views[end - 1]
      start = end
      if view.booking.locator == 0 && hasLocator {
        // The traveller was recognised under a locator, whose fate he shares from then on.
        deadOn = max(deadOn, view.minute)
        continue
      }
      let off = latestOff(view.booking)
      if view.minute >= off {
        aliveOn = max(aliveOn, view.minute)
      } else {
        deadOn = max(deadOn, view.minute)
        deadOff = max(deadOff, off)
      }
    }
    return aliveOn >= 0 ? (max(aliveOn, deadOn), 0) : (deadOn, deadOff)
  }

  /// When a booking was last said to be off, or to be without whoever was told of before.
  private mutating func latestOff(_ booking: BookingName) -> Int64 {
    var anybodys = booking
    anybodys.sender = -1
    let ended = ends.latest(of: anybodys)
    guard booking.locator != 0 else { return ended }
    var cancelled = cancellations.latest(of: booking)
    if booking.system != 0 {
      cancelled = max(cancelled, cancellationsOfSystems.latest(stating: anybodys))
    }
    return max(
      ended, cancelled, namings.latest(of: booking),
      silence.latest(booking.locator, of: booking.sender))
  }
}
