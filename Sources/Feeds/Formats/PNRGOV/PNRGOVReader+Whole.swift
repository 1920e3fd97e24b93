import Bytes
import Records

/// Whole bookings in one go (``PlainBooking``).
extension PNRGOVReader {
  static var unit: SegmentTag? { .src }

  mutating func takeUnit(
    _ bytes: Span<UInt8>, _ walk: inout SegmentWalk, into batch: inout PassengerBatch
  ) -> Bool {
    // A booking without a flight is reported; and small limits are the general way's to keep.
    guard hasPushed, limits.personsPerBooking >= 256, isUsual(walk.separators) else { return false }
    let table = SegmentTag.table.span
    var ahead = walk
    plain.begin(
      PlainBooking.Context(
        separators: walk.separators, pushed: pushed, referenceDate: referenceDate,
        isUpdate: context.header.function == .update))
    guard ahead.advance(bytes, table) != nil else { return false }
    while let tag = ahead.tag, tag != .src {
      guard !tag.isService else {
        guard tag == .unt, isEnd(bytes, ahead, table) else { return false }
        break
      }
      let start = ahead.start
      guard let end = ahead.advance(bytes, table),
        plain.take(tag, bytes, start..<end, &flightTexts, &historyText)
      else { return false }
    }
    guard plain.join(bytes) else { return false }
    closeBooking(into: &batch)
    scope = .message
    bookings += 1
    batch.counts.bookings += 1
    plain.emit(context.header, bytes, base: walk.base, into: &batch)
    persons += plain.travellers.count
    walk = ahead
    return true
  }

  /// Whether UNT ends here for certain, so that nothing of the booking can follow.
  private func isEnd(
    _ bytes: Span<UInt8>, _ walk: SegmentWalk, _ table: Span<SegmentTag?>
  ) -> Bool {
    var behind = walk
    return behind.advance(bytes, table) != nil
  }

  private func isUsual(_ separators: EDIFACTSeparators) -> Bool {
    separators.component == 0x3A && separators.element == 0x2B
      && (separators.release == 0x3F || separators.release == 0) && separators.terminator < 0x30
  }
}
