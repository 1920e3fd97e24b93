internal import Records

/// Reads back what ``FiledRecord`` has written: our own bytes, so a mismatch is a defect and traps.
struct FiledRecordReader {
  private var position = 0
  /// The message of the record read last, to which the next one mostly belongs too.
  private var lastPlace: FiledRecord.Place?
  /// The final index of a file by the one that it had while inputs were read; -1 for a duplicate.
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
  mutating func beginBatch() { lastPlace = nil }

  /// Whose record begins at `start`.
  static func place(_ bytes: Span<UInt8>, at start: Int) -> FiledRecord.Place {
    FiledRecord.Place(
      leg: integer(bytes, start + 4, 8), file: UInt32(integer(bytes, start + 13, 4)),
      ordinal: UInt32(integer(bytes, start + 17, 4)))
  }

  /// How many bytes the record at `start` takes.
  static func count(_ bytes: Span<UInt8>, at start: Int) -> Int { Int(integer(bytes, start, 4)) }

  /// Whether the message of the record at `start` has a time: without one, two that say the same may be two.
  static func isDated(_ bytes: Span<UInt8>, at start: Int) -> Bool {
    var index = start + FiledRecord.headBytes + 1
    while bytes[index] >= 0x80 { index += 1 }
    return bytes[index + 2] != 0
  }

  static func isPerson(_ bytes: Span<UInt8>, at start: Int) -> Bool {
    bytes[start + 12] == FiledRecord.Kind.person.rawValue
  }

  /// Appends the record at `start` to the batch.
  mutating func read(_ bytes: Span<UInt8>, at start: Int, into batch: inout PassengerBatch) {
    guard let message = message(bytes, at: start, &batch) else { return }
    let headerCount = Int(FiledRecordReader.integer(bytes, start + FiledRecord.saysFrom, 4))
    position = start + FiledRecord.headBytes + headerCount
    let offset = FiledRecordReader.integer(bytes, start + 21, 8)
    switch FiledRecord.Kind(rawValue: bytes[start + 12]) {
    case .person: person(bytes, message, offset, &batch)
    case .push: push(bytes, message, offset, &batch)
    case .cancellation: cancellation(bytes, message, &batch)
    case .names: names(bytes, message, &batch)
    case nil: preconditionFailure("a record of no kind")
    }
  }

  /// - Returns: nil for a file whose records are not wanted.
  private mutating func message(
    _ bytes: Span<UInt8>, at start: Int, _ batch: inout PassengerBatch
  ) -> UInt32? {
    let place = FiledRecordReader.place(bytes, at: start)
    if let lastPlace, lastPlace == place, !batch.messages.isEmpty {
      return UInt32(batch.messages.count - 1)
    }
    let rank = ranks[Int(place.file)]
    guard rank >= 0 else { return nil }
    position = start + FiledRecord.headBytes
    var header = MessageHeader(type: "")
    header.file = UInt32(rank)
    header.ordinal = place.ordinal
    header.function = PushFunction(rawValue: byte(bytes)) ?? .list
    header.part = Int32(signed(bytes))
    header.isLastPart = byte(bytes) == 1
    header.minute = signed(bytes)
    header.type = string(bytes)
    header.version = string(bytes)
    header.reference = string(bytes)
    header.sender = string(bytes)
    header.accessReference = string(bytes)
    lastPlace = place
    return batch.index(of: header)
  }

  private mutating func person(
    _ bytes: Span<UInt8>, _ message: UInt32, _ offset: UInt64, _ batch: inout PassengerBatch
  ) {
    let kind = PassengerKind(rawValue: byte(bytes)) ?? .passenger
    let statusByte = byte(bytes)
    let status = TravelStatus(rawValue: statusByte & ~FiledRecord.changeBit) ?? .unstated
    let gender = Gender(rawValue: byte(bytes)) ?? .unstated
    let birthDate = date(bytes)
    let nationality = ShortCode(packed: number(bytes))
    let locator = text(bytes, &batch)
    let system = ShortCode(packed: number(bytes))
    let reference = text(bytes, &batch)
    let seat = text(bytes, &batch)
    var person = Passenger(name: name(bytes, &batch))
    person.kind = kind
    person.status = status
    person.isChange = statusByte & FiledRecord.changeBit != 0
    person.gender = gender
    person.birthDate = birthDate
    person.nationality = nationality
    person.offset = offset
    person.recordLocator = locator
    person.locatorSystem = system
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
    _ bytes: Span<UInt8>, _ message: UInt32, _ offset: UInt64, _ batch: inout PassengerBatch
  ) {
    let leg = flight(bytes)
    var push = Push(message: message, leg: leg, offset: offset)
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
    let system = ShortCode(packed: number(bytes))
    batch.cancellations.append(
      BookingCancellation(
        message: message, recordLocator: locator, locatorSystem: system, leg: leg))
  }

  private mutating func names(
    _ bytes: Span<UInt8>, _ message: UInt32, _ batch: inout PassengerBatch
  ) {
    let leg = flight(bytes)
    let isInDoubt = byte(bytes) != 0
    let run = ElementRun(start: UInt32(batch.locators.count), count: UInt32(number(bytes)))
    for _ in run.range {
      let name = SystemLocator(text: text(bytes, &batch), system: ShortCode(packed: number(bytes)))
      batch.locators.append(name)
    }
    batch.bookingNames.append(
      BookingNames(message: message, locators: run, leg: leg, isInDoubt: isInDoubt))
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
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
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
    return String(decoding: (position..<position + count).map { bytes[$0] }, as: UTF8.self)
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
