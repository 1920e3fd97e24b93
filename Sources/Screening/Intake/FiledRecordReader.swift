internal import Records

/// Reads back what ``FiledRecord`` has written: our own bytes, so a mismatch is a defect and traps.
struct FiledRecordReader {
  private var position = 0
  /// Header bytes of the record read last, which the next one mostly repeats.
  private var lastHeader: [UInt8] = []
  /// The final index of a file by the one that it had while inputs were read; -1 where its records
  /// are not wanted (a duplicate).
  private let ranks: [Int]

  init(ranks: [Int]) { self.ranks = ranks }

  /// Where the records of one stretch lie.
  struct Entry {
    var leg: UInt64
    var start: Int
  }

  /// Lists the records in `bytes`.
  static func entries(_ bytes: Span<UInt8>, into entries: inout [Entry]) {
    var start = 0
    while start < bytes.count {
      entries.append(Entry(leg: integer(bytes, start + 4, 8), start: start))
      start += Int(integer(bytes, start, 4))
    }
  }

  private static func integer(_ bytes: Span<UInt8>, _ start: Int, _ count: Int) -> UInt64 {
    var value: UInt64 = 0
    for index in 0..<count { value |= UInt64(bytes[start + index]) << UInt64(8 * index) }
    return value
  }

  /// Forgets the header read last: the next record goes into another batch.
  mutating func beginBatch() { lastHeader.removeAll(keepingCapacity: true) }

  /// Appends the record at `start` to the batch.
  mutating func read(_ bytes: Span<UInt8>, at start: Int, into batch: inout PassengerBatch) {
    let headerCount = Int(FiledRecordReader.integer(bytes, start + 13, 4))
    let first = start + FiledRecord.headBytes
    guard let message = message(bytes, first..<first + headerCount, &batch) else { return }
    position = first + headerCount
    switch FiledRecord.Kind(rawValue: bytes[start + 12]) {
    case .person: person(bytes, message, &batch)
    case .push: push(bytes, message, &batch)
    case .cancellation: cancellation(bytes, message, &batch)
    case nil: preconditionFailure("a record of no kind")
    }
  }

  /// - Returns: nil for a file whose records are not wanted.
  private mutating func message(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ batch: inout PassengerBatch
  ) -> UInt32? {
    if lastHeader.count == range.count, !batch.messages.isEmpty {
      var index = 0
      while index < range.count, lastHeader[index] == bytes[range.lowerBound + index] { index += 1 }
      if index == range.count { return UInt32(batch.messages.count - 1) }
    }
    position = range.lowerBound
    var header = MessageHeader(type: "")
    let rank = ranks[Int(number(bytes))]
    guard rank >= 0 else { return nil }
    header.file = UInt32(rank)
    header.ordinal = UInt32(number(bytes))
    header.function = PushFunction(rawValue: byte(bytes)) ?? .list
    header.part = Int32(signed(bytes))
    header.isLastPart = byte(bytes) == 1
    header.minute = signed(bytes)
    header.type = string(bytes)
    header.version = string(bytes)
    header.reference = string(bytes)
    header.sender = string(bytes)
    header.accessReference = string(bytes)
    lastHeader.removeAll(keepingCapacity: true)
    for index in range { lastHeader.append(bytes[index]) }
    return batch.index(of: header)
  }

  private mutating func person(
    _ bytes: Span<UInt8>, _ message: UInt32, _ batch: inout PassengerBatch
  ) {
    let kind = PassengerKind(rawValue: byte(bytes)) ?? .passenger
    let status = TravelStatus(rawValue: byte(bytes)) ?? .unstated
    let gender = Gender(rawValue: byte(bytes)) ?? .unstated
    let birthDate = date(bytes)
    let nationality = ShortCode(packed: number(bytes))
    let offset = number(bytes)
    let locator = text(bytes, &batch)
    let reference = text(bytes, &batch)
    let seat = text(bytes, &batch)
    var person = Passenger(name: name(bytes, &batch))
    person.kind = kind
    person.status = status
    person.gender = gender
    person.birthDate = birthDate
    person.nationality = nationality
    person.offset = offset
    person.recordLocator = locator
    person.passengerReference = reference
    person.seat = seat
    person.message = message
    person.otherNames = ElementRun(
      start: UInt32(batch.names.count), count: UInt32(number(bytes)))
    for _ in person.otherNames.range {
      let other = name(bytes, &batch)
      batch.names.append(other)
    }
    person.documents = ElementRun(
      start: UInt32(batch.documents.count), count: UInt32(number(bytes)))
    for _ in person.documents.range {
      let type = ShortCode(packed: number(bytes))
      let number = text(bytes, &batch)
      let issuer = ShortCode(packed: self.number(bytes))
      batch.documents.append(
        TravelDocument(type: type, number: number, issuer: issuer, expires: date(bytes)))
    }
    person.flights = ElementRun(start: UInt32(batch.flights.count), count: UInt32(number(bytes)))
    for _ in person.flights.range { batch.flights.append(flight(bytes)) }
    batch.passengers.append(person)
  }

