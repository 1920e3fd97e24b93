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
    for number in 0..<20 {
      var header = MessageHeader(type: "PNRGOV", version: "13:1", reference: "R\(number / 7)")
      header.ordinal = UInt32(number / 7)
      header.function = [.list, .full, .update][number / 7]
      header.part = Int32(number / 7) - 1
      header.isLastPart = number < 7
      header.minute = Int64.random(in: -5...40_000_000, using: &random)
      header.sender = String(repeating: "S", count: Int.random(in: 0...300, using: &random))
      header.accessReference = "KL1007/281126/\(number / 7)"
      let message = batch.index(of: header)
      batch.passengers.append(person(&random, message, in: &batch))
      var push = Push(message: message, leg: leg(&random), offset: UInt64(number) << 40)
      push.isComplete = Bool.random(using: &random)
      push.cancelsFlight = Bool.random(using: &random)
      push.announcedBookings = Int.random(in: -1...5, using: &random)
      push.foundSegments = Int.random(in: 0...500_000, using: &random)
      batch.pushes.append(push)
      batch.cancellations.append(
        BookingCancellation(
          message: message, recordLocator: batch.store("AB\(number)"), leg: leg(&random)))
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
    person.gender = Gender.allCases.randomElement(using: &random) ?? .male
    person.birthDate = PartialDate(
      year: Int.random(in: 1...9999, using: &random), month: Int.random(in: 0...12, using: &random))
    person.nationality = ShortCode("NLD")
    person.recordLocator = batch.store("TST001")
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
      return String(decoding: json.bytes, as: UTF8.self) + "\(message)"
    }
  }

  @Test func readsBackWhatWasWritten() {
    var random = SeededGenerator(seed: 31)
    for _ in 0..<20 {
      let written = batch(&random)
      var bytes: [UInt8] = []
      for index in written.passengers.indices {
        let header = written.messages[Int(written.passengers[index].message)]
        let head = FiledRecord.header(header, file: 3)
        FiledRecord.write(person: index, of: written, leg: 77, header: head, to: &bytes)
        FiledRecord.write(written.pushes[index], leg: 78, header: head, to: &bytes)
        FiledRecord.write(
          written.cancellations[index], of: written, leg: 79, header: head, to: &bytes)
      }
      var entries: [FiledRecordReader.Entry] = []
      FiledRecordReader.entries(bytes.span, into: &entries)
      #expect(entries.map(\.leg) == (0..<20).flatMap { _ in [77, 78, 79] as [UInt64] })
      var reader = FiledRecordReader(ranks: [-1, -1, -1, 0])
      var read = PassengerBatch()
      for entry in entries { reader.read(bytes.span, at: entry.start, into: &read) }
      #expect(lines(read) == lines(written))
      #expect(read.pushes == written.pushes)
      #expect(
        read.cancellations.map { read.text($0.recordLocator) }
          == written.cancellations.map { written.text($0.recordLocator) })
      #expect(read.cancellations.map(\.leg) == written.cancellations.map(\.leg))
    }
  }

  @Test func leavesOutTheRecordsOfADuplicate() {
    var random = SeededGenerator(seed: 32)
    let written = batch(&random)
    var bytes: [UInt8] = []
    for file in [0, 1] as [UInt32] {
      let head = FiledRecord.header(written.messages[0], file: file)
      FiledRecord.write(person: 0, of: written, leg: 5, header: head, to: &bytes)
    }
    var entries: [FiledRecordReader.Entry] = []
    FiledRecordReader.entries(bytes.span, into: &entries)
    var reader = FiledRecordReader(ranks: [4, -1])
    var read = PassengerBatch()
    for entry in entries { reader.read(bytes.span, at: entry.start, into: &read) }
    #expect(read.passengers.count == 1)
    #expect(read.messages.map(\.file) == [4])
  }
}
