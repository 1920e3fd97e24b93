import Glibc
import Synchronization

/// A file without a name: what is written to it is gone with its descriptor, however the process
/// ends. For personal data that does not fit into memory.
public final class ScratchFile: Sendable {
  private let folder: String
  private let descriptor: Int32
  private let end = Atomic<Int>(0)

  /// Makes the file in `folder` (its disk) and takes its name away at once.
  /// - Throws: ``BytesError/cannotWrite(path:reason:isFull:)``.
  public init(in folder: String) throws(BytesError) {
    self.folder = folder
    var template = Array("\(folder)/.scratch-XXXXXX".utf8CString)
    // Sound: mkstemp(3) replaces the six X of the terminated array in place.
    descriptor = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe mkstemp(buffer.baseAddress.unsafelyUnwrapped)
    }
    guard descriptor >= 0 else { throw writeError(folder) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    // Sound: unlink(2) only reads the terminated array.
    let isNameless = unsafe template.withUnsafeBufferPointer { buffer in
      unsafe unlink(buffer.baseAddress.unsafelyUnwrapped) == 0
    }
    guard isNameless else { throw writeError(folder) }
  }

  deinit { close(descriptor) }

  /// Writes bytes, or numbers as they lie in memory, behind everything else; callable from any thread.
  /// - Returns: where they begin.
  /// - Throws: ``BytesError/cannotWrite(path:reason:isFull:)``.
  public func append<Element: FixedWidthInteger & BitwiseCopyable>(
    _ bytes: [Element]
  ) throws(BytesError) -> Int {
    let size = bytes.count * MemoryLayout<Element>.stride
    let start = end.add(size, ordering: .relaxed).oldValue
    var done = 0
    while done < size {
      // Sound: pwrite(2) only reads the array's bytes from `done` on, within its count.
      let written = unsafe bytes.withUnsafeBytes { pointer in
        unsafe pwrite(
          descriptor, pointer.baseAddress.unsafelyUnwrapped + done, pointer.count - done,
          start + done)
      }
      if written < 0 {
        if errno == EINTR { continue }
        throw writeError(folder)
      }
      done += written
    }
    return start
  }

  /// Appends `count` bytes or numbers that were written before to `bytes`.
  /// - Throws: ``BytesError/cannotRead(path:reason:)``.
  public func read<Element: FixedWidthInteger & BitwiseCopyable>(
    at offset: Int, count: Int, into bytes: inout [Element]
  ) throws(BytesError) {
    let stride = MemoryLayout<Element>.stride
    let (first, size) = (bytes.count * stride, count * stride)
    bytes.append(contentsOf: repeatElement(0, count: count))
    var done = 0
    while done < size {
      // Sound: pread(2) writes at most the rest of the bytes that were just added.
      let got = unsafe bytes.withUnsafeMutableBytes { pointer in
        unsafe pread(
          descriptor, pointer.baseAddress.unsafelyUnwrapped + first + done, size - done,
          off_t(offset + done))
      }
      if got < 0 && errno == EINTR { continue }
      guard got > 0 else { throw .cannotRead(path: folder, reason: systemReason()) }
      done += got
    }
  }
}
