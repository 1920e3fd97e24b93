import Bytes
import Records

/// The elements of a group: locators, flights, and of the remarks only those that identify a traveller.
/// Meals, medical and other services are passed over by their code.
extension TypeBReader {
  /// `.L/ABC123/XX`, `.R/DOCS HK1/…`: looked at by two bytes, most of them say nothing of a person.
  mutating func takeElement(
    _ bytes: Span<UInt8>, _ range: Range<Int>, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    guard range.count > 4, !isSeat else { return }
    let start = range.lowerBound
    let isPlain = bytes[start + 2] == TypeBLine.slash
    switch bytes[start + 1] {
    case 0x52 where isPlain:  // R
      takeRemark(bytes, (start + 3)..<range.upperBound, at: offset, into: &batch)
    case 0x4C where isPlain:  // L
      takeLocator(bytes, (start + 3)..<range.upperBound)
    // M is the number under which another carrier sells the flight of the list: no flight of its own.
    case 0x4F, 0x49:  // O, O2, I, I2
      if isPlain {
        takeFlight(bytes, (start + 3)..<range.upperBound, bytes[start + 1])
      } else if TypeBLine.isDigit(bytes[start + 2]), bytes[start + 3] == TypeBLine.slash {
        takeFlight(bytes, (start + 4)..<range.upperBound, bytes[start + 1])
      }
    case 0x53 where isPlain:  // S
      takeSeat(bytes, (start + 3)..<range.upperBound, of: sole)
    default: break
    }
  }

  /// The first of several is the one of the list's own system.
  private mutating func takeLocator(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard booking.locator.isEmpty else { return }
    var end = range.lowerBound
    while end < range.upperBound, isAlphanumeric(bytes[end]) { end += 1 }
    guard end - range.lowerBound >= 5, end - range.lowerBound <= 8 else { return }
    let code = range.lowerBound..<end
    booking.locator =
      bytes.plainCode(code) == nil
      ? booking.arena.add(ShortCode(bytes, code)) : booking.arena.add(bytes, code)
  }

  /// The only traveller of the group, nil if there are several.
  private var sole: Int? { members.count == 1 && unnamed == 0 ? 0 : nil }

  private mutating func takeRemark(
    _ bytes: Span<UInt8>, _ range: Range<Int>, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    guard range.count >= 4 else { return }
    let start = range.lowerBound
    var code =
      UInt32(bytes[start]) | UInt32(bytes[start + 1]) << 8 | UInt32(bytes[start + 2]) << 16
    // `1INF`, `2CHD`: the digit is a count.
    let isCounted = TypeBLine.isDigit(bytes[start])
    code = isCounted ? code >> 8 | UInt32(bytes[start + 3]) << 16 : code
    let last = isCounted ? 0 : bytes[start + 3]
    let text = (start + 4)..<range.upperBound
    guard TypeBRemark.isKept(code) else {
      // EXST, CBBG, STCR: the seat beside a person.
      if unexplainedSeats > 0, TypeBMembers.mayBeSeat(bytes, range) { unexplainedSeats -= 1 }
      return
    }
    makeRoom(at: offset, into: &batch)
    switch code {
    case 0x434F44 where last == 0x53:  // DOCS
      take(.docs, bytes, text, at: offset, into: &batch)
    case 0x434F44 where last == 0x4F:  // DOCO
      take(.visa, bytes, text, at: offset, into: &batch)
    case 0x505350 where last == 0x54:  // PSPT
      take(.passport, bytes, text, at: offset, into: &batch)
    case 0x464E49 where last == 0x54:  // INFT
      take(.infant, bytes, text, at: offset, into: &batch)
    case 0x464E49 where isCounted || last == 0x20:  // 1INF, INF
      takeInfants(isCounted ? Int(bytes[start] - 0x30) : 1, bytes, text, at: offset, into: &batch)
    case 0x4C4843 where last == 0x44:  // CHLD
      take(.child, bytes, text, at: offset, into: &batch)
    case 0x48544F where last == 0x53:  // OTHS
      takeOther(bytes, text, at: offset, into: &batch)
    case 0x414553 where last == 0x54, 0x53534E where last == 0x54:  // SEAT, NSST
      takeSeat(bytes, text)
    case 0x4B4843 where last == 0x44:  // CHKD
      takeBoarded(bytes, text, at: offset)
    case 0x494F46 where last == 0x44:  // FOID
      takeIdentification(bytes, text)
    default: break
    }
  }

  enum Service { case docs, visa, passport, infant, child }

