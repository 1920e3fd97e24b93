import Glibc

/// Writes all bytes to a descriptor, whatever write(2) takes at a time.
/// - Returns: false when the reader of a pipe has gone (EPIPE), which is no failure of ours.
/// - Throws: ``BytesError/cannotWrite(path:reason:isFull:)``.
@discardableResult
public func writeAll(
  _ bytes: [UInt8], to descriptor: Int32, path: String
) throws(BytesError) -> Bool {
  try writeAll(bytes.span, to: descriptor, path: path)
}

/// The same for bytes that somebody else owns.
@discardableResult
func writeAll(
  _ bytes: Span<UInt8>, to descriptor: Int32, path: String
) throws(BytesError) -> Bool {
  var done = 0
  while done < bytes.count {
    // Sound: write(2) only reads the bytes from `done` on, within their count.
    let written = unsafe bytes.withUnsafeBytes { pointer in
      unsafe write(descriptor, pointer.baseAddress.unsafelyUnwrapped + done, pointer.count - done)
    }
    if written < 0 {
      if errno == EINTR { continue }
      if errno == EPIPE { return false }
      throw writeError(path)
    }
    done += written
  }
  return true
}

/// Creates a file that must not exist, writes it and syncs it to disk.
/// - Throws: ``BytesError/cannotWrite(path:reason:isFull:)``.
public func writeNewFile(_ path: String, _ bytes: [UInt8]) throws(BytesError) {
  // Sound: open(2) only reads the terminated path.
  let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
  guard descriptor >= 0 else {
    throw .cannotWrite(path: path, reason: systemReason(), isFull: errno == ENOSPC)
  }
  defer { close(descriptor) }
  try writeAll(bytes, to: descriptor, path: path)
  guard fsync(descriptor) == 0 else {
    throw .cannotWrite(path: path, reason: systemReason(), isFull: errno == ENOSPC)
  }
}
