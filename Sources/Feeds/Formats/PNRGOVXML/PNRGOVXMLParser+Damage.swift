import Bytes
import Records

/// A broken document: the booking where it is broken is mended and read again, so that nobody is lost
/// who stands before or behind the break; then the document goes on.
extension PNRGOVXMLParser {
  /// What was noticed, and where.
  struct Damage {
    var code = ReasonCode.xmlSyntax
    var words = ""
    var offset: UInt64 = 0
    /// Index of the buffer from which on the next booking is looked for if this one cannot be mended.
    var next = 0
    var isInBooking = false
    /// Whether the start of the booking behind the break was passed.
    var hasBooking = false
    /// Nothing was read since the last break: it is the same one.
    var isKnown = false
  }

  /// The document cannot be read on as it is.
  mutating func breakOff(
    _ code: ReasonCode, _ words: String, at place: Int, from next: Int, _ bytes: Span<UInt8>,
    _ position: inout Int, into batch: inout PassengerBatch
  ) {
    let isKnown = !hasReadSince && hasBroken && code != .tooLarge
    damage = Damage(
      code: code, words: words, offset: offset(place, bytes), next: next,
      isInBooking: reader.isBookingOpen, isKnown: isKnown)
    if let document, tags.isEmpty || !hasBroken { tags = document.tagsAroundUnit }
    if tags.isEmpty, reader.isBookingOpen, reader.isBookingImplied {
      tags = PNRGOVXMLParser.usualTags
    }
    hasBroken = true
    hasReadSince = false
    if let unit, !reader.isInPieces {
      let isNext = mendedEnd > 0 && offset(unit, bytes) < mendedEnd + 64
      mendedRow = isNext ? mendedRow + 1 : mendedRow / 2
      position = unit
      clear = 1
      mode = .gathering
    } else {
      position = next
      abandonUnit(into: &batch)
    }
  }

  mutating func report(salvaged: Int, into batch: inout PassengerBatch) {
    guard !damage.isKnown else { return }
    batch.diagnostics.append(
      Diagnostic(
        damage.code, at: damage.offset, damage.words,
        messageReference: reader.header.reference, salvaged: salvaged))
  }

  /// Waits for the end of the broken unit, and reads it again. Returns whether the bytes are used up.
  mutating func gather(
    _ bytes: Span<UInt8>, _ position: inout Int, _ atEnd: Bool, into batch: inout PassengerBatch
  ) -> Bool {
    var index = position + clear
    while index < bytes.count, index - position <= limits.xmlBookingBytes {
      if bytes[index] == 0x3C {
        guard let found = landmark(bytes, index, atEnd) else { break }
        let isLast = found == .document || found == .end
        if let end = unitEnd(found, bytes, index), isLast || end - position >= mendedAtOnce {
          readAgain(bytes, position..<end, &position, into: &batch)
          if isLast { mode = .searching }
          return false
        }
      }
      index += 1
    }
    clear = index - position
    if clear > limits.xmlBookingBytes {
      position = damage.next
      abandonUnit(into: &batch)
      return false
    }
    guard atEnd else { return true }
    readAgain(bytes, position..<bytes.count, &position, into: &batch)
    return false
  }

  private mutating func unitEnd(
    _ found: Landmark, _ bytes: Span<UInt8>, _ index: Int
  ) -> Int? {
    let isInside = damage.isInBooking || damage.hasBooking
    switch found {
    case .none: return nil
    case .booking:
      damage.hasBooking = true
      return isInside ? index : nil
    case .bookingEnd:
      // As far as ``landmark(_:_:_:)`` looked, so that it does not depend on the block.
      var end = index + 2
      while end < bytes.count, bytes[end] > 0x20, bytes[end] != 0x3E, bytes[end] != 0x2F,
        bytes[end] != 0x3C
      { end += 1 }
      end = passBlanks(bytes, end)
      return end < bytes.count && bytes[end] == 0x3E ? end + 1 : end
    case .bookingsEnd: return isInside ? index : nil
    case .document, .end: return index
    }
  }

  private mutating func readAgain(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ position: inout Int,
    into batch: inout PassengerBatch
  ) {
    let hasRoot = tags.isEmpty && !damage.isInBooking
    let repair = XMLRepair(bytes, range, PNRGOVXMLName.vocabulary, hasRoot: hasRoot)
    let parser = XMLPushParser(PNRGOVXMLName.vocabulary, depthMax: limits.xmlDepth)
    parser.parse(tags.span)
    text.restart()
    text.convert(repair.text.span, 0..<repair.text.count)
    let before = parser.position
    parser.parse(text.clean.span)
    reader.beginAgain(depth: tags.count { $0 == 0x3C })
    func index(_ clean: Int) -> Int {
      min(range.upperBound, range.lowerBound + repair.raw(text.raw(clean)))
    }
    reportMended(
      text.mended.map { min(range.upperBound, range.lowerBound + repair.raw($0)) }, bytes,
      into: &batch)
    let persons = reader.persons
    let reported = batch.diagnostics.count
    var place = range.lowerBound
    let found = parser.found
    for event in found.events {
      if event.position > 0 { place = index(max(0, event.position - before)) }
      if !reader.take(event, found, at: offset(place, bytes), into: &batch) {
        // A booking within another one: the outer one is over.
        reader.leaveBooking(into: &batch)
        _ = reader.take(event, found, at: offset(place, bytes), into: &batch)
      }
    }
    let isWhole = parser.state == .running && !reader.isBookingOpen
    reader.endAgain(into: &batch)
    forget(from: reported, in: &batch)
    report(salvaged: reader.persons - persons, into: &batch)
    position = range.upperBound
    mendedEnd = offset(position, bytes)
    clear = 0
    text.restart()
    stretchAgain = min(PNRGOVXMLParser.stretchMin, max(32, 2 * range.count))
    stretch = stretchAgain
    hasReadSince = false
    if tags.isEmpty { tags = parser.openTags }
    document = isWhole ? parser : nil
    unit = isWhole ? position : nil
    mode = isWhole ? .inside : .searching
  }

  /// What was reported when the unit was read for the first time is not reported again.
  private func forget(from first: Int, in batch: inout PassengerBatch) {
    let again = batch.diagnostics[first...].filter {
      $0.offset >= damage.offset || $0.code == .countMismatch || $0.code == .noFlight
    }
    batch.diagnostics.replaceSubrange(first..., with: again)
  }
}
