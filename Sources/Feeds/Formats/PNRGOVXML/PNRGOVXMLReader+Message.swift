import Bytes
import Records

/// Messages and bookings: opening, closing, counting.
extension PNRGOVXMLReader {
  mutating func beginDocument() {
    frames.removeAll(keepingCapacity: true)
    hasReadDocument = false
    isRootImplied = false
  }

  mutating func openMessage(
    _ event: XMLEvents.Event, _ tape: borrowing XMLEvents, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    // What was counted may have been an answer, which is over.
    if !isDocumentCounted || !isMessageOpen {
      closeMessage(isWhole: true, at: offset, into: &batch)
      messages += 1
      batch.counts.messages += 1
    }
    hasReadDocument = true
    isMessageOpen = true
    messageOffset = offset
    var reference = tape.value(Name.transaction, of: event)
    if reference.isEmpty { reference = tape.value(Name.correlation, of: event) }
    header = MessageHeader(
      type: "PNRGOV", version: string(tape, tape.value(Name.version, of: event)),
      reference: string(tape, reference))
    header.ordinal = messages
    let function = ShortCode(tape.bytes.span, tape.value(Name.function, of: event))
    header.function = PNRGOVXMLReader.updates.contains(function) ? .update : .full
    if let (date, minute) = XMLDate.read(tape.bytes.span, tape.value(Name.timeStamp, of: event)) {
      header.minute = MessageHeader.minute(of: date, Int(max(0, minute)))
    }
    pushed = FlightLeg()
    hasPushed = false
    announced = -1
    bookings = 0
    persons = 0
    hasLost = false
    hasReportedNoFlight = false
  }

  private static let updates: Set<ShortCode> = [
    ShortCode("141"), ShortCode("UPDATE"), ShortCode("UPD"), ShortCode("CHANGE"),
  ]

  /// Ends the message that is open, if one is.
  /// - Parameter isWhole: whether it was read to its end.
  mutating func closeMessage(
    isWhole: Bool, at offset: UInt64, into batch: inout PassengerBatch
  ) {
    guard isMessageOpen else { return }
    if isBookingOpen { closeBooking(into: &batch) }
    if isWhole, !hasLost, announced >= 0, announced != bookings {
      report(
        .countMismatch, announcedOffset,
        "NumberOfPnrs counts \(announced) bookings, found \(bookings)", &batch)
    }
    var push = Push(
      message: batch.index(of: header), leg: hasPushed ? pushed : nil, offset: messageOffset)
    push.isComplete = isWhole && !hasLost
    push.announcedBookings = announced
    push.foundBookings = bookings
    push.foundPersons = persons
    batch.pushes.append(push)
    batch.counts.messagesParsed += 1
    isMessageOpen = false
  }

  /// The document has ended.
  mutating func endDocument(at offset: UInt64, into batch: inout PassengerBatch) {
    closeMessage(isWhole: true, at: offset, into: &batch)
    frames.removeAll(keepingCapacity: true)
    guard !hasReadDocument else { return }
    batch.counts.messages += 1
    batch.counts.messagesQuarantined += 1
    messages += 1
    report(.unknownMessage, offset, "an XML document without a PNRGOV message", &batch)
  }

  /// The file ends inside the document. A booking that was cut may lack its documents; it is not given
  /// out half.
  /// - Returns: persons of that booking.
  mutating func cut(at offset: UInt64, into batch: inout PassengerBatch) -> Int {
    let incomplete = isBookingOpen ? booking.travellers.count : 0
    isBookingOpen = false
    hasLost = true
    if isMessageOpen {
      closeMessage(isWhole: false, at: offset, into: &batch)
    } else if !hasReadDocument {
      batch.counts.messages += 1
      batch.counts.messagesQuarantined += 1
      messages += 1
    }
    frames.removeAll(keepingCapacity: true)
    return incomplete
  }

  /// The document cannot be read on where it is. What the open booking says so far is given out: who
  /// is named in it is named completely, and nothing further will come.
  /// - Returns: how many persons.
  mutating func breakOff(into batch: inout PassengerBatch) -> Int {
    hasLost = true
    guard isBookingOpen else { return 0 }
    if frames.contains(where: { $0.scope == .passenger && $0.isOwner }), currentTraveller >= 0 {
      if own.surname.isEmpty || frames.last?.element == Name.givenName { own.removeAll() }
      closePassenger(into: &batch)
    }
    let before = persons
    announcedPassengers = -1
    closeBooking(isBroken: true, into: &batch)
    return persons - before
  }

