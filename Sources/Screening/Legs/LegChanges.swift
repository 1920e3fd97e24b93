internal import Records

/// Which records of passenger lists a change of ADL has put in place of themselves.
///
/// `CHG` gives the whole of a traveller anew (`feed-formats.md`, 5.2), so what earlier lists said of him holds
/// no more: neither a birth date that was corrected, which would make another person of him, nor a document
/// that he has no longer. Who is meant is told by locator and name; where two of a list share both, nobody
/// is. A change that says nothing of identity only changes services.
struct LegChanges {
  /// What lists say under one locator and name.
  private struct Told {
    /// Of the latest change.
    var minute: Int64
    var records: [Int32] = []
    /// Who is told of in a push: two persons in one are two of one name.
    var byPush: [Int32: (identity: UInt64, message: Int32)] = [:]
    var isAmbiguous = false

    mutating func add(_ index: Int32, _ record: LegRecord) {
      records.append(index)
      if let other = byPush[record.push] {
        // The same in another message of the push is a copy.
        if other.identity != record.identity || other.message == record.message {
          isAmbiguous = true
        }
      } else {
        byPush[record.push] = (record.identity, record.message)
      }
    }
  }

  /// Marks the records that a later change has replaced; nothing depends on their order.
  static func mark(_ records: inout LegRecords) {
    var told: [UInt64: Told] = [:]
    for record in records.items where record.isChange && isOfList(record) {
      guard record.birthDate != nil || !record.documents.isEmpty else { continue }
      eachKey(record, records) { key in
        told[key] = Told(minute: max(told[key]?.minute ?? 0, record.minute))
      }
    }
    guard !told.isEmpty else { return }
    for (index, record) in records.items.enumerated() where isOfList(record) {
      eachKey(record, records) { told[$0]?.add(Int32(index), record) }
    }
    for changed in told.values where !changed.isAmbiguous {
      for index in changed.records where records[index].minute < changed.minute {
        records.supersede(index)
      }
    }
  }

  /// Whether it is of a list that ADL changes, and can be found and put in order.
  private static func isOfList(_ record: LegRecord) -> Bool {
    (record.messageKind == .pnl || record.messageKind == .adl) && record.status != .cancelled
      && record.locator != 0 && record.minute > 0
  }

  /// Each of the record's names once, with its booking.
  private static func eachKey(
    _ record: LegRecord, _ records: borrowing LegRecords, _ body: (UInt64) -> Void
  ) {
    var seen: [UInt64] = []
    for spelling in records.names.spellings[record.spellings.range]
    where spelling.key != 0 && !seen.contains(spelling.key) {
      seen.append(spelling.key)
      body(LegHash.of(record.role.rawValue, record.locator, spelling.key))
    }
  }
}
