internal import CLibArchive

/// What an ``ArchiveReader`` may unpack before it refuses.
public struct ArchiveLimits: Sendable, Equatable {
  /// Bytes of one member, unpacked.
  public var memberBytes: Int
  /// Unpacked bytes per packed byte of the whole archive; applied beyond the first MiB, because
  /// small repetitive members pack very well.
  public var ratio: Int
  /// Members that are looked at.
  public var members: Int

  public init(memberBytes: Int, ratio: Int = 200, members: Int = 10_000) {
    self.memberBytes = memberBytes
    self.ratio = ratio
    self.members = members
  }
}

/// One entry of an archive's directory.
public struct ArchiveMember: Sendable, Equatable {
  /// Path within the archive as stored; never used as a path of ours.
  public let name: String
  /// Unpacked size as the archive claims it; nil where it does not say.
  public let statedBytes: Int?
  public let isFile: Bool
}

/// Reads a zip that lies in memory, member by member, by libarchive.
///
/// Only the directory at the end of the file is trusted: a zip that is broken off has none and is
/// refused, where a streaming reader would return what came before the break.
@safe public struct ArchiveReader: ~Copyable {
  private static let chunkBytes = 64 * 1024
  private static let ratioFreeBytes = 1024 * 1024

  private let path: String
  private let packedBytes: Int
  private let limits: ArchiveLimits
  private let archive: OpaquePointer
  private let storage: UnsafeMutableRawBufferPointer
  private var membersSeen = 0

  /// Opens the zip in `bytes`; `path` only names it in errors.
  /// - Throws: ``BytesError/archive(path:reason:)`` when the bytes are no complete zip.
  public init(zip bytes: [UInt8], path: String, limits: ArchiveLimits) throws(BytesError) {
    self.path = path
    self.limits = limits
    packedBytes = bytes.count
    // Sound: libarchive reads this copy in place; it lives until deinit has freed the archive.
    unsafe storage = .allocate(byteCount: max(1, bytes.count), alignment: 1)
    unsafe storage.copyBytes(from: bytes)
    // Sound: created here, used only through this value, freed in deinit.
    guard let made = unsafe archive_read_new() else { fatalError("out of memory") }
    unsafe archive = made
    let isZip = bytes.count >= 4 && bytes[0] == 0x50 && bytes[1] == 0x4B
    // Sound: both calls only use the two pointers owned by this value, with the true byte count.
    let opened =
      unsafe isZip
      && archive_read_support_format_zip_seekable(archive) == ARCHIVE_OK
      && archive_read_open_memory(archive, storage.baseAddress, bytes.count) == ARCHIVE_OK
    guard opened else { throw .archive(path: path, reason: "not a zip file, or broken off") }
  }

  deinit {
    // Sound: the archive is freed before the bytes that it reads.
    unsafe archive_read_free(archive)
    unsafe storage.deallocate()
  }

  /// Moves to the next member; nil after the last one.
  /// - Throws: ``BytesError/archive(path:reason:)`` when the directory is damaged or broken off,
  ///   or has more members than the limit.
  public mutating func next() throws(BytesError) -> ArchiveMember? {
    var entry: OpaquePointer?
    // Sound: libarchive sets `entry` to its own entry, valid until the next call on this archive.
    let status = unsafe archive_read_next_header(archive, &entry)
    if status == ARCHIVE_EOF { return nil }
    guard status == ARCHIVE_OK, let entry = unsafe entry else {
      throw .archive(path: path, reason: "the zip directory is damaged or broken off")
    }
    membersSeen += 1
    guard membersSeen <= limits.members else {
      throw .archive(path: path, reason: "more than \(limits.members) members")
    }
    // Sound: the entry is valid here, and its name is copied at once.
    let name = unsafe archive_entry_pathname_utf8(entry).map { unsafe String(cString: $0) } ?? ""
    let hasSize = unsafe archive_entry_size_is_set(entry) != 0
    let size = unsafe archive_entry_size(entry)
    // AE_IFREG of archive_entry.h, which Swift does not import.
    let isFile = unsafe archive_entry_filetype(entry) == 0o100000
    guard unsafe archive_entry_is_encrypted(entry) == 0 else {
      throw .archive(path: path, reason: "a member is encrypted")
    }
    return ArchiveMember(
      name: name, statedBytes: hasSize ? Int(clamping: size) : nil, isFile: isFile)
  }

  /// Unpacks the member that ``next()`` gave last, and checks its length and checksum.
  /// - Throws: ``BytesError/archive(path:reason:)`` when it is damaged or goes over a limit.
  public mutating func readMember() throws(BytesError) -> [UInt8] {
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: ArchiveReader.chunkBytes)
    while true {
      // Sound: libarchive writes at most `count` bytes into the array's own storage.
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe archive_read_data(archive, buffer.baseAddress, buffer.count)
      }
      guard count >= 0 else {
        throw .archive(path: path, reason: "a member is damaged or its checksum is wrong")
      }
      if count == 0 { return content }
      content.append(contentsOf: chunk[..<count])
      guard content.count <= limits.memberBytes else {
        throw .archive(path: path, reason: "a member is larger than \(limits.memberBytes) bytes")
      }
      let allowed = max(
        ArchiveReader.ratioFreeBytes, packedBytes.multipliedClamped(by: limits.ratio))
      guard content.count <= allowed else {
        throw .archive(path: path, reason: "unpacks to more than \(limits.ratio) times its size")
      }
    }
  }

  /// All members of a zip, in the order of the file.
  /// - Throws: ``BytesError/archive(path:reason:)``.
  public static func members(
    ofZip bytes: [UInt8], path: String, limits: ArchiveLimits
  ) throws(BytesError) -> [ArchiveMember] {
    var reader = try ArchiveReader(zip: bytes, path: path, limits: limits)
    var members: [ArchiveMember] = []
    while let member = try reader.next() { members.append(member) }
    return members
  }

  /// The content of the members of these names; the whole directory is read, so that one name twice
  /// is found.
  /// - Returns: the contents in the order of `names`.
  /// - Throws: ``BytesError/archive(path:reason:)``, also when a member is missing or is there twice.
  public static func read(
    _ names: [String], fromZip bytes: [UInt8], path: String, limits: ArchiveLimits
  ) throws(BytesError) -> [[UInt8]] {
    var reader = try ArchiveReader(zip: bytes, path: path, limits: limits)
    var contents = [[UInt8]?](repeating: nil, count: names.count)
    while let member = try reader.next() {
      guard member.isFile, let index = names.firstIndex(of: member.name) else { continue }
      guard contents[index] == nil else {
        throw .archive(path: path, reason: "holds the member \(names[index]) twice")
      }
      contents[index] = try reader.readMember()
    }
    var found: [[UInt8]] = []
    for (name, content) in zip(names, contents) {
      guard let content else { throw .archive(path: path, reason: "has no member \(name)") }
      found.append(content)
    }
    return found
  }
}

extension Int {
  /// The product, or the largest number where it does not fit.
  fileprivate func multipliedClamped(by factor: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: factor)
    return overflow ? .max : product
  }
}
