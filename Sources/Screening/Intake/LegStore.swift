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
  /// Person records in messages that a file said before, by leg.
  private let copies = Mutex([UInt64: [(file: UInt32, persons: Int)]]())

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

  /// Notes person records that are not filed, since a file said the same of their leg before.
  func add(copies persons: [UInt64: Int], in file: UInt32) {
    copies.withLock { copies in
      for (leg, count) in persons { copies[leg, default: []].append((file, count)) }
    }
  }

  /// Gives how many person records were not filed for a leg, and forgets them, so that a leg in pieces
  /// has them once.
  /// - Parameter ranks: see ``FiledRecordReader``.
  func takeCopies(of leg: UInt64, ranks: [Int]) -> Int {
    let found = copies.withLock { $0.removeValue(forKey: leg) } ?? []
    return found.reduce(0) { $0 + (ranks[Int($1.file)] >= 0 ? $1.persons : 0) }
  }
}
