import Bytes
import Records

/// SSR: only what identifies a traveller is read; meals, medical and other services are passed over.
extension PNRGOVReader {
  mutating func takeService(
    _ bytes: Span<UInt8>, _ range: Range<Int>, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    guard range.count > 8 else { return }
    // Dispatch on the four letters behind `SSR+`, before the segment is split.
    guard let service = PNRGOVReader.service(bytes, at: range.lowerBound + 4) else { return }
    if service == .remark { return takeRemark(bytes, range, at: offset, into: &batch) }
    guard hasRoom(at: offset, into: &batch) else { return }
    var finding = Booking.Finding(.identity)
    if scope == .passenger {
      finding.scope = currentTraveller >= 0 ? currentTraveller : Booking.Finding.unnamed
    }
    finding.leg = scope == .flight || scope == .checkIn ? booking.legs.count - 1 : -1
    finding.offset = offset
    if service == .docs, takePlainDocs(bytes, range, finding, at: offset, into: &batch) { return }
    tokens.read(bytes, range, context.separators)
    if service == .seat {
      takeSeats(bytes, finding)
      return
    }
    for element in 2...max(2, tokens.count) where finding.reference.isEmpty {
      finding.reference = keep(bytes, tokens.component(element, 2))
    }
    let text = textRange(bytes)
    if service == .docs, takePlainIdentity(bytes, text, finding, at: offset, into: &batch) {
      return
    }
    decoded.removeAll(keepingCapacity: true)
    _ = decode(bytes, text)
    switch service {
    case .docs: takeIdentity(.identity, finding, at: offset, into: &batch)
    case .passport: takeIdentity(.visa, finding, at: offset, into: &batch)
    case .infant: takeIdentity(.infant, finding, at: offset, into: &batch)
    case .visa: takeVisa(finding)
    case .child: takeBirth(finding)
    case .seat, .remark: break
    }
  }

  enum Service { case docs, visa, infant, passport, child, seat, remark }

  /// The services that are read, by the four letters of the code (first letter lowest, as in
  /// ``Records/ShortCode``); compared as one number, since most segments of a message are SSR.
  private static func service(_ bytes: Span<UInt8>, at start: Int) -> Service? {
    let word = bytes.word(at: start)
    // Four upper case letters are the code as they stand.
    let isPlain = word & 0xE0E0_E0E0 == 0x4040_4040
    let code =
      isPlain ? ShortCode(packed: UInt64(word)) : ShortCode(bytes, start..<(start + 4))
    return service(code)
  }

  @inline(__always)
  private static func service(_ code: ShortCode) -> Service? {
    switch code.packed {
    case 0x5343_4F44: return .docs  // DOCS
    case 0x4F43_4F44: return .visa  // DOCO
    case 0x5446_4E49: return .infant  // INFT
    case 0x5450_5350: return .passport  // PSPT
    case 0x444C_4843: return .child  // CHLD
    case 0x5348_544F: return .remark  // OTHS
    case 0x5441_4553, 0x5453_534E, 0x4153_534E, 0x4253_534E, 0x5753_534E, 0x5453_5152:
      return .seat  // SEAT NSST NSSA NSSB NSSW RQST
    default: return nil
    }
  }

  /// Whether an SSR with these letters behind its tag may be read: false only for a code of four upper
  /// case letters that is none of ``service(_:at:)``.
  @inline(__always)
  static func mayRead(_ word: UInt32) -> Bool {
    guard word & 0xE0E0_E0E0 == 0x4040_4040 else { return true }
    return service(ShortCode(packed: UInt64(word))) != nil
  }

  /// The free text of C334: the ninth component to the end of the element, since its own separators are
  /// not always escaped; where that is empty the tenth, or the first with a slash.
  func textRange(_ bytes: Span<UInt8>) -> Range<Int> {
    let ninth = tokens.tail(1, 8)
    if !tokens.component(1, 8).isEmpty { return ninth }
    if tokens.componentCount(1) > 9 { return tokens.tail(1, 9) }
    for component in 2..<max(2, tokens.componentCount(1)) {
      for index in tokens.component(1, component) where bytes[index] == 0x2F {
        return tokens.tail(1, component)
      }
    }
    return ninth
  }

