import Records

/// What identifies a traveller in the texts of SSR DOCS, INFT, PSPT, DOCO, CHLD, FOID and OTHS, whatever the
/// syntax of the message around them.
struct ServiceReader {
  enum Service { case docs, visa, infant, passport, child, seat, remark, identification }

  var texts = DocumentText()
  var names = NameReader()

  /// The services that are read, by the four letters of the code (first letter lowest, as in
  /// ``Records/ShortCode``); compared as one number, since most segments of a message are SSR.
  static func service(_ code: ShortCode) -> Service? {
    switch code.packed {
    case 0x5343_4F44: .docs  // DOCS
    case 0x4F43_4F44: .visa  // DOCO
    case 0x5446_4E49: .infant  // INFT
    case 0x5450_5350: .passport  // PSPT
    case 0x444C_4843: .child  // CHLD
    case 0x5348_544F: .remark  // OTHS
    case 0x4449_4F46: .identification  // FOID
    case 0x5441_4553, 0x5453_534E, 0x4153_534E, 0x4253_534E, 0x5753_534E, 0x5453_5152:
      .seat  // SEAT NSST NSSA NSSB NSSW RQST
    default: nil
    }
  }

  /// Reads one text into a finding of the booking.
  /// - Parameters:
  ///   - text: decoded, upper case.
  ///   - start: where it stands and whom it refers to.
  ///   - reference: what years of two digits are measured by.
  /// - Returns: what is wrong with it, for a diagnostic.
  mutating func read(
    _ service: Service, _ text: [UInt8], _ start: Booking.Finding, reference: PartialDate?,
    into booking: inout Booking
  ) -> (ReasonCode, String)? {
    var finding = start
    switch service {
    case .docs, .infant, .passport:
      return readIdentity(service, text, finding, reference: reference, into: &booking)
    case .visa:
      guard let visa = texts.readVisa(text.span) else { return nil }
      finding.kind = .visa
      finding.document = TravelDocument(
        type: ShortCode("V"), number: booking.arena.add(text, visa.number),
        issuer: CountryCode.alpha3(ShortCode(text.span, visa.country)), expires: nil)
      booking.findings.append(finding)
    case .child:
      finding.kind = .birth
      finding.birthDate =
        DateReader.written(text.span, 0..<text.count, reference: reference, .birth).value
      if finding.birthDate != nil { booking.findings.append(finding) }
    case .seat:
      finding.kind = .seat
      finding.seat = ServiceReader.seat(text, into: &booking)
      if !finding.seat.isEmpty { booking.findings.append(finding) }
    case .remark: readRemark(text, finding, reference: reference, into: &booking)
    case .identification:
      guard let type = TypeBRemark.identification(text) else { return nil }
      let number = DateReader.trim(text.span, 2..<text.count)
      guard number.count > 2 else { return nil }
      // As for a visa, only the document is said.
      finding.kind = .visa
      finding.document = TravelDocument(
        type: type, number: booking.arena.add(text, number), issuer: .none, expires: nil)
      booking.findings.append(finding)
    }
    return nil
  }

  /// DOCS within a remark. Without a birth date it is some other text with slashes.
  private mutating func readRemark(
    _ text: [UInt8], _ finding: Booking.Finding, reference: PartialDate?,
    into booking: inout Booking
  ) {
    guard let start = HistoryText.documentFields(text.span, 0..<text.count) else { return }
    let inner = Array(text[start...])
    guard let fields = texts.readDOCS(inner.span), !fields.surname.isEmpty,
      DateReader.written(inner.span, fields.birth, reference: reference, .birth).value != nil
    else { return }
    var remark = finding
    remark.isRemark = true
    remark.isAside = !HistoryText.beginsWithDocuments(text.span)
    _ = readIdentity(.docs, inner, remark, reference: reference, into: &booking)
  }

  private mutating func readIdentity(
    _ service: Service, _ text: [UInt8], _ start: Booking.Finding, reference: PartialDate?,
    into booking: inout Booking
  ) -> (ReasonCode, String)? {
    let read: DocumentText.Fields?
    switch service {
    case .docs: read = texts.readDOCS(text.span)
    case .infant: read = texts.readINFT(text.span)
    default: read = texts.readPSPT(text.span)
    }
    guard let fields = read else { return (.syntax, "an SSR without the fields of its kind") }
    var finding = start
    finding.kind = service == .infant ? .infant : .identity
    finding.isInfant = fields.isInfant
    finding.gender = fields.gender
    finding.nationality = CountryCode.alpha3(ShortCode(text.span, fields.nationality))
    finding.name = names.read(
      text, surname: fields.surname, given: texts.given, into: &booking.arena)
    let birth = DateReader.written(text.span, fields.birth, reference: reference, .birth)
    finding.birthDate = birth.value
    if let born = birth.value, let reference, born.isUnderTwo(at: reference) {
      finding.isUnderTwo = DateReader.hasShortYear(text.span, fields.birth)
    }
    let number = DateReader.trim(text.span, fields.number)
    if !number.isEmpty {
      finding.document = TravelDocument(
        type: ShortCode(text.span, fields.type), number: booking.arena.add(text, number),
        issuer: CountryCode.alpha3(ShortCode(text.span, fields.issuer)),
        expires: DateReader.written(
          text.span, fields.expiry, reference: reference, .expiry
        ).value)
    }
    if service == .passport {
      finding.source = .pspt
      finding.document?.type = TypeBRemark.passport
    }
    booking.append(identity: finding)
    return birth == .impossible ? (.dateImpossible, "a birth date is no date") : nil
  }

  /// Keeps a seat; empty for anything that is none.
  static func seat(_ text: [UInt8], into booking: inout Booking) -> TextReference {
    let range = seatRange(text.span, 0..<text.count)
    return range.isEmpty ? .empty : booking.arena.add(text, range)
  }

  /// Where a seat such as `12A` lies, without leading zeros; empty for anything that is none (`XXX`).
  static func seatRange(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var range = DateReader.trim(text, range)
    while range.count > 1, text[range.lowerBound] == 0x30 {
      range = (range.lowerBound &+ 1)..<range.upperBound
    }
    guard (2...4).contains(range.count), isLetter(text[range.upperBound &- 1]),
      DateReader.allDigits(text, range.lowerBound..<(range.upperBound &- 1))
    else { return 0..<0 }
    return range
  }
}

extension Booking {
  /// Keeps a finding of DOCS or INFT unless it says nothing.
  mutating func append(identity finding: Finding) {
    if !finding.name.isEmpty || finding.document != nil || finding.birthDate != nil {
      findings.append(finding)
    }
  }

  /// Keeps the finding of a DOCS that was read where it lies.
  /// - Parameter reference: what years of two digits are measured by.
  /// - Returns: false where the birth date is no date.
  mutating func append(
    _ fields: DocumentText.PlainFields, _ bytes: Span<UInt8>, to start: Finding,
    reference: PartialDate?
  ) -> Bool {
    let facts = fields.facts(bytes, reference: reference)
    var finding = start
    finding.isInfant = fields.isInfant
    finding.gender = fields.gender
    finding.nationality = facts.nationality
    finding.birthDate = facts.birth.value
    if let born = facts.birth.value, let reference {
      finding.isUnderTwo = born.isUnderTwo(at: reference)
    }
    if !facts.number.isEmpty {
      finding.document = TravelDocument(
        type: facts.type, number: arena.add(bytes, facts.number), issuer: facts.issuer,
        expires: facts.expires)
    }
    findings.append(finding)
    return facts.birth != .impossible
  }
}
