/// The packed bytes that libarchive asks for, in two blocks that stay where they are, so that the
/// bytes before a damage can be looked at again.
@safe final class SourceWindow {
  private static let slotBytes = 128 * 1024
  private static let bytes = 2 * slotBytes

  private let source: any ByteSource
  /// Bytes that were read from the source before the window was made.
  private var head: [UInt8]
  private let storage: UnsafeMutableRawBufferPointer
  /// First byte of the window, and the byte after its last one, counted over the whole source.
  private var start = 0
  private(set) var end = 0
  /// Where the next block that is handed out begins.
  private(set) var next = 0
  private(set) var isAtEnd = false

  init(_ source: any ByteSource, head: [UInt8]) {
    self.source = source
    self.head = head
    unsafe storage = .allocate(byteCount: SourceWindow.bytes, alignment: 16)
  }

  deinit { unsafe storage.deallocate() }

  /// The next stretch of bytes, in place until the one after next is asked for; empty at the end.
  func pull() -> UnsafeRawBufferPointer {
    if next == end { load() }
    let offset = next % SourceWindow.bytes
    let count = min(end - next, SourceWindow.bytes - offset)
    next += count
    // Sound: these bytes lie in our storage and were written by `load`.
    return unsafe UnsafeRawBufferPointer(rebasing: storage[offset..<offset + count])
  }

  /// Reads the next block over the older of the two.
  private func load() {
    guard !isAtEnd else { return }
    let offset = end % SourceWindow.bytes
    // Sound: a slot of our own storage.
    let slot = unsafe UnsafeMutableRawBufferPointer(
      rebasing: storage[offset..<offset + SourceWindow.slotBytes])
    var count = min(head.count, SourceWindow.slotBytes)
    for index in 0..<count { unsafe slot[index] = head[index] }
    head.removeFirst(count)
    count += unsafe source.read(into: UnsafeMutableRawBufferPointer(rebasing: slot[count...]))
    isAtEnd = count < SourceWindow.slotBytes
    end += count
    start = max(start, end - count - SourceWindow.slotBytes)
  }

  /// A byte of the window.
  func byte(at position: Int) -> UInt8 {
    precondition(position >= start && position < end)
    // Sound: the position lies in the window, and the window is in the storage modulo its size.
    return unsafe storage[position % SourceWindow.bytes]
  }

  /// The last bytes before the end of the window, at most `count`.
  func tail(_ count: Int) -> [UInt8] {
    (max(start, end - count)..<end).map { byte(at: $0) }
  }

  /// Goes on from the next place at or after `position` where `signature` stands.
  /// - Returns: false when it stands nowhere up to the end of the source.
  func resume(at signature: [UInt8], from position: Int) -> Bool {
    var position = max(position, start)
    while true {
      while position + signature.count <= end {
        if signature.indices.allSatisfy({ byte(at: position + $0) == signature[$0] }) {
          next = position
          return true
        }
        position += 1
      }
      guard !isAtEnd else { return false }
      load()
      next = end
    }
  }

  /// Reads to the end of the source.
  /// - Returns: whether anything but zeros stands at or after `position`.
  func drain(from position: Int) -> Bool {
    var position = max(position, start)
    var hasContent = false
    while true {
      while position < end, !hasContent {
        hasContent = byte(at: position) != 0
        position += 1
      }
      position = end
      guard !isAtEnd else { return hasContent }
      load()
    }
  }
}
