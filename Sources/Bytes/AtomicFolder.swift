import Glibc

/// A folder that appears under its final name complete, or not at all.
///
/// Files are written into `.tmp-XXXXXX` beside the final place, synced, and the folder is renamed.
/// The temporary folder is locked (flock) while its writer lives, so that what a killed run left
/// behind can be told from the work of a living one and be removed: it may hold personal data.
public struct AtomicFolder: ~Copyable {
  private static let prefix = ".tmp-"

  public let parent: String
  /// Where the files are while the folder is not published.
  public let path: String
  private let descriptor: Int32
  private var isPublished = false

  /// Makes the parent folder where it is missing, sweeps abandoned folders, opens a fresh one.
  /// - Throws: ``BytesError/cannotWrite(path:reason:isFull:)``, before any work was done.
  public init(in parent: String) throws(BytesError) {
    let made = try AtomicFolder.open(in: parent)
    self.parent = parent
    path = made.path
    descriptor = made.descriptor
  }

  deinit {
    if !isPublished { removePlainFolder(path) }
    close(descriptor)
  }

  /// Opens a new file of the folder for writing.
  /// - Throws: ``BytesError/cannotWrite(path:reason:isFull:)``.
  public func file(_ name: String) throws(BytesError) -> HashedFile {
    try HashedFile(path: "\(path)/\(name)")
  }

  /// Syncs the folder and gives it its final name in `parent`.
  /// - Returns: false when another folder has that name; it is left as it is.
  /// - Throws: ``BytesError/cannotWrite(path:reason:isFull:)``; then nothing is published.
  @discardableResult
  public consuming func publish(as name: String) throws(BytesError) -> Bool {
    let final = "\(parent)/\(name)"
    // Others of the operator's group may read a published run; mkdtemp gives 0700.
    guard fchmod(descriptor, 0o750) == 0, fsync(descriptor) == 0 else { throw writeError(path) }
    // Sound: rename(2) only reads the terminated paths.
    guard unsafe rename(path, final) == 0 else {
      if errno == ENOTEMPTY || errno == EEXIST { return false }
      throw writeError(final)
    }
    isPublished = true
    // Sound: open(2) only reads the terminated path.
    let above = unsafe Glibc.open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard above >= 0 else { throw writeError(parent) }
    defer { close(above) }
    guard fsync(above) == 0 else { throw writeError(parent) }
    return true
  }

  private static func open(
    in parent: String
  ) throws(BytesError) -> (path: String, descriptor: Int32) {
    try makeFolders(parent)
    removeAbandoned(in: parent)
    var template = Array("\(parent)/\(prefix)XXXXXX".utf8CString)
    // Sound: mkdtemp(3) replaces the six X of the terminated array in place.
    let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe mkdtemp(buffer.baseAddress.unsafelyUnwrapped) != nil
    }
    guard made else { throw writeError(parent) }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    // Sound: open(2) only reads the terminated path.
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw writeError(path) }
    return (path, descriptor)
  }

  /// Removes temporary folders whose writer has ended.
  private static func removeAbandoned(in parent: String) {
    guard let names = try? folderEntries(parent) else { return }
    for name in names where name.hasPrefix(prefix) {
      let path = "\(parent)/\(name)"
      // Sound: open(2) only reads the terminated path.
      let held = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard held >= 0 else { continue }
      if flock(held, LOCK_EX | LOCK_NB) == 0 { removePlainFolder(path) }
      close(held)
    }
  }
}

/// Removes a folder of plain files; what cannot be removed stays.
public func removePlainFolder(_ path: String) {
  for name in (try? folderEntries(path)) ?? [] { removeFile("\(path)/\(name)") }
  // Sound: rmdir(2) only reads the terminated path.
  unsafe _ = rmdir(path)
}

/// A new file that is written in pieces and hashed on the way, so nobody has to read it again.
public struct HashedFile: ~Copyable, Sendable {
  /// Pieces are gathered to this size before write(2) is called.
  private static let bufferBytes = 64 * 1024

  public let path: String
  private let descriptor: Int32
  private let hash = SHA256()
  private var buffer: [UInt8] = []
  public private(set) var count = 0

  /// Creates a file that must not exist.
  /// - Throws: ``BytesError/cannotWrite(path:reason:isFull:)``.
  public init(path: String) throws(BytesError) {
    self.path = path
    // Sound: open(2) only reads the terminated path.
    descriptor = unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else { throw writeError(path) }
  }

  deinit { close(descriptor) }

  /// Adds bytes at the end.
  /// - Throws: ``BytesError/cannotWrite(path:reason:isFull:)``.
  public mutating func append(_ bytes: [UInt8]) throws(BytesError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= HashedFile.bufferBytes { try flush() }
  }

  /// Writes what is left, syncs the file and gives its SHA-256 in lower case hex.
  /// - Throws: ``BytesError/cannotWrite(path:reason:isFull:)``.
  public consuming func finish() throws(BytesError) -> String {
    try flush()
    guard fsync(descriptor) == 0 else { throw writeError(path) }
    return hash.finishHex()
  }

  private mutating func flush() throws(BytesError) {
    guard !buffer.isEmpty else { return }
    try writeAll(buffer, to: descriptor, path: path)
    hash.update(buffer.span)
    count += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }
}

/// The current `errno` as a write error.
func writeError(_ path: String) -> BytesError {
  let isFull = errno == ENOSPC || errno == EDQUOT || errno == EFBIG
  return .cannotWrite(path: path, reason: systemReason(), isFull: isFull)
}
