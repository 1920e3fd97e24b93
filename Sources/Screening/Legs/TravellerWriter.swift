internal import Records

/// Writes one passenger per traveller, put together from his records.
struct TravellerWriter {
  private(set) var fields = TravellerFields()
  private var order: [Outline] = []
  private var headers: [Int32: UInt32] = [:]
  private var spellings: Set<UInt64> = []
  private var documents: [UInt64: Int] = [:]
  private var lastFlights: (from: ElementRun, to: ElementRun)?

  /// What travellers are ordered by: content first, place last.
  private struct Outline: Comparable {
    var locator: UInt64
    var reference: UInt64
    var surname: UInt64
    var given: UInt64
    var content: UInt64
    var file: UInt32
    var ordinal: UInt32
    var offset: UInt64
    var number: Int32

    static func < (a: Outline, b: Outline) -> Bool {
      if a.locator != b.locator { return a.locator < b.locator }
      if a.reference != b.reference { return a.reference < b.reference }
      if a.surname != b.surname { return a.surname < b.surname }
      if a.given != b.given { return a.given < b.given }
      if a.content != b.content { return a.content < b.content }
      return (a.file, a.ordinal, a.offset, a.number) < (b.file, b.ordinal, b.offset, b.number)
    }
  }

  /// Appends all travellers of the leg to `out` and counts who is off the flight.
  mutating func write(
    _ travellers: borrowing LegTravellers, _ records: borrowing LegRecords, _ pushes: LegPushes,
    _ presence: inout LegPresence, _ batch: borrowing PassengerBatch,
    into out: inout PassengerBatch, _ account: inout LegAccount
  ) {
    headers.removeAll(keepingCapacity: true)
    lastFlights = nil
    outline(travellers, records, pushes, batch)
    out.passengers.reserveCapacity(out.passengers.count + order.count)
    for outline in order {
      let traveller = travellers.items[Int(outline.number)]
      fields.choose(traveller.firstRecord, records, pushes, batch)
      let isOff = presence.isOff(
        traveller.firstRecord, travellers.parts[outline.number], records, pushes)
      if isOff { account.cancelled += 1 }
      append(isOff: isOff, pushes: traveller.pushes, records, pushes, batch, into: &out)
    }
  }

  private mutating func outline(
    _ travellers: borrowing LegTravellers, _ records: borrowing LegRecords, _ pushes: LegPushes,
    _ batch: borrowing PassengerBatch
  ) {
    order.removeAll(keepingCapacity: true)
    order.reserveCapacity(travellers.items.count)
    for number in travellers.items.indices {
      let traveller = travellers.items[number]
      fields.choose(traveller.firstRecord, records, pushes, batch)
      var content: UInt64 = 0
      for index in fields.chain { content &+= LegHash.of(3, records[index].content) }
      let booking = batch.passengers[Int(fields.booking)]
      let name = batch.passengers[Int(fields.name)].name
      let latest = batch.passengers[Int(fields.latest)]
      let message = pushes.messages[Int(records[fields.latest].message)]
      order.append(
        Outline(
          locator: Self.prefix(batch.bytes, booking.recordLocator),
          reference: Self.prefix(batch.bytes, booking.passengerReference),
          surname: Self.prefix(batch.bytes, name.surname),
          given: Self.prefix(batch.bytes, name.given), content: content,
          file: message.file, ordinal: message.ordinal,
          offset: latest.offset, number: Int32(number)))
    }
    order.sort()
  }

  /// The first eight bytes, ordered as text is.
  private static func prefix(_ bytes: [UInt8], _ text: TextReference) -> UInt64 {
    var word: UInt64 = 0
    for place in 0..<8 {
      word = word << 8
      if place < Int(text.count) { word |= UInt64(bytes[Int(text.start) + place]) }
    }
    return word
  }

  private mutating func append(
    isOff: Bool, pushes count: UInt32, _ records: borrowing LegRecords, _ pushes: LegPushes,
    _ batch: borrowing PassengerBatch, into out: inout PassengerBatch
  ) {
    let main = batch.passengers[Int(fields.name)].name
    var passenger = Passenger(name: copy(main, batch, &out))
    passenger.kind = fields.kind
    passenger.status = isOff ? .cancelled : fields.status
    if fields.birthDate >= 0 {
      passenger.birthDate = batch.passengers[Int(fields.birthDate)].birthDate
    }
    if fields.gender >= 0 { passenger.gender = batch.passengers[Int(fields.gender)].gender }
    if fields.nationality >= 0 {
      passenger.nationality = batch.passengers[Int(fields.nationality)].nationality
    }
    if fields.seat >= 0 {
      passenger.seat = copy(batch.passengers[Int(fields.seat)].seat, batch, &out)
    }
    let booking = batch.passengers[Int(fields.booking)]
    passenger.recordLocator = copy(booking.recordLocator, batch, &out)
    passenger.passengerReference = copy(booking.passengerReference, batch, &out)
    passenger.otherNames = copyOtherNames(main, batch, &out)
    passenger.documents = copyDocuments(records, batch, &out)
    passenger.flights = copyFlights(batch.passengers[Int(fields.flights)].flights, batch, &out)
    let latest = batch.passengers[Int(fields.latest)]
    passenger.message = header(latest.message, pushes, batch, &out)
    passenger.offset = latest.offset
    passenger.pushes = count
    if fields.chain.count > 1 {
      passenger.sources = sources(of: passenger, main: main, records, batch)
    }
    out.passengers.append(passenger)
  }

