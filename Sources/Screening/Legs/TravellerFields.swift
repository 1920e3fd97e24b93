internal import Records

/// Which of a traveller's records gives which field. Indices are those of the leg's records.
struct TravellerFields {
  /// His records, the latest first.
  private(set) var chain: [Int32] = []
  private var sorted: [Recent] = []
  var name: Int32 = -1
  var birthDate: Int32 = -1
  var gender: Int32 = -1
  var nationality: Int32 = -1
  var seat: Int32 = -1
  /// Locator and reference.
  var booking: Int32 = -1
  var flights: Int32 = -1
  /// The latest record of a reservation, else the latest of all: what the result points to.
  var latest: Int32 = -1
  var kind = PassengerKind.passenger
  var status = TravelStatus.unstated

  private struct Recent: Comparable {
    var minute: Int64
    var content: UInt64
    var file: UInt32
    var ordinal: UInt32
    var offset: UInt64
    var record: Int32

    static func < (a: Recent, b: Recent) -> Bool {
      if a.minute != b.minute { return a.minute > b.minute }
      if a.content != b.content { return a.content > b.content }
      // The same record in copies of one message: where it stands first.
      return (a.file, a.ordinal, a.offset, a.record) < (b.file, b.ordinal, b.offset, b.record)
    }
  }

  /// Chooses for the traveller whose records begin with `first`.
  mutating func choose(
    _ first: Int32, _ records: borrowing LegRecords, _ pushes: LegPushes,
    _ batch: borrowing PassengerBatch
  ) {
    guard records[first].next >= 0 else { return chooseOnly(first, batch) }
    sort(first, records, pushes, batch)
    chooseFacts(records, batch)
    chooseBooking(records, batch)
    chooseName(records, batch)
    chooseStatus(records)
  }

  /// Most travellers of a night with one push per leg have one record.
  private mutating func chooseOnly(_ record: Int32, _ batch: borrowing PassengerBatch) {
    chain.removeAll(keepingCapacity: true)
    chain.append(record)
    name = record
    birthDate = record
    gender = record
    nationality = record
    seat = record
    booking = record
    flights = record
    latest = record
    let person = batch.passengers[Int(record)]
    kind = person.kind
    status = person.status == .cancelled ? .unstated : person.status
  }

  private mutating func sort(
    _ first: Int32, _ records: borrowing LegRecords, _ pushes: LegPushes,
    _ batch: borrowing PassengerBatch
  ) {
    sorted.removeAll(keepingCapacity: true)
    var index = first
    while index >= 0 {
      let record = records[index]
      let message = pushes.messages[Int(record.message)]
      sorted.append(
        Recent(
          minute: record.minute, content: record.content, file: message.file,
          ordinal: message.ordinal, offset: batch.passengers[Int(index)].offset, record: index))
      index = record.next
    }
    sorted.sort()
    chain.removeAll(keepingCapacity: true)
    for recent in sorted { chain.append(recent.record) }
  }

  /// API first, then the documents of the reservation, then others; of one channel the latest.
  private mutating func chooseFacts(
    _ records: borrowing LegRecords, _ batch: borrowing PassengerBatch
  ) {
    var best = (birthDate: Int.max, gender: Int.max, nationality: Int.max, seat: Int.max)
    birthDate = -1
    gender = -1
    nationality = -1
    seat = -1
    for index in chain {
      let channel = records[index].channel
      let person = batch.passengers[Int(index)]
      let rank = Self.factRank(channel)
      // A whole date says more than a year, wherever it comes from; they do not conflict.
      if let born = person.birthDate, rank + (born.isFull ? 0 : 8) < best.birthDate {
        best.birthDate = rank + (born.isFull ? 0 : 8)
        birthDate = index
      }
      if person.gender != .unstated, rank < best.gender {
        best.gender = rank
        gender = index
      }
      if !person.nationality.isEmpty, rank < best.nationality {
        best.nationality = rank
        nationality = index
      }
      let seatRank = channel == .reservation ? 0 : 1
      if !person.seat.isEmpty, seatRank < best.seat {
        best.seat = seatRank
        seat = index
      }
    }
  }

  /// The reservation's, so that a hit keeps its id when other channels join.
  private mutating func chooseBooking(
    _ records: borrowing LegRecords, _ batch: borrowing PassengerBatch
  ) {
    booking = chain[0]
    flights = chain[0]
    latest = chain[0]
    kind = .passenger
    var best = (booking: Int.max, flights: Int.max)
    var hasReservation = false
    for index in chain {
      let record = records[index]
      let person = batch.passengers[Int(index)]
      let isCancelled = record.status == .cancelled
      if record.channel == .reservation {
        if !hasReservation {
          latest = index
          kind = person.kind
        }
        hasReservation = true
      } else if !hasReservation, Self.kindRank(person.kind) > Self.kindRank(kind) {
        kind = person.kind
      }
      let channelRank = record.channel == .reservation ? 0 : Int(record.channel.rawValue) + 1
      let isLocated = record.locator != 0
      let bookingRank =
        (isLocated ? 0 : 64) + (isLocated || record.reference != 0 ? 0 : 64) + channelRank * 4
        + (isCancelled ? 2 : 0) + (record.reference == 0 ? 1 : 0)
      if bookingRank < best.booking
        || (bookingRank == best.booking && Self.precedes(record, records[booking]))
      {
        best.booking = bookingRank
        booking = index
      }
      let flightsRank = (person.flights.isEmpty ? 64 : 0) + channelRank * 2 + (isCancelled ? 1 : 0)
      if flightsRank < best.flights {
        best.flights = flightsRank
        flights = index
      }
    }
  }

  /// Of bookings in one push, the same one in each push to come: it makes the id of a hit.
  private static func precedes(_ record: LegRecord, _ other: LegRecord) -> Bool {
    record.minute == other.minute
      && (record.locator, record.reference) < (other.locator, other.reference)
  }

  private mutating func chooseName(
    _ records: borrowing LegRecords, _ batch: borrowing PassengerBatch
  ) {
    // An infant shares locator and reference with its parent: its hit's id is made from the name too.
    let keepsReservation = kind == .infant && records[latest].channel == .reservation
    name = chain[0]
    var best = Int.max
    for index in chain {
      let isOther = keepsReservation && records[index].channel != .reservation
      let spelling = records.names.spellings[Int(records[index].spellings.start)]
      let rank =
        Self.nameRank(batch.passengers[Int(index)].name.source) + (isOther ? 8 : 0)
        + (spelling.isLegible ? 0 : 16)
      if rank < best {
        best = rank
        name = index
      }
    }
  }

  /// The latest statement of each channel; among them booked only if nobody says more.
  private mutating func chooseStatus(_ records: borrowing LegRecords) {
    status = .unstated
    var latestMinute: Int64 = -1
    for channel in MessageKind.Channel.allCases {
      var stated = TravelStatus.unstated
      var minute: Int64 = -1
      for index in chain {
        let record = records[index]
        guard record.channel == channel, record.status != .cancelled, record.status != .unstated
        else { continue }
        if minute >= 0, record.minute != minute { break }
        minute = record.minute
        if Self.statusRank(record.status) > Self.statusRank(stated) { stated = record.status }
      }
      guard stated != .unstated else { continue }
      let isLater = minute > latestMinute
      let isFurther = Self.statusRank(stated) > Self.statusRank(status)
      if stated == .booked {
        if status == .unstated { status = .booked }
      } else if status == .unstated || status == .booked || isLater
        || (minute == latestMinute && isFurther)
      {
        status = stated
        latestMinute = minute
      }
    }
  }
}
