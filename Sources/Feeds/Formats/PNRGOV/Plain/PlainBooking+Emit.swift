import Bytes
import Records

extension PlainBooking {
  /// Appends the travellers to the batch, as ``Booking/emit(_:pushed:hasPushed:into:)`` does.
  /// - Parameters:
  ///   - bytes: the block that the booking lies in.
  ///   - base: file offset of the block.
  func emit(
    _ message: MessageHeader, _ bytes: Span<UInt8>, base: UInt64, into batch: inout PassengerBatch
  ) {
    let flights = emitFlights(into: &batch)
    let recordLocator = batch.store(bytes.extracting(locator))
    let messageIndex = batch.latestIndex(of: message.key) ?? batch.index(of: message)
    for index in 0..<travellers.count {
      let traveller = travellers[index]
      let identity = traveller.identity
      let texts = storeTexts(of: traveller, bytes, into: &batch)
      var passenger = Passenger(
        name: stored(spellings[traveller.mainName], texts, bytes, into: &batch))
      passenger.status = traveller.isCheckedIn ? .checkedIn : .booked
      passenger.otherNames = emitOtherNames(of: index, texts, bytes, into: &batch)
      if identity >= 0 {
        passenger.gender = identities[identity].gender
        passenger.birthDate = identities[identity].birthDate
        passenger.nationality = identities[identity].nationality
      }
      passenger.documents = emitDocuments(of: index, texts, bytes, into: &batch)
      passenger.flights = flights
      passenger.recordLocator = recordLocator
      passenger.locatorSystem = locatorSystem
      passenger.passengerReference = texts.reference(traveller.reference)
      if !traveller.seat.isEmpty { passenger.seat = batch.store(bytes.extracting(traveller.seat)) }
      passenger.message = messageIndex
      passenger.offset = base &+ UInt64(traveller.start)
      batch.passengers.append(passenger)
    }
    batch.counts.persons += travellers.count
  }

  /// Stores name and reference, which stand in one segment, and DOCS where it stands near behind them.
  @inline(__always)
  private func storeTexts(
    of traveller: Traveller, _ bytes: Span<UInt8>, into batch: inout PassengerBatch
  ) -> StoredTexts {
    let start = spellings[traveller.firstName].name.surname.lowerBound
    var end = traveller.reference.upperBound
    if traveller.identity >= 0 {
      let docs = identities[traveller.identity].name.given.upperBound
      if docs > end, docs &- start <= StoredTexts.reach { end = docs }
    }
    return StoredTexts(places: start..<end, start: batch.store(bytes.extracting(start..<end)).start)
  }

  @inline(__always)
  private func stored(
    _ spelling: Spelling, _ texts: StoredTexts, _ bytes: Span<UInt8>,
    into batch: inout PassengerBatch
  ) -> PersonName {
    var texts = texts
    let places = spelling.name.surname.lowerBound..<spelling.name.given.upperBound
    if !texts.holds(places) {
      texts = StoredTexts(places: places, start: batch.store(bytes.extracting(places)).start)
    }
    let name = PersonName(
      surname: texts.reference(spelling.name.surname),
      given: texts.reference(spelling.name.given), source: spelling.source)
    if spelling.name.separator != 0 {
      batch.setBlanks(in: name.given, for: spelling.name.separator)
    }
    return name
  }

  @inline(__always)
  private func emitOtherNames(
    of owner: Int, _ texts: StoredTexts, _ bytes: Span<UInt8>, into batch: inout PassengerBatch
  ) -> ElementRun {
    let first = UInt32(batch.names.count)
    for index in travellers[owner].firstName..<spellings.count
    where spellings[index].owner == owner && index != travellers[owner].mainName {
      batch.names.append(stored(spellings[index], texts, bytes, into: &batch))
    }
    return ElementRun(start: first, count: UInt32(batch.names.count) - first)
  }

  private func emitFlights(into batch: inout PassengerBatch) -> ElementRun {
    let start = UInt32(batch.flights.count)
    batch.flights.append(context.pushed)
    for index in 0..<legs.count where !isPushed(index) && !legs[index].isSurface {
      batch.flights.append(legs[index])
    }
    return ElementRun(start: start, count: UInt32(batch.flights.count) - start)
  }

  /// Those of DOCS, then visas; a number once.
  private func emitDocuments(
    of traveller: Int, _ texts: StoredTexts, _ bytes: Span<UInt8>, into batch: inout PassengerBatch
  ) -> ElementRun {
    let start = UInt32(batch.documents.count)
    for index in 0..<identities.count where identities[index].owner == traveller {
      emit(identities[index].document, texts, from: start, bytes, into: &batch)
    }
    for index in 0..<visas.count where visas[index].owner == traveller {
      emit(visas[index].document, texts, from: start, bytes, into: &batch)
    }
    return ElementRun(start: start, count: UInt32(batch.documents.count) - start)
  }

  @inline(__always)
  private func emit(
    _ document: Document, _ texts: StoredTexts, from start: UInt32, _ bytes: Span<UInt8>,
    into batch: inout PassengerBatch
  ) {
    guard !document.number.isEmpty else { return }
    for known in Int(start)..<batch.documents.count
    where batch.isText(batch.documents[known].number, bytes, document.number) {
      return
    }
    batch.documents.append(
      TravelDocument(
        type: document.type,
        number: texts.holds(document.number)
          ? texts.reference(document.number) : batch.store(bytes.extracting(document.number)),
        issuer: document.issuer, expires: document.expires))
  }
}
