import Bytes
import Records

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
      for document in own where DocumentNumber.key(document.number.utf8Span.span) != nil {
        filed.append((DocumentNumber.hash(document.number.utf8Span.span), UInt32(person)))
      }
    }
    HashedNumbers.write(filed, to: &image)
  }

  /// Calls `body` with the persons who have a document with this hash.
  func visit(_ hash: UInt64, _ body: (UInt32) -> Void) { persons.visit(hash, body) }
}
