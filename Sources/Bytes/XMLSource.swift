/// The bytes of an XML document on their way to libxml2, which takes a minute for an element of 200,000 attributes:
/// it compares each with all before it.
final class XMLSource {
  /// Published lists have fewer than 40.
  static let attributesMax = 1_000

  private let stream: ByteStream
  /// Equals signs since the last `<`, which stands in no tag: no fewer than the attributes of the element.
  private var equals = 0
  /// Whether the bytes ended because of that.
  private(set) var hasManyAttributes = false

  init(_ stream: ByteStream) { self.stream = stream }

  /// Fills the buffer as far as there are bytes.
  /// - Returns: how many; -1 for an element of too many attributes.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int32 {
    let count = unsafe stream.read(into: buffer)
    // Sound: `count` bytes of the buffer were just written.
    for index in 0..<count {
      let byte = unsafe buffer[index]
      if byte == 0x3C {
        equals = 0
      } else if byte == 0x3D {
        equals += 1
        if equals > Self.attributesMax {
          hasManyAttributes = true
          return -1
        }
      }
    }
    return Int32(truncatingIfNeeded: count)
  }
}
