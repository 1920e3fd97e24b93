import Glibc

/// A file that is to be read, found but not opened.
public struct FileToRead: Sendable, Equatable {
  /// The path as the system holds it: bytes, which need not be UTF-8. `-` is standard input.
  public let path: [UInt8]
  /// Found in a folder, not named by the user: no link is followed, nothing but a regular file is
  /// opened, and opening never waits for the other end of a pipe.
  public let isFolderEntry: Bool

  public init(path: [UInt8], isFolderEntry: Bool) {
    self.path = path
    self.isFolderEntry = isFolderEntry
  }

  /// A file that the user named.
  public init(path: String) { self.init(path: Array(path.utf8), isFolderEntry: false) }

  /// The path for a reader, without control characters and without bytes that are no text.
  public var shown: String { MemberName.printable(path) }

  /// Opens the file for reading.
  /// - Throws: ``BytesError/cannotOpen(path:reason:)``; ``BytesError/notRegular(path:)`` for an
  ///   entry of a folder that is none, also when it was exchanged after it had been looked at;
  ///   ``BytesError/vanished(path:)`` for one that was taken away since.
  func open() throws(BytesError) -> Int32 {
    let waiting = isFolderEntry ? O_NOFOLLOW | O_NONBLOCK : 0
    let terminated = path.map { CChar(bitPattern: $0) } + [0]
    // Sound: open(2) only reads the array, which ends with a zero.
    let descriptor = unsafe terminated.withUnsafeBufferPointer {
      unsafe Glibc.open($0.baseAddress.unsafelyUnwrapped, O_RDONLY | O_CLOEXEC | waiting)
    }
    // ENXIO is a socket, or a device without a driver.
    guard descriptor >= 0 else {
      if isFolderEntry, errno == ELOOP || errno == ENXIO { throw .notRegular(path: shown) }
      if isFolderEntry, errno == ENOENT { throw .vanished(path: shown) }
      throw .cannotOpen(path: shown, reason: systemReason())
    }
    if isFolderEntry, FileState(descriptor)?.isRegular != true {
      close(descriptor)
      throw .notRegular(path: shown)
    }
    return descriptor
  }

  /// Whether some process has the file open for writing; false where that cannot be told.
  /// - Throws: as for reading it.
  public func isBeingWritten() throws(BytesError) -> Bool {
    let descriptor = try open()
    defer { close(descriptor) }
    // fcntl(2) of Linux: a read lease is refused while anybody has the file open for writing. Should
    // a writer come in the moment that we hold it, the kernel sends a signal that does nothing.
    let setSignal: Int32 = 10
    let setLease: Int32 = 1024
    guard fcntl(descriptor, setSignal, SIGURG) == 0 else { return false }
    guard fcntl(descriptor, setLease, Int32(F_RDLCK)) != 0 else {
      _ = fcntl(descriptor, setLease, Int32(F_UNLCK))
      return false
    }
    return errno == EAGAIN
  }
}

/// What changes when somebody writes to an open file.
struct FileState: Equatable {
  let isRegular: Bool
  let byteCount: Int
  let seconds: Int
  let nanoseconds: Int

  init?(_ descriptor: Int32) {
    var status = stat()
    // Sound: fstat(2) fills the value that is given.
    guard unsafe fstat(descriptor, &status) == 0 else { return nil }
    isRegular = status.st_mode & S_IFMT == S_IFREG
    byteCount = Int(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}

/// Gives bytes until there are no more.
protocol ByteSource: AnyObject {
  /// Fills the buffer; fewer bytes only at the end. What went wrong is asked for elsewhere.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int
}

/// An open file or standard input, read in blocks with read(2), and hashed on the way.
final class InputDescriptor: ByteSource {
  let path: String
  private let descriptor: Int32
  private let ownsDescriptor: Bool
  private let hash = SHA256()
  private let before: FileState?
  /// Bytes read so far.
  private(set) var byteCount = 0
  /// The system's reason why reading failed.
  private(set) var failure: String?

  /// Set where nothing was opened, and there is nothing to read.
  private(set) var refusal: UnpackProblem?

  /// An entry of a folder that is no regular file, or not any more, is not thrown but noted in
  /// ``refusal``: it concerns that file only.
  /// - Throws: ``BytesError/cannotOpen(path:reason:)``.
  init(_ file: FileToRead) throws(BytesError) {
    path = file.shown
    let isStandardInput = file.path == [0x2D] && !file.isFolderEntry
    var opened = STDIN_FILENO
    do throws(BytesError) {
      if !isStandardInput { opened = try file.open() }
    } catch {
      switch error {
      case .notRegular: refusal = .notRegular("a link, pipe or device in a folder is not read")
      case .vanished: refusal = .notRegular("the file is not there any more")
      default: throw error
      }
      opened = -1
    }
    descriptor = opened
    ownsDescriptor = opened >= 0 && !isStandardInput
    before = FileState(opened)
  }

  deinit { if ownsDescriptor { close(descriptor) } }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    var filled = 0
    while refusal == nil, filled < buffer.count, failure == nil {
      // Sound: read(2) writes at most the rest of the caller's buffer, from `filled` on.
      let count = unsafe Glibc.read(
        descriptor, buffer.baseAddress.unsafelyUnwrapped + filled, buffer.count - filled)
      if count == 0 { break }
      if count < 0 && errno == EINTR { continue }
      if count < 0 { failure = systemReason() } else { filled += count }
    }
    byteCount += filled
    // Sound: exactly these bytes of the caller's buffer were written above.
    unsafe hash.update(
      UnsafeRawBufferPointer(rebasing: buffer[0..<filled]).bindMemory(to: UInt8.self).span)
    return filled
  }

  /// Whether somebody wrote to the file since it was opened.
  var hasChanged: Bool { before?.isRegular == true && FileState(descriptor) != before }

  /// Lower case hex SHA-256 of the bytes read; nothing may be read after that.
  private(set) lazy var finishedHash = hash.finishHex()
}
