import Records

/// Reads the lines of one list after another into persons: names in groups, what stands with each group,
/// totals and sections.
///
/// A line that is damaged costs itself; the next name is read again.
struct TypeBReader {
  /// What follows an element.
  enum Outcome {
    case list
    case ended
    /// It does not belong to the list.
    case outside
  }

  let limits: Limits
  let today: PartialDate?
  var kind = MessageKind.other
  var header = MessageHeader(type: "")
  var leg = FlightLeg()
  var hasLeg = false
  var days = TypeBDates.DaysAround(nil)
  /// The status of the names that follow.
  var status = TravelStatus.unstated
  /// The names that follow are changed: all that is said of them is said anew.
  var isChange = false
  var booking = Booking()
  /// A name was read, and what stands with it is still coming.
  var isGroupOpen = false
  /// The group is an extra seat; nothing in it is a person's.
  var isSeat = false
  /// Travellers of the group who have no given name in it.
  var unnamed = 0
  /// Seats of the group for which its name line has no given name, until something tells whose they are.
  var unexplainedSeats = 0
  var charset = Charset.typeB
  var decoded: [UInt8] = []
  /// The text of a remark, and the name that it belongs to.
  var remark: [UInt8] = []
  var association: [UInt8] = []
  var documentText = DocumentText()
  var names = NameReader()
  var givenRanges: [Range<Int>] = []
  /// Surname and given name of the travellers of the group, as in the name line.
  var members = TypeBMembers()
  /// Names with a title so far, less those without: lists that glue a title to each name have many more.
  var titledNames = 0
  var totals = TypeBTotals()
  /// Destinations that were named: a flight with one stop has two.
  var isOneDestination = true
  var ordinal: UInt32 = 0
  var offset: UInt64 = 0
  var isStray = false
  var isComplete = true
  /// Neither totals nor names have come yet.
  var isBeforeNames = true
  /// In a table of the header.
  var isInTable = false
  /// A list that is counted and not read.
  var isSkipped = false
  var hasReportedNoFlight = false
  var hasReportedSize = false
  var hasReportedCharset = false

  init(_ context: FeedContext) {
    limits = context.limits
    today = context.today
  }

  // MARK: Beginning and end

  mutating func skipList() { isSkipped = true }

  mutating func begin(
    _ kind: MessageKind, _ flight: TypeBFlightLine?, _ outside: TypeBOutside,
    into batch: inout PassengerBatch
  ) {
    self.kind = kind
    ordinal += 1
    offset = outside.listOffset
    isSkipped = false
    batch.counts.messages += 1
    batch.counts.messagesParsed += 1
    header = MessageHeader(type: kind.label)
    header.ordinal = ordinal
    header.function = kind == .adl ? .update : .list
    header.sender = outside.sender
    charset = Charset.typeB
    titledNames = 0
    status = TypeBReader.status(of: kind)
    isChange = false
    isOneDestination = true
    isComplete = true
    isStray = false
    isBeforeNames = true
    isInTable = false
    hasReportedSize = false
    hasReportedCharset = false
    hasReportedNoFlight = flight == nil
    setFlight(flight, outside, into: &batch)
    totals.begin(part: Int(header.part), kind, leg)
  }

  private mutating func setFlight(
    _ flight: TypeBFlightLine?, _ outside: TypeBOutside, into batch: inout PassengerBatch
  ) {
    hasLeg = flight != nil
    leg = flight?.leg ?? FlightLeg()
    guard let flight else {
      days = TypeBDates.DaysAround(today)
      report(.noFlight, offset, "the list names no flight", &batch)
      return
    }
    header.part = Int32(clamping: flight.part)
    if flight.hasYear {
      leg.date = flight.date
    } else if let date = flight.date, let today {
      leg.date = TypeBDates.nearest(date, to: today)
    }
    days = TypeBDates.DaysAround(leg.date ?? today)
    if flight.date == nil {
      report(.dateImpossible, offset, "the date of the flight is no date", &batch)
    }
    guard let time = outside.time, let day = days[time / 10_000],
      time / 100 % 100 < 24, time % 100 < 60
    else { return }
    header.minute = MessageHeader.minute(of: day, time / 100 % 100 * 60 + time % 100)
  }

  /// What travellers of a list are, unless it says otherwise.
  private static func status(of kind: MessageKind) -> TravelStatus {
    switch kind {
    case .pnl, .adl: .booked
    case .prl, .etl, .ptm, .psm, .asl, .ftl, .pil: .boarded
    default: .unstated
    }
  }

  /// The list goes on behind its end.
  mutating func reopen(at offset: UInt64, into batch: inout PassengerBatch) {
    isComplete = false
    self.offset = offset
    header.isLastPart = true
    totals.isWhole = false
  }

  /// - Parameter isLast: the list ends, not only a part of it.
  mutating func end(isLast: Bool, into batch: inout PassengerBatch) {
    guard !isSkipped else { return }
    closeGroup(into: &batch)
    if !isLast {
      let index = batch.index(of: header)
      header.isLastPart = false
      // What was held to be the end of the list has its push already, which stays as it is.
      if !batch.pushes.contains(where: { $0.message == index }) { batch.amend(index, header) }
    }
    if isLast, let (announced, found) = totals.mismatch {
      report(
        .countMismatch, offset, "totals of \(announced) travellers, found \(found)", &batch)
    }
    push(into: &batch)
  }

  /// Another list, or its envelope, stands where the end should be.
  mutating func endWithoutEnd(at offset: UInt64, into batch: inout PassengerBatch) {
    guard !isSkipped else { return }
    closeGroup(into: &batch)
    isComplete = false
    report(.truncated, offset, "a list has no end", &batch)
    push(into: &batch)
  }

  /// The file ends inside a list. The last name is given out where all its lines have their ends; of a
  /// line without one nobody knows what is missing.
  mutating func cut(at offset: UInt64, isLineCut: Bool, into batch: inout PassengerBatch) {
    var lost = 0
    if !isLineCut, !isSkipped { closeGroup(into: &batch) }
    if isGroupOpen, !isSeat {
      booking.join()
      lost = booking.travellers.count
    }
    isGroupOpen = false
    isComplete = false
    report(
      .truncated, offset, "the file ends inside a list; \(lost) travellers are incomplete", &batch)
    if !isSkipped { push(into: &batch) }
  }

  private mutating func push(into batch: inout PassengerBatch) {
    var leg = leg
    if !isOneDestination { leg.to = .none }
    var push = Push(
      message: batch.index(of: header), leg: hasLeg ? leg : nil, offset: offset)
    push.isComplete = isComplete
    push.announcedPersons = kind == .adl ? -1 : totals.announcedHere
    push.foundPersons = totals.foundHere
    batch.pushes.append(push)
  }

  func report(
    _ code: ReasonCode, _ offset: UInt64, _ text: String, _ batch: inout PassengerBatch
  ) {
    batch.diagnostics.append(Diagnostic(code, at: offset, text))
  }
}
