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
      // Name and reference stand in one segment.
      let start = spellings[traveller.firstName].name.surname.lowerBound
      let own = start..<traveller.reference.upperBound
      let texts = batch.store(bytes.extracting(own)).start
      let name =
        traveller.mainName == traveller.firstName
        ? PlainBooking.name(spellings[traveller.mainName], texts, start)
        : stored(spellings[traveller.mainName], bytes, into: &batch)
      var passenger = Passenger(name: name)
      passenger.status = traveller.isCheckedIn ? .checkedIn : .booked
      passenger.otherNames = emitOtherNames(of: index, bytes, texts, start, into: &batch)
      if identity >= 0 {
        passenger.gender = identities[identity].gender
        passenger.birthDate = identities[identity].birthDate
        passenger.nationality = identities[identity].nationality
      }
      passenger.documents = emitDocuments(of: index, bytes, into: &batch)
      passenger.flights = flights
      passenger.recordLocator = recordLocator
      passenger.locatorSystem = locatorSystem
      passenger.passengerReference = TextReference(
        start: texts + UInt32(traveller.reference.lowerBound &- start),
        count: UInt32(traveller.reference.count))
      if !traveller.seat.isEmpty { passenger.seat = batch.store(bytes.extracting(traveller.seat)) }
      passenger.message = messageIndex
      passenger.offset = base &+ UInt64(traveller.start)
      batch.passengers.append(passenger)
    }
    batch.counts.persons += travellers.count
  }

  /// - Parameters:
  ///   - texts: where in the batch the bytes from `start` on were stored.
  @inline(__always)
  private static func name(_ spelling: Spelling, _ texts: UInt32, _ start: Int) -> PersonName {
    func reference(_ range: Range<Int>) -> TextReference {
      TextReference(start: texts + UInt32(range.lowerBound &- start), count: UInt32(range.count))
    }
    return PersonName(
      surname: reference(spelling.name.surname), given: reference(spelling.name.given),
      source: spelling.source)
  }

  private func stored(
    _ spelling: Spelling, _ bytes: Span<UInt8>, into batch: inout PassengerBatch
  ) -> PersonName {
    let start = spelling.name.surname.lowerBound
    let text = batch.store(bytes.extracting(start..<spelling.name.given.upperBound))
    let name = PlainBooking.name(spelling, text.start, start)
    if spelling.name.separator != 0 {
      batch.setBlanks(in: name.given, for: spelling.name.separator)
    }
    return name
  }

  @inline(__always)
  private func emitOtherNames(
    of owner: Int, _ bytes: Span<UInt8>, _ texts: UInt32, _ start: Int,
    into batch: inout PassengerBatch
  ) -> ElementRun {
    let first = UInt32(batch.names.count)
    for index in travellers[owner].firstName..<spellings.count
    where spellings[index].owner == owner && index != travellers[owner].mainName {
      // Those of TIF are stored with the reference.
      let name =
        spellings[index].name.surname.lowerBound == start
        ? PlainBooking.name(spellings[index], texts, start)
        : stored(spellings[index], bytes, into: &batch)
      batch.names.append(name)
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
    of traveller: Int, _ bytes: Span<UInt8>, into batch: inout PassengerBatch
  ) -> ElementRun {
    let start = UInt32(batch.documents.count)
    for index in 0..<identities.count where identities[index].owner == traveller {
      emit(identities[index].document, from: start, bytes, into: &batch)
    }
    for index in 0..<visas.count where visas[index].owner == traveller {
      emit(visas[index].document, from: start, bytes, into: &batch)
    }
    return ElementRun(start: start, count: UInt32(batch.documents.count) - start)
  }

  @inline(__always)
  private func emit(
    _ document: Document, from start: UInt32, _ bytes: Span<UInt8>,
    into batch: inout PassengerBatch
  ) {
    guard !document.number.isEmpty else { return }
    for known in Int(start)..<batch.documents.count
    where batch.isText(batch.documents[known].number, bytes, document.number) {
      return
    }
    batch.documents.append(
      TravelDocument(
        type: document.type, number: batch.store(bytes.extracting(document.number)),
        issuer: document.issuer, expires: document.expires))
  }
}
