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

  /// The records of a partition, in pieces of about `bytesMax` bytes at most: more than one piece
  /// only where somebody sends more of one leg than fits into memory.
  func pieces(of partition: Int, bytesMax: Int) -> [[SpillStore.Stretch]] {
    var pieces: [[SpillStore.Stretch]] = []
    var bytes = 0
    for stretch in stretches.withLock({ $0[partition] }) {
      if pieces.isEmpty || bytes + stretch.count > bytesMax {
        pieces.append([])
        bytes = 0
      }
      pieces[pieces.count - 1].append(stretch)
      bytes += stretch.count
    }
    return pieces
  }

  /// Replaces `bytes` by the records of a piece.
  /// - Throws: ``RunError/output(path:reason:isFull:)``.
  func load(_ piece: [SpillStore.Stretch], into bytes: inout [UInt8]) throws(RunError) {
    bytes.removeAll(keepingCapacity: true)
    for stretch in piece { try spill.load(stretch, into: &bytes) }
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

  init(_ store: LegStore) { self.store = store }

  /// Files every person of the batch, and what is said of a leg as such.
  /// - Parameter file: the input that the batch was read from.
  mutating func file(_ batch: borrowing PassengerBatch, from file: UInt32) throws(RunError) {
    headerOrdinal = nil
    for index in batch.passengers.indices {
      let person = batch.passengers[index]
      let leg = batch.leg(of: person).map { LegKey($0).hash } ?? 0
      begin(person.message, of: batch, file)
      gather(leg) { FiledRecord.write(person: index, of: batch, leg: leg, header: $0, to: &$1) }
    }
    for push in batch.pushes {
      guard let leg = push.leg.map({ LegKey($0).hash }) else { continue }
      begin(push.message, of: batch, file)
      gather(leg) { FiledRecord.write(push, leg: leg, header: $0, to: &$1) }
    }
    for cancellation in batch.cancellations {
      guard let leg = cancellation.leg.map({ LegKey($0).hash }) else { continue }
      begin(cancellation.message, of: batch, file)
      gather(leg) { FiledRecord.write(cancellation, of: batch, leg: leg, header: $0, to: &$1) }
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
    _ message: UInt32, of batch: borrowing PassengerBatch, _ file: UInt32
  ) {
    let found = batch.messages[Int(message)]
    if let headerOrdinal, headerOrdinal == found.ordinal { return }
    headerOrdinal = found.ordinal
    header = FiledRecord.header(found, file: file)
  }
}

extension PassengerBatch {
  /// The leg that a person's message is about; nil where it names none.
  func leg(of person: Passenger) -> FlightLeg? {
    person.flights.isEmpty ? nil : flights[Int(person.flights.start)]
  }
}
