/// The bytes of one file, in order and each once, unpacked where the file is a packed stream (gzip, zstd,
/// bzip2, xz); or bytes in memory. They are hashed on the way, and memory holds one block.
public final class ByteStream {
  public let path: String
  private let maximumBytes: Int
  private var reader: BlockReader?
  /// What is left of bytes in memory.
  private var memory: ArraySlice<UInt8> = []
  private let memoryBlockBytes: Int
  /// What was read and not yet given out.
  private var block: [UInt8]
  private var position = 0
  private let hash = SHA256()
  /// How many bytes were read so far, unpacked.
  public private(set) var byteCount = 0
  /// Why the bytes ended before their time.
  public private(set) var failure: BytesError?

  /// - Parameters:
  ///   - path: shown in errors.
  ///   - blockBytes: the bytes of a block; what is read must not depend on it.
  public init(_ bytes: [UInt8], path: String, blockBytes: Int = .max) {
    self.path = path
    maximumBytes = .max
    memoryBlockBytes = max(1, blockBytes)
    hash.update(bytes.span)
    byteCount = bytes.count
    block = []
    if blockBytes >= bytes.count { block = bytes } else { memory = bytes[...] }
  }

  /// Opens a file. A zip or tar is given as it is.
  /// - Throws: ``BytesError/cannotOpen(path:reason:)``, ``BytesError/cannotRead(path:reason:)``.
  public init(path: String, maximumBytes: Int) throws(BytesError) {
    self.path = path
    self.maximumBytes = maximumBytes
    memoryBlockBytes = .max
    var limits = UnpackLimits(ratio: .max, bytes: .max, entries: 0, nesting: 0)
    limits.opensArchives = false
    var opened = try BlockReader(FileToRead(path: path), limits: limits)
    _ = try opened.nextMember()
    block = []
    reader = consume opened
    fill()
  }

  /// Whether there is no byte, or no byte any more.
  public var isAtEnd: Bool {
    if position == block.count { fill() }
    return position == block.count
  }

  /// The first bytes, which stay to be read; fewer than `count` only in a short file.
  public func head(_ count: Int) -> ArraySlice<UInt8> {
    while block.count - position < count {
      let known = Array(block[position...])
      fill()
      let isAtEnd = block.isEmpty
      block = known + block
      if isAtEnd { break }
    }
    return block[position...].prefix(count)
  }

  /// Gives the next block to `body`; false at the end, where ``failure`` says whether it came too early.
  public func next(_ body: (Span<UInt8>) -> Void) -> Bool {
    guard !isAtEnd else { return false }
    // Taken out meanwhile, so that the body may not reach it.
    let bytes = block
    let start = position
    position = bytes.count
    body(bytes.span.extracting(start..<bytes.count))
    return true
  }

  /// The next block as an array of its own; nil at the end, as of ``next(_:)``.
  public func nextBlock() -> [UInt8]? {
    guard !isAtEnd else { return nil }
    let bytes = position == 0 ? block : Array(block[position...])
    position = block.count
    return bytes
  }

  /// All that is left.
  /// - Throws: what ``failure`` holds.
  public func rest() throws(BytesError) -> [UInt8] {
    var bytes: [UInt8] = []
    if reader == nil, memory.isEmpty, failure == nil, position == 0 {
      position = block.count
      return block
    }
    // Sound: the buffer is copied within the call.
    while next({ span in
      unsafe span.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }) {}
    if let failure { throw failure }
    return bytes
  }

  /// Lower case hex SHA-256 of all bytes, unpacked; whatever is left is read for it.
  /// - Throws: what ``failure`` holds.
  public func finishHash() throws(BytesError) -> String {
    while next({ _ in }) {}
    if let failure { throw failure }
    return hash.finishHex()
  }

  /// Fills the buffer as far as there are bytes; for libxml2.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard !isAtEnd else { return 0 }
    let count = min(buffer.count, block.count - position)
    // Sound: `count` bytes are within both.
    unsafe block.withUnsafeBytes { bytes in
      unsafe buffer.copyMemory(
        from: UnsafeRawBufferPointer(rebasing: bytes[position..<position + count]))
    }
    position += count
    return count
  }

  private func fill() {
    block.removeAll(keepingCapacity: true)
    position = 0
    if !memory.isEmpty {
      block = Array(memory.prefix(memoryBlockBytes))
      memory = memory.dropFirst(memoryBlockBytes)
      return
    }
    do throws(BytesError) {
      var filled = block
      block = []
      let isThere = try reader?.next({ span in
        // Sound: the buffer is copied within the call.
        unsafe span.withUnsafeBufferPointer { unsafe filled.append(contentsOf: $0) }
      })
      block = filled
      guard isThere == true else {
        if let problem = reader?.problem { failure = .archive(path: path, reason: problem.text) }
        reader = nil
        return
      }
    } catch {
      failure = error
      reader = nil
      return
    }
    hash.update(block.span)
    byteCount += block.count
    if byteCount > maximumBytes {
      failure = .cannotRead(path: path, reason: "larger than the limit of \(maximumBytes) bytes")
      block.removeAll()
      reader = nil
    }
  }
}
