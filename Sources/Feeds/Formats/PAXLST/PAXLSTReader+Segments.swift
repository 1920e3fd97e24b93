import Bytes
import Records

/// The segments of a passenger group (SG4), by qualifier.
extension PAXLSTReader {
  /// BGM: code, function.
  mutating func takeFunction(_ bytes: Span<UInt8>) {
    purpose = PAXLSTPurpose(
      DateReader.integer(bytes, tokens.component(1)), ShortCode(bytes, tokens.component(2)))
    context.header.function = purpose.isUpdate ? .update : .list
  }

  /// NAD: party function, C080 surname : given : second given …
  mutating func takeParty(
    _ bytes: Span<UInt8>, at offset: UInt64, into batch: inout PassengerBatch
  ) {
    let kind: PassengerKind
    switch ShortCode(bytes, tokens.component(1)) {
    case PAXLSTReader.passenger: kind = purpose.isCrewList ? .crew : .passenger
    case PAXLSTReader.crewMember, PAXLSTReader.transitCrew: kind = .crew
    case PAXLSTReader.transitPassenger: kind = .transit
    case let code where !PAXLSTReader.parties.contains(code) && !tokens.component(4, 1).isEmpty:
      // A company has no given name.
      report(.syntax, offset, "a person whose function is not known", &batch)
      kind = .passenger
    default: return
    }
    traveller.isOpen = true
    traveller.kind = kind
    traveller.offset = offset
    traveller.name = readName(bytes, element: 4, first: 0, last: tokens.componentCount(4))
  }

  private mutating func readName(
    _ bytes: Span<UInt8>, element: Int, first: Int, last: Int
  ) -> ReadName {
    var parts = NameParts()
    parts.surname = tokens.component(element, first)
    let end = max(first + 1, min(last, first + 5))
    for component in (first + 1)..<end { parts.addGiven(tokens.component(element, component)) }
    if let name = NameReader.readPlain(bytes, parts, into: &arena) { return name }
    decoded.removeAll(keepingCapacity: true)
    givenRanges.removeAll(keepingCapacity: true)
    let surname = decode(bytes, tokens.component(element, first))
    for component in (first + 1)..<end {
      givenRanges.append(decode(bytes, tokens.component(element, component)))
    }
    return names.read(decoded, surname: surname, given: givenRanges, into: &arena)
  }

  /// LOC 91 is the issuing state of the document; before the first person all places are the flight's.
  mutating func takePlace(_ bytes: Span<UInt8>) {
    guard let qualifier = DateReader.integer(bytes, tokens.component(1)) else { return }
    guard traveller.isOpen else {
      itinerary.takePlace(qualifier, bytes, tokens.component(2))
      return
    }
    guard qualifier == 91 else { return }
    ahead.take(
      issuer: CountryCode.alpha3(ShortCode(bytes, tokens.component(2))), &documents)
  }

  /// DTM 329 born, 36 document expires; before the first person 189 and 232 are the flight's.
  mutating func takeDate(
    _ bytes: Span<UInt8>, at offset: UInt64, into batch: inout PassengerBatch
  ) {
    guard let qualifier = DateReader.integer(bytes, tokens.component(1, 0)) else { return }
    guard traveller.isOpen else {
      if itinerary.takeDate(qualifier, bytes, tokens) == .impossible {
        report(.dateImpossible, offset, "a date of the flight is no date", &batch)
      }
      return
    }
    let value = tokens.component(1, 1)
    switch qualifier {
    case 329:
      let reading = DateReader.yearFirst(bytes, value, reference: referenceDate, .birth)
      if let known = traveller.birthDate, let other = reading.value, known != other,
        known.isFull, other.isFull, hasDocument
      {
        return leaveTraveller(at: offset, into: &batch)
      }
      if traveller.birthDate == nil { traveller.birthDate = reading.value }
      if reading == .impossible {
        report(.dateImpossible, offset, "a birth date is no date", &batch)
      }
    case 36:
      let reading = DateReader.yearFirst(bytes, value, reference: referenceDate, .expiry)
      ahead.take(expires: reading.value, &documents)
    default: break
    }
  }

  /// RFF: AVF record locator, ABO unique traveller reference, SEA seat.
  mutating func takeReference(_ bytes: Span<UInt8>) {
    guard traveller.isOpen else { return }
    let value = tokens.component(1, 1)
    switch ShortCode(bytes, tokens.component(1, 0)) {
    case PAXLSTReader.locator:
      if traveller.locator.isEmpty { traveller.locator = keep(bytes, value) }
    case PAXLSTReader.unique:
      if traveller.reference.isEmpty { traveller.reference = keep(bytes, value) }
    case PAXLSTReader.seat:
      var range = DateReader.trim(bytes, value)
      while range.count > 1, bytes[range.lowerBound] == 0x30 {
        range = (range.lowerBound + 1)..<range.upperBound
      }
      if traveller.seat.isEmpty { traveller.seat = keep(bytes, range) }
    default: break
    }
  }

