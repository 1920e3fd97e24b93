import Bytes

/// Finds where segments end, 64 bytes at a time, as long as nothing about their ends is unusual.
///
/// It stops where ``EDIFACTFramer`` must look: at line ends and control characters inside a segment, at
/// release characters behind each other, and within the last 64 bytes.
struct SegmentCursor {
  private let terminator: UInt8
  private let release: UInt8
  /// Where the 64 bytes begin whose terminators are in `ends`.
  private var window: Int
  /// Terminators of the window that were not given out yet.
  private var ends: UInt64 = 0
  /// Whether the first byte of the next window is released, may be a line end, may be its second byte.
  private var isReleased: UInt64 = 0
  private var isBehindEnd: UInt64 = 0
  private var isBehindBreak: UInt64 = 0

  /// - Parameter start: where a segment begins.
  init(_ separators: EDIFACTSeparators, at start: Int) {
    terminator = separators.terminator
    release = separators.release
    window = start &- 64
  }

  /// Where the terminator of the next segment stands, -1 where it is not to be found this way. Once it
  /// has said so it must not be asked again.
  @inline(__always)
  mutating func next(_ bytes: Span<UInt8>) -> Int {
    while ends == 0 {
      guard load(bytes) else { return -1 }
    }
    let place = window &+ ends.trailingZeroBitCount
    ends &= ends &- 1
    return place
  }

  private mutating func load(_ bytes: Span<UInt8>) -> Bool {
    window &+= 64
    guard window &+ 64 <= bytes.count else { return false }
    var found = bytes.marks(at: window, terminator)
    var breaks = bytes.marks(at: window, from: 0, to: 0x1F)
    if release != 0 {
      let releases = bytes.marks(at: window, release)
      let released = releases &<< 1 | isReleased
      guard releases & released == 0 else { return false }
      isReleased = releases &>> 63
      found &= ~released
    }
    let first = found &<< 1 | isBehindEnd
    isBehindEnd = found &>> 63
    if breaks | isBehindBreak != 0 {
      // A terminator may be a control character itself.
      breaks &= ~found
      let one = breaks & first
      let two = breaks & (one &<< 1 | isBehindBreak)
      guard breaks & ~(one | two) == 0 else { return false }
      isBehindBreak = one &>> 63
    }
    ends = found
    return true
  }
}