  /// Decodes the text behind the status, without the association, which says of whom it is.
  /// - Returns: nil where the text names a traveller of a group of several and it is not certain which.
  mutating func decodeText(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    let text = TypeBRemark.text(bytes, range)
    let names = TypeBRemark.association(bytes, text)
    let end = names.map { $0.start } ?? text.upperBound
    let owner = owner(bytes, names.map { $0.name..<text.upperBound })
    remark.removeAll(keepingCapacity: true)
    charset.append(bytes, text.lowerBound..<end, release: 0, to: &remark)
    return owner
  }

  /// The traveller whom a remark is about.
  /// - Parameter name: what its association names, if it has one.
  mutating func owner(_ bytes: Span<UInt8>, _ name: Range<Int>?) -> Int? {
    if let sole { return sole }
    guard let name else { return nil }
    association.removeAll(keepingCapacity: true)
    charset.append(bytes, name, release: 0, to: &association)
    return members.traveller(decoded, of: association)
  }

  func finding(
    _ kind: Booking.Finding.Kind, of owner: Int?, at offset: UInt64
  ) -> Booking.Finding {
    var finding = Booking.Finding(kind)
    finding.scope = owner ?? (unnamed > 0 ? Booking.Finding.unnamed : -1)
    finding.offset = offset
    return finding
  }

  mutating func take(
    _ service: Service, _ bytes: Span<UInt8>, _ range: Range<Int>, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    if service == .docs, takePlainIdentity(bytes, range, at: offset, into: &batch) { return }
    let owner = decodeText(bytes, range)
    takeDecoded(service, finding(.identity, of: owner, at: offset), into: &batch)
  }

  /// `remark` holds the text.
  mutating func takeDecoded(
    _ service: Service, _ start: Booking.Finding, into batch: inout PassengerBatch
  ) {
    var text: [UInt8] = []
    swap(&text, &remark)
    defer { swap(&text, &remark) }
    var finding = start
    let read: DocumentText.Fields?
    switch service {
    case .visa:
      takeVisa(text, finding)
      return
    case .child:
      finding.kind = .birth
      finding.birthDate = birthDate(text.span, 0..<text.count, start.offset, &batch)
      if finding.birthDate != nil { booking.findings.append(finding) }
      return
    case .docs: read = documentText.readDOCS(text.span)
    case .passport:
      finding.source = .pspt
      read = documentText.readPSPT(text.span)
    case .infant:
      finding.kind = .infant
      read = documentText.readINFT(text.span)
    }
    guard let fields = read else {
      // INFT without a name only says that an infant comes along.
      if service != .infant {
        report(.syntax, start.offset, "a remark without the fields of its kind", &batch)
      }
      return
    }
    finding.isInfant = fields.isInfant
    finding.gender = fields.gender
    finding.nationality = CountryCode.alpha3(ShortCode(text.span, fields.nationality))
    finding.name = names.read(
      text, surname: fields.surname, given: documentText.given, into: &booking.arena)
    finding.birthDate = birthDate(text.span, fields.birth, start.offset, &batch)
    finding.document = document(text, fields)
    if service == .passport { finding.document?.type = TypeBRemark.passport }
    if !finding.name.isEmpty || finding.document != nil || finding.birthDate != nil {
      booking.findings.append(finding)
    }
  }

  func birthDate(
    _ text: Span<UInt8>, _ range: Range<Int>, _ offset: UInt64, _ batch: inout PassengerBatch
  ) -> PartialDate? {
    let reading = DateReader.withMonthName(text, range, reference: leg.date ?? today, .birth)
    if reading == .impossible {
      report(.dateImpossible, offset, "a birth date is no date", &batch)
    }
    return reading.value
  }

  private mutating func document(
    _ text: [UInt8], _ fields: DocumentText.Fields
  ) -> TravelDocument? {
    let number = DateReader.trim(text.span, fields.number)
    guard !number.isEmpty else { return nil }
    return TravelDocument(
      type: ShortCode(text.span, fields.type), number: booking.arena.add(text, number),
      issuer: CountryCode.alpha3(ShortCode(text.span, fields.issuer)),
      expires: DateReader.withMonthName(
        text.span, fields.expiry, reference: leg.date ?? today, .expiry
      ).value)
  }

  private mutating func takeVisa(_ text: [UInt8], _ start: Booking.Finding) {
    guard let visa = documentText.readVisa(text.span) else { return }
    var finding = start
    finding.kind = .visa
    finding.document = TravelDocument(
      type: TypeBRemark.visa, number: booking.arena.add(text, visa.number),
      issuer: CountryCode.alpha3(ShortCode(text.span, visa.country)), expires: nil)
    booking.findings.append(finding)
  }
}
