import Bytes
import Records

/// Makes persons of the elements of PNRGOV XML: one grammar for all versions, driven by local names
/// and by what is open, so that unknown elements around and between cost nothing.
struct PNRGOVXMLReader {
  typealias Name = PNRGOVXMLName

  /// What an element belongs to.
  enum Scope: UInt8 {
    case outside, message, answer, leg, booking, passenger, infant, flight, checkIn
    case checkInName, service, history
  }

  struct Frame {
    var element: UInt8
    var scope: Scope
    /// Whether the scope began with this element.
    var isOwner: Bool
  }

  enum OpenLocator { case none, own, spare }

  let limits: Limits
  var frames: [Frame] = []
  var booking = Booking()
  var services = ServiceReader()
  var charset = Charset.utf8

  // The message.
  var header = MessageHeader(type: "PNRGOV")
  var isMessageOpen = false
  var messageOffset: UInt64 = 0
  var messages: UInt32 = 0
  var hasReadDocument = false
  /// The root's start tag is lost, or stands behind what was taken for the first part of the message.
  var isRootImplied = false
  var pushed = FlightLeg()
  var hasPushed = false
  var announced = -1
  var announcedOffset: UInt64 = 0
  var bookings = 0
  var persons = 0
  var hasLost = false
  var hasReportedNoFlight = false

  // The booking.
  var isBookingOpen = false
  /// The booking has no element of its own.
  var isBookingImplied = false
  var announcedPassengers = -1
  var passengers = 0
  var infants = 0
  var currentTraveller = -1
  /// The locator that was read last, while its element says whose it is.
  var openLocator = OpenLocator.none
  var checkIn = Booking.Finding(.checkIn)
  var hasReportedSize = false

  // A broken part is read twice.
  var isAgain = false
  var isDocumentCounted = false
  var isBookingCounted = false

  /// Of the flight that is open, as its operating carrier numbers it.
  var operating: FlightLeg?

  // What is being collected.
  var own = NameParts()
  var other = NameParts()
  /// Of a Passenger that has another surname in its attributes.
  var spare = NameParts()
  /// Outside of all elements that hold people.
  var stray = NameParts()
  var documentName = NameParts()
  var serviceFinding = Booking.Finding(.identity)
  var service: ServiceReader.Service?
  var serviceText: [UInt8] = []
  var piece: [UInt8] = []
  var isTextCut = false
  var decoded: [UInt8] = []

  init(limits: Limits) { self.limits = limits }

  /// Takes one event.
  /// - Returns: false for a booking or a message that begins where none can: the end tag of the last one
  ///   is lost.
  mutating func take(
    _ event: XMLEvents.Event, _ tape: borrowing XMLEvents, at offset: UInt64,
    into batch: inout PassengerBatch
  ) -> Bool {
    switch event.kind {
    case .start:
      let scope = frames.last?.scope ?? .outside
      if event.name == Name.booking, isBookingOpen, isBookingImplied {
        closeBooking(into: &batch)
      } else if event.name == Name.booking, isBookingOpen {
        // Unknown containers may hold bookings of their own, such as the one that this was split from.
        guard scope == .history else { return false }
      }
      // A part that is read again may hold the root beside the tags around it.
      if event.name == Name.notification, isMessageOpen, !isAgain, scope != .outside,
        isRootImplied || frames.first?.element != Name.notification
      {
        return false
      }
      start(event, tape, scope, at: offset, into: &batch)
    case .end:
      if let frame = frames.popLast() { end(frame, at: offset, into: &batch) }
    case .text:
      let range = Int(event.range.lowerBound)..<Int(event.range.upperBound)
      let room = limits.xmlTextBytes - piece.count
      if range.count > room, !isTextCut {
        isTextCut = true
        report(.tooLarge, offset, "a text over the limit, read as far as the limit", &batch)
      }
      piece.append(copying: tape.bytes.span.extracting(range.prefix(max(0, room))))
    }
    return true
  }

