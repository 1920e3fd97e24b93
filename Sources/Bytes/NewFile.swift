import Glibc

/// A file that appears under its name complete, or not at all, and replaces nothing.
public struct NewFile: ~Copyable {
  public let path: String
  /// Where it is made and will lie.
  public let folder: String
  private let temporary: String
  let descriptor: Int32

  /// Makes the file under another name in the same folder.
  /// - Throws: ``BytesError/cannotWrite(path:reason:isFull:)``, before any work was done.
  public init(path: String) throws(BytesError) {
    self.path = path
    let above = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
    folder = above
    var template = Array("\(above).tmp-XXXXXX".utf8CString)
    // Sound: mkstemp(3) replaces the six X of the terminated array in place.
    descriptor = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe mkstemp(buffer.baseAddress.unsafelyUnwrapped)
    }
    guard descriptor >= 0 else { throw writeError(path) }
    temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  deinit {
    // Sound: unlink(2) only reads the terminated path; after publishing there is nothing to remove.
    unsafe _ = unlink(temporary)
    close(descriptor)
  }

  /// Adds bytes at the end.
  /// - Throws: ``BytesError/cannotWrite(path:reason:isFull:)``.
  public func append(_ bytes: Span<UInt8>) throws(BytesError) {
    try writeAll(bytes, to: descriptor, path: path)
  }

  /// Writes the content, syncs it and gives the file its name.
  /// - Returns: false when something has that name; it is left as it is.
  /// - Throws: ``BytesError/cannotWrite(path:reason:isFull:)``.
  public consuming func publish(_ bytes: [UInt8]) throws(BytesError) -> Bool {
    try append(bytes.span)
    return try publish()
  }

  /// Syncs what was added and gives the file its name.
  /// - Returns: false when something has that name; it is left as it is.
  /// - Throws: ``BytesError/cannotWrite(path:reason:isFull:)``.
  public consuming func publish() throws(BytesError) -> Bool {
    // Others of the operator's group may read it; mkstemp gives 0600.
    guard fchmod(descriptor, 0o640) == 0, fsync(descriptor) == 0 else { throw writeError(path) }
    // A name that is given twice at the same moment is the later one's.
    do { if try somethingIsThere(atPath: path) { return false } } catch { throw writeError(path) }
    // Sound: rename(2) only reads the terminated paths.
    guard unsafe rename(temporary, path) == 0 else { throw writeError(path) }
    return true
  }
}