  /// DOC: C002 type, C503 number.
  mutating func takeDocument(_ bytes: Span<UInt8>) {
    guard traveller.isOpen, documents.count < Booking.namesPerPerson else { return }
    let number = keep(bytes, tokens.component(2))
    let type = PAXLSTReader.documentType(ShortCode(bytes, tokens.component(1)))
    ahead.open(TravelDocument(type: type, number: number, issuer: .none, expires: nil), &documents)
    hasDocument = true
  }

  /// The DOCS letter for the codes of the UN list; letters stay as they are.
  static func documentType(_ code: ShortCode) -> ShortCode {
    switch code {
    case PAXLSTReader.passport, PAXLSTReader.passportNumber: return ShortCode(packed: 0x50)
    case PAXLSTReader.identityNumber: return ShortCode(packed: 0x49)
    default: return code
    }
  }

  /// CNT 42 passengers, 41 crew.
  mutating func takeTotal(_ bytes: Span<UInt8>, at offset: UInt64) {
    guard let qualifier = DateReader.integer(bytes, tokens.component(1, 0)),
      qualifier == 42 || qualifier == 41,
      let count = DateReader.integer(bytes, tokens.component(1, 1))
    else { return }
    announced += count
    announcedOffset = offset
    hasAnnounced = true
  }

  /// PDT of the old US form: document:expiry:country, surname:given:middle:born:sex, PAX or CRW.
  mutating func takeLegacyTraveller(
    _ bytes: Span<UInt8>, at offset: UInt64, into batch: inout PassengerBatch
  ) {
    let element = 2
    traveller.isOpen = true
    traveller.source = .pdt
    traveller.offset = offset
    traveller.name = readName(bytes, element: element, first: 0, last: 3)
    let birth = DateReader.yearFirst(
      bytes, tokens.component(element, 3), reference: referenceDate, .birth)
    traveller.birthDate = birth.value
    if birth == .impossible { report(.dateImpossible, offset, "a birth date is no date", &batch) }
    if let sex = tokens.component(element, 4).first {
      traveller.gender = Gender(letter: bytes[sex])
    }
    if ShortCode(bytes, tokens.component(element + 1)) == PAXLSTReader.crew {
      traveller.kind = .crew
    }
    takeLegacyDocument(bytes, element - 1)
    closeTraveller(into: &batch)
  }

  private mutating func takeLegacyDocument(_ bytes: Span<UInt8>, _ element: Int) {
    let whole = DateReader.trim(bytes, tokens.component(element))
    guard let slash = whole.first(where: { bytes[$0] == 0x2F }) else { return }
    let number = keep(bytes, (slash + 1)..<whole.upperBound)
    let expiry = DateReader.yearFirst(
      bytes, tokens.component(element, 1), reference: referenceDate, .expiry)
    documents.append(
      TravelDocument(
        type: ShortCode(bytes, whole.lowerBound..<slash), number: number,
        issuer: CountryCode.alpha3(ShortCode(bytes, tokens.component(element, 2))),
        expires: expiry.value))
  }

  /// Decodes a component behind what `decoded` holds; returns where.
  private mutating func decode(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    let start = decoded.count
    context.charset.append(
      bytes, range, release: context.separators.release, to: &decoded)
    return start..<decoded.count
  }

  private mutating func keep(_ bytes: Span<UInt8>, _ range: Range<Int>) -> TextReference {
    guard !range.isEmpty else { return .empty }
    if bytes.isPlainText(range, without: context.separators.release) {
      return arena.add(bytes, range)
    }
    decoded.removeAll(keepingCapacity: true)
    let kept = decode(bytes, range)
    return kept.isEmpty ? .empty : arena.add(decoded, kept)
  }

  /// Two-digit years are measured by the flight's date, without one by the message's.
  var referenceDate: PartialDate? { itinerary.date ?? context.preparation }

  // Compared as numbers, first letter lowest: a person costs a dozen of them.
  private static var passenger: ShortCode { ShortCode(packed: 0x4C46) }  // FL
  /// Who reports or receives, ground staff, agents and others who do not fly.
  private static let parties: Set<ShortCode> = [
    "MS", "MR", "VW", "ZZZ", "EM", "AG", "CA", "CN", "CZ", "FW",
  ].reduce(into: []) {
    $0.insert(ShortCode($1))
  }
  private static var crewMember: ShortCode { ShortCode(packed: 0x4D46) }  // FM
  private static var transitPassenger: ShortCode { ShortCode(packed: 0x55_4444) }  // DDU
  private static var transitCrew: ShortCode { ShortCode(packed: 0x54_4444) }  // DDT
  private static var passport: ShortCode { ShortCode(packed: 0x5050) }  // PP
  private static var passportNumber: ShortCode { ShortCode(packed: 0x3933) }  // 39
  private static var identityNumber: ShortCode { ShortCode(packed: 0x3633) }  // 36
  private static var locator: ShortCode { ShortCode(packed: 0x46_5641) }  // AVF
  private static var unique: ShortCode { ShortCode(packed: 0x4F_4241) }  // ABO
  private static var seat: ShortCode { ShortCode(packed: 0x41_4553) }  // SEA
  private static var crew: ShortCode { ShortCode(packed: 0x57_5243) }  // CRW
}
