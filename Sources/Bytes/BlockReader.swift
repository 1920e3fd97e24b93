/// One file out of an input: the input itself where it is no archive.
public struct InputMember: Sendable, Equatable {
  /// Its cleaned name; empty for the input itself, `inner.zip/a.edi` in an archive in an archive.
  public var name: String
  /// Set where the member cannot be read at all.
  public var problem: UnpackProblem?
  /// Where the problem lies: the header of a refused member in its archive, else how far the input was
  /// read.
  public var offset: Int

  public init(name: String, problem: UnpackProblem? = nil, offset: Int = 0) {
    self.name = name
    self.problem = problem
    self.offset = offset
  }
}

/// Reads a file or standard input in blocks, member by member where it is an archive.
///
/// Packed streams (gzip, zstd, bzip2, xz), zip and tar are unpacked on the way, each also within an
/// archive, as deep as ``UnpackLimits/nesting`` says. The reader owns one block; a parser borrows it
/// and keeps what it needs, so memory stays flat whatever the size of the file.
public struct BlockReader: ~Copyable {
  /// 256 KiB: beyond that read(2) gets no faster on the machines measured.
  public static let blockBytes = 256 * 1024

  public let path: String
  private let input: InputDescriptor
  private let budget: UnpackBudget
  private var layers: [Layer] = []
  /// What gives the bytes of the present member; nil before, between and after members.
  private var source: (any ByteSource)?
  /// Its first bytes, which were looked at to tell how it is packed.
  private var pending: ArraySlice<UInt8> = []
  private var isBegun = false
  private var names = MemberNames()
  private var block: [UInt8]
  private let hash = SHA256()
  /// Bytes of the present member given out so far, unpacked.
  public private(set) var byteCount = 0
  /// Why the present member ended before its time.
  public private(set) var problem: UnpackProblem?

  /// A packed stream or archive that is open.
  private struct Layer {
    let unpacker: any Unpacker
    /// The shown name of what is packed.
    let name: String
    /// How many archives or packed files it lies in.
    let level: Int
  }

  /// Opens the file. An entry of a folder that is no regular file, or that is gone, is one member that
  /// cannot be read.
  /// - Throws: ``BytesError/cannotOpen(path:reason:)``.
  public init(
    _ file: FileToRead, limits: UnpackLimits, blockBytes: Int = BlockReader.blockBytes
  ) throws(BytesError) {
    input = try InputDescriptor(file)
    path = input.path
    budget = UnpackBudget(limits, input)
    block = [UInt8](repeating: 0, count: max(1, blockBytes))
  }

  /// Moves to the next member; nil after the last one. An input that is no archive is one member.
  ///
  /// What is wrong with an archive as a whole comes as a member of the archive's own name.
  /// - Throws: ``BytesError/cannotRead(path:reason:)``.
  public mutating func nextMember() throws(BytesError) -> InputMember? {
    source = nil
    problem = nil
    byteCount = 0
    _ = hash.finishHex()
    var member: InputMember?
    if !isBegun {
      isBegun = true
      if let refusal = input.refusal { return InputMember(name: "", problem: refusal) }
      member = open(input, name: "", level: 0)
    }
    while member == nil, let layer = layers.last {
      switch layer.unpacker.next() {
      case .end: layers.removeLast()
      case .problem:
        member = InputMember(
          name: layer.name, problem: takeProblem(), offset: input.byteCount)
      case .entry(let entry): member = open(entry, of: layer)
      }
    }
    try checkInput()
    return member
  }

  /// - Returns: nil for a folder, in which there is nothing to read.
  private mutating func open(_ entry: UnpackedEntry, of archive: Layer) -> InputMember? {
    guard !entry.isFolder else { return nil }
    let name = names.name(of: entry.name, in: archive.name)
    func refused(_ problem: UnpackProblem) -> InputMember {
      InputMember(name: name, problem: problem, offset: entry.offset)
    }
    guard !MemberName.isHidden(entry.name) else {
      return refused(.hidden("a hidden member; not read"))
    }
    guard !MemberName.leadsOutside(entry.name) else {
      return refused(.notRegular("its path leads out of the archive; not read"))
    }
    guard entry.isFile else {
      return refused(.notRegular("a link, pipe or device in an archive is not read"))
    }
    guard !entry.isEncrypted else { return refused(.damaged("the member is encrypted")) }
    return open(archive.unpacker, name: name, level: archive.level + 1, at: entry.offset)
  }