  private mutating func header(
    _ index: UInt32, _ pushes: LegPushes, _ batch: borrowing PassengerBatch,
    _ out: inout PassengerBatch
  ) -> UInt32 {
    let number = pushes.numbers[Int(index)]
    if let known = headers[number] { return known }
    let place = out.index(of: batch.messages[Int(index)])
    headers[number] = place
    return place
  }

  private func copy(
    _ text: TextReference, _ batch: borrowing PassengerBatch, _ out: inout PassengerBatch
  ) -> TextReference {
    text.isEmpty ? .empty : out.store(batch.bytes.span.extracting(text.range))
  }

  private func copy(
    _ name: PersonName, _ batch: borrowing PassengerBatch, _ out: inout PassengerBatch
  ) -> PersonName {
    PersonName(
      surname: copy(name.surname, batch, &out), given: copy(name.given, batch, &out),
      source: name.source)
  }

  func key(_ name: PersonName, _ batch: borrowing PassengerBatch) -> UInt64 {
    var hash = LegHash(4)
    hash.combine(batch.bytes, name.surname)
    hash.combine(batch.bytes, name.given)
    return hash.value
  }

  /// All other spellings, each once, those of the latest record first.
  private mutating func copyOtherNames(
    _ main: PersonName, _ batch: borrowing PassengerBatch, _ out: inout PassengerBatch
  ) -> ElementRun {
    let start = out.names.count
    if fields.chain.count == 1 {
      for place in batch.passengers[Int(fields.name)].otherNames.range {
        out.names.append(copy(batch.names[place], batch, &out))
      }
      return ElementRun(start: UInt32(start), count: UInt32(out.names.count - start))
    }
    // After a traveller with very many names, clearing must not cost each next one as much.
    if spellings.capacity > 256 {
      spellings = []
    } else {
      spellings.removeAll(keepingCapacity: true)
    }
    spellings.insert(key(main, batch))
    for index in fields.chain {
      let person = batch.passengers[Int(index)]
      if spellings.insert(key(person.name, batch)).inserted {
        out.names.append(copy(person.name, batch, &out))
      }
      for place in person.otherNames.range {
        let name = batch.names[place]
        if spellings.insert(key(name, batch)).inserted {
          out.names.append(copy(name, batch, &out))
        }
      }
    }
    return ElementRun(start: UInt32(start), count: UInt32(out.names.count - start))
  }

  /// All documents, each number once: the reservation's first, as they make the id of a hit where a
  /// booking has no references; what one record does not say of a document another may.
  private mutating func copyDocuments(
    _ records: borrowing LegRecords, _ batch: borrowing PassengerBatch,
    _ out: inout PassengerBatch
  ) -> ElementRun {
    let start = out.documents.count
    let only = batch.passengers[Int(fields.name)].documents
    if fields.chain.count == 1, only.count <= 1 {
      for place in only.range {
        var document = batch.documents[place]
        document.number = copy(document.number, batch, &out)
        out.documents.append(document)
      }
      return ElementRun(start: UInt32(start), count: only.count)
    }
    if documents.capacity > 256 {
      documents = [:]
    } else {
      documents.removeAll(keepingCapacity: true)
    }
    for isReservation in [true, false] {
      for index in fields.chain
      where (records[index].channel == .reservation) == isReservation {
        for place in batch.passengers[Int(index)].documents.range {
          var document = batch.documents[place]
          let key = LegHash.alphanumeric(batch.bytes, document.number).key
          if let known = documents[key] {
            out.documents[known].complete(with: document)
          } else {
            document.number = copy(document.number, batch, &out)
            documents[key] = out.documents.count
            out.documents.append(document)
          }
        }
      }
    }
    return ElementRun(start: UInt32(start), count: UInt32(out.documents.count - start))
  }

  /// Travellers of one booking, who follow one another, share their flights.
  private mutating func copyFlights(
    _ run: ElementRun, _ batch: borrowing PassengerBatch, _ out: inout PassengerBatch
  ) -> ElementRun {
    guard !run.isEmpty else { return .empty }
    if let last = lastFlights,
      last.from == run
        || batch.flights[last.from.range].elementsEqual(batch.flights[run.range])
    {
      return last.to
    }
    let start = UInt32(out.flights.count)
    for index in run.range { out.flights.append(batch.flights[index]) }
    let copied = ElementRun(start: start, count: run.count)
    lastFlights = (run, copied)
    return copied
  }
}
