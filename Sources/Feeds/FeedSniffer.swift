import Bytes
import Records

/// Says which format a file is of, by its first bytes.
public enum FeedSniffer {
  /// How much of the beginning is looked at.
  public static let headBytes = 64 * 1024

  /// The parser for a file that begins with `head`; nil if no format of the registry knows it.
  public static func makeParser(
    for head: [UInt8], _ context: FeedContext = FeedContext()
  ) -> (any FeedParser)? {
    // EDIFACT first: its formats share one parser, and a file of answers alone is EDIFACT as well.
    if isEDIFACT(head) {
      return JoinedFeedParser(context, beginsWith: .interchanges)
    }
    for format in FeedRegistry.formats where format.recognises(head) {
      return format.makeParser(context)
    }
    return MessageSearch.separators(head.span).map {
      JoinedFeedParser(context, messagesWith: $0)
    }
  }

  /// Whether an interchange begins within `head`, whatever stands before it.
  static func isEDIFACT(_ head: [UInt8]) -> Bool {
    switch InterchangeSearch.run(head.span, from: 0, atEnd: false) {
    case .found: return true
    case .undecided(let from):
      // `1DUNB/JOHNMR` in a list of Type B may look like an interchange of which the rest is to come.
      return hasToken(head, at: from) && !TypeBFormat().recognises(Array(head[..<from]))
    case .nothing: return false
    }
  }

  /// `UNA` or `UNB` at the end of a head that was cut: an interchange as far as one can see.
  private static func hasToken(_ head: [UInt8], at start: Int) -> Bool {
    let visible = head[start...].lazy.filter { $0 > 0x20 }.prefix(3).map(upperASCII)
    return visible.elementsEqual([0x55, 0x4E, 0x41]) || visible.elementsEqual([0x55, 0x4E, 0x42])
  }

  static func contains(_ token: [UInt8], in head: [UInt8]) -> Bool {
    guard head.count >= token.count, let first = token.first else { return false }
    for start in 0...(head.count - token.count) where head[start] == first {
      if head[start..<start + token.count].elementsEqual(token) { return true }
    }
    return false
  }
}
