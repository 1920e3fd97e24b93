import Records

/// Text outside the interchanges (mail headers, footers, dates), reported once per stretch. A Type B
/// envelope is how some carriers send, so it is no finding.
struct SkippedText {
  private var offset: UInt64?
  private var count = 0
  /// The beginning of the text, long enough to tell an envelope.
  private var head: [UInt8] = []

  var isRunning: Bool { offset != nil }

  /// Counts what is visible in the range; blanks, control characters and a byte order mark are not.
  mutating func note(_ bytes: Span<UInt8>, _ range: Range<Int>, base: UInt64) {
    for index in range {
      let byte = bytes[index]
      let position = base + UInt64(index)
      if head.count <= TypeBEnvelope.bytesMax { head.append(byte) }
      let isMark = position < 3 && (byte == 0xEF || byte == 0xBB || byte == 0xBF)
      if byte <= 0x20 || byte == 0x7F || isMark { continue }
      if offset == nil { offset = position }
      count += 1
    }
  }

  /// - Parameter outside: what the text stands outside of.
  mutating func take(outside: String = "an interchange") -> Diagnostic? {
    guard let offset else { return nil }
    defer { self = SkippedText() }
    if head.count <= TypeBEnvelope.bytesMax && TypeBEnvelope.isEnvelope(head) { return nil }
    return Diagnostic(.syntax, at: offset, "\(count) bytes of text outside \(outside)")
  }
}
