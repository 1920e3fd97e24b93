import Bytes
import Records

/// Looks for a message of a known type in a file that has no interchange around it: UNB is lost, or the
/// sender never writes one.
enum MessageSearch {
  /// How far behind UNH the next segment is looked for, whose tag shows the terminator.
  private static let reach = 256

  /// The separators of the first such message, read off its UNH; nil where there is none.
  static func separators(_ bytes: Span<UInt8>) -> EDIFACTSeparators? {
    var index = 0
    while index + 24 < bytes.count {
      if bytes[index] | 0x20 == 0x75,
        SegmentTag.code(bytes[index], bytes[index + 1], bytes[index + 2])
          == SegmentTag.unh.rawValue,
        let found = message(bytes, at: index)
      {
        return found
      }
      index += 1
    }
    return nil
  }

  /// `UNH+1+PNRGOV:13:1:IA'MSG+`
  private static func message(_ bytes: Span<UInt8>, at start: Int) -> EDIFACTSeparators? {
    let end = min(bytes.count, start + reach)
    var separators = EDIFACTSeparators()
    separators.element = bytes[start + 3]
    guard !isAlphanumeric(separators.element), separators.element >= 0x1C,
      separators.element != 0x20
    else { return nil }
    var index = start + 4
    while index < end, bytes[index] != separators.element, index < start + 20 { index += 1 }
    guard index + 8 < end, bytes[index] == separators.element else { return nil }
    let type = String(
      decoding: (index + 1..<index + 7).map { upperASCII(bytes[$0]) }, as: UTF8.self)
    let isKnown =
      FeedRegistry.messageFormats.contains { $0.messageType == type }
      || FeedRegistry.answerTypes.contains(type)
    guard isKnown else { return nil }
    separators.component = bytes[index + 7]
    index += 8
    while index + 4 < end {
      let tag = SegmentTag(
        rawValue: SegmentTag.code(bytes[index], bytes[index + 1], bytes[index + 2]))
      if let tag, !tag.isService, bytes[index + 3] == separators.element {
        var last = index - 1
        while last > start, bytes[last] <= 0x20 { last -= 1 }
        separators.terminator = bytes[last] == 0x99 ? EDIFACTSeparators.curly : bytes[last]
        separators.release = 0x3F
        return separators.areUsable ? separators : nil
      }
      index += 1
    }
    return nil
  }
}