  /// Gives out the open booking; what follows in it belongs to the message.
  mutating func leaveBooking(into batch: inout PassengerBatch) {
    _ = breakOff(into: &batch)
    for index in frames.indices where frames[index].scope.rawValue >= Scope.booking.rawValue {
      frames[index].scope = .message
      frames[index].isOwner = false
    }
  }

  /// Whether persons of the open booking were given out already.
  var isInPieces: Bool { isBookingOpen && hasReportedSize }

  /// What was read last comes again, mended: the open booking, or what stands before or between bookings.
  mutating func beginAgain(depth: Int) {
    isAgain = true
    isBookingCounted = isBookingOpen
    isDocumentCounted = depth == 0 && hasReadDocument
    isBookingOpen = false
    resume(depth: depth)
  }

  mutating func endAgain(into batch: inout PassengerBatch) {
    _ = breakOff(into: &batch)
    isAgain = false
    isBookingCounted = false
    isDocumentCounted = false
  }

  /// A fresh parser goes on in the middle of the document, so many elements deep.
  mutating func resume(depth: Int) {
    let isInside = isMessageOpen ? Scope.message : .outside
    let root = frames.first.map(\.element) ?? Name.notification
    frames.removeAll(keepingCapacity: true)
    for level in 0..<depth {
      let element = level == 0 ? root : Name.other
      frames.append(
        Frame(element: element, scope: isInside, isOwner: level == 0 && isMessageOpen))
    }
  }

  // MARK: Bookings

  mutating func openBooking(
    _ event: XMLEvents.Event, _ tape: borrowing XMLEvents, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    booking.begin(at: offset)
    isBookingOpen = true
    isBookingImplied = false
    if !isBookingCounted {
      bookings += 1
      batch.counts.bookings += 1
    }
    isBookingCounted = false
    passengers = 0
    infants = 0
    currentTraveller = -1
    hasReportedSize = false
    own.removeAll()
    other.removeAll()
    stray.removeAll()
    service = nil
    let bytes = tape.bytes.span
    announcedPassengers =
      DateReader.integer(bytes, tape.value(Name.numberOfPassengers, of: event)) ?? -1
    booking.isCancelled = isTrue(tape, tape.value(Name.cancelled, of: event))
    let status = tape.value(Name.status, of: event)
    guard !status.isEmpty else { return }
    let words = string(tape, status).uppercased()
    if words.hasPrefix("CANCEL") || words == "XX" || words == "X" { booking.isCancelled = true }
  }

  func isTrue(_ tape: borrowing XMLEvents, _ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    return [0x31, 0x54, 0x59].contains(upperASCII(tape.bytes[first]))
  }

  mutating func closeBooking(isBroken: Bool = false, into batch: inout PassengerBatch) {
    guard isBookingOpen else { return }
    isBookingOpen = false
    if isAgain { addStray(at: booking.offset) }
    emitPeople(isBroken: isBroken, into: &batch)
    if booking.travellers.isEmpty { booking.isInDoubt = true }
    if booking.isInDoubt, !booking.isCancelled,
      !booking.emitDoubt(header, pushed: hasPushed ? pushed : nil, into: &batch)
    {
      hasLost = true
      if booking.travellers.isEmpty, !isBroken, !isAgain {
        report(.syntax, booking.offset, Booking.namelessText, &batch)
      }
    }
    if booking.isCancelled {
      booking.emitCancellation(header, pushed: hasPushed ? pushed : nil, into: &batch)
    }
    if announcedPassengers >= 0, announcedPassengers != passengers,
      announcedPassengers != passengers - infants
    {
      report(
        .countMismatch, booking.offset,
        "NumberOfPassengers counts \(announcedPassengers), found \(passengers)", &batch)
    }
  }

  /// Joins and gives out the travellers that the booking has so far.
  mutating func emitPeople(isBroken: Bool = false, into batch: inout PassengerBatch) {
    booking.join()
    if services.names.takeCut() {
      report(.tooLarge, booking.offset, NameReader.cutText, &batch)
    }
    if let stranger = booking.strangerOffset, !isBroken, !isAgain {
      report(.syntax, stranger, Booking.strangerText, &batch)
    }
    guard !booking.travellers.isEmpty else { return }
    if !hasPushed, !hasReportedNoFlight {
      hasReportedNoFlight = true
      report(.noFlight, booking.offset, "the message names no flight", &batch)
    }
    for traveller in booking.travellers where traveller.mainName < 0 && !isBroken && !isAgain {
      hasLost = true
      report(.syntax, traveller.offset, "a person without a name", &batch)
    }
    persons += booking.emit(header, pushed: pushed, hasPushed: hasPushed, into: &batch)
  }
}
