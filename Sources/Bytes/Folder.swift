import Glibc

/// What a path leads to, by stat(2).
public enum PathKind: Sendable, Equatable {
  case regularFile
  /// A named pipe, or the shell's `<(command)`.
  case pipe
  case folder
  case symbolicLink
  /// A device or a socket.
  case other
}

/// What `path` is and how large.
/// - Parameter followsLinks: whether a symbolic link stands for what it leads to.
/// - Throws: ``BytesError/cannotOpen(path:reason:)`` when there is nothing.
public func kind(
  ofPath path: String, followsLinks: Bool
) throws(BytesError) -> (kind: PathKind, byteCount: Int) {
  try kind(of: FileToRead(path: path), followsLinks: followsLinks)
}

/// What the file is and how large, without opening it.
/// - Throws: ``BytesError/cannotOpen(path:reason:)`` when there is nothing;
///   ``BytesError/vanished(path:)`` when it was an entry of a folder.
public func kind(
  of file: FileToRead, followsLinks: Bool
) throws(BytesError) -> (kind: PathKind, byteCount: Int) {
  var status = stat()
  let terminated = file.path.map { CChar(bitPattern: $0) } + [0]
  // Sound: both calls read the array, which ends with a zero, and fill the value that is given.
  let result = unsafe terminated.withUnsafeBufferPointer {
    let path = unsafe $0.baseAddress.unsafelyUnwrapped
    return unsafe followsLinks ? stat(path, &status) : lstat(path, &status)
  }
  guard result == 0 else {
    if file.isFolderEntry, errno == ENOENT { throw .vanished(path: file.shown) }
    throw .cannotOpen(path: file.shown, reason: systemReason())
  }
  let size = Int(status.st_size)
  switch status.st_mode & S_IFMT {
  case S_IFREG: return (.regularFile, size)
  case S_IFIFO: return (.pipe, -1)
  case S_IFDIR: return (.folder, size)
  case S_IFLNK: return (.symbolicLink, size)
  default: return (.other, size)
  }
}

/// Whether there is anything at `path`.
/// - Throws: ``BytesError/cannotOpen(path:reason:)`` when that cannot be told, for instance because a
///   folder above it may not be searched: "none" would be a guess then.
public func somethingIsThere(atPath path: String) throws(BytesError) -> Bool {
  var status = stat()
  // Sound: reads the terminated path and fills the value that is given.
  if unsafe lstat(path, &status) == 0 { return true }
  guard errno == ENOENT || errno == ENOTDIR else {
    throw .cannotOpen(path: path, reason: systemReason())
  }
  return false
}

/// The names in a folder without `.` and `..`, sorted by their bytes.
/// - Throws: ``BytesError/cannotOpen(path:reason:)``.
public func folderEntries(_ path: String) throws(BytesError) -> [String] {
  try folderNames(path).map { String(decoding: $0, as: UTF8.self) }
}

/// The same as the system holds them: bytes, which need not be UTF-8.
/// - Throws: ``BytesError/cannotOpen(path:reason:)``.
public func folderNames(_ path: String) throws(BytesError) -> [[UInt8]] {
  // Sound: the stream is used and closed here; each entry's name is copied before the next call.
  guard let folder = unsafe opendir(path) else {
    throw .cannotOpen(path: path, reason: systemReason())
  }
  defer { unsafe _ = closedir(folder) }
  var names: [[UInt8]] = []
  while let entry = unsafe readdir(folder) {
    let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { raw in
      unsafe Array(raw.prefix { $0 != 0 })
    }
    if name != [0x2E] && name != [0x2E, 0x2E] { names.append(name) }
  }
  return names.sorted { $0.lexicographicallyPrecedes($1) }
}

/// Makes a folder and those above it where they are missing.
/// - Throws: ``BytesError/cannotWrite(path:reason:isFull:)``, also when it cannot be written into.
public func makeFolders(_ path: String) throws(BytesError) {
  var built = path.hasPrefix("/") ? "/" : ""
  for part in path.split(separator: "/") {
    built += (built.isEmpty || built.hasSuffix("/") ? "" : "/") + part
    // Sound: mkdir(2) only reads the terminated path.
    if unsafe mkdir(built, 0o750) != 0 && errno != EEXIST { throw writeError(built) }
  }
  guard unsafe access(path, W_OK | X_OK) == 0 else { throw writeError(path) }
  guard let found = try? kind(ofPath: path, followsLinks: true), found.kind == .folder else {
    throw .cannotWrite(path: path, reason: "is not a folder", isFull: false)
  }
}

/// A lock between processes (flock), held until the value ends.
public struct FileLock: ~Copyable {
  private let descriptor: Int32

  /// - Returns: nil when another process holds the lock.
  /// - Throws: ``BytesError/cannotWrite(path:reason:isFull:)`` when the file cannot be made.
  public init?(path: String) throws(BytesError) {
    // Sound: open(2) only reads the terminated path.
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else { throw writeError(path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
  }

  deinit { close(descriptor) }
}

/// Takes a file's name away; whoever has it open or mapped keeps it. What cannot be removed stays.
public func removeFile(_ path: String) {
  // Sound: unlink(2) only reads the terminated path.
  unsafe _ = unlink(path)
}

/// Gives a file the present time, as if it had just been written. What cannot be touched stays as it is.
public func touchFile(_ path: String) {
  // Sound: utimensat(2) only reads the terminated path; without times it takes the present one.
  unsafe _ = utimensat(AT_FDCWD, path, nil, 0)
}

/// The names of a folder with some ending, those first that were written last.
/// - Throws: ``BytesError/cannotOpen(path:reason:)``.
public func newestFiles(_ folder: String, ending: String) throws(BytesError) -> [String] {
  let names = try folderEntries(folder).filter { $0.hasSuffix(ending) }
  let times = names.map { name in
    var status = stat()
    // Sound: reads the terminated path and fills the value that is given.
    return unsafe lstat("\(folder)/\(name)", &status) == 0 ? status.st_mtim.tv_sec : 0
  }
  return names.indices.sorted { (times[$0], names[$0]) > (times[$1], names[$1]) }.map { names[$0] }
}
