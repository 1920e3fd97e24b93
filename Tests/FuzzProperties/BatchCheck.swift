import Records

/// Walks over everything in one batch: every reference must lie inside its store, every text must be
/// UTF-8 without control characters. On the way each person becomes one number.
struct BatchCheck {
  private let batch: PassengerBatch
  private let inputBytes: Int
  private var messages: [UInt64] = []
  private(set) var violation: String?
  private(set) var persons: [UInt64] = []
  private(set) var pushes: [UInt64] = []
  private(set) var cancellations: [UInt64] = []
  private(set) var bookingNames: [UInt64] = []

  init(_ batch: PassengerBatch, inputBytes: Int) {
    self.batch = batch
    self.inputBytes = inputBytes
  }

  mutating func run() {
    for message in batch.messages { messages.append(number(of: message)) }
    for passenger in batch.passengers {
      persons.append(number(of: passenger))
      if violation != nil { return }
    }
    for push in batch.pushes {
      var digest = Digest()
      addMessage(push.message, to: &digest)
      // Known only at the end of a part, when persons of it are in earlier batches already.
      if violation == nil { digest.add(batch.messages[Int(push.message)].isLastPart ? 1 : 0) }
      if let leg = push.leg { add(leg, to: &digest) }
      digest.add(push.offset)
      digest.add(push.isComplete ? 1 : 0)
      digest.add(push.cancelsFlight ? 1 : 0)
      for count in [
        push.announcedBookings, push.foundBookings, push.announcedPersons, push.foundPersons,
        push.announcedSegments, push.foundSegments,
      ] { digest.add(UInt64(truncatingIfNeeded: count)) }
      pushes.append(digest.value)
    }
    for cancellation in batch.cancellations {
      var digest = Digest()
      addMessage(cancellation.message, to: &digest)
      add(cancellation.recordLocator, "a cancelled record locator", to: &digest)
      digest.add(cancellation.locatorSystem.packed)
      if let leg = cancellation.leg { add(leg, to: &digest) }
      cancellations.append(digest.value)
    }
    for names in batch.bookingNames {
      var digest = Digest()
      addMessage(names.message, to: &digest)
      for locator in batch.locators[names.locators.range] {
        add(locator.text, "a record locator", to: &digest)
        digest.add(locator.system.packed)
      }
      if let leg = names.leg { add(leg, to: &digest) }
      digest.add(names.isInDoubt ? 1 : 0)
      bookingNames.append(digest.value)
    }
    for finding in batch.diagnostics where finding.offset > UInt64(inputBytes) {
      fail("a diagnostic lies behind the end")
    }
  }

  private mutating func fail(_ what: String) {
    if violation == nil { violation = what }
  }

  private func number(of message: MessageHeader) -> UInt64 {
    var digest = Digest()
    for text in [
      message.type, message.version, message.reference, message.sender, message.accessReference,
    ] { digest.add(Array(text.utf8).span) }
    digest.add(UInt64(message.ordinal) << 32 | UInt64(message.file))
    digest.add(UInt64(message.function.rawValue) << 8 | (message.isTest ? 1 : 0))
    digest.add(UInt64(truncatingIfNeeded: Int64(message.part)))
    digest.add(UInt64(truncatingIfNeeded: message.minute))
    return digest.value
  }

