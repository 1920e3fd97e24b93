internal import Records

/// Which records of passenger lists a change of ADL has put in place of themselves.
///
/// `CHG` gives the whole of a traveller anew (`feed-formats.md`, 5.2), so what earlier lists said of him holds
/// no more: neither a birth date that was corrected, which would make another person of him, nor a document
/// that he has no longer. Who is meant is told by locator and name; where two of a list share both, nobody
/// is. Father and son may share both too and come in different lists, so it must be the same person: by a
/// document, or by a birth date that is the same or mended. Of whom that cannot be said, both records stay. A
/// change that says nothing of identity only changes services.
struct LegChanges {
  /// What lists say under one locator and name.
  private struct Told {
    /// The latest of those that say the same of identity.
    var changes: [Int32] = []
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

    mutating func addChange(_ index: Int32, _ records: borrowing LegRecords) {
      let record = records[index]
      if let known = changes.firstIndex(where: { records[$0].identity == record.identity }) {
        if records[changes[known]].minute < record.minute { changes[known] = index }
      } else if changes.count < LegChanges.changesMax {
        changes.append(index)
      } else {
        isAmbiguous = true
      }
    }

    /// Whether a later change gives the person of this record anew.
    func isReplaced(_ index: Int32, _ records: borrowing LegRecords) -> Bool {
      changes.contains {
        records[index].minute < records[$0].minute
          && LegChanges.isSamePerson(records[index], records[$0], records)
      }
    }
  }

  /// Different changes under one locator and name; of more nobody is meant.
  private static let changesMax = 64
  /// A parent and a child are further apart, mended birth dates seldom are.
  private static let mendedYearsMax = 14

  /// Marks the records that a later change has replaced; nothing depends on their order.
  static func mark(_ records: inout LegRecords) {
    var told: [UInt64: Told] = [:]
    for (index, record) in records.items.enumerated() where record.isChange && isOfList(record) {
      guard record.birthDate != nil || !record.documents.isEmpty else { continue }
      eachKey(record, records) { key in
        told[key, default: Told()].addChange(Int32(index), records)
      }
    }
    guard !told.isEmpty else { return }
    for (index, record) in records.items.enumerated() where isOfList(record) {
      eachKey(record, records) { told[$0]?.add(Int32(index), record) }
    }
    for changed in told.values where !changed.isAmbiguous {
      for index in changed.records where changed.isReplaced(index, records) {
        records.supersede(index)
      }
    }
  }

  /// Whether two records of one locator and name are certainly of one person.
  private static func isSamePerson(
    _ first: LegRecord, _ second: LegRecord, _ records: borrowing LegRecords
  ) -> Bool {
    let documents = records.documentKeys[second.documents.range]
    let shareDocument =
      records.documentKeys[first.documents.range].contains(where: documents.contains)
    guard let born = first.birthDate, let other = second.birthDate else { return shareDocument }
    // A child may travel on the passport of a parent.
    guard abs(born.year - other.year) <= mendedYearsMax else { return false }
    if shareDocument { return true }
    let genders = [first.gender, second.gender]
    if genders.contains(.male), genders.contains(.female) { return false }
    // Where the documents differ as well, nothing but the name agrees.
    let isNumbered = first.documents.count > 0 && second.documents.count > 0
    return !born.conflicts(with: other) || !isNumbered && isMended(born, other)
  }

  /// Whether one date comes of the other by a mistake: one digit, or day and month in the other order. 1 January
  /// is said of all whose birthday is not known, so two of that day are apart by the year, which is no slip.
  private static func isMended(_ first: PartialDate, _ second: PartialDate) -> Bool {
    guard first.isFull, second.isFull else { return false }
    if [first, second].allSatisfy({ $0.month == 1 && $0.day == 1 }) { return false }
    if first.year == second.year, first.month == second.day, first.day == second.month {
      return true
    }
    var (left, right) = (first.packed, second.packed)
    var differing = 0
    while left != right {
      if left % 10 != right % 10 { differing += 1 }
      left /= 10
      right /= 10
    }
    return differing == 1
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
