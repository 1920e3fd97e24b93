import Glibc

/// An image as a file: its bytes, and behind them their SHA-256 in 64 lower case hex digits.
extension MemoryImage {
  static let digestBytes = 64

  /// Writes an image that was made here to a file that must not exist; it appears complete or not at all.
  /// - Returns: false when something has that name; it is left as it is.
  /// - Throws: ``BytesError/cannotWrite(path:reason:isFull:)``.
  public func write(to path: String) throws(BytesError) -> Bool {
    let file = try NewFile(path: path)
    let hash = SHA256()
    let bytes = bytes
    try bytes.withSpan(bytes.indices) { (all: Span<UInt8>) throws(BytesError) in
      hash.update(all)
      try file.append(all)
    }
    return try file.publish(Array(hash.finishHex().utf8))
  }

  /// Maps the image in a file, for reading; its memory is shared by all who do so.
  /// - Throws: ``BytesError/cannotOpen(path:reason:)``, also where the file is no whole image: damaged, broken off,
  ///   or of another machine; ``BytesError/notRegular(path:)``.
  public static func map(_ path: String) throws(BytesError) -> MemoryImage {
    let file = FileToRead(path: Array(path.utf8), isFolderEntry: true)
    let descriptor = try file.open()
    defer { close(descriptor) }
    return try map(descriptor, path: path)
  }

  /// Maps the image in an open file.
  static func map(_ descriptor: Int32, path: String) throws(BytesError) -> MemoryImage {
    let size = FileState(descriptor)?.byteCount ?? 0
    let imageSize = size - digestBytes
    guard imageSize > 0 else { throw .cannotOpen(path: path, reason: "it is no compiled image") }
    // Sound: a private mapping of the whole file, which the image takes over.
    let mapped = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let memory = unsafe mapped, unsafe memory != MAP_FAILED else {
      throw .cannotOpen(path: path, reason: systemReason())
    }
    guard let image = unsafe MemoryImage(memory: memory, size: size, imageSize: imageSize) else {
      throw .cannotOpen(path: path, reason: "it is no compiled image")
    }
    let hash = SHA256()
    image.bytes.withSpan(0..<imageSize) { hash.update($0) }
    let digest = image.bytes.withSpan(imageSize..<size) { span in span.indices.map { span[$0] } }
    guard digest == Array(hash.finishHex().utf8) else {
      throw .cannotOpen(path: path, reason: "the compiled image is damaged")
    }
    return image
  }
}
