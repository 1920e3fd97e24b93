/// Unpacks gzip streams (RFC 1952), one or several behind each other, by zlib.
///
/// Not by libarchive, which checks neither checksum nor length, and of a stream that is broken off keeps its
/// last block to itself.
@safe final class GzipUnpacker: Unpacker {
  private static let blockBytes = 64 * 1024
  private static let magic: [UInt8] = [0x1F, 0x8B, 8]

  let packing = Packing.gzip
  private let window: SourceWindow
  private let budget: UnpackBudget
  private let depth: Int
  private let inflater = Inflater()
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

  init(_ window: SourceWindow, budget: UnpackBudget, depth: Int) {
    self.window = window
    self.budget = budget
    self.depth = depth
    unsafe storage = .allocate(byteCount: GzipUnpacker.blockBytes, alignment: 16)
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
      guard hasInput() else {
        if !isBetween { problem = problem ?? damage }
        isEntryOpen = false
        break
      }
      // Sound: what is left of our own storage.
      let room = unsafe UnsafeMutableRawBufferPointer(rebasing: storage[filled...])
      let (count, step) = unsafe inflater.inflate(&input, into: room)
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
    inflater.restart()
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
    // zlib has taken up to four bytes before it sees that they are no header; a stream may begin there.
    let next = max(start + 1, position - 4)
    unsafe input = UnsafeRawBufferPointer(start: nil, count: 0)
    isEntryOpen = window.resume(at: GzipUnpacker.magic, from: next)
    begin()
  }
}
