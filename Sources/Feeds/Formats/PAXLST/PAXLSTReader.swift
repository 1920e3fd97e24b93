import Records

/// Reads PAXLST messages. Segments are routed by qualifier, not by position: within a passenger group
/// their order varies from carrier to carrier.
struct PAXLSTReader: EDIFACTMessageReader, ~Copyable {
  /// The passenger group that is open.
  struct Traveller {
    var isOpen = false
    var kind = PassengerKind.passenger
    var source = NameSource.nad
    var gender = Gender.unstated
    var name = ReadName()
    var birthDate: PartialDate?
    var nationality = ShortCode.none
    var locator = TextReference.empty
    var reference = TextReference.empty
    var seat = TextReference.empty
    var offset: UInt64 = 0
  }

  let limits: Limits
  var context = MessageContext()
  var tokens = SegmentTokens()
  var itinerary = PAXLSTItinerary()
  var traveller = Traveller()
  var documents: [TravelDocument] = []
  var hasDocument = false
  var ahead = AheadOfDocument()
  var arena = TextArena()
  var decoded: [UInt8] = []
  var names = NameReader()
  var givenRanges: [Range<Int>] = []
  var announced = 0
  var announcedOffset: UInt64 = 0
  var hasAnnounced = false
  var persons = 0
  var hasReportedNoFlight = false
  var hasLost = false
  /// What follows is of a person whose NAD is lost.
  var isBehindLostName = false
  var purpose = PAXLSTPurpose()
  var plain = PlainTraveller()

  init(limits: Limits) { self.limits = limits }

  @inline(__always)
  static func reads(_ tag: SegmentTag, _ bytes: Span<UInt8>, at start: Int) -> Bool {
    switch tag {
    case .nad, .cnt, .aut, .pdt, .tdt, .bgm, .dtm, .loc, .rff, .nat, .att, .doc: true
    default: false
    }
  }

  mutating func begin(_ context: MessageContext) {
    self.context = context
    itinerary = PAXLSTItinerary()
    traveller = Traveller()
    persons = 0
    announced = 0
    hasAnnounced = false
    hasReportedNoFlight = false
    hasLost = false
    isBehindLostName = false
    purpose = PAXLSTPurpose()
  }

  mutating func take(
    _ tag: SegmentTag, _ bytes: Span<UInt8>, _ range: Range<Int>, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    switch tag {
    case .nad, .cnt, .aut, .pdt, .tdt:
      closeTraveller(into: &batch)
      isBehindLostName = false
    case .bgm:
      // Behind persons it begins another message, whose UNH is lost.
      closeTraveller(into: &batch)
      if persons > 0 {
        itinerary = PAXLSTItinerary()
        hasLost = true
      }
    case .dtm, .loc, .rff, .nat, .att, .doc:
      if isBehindLostName { return }
    default: return
    }
    guard !range.isEmpty else { return }
    if traveller.isOpen, saysNothing(tag, bytes, range) { return }
    tokens.read(bytes, range, context.separators)
    switch tag {
    case .nad: takeParty(bytes, at: offset, into: &batch)
    case .tdt: itinerary.openTransport(bytes, tokens)
    case .loc: takePlace(bytes)
    case .dtm: takeDate(bytes, at: offset, into: &batch)
    case .cnt: takeTotal(bytes, at: offset)
    case .att: takeGender(bytes, at: offset, into: &batch)
    case .nat:
      // Qualifier 1 is the nationality of birth.
      if traveller.isOpen, traveller.nationality.isEmpty,
        ShortCode(bytes, tokens.component(1)) != PAXLSTReader.one
      {
        traveller.nationality = CountryCode.alpha3(ShortCode(bytes, tokens.component(2)))
      }
    case .rff: takeReference(bytes)
    case .doc: takeDocument(bytes)
    case .pdt: takeLegacyTraveller(bytes, at: offset, into: &batch)
    case .bgm: takeFunction(bytes)
    default: break
    }
  }

