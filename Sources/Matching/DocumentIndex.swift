import Bytes
import Records

/// Document numbers as they are compared: letters and digits only, O read as 0 and I as 1.
enum DocumentNumber {
  /// Shorter numbers (`1`, `N/A`) name nobody.
  static let lettersMin = 5

  /// - Returns: nil for a number too short to name anybody.
  static func key(_ number: some Sequence<UInt8>) -> [UInt8]? {
    var key: [UInt8] = []
    for byte in number {
      if let kept = kept(byte) { key.append(kept) }
    }
    // A number of zeros or of one repeated sign is a placeholder.
    return key.count >= lettersMin && key.contains { $0 != key[0] } ? key : nil
  }

  /// A hash of the key of a number, whatever its length.
  static func hash(_ number: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in number {
      if let kept = kept(byte) { hash = (hash ^ UInt64(kept)) &* 0x100_0000_01B3 }
    }
    return hash
  }

  @inline(__always)
  private static func kept(_ byte: UInt8) -> UInt8? {
    switch upperASCII(byte) {
    case 0x4F: return 0x30
    case 0x49: return 0x31
    case 0x30...0x39, 0x41...0x5A: return upperASCII(byte)
    default: return nil
    }
  }
}

/// Listed persons by document number. What it returns is verified by the caller: hashes may collide.
final class DocumentIndex: Sendable {
  private let image: MemoryImage
  /// Ascending.
  private let hashes: FlatTable<UInt64>
  private let persons: FlatTable<UInt32>

  static let sectionCount = 2

  init(_ image: MemoryImage, from section: Int) {
    self.image = image
    hashes = image.table(section, of: UInt64.self)
    persons = image.table(section + 1, of: UInt32.self)
  }

  /// Writes the sections; persons in the order of their numbers.
  static func write(_ documents: [[ListedDocument]], to image: inout ImageWriter) {
    var filed: [(hash: UInt64, person: UInt32)] = []
    for (person, own) in documents.enumerated() {
      for document in own where DocumentNumber.key(document.number.utf8) != nil {
        filed.append((DocumentNumber.hash(document.number.utf8), UInt32(person)))
      }
    }
    filed.sort { ($0.hash, $0.person) < ($1.hash, $1.person) }
    image.add(filed.map(\.hash))
    image.add(filed.map(\.person))
  }

  var isEmpty: Bool { hashes.isEmpty }

  /// Calls `body` with the persons who have a document with this hash.
  func visit(_ hash: UInt64, _ body: (UInt32) -> Void) {
    var index = hashes.indices.partitioningIndex { hashes[$0] >= hash }
    while index < hashes.count, hashes[index] == hash {
      body(persons[index])
      index += 1
    }
  }
}
