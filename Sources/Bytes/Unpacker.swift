/// Unpacks one layer of packing as it is read: the files of an archive one after the other, or the one
/// content of a packed stream.
protocol Unpacker: ByteSource {
  var packing: Packing { get }

  /// Moves to the next entry, passing over what is left of the present one.
  func next() -> UnpackedStep

  /// What went wrong first since it was last taken.
  var problem: UnpackProblem? { get set }

  /// What came out last and is not given on yet.
  var block: UnsafeRawBufferPointer { get set }
  /// Whether more of the present entry may come.
  var isEntryOpen: Bool { get }
  /// Gets the next block of the open entry; without one the entry has ended.
  func advance()
}

extension Unpacker {
  /// What went wrong since the last call.
  func takeProblem() -> UnpackProblem? {
    defer { problem = nil }
    return problem
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    var filled = 0
    while filled < buffer.count {
      if unsafe block.isEmpty {
        guard isEntryOpen else { break }
        advance()
        continue
      }
      let count = unsafe min(block.count, buffer.count - filled)
      // Sound: both ranges lie within their buffers, and ours stays as it is until `advance`.
      unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<filled + count])
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: block[..<count]))
      unsafe block = UnsafeRawBufferPointer(rebasing: block[count...])
      filled += count
    }
    return filled
  }
}

extension Packing {
  /// What is said of it where it cannot be unpacked on.
  var damage: UnpackProblem {
    .damaged("the \(isArchive ? "archive" : "packed stream") is damaged or broken off")
  }

  /// What unpacks it.
  func unpacker(
    of source: any ByteSource, head: [UInt8], budget: UnpackBudget, depth: Int
  ) -> any Unpacker {
    let window = SourceWindow(source, head: head)
    guard let decoder = makeDecoder() else {
      return ArchiveUnpacker(self, window, budget: budget, depth: depth)
    }
    return StreamUnpacker(self, decoder, window, budget: budget, depth: depth)
  }

  /// nil for archives.
  private func makeDecoder() -> (any StreamDecoder)? {
    switch self {
    case .gzip: GzipDecoder()
    case .zstd: ZstdDecoder()
    case .bzip2: Bzip2Decoder()
    case .xz: XZDecoder()
    case .zip, .tar: nil
    }
  }
}
