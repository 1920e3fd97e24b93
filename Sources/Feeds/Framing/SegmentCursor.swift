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
  private var carried = Carried()

  /// Whether the first byte of the next window is released, may be a line end, may be its second byte.
  private struct Carried {
    var isReleased: UInt64 = 0
    var isBehindEnd: UInt64 = 0
    var isBehindBreak: UInt64 = 0
  }

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

  @inline(__always)
  private mutating func load(_ bytes: Span<UInt8>) -> Bool {
    window &+= 64
    guard window &+ 64 <= bytes.count else { return false }
    let (found, isUnusual) = bytes.marks(at: window, terminator, noting: release)
    if isUnusual || carried.isReleased | carried.isBehindBreak != 0 {
      // By value, so that the cursor may stay in registers.
      let (ends, carried) = SegmentCursor.look(bytes, at: window, terminator, release, carried)
      guard let ends else { return false }
      self.ends = ends
      self.carried = carried
      return true
    }
    ends = found
    carried.isBehindEnd = found &>> 63
    return true
  }

  /// The terminators of a window with release or control characters in it or right before it; nil where
  /// ``EDIFACTFramer`` must look.
  @inline(never)
  private static func look(
    _ bytes: Span<UInt8>, at window: Int, _ terminator: UInt8, _ release: UInt8, _ before: Carried
  ) -> (ends: UInt64?, Carried) {
    var carried = before
    var found = bytes.marks(at: window, terminator)
    var breaks = bytes.marks(at: window, from: 0, to: 0x1F)
    if release != 0 {
      let releases = bytes.marks(at: window, release)
      let released = releases &<< 1 | before.isReleased
      guard releases & released == 0 else { return (nil, before) }
      carried.isReleased = releases &>> 63
      found &= ~released
    }
    let first = found &<< 1 | before.isBehindEnd
    carried.isBehindEnd = found &>> 63
    if breaks | before.isBehindBreak != 0 {
      // A terminator may be a control character itself.
      breaks &= ~found
      let one = breaks & first
      let two = breaks & (one &<< 1 | before.isBehindBreak)
      guard breaks & ~(one | two) == 0 else { return (nil, before) }
      carried.isBehindBreak = one &>> 63
    }
    return (found, carried)
  }
}
