import Bytes
import Records

/// Bookings that have lost the tags around them.
extension PNRGOVXMLReader {
  /// Travellers outside of all bookings: the tags of theirs are lost.
  mutating func implyBooking(
    _ event: XMLEvents.Event, _ tape: borrowing XMLEvents, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    if !isAgain { report(.xmlSyntax, offset, "a traveller outside of all bookings", &batch) }
    hasLost = true
    openBooking(event, tape, at: offset, into: &batch)
    announcedPassengers = -1
    isBookingImplied = true
  }

  mutating func startInImplied(
    _ event: XMLEvents.Event, _ tape: borrowing XMLEvents, at offset: UInt64,
    into batch: inout PassengerBatch
  ) -> Scope {
    let scope = startInBooking(event, tape, .booking, at: offset, into: &batch)
    return scope == .booking ? .message : scope
  }
}
