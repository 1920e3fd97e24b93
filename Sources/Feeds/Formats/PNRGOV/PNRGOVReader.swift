import Bytes
import Records

/// Reads PNRGOV messages: one grammar for all versions, driven by the tag and by what is open, never
/// by the position, so that a missing or misplaced segment costs nothing but itself.
struct PNRGOVReader: EDIFACTMessageReader, ~Copyable {
  /// What a segment belongs to.
  enum Scope {
    case message, booking, passenger, flight, checkIn, nonAir, split
    /// Behind ABI, which says who changed the booking; behind SAC, which says what there was before.
    case change, history
  }

  let limits: Limits
  var context = MessageContext()
  var tokens = SegmentTokens()
  var booking = Booking()
  var scope = Scope.message
  var pushed = FlightLeg()
  var hasPushed = false
  var announced: Int?
  var announcedOffset: UInt64 = 0
  var bookings = 0
  var persons = 0
  /// The traveller of the passenger group that is open, -1 if none.
  var currentTraveller = -1
  /// References of the segment read last, decoded.
  var decoded: [UInt8] = []
  var services = ServiceReader()
  var historyText = HistoryText()
  var names = NameReader()
  var givenRanges: [Range<Int>] = []
  /// Index in `booking.findings` of the check-in record that is open, -1 if none.
  var currentCheckIn = -1
  var hasReportedNoFlight = false
  var hasReportedSize = false
  var plain = PlainBooking()
  var flightTexts = FlightTexts()
  /// Whether a booking or a traveller may be missing from what was given out.
  var hasLost = false

  init(limits: Limits) { self.limits = limits }

  @inline(__always)
  static func reads(_ tag: SegmentTag, _ bytes: Span<UInt8>, at start: Int) -> Bool {
    switch tag {
    case .ssr: start &+ 8 > bytes.count || mayRead(bytes.word(at: start &+ 4))
    case .src, .tif, .tvl, .tra, .rci, .org, .tri, .ssd, .dat, .eqn, .msg, .abi, .sac, .lts:
      true
    default: false
    }
  }

  mutating func begin(_ context: MessageContext) {
    self.context = context
    scope = .message
    pushed = FlightLeg()
    hasPushed = false
    announced = nil
    bookings = 0
    persons = 0
    hasReportedNoFlight = false
    hasReportedSize = false
    hasLost = false
  }

  mutating func take(
    _ tag: SegmentTag, _ bytes: Span<UInt8>, _ range: Range<Int>, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    if tag == .src {
      closeBooking(into: &batch)
      openBooking(at: offset, into: &batch)
      return
    }
    guard !range.isEmpty else { return }
    if scope == .message {
      takeHeader(tag, bytes, range, at: offset, into: &batch)
    } else {
      takeBookingSegment(tag, bytes, range, at: offset, into: &batch)
    }
  }

  mutating func end(
    _ how: MessageEnd, at offset: UInt64, into batch: inout PassengerBatch
  ) -> MessageResult {
    var result = MessageResult()
    if how == .cut {
      // A booking that was cut may lack its documents; it is not given out half.
      if scope != .message { result.incompletePersons = booking.travellers.count }
    } else {
      closeBooking(into: &batch)
      checkTotal(into: &batch)
    }
    scope = .message
    result.header = context.header
    result.push.leg = hasPushed ? pushed : nil
    result.push.isComplete = !hasLost
    result.push.announcedBookings = announced ?? -1
    result.push.foundBookings = bookings
    result.push.foundPersons = persons
    result.persons = persons
    result.hasCharsetDeviation = context.charset.hasDeviated
    return result
  }

  func report(
    _ code: ReasonCode, _ offset: UInt64, _ text: String, _ batch: inout PassengerBatch
  ) {
    batch.diagnostics.append(
      Diagnostic(code, at: offset, text, messageReference: context.header.reference))
  }

  /// Level 0: the function, the flight, the number of bookings.
  private mutating func takeHeader(
    _ tag: SegmentTag, _ bytes: Span<UInt8>, _ range: Range<Int>, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    switch tag {
    case .msg:
      tokens.read(bytes, range, context.separators)
      switch DateReader.integer(bytes, tokens.component(1, 1)) {
      case 22: context.header.function = .full
      case 141: context.header.function = .update
      default: break
      }
    case .tvl where !hasPushed:
      tokens.read(bytes, range, context.separators)
      let (leg, isImpossible) = FlightLegReader.read(bytes, tokens)
      pushed = leg
      hasPushed = !leg.number.isEmpty || !leg.from.isEmpty
      if isImpossible { report(.dateImpossible, offset, "a date of the flight is no date", &batch) }
    case .eqn:
      tokens.read(bytes, range, context.separators)
      announced = DateReader.integer(bytes, tokens.component(1))
      announcedOffset = offset
    case .tif:
      // SRC is lost: better a booking without its opening than persons passed over.
      hasLost = true
      openBooking(at: offset, into: &batch)
      takeBookingSegment(tag, bytes, range, at: offset, into: &batch)
    default: break
    }
  }

  private mutating func openBooking(at offset: UInt64, into batch: inout PassengerBatch) {
    booking.begin(at: offset)
    scope = .booking
    currentTraveller = -1
    currentCheckIn = -1
    bookings += 1
    batch.counts.bookings += 1
  }

  mutating func closeBooking(into batch: inout PassengerBatch) {
    guard scope != .message else { return }
    // Some senders leave ORG of every booking empty: in a full push, one that has anything else is none that
    // is cancelled.
    if booking.isOriginEmpty {
      booking.isCancelled =
        context.header.function == .update
        || booking.travellers.isEmpty && booking.findings.isEmpty && booking.legs.isEmpty
    }
    emitPeople(into: &batch)
    // Whoever stood in a booking that names nobody now is not said to be absent.
    if booking.travellers.isEmpty { booking.isInDoubt = true }
    if booking.isInDoubt, !booking.isCancelled,
      !booking.emitDoubt(context.header, pushed: hasPushed ? pushed : nil, into: &batch)
    {
      hasLost = true
      if booking.travellers.isEmpty {
        report(.syntax, booking.offset, Booking.namelessText, &batch)
      }
    }
    if booking.isCancelled {
      booking.emitCancellation(
        context.header, pushed: hasPushed ? pushed : nil, into: &batch)
    }
  }

  /// Joins and gives out the travellers that the booking has so far.
  mutating func emitPeople(into batch: inout PassengerBatch) {
    booking.join()
    let isNameCut = names.takeCut()
    if services.names.takeCut() || isNameCut {
      report(.tooLarge, booking.offset, NameReader.cutText, &batch)
    }
    if let stranger = booking.strangerOffset {
      report(.syntax, stranger, Booking.strangerText, &batch)
    }
    guard !booking.travellers.isEmpty else { return }
    if !hasPushed, !hasReportedNoFlight {
      hasReportedNoFlight = true
      report(.noFlight, booking.offset, "the message names no flight", &batch)
    }
    for traveller in booking.travellers where traveller.mainName < 0 {
      hasLost = true
      report(.syntax, traveller.offset, "a person without a name", &batch)
    }
    persons += booking.emit(
      context.header, pushed: pushed, hasPushed: hasPushed, into: &batch)
  }

  private func checkTotal(into batch: inout PassengerBatch) {
    guard context.isWhole, let announced, announced != bookings else { return }
    report(
      .countMismatch, announcedOffset, "EQN counts \(announced) bookings, found \(bookings)",
      &batch)
  }
}
