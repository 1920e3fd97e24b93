import Bytes
import Feeds
import Records

/// What must hold for every input of a feed parser, however broken it is.
struct FeedProperties {
  let format: any FeedFormat
  let input: [UInt8]
  /// Another number cuts the input elsewhere and gives it other limits.
  var variant: UInt64 = 0
  /// Whether what the end of the file cuts is not given out half.
  var isWholeOrNothing = false

  /// - Returns: the first property that does not hold; nil if all do.
  func violation(_ batch: inout PassengerBatch) -> String? {
    let reached = DoorWatch.reached
    let (whole, cut) = parseTwice(&batch)
    if DoorWatch.reached != reached { return "a file or an address is opened" }
    if let violation = whole.violation ?? whole.violationOfTotals() { return violation }
    if let violation = cut.violation { return "in blocks: \(violation)" }
    guard let difference = cut.difference(from: whole) else {
      return isWholeOrNothing ? violationOfTruncation(whole, &batch) : nil
    }
    let (wholeInWords, cutInWords) = parseTwice(&batch, inWords: true)
    return difference + cutInWords.firstDifference(from: wholeInWords)
  }

  /// What nothing is wrong with is cut: whoever is given out must be whole, and be there without the cut.
  private func violationOfTruncation(
    _ whole: ParseTrace, _ batch: inout PassengerBatch
  ) -> String? {
    guard whole.isPerfect, input.count > 1 else { return nil }
    var dice = self.dice
    let context = FeedContext(
      limits: limits(&dice), today: PartialDate(year: 2026, month: 11, day: 28))
    let end = 1 + Int(dice.next() % UInt64(input.count - 1))
    let beginning = FeedProperties(format: format, input: Array(input[..<end]))
    var cut = ParseTrace(inputBytes: end)
    beginning.parse(context, &batch, into: &cut) { _ in end }
    return cut.violation
      ?? (cut.isBeginning(of: whole) ? nil : "cut at \(end), others are given out")
  }

  /// Reads the input in one block, and in blocks of which the input decides.
  private func parseTwice(
    _ batch: inout PassengerBatch, inWords: Bool = false
  ) -> (whole: ParseTrace, cut: ParseTrace) {
    var dice = self.dice
    let context = FeedContext(
      limits: limits(&dice), today: PartialDate(year: 2026, month: 11, day: 28))
    var whole = ParseTrace(inputBytes: input.count, inWords: inWords)
    parse(context, &batch, into: &whole) { _ in input.count }
    var cut = ParseTrace(inputBytes: input.count, inWords: inWords)
    if dice.next() % 8 == 0 {
      // Blocks of up to `most` bytes, a power of two up to the length; not so many that it takes long.
      let lengthBits = UInt64(Int.bitWidth - input.count.leadingZeroBitCount)
      let most = max(1 << (dice.next() % max(1, lengthBits)), UInt64(input.count / 128) + 1)
      parse(context, &batch, into: &cut) { _ in 1 + Int(dice.next() % most) }
    } else {
      // What is cut in many places takes several times as long, and one or two show nearly all.
      let places = [dice.next(), dice.next()].map { Int($0 % UInt64(input.count + 1)) }
      parse(context, &batch, into: &cut) { position in
        places.lazy.filter { $0 > position }.min().map { $0 - position } ?? input.count
      }
    }
    return (whole, cut)
  }

  /// Taken from length and last byte, so that most changes of an input keep how it is cut.
  private var dice: Dice {
    Dice(variant << 32 | UInt64(input.count) << 8 | UInt64(input.last ?? 0))
  }

  /// The limits of a run, or such that a short input reaches them.
  private func limits(_ dice: inout Dice) -> Limits {
    var limits = Limits.standard
    guard dice.next() % 4 == 0 else { return limits }
    // A lost end of an interchange is looked for within 512 bytes, which a segment may always have.
    limits.segmentBytes = 520 + Int(dice.next() % 256)
    limits.personsPerBooking = 1 + Int(dice.next() % 4)
    limits.lineBytes = 24 << Int(dice.next() % 5)
    limits.rowBytes = 8 << Int(dice.next() % 6)
    limits.rowFields = 1 + Int(dice.next() % 20)
    limits.xmlDepth = 4 + Int(dice.next() % 8)
    limits.xmlTokenBytes = 64 << Int(dice.next() % 4)
    limits.xmlTextBytes = 16 << Int(dice.next() % 4)
    return limits
  }

  private func parse(
    _ context: FeedContext, _ batch: inout PassengerBatch, into trace: inout ParseTrace,
    blockBytes: (Int) -> Int
  ) {
    var parser = format.makeParser(context)
    batch.removeAll()
    var position = 0
    while position < input.count {
      let end = min(input.count, position + blockBytes(position))
      parser.consume(input.span.extracting(position..<end), into: &batch)
      position = end
      trace.add(batch)
      batch.removeAll()
    }
    parser.finish(into: &batch)
    trace.add(batch)
  }
}

/// Numbers that follow from a seed.
struct Dice {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state >> 8
  }
}
