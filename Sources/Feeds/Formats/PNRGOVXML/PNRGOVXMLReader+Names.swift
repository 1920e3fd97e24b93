import Bytes
import Records

/// Names in elements of their own: Surname and GivenName.
extension PNRGOVXMLReader {
  /// The end of Surname or GivenName: its text belongs to the innermost person.
  mutating func takeNamePart(_ frame: Frame, at offset: UInt64, into batch: inout PassengerBatch) {
    decode()
    if PNRGOVXMLTagRests.cut(&decoded), !isAgain {
      report(.xmlSyntax, offset, "a rest of a tag in a name, cut off", &batch)
    }
    let isSurname = frame.element == Name.surname
    switch frame.scope {
    case .passenger:
      if isSurname, let next = own.next(before: decoded) {
        openNext(at: offset, into: &batch)
        own = next
      }
      if isSurname, spare.isEmpty, own.isOfAttributes, !own.isSurname(decoded) {
        for range in own.given {
          PNRGOVXMLReader.add(Array(own.bytes[range]), Name.givenName, to: &spare)
        }
      }
      if !spare.isEmpty || own.isOfAttributes && isSurname && !own.isSurname(decoded) {
        PNRGOVXMLReader.add(decoded, frame.element, to: &spare)
      }
      PNRGOVXMLReader.add(decoded, frame.element, to: &own)
    case .infant:
      if isSurname, let next = other.next(before: decoded) {
        addInfant()
        other = next
      }
      PNRGOVXMLReader.add(decoded, frame.element, to: &other)
    case .checkIn, .checkInName:
      if isSurname, let next = other.next(before: decoded) {
        takeCheckInName(at: offset)
        other = next
      }
      PNRGOVXMLReader.add(decoded, frame.element, to: &other)
    case .booking, .flight, .service:
      guard isAgain else { return }
      if isSurname, let next = stray.next(before: decoded) {
        addStray(at: offset)
        stray = next
      }
      PNRGOVXMLReader.add(decoded, frame.element, to: &stray)
    case .history:
      if isSurname, let next = other.next(before: decoded) {
        addHistory()
        other = next
      }
      PNRGOVXMLReader.add(decoded, frame.element, to: &other)
    default: break
    }
  }

  static func add(_ text: [UInt8], _ element: UInt8, to parts: inout NameParts) {
    guard !text.isEmpty else { return }
    // A blank between all parts, as names that lie in one text have.
    if !parts.bytes.isEmpty { parts.bytes.append(0x20) }
    let start = parts.bytes.count
    parts.bytes.append(contentsOf: text)
    let range = start..<parts.bytes.count
    if element == Name.givenName {
      if parts.given.count < 8 { parts.given.append(range) }
    } else if parts.surname.isEmpty {
      parts.surname = range
      parts.givenBefore = parts.given.count
    }
  }

  mutating func readName(_ parts: NameParts) -> ReadName {
    if parts.given.count <= 4 {
      var plain = Feeds.NameParts()
      plain.surname = parts.surname
      for range in parts.given { plain.addGiven(range) }
      if let name = NameReader.readPlain(parts.bytes.span, plain, into: &booking.arena) {
        return name
      }
    }
    return services.names.read(
      parts.bytes, surname: parts.surname, given: parts.given, into: &booking.arena)
  }

  private mutating func takeOther() -> ReadName {
    let name = other.isEmpty ? ReadName() : readName(other)
    other.removeAll()
    return name
  }

  /// - Parameter ended: the element that has just ended, if the history began with it.
  mutating func addHistory(of ended: Frame? = nil) {
    guard isBookingOpen, !other.isEmpty, hasRoomForFinding else { return }
    var finding = Booking.Finding(.history)
    // What an unknown element names may be anybody's earlier name; a known one only stands where a tag is
    // lost around it.
    let element = (ended ?? frames.last { $0.isOwner })?.element ?? Name.other
    finding.isStray =
      element == Name.passenger || element == Name.boardingNumber
      || isAgain && element != Name.other
    finding.isInfant = finding.isStray && element == Name.infant
    finding.name = takeOther()
    finding.offset = booking.offset
    if !finding.name.isEmpty { booking.findings.append(finding) }
  }

  /// A name in a booking that was mended, where no person is open: the tags around it are lost.
  mutating func addStray(at offset: UInt64) {
    guard !stray.isEmpty else { return }
    addPerson(stray, at: offset)
    stray.removeAll()
  }

  /// Whoever has a surname and is no traveller yet.
  private mutating func addPerson(_ parts: NameParts, at offset: UInt64) {
    guard !parts.surname.isEmpty, hasRoomForFinding else { return }
    var finding = Booking.Finding(.history)
    finding.isStray = true
    finding.name = readName(parts)
    finding.offset = offset
    if !finding.name.isEmpty, booking.hasLetter(finding.name) { booking.findings.append(finding) }
  }

  mutating func addInfant() {
    guard !other.isEmpty, hasRoomForFinding else { return }
    var finding = Booking.Finding(.infant)
    finding.name = takeOther()
    finding.isInfant = true
    finding.scope = isInPassenger ? currentTraveller : -1
    finding.offset = booking.offset
    if !finding.name.isEmpty { booking.findings.append(finding) }
  }

  /// A second name is another person's: between the two an end and a start tag are lost.
  mutating func takeCheckInName(at offset: UInt64) {
    if checkIn.name.isEmpty {
      checkIn.name = takeOther()
    } else {
      addPerson(other, at: offset)
      other.removeAll()
    }
  }

  var isInPassenger: Bool { frames.contains { $0.scope == .passenger } }

  /// What is said of one traveller is kept together, so it has an end of its own.
  var hasRoomForFinding: Bool { booking.findings.count < limits.personsPerBooking * 16 }
}