  private mutating func push(
    _ bytes: Span<UInt8>, _ message: UInt32, _ batch: inout PassengerBatch
  ) {
    let leg = flight(bytes)
    var push = Push(message: message, leg: leg, offset: number(bytes))
    let flags = byte(bytes)
    push.isComplete = flags & 1 != 0
    push.cancelsFlight = flags & 2 != 0
    push.announcedBookings = Int(signed(bytes))
    push.foundBookings = Int(signed(bytes))
    push.announcedPersons = Int(signed(bytes))
    push.foundPersons = Int(signed(bytes))
    push.announcedSegments = Int(signed(bytes))
    push.foundSegments = Int(signed(bytes))
    batch.pushes.append(push)
  }

  private mutating func cancellation(
    _ bytes: Span<UInt8>, _ message: UInt32, _ batch: inout PassengerBatch
  ) {
    let leg = flight(bytes)
    let locator = text(bytes, &batch)
    batch.cancellations.append(
      BookingCancellation(message: message, recordLocator: locator, leg: leg))
  }

  private mutating func byte(_ bytes: Span<UInt8>) -> UInt8 {
    defer { position += 1 }
    return bytes[position]
  }

  private mutating func number(_ bytes: Span<UInt8>) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = byte(bytes)
      value |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return value }
      shift += 7
    }
  }

  private mutating func signed(_ bytes: Span<UInt8>) -> Int64 {
    let value = number(bytes)
    return Int64(bitPattern: (value >> 1)) ^ -Int64(bitPattern: value & 1)
  }

  private mutating func date(_ bytes: Span<UInt8>) -> PartialDate? {
    let packed = Int(signed(bytes))
    return packed == 0
      ? nil : PartialDate(year: packed / 10_000, month: packed / 100 % 100, day: packed % 100)
  }

  private mutating func text(
    _ bytes: Span<UInt8>, _ batch: inout PassengerBatch
  ) -> TextReference {
    let count = Int(number(bytes))
    guard count > 0 else { return .empty }
    defer { position += count }
    return batch.store(bytes.extracting(position..<position + count))
  }

  private mutating func string(_ bytes: Span<UInt8>) -> String {
    let count = Int(number(bytes))
    defer { position += count }
    var copy: [UInt8] = []
    for index in position..<position + count { copy.append(bytes[index]) }
    return String(decoding: copy, as: UTF8.self)
  }

  private mutating func name(_ bytes: Span<UInt8>, _ batch: inout PassengerBatch) -> PersonName {
    let surname = text(bytes, &batch)
    let given = text(bytes, &batch)
    return PersonName(
      surname: surname, given: given, source: NameSource(rawValue: byte(bytes)) ?? .tif)
  }

  private mutating func flight(_ bytes: Span<UInt8>) -> FlightLeg {
    var leg = FlightLeg()
    leg.carrier = ShortCode(packed: number(bytes))
    leg.number = ShortCode(packed: number(bytes))
    leg.suffix = ShortCode(packed: number(bytes))
    leg.from = ShortCode(packed: number(bytes))
    leg.to = ShortCode(packed: number(bytes))
    leg.date = date(bytes)
    leg.departureMinute = Int16(truncatingIfNeeded: signed(bytes))
    leg.arrivalDate = date(bytes)
    leg.arrivalMinute = Int16(truncatingIfNeeded: signed(bytes))
    return leg
  }
}
