import Bytes
import Records

/// What stands in a booking: travellers, flights, check-in, other names.
extension PNRGOVXMLReader {
  mutating func startInBooking(
    _ event: XMLEvents.Event, _ tape: borrowing XMLEvents, _ parent: Scope, at offset: UInt64,
    into batch: inout PassengerBatch
  ) -> Scope {
    switch event.name {
    case Name.surname, Name.givenName, Name.text, Name.seatNumber:
      if !piece.isEmpty { piece.removeAll(keepingCapacity: true) }
      return parent
    case Name.service:
      guard parent != .history, parent != .service else { return .history }
      openService(event, tape, parent, at: offset, into: &batch)
      return .service
    case Name.identity, Name.visa:
      if parent == .service { takeDocument(event, tape, at: offset, into: &batch) }
      return parent
    case Name.bookingReference:
      takeLocator(event, tape, isOwn: parent == .booking)
      return parent
    case Name.company:
      takeSystem(event, tape)
      return parent
    case Name.passenger:
      switch parent {
      case .booking:
        openPassenger(event, tape, at: offset, into: &batch)
        return .passenger
      case .checkIn:
        takeCheckInName(at: offset)
        return .checkInName
      default:
        if parent != .history { other.removeAll() }
        return .history
      }
    case Name.infant:
      guard parent == .booking || parent == .passenger else { return .history }
      other.removeAll()
      return .infant
    case Name.fare:
      if parent == .passenger, currentTraveller >= 0,
        PNRGOVReader.infantTypes.contains(code(tape, Name.passengerType, of: event))
      {
        booking.travellers[currentTraveller].kind = .infant
      }
      return parent
    case Name.flight:
      guard parent == .booking else { return .history }
      openFlight(event, tape, at: offset, into: &batch)
      return .flight
    case Name.departureAirport, Name.arrivalAirport, Name.operatingAirline,
      Name.marketingAirline:
      if parent == .flight { takeFlightPart(event, tape) }
      return parent
    case Name.boardingNumber:
      guard parent == .flight else { return .history }
      makeRoom(at: offset, into: &batch)
      checkIn = Booking.Finding(.checkIn)
      checkIn.reference = keep(tape, tape.value(Name.reference, of: event))
      checkIn.leg = booking.legs.count - 1
      checkIn.offset = offset
      other.removeAll()
      return .checkIn
    case Name.wrapper, Name.bookings, Name.booking: return parent
    default:
      // Whoever is named in an element that nobody knows is, at least, another name.
      if parent == .history || parent == .service { return parent }
      other.removeAll()
      return .history
    }
  }

  func code(
    _ tape: borrowing XMLEvents, _ name: UInt8, of event: XMLEvents.Event
  ) -> ShortCode {
    ShortCode(tape.bytes.span, tape.value(name, of: event))
  }

  // MARK: Travellers

  private mutating func openPassenger(
    _ event: XMLEvents.Event, _ tape: borrowing XMLEvents, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    makeRoom(at: offset, into: &batch)
    own.removeAll()
    passengers += 1
    let reference = keep(tape, tape.value(Name.reference, of: event))
    currentTraveller = booking.addTraveller(
      ReadName(), .xml, reference: reference, at: offset)
    let hasInfant = isTrue(tape, tape.value(Name.withInfant, of: event))
    booking.travellers[currentTraveller].hasInfant = hasInfant
    booking.travellers[currentTraveller].isAdult = hasInfant
    let boarding = tape.value(Name.boardingStatus, of: event)
    if !boarding.isEmpty {
      booking.travellers[currentTraveller].status = status(string(tape, boarding))
    }
    if PNRGOVReader.infantTypes.contains(code(tape, Name.passengerType, of: event)) {
      booking.travellers[currentTraveller].kind = .infant
    }
    // Some write the name into attributes.
    for attribute in event.range where event.range.count > 1 {
      let name = tape.attributes[Int(attribute)].name
      let isGiven = name == Name.givenName || name == Name.firstGivenName
      guard isGiven || name == Name.surname || name == Name.secondGivenName else { continue }
      piece.removeAll(keepingCapacity: true)
      piece.append(contentsOf: tape.bytes[tape.value(name, of: event)])
      decode()
      PNRGOVXMLReader.add(decoded, name == Name.surname ? name : Name.givenName, to: &own)
    }
    own.isOfAttributes = !own.surname.isEmpty
    spare.removeAll()
  }

