import Bytes
import Records

/// Whole passenger groups in one go (``PlainTraveller``).
extension PAXLSTReader {
  static var unit: SegmentTag? { .nad }

  mutating func takeUnit(
    _ bytes: Span<UInt8>, _ walk: inout SegmentWalk, into batch: inout PassengerBatch
  ) -> Bool {
    let tags = SegmentTag.table
    let table = tags.span
    var ahead = walk
    guard walk.separators.isUsual, !itinerary.isEmpty,
      let end = ahead.advance(bytes, table),
      plain.begin(bytes, walk.start..<end, walk.separators)
    else { return false }
    let reference = referenceDate
    group: while let tag = ahead.tag {
      switch tag {
      // What closes the group when it comes.
      case .nad, .cnt, .aut, .pdt, .tdt, .bgm, .unt: break group
      default: break
      }
      guard !tag.isService else { return false }
      let start = ahead.start
      guard let end = ahead.advance(bytes, table),
        plain.take(tag, bytes, start..<end, reference: reference)
      else { return false }
    }
    guard ahead.endsPlainly(bytes, table) else { return false }
    closeTraveller(into: &batch)
    isBehindLostName = false
    emitPlain(bytes, offset: walk.base &+ UInt64(walk.start), into: &batch)
    walk = ahead
    return true
  }

  private mutating func emitPlain(
    _ bytes: Span<UInt8>, offset: UInt64, into batch: inout PassengerBatch
  ) {
    let name = plain.name
    let texts = storeTexts(bytes, into: &batch)
    let given = texts.reference(name.given)
    if name.givenCount > 1 { batch.setBlanks(in: given, for: 0x3A) }
    let surname = texts.reference(name.surname)
    var passenger = Passenger(name: PersonName(surname: surname, given: given, source: .nad))
    let firstName = UInt32(batch.names.count)
    if !name.otherGiven.isEmpty {
      batch.names.append(
        PersonName(surname: surname, given: texts.reference(name.otherGiven), source: .nad))
    }
    passenger.otherNames = ElementRun(
      start: firstName, count: UInt32(batch.names.count) - firstName)
    passenger.status = purpose.status
    passenger.kind = purpose.isCrewList ? .crew : .passenger
    passenger.gender = plain.gender
    passenger.birthDate = plain.birthDate
    passenger.nationality = plain.nationality
    let firstDocument = UInt32(batch.documents.count)
    for index in 0..<plain.documents.count where !plain.documents[index].number.isEmpty {
      let document = plain.documents[index]
      batch.documents.append(
        TravelDocument(
          type: document.type, number: stored(document.number, texts, bytes, into: &batch),
          issuer: document.issuer, expires: document.expires))
    }
    passenger.documents = ElementRun(
      start: firstDocument, count: UInt32(batch.documents.count) - firstDocument)
    passenger.flights = itinerary.emit(into: &batch)
    passenger.recordLocator = stored(plain.locator, texts, bytes, into: &batch)
    passenger.passengerReference = stored(plain.reference, texts, bytes, into: &batch)
    passenger.seat = stored(plain.seat, texts, bytes, into: &batch)
    passenger.message =
      batch.latestIndex(of: context.header.key) ?? batch.index(of: context.header)
    passenger.offset = offset
    batch.passengers.append(passenger)
    batch.counts.persons += 1
    persons += 1
  }

  /// Stores the names and what stands near behind them in one piece.
  @inline(__always)
  private func storeTexts(_ bytes: Span<UInt8>, into batch: inout PassengerBatch) -> StoredTexts {
    let start = plain.name.surname.lowerBound
    let ownEnd = max(plain.name.given.upperBound, plain.name.otherGiven.upperBound)
    var end = max(
      ownEnd, plain.locator.upperBound, plain.reference.upperBound, plain.seat.upperBound)
    if plain.documents.count > 0 { end = max(end, plain.documents[0].number.upperBound) }
    if end &- start > StoredTexts.reach { end = ownEnd }
    return StoredTexts(
      places: start..<end, start: batch.store(bytes.extracting(start..<end)).start)
  }

  @inline(__always)
  private func stored(
    _ range: Range<Int>, _ texts: StoredTexts, _ bytes: Span<UInt8>,
    into batch: inout PassengerBatch
  ) -> TextReference {
    if range.isEmpty { return .empty }
    return texts.holds(range) ? texts.reference(range) : batch.store(bytes.extracting(range))
  }
}
