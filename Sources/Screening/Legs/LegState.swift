internal import Records

/// Makes one traveller of all that pushes of one leg tell of him, leg after leg, with one memory.
///
/// What comes out is a function of the set of records: no order of inputs, messages or records
/// changes it. Time is the pushes' own, never that of their arrival.
struct LegState {
  let limits: Limits
  private var pushes = LegPushes()
  private var records = LegRecords()
  private var travellers = LegTravellers()
  private var presence = LegPresence()
  private var writer = TravellerWriter()
  private var places: [Place] = []

  init(limits: Limits) { self.limits = limits }

  /// Appends the travellers of one leg to `out`, in an order that depends on nothing but them.
  /// - Parameters:
  ///   - batch: all records, pushes and cancellations of the leg.
  ///   - out: gets one passenger per traveller, those off the flight with status `cancelled`.
  mutating func resolve(
    _ batch: borrowing PassengerBatch, into out: inout PassengerBatch
  ) -> LegAccount {
    var account = LegAccount()
    account.records = batch.passengers.count
    pushes.read(batch)
    records.read(batch, &pushes)
    LegChanges.mark(&records)
    pushes.markDoubtful(batch, records)
    presence.read(batch, pushes, records)
    travellers.begin(
      comparisons: max(200, batch.passengers.count) * limits.comparisonsPerRecord)
    place(batch, into: &account)
    findTravellers()
    travellers.joinSamePersons(&records, batch)
    if travellers.comparisonsLeft <= 0, !batch.passengers.isEmpty, let header = batch.messages.first
    {
      account.findings.append(
        (
          header.file,
          Diagnostic(
            .tooLarge, at: 0, "the names of one leg are too alike to compare all of them",
            salvaged: batch.passengers.count)
        ))
    }
    writer.write(travellers, records, pushes, &presence, batch, into: &out, &account)
    account.travellers = travellers.items.count
    account.merged = account.records - account.travellers
    account.pushes = pushes.summaries()
    pushes.report(batch, into: &account.findings)
    presence.report(batch, pushes, records, into: &account.findings)
    account.findings.sort {
      ($0.file, $0.1.offset, $0.1.code.rawValue, $0.1.text)
        < ($1.file, $1.1.offset, $1.1.code.rawValue, $1.1.text)
    }
    return account
  }

  /// Where a record stands: bookings first, then by time, in a push by who it is.
  private struct Place: Comparable {
    var piece: UInt32
    var rank: Int32
    var identity: UInt64
    var content: UInt64
    var record: Int32

    static func < (a: Place, b: Place) -> Bool {
      (a.piece, a.rank, a.identity, a.content, a.record)
        < (b.piece, b.rank, b.identity, b.content, b.record)
    }
  }

  /// Puts the records in order, in pieces if there are more than the limit allows.
  private mutating func place(
    _ batch: borrowing PassengerBatch, into account: inout LegAccount
  ) {
    let most = max(1, limits.recordsPerLeg)
    let pieces = max(1, (records.items.count + most - 1) / most)
    if pieces > 1, let header = batch.messages.first {
      account.findings.append(
        (
          header.file,
          Diagnostic(
            .tooLarge, at: 0,
            "\(records.items.count) records of one leg are joined in \(pieces) pieces",
            salvaged: records.items.count)
        ))
    }
    let ranks = pushes.ranks()
    places.removeAll(keepingCapacity: true)
    places.reserveCapacity(records.items.count)
    for (index, record) in records.items.enumerated() where !record.isSuperseded {
      let whole = record.locator != 0 ? record.locator : record.name
      places.append(
        Place(
          piece: pieces == 1 ? 0 : UInt32(whole >> 8 % UInt64(pieces)),
          rank: ranks[Int(record.push)], identity: record.identity, content: record.content,
          record: Int32(index)))
    }
    places.sort()
  }

  /// Reads push after push, first all bookings, then what joins them.
  private mutating func findTravellers() {
    var start = 0
    while start < places.count {
      var end = start + 1
      while end < places.count, places[end].rank == places[start].rank,
        places[end].piece == places[start].piece
      {
        end += 1
      }
      fillSlots(start..<end)
      let isLast = end == places.count || places[end].piece != places[start].piece
      travellers.readSlots(&records, isLast: isLast)
      if isLast { travellers.forgetKeys() }
      start = end
    }
  }

  /// The records of one push. The same record in another of its messages is a copy, within one
  /// message it is another person.
  private mutating func fillSlots(_ range: Range<Int>) {
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start + 1
      while end < range.upperBound, places[end].identity == places[start].identity { end += 1 }
      let firstSlot = Int32(travellers.slots.count)
      var counts: [Int32: Int32] = [:]
      for index in start..<end {
        let record = places[index].record
        var place: Int32 = 0
        if end - start > 1 {
          place = counts[records[record].message, default: 0]
          counts[records[record].message] = place + 1
        }
        if firstSlot + place < Int32(travellers.slots.count) {
          travellers.copies.append((firstSlot + place, record))
        } else {
          travellers.slots.append(LegTravellers.Slot(record: record))
        }
      }
      start = end
    }
  }
}
