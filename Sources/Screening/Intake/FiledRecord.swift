internal import Records

/// One thing that a message says of a leg, as bytes: a person, the message's end, or a cancellation.
///
///     u32 length of all, u64 leg (0: none), u8 kind, u32 file, u32 message in the file, u64 offset,
///     u32 length of the header, header, content
///
/// Where it stood is of fixed width and apart from what it says, so that copies can be told. Integers of content are LEB128, signed ones zigzag; texts have their length in front. The message's
/// header is in every record, so that records can be kept, moved and read in any order.
enum FiledRecord {
  enum Kind: UInt8, CaseIterable { case person, push, cancellation, names }

  static let headBytes = 33
  /// From here on a record says what it says, wherever it stood.
  static let saysFrom = 29

  /// In the byte of the status: ``Passenger/isChange``.
  static let changeBit: UInt8 = 0x80

  /// Whose record it is: what comes before what it says.
  struct Place: Hashable {
    var leg: UInt64
    var file: UInt32
    var ordinal: UInt32
  }

  /// The bytes of a message's header.
  static func header(_ header: MessageHeader) -> [UInt8] {
    var out: [UInt8] = []
    out.append(header.function.rawValue)
    put(Int64(header.part), &out)
    out.append(header.isLastPart ? 1 : 0)
    put(header.minute, &out)
    for text in [
      header.type, header.version, header.reference, header.sender, header.accessReference,
    ] {
      put(text, &out)
    }
    return out
  }

  /// Appends a person of the batch.
  static func write(
    person index: Int, of batch: borrowing PassengerBatch, at place: Place, header: [UInt8],
    to out: inout [UInt8]
  ) {
    let person = batch.passengers[index]
    let start = begin(.person, place, person.offset, header, &out)
    let bytes = batch.bytes.span
    out.append(person.kind.rawValue)
    out.append(person.status.rawValue | (person.isChange ? changeBit : 0))
    out.append(person.gender.rawValue)
    put(Int64(person.birthDate?.packed ?? 0), &out)
    put(person.nationality.packed, &out)
    put(person.recordLocator, bytes, &out)
    put(person.locatorSystem.packed, &out)
    put(person.passengerReference, bytes, &out)
    put(person.seat, bytes, &out)
    put(person.name, bytes, &out)
    put(UInt64(person.otherNames.count), &out)
    for name in person.otherNames.range { put(batch.names[name], bytes, &out) }
    put(UInt64(person.documents.count), &out)
    for number in person.documents.range {
      let document = batch.documents[number]
      put(document.type.packed, &out)
      put(document.number, bytes, &out)
      put(document.issuer.packed, &out)
      put(Int64(document.expires?.packed ?? 0), &out)
    }
    put(UInt64(person.flights.count), &out)
    for flight in person.flights.range { put(batch.flights[flight], &out) }
    end(start, &out)
  }

  /// Appends the end of a message.
  static func write(_ push: Push, at place: Place, header: [UInt8], to out: inout [UInt8]) {
    let start = begin(.push, place, push.offset, header, &out)
    put(push.leg ?? FlightLeg(), &out)
    out.append((push.isComplete ? 1 : 0) | (push.cancelsFlight ? 2 : 0))
    for count in [
      push.announcedBookings, push.foundBookings, push.announcedPersons, push.foundPersons,
      push.announcedSegments, push.foundSegments,
    ] {
      put(Int64(count), &out)
    }
    end(start, &out)
  }

  /// Appends the names of a booking.
  static func write(
    _ names: BookingNames, of batch: borrowing PassengerBatch, at place: Place, header: [UInt8],
    to out: inout [UInt8]
  ) {
    let start = begin(.names, place, 0, header, &out)
    put(names.leg ?? FlightLeg(), &out)
    out.append(names.isInDoubt ? 1 : 0)
    put(UInt64(names.locators.count), &out)
    for index in names.locators.range {
      put(batch.locators[index].text, batch.bytes.span, &out)
      put(batch.locators[index].system.packed, &out)
    }
    end(start, &out)
  }

  /// Appends a cancelled booking.
  static func write(
    _ cancellation: BookingCancellation, of batch: borrowing PassengerBatch, at place: Place,
    header: [UInt8], to out: inout [UInt8]
  ) {
    let start = begin(.cancellation, place, 0, header, &out)
    put(cancellation.leg ?? FlightLeg(), &out)
    put(cancellation.recordLocator, batch.bytes.span, &out)
    put(cancellation.locatorSystem.packed, &out)
    end(start, &out)
  }

  private static func begin(
    _ kind: Kind, _ place: Place, _ offset: UInt64, _ header: [UInt8], _ out: inout [UInt8]
  ) -> Int {
    let start = out.count
    fixed(0, 4, &out)
    fixed(place.leg, 8, &out)
    out.append(kind.rawValue)
    fixed(UInt64(place.file), 4, &out)
    fixed(UInt64(place.ordinal), 4, &out)
    fixed(offset, 8, &out)
    fixed(UInt64(header.count), 4, &out)
    out.append(contentsOf: header)
    return start
  }

  private static func fixed(_ value: UInt64, _ count: Int, _ out: inout [UInt8]) {
    for shift in 0..<count { out.append(UInt8(truncatingIfNeeded: value >> UInt64(shift * 8))) }
  }

  private static func end(_ start: Int, _ out: inout [UInt8]) {
    let count = out.count - start
    for shift in 0..<4 { out[start + shift] = UInt8(truncatingIfNeeded: count >> (shift * 8)) }
  }

  private static func put(_ value: UInt64, _ out: inout [UInt8]) {
    var rest = value
    while rest >= 0x80 {
      out.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    out.append(UInt8(truncatingIfNeeded: rest))
  }

  private static func put(_ value: Int64, _ out: inout [UInt8]) {
    put(UInt64(bitPattern: (value << 1) ^ (value >> 63)), &out)
  }

  private static func put(_ text: String, _ out: inout [UInt8]) {
    put(UInt64(text.utf8.count), &out)
    out.append(contentsOf: text.utf8)
  }

  private static func put(
    _ text: TextReference, _ bytes: Span<UInt8>, _ out: inout [UInt8]
  ) {
    put(UInt64(text.count), &out)
    for index in text.range { out.append(bytes[index]) }
  }

  private static func put(_ name: PersonName, _ bytes: Span<UInt8>, _ out: inout [UInt8]) {
    put(name.surname, bytes, &out)
    put(name.given, bytes, &out)
    out.append(name.source.rawValue)
  }

  private static func put(_ leg: FlightLeg, _ out: inout [UInt8]) {
    for code in [leg.carrier, leg.number, leg.suffix, leg.from, leg.to] { put(code.packed, &out) }
    put(Int64(leg.date?.packed ?? 0), &out)
    put(Int64(leg.departureMinute), &out)
    put(Int64(leg.arrivalDate?.packed ?? 0), &out)
    put(Int64(leg.arrivalMinute), &out)
  }
}
