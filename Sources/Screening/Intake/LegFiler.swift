internal import Records

/// One thread's door to a ``LegStore``: files each message whole, once per file, and gathers the records per
/// partition before they are handed over.
///
/// Most of what a feed repeats never leaves this place, so that a file takes no more memory and disk for
/// saying everything many times. What other files repeat, ``RecordGatherer`` leaves out.
struct LegFiler: ~Copyable {
  /// Bytes gathered in all before they are handed over; an open message beyond is filed in pieces.
  private static let gatheredBytesMax = 4 * 1024 * 1024

  private let store: LegStore
  private var gathered = [[UInt8]](repeating: [], count: LegStore.partitions)
  private var gatheredBytes = 0
  private var open = OpenMessages()
  private var known = KnownMessages()
  private var fileNumber: UInt32 = 0
  /// Person records in messages that the file said before, by leg.
  private var copies: [UInt64: Int] = [:]
  private var header: [UInt8] = []
  private var headerOrdinal: UInt32?
  /// Whether the message has a time: without one, two that say the same may be two messages.
  private var isDated = false
  /// Spreads persons without a flight, whom nothing ties to each other.
  private var turn = 0
  /// Times behind it are wrong, and none is better than a wrong one: it would make a push the latest.
  private let minuteMax: Int64

  /// - Parameter today: the day of the run; times of messages may lie as far as the end of the next day.
  init(_ store: LegStore, today: PartialDate?) {
    self.store = store
    minuteMax = today.map { MessageHeader.minute(of: $0, 2 * 1440) } ?? .max
  }

  /// Files every person of the batch, and what is said of a leg as such.
  /// - Parameter file: the input that the batch was read from.
  mutating func file(_ batch: borrowing PassengerBatch, from file: UInt32) throws(RunError) {
    if file != fileNumber { endFile() }
    fileNumber = file
    headerOrdinal = nil
    for index in batch.passengers.indices {
      let person = batch.passengers[index]
      let leg = batch.leg(of: person).map { LegKey($0).hash } ?? 0
      gather(.person, person.message, of: batch, leg) {
        FiledRecord.write(person: index, of: batch, at: $0, header: $1, to: &$2)
      }
    }
    for push in batch.pushes {
      guard let leg = push.leg.map({ LegKey($0).hash }) else { continue }
      gather(.push, push.message, of: batch, leg) {
        FiledRecord.write(push, at: $0, header: $1, to: &$2)
      }
    }
    for cancellation in batch.cancellations {
      guard let leg = cancellation.leg.map({ LegKey($0).hash }) else { continue }
      gather(.cancellation, cancellation.message, of: batch, leg) {
        FiledRecord.write(cancellation, of: batch, at: $0, header: $1, to: &$2)
      }
    }
    for names in batch.bookingNames {
      guard let leg = names.leg.map({ LegKey($0).hash }) else { continue }
      gather(.names, names.message, of: batch, leg) {
        FiledRecord.write(names, of: batch, at: $0, header: $1, to: &$2)
      }
    }
    // Only the last message can go on in the next block.
    close(but: open.byteCount > LegFiler.gatheredBytesMax ? nil : batch.messages.last?.ordinal)
    if gatheredBytes > LegFiler.gatheredBytesMax { try flush() }
  }

  /// Hands over everything; nothing goes on.
  mutating func handOver() throws(RunError) {
    endFile()
    try flush()
  }

  private mutating func flush() throws(RunError) {
    for partition in gathered.indices where !gathered[partition].isEmpty {
      try store.add(gathered[partition], to: partition)
      // Kept in memory as it is, so nothing of it can be filled again.
      gathered[partition] = []
    }
    gatheredBytes = 0
  }

  private mutating func endFile() {
    close(but: nil)
    known.removeAll()
    store.add(copies: copies, in: fileNumber)
    copies.removeAll(keepingCapacity: true)
  }

  private mutating func gather(
    _ kind: FiledRecord.Kind, _ message: UInt32, of batch: borrowing PassengerBatch, _ leg: UInt64,
    _ write: (_ place: FiledRecord.Place, _ header: [UInt8], _ out: inout [UInt8]) -> Void
  ) {
    let place = begin(message, of: batch, leg)
    if leg != 0, isDated {
      let header = header
      open.add(kind, at: place) { write(place, header, &$0) }
      return
    }
    // Nothing ties a person without a leg to another one, nor two tables.
    if leg == 0 { turn += 1 }
    let partition = leg == 0 ? turn % LegStore.partitions : LegFiler.partition(of: leg)
    gatheredBytes -= gathered[partition].count
    write(place, header, &gathered[partition])
    gatheredBytes += gathered[partition].count
  }

  private static func partition(of leg: UInt64) -> Int { Int(leg >> 33) % LegStore.partitions }

  /// Files the messages that have ended.
  /// - Parameter ordinal: of the one that goes on.
  private mutating func close(but ordinal: UInt32?) {
    for message in open.take(but: ordinal) {
      let leg = message.place.leg
      var records: [UInt8] = []
      for part in message.parts { records.append(contentsOf: part) }
      if known.insert(FiledRecordReader.digest(records.span, 0..<records.count)) {
        gathered[LegFiler.partition(of: leg)].append(contentsOf: records)
        gatheredBytes += records.count
      } else if message.persons > 0 {
        copies[leg, default: 0] += message.persons
      }
    }
  }

  private mutating func begin(
    _ message: UInt32, of batch: borrowing PassengerBatch, _ leg: UInt64
  ) -> FiledRecord.Place {
    let ordinal = batch.messages[Int(message)].ordinal
    if headerOrdinal != ordinal {
      headerOrdinal = ordinal
      var found = batch.messages[Int(message)]
      if found.minute > minuteMax { found.minute = 0 }
      isDated = found.minute != 0
      header = FiledRecord.header(found)
    }
    return FiledRecord.Place(leg: leg, file: fileNumber, ordinal: ordinal)
  }
}

extension PassengerBatch {
  /// The leg that a person's message is about; nil where it names none.
  func leg(of person: Passenger) -> FlightLeg? {
    person.flights.isEmpty ? nil : flights[Int(person.flights.start)]
  }
}
