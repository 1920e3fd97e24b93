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
    // The last signs have hardly reached the upper bits.
    return (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
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
  private let persons: HashedNumbers
  let isEmpty: Bool

  static let sectionCount = HashedNumbers.sectionCount

  init(_ image: MemoryImage, from section: Int) {
    self.image = image
    persons = HashedNumbers(image, from: section)
    isEmpty = persons.isEmpty
  }

  /// Writes the sections; persons in the order of their numbers.
  static func write(_ documents: [[ListedDocument]], to image: inout ImageWriter) {
    var filed: [(hash: UInt64, id: UInt32)] = []
    for (person, own) in documents.enumerated() {
      for document in own where DocumentNumber.key(document.number.utf8) != nil {
        filed.append((DocumentNumber.hash(document.number.utf8), UInt32(person)))
      }
    }
    HashedNumbers.write(filed, to: &image)
  }

  /// Calls `body` with the persons who have a document with this hash.
  func visit(_ hash: UInt64, _ body: (UInt32) -> Void) { persons.visit(hash, body) }
}