  /// Whether the first character of the qualifier tells that the segment is not read inside a passenger
  /// group: places but 91, dates but 36 and 329, references but ABO, AVF and SEA.
  @inline(__always)
  private func saysNothing(_ tag: SegmentTag, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count > 5, bytes[range.lowerBound &+ 3] == context.separators.element else {
      return false
    }
    let first = bytes[range.lowerBound &+ 4]
    switch tag {
    case .loc: return first > 0x30 && first < 0x39
    case .dtm: return first > 0x30 && first <= 0x39 && first != 0x33
    case .rff: return first > 0x41 && first <= 0x5A && first != 0x53
    default: return false
    }
  }

  mutating func end(
    _ how: MessageEnd, at offset: UInt64, into batch: inout PassengerBatch
  ) -> MessageResult {
    var result = MessageResult()
    if how == .cut {
      // The person whose group was cut may lack birth date and document; it is not given out half.
      result.incompletePersons = traveller.isOpen ? 1 : 0
      traveller = Traveller()
    } else {
      closeTraveller(into: &batch)
      if context.isWhole, hasAnnounced, announced != persons {
        if announced > persons { hasLost = true }
        report(
          .countMismatch, announcedOffset, "CNT counts \(announced) persons, found \(persons)",
          &batch)
      }
    }
    result.header = context.header
    result.push.leg = itinerary.leg
    result.push.isComplete = !hasLost
    result.push.cancelsFlight = purpose.cancelsFlight
    result.push.announcedPersons = hasAnnounced ? announced : -1
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

  /// Gives out the person of the group that ends here.
  mutating func closeTraveller(into batch: inout PassengerBatch) {
    guard traveller.isOpen else { return }
    defer {
      traveller = Traveller()
      arena.removeAll()
      documents.removeAll(keepingCapacity: true)
      hasDocument = false
      ahead = AheadOfDocument()
    }
    if names.takeCut() { report(.tooLarge, traveller.offset, NameReader.cutText, &batch) }
    guard !traveller.name.isEmpty else {
      hasLost = true
      report(.syntax, traveller.offset, "a person without a name", &batch)
      return
    }
    if itinerary.isEmpty, !hasReportedNoFlight {
      hasReportedNoFlight = true
      report(.noFlight, context.offset, "the message names no flight", &batch)
    }
    emit(into: &batch)
  }

  private mutating func emit(into batch: inout PassengerBatch) {
    // All texts of the person go in one piece.
    let texts = arena.bytes.isEmpty ? .empty : batch.store(arena.bytes.span)
    func store(_ text: TextReference) -> TextReference {
      text.isEmpty ? .empty : TextReference(start: text.start + texts.start, count: text.count)
    }
    let name = PersonName(
      surname: store(traveller.name.surname), given: store(traveller.name.given),
      source: traveller.source)
    var passenger = Passenger(name: name)
    passenger.status = purpose.status
    passenger.kind = traveller.kind
    passenger.gender = traveller.gender
    passenger.birthDate = traveller.birthDate
    passenger.nationality = traveller.nationality
    let firstName = batch.names.count
    for reading in traveller.name.otherReadings {
      batch.names.append(
        PersonName(
          surname: store(reading.surname), given: store(reading.given),
          source: traveller.source))
    }
    passenger.otherNames = ElementRun(
      start: UInt32(firstName), count: UInt32(batch.names.count - firstName))
    ahead.complete(&documents)
    let first = batch.documents.count
    for document in documents where !document.number.isEmpty {
      var stored = document
      stored.number = store(document.number)
      batch.documents.append(stored)
    }
    passenger.documents = ElementRun(
      start: UInt32(first), count: UInt32(batch.documents.count - first))
    passenger.flights = itinerary.emit(into: &batch)
    passenger.recordLocator = store(traveller.locator)
    passenger.passengerReference = store(traveller.reference)
    passenger.seat = store(traveller.seat)
    passenger.message = batch.index(of: context.header)
    passenger.offset = traveller.offset
    batch.passengers.append(passenger)
    batch.counts.persons += 1
    persons += 1
  }

  private static var one: ShortCode { ShortCode(packed: 0x31) }
  static var two: ShortCode { ShortCode(packed: 0x32) }
}
