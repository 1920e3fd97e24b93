import Bytes
import Records

/// Whole passenger groups in one go (``PlainTraveller``).
extension PAXLSTReader {
  static var unit: SegmentTag? { .nad }

  mutating func takeUnit(
    _ bytes: Span<UInt8>, _ walk: inout SegmentWalk, into batch: inout PassengerBatch
  ) -> Bool {
    let table = SegmentTag.table.span
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
    let start = name.surname.lowerBound
    let texts = batch.store(
      bytes.extracting(start..<max(name.given.upperBound, name.otherGiven.upperBound))
    ).start
    let given = PAXLSTReader.reference(name.given, texts, start)
    if name.givenCount > 1 { batch.setBlanks(in: given, for: 0x3A) }
    let surname = PAXLSTReader.reference(name.surname, texts, start)
    var passenger = Passenger(name: PersonName(surname: surname, given: given, source: .nad))
    let firstName = UInt32(batch.names.count)
    if !name.otherGiven.isEmpty {
      let other = PAXLSTReader.reference(name.otherGiven, texts, start)
      batch.names.append(PersonName(surname: surname, given: other, source: .nad))
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
          type: document.type, number: batch.store(bytes.extracting(document.number)),
          issuer: document.issuer, expires: document.expires))
    }
    passenger.documents = ElementRun(
      start: firstDocument, count: UInt32(batch.documents.count) - firstDocument)
    passenger.flights = itinerary.emit(into: &batch)
    passenger.recordLocator = stored(bytes, plain.locator, into: &batch)
    passenger.passengerReference = stored(bytes, plain.reference, into: &batch)
    passenger.seat = stored(bytes, plain.seat, into: &batch)
    passenger.message =
      batch.latestIndex(of: context.header.key) ?? batch.index(of: context.header)
    passenger.offset = offset
    batch.passengers.append(passenger)
    batch.counts.persons += 1
    persons += 1
  }

  private static func reference(
    _ range: Range<Int>, _ texts: UInt32, _ start: Int
  ) -> TextReference {
    TextReference(start: texts + UInt32(range.lowerBound &- start), count: UInt32(range.count))
  }

  private func stored(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into batch: inout PassengerBatch
  ) -> TextReference {
    range.isEmpty ? .empty : batch.store(bytes.extracting(range))
  }
}
