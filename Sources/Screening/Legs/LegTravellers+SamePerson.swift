internal import Records

/// One person in several bookings of a leg is one traveller.
///
/// Records of one push begin as different travellers. But a document of one issuer, with one birth date
/// and one name, is one person's: he has been booked twice, and is to be one hit. Anything less keeps
/// them apart, and so does one booking of one push that has him twice: nobody knows what that means.
extension LegTravellers {
  /// A stretch of a joined traveller's records: what he was before he was joined.
  struct Part {
    /// His first record, and the first that is not his any more (-1: all are his).
    var first: Int32
    var end: Int32
  }

  /// A record by what makes a person certain, and whom it tells of.
  private struct Certain: Comparable {
    var key: UInt64
    var traveller: Int32
    /// The push and the booking that he is told of in.
    var place: UInt64

    static func < (a: Certain, b: Certain) -> Bool { (a.key, a.traveller) < (b.key, b.traveller) }
  }

  /// Joins them, once all pushes are read. Nothing depends on the travellers' order.
  mutating func joinSamePersons(
    _ records: inout LegRecords, _ batch: borrowing PassengerBatch
  ) {
    parts.removeAll(keepingCapacity: true)
    guard items.count > 1 else { return }
    let heads = sameAs(certain(records, batch))
    guard !heads.isEmpty else { return }
    var joined = false
    for number in items.indices.reversed() {
      let head = Self.head(of: Int32(number), heads)
      guard head != number else { continue }
      append(Int32(number), to: head, &records)
      joined = true
    }
    guard joined else { return }
    for number in items.indices where parts[Int32(number)] != nil {
      items[number].pushes = pushCount(items[number].firstRecord, records)
    }
    closeGaps()
  }

  private func certain(
    _ records: borrowing LegRecords, _ batch: borrowing PassengerBatch
  ) -> [Certain] {
    // Nearly all keys are one traveller's: of those nothing is kept.
    var owners: [UInt64: Int32] = [:]
    var shared: Set<UInt64> = []
    eachKey(records, batch) { key, traveller, _ in
      if owners[key, default: traveller] != traveller { shared.insert(key) }
      owners[key] = traveller
    }
    guard !shared.isEmpty else { return [] }
    var certain: [Certain] = []
    eachKey(records, batch) { key, traveller, place in
      guard shared.contains(key) else { return }
      certain.append(Certain(key: key, traveller: traveller, place: place))
    }
    certain.sort()
    return certain
  }

  private func eachKey(
    _ records: borrowing LegRecords, _ batch: borrowing PassengerBatch,
    _ body: (_ key: UInt64, _ traveller: Int32, _ place: UInt64) -> Void
  ) {
    for number in items.indices {
      var index = items[number].firstRecord
      while index >= 0 {
        let record = records[index]
        if let born = record.birthDate, born.isFull, record.name != 0, !record.documents.isEmpty {
          for place in batch.passengers[Int(index)].documents.range {
            let document = batch.documents[place]
            let text = LegHash.alphanumeric(batch.bytes, document.number)
            guard text.count >= LegRecords.documentLettersMin else { continue }
            var hash = LegHash(5)
            hash.combine(text.key)
            hash.combine(document.issuer.packed)
            hash.combine(born)
            hash.combine(record.name)
            body(hash.value, Int32(number), LegHash.of(UInt64(record.push), record.locator))
          }
        }
        index = record.next
      }
    }
  }

  /// For each traveller one of a lower number who is the same person, or himself; empty if nobody is.
  private func sameAs(_ certain: [Certain]) -> [Int32] {
    var heads: [Int32] = []
    var start = 0
    while start < certain.count {
      var end = start + 1
      while end < certain.count, certain[end].key == certain[start].key { end += 1 }
      let same = certain[start..<end]
      start = end
      guard same.first?.traveller != same.last?.traveller, !Self.isTwiceInOnePlace(same) else {
        continue
      }
      if heads.isEmpty { heads = items.indices.map { Int32($0) } }
      for place in same.indices.dropFirst() {
        let first = Self.head(of: certain[place - 1].traveller, heads)
        let second = Self.head(of: certain[place].traveller, heads)
        heads[Int(max(first, second))] = min(first, second)
      }
    }
    return heads
  }

  private static func isTwiceInOnePlace(_ same: ArraySlice<Certain>) -> Bool {
    var travellers: [UInt64: Int32] = [:]
    for one in same {
      if travellers[one.place, default: one.traveller] != one.traveller { return true }
      travellers[one.place] = one.traveller
    }
    return false
  }

  private static func head(of number: Int32, _ heads: [Int32]) -> Int32 {
    var head = number
    while heads[Int(head)] != head { head = heads[Int(head)] }
    return head
  }

  /// Puts the records of one traveller behind those of another.
  private mutating func append(_ other: Int32, to head: Int32, _ records: inout LegRecords) {
    let first = items[Int(other)].firstRecord
    let start = items[Int(head)].firstRecord
    // What comes later is put in front, so that no chain is walked twice.
    var last = first
    while records[last].next >= 0 { last = records[last].next }
    records.link(last, to: start)
    let ofOther = parts.removeValue(forKey: other) ?? [Part(first: first, end: -1)]
    let ofHead = parts[head] ?? [Part(first: start, end: -1)]
    // The other's chain ended where the head's begins now.
    parts[head] =
      ofOther.map { Part(first: $0.first, end: $0.end < 0 ? start : $0.end) } + ofHead
    items[Int(head)].firstRecord = first
    items[Int(other)].firstRecord = -1
  }

  /// In how many pushes a chain of records is told of.
  private func pushCount(_ first: Int32, _ records: borrowing LegRecords) -> UInt32 {
    var pushes: Set<Int32> = []
    var index = first
    while index >= 0 {
      pushes.insert(records[index].push)
      index = records[index].next
    }
    return UInt32(pushes.count)
  }

  private mutating func closeGaps() {
    var kept: [Traveller] = []
    kept.reserveCapacity(items.count)
    var ofKept: [Int32: [Part]] = [:]
    for number in items.indices where items[number].firstRecord >= 0 {
      if let own = parts[Int32(number)] { ofKept[Int32(kept.count)] = own }
      kept.append(items[number])
    }
    items = kept
    parts = ofKept
  }
}
