import Bytes
import Records

/// The segments of a plain booking; each function returns false for one that is not plain.
extension PlainBooking {
  /// - Parameter range: the segment, without its terminator.
  @inline(__always)
  mutating func take(
    _ tag: SegmentTag, _ bytes: Span<UInt8>, _ range: Range<Int>, _ flights: inout FlightTexts,
    _ history: inout HistoryText
  ) -> Bool {
    switch tag {
    case .ssr: takeService(bytes, range)
    case .tif: takeName(bytes, range)
    case .tvl: takeFlight(bytes, range, &flights)
    case .rci: takeLocator(bytes, range)
    case .tri: takeCheckIn(bytes, range)
    case .ssd: takeSeat(bytes, range)
    case .lts: takeHistory(bytes, range, &history)
    // It may say that the flight is the one that was pushed.
    case .tra: scope != .flight
    // It may say that the booking is cancelled.
    case .org: scope != .booking || !context.isUpdate
    case .dat: endCheckIn()
    case .eqn: enter(.split)
    case .msg: enter(.nonAir)
    case .abi: enter(.change)
    case .sac: enter(.history)
    default: true
    }
  }

  private mutating func enter(_ scope: Scope) -> Bool {
    self.scope = scope
    return true
  }

  /// Under a flight DAT opens the next check-in event.
  private mutating func endCheckIn() -> Bool {
    if scope == .checkIn { scope = .flight }
    return true
  }

  /// TIF with one person: surname, given name : type : reference.
  private mutating func takeName(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if let usual = UsualName(bytes, range) {
      let name = Name(surname: usual.name.surname, given: usual.name.given)
      return take(
        name, other: usual.name.otherGiven, usual.reference, code: usual.code, bytes,
        at: range.lowerBound)
    }
    guard let marks = SegmentMarks(bytes, range, context.separators) else { return false }
    let start = range.lowerBound
    // Two elements, and no qualifier behind the surname.
    guard marks.elements.nonzeroBitCount == 2, marks.elements & 8 != 0 else { return false }
    var parts = NameParts()
    var surname = marks.fields(from: start &+ 4)
    parts.surname = surname.next()
    guard surname.isOver else { return false }
    var fields = marks.fields(from: parts.surname.upperBound &+ 1)
    parts.addGiven(fields.next())
    let type = fields.next()
    let reference = fields.next()
    _ = fields.next()
    guard fields.isOver, let typeCode = bytes.plainCode(type),
      let code = bytes.plainCode(reference),
      typeCode != PNRGOVReader.group.packed,
      !PNRGOVReader.infantTypes.contains(ShortCode(packed: typeCode)),
      let name = PlainName(bytes, parts)
        ?? PlainName(bytes, glued: parts.given(0), surname: parts.surname)
    else { return false }
    return take(
      Name(surname: name.surname, given: name.given), other: name.otherGiven, reference,
      code: code, bytes, at: start)
  }

  /// Takes the name of a TIF where it stands.
  @inline(__always)
  private mutating func take(
    _ found: Name, other: Range<Int>, _ reference: Range<Int>, code: UInt64,
    _ bytes: Span<UInt8>, at start: Int
  ) -> Bool {
    switch scope {
    case .booking, .passenger:
      var traveller = Traveller()
      traveller.reference = reference
      traveller.code = code
      traveller.start = start
      return addTraveller(bytes, traveller, found, other: other)
    case .checkIn where checkIn >= 0:
      // A second name under one TRI is another person's.
      guard boardings[checkIn].name.surname.isEmpty, code == boardings[checkIn].code || code == 0
      else { return false }
      boardings[checkIn].name = found
      return true
    case .history: return pastNames.append(PastName(code: code, name: found))
    default: return false
    }
  }

  private mutating func addTraveller(
    _ bytes: Span<UInt8>, _ person: Traveller, _ name: Name, other: Range<Int>
  ) -> Bool {
    // Without reference, or with one that somebody has: then names decide.
    let code = person.code
    guard code != 0, UInt8(truncatingIfNeeded: code) != 0x30, isUpperCode(code),
      traveller(code, -1) < 0
    else { return false }
    if name.surname.count == 3, ShortCode(bytes, name.surname) == PNRGOVReader.toBeAdvised {
      return false
    }
    if TypeBMembers.mayBeSeat(bytes, name.surname) || TypeBMembers.mayBeSeat(bytes, name.given) {
      return false
    }
    let index = travellers.count
    var traveller = person
    traveller.firstName = spellings.count
    traveller.mainName = spellings.count
    scope = .passenger
    guard travellers.append(traveller), spellings.append(Spelling(owner: index, name: name)) else {
      return false
    }
    return other.isEmpty
      || spellings.append(
        Spelling(owner: index, name: Name(surname: name.surname, given: other)))
  }

