import Bytes
import Records

/// TVL segments that were read before: a push says the same flight in every booking.
struct FlightTexts {
  private struct Entry {
    var text = InlineArray<8, UInt64>(repeating: 0)
    var count = 0
    var leg = FlightLeg()
  }

  private var entries = [Entry](repeating: Entry(), count: 64)
  private var separators = EDIFACTSeparators()
  private var tokens = SegmentTokens()

  /// The leg of a TVL of up to 64 bytes; nil for one that is not read that easily: a supplement, a date
  /// that is no date.
  mutating func leg(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ separators: EDIFACTSeparators
  ) -> FlightLeg? {
    let count = range.count
    guard count > 8, count <= 64, range.lowerBound &+ 64 <= bytes.count else { return nil }
    if separators != self.separators { self = FlightTexts(separators) }
    var text = InlineArray<8, UInt64>(repeating: 0)
    var hash: UInt64 = 0
    var index = 0
    while index &* 8 < count {
      let unused = UInt64(truncatingIfNeeded: max(0, index &* 8 &+ 8 &- count)) &* 8
      let word = bytes.doubleWord(at: range.lowerBound &+ index &* 8) &<< unused
      text[index] = word
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      index &+= 1
    }
    let slot = Int(truncatingIfNeeded: hash >> 58)
    if entries[slot].count == count, isSame(entries[slot].text, text, index) {
      return entries[slot].leg
    }
    tokens.read(bytes, range, separators)
    let hasPlace = !tokens.component(1).isEmpty || !tokens.component(2).isEmpty
    let (leg, isImpossible) = FlightLegReader.read(bytes, tokens)
    guard hasPlace, !isImpossible else { return nil }
    entries[slot] = Entry(text: text, count: count, leg: leg)
    return leg
  }

  init() {}

  private init(_ separators: EDIFACTSeparators) { self.separators = separators }

  @inline(__always)
  private func isSame(
    _ first: InlineArray<8, UInt64>, _ second: InlineArray<8, UInt64>, _ words: Int
  ) -> Bool {
    for index in 0..<words where first[index] != second[index] { return false }
    return true
  }
}
