import Records

extension Booking {
  /// Appends all travellers to the batch; returns how many.
  ///
  /// - Parameters:
  ///   - pushed: the flight that the message is about; without number where the message has none.
  ///   - hasPushed: whether the message names a flight.
  func emit(
    _ message: MessageHeader, pushed: FlightLeg, hasPushed: Bool,
    into batch: inout PassengerBatch
  ) -> Int {
    guard !travellers.isEmpty else { return 0 }
    let flights = emitFlights(pushed: pushed, hasPushed: hasPushed, into: &batch)
    let texts = Texts(arena, in: &batch)
    let recordLocator = texts.store(locator.isEmpty ? spareLocator : locator, in: &batch)
    let messageIndex = batch.index(of: message)
    emitNames(messageIndex, pushed: hasPushed ? pushed : nil, into: &batch)
    var count = 0
    for index in 0..<travellers.count where travellers[index].mainName >= 0 {
      let traveller = travellers[index]
      var passenger = Passenger(name: texts.store(names[traveller.mainName], in: &batch))
      passenger.kind = traveller.kind
      passenger.status =
        isCancelled
        ? .cancelled
        : traveller.status == .booked && traveller.isCheckedIn ? .checkedIn : traveller.status
      passenger.gender = traveller.gender
      passenger.birthDate = traveller.birthDate
      passenger.nationality = traveller.nationality
      passenger.otherNames = emitOtherNames(of: traveller, texts, into: &batch)
      passenger.documents = emitDocuments(of: traveller, texts, into: &batch)
      passenger.flights = flights
      passenger.recordLocator = recordLocator
      passenger.locatorSystem = locator.isEmpty ? spareLocatorSystem : locatorSystem
      passenger.passengerReference = texts.store(traveller.reference, in: &batch)
      passenger.seat = texts.store(traveller.seat, in: &batch)
      passenger.message = messageIndex
      passenger.offset = traveller.offset
      batch.passengers.append(passenger)
      count += 1
    }
    batch.counts.persons += count
    return count
  }

  /// Says that the booking is off the flight, whether or not it names anybody. Without a locator it
  /// cancels nothing.
  func emitCancellation(
    _ message: MessageHeader, pushed: FlightLeg?, into batch: inout PassengerBatch
  ) {
    let text = locator.isEmpty ? spareLocator : locator
    guard !text.isEmpty else { return }
    let recordLocator = batch.store(arena.bytes.span.extracting(text.range))
    let messageIndex = batch.index(of: message)
    emitNames(messageIndex, pushed: pushed, into: &batch)
    batch.cancellations.append(
      BookingCancellation(
        message: messageIndex, recordLocator: recordLocator,
        locatorSystem: locator.isEmpty ? spareLocatorSystem : locatorSystem, leg: pushed))
  }

  /// Says that somebody in the booking is not named, so that nobody is absent from it.
  /// - Returns: false where no locator tells which booking it is.
  func emitDoubt(
    _ message: MessageHeader, pushed: FlightLeg?, into batch: inout PassengerBatch
  ) -> Bool {
    let own =
      locator.isEmpty
      ? SystemLocator(text: spareLocator, system: spareLocatorSystem)
      : SystemLocator(text: locator, system: locatorSystem)
    guard !own.text.isEmpty else { return false }
    let start = batch.locators.count
    for name in [own] + otherLocators {
      let text = batch.store(arena.bytes.span.extracting(name.text.range))
      batch.locators.append(SystemLocator(text: text, system: name.system))
    }
    batch.bookingNames.append(
      BookingNames(
        message: batch.index(of: message),
        locators: ElementRun(start: UInt32(start), count: UInt32(batch.locators.count - start)),
        leg: pushed, isInDoubt: true))
    return true
  }

  /// Says that several locators name this one booking; only those of a system mean anything elsewhere.
  private func emitNames(
    _ message: UInt32, pushed: FlightLeg?, into batch: inout PassengerBatch
  ) {
    guard !otherLocators.isEmpty, !locator.isEmpty else { return }
    let start = batch.locators.count
    for name in [SystemLocator(text: locator, system: locatorSystem)] + otherLocators
    where !name.system.isEmpty {
      let text = batch.store(arena.bytes.span.extracting(name.text.range))
      batch.locators.append(SystemLocator(text: text, system: name.system))
    }
    batch.bookingNames.append(
      BookingNames(
        message: message,
        locators: ElementRun(start: UInt32(start), count: UInt32(batch.locators.count - start)),
        leg: pushed))
  }

  private func emitFlights(
    pushed: FlightLeg, hasPushed: Bool, into batch: inout PassengerBatch
  ) -> ElementRun {
    let start = batch.flights.count
    if hasPushed { batch.flights.append(pushed) }
    for index in 0..<legs.count where !isPushedLeg[index] && !legs[index].isSurface {
      batch.flights.append(legs[index])
    }
    return ElementRun(start: UInt32(start), count: UInt32(batch.flights.count - start))
  }

  private func emitOtherNames(
    of traveller: Traveller, _ texts: Texts, into batch: inout PassengerBatch
  ) -> ElementRun {
    let start = batch.names.count
    var index = traveller.firstName
    while index >= 0 {
      if index != traveller.mainName {
        let other = texts.store(names[index], in: &batch)
        batch.names.append(other)
      }
      index = names[index].next
    }
    return ElementRun(start: UInt32(start), count: UInt32(batch.names.count - start))
  }

  private func emitDocuments(
    of traveller: Traveller, _ texts: Texts, into batch: inout PassengerBatch
  ) -> ElementRun {
    let start = batch.documents.count
    var index = traveller.firstDocument
    while index >= 0 {
      var document = documents[index].document
      document.number = texts.store(document.number, in: &batch)
      batch.documents.append(document)
      index = documents[index].next
    }
    return ElementRun(start: UInt32(start), count: UInt32(batch.documents.count - start))
  }

  /// The texts of a booking on their way into a batch: together where they are few, which is one copy
  /// for all of them, else each by itself, so that a booking given out in pieces is not stored over and
  /// over.
  private struct Texts {
    private static let bytesTogether = 4096

    private let arena: TextArena
    private let shift: UInt32?

    init(_ arena: TextArena, in batch: inout PassengerBatch) {
      self.arena = arena
      let isSmall = arena.bytes.count <= Texts.bytesTogether
      shift = isSmall ? batch.store(arena.bytes.span).start : nil
    }

    @inline(__always)
    func store(_ text: TextReference, in batch: inout PassengerBatch) -> TextReference {
      guard !text.isEmpty else { return .empty }
      guard let shift else { return batch.store(arena.bytes.span.extracting(text.range)) }
      return TextReference(start: text.start + shift, count: text.count)
    }

    @inline(__always)
    func store(_ name: Name, in batch: inout PassengerBatch) -> PersonName {
      PersonName(
        surname: store(name.name.surname, in: &batch), given: store(name.name.given, in: &batch),
        source: name.source)
    }
  }
}

extension FlightLeg {
  /// Neither number nor carrier nor date: nothing to fly (ARNK keeps ports and a date only).
  var isSurface: Bool { number.isEmpty && carrier.isEmpty }
}
