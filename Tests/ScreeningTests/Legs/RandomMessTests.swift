import Records
import TestSupport
import Testing

@testable import Screening

/// Records drawn from so few names, dates and numbers that everything resembles everything.
struct RandomMessTests {
  private func draw<Value>(_ values: [Value], _ random: inout SeededGenerator) -> Value {
    values[Int.random(in: values.indices, using: &random)]
  }

  private func person(_ random: inout SeededGenerator) -> Told {
    let names = [
      "SMITH/JOHN", "SMITH/JOHNNY", "SMITH/J", "SMITH/JANE", "SMYTH/JOHN", "SMITH/", "JOHN/SMITH",
      "SMITH/JOHN PAUL", "MÜLLER/ANNA", "MUELLER/ANNA", "12/", "MULLER/ANNA MARIA",
      "???/?", "SM\u{FFFD}TH/J\u{FFFD}",
    ]
    var told = Told(
      draw(names, &random), draw(["", "AAA111", "AAA111", "BBB222"], &random),
      draw(["", "1", "2"], &random))
    told.system = draw(["", "1A", "1A", "1B"], &random)
    told.born = draw(["", "", "1980-01-01", "1980-01-02", "1980", "1980-01"], &random)
    told.document = draw(["", "", "NX1234567", "NY7654321", "0"], &random)
    told.gender = draw([.unstated, .male, .female, .unspecified], &random)
    told.kind = draw([.passenger, .passenger, .passenger, .infant, .crew], &random)
    told.status = draw(TravelStatus.allCases, &random)
    told.seat = draw(["", "1A", "2B"], &random)
    told.source = draw([.tif, .docs, .nad, .pnl, .inft], &random)
    told.otherNames = draw([[], [], ["SMITH/JOHN"], ["SMITH/JOHNMR", "SMIT/JOHN"]], &random)
    return told
  }

  private func message(_ random: inout SeededGenerator) -> Message {
    var message = Message()
    message.type = draw(["PNRGOV", "PNRGOV", "PNRGOV", "PAXLST", "PNL", "ADL", "CSV"], &random)
    message.function = draw([.full, .update, .list], &random)
    message.minute = draw([0, 10, 10, 20, 30, 40], &random)
    message.sender = draw(["XX", "XX", "YY"], &random)
    message.part = draw([0, 0, 0, 1, 2, 3], &random)
    message.isLastPart = message.part == 0 || message.part == 3
    message.isComplete = draw([true, true, false], &random)
    message.hasPush = draw([true, true, true, false], &random)
    message.announced = draw([-1, -1, 1, 2], &random)
    message.cancelsFlight = draw([false, false, false, false, false, true], &random)
    message.cancels = draw([[], [], [], ["AAA111"]], &random)
    message.cancelSystem = draw(["", "1A", "1B"], &random)
    for _ in 0..<Int.random(in: 0..<7, using: &random) { message.people.append(person(&random)) }
    return message
  }

  @Test(arguments: 1...60) func noOrderChangesAnything(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let messages = (0..<Int.random(in: 2...9, using: &random)).map { _ in message(&random) }
    var shuffle: SeededGenerator? = SeededGenerator(seed: UInt64(seed) + 99)
    var none: SeededGenerator?
    let first = resolve(makeBatch(messages, shuffledBy: &none))
    for time in 0..<8 {
      let other = resolve(makeBatch(messages, shuffledBy: &shuffle, files: 1 + time % 3))
      #expect(other.lines == first.lines)
      #expect(other.account.pushes == first.account.pushes)
      #expect(other.codes.sorted() == first.codes.sorted())
    }
    check(first, messages)
  }

  /// Nobody and nothing is lost, and nobody is more than one message can tell of.
  private func check(_ found: Resolved, _ messages: [Message]) {
    let people = messages.flatMap(\.people)
    #expect(found.account.records == people.count)
    #expect(found.account.travellers == found.batch.passengers.count)
    // One person in two bookings is one traveller.
    var known: [String: Int] = [:]
    for person in people where person.born.count == 10 && person.document.count > 3 {
      known["\(person.document) \(person.born)", default: 0] += 1
    }
    if known.values.allSatisfy({ $0 == 1 }) {
      #expect(found.account.travellers >= messages.map(\.people.count).max() ?? 0)
    }
    #expect(found.account.travellers + found.account.merged == people.count)
    let batch = found.batch
    let names = batch.passengers.flatMap { person in
      [person.name] + batch.names[person.otherNames.range]
    }
    #expect(
      Set(names.map(found.name))
        == Set(people.flatMap { ["\($0.surname)/\($0.given)"] + $0.otherNames }))
    let documents = batch.passengers.flatMap { batch.documents[$0.documents.range] }
    #expect(
      Set(documents.map { batch.text($0.number) })
        == Set(people.map(\.document).filter { !$0.isEmpty }))
    // Every full birth date is somebody's: dates that conflict are never put together.
    let born = Set(people.map(\.born).filter { $0.count == 10 })
    #expect(Set(batch.passengers.compactMap(\.birthDate?.description)).isSuperset(of: born))
    // Whoever was never taken off, and never passed over, is on the flight.
    let removes = messages.contains { message in
      !message.cancels.isEmpty || message.cancelsFlight
        || message.people.contains { $0.status == .cancelled }
        || (message.type == "PNRGOV" && message.isComplete && message.hasPush)
    }
    if !removes { #expect(found.account.cancelled == 0) }
  }
}
