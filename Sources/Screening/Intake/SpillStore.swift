internal import Bytes
internal import Synchronization

/// Bytes that are written once and read once, in memory as long as they are few.
///
/// What does not fit lies in a ``Bytes/ScratchFile``, whose blocks nobody else can open and which is
/// gone when the run ends, however it ends.
final class SpillStore: Sendable {
  /// Where some bytes are.
  enum Stretch: Sendable {
    case memory([UInt8])
    case disk(offset: Int, count: Int)

    var count: Int {
      switch self {
      case .memory(let bytes): bytes.count
      case .disk(_, let count): count
      }
    }
  }

  private struct State {
    var memoryBytes = 0
    var scratch: ScratchFile?
  }

  private let folder: String
  private let memoryBytesMax: Int
  private let state = Mutex(State())

  /// - Parameters:
  ///   - folder: on whose disk the scratch file is made if it is needed.
  ///   - memoryBytesMax: what may stay in memory.
  init(folder: String, memoryBytesMax: Int) {
    self.folder = folder
    self.memoryBytesMax = memoryBytesMax
  }

  /// Takes bytes; callable from any thread.
  /// - Throws: ``RunError/output(path:reason:isFull:)``.
  func keep(_ bytes: [UInt8]) throws(RunError) -> Stretch {
    do throws(BytesError) {
      // It stays with the room that it has.
      guard let scratch = try scratch(for: bytes.capacity) else { return .memory(bytes) }
      return .disk(offset: try scratch.append(bytes), count: bytes.count)
    } catch {
      throw RunError(writing: error)
    }
  }

  /// The file for bytes that memory has no room for; nil where it has.
  private func scratch(for count: Int) throws(BytesError) -> ScratchFile? {
    try state.withLock { state throws(BytesError) -> ScratchFile? in
      if state.memoryBytes + count <= memoryBytesMax {
        state.memoryBytes += count
        return nil
      }
      if let scratch = state.scratch { return scratch }
      let made = try ScratchFile(in: folder)
      state.scratch = made
      return made
    }
  }

  /// Appends a stretch to `bytes`.
  /// - Throws: ``RunError/output(path:reason:isFull:)``.
  func load(_ stretch: Stretch, into bytes: inout [UInt8]) throws(RunError) {
    switch stretch {
    case .memory(let kept): bytes.append(contentsOf: kept)
    case .disk(let offset, let count):
      guard let scratch = state.withLock({ $0.scratch }) else {
        preconditionFailure("a stretch on disk without a file")
      }
      do { try scratch.read(at: offset, count: count, into: &bytes) } catch {
        throw RunError(writing: error)
      }
    }
  }
}
