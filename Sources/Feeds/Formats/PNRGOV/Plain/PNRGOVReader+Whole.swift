import Bytes
import Records

/// Whole bookings in one go (``PlainBooking``).
extension PNRGOVReader {
  static var unit: SegmentTag? { .src }

  mutating func takeUnit(
    _ bytes: Span<UInt8>, _ walk: inout SegmentWalk, into batch: inout PassengerBatch
  ) -> Bool {
    // A booking without a flight is reported; and small limits are the general way's to keep.
    guard hasPushed, limits.personsPerBooking >= 256, walk.separators.isUsual else { return false }
    let tags = SegmentTag.table
    let table = tags.span
    var ahead = walk
    plain.begin(
      PlainBooking.Context(
        separators: walk.separators, pushed: pushed, referenceDate: referenceDate,
        isUpdate: context.header.function == .update))
    guard ahead.advance(bytes, table) != nil else { return false }
    while let tag = ahead.tag, tag != .src, tag != .unt {
      guard !tag.isService else { return false }
      let start = ahead.start
      guard let end = ahead.advance(bytes, table),
        plain.take(tag, bytes, start..<end, &flightTexts, &historyText)
      else { return false }
    }
    guard ahead.endsPlainly(bytes, table), plain.join(bytes) else { return false }
    closeBooking(into: &batch)
    scope = .message
    bookings += 1
    batch.counts.bookings += 1
    plain.emit(context.header, bytes, base: walk.base, into: &batch)
    persons += plain.travellers.count
    walk = ahead
    return true
  }
}