  /// Opens what `opened` gives, through the layers that it is packed in.
  /// - Parameter offset: where it begins in its archive.
  /// - Returns: nil for an archive, whose entries are next.
  private mutating func open(
    _ opened: any ByteSource, name: String, level: Int, at offset: Int = 0
  ) -> InputMember? {
    var opened = opened
    var level = level
    var isUnpacked = false
    while true {
      var head = [UInt8](repeating: 0, count: Packing.headBytes)
      // Sound: the source writes at most `count` bytes into the array's own storage.
      let count = unsafe head.withUnsafeMutableBytes { unsafe opened.read(into: $0) }
      head.removeLast(head.count - count)
      guard let packing = Packing(head), budget.limits.opensArchives || !packing.isArchive else {
        source = opened
        pending = head[...]
        return InputMember(name: name)
      }
      // A packed archive (.tar.gz) is one thing, a packed stream in a packed stream is two.
      if isUnpacked && !packing.isArchive { level += 1 }
      guard level <= budget.limits.nesting else {
        return InputMember(
          name: name, problem: .tooLarge("nested more than once"), offset: offset)
      }
      let unpacker = packing.unpacker(
        of: opened, head: head, budget: budget, depth: layers.count)
      layers.append(Layer(unpacker: unpacker, name: name, level: level))
      if packing.isArchive { return nil }
      _ = unpacker.next()
      opened = unpacker
      isUnpacked = true
    }
  }

  /// Gives the next block of the present member to `body`; false at its end, where ``problem`` says
  /// whether it ended before its time.
  /// - Throws: ``BytesError/cannotRead(path:reason:)``.
  public mutating func next(_ body: (Span<UInt8>) -> Void) throws(BytesError) -> Bool {
    guard let source else { return false }
    var count = min(pending.count, block.count)
    for index in 0..<count { block[index] = pending[pending.startIndex + index] }
    pending.removeFirst(count)
    if count < block.count {
      // Sound: the source writes at most the rest of the array's own storage, from `count` on.
      count += unsafe block.withUnsafeMutableBytes {
        unsafe source.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[count...]))
      }
    }
    try checkInput()
    guard count > 0 else {
      self.source = nil
      if let unpacker = layers.last?.unpacker {
        // A packed stream ends with its one member, and says what follows it.
        if !unpacker.packing.isArchive { _ = unpacker.next() }
        // Layers outside read ahead: what they met concerns this member only if it broke off.
        if unpacker.problem != nil { problem = takeProblem() }
      }
      return false
    }
    byteCount += count
    let bytes = block.span.extracting(0..<count)
    if !layers.isEmpty { hash.update(bytes) }
    body(bytes)
    return true
  }

  /// The cause of what went wrong: damage outside breaks off what is inside.
  private func takeProblem() -> UnpackProblem? {
    var cause: UnpackProblem?
    for layer in layers {
      let found = layer.unpacker.takeProblem()
      cause = cause ?? found
    }
    return cause
  }

  private func checkInput() throws(BytesError) {
    if let reason = input.failure { throw .cannotRead(path: path, reason: reason) }
  }

  /// Bytes of the input read so far, packed or not.
  public var inputByteCount: Int { input.byteCount }

  /// Whether somebody wrote to the file while it was read.
  public var hasChanged: Bool { input.hasChanged }

  /// Lower case hex SHA-256 of the present member's bytes, once it has ended.
  public func memberHash() -> String {
    layers.isEmpty ? input.finishedHash : hash.finishHex()
  }

  /// Lower case hex SHA-256 of the input's own bytes, packed or not, as far as they were read; for
  /// after the last member.
  public func finishHash() -> String { input.finishedHash }
}

/// Reads a whole small file (a register, a table), unpacked where it is a packed stream.
/// - Throws: ``BytesError/cannotRead(path:reason:)`` also when it is larger than `maximumBytes`;
///   ``BytesError/archive(path:reason:)`` for a damaged packed stream.
public func readWholeFile(_ path: String, maximumBytes: Int) throws(BytesError) -> [UInt8] {
  try ByteStream(path: path, maximumBytes: maximumBytes).rest()
}
