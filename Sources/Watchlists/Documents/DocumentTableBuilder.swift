internal import Bytes
internal import Records

/// Sorts the records of a list into a ``DocumentTable``, in memory that does not grow with the list: records are
/// dealt out to parts by the leading bits of their hashes, the parts lie in a scratch file, and are sorted one
/// after the other.
struct DocumentTableBuilder {
  private static let partBits: UInt64 = 10
  /// Numbers of a part that stay in memory, two for each record.
  private static let heldMax = 2048

  private struct Part {
    var held: [UInt64] = []
    /// Where blocks of ``heldMax`` numbers begin.
    var blocks: [Int] = []
  }

  private let scratch: ScratchFile
  private var parts = [Part](repeating: Part(), count: 1 << Int(partBits))
  private var ranges: [DocumentTableRange] = []
  private var count = 0

  /// - Parameter folder: on whose disk the scratch file is made.
  init(folder: String) throws(BytesError) { scratch = try ScratchFile(in: folder) }

  mutating func add(_ record: DocumentRecord) throws(BytesError) {
    guard !record.isRange else {
      ranges.append(
        DocumentTableRange(
          first: record.first, last: record.last, reach: 0, facts: record.facts))
      return
    }
    let hash = DocumentNumber.scattered(record.first)
    let part = Int(hash >> (64 - Self.partBits))
    count += 1
    parts[part].held.append(hash)
    parts[part].held.append(record.facts.packed)
    guard parts[part].held.count >= Self.heldMax else { return }
    parts[part].blocks.append(try scratch.append(parts[part].held))
    parts[part].held.removeAll(keepingCapacity: true)
  }

  /// Writes the table into a file that has no name yet.
  /// - Parameter path: that it may get.
  mutating func finish(
    _ lineage: DocumentTableLineage, path: String
  ) throws(BytesError) -> ImageFile {
    let text = lineage.bytes
    let shift = DocumentTable.bucketShift(entries: count)
    var starts = [UInt32](repeating: 0, count: (1 << Int(64 - shift)) + 1)
    var file = try ImageFile(
      path: path,
      sectionBytes: [
        text.count, count * MemoryLayout<DocumentTableEntry>.stride, starts.count * 4,
        ranges.count * MemoryLayout<DocumentTableRange>.stride, 8,
      ])
    try file.append(text)
    try file.endSection()
    var duplicates = 0
    for part in parts.indices {
      let entries = try sorted(part)
      for (place, entry) in entries.enumerated() {
        starts[Int(entry.hash >> shift) + 1] += 1
        if place > 0, entry.isSame(as: entries[place - 1]) { duplicates += 1 }
      }
      try file.append(entries)
    }
    try file.endSection()
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    try file.append(starts)
    try file.endSection()
    ranges.sort { ($0.first, $0.last, $0.facts) < ($1.first, $1.last, $1.facts) }
    for index in ranges.indices {
      ranges[index].reach = max(ranges[index].last, index > 0 ? ranges[index - 1].reach : 0)
      if index > 0, ranges[index].first == ranges[index - 1].first,
        ranges[index].last == ranges[index - 1].last,
        ranges[index].facts.identity == ranges[index - 1].facts.identity
      {
        duplicates += 1
      }
    }
    try file.append(ranges)
    try file.endSection()
    try file.append([UInt64(duplicates)])
    try file.endSection()
    return file
  }

  private mutating func sorted(_ part: Int) throws(BytesError) -> [DocumentTableEntry] {
    var numbers: [UInt64] = []
    numbers.reserveCapacity(parts[part].blocks.count * Self.heldMax + parts[part].held.count)
    for block in parts[part].blocks {
      try scratch.read(at: block, count: Self.heldMax, into: &numbers)
    }
    numbers += parts[part].held
    parts[part] = Part()
    var entries: [DocumentTableEntry] = []
    entries.reserveCapacity(numbers.count / 2)
    for index in stride(from: 0, to: numbers.count, by: 2) {
      entries.append(
        DocumentTableEntry(
          hash: numbers[index], facts: DocumentFacts(packed: numbers[index + 1])))
    }
    entries.sort()
    return entries
  }
}
