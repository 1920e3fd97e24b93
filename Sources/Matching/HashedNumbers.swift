import Bytes

/// Numbers of tokens or persons by 64-bit hashes of what they have. What it returns is verified by the caller: only a
/// part of the hash is compared.
struct HashedNumbers {
  /// The upper half of the hash, and the number; by leading bits of the hash.
  private let entries: FlatTable<UInt64>
  /// Where the hashes with the same leading bits begin.
  private let starts: FlatTable<UInt32>
  /// A bit for each hash that is there, sixteen bits for each: most questions end here.
  private let present: FlatTable<UInt64>
  private let bucketShift: UInt64
  private let bitShift: UInt64

  static let sectionCount = 3

  init(_ image: MemoryImage, from section: Int) {
    entries = image.table(section, of: UInt64.self)
    starts = image.table(section + 1, of: UInt32.self)
    present = image.table(section + 2, of: UInt64.self)
    bucketShift = 64 - UInt64((starts.count - 1).trailingZeroBitCount)
    bitShift = 64 - UInt64((present.count * 64).trailingZeroBitCount)
  }

  /// Writes the sections.
  static func write(_ filed: [(hash: UInt64, id: UInt32)], to image: inout ImageWriter) {
    // A power of two each, so that leading bits are a place: two entries a bucket.
    func bits(_ count: Int) -> UInt64 { UInt64(64 - max(1, count - 1).leadingZeroBitCount) }
    let bucketShift = 64 - bits(filed.count / 2 + 1)
    let bitShift = 64 - max(6, bits(filed.count * 16))
    var starts = [UInt32](repeating: 0, count: (1 << Int(64 - bucketShift)) + 1)
    var present = [UInt64](repeating: 0, count: 1 << Int(64 - bitShift - 6))
    for (hash, _) in filed {
      starts[Int(hash >> bucketShift) + 1] += 1
      let bit = hash >> bitShift
      present[Int(bit >> 6)] |= 1 << (bit & 63)
    }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var next = starts
    var entries = [UInt64](repeating: 0, count: filed.count)
    for (hash, id) in filed {
      let bucket = Int(hash >> bucketShift)
      entries[Int(next[bucket])] = (hash & ~0xFFFF_FFFF) | UInt64(id)
      next[bucket] += 1
    }
    image.add(entries)
    image.add(starts)
    image.add(present)
  }

  var isEmpty: Bool { entries.isEmpty }

  /// All numbers with this hash, and perhaps some more.
  @inline(__always)
  func visit(_ hash: UInt64, _ body: (UInt32) -> Void) {
    let bit = hash >> bitShift
    guard present[Int(bit >> 6)] >> (bit & 63) & 1 == 1 else { return }
    let bucket = Int(hash >> bucketShift)
    for index in Int(starts[bucket])..<Int(starts[bucket + 1])
    where entries[index] >> 32 == hash >> 32 {
      body(UInt32(truncatingIfNeeded: entries[index]))
    }
  }
}
