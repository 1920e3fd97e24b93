import Bytes
import Records

/// Keeps what a block leaves over at its end and joins it with the beginning of the next one, so that a
/// parser sees every line or segment whole. In the steady state nothing is copied.
///
/// A parser takes it out of itself while it is in use, since the closures change the parser.
struct BlockCarry {
  /// How many bytes of the next block are joined first; most of what is cut ends within so many.
  private static let step = 512

  private var bytes: [UInt8] = []
  /// File offset of the first byte that is not used yet.
  private(set) var base: UInt64

  init(base: UInt64 = 0) { self.base = base }

  /// Gives `process` what is left of the blocks before with the beginning of this one, and then the rest
  /// of this one where it lies.
  /// - Parameter process: takes bytes and the file offset of the first one, reads what it can, and returns
  ///   how many need not be seen again.
  mutating func consume(_ block: Span<UInt8>, _ process: (Span<UInt8>, UInt64) -> Int) {
    var position = 0
    var step = BlockCarry.step
    while !bytes.isEmpty, position < block.count {
      let known = bytes.count
      let end = min(block.count, position + step)
      bytes.append(copying: block.extracting(position..<end))
      let used = process(bytes.span, base)
      base += UInt64(used)
      if used >= known {
        position += used - known
        bytes.removeAll(keepingCapacity: true)
      } else {
        bytes.removeFirst(used)
        position = end
        step *= 2
      }
    }
    guard bytes.isEmpty, position < block.count else { return }
    let rest = block.extracting(position..<block.count)
    let used = process(rest, base)
    base += UInt64(used)
    if used < rest.count { bytes.append(copying: rest.extracting(used..<rest.count)) }
  }

  /// Gives `process` what is left at the end of the file, which may be nothing, with its file offset.
  mutating func finish(_ process: (Span<UInt8>, UInt64) -> Void) {
    process(bytes.span, base)
    base += UInt64(bytes.count)
    bytes.removeAll()
  }
}
