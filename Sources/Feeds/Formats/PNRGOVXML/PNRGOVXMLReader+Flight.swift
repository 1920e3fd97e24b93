import Bytes
import Records

/// The flight of the message and those of the itinerary.
extension PNRGOVXMLReader {
  mutating func takePushed(
    _ event: XMLEvents.Event, _ tape: borrowing XMLEvents, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    pushed = readLeg(event, tape, at: offset, into: &batch)
  }

  /// Static, since a method would need the reader beside the leg, and copy it.
  static func takePort(
    _ event: XMLEvents.Event, _ tape: borrowing XMLEvents, of leg: inout FlightLeg
  ) {
    let port = ShortCode(tape.bytes.span, tape.value(Name.locationCode, of: event))
    if event.name == Name.departureAirport {
      leg.from = port
    } else if event.name == Name.arrivalAirport {
      leg.to = port
    }
  }

  private func readLeg(
    _ event: XMLEvents.Event, _ tape: borrowing XMLEvents, at offset: UInt64,
    into batch: inout PassengerBatch
  ) -> FlightLeg {
    var leg = FlightLeg()
    let bytes = tape.bytes.span
    FlightLegReader.setFlight(
      of: &leg, bytes, tape.value(Name.flightNumber, of: event),
      carrier: code(tape, Name.carrierCode, of: event))
    if leg.suffix.isEmpty { leg.suffix = code(tape, Name.suffix, of: event) }
    let departure = tape.value(Name.departure, of: event)
    if let (date, minute) = XMLDate.read(bytes, departure) {
      leg.date = date
      leg.departureMinute = minute
    } else if departure.contains(where: { isAlphanumeric(bytes[$0]) }) {
      report(.dateImpossible, offset, "a date of a flight is no date", &batch)
    }
    if let (date, minute) = XMLDate.read(bytes, tape.value(Name.arrival, of: event)) {
      leg.arrivalDate = date
      leg.arrivalMinute = minute
    }
    return leg
  }

  mutating func openFlight(
    _ event: XMLEvents.Event, _ tape: borrowing XMLEvents, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    guard booking.legs.count < limits.personsPerBooking else { return }
    booking.legs.append(readLeg(event, tape, at: offset, into: &batch))
    booking.isPushedLeg.append(false)
    operating = nil
  }

  /// Ports, and the two carriers: the marketing one names the leg, the operating one may be the pushed.
  mutating func takeFlightPart(_ event: XMLEvents.Event, _ tape: borrowing XMLEvents) {
    guard let last = booking.legs.indices.last else { return }
    switch event.name {
    case Name.departureAirport, Name.arrivalAirport:
      PNRGOVXMLReader.takePort(event, tape, of: &booking.legs[last])
    default:
      var leg = booking.legs[last]
      let carrier = code(tape, Name.code, of: event)
      let number = tape.value(Name.flightNumber, of: event)
      if !carrier.isEmpty { leg.carrier = carrier }
      if !number.isEmpty {
        FlightLegReader.setFlight(of: &leg, tape.bytes.span, number, carrier: leg.carrier)
      }
      if event.name == Name.marketingAirline {
        booking.legs[last] = leg
      } else {
        operating = leg
      }
    }
  }

  mutating func closeFlight() {
    guard let last = booking.legs.indices.last else { return }
    if var flown = operating {
      if booking.legs[last].carrier.isEmpty { booking.legs[last].carrier = flown.carrier }
      flown.from = booking.legs[last].from
      flown.to = booking.legs[last].to
      if flown.number.isEmpty { flown.number = booking.legs[last].number }
      if hasPushed, FlightLegReader.isSame(flown, pushed) { booking.isPushedLeg[last] = true }
    }
    operating = nil
    if hasPushed, FlightLegReader.isSame(booking.legs[last], pushed) {
      booking.isPushedLeg[last] = true
    }
  }
}

/// Dates as XML writes them, with the ways of EDIFACT that some senders keep.
enum XMLDate {
  /// `YYYY-MM-DD`, alone or with a time behind `T` or a blank; a zone is passed over, times are local.
  /// - Returns: the date, and minutes after midnight or -1; nil for anything else.
  static func read(_ bytes: Span<UInt8>, _ range: Range<Int>) -> (PartialDate, Int16)? {
    let range = DateReader.trim(bytes, range)
    guard range.count >= 10, bytes[range.lowerBound + 4] == 0x2D,
      bytes[range.lowerBound + 7] == 0x2D
    else {
      let plain = DateReader.yearFirst(bytes, range, reference: nil, .travel).value
      return range.count >= 8 ? plain.map { ($0, -1) } : nil
    }
    let start = range.lowerBound
    guard let year = DateReader.integer(bytes, start..<(start + 4)),
      let month = DateReader.integer(bytes, (start + 5)..<(start + 7)),
      let day = DateReader.integer(bytes, (start + 8)..<(start + 10)), year >= 1850, year <= 2200,
      let date = PartialDate(year: year, month: month, day: month == 0 ? 0 : day)
    else { return nil }
    guard range.count >= 16, bytes[start + 13] == 0x3A,
      let hour = DateReader.integer(bytes, (start + 11)..<(start + 13)),
      let minute = DateReader.integer(bytes, (start + 14)..<(start + 16)), hour < 24, minute < 60
    else { return (date, -1) }
    return (date, Int16(hour * 60 + minute))
  }

  /// A birth date or an expiry, also as `01JAN80`.
  static func read(
    _ bytes: Span<UInt8>, _ range: Range<Int>, reference: PartialDate?,
    _ meaning: DateReader.Meaning
  ) -> DateReader.Reading {
    if let (date, _) = read(bytes, range) { return .date(date) }
    return DateReader.withMonthName(bytes, range, reference: reference, meaning)
  }
}
