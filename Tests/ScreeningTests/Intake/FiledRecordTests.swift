import Bytes
import Feeds
import Records
import TestSupport
import Testing

@testable import Screening

struct FiledRecordTests {
  /// A batch of invented persons with every field at random, empty or extreme values among them.
  private func batch(_ random: inout SeededGenerator) -> PassengerBatch {
    var batch = PassengerBatch()
    var headers: [MessageHeader] = []
    for number in stride(from: 0, to: 20, by: 7) {
      var header = MessageHeader(type: "PNRGOV", version: "13:1", reference: "R\(number / 7)")
      header.ordinal = UInt32(number / 7)
      header.function = [.list, .full, .update][number / 7]
      header.part = Int32(number / 7) - 1
      header.isLastPart = number < 7
      header.minute = Int64.random(in: 1...40_000_000, using: &random)
      header.sender = String(repeating: "S", count: Int.random(in: 0...300, using: &random))
      header.accessReference = "KL1007/281126/\(number / 7)"
      headers.append(header)
    }
    for number in 0..<20 {
      let message = batch.index(of: headers[number / 7])
      batch.passengers.append(person(&random, message, in: &batch))
      var push = Push(message: message, leg: leg(&random), offset: UInt64(number) << 40)
      push.isComplete = Bool.random(using: &random)
      push.cancelsFlight = Bool.random(using: &random)
      push.announcedBookings = Int.random(in: -1...5, using: &random)
      push.foundSegments = Int.random(in: 0...500_000, using: &random)
      batch.pushes.append(push)
      batch.cancellations.append(
        BookingCancellation(
          message: message, recordLocator: batch.store("AB\(number)"),
          locatorSystem: ShortCode(["", "1A", "KL", "SYSTEM12"][number % 4]), leg: leg(&random)))
      let names = ElementRun(start: UInt32(batch.locators.count), count: UInt32(number % 3))
      for name in 0..<number % 3 {
        batch.locators.append(
          SystemLocator(text: batch.store("L\(name)\(number)"), system: ShortCode("1A")))
      }
      batch.bookingNames.append(
        BookingNames(
          message: message, locators: names, leg: leg(&random), isInDoubt: number % 2 == 0))
    }
    return batch
  }

