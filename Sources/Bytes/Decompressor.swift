internal import CLibArchive
import Glibc

/// Unpacks one compressed stream (gzip, zstd, bzip2, xz) as it is read, by libarchive.
///
/// The packed bytes are hashed on their way, so that a file's hash is that of the file as it lies there.
@safe final class Decompressor {
  /// Unpacked bytes per packed byte beyond which a stream is taken for a bomb …
  static let ratioMax = 1500
  /// … once it has given this much; small repetitive files pack very well.
  static let ratioFreeBytes = 256 * 1024 * 1024

  private let path: String
  private let archive: OpaquePointer
  private let source: PackedSource
  private var unpackedBytes = 0

  /// The kind of compression that a file with this beginning has; nil for plain bytes.
  static func kind(_ head: Span<UInt8>) -> StaticString? {
    let magics: [(StaticString, [UInt8])] = [
      ("gzip", [0x1F, 0x8B]), ("zstd", [0x28, 0xB5, 0x2F, 0xFD]), ("bzip2", [0x42, 0x5A, 0x68]),
      ("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
    ]
    for (name, magic) in magics where head.count >= magic.count {
      if magic.indices.allSatisfy({ head[$0] == magic[$0] }) { return name }
    }
    return nil
  }

  /// - Parameter head: what has been read from `descriptor` already.
  /// - Throws: ``BytesError/archive(path:reason:)`` where the stream's own header is damaged.
  init(path: String, descriptor: Int32, head: Span<UInt8>) throws(BytesError) {
    self.path = path
    source = PackedSource(descriptor: descriptor, head: head)
    // Sound: created here, used only through this object, freed in deinit.
    guard let made = unsafe archive_read_new() else { fatalError("out of memory") }
    unsafe archive = made
    // Sound: `source` lives as long as the archive that calls back into it.
    let context = unsafe Unmanaged.passUnretained(source).toOpaque()
    let opened =
      unsafe archive_read_support_filter_gzip(archive) == ARCHIVE_OK
      && archive_read_support_filter_bzip2(archive) == ARCHIVE_OK
      && archive_read_support_filter_xz(archive) == ARCHIVE_OK
      && archive_read_support_filter_zstd(archive) == ARCHIVE_OK
      && archive_read_support_format_raw(archive) == ARCHIVE_OK
      && archive_read_open(archive, context, nil, { unsafe Decompressor.pull($1, $2) }, nil)
        == ARCHIVE_OK
    var entry: OpaquePointer?
    let started = unsafe opened && archive_read_next_header(archive, &entry) == ARCHIVE_OK
    guard started else { throw .archive(path: path, reason: "the compressed stream is damaged") }
  }

  deinit { unsafe archive_read_free(archive) }

  /// Fills `block` with the next unpacked bytes; 0 at the end.
  /// - Throws: ``BytesError/archive(path:reason:)`` for damage and bombs,
  ///   ``BytesError/cannotRead(path:reason:)``.
  func read(into block: inout [UInt8]) throws(BytesError) -> Int {
    // Sound: libarchive writes at most `count` bytes into the array's own storage.
    let count = unsafe block.withUnsafeMutableBytes {
      unsafe archive_read_data(archive, $0.baseAddress, $0.count)
    }
    if let reason = source.failure { throw .cannotRead(path: path, reason: reason) }
    guard count >= 0 else {
      throw .archive(path: path, reason: "the compressed stream is damaged or broken off")
    }
    unpackedBytes += count
    if unpackedBytes > Self.ratioFreeBytes
      && unpackedBytes / max(1, source.packedBytes) > Self.ratioMax
    {
      throw .archive(path: path, reason: "unpacks to more than \(Self.ratioMax) times its size")
    }
    return count
  }

  /// Lower case hex SHA-256 of the packed bytes read so far.
  func finishHash() -> String { source.hash.finishHex() }

  /// libarchive asks for packed bytes.
  private static func pull(
    _ context: UnsafeMutableRawPointer?, _ buffer: UnsafeMutablePointer<UnsafeRawPointer?>?
  ) -> Int {
    guard let context = unsafe context, let buffer = unsafe buffer else { return -1 }
    // Sound: the context is the source that was handed over in init and outlives the archive.
    let source = unsafe Unmanaged<PackedSource>.fromOpaque(context).takeUnretainedValue()
    return unsafe source.next(buffer)
  }
}

/// The packed bytes of a file, block by block, in memory that stays where it is.
@safe private final class PackedSource {
  private let descriptor: Int32
  private let storage: UnsafeMutableRawBufferPointer
  private var headCount: Int
  let hash = SHA256()
  private(set) var packedBytes: Int
  private(set) var failure: String?

  init(descriptor: Int32, head: Span<UInt8>) {
    self.descriptor = descriptor
    headCount = head.count
    packedBytes = head.count
    unsafe storage = .allocate(byteCount: max(BlockReader.blockBytes, head.count), alignment: 16)
    for index in head.indices { unsafe storage[index] = head[index] }
    hash.update(head)
  }

  deinit { unsafe storage.deallocate() }

  /// Points libarchive to the next block; 0 at the end, −1 on failure.
  func next(_ buffer: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
    // Sound: the storage lives until deinit, and libarchive is done with a block when it asks again.
    unsafe buffer.pointee = UnsafeRawPointer(storage.baseAddress)
    if headCount > 0 {
      defer { headCount = 0 }
      return headCount
    }
    var count = 0
    repeat {
      // Sound: read(2) writes at most `count` bytes into our storage.
      count = unsafe Glibc.read(descriptor, storage.baseAddress, storage.count)
    } while count < 0 && errno == EINTR
    if count < 0 { failure = systemReason() }
    packedBytes += max(0, count)
    // Sound: exactly these bytes of the storage were written by the read above.
    let bytes = unsafe UnsafeRawBufferPointer(rebasing: storage[0..<max(0, count)])
    unsafe hash.update(bytes.bindMemory(to: UInt8.self).span)
    return count
  }
}
