import Bytes
import Records

/// A document is read in stretches that cut no tag.
extension PNRGOVXMLParser {
  /// Reads as far as a stretch can be closed. Returns whether the bytes are used up.
  mutating func readStretches(
    _ bytes: Span<UInt8>, _ position: inout Int, _ atEnd: Bool, into batch: inout PassengerBatch
  ) -> Bool {
    while mode == .inside {
      // Where a stretch ends must not depend on where the block does: what libxml2 makes of a broken
      // document may depend on it.
      guard atEnd || bytes.count - position >= stretch else { return true }
      guard let end = stretchEnd(bytes, position) else {
        guard clear > limits.xmlTokenBytes else {
          return !atEnd || !breakOffEndless(bytes, &position, into: &batch)
        }
        unit = nil
        breakOff(
          .tooLarge, "a tag or a text over the limit", at: position, from: position + 1, bytes,
          &position, into: &batch)
        return false
      }
      clear = 0
      stretch = min(stretch * 2, PNRGOVXMLParser.stretchMax)
      read(bytes, position..<end, &position, into: &batch)
    }
    return false
  }

  /// At the end of the file: a comment or an instruction that does not end would hide all behind it.
  /// - Returns: whether something was hidden.
  private mutating func breakOffEndless(
    _ bytes: Span<UInt8>, _ position: inout Int, into batch: inout PassengerBatch
  ) -> Bool {
    guard let unit, let document, document.pending > 0 else { return false }
    let start = max(unit, position - document.pending)
    // A tag that is cut has no end tag in it.
    guard
      (start..<position).contains(where: {
        bytes[$0] == 0x3C && $0 + 1 < position && bytes[$0 + 1] == 0x2F
      })
    else { return false }
    breakOff(
      .xmlSyntax, "a comment or an instruction without an end", at: start, from: start + 1, bytes,
      &position, into: &batch)
    return true
  }

  /// Behind the last `>` or before the last `<` of the next bytes, else the first one beyond them.
  private mutating func stretchEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    let first = start + clear
    let window = min(bytes.count, max(start + stretch, first))
    var index = window
    while index > first {
      index -= 1
      if bytes[index] == 0x3E { return index + 1 }
      if bytes[index] == 0x3C, index > start { return index }
    }
    index = window
    let bound = min(bytes.count, max(window, start + limits.xmlTokenBytes + 1))
    while index < bound {
      if bytes[index] == 0x3E { return index + 1 }
      if bytes[index] == 0x3C, index > start { return index }
      index += 1
    }
    clear = bound - start
    return nil
  }

  private mutating func read(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ position: inout Int,
    into batch: inout PassengerBatch
  ) {
    guard let document else { return }
    let start = range.lowerBound
    let before = document.position
    text.convert(bytes, range)
    document.parse(text.clean.span)
    // A stretch may reach into the next document.
    var stop = range.upperBound
    if case .ended(let at) = document.state { stop = start + text.raw(at - before) }
    reportMended(text.mended.lazy.map { start + $0 }.filter { $0 < stop }, bytes, into: &batch)
    if let place = text.deviation, start + place < stop { hasDeviated = true }
    // Where to look for the next booking if this one is broken.
    var last = start + 1
    var place = start
    let found = document.found
    for event in found.events {
      if event.position > 0 {
        place = start + text.raw(max(0, event.position - before))
        if event.kind == .start { last = place + 1 }
      }
      let wasOpen = reader.isBookingOpen
      guard reader.take(event, found, at: offset(place, bytes), into: &batch) else {
        breakOff(
          .xmlSyntax, "a booking or a message begins before the end of the last one", at: place,
          from: place, bytes, &position, into: &batch)
        return
      }
      if wasOpen != reader.isBookingOpen { unit = place }
      hasReadSince = true
    }
    if let begun = unit, range.upperBound - begun > limits.xmlBookingBytes { unit = nil }
    func index(_ at: Int) -> Int { min(range.upperBound, start + text.raw(max(0, at - before))) }
    switch document.state {
    case .running:
      position = range.upperBound
      guard document.pending > limits.xmlTokenBytes else { return }
      breakOff(
        .tooLarge, "a tag or a comment over the limit", at: position, from: position, bytes,
        &position, into: &batch)
    case .ended(let at):
      position = index(at)
      endDocument(offset(position, bytes), into: &batch)
    case .fault(let fault, let at):
      breakOff(
        .xmlSyntax, fault.reason, at: index(at), from: last, bytes, &position, into: &batch)
    case .tooDeep(let at):
      unit = nil
      breakOff(
        .tooLarge, "elements too deep inside each other", at: index(at), from: last, bytes,
        &position, into: &batch)
    case .documentType(let at):
      refuse(offset(index(at), bytes), into: &batch)
    }
  }

  mutating func reportMended(
    _ places: some Sequence<Int>, _ bytes: Span<UInt8>, into batch: inout PassengerBatch
  ) {
    for place in places {
      let offset = offset(place, bytes)
      // Behind an error the bytes are read again.
      guard offset >= mendedTo else { continue }
      mendedTo = offset + 1
      reader.report(.xmlSyntax, offset, "a character that XML does not allow, mended", &batch)
    }
  }
}
