internal import Records

/// One person record of a leg as resolving sees it: numbers that can be compared at once.
struct LegRecord {
  /// In ``LegPushes/messages``.
  var message: Int32
  var push: Int32
  /// Of its message; 0 if unknown.
  var minute: Int64
  var channel: MessageKind.Channel
  var messageKind: MessageKind
  var role: Role
  var status: TravelStatus
  var gender: Gender
  var birthDate: PartialDate?
  /// In ``LegNames/spellings``.
  var spellings: ElementRun
  /// In ``LegRecords/documentKeys``.
  var documents: ElementRun
  /// 0 where the record has none.
  var locator: UInt64
  /// Whose locator it is; 0 where unstated.
  var system: UInt64
  var reference: UInt64
  /// Of the main name's letters; 0 if it has none.
  var name: UInt64
  /// Of all names, in any order.
  var naming: UInt64
  /// Of what a traveller is known by: records with the same identity tell the same.
  var identity: UInt64
  /// Of everything that is in the record.
  var content: UInt64
  /// The next record of the same traveller, -1 behind the last.
  var next: Int32 = -1

  /// Whom nobody takes for one another.
  enum Role: UInt64 { case passenger, infant, crew }

  /// Whether a name of it folds to a letter.
  var hasLetters = false
  /// Whether a name of it can be read as it was meant.
  var isLegible = false
  /// It says all of the traveller anew (``Passenger/isChange``).
  var isChange = false
  /// A later change has taken its place: it tells of nobody any more.
  var isSuperseded = false

  /// Whether something other than the name tells who it is.
  var isFirm: Bool { locator != 0 || !documents.isEmpty || (birthDate?.isFull ?? false) }
}

/// All records of a leg, with their names and documents.
struct LegRecords {
  /// Shorter numbers of documents are placeholders.
  static let documentLettersMin = 4

  private(set) var items: [LegRecord] = []
  private(set) var names = LegNames()
  private(set) var documentKeys: [UInt64] = []
  private(set) var locators = LegLocators()

  subscript(index: Int32) -> LegRecord { items[Int(index)] }

  mutating func supersede(_ index: Int32) { items[Int(index)].isSuperseded = true }

  mutating func link(_ index: Int32, to next: Int32) { items[Int(index)].next = next }

  /// What a cancelled booking is known by.
  func booking(
    of cancellation: BookingCancellation, _ batch: borrowing PassengerBatch
  ) -> LegLocators.Name {
    locators.booking(
      LegHash.alphanumeric(batch.bytes, cancellation.recordLocator).key,
      cancellation.locatorSystem.packed)
  }

  /// The booking that a locator of `batch` names.
  func booking(_ name: SystemLocator, _ batch: borrowing PassengerBatch) -> LegLocators.Name {
    locators.booking(LegHash.alphanumeric(batch.bytes, name.text).key, name.system.packed)
  }

  /// Reads all records of the leg.
  mutating func read(_ records: borrowing PassengerBatch, _ pushes: inout LegPushes) {
    items.removeAll(keepingCapacity: true)
    names.removeAll()
    documentKeys.removeAll(keepingCapacity: true)
    locators.read(records)
    items.reserveCapacity(records.passengers.count)
    for index in records.passengers.indices {
      let record = read(records.passengers[index], records, pushes)
      pushes.entries[Int(record.push)].content &+= record.content
      items.append(record)
    }
  }

  private mutating func read(
    _ person: Passenger, _ records: borrowing PassengerBatch, _ pushes: LegPushes
  ) -> LegRecord {
    let number = pushes.numbers[Int(person.message)]
    let message = pushes.messages[Int(number)]
    let spellings = names.add(person, of: records)
    let start = documentKeys.count
    var documentSum: UInt64 = 0
    for index in person.documents.range {
      let key = LegHash.alphanumeric(records.bytes, records.documents[index].number)
      guard key.count >= LegRecords.documentLettersMin else { continue }
      documentSum &+= key.key
      documentKeys.append(key.key)
    }
    let booking = locators.booking(
      LegHash.alphanumeric(records.bytes, person.recordLocator).key, person.locatorSystem.packed)
    var naming: UInt64 = 0
    for spelling in names.spellings[spellings.range] { naming &+= LegHash.of(2, spelling.key) }
    var record = LegRecord(
      message: number, push: message.push, minute: message.minute, channel: message.channel,
      messageKind: message.kind,
      role: person.kind == .infant ? .infant : person.kind == .crew ? .crew : .passenger,
      status: person.status, gender: person.gender, birthDate: person.birthDate,
      spellings: spellings,
      documents: ElementRun(start: UInt32(start), count: UInt32(documentKeys.count - start)),
      locator: booking.locator, system: booking.system,
      reference: LegHash.alphanumeric(records.bytes, person.passengerReference).key,
      name: names.spellings[Int(spellings.start)].key, naming: naming, identity: 0, content: 0)
    record.isChange = person.isChange
    for spelling in names.spellings[spellings.range] where spelling.key != 0 {
      record.hasLetters = true
      if spelling.isLegible { record.isLegible = true }
    }
    var identity = LegHash(record.role.rawValue)
    identity.combine(record.name)
    identity.combine(naming)
    identity.combine(person.birthDate)
    identity.combine(UInt64(person.gender.rawValue))
    identity.combine(record.locator)
    identity.combine(record.reference)
    identity.combine(documentSum)
    if record.name == 0 {
      identity.combine(records.bytes, person.name.surname)
      identity.combine(records.bytes, person.name.given)
    }
    record.identity = identity.value
    record.content = Self.content(person, message, seed: identity.value, records)
    return record
  }

  private static func content(
    _ person: Passenger, _ message: LegPushes.Message, seed: UInt64,
    _ records: borrowing PassengerBatch
  ) -> UInt64 {
    var hash = LegHash(seed)
    hash.combine(UInt64(message.kind.rawValue) << 8 | UInt64(message.function.rawValue))
    hash.combine(UInt64(bitPattern: message.minute))
    let change: UInt64 = person.isChange ? 1 << 16 : 0
    hash.combine(change | UInt64(person.kind.rawValue) << 8 | UInt64(person.status.rawValue))
    hash.combine(person.nationality.packed)
    hash.combine(records.bytes, person.name.surname)
    hash.combine(records.bytes, person.name.given)
    hash.combine(UInt64(person.name.source.rawValue))
    for index in person.otherNames.range {
      hash.combine(records.bytes, records.names[index].surname)
      hash.combine(records.bytes, records.names[index].given)
      hash.combine(UInt64(records.names[index].source.rawValue))
    }
    for index in person.documents.range {
      let document = records.documents[index]
      hash.combine(document.type.packed)
      hash.combine(records.bytes, document.number)
      hash.combine(document.issuer.packed)
      hash.combine(document.expires)
    }
    hash.combine(records.bytes, person.seat)
    hash.combine(records.bytes, person.recordLocator)
    hash.combine(person.locatorSystem.packed)
    hash.combine(records.bytes, person.passengerReference)
    for index in person.flights.range { hash.combine(records.flights[index]) }
    return hash.value
  }
}

extension LegHash {
  mutating func combine(_ leg: FlightLeg) {
    combine(leg.carrier.packed)
    combine(leg.number.packed)
    combine(leg.suffix.packed)
    combine(leg.date)
    combine(leg.from.packed)
    combine(leg.to.packed)
    combine(UInt64(bitPattern: Int64(leg.departureMinute) << 16 ^ Int64(leg.arrivalMinute)))
    combine(leg.arrivalDate)
  }
}
