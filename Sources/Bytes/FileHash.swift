import Glibc

/// SHA-256 of a file's own bytes in lower case hex; a packed file is not unpacked.
/// - Throws: ``BytesError/cannotOpen(path:reason:)``, ``BytesError/cannotRead(path:reason:)``.
public func sha256(ofFile path: String) throws(BytesError) -> String {
  try sha256(of: FileToRead(path: path))
}

/// The same of a file that may be an entry of a folder.
/// - Throws: as opening it, and ``BytesError/cannotRead(path:reason:)``.
public func sha256(of file: FileToRead) throws(BytesError) -> String {
  let path = file.shown
  let descriptor = try file.open()
  defer { close(descriptor) }
  let hash = SHA256()
  var block = [UInt8](repeating: 0, count: BlockReader.blockBytes)
  while true {
    // Sound: read(2) writes at most `count` bytes into the array's own storage.
    let count = unsafe block.withUnsafeMutableBytes {
      unsafe read(descriptor, $0.baseAddress, $0.count)
    }
    if count < 0 && errno == EINTR { continue }
    guard count >= 0 else { throw .cannotRead(path: path, reason: systemReason()) }
    guard count > 0 else { return hash.finishHex() }
    hash.update(block.span.extracting(0..<count))
  }
}
