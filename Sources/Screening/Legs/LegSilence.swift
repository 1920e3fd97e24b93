internal import Records

/// What full pushes of a leg say of the bookings that they do not name.
///
/// A booking that a push names with somebody who has no name, or none that can be read, is not known by it. And full
/// pushes without part numbers that follow one another closely and hardly share a booking are pieces of
/// one push: silence in one piece says nothing of what another one names. Nor does a push that names nobody
/// say that everybody is off, unless it announces no booking: more often its names were not to be had.
struct LegSilence {
  /// Pushes that follow one another closely and are compared; more of them say nothing.
  static let closePushesMax = 64

  private struct Full {
    /// In ``LegPushes/entries``.
    var push: Int32
    var sender: Int32
    var minute: Int64
    /// Whether it says anything by silence.
    var speaks: Bool
    var hasParts: Bool
    /// Whether it announces and holds no booking.
    var isEmpty: Bool
    /// Whether it names somebody who is on the flight.
    var hasNames = false
    /// Pushes of one series stand at these places.
    var series = 0..<0
  }

  /// By sender, then by time.
  private var fulls: [Full] = []
  /// The place in `fulls` by push; -1 for what is none.
  private var places: [Int32] = []
  /// Places of the pushes that speak, by sender the earliest first.
  private var speaking: [[Int]] = []
  /// By push and locator: somebody in the booking has no name there, or no readable one.
  private var doubts: Set<UInt64> = []
  /// Locators by place, of pushes in a series.
  private var bookings: [Int: Set<UInt64>] = [:]
  /// Whether two pushes are pieces of one, by their places.
  private var pieces: [UInt64: Bool] = [:]
  private var latest: [UInt64: Int64] = [:]
  /// Pushes that say nothing because too many are close to them, one per series.
  private(set) var uncompared: [Int32] = []

  /// Reads all pushes of the leg.
  mutating func read(
    _ batch: borrowing PassengerBatch, _ pushes: LegPushes, _ records: borrowing LegRecords
  ) {
    fulls.removeAll(keepingCapacity: true)
    doubts.removeAll(keepingCapacity: true)
    bookings.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
    latest.removeAll(keepingCapacity: true)
    uncompared.removeAll(keepingCapacity: true)
    for (index, push) in pushes.entries.enumerated()
    where push.channel == .reservation && push.function == .full && push.minute > 0
      && (push.content != 0 || push.counts.announcedBookings == 0)
    {
      fulls.append(
        Full(
          push: Int32(index), sender: push.sender, minute: push.minute, speaks: push.isComplete,
          hasParts: push.hasParts,
          isEmpty: push.content == 0 && push.counts.foundBookings == 0))
    }
    fulls.sort { ($0.sender, $0.minute, $0.push) < ($1.sender, $1.minute, $1.push) }
    findSeries()
    places.removeAll(keepingCapacity: true)
    places.append(contentsOf: repeatElement(-1, count: pushes.entries.count))
    for (place, full) in fulls.enumerated() { places[Int(full.push)] = Int32(place) }
    readBookings(records)
    readDoubts(batch, pushes, records)
    speaking.removeAll(keepingCapacity: true)
    speaking.append(contentsOf: repeatElement([], count: pushes.senderCount))
    for (place, full) in fulls.enumerated() where full.speaks && (full.hasNames || full.isEmpty) {
      speaking[Int(full.sender)].append(place)
    }
  }

  private mutating func readBookings(_ records: borrowing LegRecords) {
    for record in records.items where record.channel == .reservation {
      if !record.isLegible { doubts.insert(LegHash.of(UInt64(record.push), record.locator)) }
      let place = Int(places[Int(record.push)])
      guard place >= 0 else { continue }
      if record.hasLetters, record.status != .cancelled { fulls[place].hasNames = true }
      // He may be anybody whom the push does not name.
      if !record.isLegible, record.locator == 0 { fulls[place].speaks = false }
      if record.locator != 0, 2...Self.closePushesMax ~= fulls[place].series.count {
        bookings[place, default: []].insert(record.locator)
      }
    }
  }

  /// Bookings of groups, and of travellers who are to be named yet.
  private mutating func readDoubts(
    _ batch: borrowing PassengerBatch, _ pushes: LegPushes, _ records: borrowing LegRecords
  ) {
    for names in batch.bookingNames
    where names.isInDoubt && Int(names.message) < pushes.numbers.count {
      let push = pushes.messages[Int(pushes.numbers[Int(names.message)])].push
      for index in names.locators.range {
        let booking = records.booking(batch.locators[index], batch)
        doubts.insert(LegHash.of(UInt64(push), booking.locator))
      }
    }
  }

  private mutating func findSeries() {
    var start = 0
    while start < fulls.count {
      var end = start + 1
      while end < fulls.count, fulls[end].sender == fulls[start].sender,
        fulls[end].minute - fulls[end - 1].minute <= LegPushes.partMinutesMax
      {
        end += 1
      }
      let isLong = end - start > Self.closePushesMax
      if isLong, let first = fulls[start..<end].first(where: { !$0.hasParts }) {
        uncompared.append(first.push)
      }
      for place in start..<end {
        fulls[place].series = start..<end
        if isLong, !fulls[place].hasParts { fulls[place].speaks = false }
      }
      start = end
    }
  }

  /// Whether a push names the booking with somebody who has no name, or no readable one.
  func isInDoubt(_ locator: UInt64, in push: Int32) -> Bool {
    !doubts.isEmpty && doubts.contains(LegHash.of(UInt64(push), locator))
  }

  /// When the sender last said by silence that whoever it told of before is off; 0 if never.
  mutating func latest(_ locator: UInt64, of sender: Int32) -> Int64 {
    guard let last = speaking[Int(sender)].last else { return 0 }
    if doubts.isEmpty, !goesOnSomewhere(last) { return fulls[last].minute }
    let key = LegHash.of(UInt64(sender), locator)
    if let known = latest[key] { return known }
    var found: Int64 = 0
    for place in speaking[Int(sender)].reversed()
    where !isInDoubt(locator, in: fulls[place].push) && !goesOn(place, from: locator) {
      found = fulls[place].minute
      break
    }
    latest[key] = found
    return found
  }

  /// Whether other pushes are so close that the one at `place` may be a piece.
  private func goesOnSomewhere(_ place: Int) -> Bool {
    !fulls[place].hasParts && fulls[place].series.count > 1
  }

  /// Whether the push at `place` is a piece of a push, and the piece that named the booking last is
  /// another one.
  private mutating func goesOn(_ place: Int, from locator: UInt64) -> Bool {
    guard goesOnSomewhere(place) else { return false }
    var named: Int64 = 0
    for other in (fulls[place].series.lowerBound..<place).reversed()
    where fulls[other].minute < fulls[place].minute && bookings[other]?.contains(locator) == true {
      guard fulls[other].minute >= named else { break }
      named = fulls[other].minute
      if arePieces(place, other) { return true }
    }
    return false
  }

  /// A push that comes again names most of what it named before.
  private mutating func arePieces(_ first: Int, _ second: Int) -> Bool {
    let key = UInt64(min(first, second)) << 32 | UInt64(max(first, second))
    if let known = pieces[key] { return known }
    guard !fulls[first].isEmpty, !fulls[second].isEmpty else { return false }
    let left = bookings[first] ?? []
    let right = bookings[second] ?? []
    let fewer = min(left.count, right.count)
    let shared =
      left.count < right.count ? left.filter(right.contains) : right.filter(left.contains)
    // Bookings without a locator are not known again.
    let result = fewer == 0 || shared.count * 2 < fewer
    pieces[key] = result
    return result
  }
}
