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
    let recordLocator = store(locator.isEmpty ? spareLocator : locator, in: &batch)
    let messageIndex = batch.index(of: message)
    var count = 0
    for traveller in travellers where traveller.mainName >= 0 {
      var passenger = Passenger(name: store(names[traveller.mainName], in: &batch))
      passenger.kind = traveller.kind
      passenger.status =
        isCancelled ? .cancelled : traveller.isCheckedIn ? .checkedIn : .booked
      passenger.gender = traveller.gender
      passenger.birthDate = traveller.birthDate
      passenger.nationality = traveller.nationality
      passenger.otherNames = emitOtherNames(of: traveller, into: &batch)
      passenger.documents = emitDocuments(of: traveller, into: &batch)
      passenger.flights = flights
      passenger.recordLocator = recordLocator
      passenger.passengerReference = store(traveller.reference, in: &batch)
      passenger.seat = store(traveller.seat, in: &batch)
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
    let recordLocator = store(text, in: &batch)
    batch.cancellations.append(
      BookingCancellation(
        message: batch.index(of: message), recordLocator: recordLocator, leg: pushed))
  }

  private func emitFlights(
    pushed: FlightLeg, hasPushed: Bool, into batch: inout PassengerBatch
  ) -> ElementRun {
    let start = batch.flights.count
    if hasPushed { batch.flights.append(pushed) }
    for (index, leg) in legs.enumerated() where !isPushedLeg[index] && !leg.isSurface {
      batch.flights.append(leg)
    }
    return ElementRun(start: UInt32(start), count: UInt32(batch.flights.count - start))
  }

  private func emitOtherNames(
    of traveller: Traveller, into batch: inout PassengerBatch
  ) -> ElementRun {
    let start = batch.names.count
    var index = traveller.firstName
    while index >= 0 {
      if index != traveller.mainName {
        let other = store(names[index], in: &batch)
        batch.names.append(other)
      }
      index = names[index].next
    }
    return ElementRun(start: UInt32(start), count: UInt32(batch.names.count - start))
  }

  private func emitDocuments(
    of traveller: Traveller, into batch: inout PassengerBatch
  ) -> ElementRun {
    let start = batch.documents.count
    var index = traveller.firstDocument
    while index >= 0 {
      var document = documents[index].document
      document.number = store(document.number, in: &batch)
      batch.documents.append(document)
      index = documents[index].next
    }
    return ElementRun(start: UInt32(start), count: UInt32(batch.documents.count - start))
  }

  private func store(_ name: Name, in batch: inout PassengerBatch) -> PersonName {
    PersonName(
      surname: store(name.name.surname, in: &batch), given: store(name.name.given, in: &batch),
      source: name.source)
  }

  private func store(_ text: TextReference, in batch: inout PassengerBatch) -> TextReference {
    text.isEmpty ? .empty : batch.store(arena.bytes.span.extracting(text.range))
  }
}

extension FlightLeg {
  /// Neither number nor carrier nor date: nothing to fly (ARNK keeps ports and a date only).
  var isSurface: Bool { number.isEmpty && carrier.isEmpty }
}