  private mutating func start(
    _ event: XMLEvents.Event, _ tape: borrowing XMLEvents, _ parent: Scope, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    var scope = parent
    switch parent {
    case .outside:
      scope = startOutside(event, tape, at: offset, into: &batch)
    case .message:
      scope = startInMessage(event, tape, at: offset, into: &batch)
    case .answer: break
    case .leg:
      PNRGOVXMLReader.takePort(event, tape, of: &pushed)
    case .booking, .passenger, .infant, .flight, .checkIn, .checkInName, .service, .history:
      scope = startInBooking(event, tape, parent, at: offset, into: &batch)
    }
    frames.append(Frame(element: event.name, scope: scope, isOwner: scope != parent))
  }

  private mutating func startOutside(
    _ event: XMLEvents.Event, _ tape: borrowing XMLEvents, at offset: UInt64,
    into batch: inout PassengerBatch
  ) -> Scope {
    switch event.name {
    case Name.notification:
      openMessage(event, tape, at: offset, into: &batch)
      return .message
    case Name.answer:
      closeMessage(isWhole: true, at: offset, into: &batch)
      guard !isDocumentCounted else { return .answer }
      hasReadDocument = true
      messages += 1
      batch.counts.messages += 1
      batch.counts.messagesSkipped += 1
      return .answer
    case Name.originator, Name.flightLeg, Name.bookings, Name.booking:
      // A wrapper agreed between two parties, without the message's own root.
      if !isMessageOpen { openMessage(event, tape, at: offset, into: &batch) }
      return startInMessage(event, tape, at: offset, into: &batch)
    default: return .outside
    }
  }

  private mutating func startInMessage(
    _ event: XMLEvents.Event, _ tape: borrowing XMLEvents, at offset: UInt64,
    into batch: inout PassengerBatch
  ) -> Scope {
    switch event.name {
    case Name.originator:
      header.sender = string(tape, tape.value(Name.airlineCode, of: event))
    case Name.flightLeg where !hasPushed:
      takePushed(event, tape, at: offset, into: &batch)
      return .leg
    case Name.bookings:
      announced =
        DateReader.integer(tape.bytes.span, tape.value(Name.numberOfBookings, of: event)) ?? -1
      announcedOffset = offset
    case Name.booking:
      openBooking(event, tape, at: offset, into: &batch)
      return .booking
    case Name.bookingReference, Name.passenger:
      if !isBookingOpen { implyBooking(event, tape, at: offset, into: &batch) }
      return startInImplied(event, tape, at: offset, into: &batch)
    default:
      // The rest of a booking that ended too early.
      if !isBookingOpen, bookings > 0, event.name == Name.flight || event.name == Name.service {
        implyBooking(event, tape, at: offset, into: &batch)
      }
      if isBookingOpen, isBookingImplied {
        return startInImplied(event, tape, at: offset, into: &batch)
      }
    }
    return .message
  }

  private mutating func end(
    _ frame: Frame, at offset: UInt64, into batch: inout PassengerBatch
  ) {
    switch frame.element {
    case Name.surname, Name.givenName: takeNamePart(frame, at: offset, into: &batch)
    case Name.text:
      if frame.scope == .service { takeServiceText() }
    case Name.bookingReference: openLocator = .none
    case Name.seatNumber:
      if frame.scope == .checkIn {
        decode()
        checkIn.seat = ServiceReader.seat(decoded, into: &booking)
      }
    default: break
    }
    guard frame.isOwner else {
      if frame.scope == .history, frame.element == Name.passenger { addHistory() }
      return
    }
    if isAgain { addStray(at: offset) }
    switch frame.scope {
    case .message where frame.element == Name.notification:
      closeMessage(isWhole: true, at: offset, into: &batch)
    case .leg: hasPushed = !pushed.number.isEmpty || !pushed.from.isEmpty
    case .booking: closeBooking(into: &batch)
    case .passenger: closePassenger(into: &batch)
    case .infant: addInfant()
    case .flight: closeFlight()
    case .checkInName: takeCheckInName(at: offset)
    case .checkIn:
      takeCheckInName(at: offset)
      booking.findings.append(checkIn)
    case .service: closeService(into: &batch)
    case .history: addHistory(of: frame)
    case .outside, .answer, .message: break
    }
  }

  func report(
    _ code: ReasonCode, _ offset: UInt64, _ text: String, _ batch: inout PassengerBatch
  ) {
    batch.diagnostics.append(
      Diagnostic(
        code, at: offset, text, messageReference: isMessageOpen ? header.reference : ""))
  }
}
