import Bytes

/// Goes from segment to segment as long as they are plain: a known tag, an end that ``SegmentCursor``
/// finds, and another known tag behind it.
struct SegmentWalk {
  let separators: EDIFACTSeparators
  /// File offset of the first byte of the block.
  let base: UInt64
  /// Bytes that a segment may have.
  let limit: Int
  private var cursor: SegmentCursor
  /// Where the present segment begins.
  private(set) var start: Int
  /// Its tag; nil if it is none in plain form.
  private(set) var tag: SegmentTag?
  /// Segments that were passed.
  private(set) var count = 0

  @inline(__always)
  init(
    _ bytes: Span<UInt8>, from start: Int, _ separators: EDIFACTSeparators, base: UInt64,
    limit: Int,
    _ table: Span<SegmentTag?>
  ) {
    self.separators = separators
    self.base = base
    self.limit = limit
    self.start = start
    cursor = SegmentCursor(separators, at: start)
    tag = SegmentTag.plain(bytes, at: start, separators, in: table)
  }

  /// Passes the present segment.
  /// - Returns: where its terminator stands; nil, and nothing is passed, if it is not plain.
  @inline(__always)
  mutating func advance(_ bytes: Span<UInt8>, _ table: Span<SegmentTag?>) -> Int? {
    let end = cursor.next(bytes)
    guard end >= 0, end &- start <= limit else { return nil }
    let next = end &+ 1
    if let following = SegmentTag.usual(bytes, at: next, separators, in: table) {
      start = next
      tag = following
    } else {
      let (next, following) = SegmentWalk.passLayout(bytes, from: next, separators, table)
      guard let following else { return nil }
      start = next
      tag = following
    }
    count &+= 1
    return end
  }

  /// Where the segment behind line ends and blanks begins, and its tag.
  @inline(never)
  private static func passLayout(
    _ bytes: Span<UInt8>, from start: Int, _ separators: EDIFACTSeparators,
    _ table: Span<SegmentTag?>
  ) -> (start: Int, SegmentTag?) {
    var next = start
    while next < bytes.count, separators.isLayout(bytes[next]) { next &+= 1 }
    return (next, SegmentTag.plain(bytes, at: next, separators, in: table))
  }

  /// Whether the present segment is plain to its end: only then its tag is certain, and with it that what
  /// came before is complete.
  func endsPlainly(_ bytes: Span<UInt8>, _ table: Span<SegmentTag?>) -> Bool {
    var behind = self
    return behind.advance(bytes, table) != nil
  }
}
