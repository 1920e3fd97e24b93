import Glibc

/// Reads a file or standard input in blocks with read(2), which outran mapping in our measurements.
/// A stream packed with gzip, zstd, bzip2 or xz is unpacked on the way.
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
  private var isBegun = false
  private var decompressor: Decompressor?
  /// Bytes given out so far, unpacked.
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
  /// - Throws: ``BytesError/cannotRead(path:reason:)``, ``BytesError/archive(path:reason:)``.
  public mutating func next(_ body: (Span<UInt8>) -> Void) throws(BytesError) -> Bool {
    var count = try isBegun ? 0 : begin()
    if let decompressor {
      count = try decompressor.read(into: &block)
    } else if count == 0 {
      count = try Self.read(descriptor, into: &block, from: 0, path)
    }
    guard count > 0 else { return false }
    byteCount += count
    let bytes = block.span.extracting(0..<count)
    if decompressor == nil { hash.update(bytes) }
    body(bytes)
    return true
  }

  /// Reads enough to tell a packed stream; a pipe may give it in small pieces.
  /// - Returns: how many plain bytes now lie in the block.
  private mutating func begin() throws(BytesError) -> Int {
    isBegun = true
    var pending = 0
    while pending < min(8, block.count) {
      let count = try Self.read(descriptor, into: &block, from: pending, path)
      if count == 0 { break }
      pending += count
    }
    let start = Array(block[..<pending])
    let head = start.span
    guard Decompressor.kind(head) != nil else { return pending }
    decompressor = try Decompressor(path: path, descriptor: descriptor, head: head)
    return 0
  }

  private static func read(
    _ descriptor: Int32, into block: inout [UInt8], from start: Int, _ path: String
  ) throws(BytesError) -> Int {
    var count = 0
    repeat {
      // Sound: read(2) writes at most the rest of the array's own storage, from `start` on.
      count = unsafe block.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress.unsafelyUnwrapped + start, $0.count - start)
      }
    } while count < 0 && errno == EINTR
    guard count >= 0 else { throw .cannotRead(path: path, reason: systemReason()) }
    return count
  }

  /// Lower case hex SHA-256 of the file's own bytes, packed or not, as far as they were read.
  public func finishHash() -> String { decompressor?.finishHash() ?? hash.finishHex() }
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