  private mutating func number(of person: Passenger) -> UInt64 {
    var digest = Digest()
    digest.add(
      UInt64(person.kind.rawValue) << 16 | UInt64(person.status.rawValue) << 8
        | UInt64(person.gender.rawValue))
    if person.name.surname.isEmpty { fail("a person without surname") }
    add(person.name, to: &digest)
    for index in elements(person.otherNames, of: batch.names.count, "otherNames") {
      if batch.names[index].surname.isEmpty { fail("another name without surname") }
      add(batch.names[index], to: &digest)
    }
    add(person.birthDate, to: &digest)
    digest.add(person.nationality.packed)
    for index in elements(person.documents, of: batch.documents.count, "documents") {
      let document = batch.documents[index]
      digest.add(document.type.packed)
      digest.add(document.issuer.packed)
      add(document.expires, to: &digest)
      add(document.number, "a document number", to: &digest)
    }
    for index in elements(person.flights, of: batch.flights.count, "flights") {
      add(batch.flights[index], to: &digest)
    }
    add(person.recordLocator, "a record locator", to: &digest)
    digest.add(person.locatorSystem.packed)
    add(person.passengerReference, "a passenger reference", to: &digest)
    add(person.seat, "a seat", to: &digest)
    addMessage(person.message, to: &digest)
    digest.add(person.offset)
    if person.offset > UInt64(inputBytes) { fail("a person lies behind the end") }
    return digest.value
  }

  private mutating func elements(_ run: ElementRun, of count: Int, _ what: String) -> Range<Int> {
    guard !run.isEmpty else { return 0..<0 }
    guard run.range.upperBound <= count else {
      fail("\(what) lie outside their store")
      return 0..<0
    }
    return run.range
  }

  private mutating func addMessage(_ index: UInt32, to digest: inout Digest) {
    guard Int(index) < messages.count else { return fail("a message lies outside its store") }
    digest.add(messages[Int(index)])
  }

  private mutating func add(_ name: PersonName, to digest: inout Digest) {
    add(name.surname, "a surname", to: &digest)
    add(name.given, "a given name", to: &digest)
    digest.add(UInt64(name.source.rawValue))
  }

  private func add(_ date: PartialDate?, to digest: inout Digest) {
    digest.add(UInt64(truncatingIfNeeded: Int64(date?.packed ?? -1)))
  }

  private func add(_ leg: FlightLeg, to digest: inout Digest) {
    for code in [leg.carrier, leg.number, leg.suffix, leg.from, leg.to] { digest.add(code.packed) }
    add(leg.date, to: &digest)
    add(leg.arrivalDate, to: &digest)
    digest.add(
      UInt64(truncatingIfNeeded: Int64(leg.departureMinute) << 16 | Int64(leg.arrivalMinute)))
  }

  private mutating func add(_ text: TextReference, _ what: String, to digest: inout Digest) {
    guard text.range.upperBound <= batch.bytes.count else {
      return fail("\(what) lies outside the store")
    }
    digest.add(batch.bytes.span.extracting(text.range))
    let isPlain = BatchCheck.isPlain(batch.bytes.span.extracting(text.range))
    if !isPlain { checkLetters(of: text, what) }
  }

  private mutating func checkLetters(of text: TextReference, _ what: String) {
    guard let valid = String(validating: batch.bytes[text.range], as: UTF8.self) else {
      return fail("\(what) is not UTF-8")
    }
    let isControl = valid.unicodeScalars.contains {
      $0.value < 0x20 || (0x7F..<0xA0).contains($0.value)
    }
    if isControl { fail("\(what) has a control character") }
  }

  /// Whether a text holds nothing but printable ASCII.
  private static func isPlain(_ text: Span<UInt8>) -> Bool {
    var least: UInt8 = 0x20
    var most: UInt8 = 0x20
    for index in text.indices {
      least = min(least, text[index])
      most = max(most, text[index])
    }
    return least == 0x20 && most < 0x7F
  }
}

/// A number that changes with everything that is added to it, in that order.
struct Digest {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ part: UInt64) {
    value = (value ^ part) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 29
  }

  mutating func add(_ text: Span<UInt8>) {
    var index = 0
    while index &+ 8 <= text.count {
      // Sound: the eight bytes from `index` lie within the span, as the condition says.
      add(unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      index &+= 8
    }
    var rest = UInt64(text.count) << 56
    while index < text.count {
      rest = rest << 8 ^ UInt64(text[index])
      index &+= 1
    }
    add(rest)
  }
}