  private func person(
    _ random: inout SeededGenerator, _ message: UInt32, in batch: inout PassengerBatch
  ) -> Passenger {
    func name(_ source: NameSource, in batch: inout PassengerBatch) -> PersonName {
      PersonName(
        surname: batch.store("MÜLLER\(Int.random(in: 0...99, using: &random))"),
        given: Bool.random(using: &random) ? .empty : batch.store("ÉVA"), source: source)
    }
    var person = Passenger(name: name(.docs, in: &batch))
    person.kind = PassengerKind.allCases.randomElement(using: &random) ?? .crew
    person.status = TravelStatus.allCases.randomElement(using: &random) ?? .booked
    person.isChange = Bool.random(using: &random)
    person.gender = Gender.allCases.randomElement(using: &random) ?? .male
    person.birthDate = PartialDate(
      year: Int.random(in: 1...9999, using: &random), month: Int.random(in: 0...12, using: &random))
    person.nationality = ShortCode("NLD")
    person.recordLocator = batch.store("TST001")
    person.locatorSystem = ShortCode(["", "1A", "SYSTEM12"].randomElement(using: &random) ?? "")
    person.passengerReference = batch.store("1.1")
    person.seat = Bool.random(using: &random) ? .empty : batch.store("12A")
    person.message = message
    person.offset = UInt64.random(in: 0...UInt64.max, using: &random)
    let names = batch.names.count
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let other = name(.tif, in: &batch)
      batch.names.append(other)
    }
    person.otherNames = ElementRun(
      start: UInt32(names), count: UInt32(batch.names.count - names))
    let documents = batch.documents.count
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      batch.documents.append(
        TravelDocument(
          type: ShortCode("P"), number: batch.store("NX1234567"), issuer: ShortCode("NLD"),
          expires: PartialDate(year: 2031, month: 1, day: 31)))
    }
    person.documents = ElementRun(
      start: UInt32(documents), count: UInt32(batch.documents.count - documents))
    let flights = batch.flights.count
    for _ in 0..<Int.random(in: 0...3, using: &random) { batch.flights.append(leg(&random)) }
    person.flights = ElementRun(
      start: UInt32(flights), count: UInt32(batch.flights.count - flights))
    return person
  }

  private func leg(_ random: inout SeededGenerator) -> FlightLeg {
    var leg = FlightLeg()
    leg.carrier = ShortCode("KL")
    leg.number = ShortCode("\(Int.random(in: 1...4, using: &random))")
    leg.date = Bool.random(using: &random) ? nil : PartialDate(year: 2026, month: 11, day: 28)
    leg.from = ShortCode("AMS")
    leg.departureMinute = Int16.random(in: -1...1439, using: &random)
    return leg
  }

  private func lines(_ batch: PassengerBatch) -> [String] {
    batch.passengers.indices.map { index in
      var json = JSONWriter()
      PassengerJSON.write(index, of: batch, file: "f", to: &json)
      let message = batch.messages[Int(batch.passengers[index].message)]
      return String(decoding: json.bytes, as: UTF8.self)
        + "\(message) \(batch.passengers[index].locatorSystem)"
    }
  }

  @Test func readsBackWhatWasWritten() {
    var random = SeededGenerator(seed: 31)
    for _ in 0..<20 {
      let written = batch(&random)
      var bytes: [UInt8] = []
      for index in written.passengers.indices {
        let header = written.messages[Int(written.passengers[index].message)]
        let head = FiledRecord.header(header)
        var place = FiledRecord.Place(leg: 77, file: 3, ordinal: header.ordinal)
        FiledRecord.write(person: index, of: written, at: place, header: head, to: &bytes)
        place.leg = 78
        FiledRecord.write(written.pushes[index], at: place, header: head, to: &bytes)
        FiledRecord.write(
          written.bookingNames[index], of: written, at: place, header: head, to: &bytes)
        place.leg = 79
        FiledRecord.write(
          written.cancellations[index], of: written, at: place, header: head, to: &bytes)
      }
      var entries: [FiledRecordReader.Entry] = []
      FiledRecordReader.entries(bytes.span, into: &entries)
      #expect(entries.map(\.leg) == (0..<20).flatMap { _ in [77, 78, 78, 79] as [UInt64] })
      var reader = FiledRecordReader(ranks: [-1, -1, -1, 0])
      var read = PassengerBatch()
      for kind in [77, 78, 79] as [UInt64] {
        reader.beginBatch()
        for entry in entries where entry.leg == kind {
          reader.read(bytes.span, at: entry.start, into: &read)
        }
      }
      #expect(lines(read) == lines(written))
      #expect(
        read.pushes.map { describe($0, read) } == written.pushes.map { describe($0, written) })
      #expect(
        read.cancellations.map { read.text($0.recordLocator) }
          == written.cancellations.map { written.text($0.recordLocator) })
      #expect(
        read.cancellations.map(\.locatorSystem) == written.cancellations.map(\.locatorSystem))
      #expect(
        read.bookingNames.map { names(of: $0, in: read) }
          == written.bookingNames.map { names(of: $0, in: written) })
      #expect(read.cancellations.map(\.leg) == written.cancellations.map(\.leg))
    }
  }

  private func names(of booking: BookingNames, in batch: PassengerBatch) -> String {
    let names = batch.locators[booking.locators.range].map { "\($0.system):\(batch.text($0.text))" }
    return "\(String(describing: booking.leg)) \(names) \(booking.isInDoubt)"
  }

  /// A push with its message instead of that message's number in the batch.
  private func describe(_ push: Push, _ batch: PassengerBatch) -> String {
    var copy = push
    copy.message = 0
    return "\(copy) \(batch.messages[Int(push.message)].reference)"
  }

  @Test func leavesOutTheRecordsOfADuplicate() {
    var random = SeededGenerator(seed: 32)
    let written = batch(&random)
    var bytes: [UInt8] = []
    for file in [0, 1] as [UInt32] {
      let place = FiledRecord.Place(leg: 5, file: file, ordinal: 1)
      let head = FiledRecord.header(written.messages[0])
      FiledRecord.write(person: 0, of: written, at: place, header: head, to: &bytes)
    }
    var entries: [FiledRecordReader.Entry] = []
    FiledRecordReader.entries(bytes.span, into: &entries)
    var reader = FiledRecordReader(ranks: [4, -1])
    var read = PassengerBatch()
    for entry in entries { reader.read(bytes.span, at: entry.start, into: &read) }
    #expect(read.passengers.count == 1)
    #expect(read.messages.map(\.file) == [4])
  }

  /// The records of one message: persons by their numbers in the batch.
  private func message(
    _ persons: [Int], of batch: PassengerBatch, leg: UInt64, file: UInt32, ordinal: UInt32
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    let place = FiledRecord.Place(leg: leg, file: file, ordinal: ordinal)
    let head = FiledRecord.header(batch.messages[0])
    for person in persons {
      FiledRecord.write(person: person, of: batch, at: place, header: head, to: &bytes)
    }
    return bytes
  }

  @Test func gathersAMessageOnceWithItsEarliestPlace() {
    var random = SeededGenerator(seed: 33)
    let written = batch(&random)
    let copies = [(2, 1), (0, 7), (0, 3), (1, 1)].map { file, ordinal in
      // The same person twice in one message is two persons.
      message([0, 1, 1], of: written, leg: 9, file: UInt32(file), ordinal: UInt32(ordinal))
    }
    let other = message([0, 1], of: written, leg: 9, file: 0, ordinal: 1)
    let elsewhere = message([0, 1, 1], of: written, leg: 11, file: 0, ordinal: 2)
    let alone = message([2], of: written, leg: 0, file: 0, ordinal: 4)
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]] {
      var gatherer = RecordGatherer(ranks: [0, 1, 2])
      gatherer.take(order.flatMap { copies[$0] } + other)
      gatherer.take(elsewhere + alone + alone)
      var entries: [FiledRecordReader.Entry] = []
      FiledRecordReader.entries(gatherer.bytes.span, into: &entries)
      #expect(entries.map(\.leg) == [9, 9, 9, 9, 9, 11, 11, 11, 0, 0])
      #expect(gatherer.repeated == [9: 9])
      let place = FiledRecordReader.place(gatherer.bytes.span, at: 0)
      #expect(place == FiledRecord.Place(leg: 9, file: 0, ordinal: 3))
    }
  }
}