  /// RCI with one element; the first locator is the booking's.
  private mutating func takeLocator(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let marks = SegmentMarks(bytes, range, context.separators), marks.elements == 8 else {
      return false
    }
    var fields = marks.fields(from: range.lowerBound &+ 4)
    let system = fields.next()
    let found = fields.next()
    let control = fields.next()
    guard !found.isEmpty, let code = bytes.plainCode(found), isUpperCode(code) else { return false }
    // Another one may be what another system calls the booking.
    guard locator.isEmpty else { return scope != .booking && scope != .passenger }
    guard scope == .booking || scope == .passenger,
      control.isEmpty || control.count == 1 && bytes[control.lowerBound] != 0x43
    else { return false }
    locator = found
    locatorSystem = ShortCode(bytes, system)
    return true
  }

  private mutating func takeFlight(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ flights: inout FlightTexts
  ) -> Bool {
    guard scope != .change, scope != .history, scope != .nonAir else { return true }
    guard let leg = flights.leg(bytes, range, context.separators) else { return false }
    if FlightLegReader.isSame(leg, context.pushed) {
      pushedLegs |= 1 &<< UInt32(truncatingIfNeeded: legs.count)
    } else {
      pushedLegs &= ~(1 &<< UInt32(truncatingIfNeeded: legs.count))
    }
    scope = .flight
    checkIn = -1
    return legs.append(leg)
  }

  /// TRI: the reference is the fourth component of the second element.
  private mutating func takeCheckIn(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    switch scope {
    case .split, .change, .history, .nonAir: return false
    case .booking, .passenger, .flight, .checkIn: break
    }
    guard let marks = SegmentMarks(bytes, range, context.separators),
      marks.elements.nonzeroBitCount == 2, marks.elements & 8 != 0
    else { return false }
    let second = (marks.elements & (marks.elements &- 1)).trailingZeroBitCount
    var fields = marks.fields(from: range.lowerBound &+ second &+ 1)
    for _ in 0..<3 { _ = fields.next() }
    let reference = fields.next()
    guard let code = bytes.plainCode(reference), code != 0, isUpperCode(code) else { return false }
    var boarding = Boarding(code: code)
    boarding.isCheckIn = true
    boarding.leg = legs.count &- 1
    checkIn = boardings.count
    scope = .checkIn
    return boardings.append(boarding)
  }

  /// SSD: the seat of the check-in that is open.
  private mutating func takeSeat(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard scope == .checkIn, checkIn >= 0 else { return true }
    guard let marks = SegmentMarks(bytes, range, context.separators), marks.elements & 8 != 0 else {
      return false
    }
    var fields = marks.fields(from: range.lowerBound &+ 4)
    guard let seat = plainSeat(bytes, fields.next()) else { return false }
    boardings[checkIn].seat = seat
    return true
  }

  /// Where a seat lies, empty for anything that is none; nil for one in lower case.
  @inline(__always)
  func plainSeat(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    let seat = ServiceReader.seatRange(bytes, range)
    guard let code = bytes.plainCode(seat), isUpperCode(code) else { return nil }
    return seat
  }

  /// LTS: names of the history stand in free text, marked as such.
  private mutating func takeHistory(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ history: inout HistoryText
  ) -> Bool {
    guard HistoryText.mayName(bytes, range) else { return true }
    guard range.count > 4 else { return true }
    let body = (range.lowerBound &+ 4)..<range.upperBound
    guard bytes.isPlainText(body, without: context.separators.release),
      HistoryText.documentFields(bytes, body) == nil
    else { return false }
    history.read(bytes.extracting(body))
    for found in history.names {
      guard !found.isInfant else { return false }
      var parts = NameParts()
      parts.surname = shifted(found.surname, body.lowerBound)
      parts.addGiven(shifted(found.given, body.lowerBound))
      guard let name = PlainName(bytes, parts),
        pastNames.append(PastName(name: Name(surname: name.surname, given: name.given)))
      else { return false }
    }
    return true
  }

  private func shifted(_ range: Range<Int>, _ start: Int) -> Range<Int> {
    (range.lowerBound &+ start)..<(range.upperBound &+ start)
  }

  @inline(__always)
  func isUpperCode(_ code: UInt64) -> Bool { PlainBooking.isUpperCode(code) }

  /// Whether up to eight bytes are digits and upper case letters.
  @inline(__always)
  static func isUpperCode(_ code: UInt64) -> Bool {
    // All of them are 21 to 60; no marks are wanted, which are below 30, from 3A to 40 and above 5A.
    var rest = code
    while rest != 0 {
      let byte = UInt8(truncatingIfNeeded: rest)
      guard byte &- 0x30 < 10 || byte &- 0x41 < 26 else { return false }
      rest &>>= 8
    }
    return true
  }
}
