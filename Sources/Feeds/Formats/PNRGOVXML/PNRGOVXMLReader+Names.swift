import Bytes
import Records

/// Names in elements of their own: Surname and GivenName.
extension PNRGOVXMLReader {
  /// The end of Surname or GivenName: its text belongs to the innermost person.
  mutating func takeNamePart(_ frame: Frame, at offset: UInt64, into batch: inout PassengerBatch) {
    decode()
    let isSurname = frame.element == Name.surname
    switch frame.scope {
    case .passenger:
      if isSurname, let next = own.next(before: decoded) {
        openNext(at: offset, into: &batch)
        own = next
      }
      PNRGOVXMLReader.add(decoded, frame.element, to: &own)
    case .infant, .checkIn, .checkInName:
      PNRGOVXMLReader.add(decoded, frame.element, to: &other)
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

  mutating func addHistory() {
    guard isBookingOpen, !other.isEmpty, hasRoomForFinding else { return }
    var finding = Booking.Finding(.history)
    finding.name = takeOther()
    finding.offset = booking.offset
    if !finding.name.isEmpty { booking.findings.append(finding) }
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

  mutating func takeCheckInName() {
    if checkIn.name.isEmpty { checkIn.name = takeOther() }
  }

  var isInPassenger: Bool { frames.contains { $0.scope == .passenger } }

  /// What is said of one traveller is kept together, so it has an end of its own.
  var hasRoomForFinding: Bool { booking.findings.count < limits.personsPerBooking * 16 }
}

extension PNRGOVXMLReader.NameParts {
  /// A second surname is another person's: between the two an end and a start tag are lost.
  /// - Returns: what stands before `text` and belongs to it, taken from here; nil for the same person.
  mutating func next(before text: [UInt8]) -> Self? {
    guard !surname.isEmpty, !text.isEmpty, !isOfAttributes else { return nil }
    var next = Self()
    // Where the given names come first, the ones behind the surname are the next one's.
    let own = givenBefore > 0 ? givenBefore : given.count
    for range in given[own...] {
      PNRGOVXMLReader.add(Array(bytes[range]), PNRGOVXMLName.givenName, to: &next)
    }
    if let first = given[own...].first {
      bytes.removeSubrange((first.lowerBound - 1)...)
      given.removeSubrange(own...)
    }
    return next
  }
}
