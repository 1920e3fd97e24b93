import Bytes
import Records

/// Byte store of one booking or one traveller, emptied and filled again.
struct TextArena {
  private(set) var bytes: [UInt8] = []

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Takes an array, not a span: a span of one member of a struct shuts out its other members.
  mutating func add(_ text: [UInt8], _ range: Range<Int>) -> TextReference {
    let start = UInt32(bytes.count)
    bytes.append(contentsOf: text[range])
    return TextReference(start: start, count: UInt32(range.count))
  }

  /// Takes what lies elsewhere, such as in the block that is read.
  mutating func add(_ text: Span<UInt8>, _ range: Range<Int>) -> TextReference {
    let start = UInt32(bytes.count)
    bytes.append(copying: text.extracting(range))
    return TextReference(start: start, count: UInt32(range.count))
  }

  mutating func setBlank(_ index: Int) { bytes[index] = 0x20 }

  mutating func add(_ text: [UInt8]) -> TextReference {
    let start = UInt32(bytes.count)
    bytes.append(contentsOf: text)
    return TextReference(start: start, count: UInt32(text.count))
  }

  mutating func add(_ code: ShortCode) -> TextReference {
    let start = UInt32(bytes.count)
    for index in 0..<code.count { bytes.append(code[index]) }
    return TextReference(start: start, count: UInt32(code.count))
  }

  func equal(_ first: TextReference, _ second: TextReference) -> Bool {
    bytes.span.isEqual(first.range, second.range)
  }
}