  /// DOCS (`.identity`), INFT (`.infant`) and PSPT (`.visa` stands for it here): `decoded` holds the text.
  private mutating func takeIdentity(
    _ form: Booking.Finding.Kind, _ start: Booking.Finding, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    var text: [UInt8] = []
    swap(&text, &decoded)
    defer { swap(&text, &decoded) }
    let read: DocumentText.Fields?
    switch form {
    case .identity: read = documentText.readDOCS(text.span)
    case .infant: read = documentText.readINFT(text.span)
    default: read = documentText.readPSPT(text.span)
    }
    guard let fields = read else {
      report(.syntax, offset, "an SSR without the fields of its kind", &batch)
      return
    }
    var finding = start
    finding.kind = form == .infant ? .infant : .identity
    finding.isInfant = fields.isInfant
    finding.gender = fields.gender
    finding.nationality = CountryCode.alpha3(ShortCode(text.span, fields.nationality))
    finding.name = names.read(
      text, surname: fields.surname, given: documentText.given, into: &booking.arena)
    let birth = DateReader.withMonthName(
      text.span, fields.birth, reference: referenceDate, .birth)
    finding.birthDate = birth.value
    if birth == .impossible { report(.dateImpossible, offset, "a birth date is no date", &batch) }
    finding.document = document(text, fields)
    let saysSomething =
      !finding.name.isEmpty || finding.document != nil || finding.birthDate != nil
    if saysSomething { booking.findings.append(finding) }
  }

  private mutating func document(
    _ decoded: [UInt8], _ fields: DocumentText.Fields
  ) -> TravelDocument? {
    let text = decoded.span
    let number = DateReader.trim(text, fields.number)
    guard !number.isEmpty else { return nil }
    return TravelDocument(
      type: ShortCode(text, fields.type), number: booking.arena.add(decoded, number),
      issuer: CountryCode.alpha3(ShortCode(text, fields.issuer)),
      expires: DateReader.withMonthName(
        text, fields.expiry, reference: referenceDate, .expiry
      ).value)
  }

  private mutating func takeVisa(_ start: Booking.Finding) {
    var text: [UInt8] = []
    swap(&text, &decoded)
    defer { swap(&text, &decoded) }
    guard let visa = documentText.readVisa(text.span) else { return }
    var finding = start
    finding.kind = .visa
    finding.document = TravelDocument(
      type: ShortCode("V"), number: booking.arena.add(text, visa.number),
      issuer: CountryCode.alpha3(ShortCode(text.span, visa.country)), expires: nil)
    booking.findings.append(finding)
  }

  private mutating func takeBirth(_ start: Booking.Finding) {
    var finding = start
    finding.kind = .birth
    finding.birthDate =
      DateReader.withMonthName(
        decoded.span, 0..<decoded.count, reference: referenceDate, .birth
      ).value
    if finding.birthDate != nil { booking.findings.append(finding) }
  }

  /// C332 seat : – : traveller reference, one per element.
  private mutating func takeSeats(_ bytes: Span<UInt8>, _ start: Booking.Finding) {
    guard start.leg >= 0, booking.isPushedLeg[start.leg] else { return }
    for element in 2...max(2, tokens.count) {
      var finding = start
      finding.kind = .seat
      finding.seat = seat(bytes, tokens.component(element, 0))
      guard !finding.seat.isEmpty else { continue }
      finding.reference = keep(bytes, tokens.component(element, 2))
      booking.findings.append(finding)
    }
  }

  /// Two-digit years are measured by the flight's date, without one by the message's.
  var referenceDate: PartialDate? { pushed.date ?? context.preparation }
}
