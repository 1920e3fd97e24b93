internal import Records

/// A booking as one message names it. A record locator means one booking only within the system that
/// gave it out.
struct BookingName: Equatable {
  var locator: UInt64
  /// Whose locator it is; 0 where unstated.
  var system: UInt64
  /// Number of the sender; -1 where it does not matter who says it.
  var sender: Int32 = -1
}

/// The latest time at which something was said of a booking.
struct BookingTimes {
  private var times: [UInt64: Int64] = [:]

  mutating func removeAll() {
    guard !times.isEmpty else { return }
    // After very many, clearing must not cost each next one as much.
    if times.capacity > 4096 { times = [:] } else { times.removeAll(keepingCapacity: true) }
  }

  mutating func note(_ booking: BookingName, at minute: Int64) {
    keep(key(booking, .any), minute)
    keep(key(booking, .stated), minute)
  }

  /// Of the same booking: its locator from the same sender, unless two systems are named.
  func latest(of booking: BookingName) -> Int64 {
    guard !times.isEmpty else { return 0 }
    guard booking.system != 0 else { return times[key(booking, .any)] ?? 0 }
    var unstated = booking
    unstated.system = 0
    return max(latest(stating: booking), latest(stating: unstated))
  }

  /// Of bookings whose locator and system are named just so.
  func latest(stating booking: BookingName) -> Int64 { times[key(booking, .stated)] ?? 0 }

  private enum Kind: UInt64 { case any, stated }

  private mutating func keep(_ key: UInt64, _ minute: Int64) {
    times[key] = max(times[key] ?? 0, minute)
  }

  private func key(_ booking: BookingName, _ kind: Kind) -> UInt64 {
    let sender = UInt64(UInt32(bitPattern: booking.sender))
    return LegHash.of(
      sender << 1 | kind.rawValue, booking.locator, kind == .any ? 0 : booking.system)
  }
}
