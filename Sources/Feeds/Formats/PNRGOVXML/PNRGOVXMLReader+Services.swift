import Bytes
import Records

/// SSR and DOC_SSR: the same services as in EDIFACT, as text or as attributes.
extension PNRGOVXMLReader {
  mutating func openService(
    _ event: XMLEvents.Event, _ tape: borrowing XMLEvents, _ parent: Scope, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    if !piece.isEmpty { piece.removeAll(keepingCapacity: true) }
    if !serviceText.isEmpty { serviceText.removeAll(keepingCapacity: true) }
    service = ServiceReader.service(code(tape, Name.serviceCode, of: event))
    serviceFinding = Booking.Finding(.identity)
    serviceFinding.offset = offset
    if parent == .passenger {
      // Within a traveller the reference only counts the services.
      serviceFinding.scope =
        currentTraveller >= 0 ? currentTraveller : Booking.Finding.unnamed
      return
    }
    makeRoom(at: offset, into: &batch)
    serviceFinding.reference = keep(tape, tape.value(Name.reference, of: event))
    if parent == .flight || parent == .checkIn { serviceFinding.leg = booking.legs.count - 1 }
    piece.append(copying: tape.bytes.span.extracting(tape.value(Name.text, of: event)))
  }

  /// The end of a Text; a long one may be divided over several.
  mutating func takeServiceText() {
    guard service != nil, serviceText.count < limits.xmlTextBytes else { return }
    decode()
    if serviceText.isEmpty {
      swap(&serviceText, &decoded)
    } else {
      serviceText.append(contentsOf: decoded)
    }
  }

  mutating func closeService(into batch: inout PassengerBatch) {
    defer { self.service = nil }
    guard let service, hasRoomForFinding else { return }
    let first = booking.findings.count
    defer { if isAgain { forgetMarkup(from: first) } }
    if serviceText.isEmpty { takeServiceText() }
    guard !serviceText.isEmpty else { return }
    var text: [UInt8] = []
    swap(&text, &serviceText)
    defer { swap(&text, &serviceText) }
    if service == .docs, takePlainDocs(text.span, into: &batch) { return }
    let problem = services.read(
      service, text, serviceFinding, reference: pushed.date, into: &booking)
    if let (code, words) = problem { report(code, serviceFinding.offset, words, &batch) }
  }

  /// A DOCS in the usual form; false if it must be looked at.
  private mutating func takePlainDocs(
    _ text: Span<UInt8>, into batch: inout PassengerBatch
  ) -> Bool {
    guard text.isPlainText(0..<text.count, without: 0),
      let fields = DocumentText.readPlainDOCS(text, 0..<text.count),
      let name = NameReader.readPlain(text, fields.names, into: &booking.arena)
    else { return false }
    serviceFinding.name = name
    if !booking.append(fields, text, to: serviceFinding, reference: pushed.date) {
      report(.dateImpossible, serviceFinding.offset, "a birth date is no date", &batch)
    }
    return true
  }

  /// The attributes of DOCS or DOCO.
  mutating func takeDocument(
    _ event: XMLEvents.Event, _ tape: borrowing XMLEvents, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    guard hasRoomForFinding else { return }
    var finding = serviceFinding
    let number = keep(tape, tape.value(Name.documentNumber, of: event))
    if event.name == Name.visa {
      guard !number.isEmpty else { return }
      finding.kind = .visa
      finding.document = TravelDocument(
        type: ShortCode("V"), number: number,
        issuer: CountryCode.alpha3(code(tape, Name.country, of: event)), expires: nil)
      booking.findings.append(finding)
      return
    }
    let bytes = tape.bytes.span
    let gender = code(tape, Name.gender, of: event)
    if gender.count == 1 || gender[1] == 0x49 { finding.gender = Gender(letter: gender[0]) }
    // MALE, FEMALE in words.
    if gender.count > 2 { finding.gender = Gender(letter: gender[0]) }
    finding.isInfant = gender.count == 2 && gender[1] == 0x49
    finding.nationality = CountryCode.alpha3(code(tape, Name.nationality, of: event))
    let birth = XMLDate.read(
      bytes, tape.value(Name.birthDate, of: event), reference: pushed.date, .birth)
    finding.birthDate = birth.value
    if birth == .impossible { report(.dateImpossible, offset, "a birth date is no date", &batch) }
    documentName.removeAll()
    takeName(Name.surname, event, tape)
    takeName(Name.firstGivenName, event, tape)
    takeName(Name.secondGivenName, event, tape)
    if !documentName.isEmpty { finding.name = readName(documentName) }
    if !number.isEmpty {
      finding.document = TravelDocument(
        type: code(tape, Name.documentType, of: event), number: number,
        issuer: CountryCode.alpha3(code(tape, Name.issuer, of: event)),
        expires: XMLDate.read(
          bytes, tape.value(Name.expiry, of: event), reference: pushed.date, .expiry
        ).value)
    }
    let first = booking.findings.count
    booking.append(identity: finding)
    if isAgain { forgetMarkup(from: first) }
  }

  /// What a broken tag left in a document is no name; the traveller's own one must come first.
  private mutating func forgetMarkup(from first: Int) {
    for index in booking.findings.indices.dropFirst(first) {
      let name = booking.findings[index].name
      let bytes = booking.arena.bytes
      func hasMarkup(_ text: TextReference) -> Bool {
        bytes[text.range].contains { [0x22, 0x3C, 0x3D, 0x3E].contains($0) }
      }
      if hasMarkup(name.surname) || hasMarkup(name.given) {
        booking.findings[index].name = ReadName()
      }
    }
  }

  private mutating func takeName(
    _ name: UInt8, _ event: XMLEvents.Event, _ tape: borrowing XMLEvents
  ) {
    let range = tape.value(name, of: event)
    guard !range.isEmpty else { return }
    piece.removeAll(keepingCapacity: true)
    piece.append(contentsOf: tape.bytes[range])
    decode()
    PNRGOVXMLReader.add(
      decoded, name == Name.surname ? name : Name.givenName, to: &documentName)
  }
}
