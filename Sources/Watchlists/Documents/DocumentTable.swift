internal import Bytes
internal import Records

/// A document of a ``DocumentTable``.
struct DocumentTableEntry: BitwiseCopyable, Comparable {
  /// ``DocumentNumber/scattered(_:)``, so that the leading bits say where it lies.
  var hash: UInt64
  var facts: DocumentFacts

  /// Whether both are the same document, though perhaps reported differently.
  func isSame(as other: DocumentTableEntry) -> Bool {
    hash == other.hash && facts.identity == other.facts.identity
  }

  static func < (a: DocumentTableEntry, b: DocumentTableEntry) -> Bool {
    a.hash != b.hash ? a.hash < b.hash : a.facts < b.facts
  }
}

/// The ranges of a ``DocumentTable``, by their first number.
struct DocumentTableRange: BitwiseCopyable {
  var first: UInt64
  var last: UInt64
  /// The greatest `last` up to here.
  var reach: UInt64
  var facts: DocumentFacts
}

/// The documents of one list, sorted by a hash of their numbers, in a file that is mapped: sixteen bytes for each
/// document, whatever number of them, and one or two places in memory for each question.
///
/// Of numbers of up to twelve signs the hash is different for different numbers, so what is found is the number.
public final class DocumentTable: Sendable {
  /// To be raised when other bytes come of a list, or the same bytes mean something else.
  static let version = 2

  enum Section: Int, CaseIterable { case lineage, entries, starts, ranges, duplicates }

  private let image: MemoryImage
  private let entries: FlatTable<DocumentTableEntry>
  /// Where the hashes with the same leading bits begin.
  private let starts: FlatTable<UInt32>
  private let ranges: FlatTable<DocumentTableRange>
  private let bucketShift: UInt64
  let lineage: DocumentTableLineage
  /// Documents that stand in the list more than once, beyond the first; the last report is taken.
  let duplicates: Int

  /// - Returns: nil for an image of something else, or of another version.
  init?(_ image: MemoryImage) {
    guard image.sectionCount == Section.allCases.count,
      let lineage = DocumentTableLineage(image.table(Section.lineage.rawValue, of: UInt8.self))
    else { return nil }
    self.image = image
    self.lineage = lineage
    entries = image.table(Section.entries.rawValue, of: DocumentTableEntry.self)
    starts = image.table(Section.starts.rawValue, of: UInt32.self)
    ranges = image.table(Section.ranges.rawValue, of: DocumentTableRange.self)
    bucketShift = DocumentTable.bucketShift(entries: entries.count)
    duplicates = Int(image.table(Section.duplicates.rawValue, of: UInt64.self)[0])
  }

  /// The bits of a hash behind those that name its bucket: some eight entries each.
  static func bucketShift(entries: Int) -> UInt64 {
    UInt64(64 - max(1, (entries / 8).bitWidth - (entries / 8).leadingZeroBitCount))
  }

  /// Bytes of the table.
  public var size: Int { image.size }
  /// Entries are numbered from 0 on; ranges stand behind the others.
  public var count: Int { entries.count + ranges.count }

  /// Calls `body` with every entry of a number, once for each document.
  /// - Parameter packed: ``DocumentNumber/packed(_:)``.
  public func visit(_ packed: UInt64, _ body: (_ entry: Int, DocumentFacts) -> Void) {
    visitHash(DocumentNumber.scattered(packed), body)
    guard !ranges.isEmpty, packed < DocumentNumber.exactEnd else { return }
    var index = firstRange(after: packed) - 1
    while index >= 0, ranges[index].reach >= packed {
      let range = ranges[index]
      if !isRepeatedRange(index),
        DocumentRange.contains(
          packed, first: range.first, last: range.last, digits: range.facts.digits)
      {
        body(entries.count + index, range.facts)
      }
      index -= 1
    }
  }

  @inline(__always)
  private func visitHash(_ hash: UInt64, _ body: (_ entry: Int, DocumentFacts) -> Void) {
    var index = firstPlace(of: hash)
    while index < entries.count, entries[index].hash == hash {
      // The last of several reports on one document is the one that counts.
      if !isRepeated(index) { body(index, entries[index].facts) }
      index += 1
    }
  }

  /// Where a hash stands, or would.
  private func firstPlace(of hash: UInt64) -> Int {
    let bucket = Int(hash >> bucketShift)
    var (low, high) = (Int(starts[bucket]), Int(starts[bucket + 1]))
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func firstRange(after packed: UInt64) -> Int {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].first <= packed { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func isRepeatedRange(_ index: Int) -> Bool {
    guard index + 1 < ranges.count else { return false }
    let (a, b) = (ranges[index], ranges[index + 1])
    return a.first == b.first && a.last == b.last && a.facts.identity == b.facts.identity
  }

  /// An entry as it stands on a hit: it has no name, and its number is that of the passenger.
  func listed(_ entry: Int) -> ListedPerson {
    let facts = facts(of: entry)
    var listed = ListedPerson(entry: id(of: entry), kind: .unknown, names: [])
    listed.listedOn = facts.reported
    listed.reference = facts.sentence
    return listed
  }

  private func id(of entry: Int) -> String {
    guard entry >= entries.count else {
      let hash = entries[entry].hash
      return DocumentRecord.entry(hash, hash, entries[entry].facts)
    }
    let range = ranges[entry - entries.count]
    return DocumentRecord.entry(
      DocumentNumber.scattered(range.first), DocumentNumber.scattered(range.last), range.facts)
  }

  /// Which of some entries are here, by their ids, of which none leads to its entry: all are made until all are found.
  func ids(among wanted: Set<String>) -> Set<String> {
    var found: Set<String> = []
    for entry in 0..<count {
      let id = id(of: entry)
      if wanted.contains(id), found.insert(id).inserted, found.count == wanted.count { break }
    }
    return found
  }

  public func facts(of entry: Int) -> DocumentFacts {
    entry < entries.count ? entries[entry].facts : ranges[entry - entries.count].facts
  }

  /// The ends of a range, as their numbers are compared; nil for a single number.
  public func rangeText(of entry: Int) -> String? {
    guard entry >= entries.count else { return nil }
    let range = ranges[entry - entries.count]
    return [range.first, range.last].compactMap { DocumentNumber.text(packed: $0) }
      .joined(separator: "..")
  }

  /// Whether an entry stands in an earlier table with the same facts.
  public func isUnchanged(_ entry: Int, since earlier: DocumentTable) -> Bool {
    let own = facts(of: entry)
    var isFound = false
    if entry < entries.count {
      earlier.visitHash(entries[entry].hash) { _, facts in if facts == own { isFound = true } }
    } else {
      let range = ranges[entry - entries.count]
      var index = earlier.firstRange(after: range.first) - 1
      while index >= 0, earlier.ranges[index].first == range.first {
        let other = earlier.ranges[index]
        if other.last == range.last, other.facts == own, !earlier.isRepeatedRange(index) {
          isFound = true
        }
        index -= 1
      }
    }
    return isFound
  }

  /// How many entries are new or changed since an earlier table; nil for all.
  public func changes(since earlier: DocumentTable?) -> Int {
    var count = 0
    for entry in 0..<self.count where !isRepeated(entry) {
      if let earlier, isUnchanged(entry, since: earlier) { continue }
      count += 1
    }
    return count
  }

  private func isRepeated(_ entry: Int) -> Bool {
    guard entry < entries.count else { return isRepeatedRange(entry - entries.count) }
    return entry + 1 < entries.count && entries[entry].isSame(as: entries[entry + 1])
  }
}
