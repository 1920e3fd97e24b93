/// Unpacks packed streams (gzip, zstd, bzip2, xz), one or several behind each other.
///
/// Not by libarchive, which checks neither checksum nor length of gzip, and keeps the last block of a
/// stream that is broken off to itself.
@safe final class StreamUnpacker: Unpacker {
  private static let blockBytes = 64 * 1024
  /// No decoder takes more before it sees that it is given no stream.
  private static let headerBytes = 16

  let packing: Packing
  private let window: SourceWindow
  private let budget: UnpackBudget
  private let depth: Int
  private let decoder: any StreamDecoder
  private let storage: UnsafeMutableRawBufferPointer
  /// Packed bytes of the window that are not used yet.
  private var input = unsafe UnsafeRawBufferPointer(start: nil, count: 0)
  /// Lies in `storage`.
  var block = unsafe UnsafeRawBufferPointer(start: nil, count: 0)
  var problem: UnpackProblem?
  /// All streams are one entry.
  private(set) var isEntryOpen = true
  private var hasBegun = false
  /// Behind a stream, where another one may begin.
  private var isBetween = false
  /// Something has come out of the present stream.
  private var hasOutput = false
  private var isFirst = true
  /// Where the present stream begins in the packed bytes.
  private var start = 0

  init(
    _ packing: Packing, _ decoder: any StreamDecoder, _ window: SourceWindow,
    budget: UnpackBudget, depth: Int
  ) {
    self.packing = packing
    self.decoder = decoder
    self.window = window
    self.budget = budget
    self.depth = depth
    unsafe storage = .allocate(byteCount: StreamUnpacker.blockBytes, alignment: 16)
    budget.beginEntry(depth: depth)
  }

  deinit { unsafe storage.deallocate() }

  func next() -> UnpackedStep {
    guard hasBegun else {
      hasBegun = true
      return .entry(UnpackedEntry())
    }
    while isEntryOpen { advance() }
    unsafe block = UnsafeRawBufferPointer(start: nil, count: 0)
    return problem == nil ? .end : .problem
  }

  func advance() {
    var filled = 0
    // Always a full block, so that a limit is met at the same byte however the bytes are asked for.
    while isEntryOpen, unsafe filled < storage.count {
      // Without any input a decoder may still hold what found no room; if not, it is damage to it.
      guard hasInput() || !isBetween else {
        isEntryOpen = false
        break
      }
      // Sound: what is left of our own storage.
      let room = unsafe UnsafeMutableRawBufferPointer(rebasing: storage[filled...])
      let (count, step) = unsafe decoder.decode(&input, into: room)
      filled += count
      if count > 0 { hasOutput = true }
      switch step {
      case .more: break
      case .ended: isBetween = true
      case .damaged: goOnBehindDamage()
      }
    }
    // Sound: so many bytes of our storage were written.
    unsafe block = UnsafeRawBufferPointer(rebasing: storage[..<filled])
    if let reached = budget.take(filled, depth: depth) {
      unsafe block = UnsafeRawBufferPointer(start: nil, count: 0)
      problem = problem ?? reached.endingAll
      isEntryOpen = false
    }
  }

  /// Gets packed bytes where there are none; between streams zeros may stand (tapes are filled up with them).
  private func hasInput() -> Bool {
    while true {
      if unsafe input.isEmpty { unsafe input = window.pull() }
      guard unsafe !input.isEmpty else { return false }
      guard isBetween else { return true }
      let padding = unsafe input.prefix { $0 == 0 }.count
      unsafe input = UnsafeRawBufferPointer(rebasing: input[padding...])
      if unsafe !input.isEmpty { begin() }
    }
  }

  /// Packed bytes that are used.
  private var position: Int { unsafe window.next - input.count }

  private func begin() {
    decoder.restart()
    isBetween = false
    hasOutput = false
    isFirst = false
    start = position
  }

  private var damage: UnpackProblem {
    isFirst || hasOutput ? packing.damage : .damaged("what follows the packed stream is not read")
  }

  /// What is no stream, or not any more: the next one is looked for.
  private func goOnBehindDamage() {
    problem = problem ?? damage
    // Among the bytes that were taken for a header another stream may begin.
    let next = max(start + 1, position - StreamUnpacker.headerBytes)
    unsafe input = UnsafeRawBufferPointer(start: nil, count: 0)
    isEntryOpen = budget.takeEntry() == nil && window.resume(at: decoder.magic, from: next)
    begin()
  }
}
