internal import Records
internal import Synchronization

/// Keeps what all inputs say until every one of them is read, apart by flight leg.
///
/// Legs are spread over partitions, so that one leg lies in one partition and a partition fits into
/// memory.
final class LegStore: Sendable {
  static let partitions = 256

  private let spill: SpillStore
  private let stretches = Mutex(
    [[SpillStore.Stretch]](repeating: [], count: LegStore.partitions))

  init(_ spill: SpillStore) { self.spill = spill }

  /// Takes whole records of one partition; callable from any thread.
  /// - Throws: ``RunError/output(path:reason:isFull:)``.
  func add(_ records: [UInt8], to partition: Int) throws(RunError) {
    let stretch = try spill.keep(records)
    stretches.withLock { $0[partition].append(stretch) }
  }

  /// The records of a partition, in no particular order.
  func stretches(of partition: Int) -> [SpillStore.Stretch] {
    stretches.withLock { $0[partition] }
  }

  /// Replaces `bytes` by the records of a stretch.
  /// - Throws: ``RunError/output(path:reason:isFull:)``.
  func load(_ stretch: SpillStore.Stretch, into bytes: inout [UInt8]) throws(RunError) {
    bytes.removeAll(keepingCapacity: true)
    try spill.load(stretch, into: &bytes)
  }
}

/// One thread's door to a ``LegStore``: gathers records per partition before they are handed over.
struct LegFiler: ~Copyable {
  /// Bytes gathered in all before they are handed over.
  private static let gatheredBytesMax = 4 * 1024 * 1024

  private let store: LegStore
  private var gathered = [[UInt8]](repeating: [], count: LegStore.partitions)
  private var gatheredBytes = 0
  private var header: [UInt8] = []
  private var headerOrdinal: UInt32?
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
    headerOrdinal = nil
    for index in batch.passengers.indices {
      let person = batch.passengers[index]
      let leg = batch.leg(of: person).map { LegKey($0).hash } ?? 0
      let place = begin(person.message, of: batch, leg, file)
      gather(leg) { FiledRecord.write(person: index, of: batch, at: place, header: $0, to: &$1) }
    }
    for push in batch.pushes {
      guard let leg = push.leg.map({ LegKey($0).hash }) else { continue }
      let place = begin(push.message, of: batch, leg, file)
      gather(leg) { FiledRecord.write(push, at: place, header: $0, to: &$1) }
    }
    for cancellation in batch.cancellations {
      guard let leg = cancellation.leg.map({ LegKey($0).hash }) else { continue }
      let place = begin(cancellation.message, of: batch, leg, file)
      gather(leg) { FiledRecord.write(cancellation, of: batch, at: place, header: $0, to: &$1) }
    }
    for names in batch.bookingNames {
      guard let leg = names.leg.map({ LegKey($0).hash }) else { continue }
      let place = begin(names.message, of: batch, leg, file)
      gather(leg) { FiledRecord.write(names, of: batch, at: place, header: $0, to: &$1) }
    }
    if gatheredBytes > LegFiler.gatheredBytesMax { try handOver() }
  }

  /// Hands over what is gathered.
  mutating func handOver() throws(RunError) {
    for partition in gathered.indices where !gathered[partition].isEmpty {
      try store.add(gathered[partition], to: partition)
      gathered[partition].removeAll(keepingCapacity: true)
    }
    gatheredBytes = 0
  }

  private mutating func gather(
    _ leg: UInt64, _ write: (_ header: [UInt8], _ out: inout [UInt8]) -> Void
  ) {
    if leg == 0 { turn += 1 }
    let partition = leg == 0 ? turn % LegStore.partitions : Int(leg >> 33) % LegStore.partitions
    gatheredBytes -= gathered[partition].count
    write(header, &gathered[partition])
    gatheredBytes += gathered[partition].count
  }

  private mutating func begin(
    _ message: UInt32, of batch: borrowing PassengerBatch, _ leg: UInt64, _ file: UInt32
  ) -> FiledRecord.Place {
    let ordinal = batch.messages[Int(message)].ordinal
    if headerOrdinal != ordinal {
      headerOrdinal = ordinal
      var found = batch.messages[Int(message)]
      if found.minute > minuteMax { found.minute = 0 }
      header = FiledRecord.header(found)
    }
    return FiledRecord.Place(leg: leg, file: file, ordinal: ordinal)
  }
}

extension PassengerBatch {
  /// The leg that a person's message is about; nil where it names none.
  func leg(of person: Passenger) -> FlightLeg? {
    person.flights.isEmpty ? nil : flights[Int(person.flights.start)]
  }
}