  /// Another traveller begins where no start tag is.
  mutating func openNext(at offset: UInt64, into batch: inout PassengerBatch) {
    closePassenger(into: &batch)
    makeRoom(at: offset, into: &batch)
    passengers += 1
    currentTraveller = booking.addTraveller(ReadName(), .xml, reference: .empty, at: offset)
  }

  /// BoardingStatus has no list of codes that senders keep to.
  private func status(_ text: String) -> TravelStatus {
    let letters = text.uppercased().filter(\.isLetter)
    if letters.hasPrefix("NOSHOW") || letters == "NS" { return .noShow }
    if letters.hasPrefix("BOARDED") || letters == "BD" || letters == "B" { return .boarded }
    if letters.hasPrefix("CHECKEDIN") || letters == "CI" { return .checkedIn }
    return .booked
  }

  mutating func closePassenger(into batch: inout PassengerBatch) {
    guard currentTraveller >= 0 else { return }
    let index = currentTraveller
    currentTraveller = -1
    let name = own.isEmpty ? ReadName() : readName(own)
    own.removeAll()
    let isExtraSeat = booking.isExtraSeat(name)
    if isExtraSeat || booking.isSeatHolder(name) {
      if !isExtraSeat {
        booking.isInDoubt = true
        booking.hasOpenSeats = true
      }
      // What was said of the seat is said of nobody yet.
      booking.travellers.remove(at: index)
      for number in booking.findings.indices where booking.findings[number].scope == index {
        booking.findings[number].scope = Booking.Finding.unnamed
      }
      return
    }
    if !name.isEmpty, !booking.hasLetter(name) { booking.isInDoubt = true }
    if booking.travellers[index].kind == .infant { infants += 1 }
    if name.isAdult { booking.travellers[index].isAdult = true }
    booking.add(name, .xml, to: index)
    guard !spare.isEmpty else { return }
    booking.add(readName(spare), .xml, to: index)
    spare.removeAll()
  }

  /// A booking over the limit is given out in pieces.
  mutating func makeRoom(at offset: UInt64, into batch: inout PassengerBatch) {
    guard booking.isOverLimit(limits) else { return }
    if !hasReportedSize {
      hasReportedSize = true
      report(.tooLarge, offset, "a booking over the limit is given out in pieces", &batch)
    }
    emitPeople(into: &batch)
    booking.removePeople()
    currentTraveller = -1
  }

  // MARK: Flights and locators

  private mutating func takeLocator(
    _ event: XMLEvents.Event, _ tape: borrowing XMLEvents, isOwn: Bool
  ) {
    guard isBookingOpen else { return }
    let locator = keep(tape, tape.value(Name.id, of: event))
    guard !locator.isEmpty else { return }
    // As in RCI: type C is the departure control's own reference.
    let isControl = code(tape, Name.type, of: event) == PNRGOVReader.departureControl
    if isOwn, !isControl {
      guard booking.locator.isEmpty else { return }
      booking.locator = locator
      openLocator = .own
    } else if booking.spareLocator.isEmpty {
      booking.spareLocator = locator
      openLocator = .spare
    }
  }

  /// CompanyName in a BookingRefID: the system that gave the locator, as in RCI.
  private mutating func takeSystem(_ event: XMLEvents.Event, _ tape: borrowing XMLEvents) {
    switch openLocator {
    case .own: booking.locatorSystem = code(tape, Name.code, of: event)
    case .spare: booking.spareLocatorSystem = code(tape, Name.code, of: event)
    case .none: break
    }
    openLocator = .none
  }
}
