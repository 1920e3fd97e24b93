import Glibc

/// Reads a file or standard input in blocks with read(2), which outran mapping in our measurements.
///
/// The reader owns one block; a parser borrows it and keeps what it needs, so memory stays flat
/// whatever the size of the file.
public struct BlockReader: ~Copyable {
  /// 256 KiB: beyond that read(2) gets no faster on the machines measured.
  public static let blockBytes = 256 * 1024

  public let path: String
  private let descriptor: Int32
  private let ownsDescriptor: Bool
  private var block: [UInt8]
  private let hash: SHA256
  /// Bytes given out so far.
  public private(set) var byteCount = 0

  /// Opens `path`; `-` is standard input.
  /// - Throws: ``BytesError/cannotOpen(path:reason:)``, ``BytesError/notRegular(path:)`` for a folder.
  public init(path: String, blockBytes: Int = BlockReader.blockBytes) throws(BytesError) {
    self.path = path
    if path == "-" {
      descriptor = STDIN_FILENO
      ownsDescriptor = false
    } else {
      // Sound: open(2) only reads the terminated path for the length of the call.
      let opened = unsafe open(path, O_RDONLY | O_CLOEXEC)
      guard opened >= 0 else { throw .cannotOpen(path: path, reason: systemReason()) }
      descriptor = opened
      ownsDescriptor = true
    }
    block = [UInt8](repeating: 0, count: max(1, blockBytes))
    hash = SHA256()
  }

  deinit {
    if ownsDescriptor { close(descriptor) }
  }

  /// Gives the next block to `body`; false at the end of the file.
  /// - Throws: ``BytesError/cannotRead(path:reason:)``.
  public mutating func next(_ body: (Span<UInt8>) -> Void) throws(BytesError) -> Bool {
    var count = 0
    repeat {
      // Sound: read(2) writes at most `count` bytes into the array's own storage.
      count = unsafe block.withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress, $0.count)
      }
    } while count < 0 && errno == EINTR
    guard count >= 0 else { throw .cannotRead(path: path, reason: systemReason()) }
    guard count > 0 else { return false }
    byteCount += count
    let bytes = block.span.extracting(0..<count)
    hash.update(bytes)
    body(bytes)
    return true
  }

  /// Lower case hex SHA-256 of all blocks given so far.
  public func finishHash() -> String { hash.finishHex() }
}

/// Reads a whole small file (a list, a register).
/// - Throws: ``BytesError/cannotRead(path:reason:)`` also when it is larger than `maximumBytes`.
public func readWholeFile(_ path: String, maximumBytes: Int) throws(BytesError) -> [UInt8] {
  var reader = try BlockReader(path: path)
  var bytes: [UInt8] = []
  while try reader.next({ span in
    for index in span.indices { bytes.append(span[index]) }
  }) {
    if bytes.count > maximumBytes {
      throw .cannotRead(path: path, reason: "larger than the limit of \(maximumBytes) bytes")
    }
  }
  return bytes
}
