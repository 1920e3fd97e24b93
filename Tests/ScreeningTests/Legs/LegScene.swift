import Records
import TestSupport

@testable import Screening

/// A person as one message tells of him.
struct Told: Hashable {
  var surname: String
  var given: String
  var locator = "ABC123"
  var system = ""
  var reference = ""
  var born = ""
  var gender = Gender.unstated
  var nationality = ""
  var document = ""
  var issuer = ""
  var kind = PassengerKind.passenger
  var status = TravelStatus.booked
  var isChange = false
  var seat = ""
  var source = NameSource.tif
  var otherNames: [String] = []

  /// - Parameter name: `SURNAME/GIVEN`.
  init(_ name: String, _ locator: String = "ABC123", _ reference: String = "") {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    surname = parts[0]
    given = parts.count > 1 ? parts[1] : ""
    self.locator = locator
    self.reference = reference
  }

  func with(_ change: (inout Told) -> Void) -> Told {
    var copy = self
    change(&copy)
    return copy
  }
}

/// One message of a leg.
struct Message: Hashable {
  var type = "PNRGOV"
  var function = PushFunction.full
  var minute: Int64 = 0
  var part: Int32 = 0
  var isLastPart = true
  var sender = "XX"
  var access = ""
  var isComplete = true
  var cancelsFlight = false
  var announced = -1
  var announcedPersons = -1
  var people: [Told] = []
  var cancels: [String] = []
  /// Whose locators the cancelled ones are.
  var cancelSystem = ""
  /// Locators that name one booking, as `1A:AAA111`.
  var names: [[String]] = []
  /// Locators of bookings with somebody in them who is not named.
  var doubts: [String] = []
  /// False for a message that never came to its end.
  var hasPush = true

  var bookings: Int { Set(people.map(\.locator) + cancels + doubts).subtracting([""]).count }

  func with(_ change: (inout Message) -> Void) -> Message {
    var copy = self
    change(&copy)
    return copy
  }
}

func full(_ minute: Int64, _ people: Told...) -> Message {
  Message(function: .full, minute: minute, people: people)
}

func update(_ minute: Int64, _ people: Told...) -> Message {
  Message(function: .update, minute: minute, people: people)
}

func list(_ type: String, _ minute: Int64, _ people: Told...) -> Message {
  let source: NameSource = type == "PAXLST" ? .nad : type == "CSV" ? .csv : .pnl
  return Message(
    type: type, function: .list, minute: minute,
    people: people.map { person in
      person.with {
        $0.source = source
        if $0.status == .booked && type == "PAXLST" { $0.status = .unstated }
      }
    })
}

/// The leg's batch: message by message, or in the order of `random`, over `files` inputs.
func makeBatch(_ messages: [Message], shuffledBy random: inout SeededGenerator?, files: Int = 1)
  -> PassengerBatch
{
  var batch = PassengerBatch()
  var tasks: [(message: Int, person: Int)] = []
  for (index, message) in messages.enumerated() {
    if message.hasPush { tasks.append((index, -1)) }
    for place in message.cancels.indices { tasks.append((index, -2 - place)) }
    for person in message.people.indices { tasks.append((index, person)) }
  }
  var file = messages.indices.map { $0 % files }
  var ordinals = messages.indices.map { $0 }
  if var generator = random {
    tasks.shuffle(using: &generator)
    file = messages.indices.map { _ in Int.random(in: 0..<files, using: &generator) }
    ordinals.shuffle(using: &generator)
    random = generator
  }
  for task in tasks {
    let message = messages[task.message]
    var header = MessageHeader(type: message.type, version: "13:1", reference: "1")
    header.ordinal = UInt32(ordinals[task.message] + 1)
    header.file = UInt32(file[task.message])
    header.function = message.function
    header.part = message.part
    header.isLastPart = message.isLastPart
    header.minute = message.minute
    header.sender = message.sender
    header.accessReference = message.access
    let number = batch.index(of: header)
    if task.person == -1 {
      append(message.names, number, &batch)
      append(message.doubts.map { [":" + $0] }, number, isInDoubt: true, &batch)
      var push = Push(message: number, leg: nil, offset: UInt64(100 * ordinals[task.message]))
      push.isComplete = message.isComplete
      push.cancelsFlight = message.cancelsFlight
      push.announcedBookings = message.announced
      push.foundBookings = message.bookings
      push.announcedPersons = message.announcedPersons
      push.foundPersons = message.people.count
      batch.pushes.append(push)
    } else if task.person < -1 {
      let locator = batch.store(message.cancels[-2 - task.person])
      batch.cancellations.append(
        BookingCancellation(
          message: number, recordLocator: locator,
          locatorSystem: ShortCode(message.cancelSystem), leg: nil))
    } else {
      append(
        message.people[task.person], number, UInt64(100 * task.message + task.person), &batch)
    }
  }
  return batch
}

private func append(
  _ names: [[String]], _ message: UInt32, isInDoubt: Bool = false, _ batch: inout PassengerBatch
) {
  for booking in names {
    let start = UInt32(batch.locators.count)
    for name in booking {
      let parts = name.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      batch.locators.append(
        SystemLocator(text: batch.store(parts[1]), system: ShortCode(parts[0])))
    }
    batch.bookingNames.append(
      BookingNames(
        message: message,
        locators: ElementRun(start: start, count: UInt32(booking.count)), leg: nil,
        isInDoubt: isInDoubt))
  }
}

private func append(
  _ told: Told, _ message: UInt32, _ offset: UInt64, _ batch: inout PassengerBatch
) {
  func store(_ text: String) -> TextReference { text.isEmpty ? .empty : batch.store(text) }
  var person = Passenger(
    name: PersonName(
      surname: store(told.surname), given: store(told.given), source: told.source))
  person.kind = told.kind
  person.status = told.status
  person.isChange = told.isChange
  person.gender = told.gender
  person.birthDate = PartialDate(told.born)
  person.nationality = ShortCode(told.nationality)
  person.recordLocator = store(told.locator)
  person.locatorSystem = ShortCode(told.system)
  person.passengerReference = store(told.reference)
  person.seat = store(told.seat)
  person.message = message
  person.offset = offset
  let firstName = batch.names.count
  for name in told.otherNames {
    let other = Told(name)
    batch.names.append(
      PersonName(surname: store(other.surname), given: store(other.given), source: .tif))
  }
  person.otherNames = ElementRun(
    start: UInt32(firstName), count: UInt32(told.otherNames.count))
  if !told.document.isEmpty {
    person.documents = ElementRun(start: UInt32(batch.documents.count), count: 1)
    batch.documents.append(
      TravelDocument(
        type: ShortCode("P"), number: store(told.document), issuer: ShortCode(told.issuer),
        expires: nil))
  }
  var leg = FlightLeg()
  leg.carrier = ShortCode("XX")
  leg.number = ShortCode("123")
  person.flights = ElementRun(start: UInt32(batch.flights.count), count: 1)
  batch.flights.append(leg)
  batch.passengers.append(person)
}
