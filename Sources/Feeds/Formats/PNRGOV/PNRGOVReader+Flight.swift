import Records

/// The flights of a booking, its locators and its check-in records.
extension PNRGOVReader {
  mutating func takeFlight(
    _ bytes: Span<UInt8>, at offset: UInt64, into batch: inout PassengerBatch
  ) {
    let isSupplement =
      tokens.component(1).isEmpty && tokens.component(2).isEmpty && tokens.component(3).isEmpty
      && !tokens.component(5).isEmpty
    if isSupplement {
      if let last = booking.legs.indices.last {
        takeOperatingFlight(bytes, of: last, carrier: 0..<0, tokens.component(5))
      }
      return
    }
    guard booking.legs.count < limits.personsPerBooking else { return }
    let (leg, isImpossible) = FlightLegReader.read(bytes, tokens)
    if isImpossible { report(.dateImpossible, offset, "a date of a flight is no date", &batch) }
    booking.legs.append(leg)
    booking.isPushedLeg.append(hasPushed && FlightLegReader.isSame(leg, pushed))
    scope = .flight
    currentCheckIn = -1
  }

  /// The number under which another carrier operates the leg: it may be the flight that was pushed.
  mutating func takeOperatingFlight(
    _ bytes: Span<UInt8>, of index: Int, carrier: Range<Int>, _ number: Range<Int>
  ) {
    var operating = booking.legs[index]
    if !carrier.isEmpty { operating.carrier = ShortCode(bytes, carrier) }
    FlightLegReader.setNumber(of: &operating, bytes, number)
    if hasPushed, FlightLegReader.isSame(operating, pushed) { booking.isPushedLeg[index] = true }
  }

  /// C330 carrier : locator : control type : date : time. Type C is the departure control's own
  /// reference; six digits in its place are a date.
  mutating func takeLocator(_ bytes: Span<UInt8>) {
    guard scope != .split, scope != .change, scope != .history, scope != .nonAir, tokens.count >= 1
    else { return }
    let end = nameBehindLocator(bytes)
    for element in 1...tokens.count {
      var locator = tokens.component(element, 1)
      if let end, locator.upperBound == end + 3 { locator = locator.lowerBound..<end }
      guard !locator.isEmpty else { continue }
      let isControl =
        ShortCode(bytes, tokens.component(element, 2)) == PNRGOVReader.departureControl
      let isOwn = !isControl && (scope == .booking || scope == .passenger)
      if isOwn, booking.locator.isEmpty {
        booking.locator = keep(bytes, locator)
        booking.locatorSystem = ShortCode(bytes, tokens.component(element, 0))
      } else if isOwn {
        guard booking.otherLocators.count < Booking.otherLocatorsMax else { continue }
        booking.otherLocators.append(
          SystemLocator(
            text: keep(bytes, locator), system: ShortCode(bytes, tokens.component(element, 0))))
      } else if booking.spareLocator.isEmpty {
        booking.spareLocator = keep(bytes, locator)
        booking.spareLocatorSystem = ShortCode(bytes, tokens.component(element, 0))
      }
      if let end, locator.upperBound == end { return }
    }
  }

  /// Where TIF begins at the end of an element of RCI, because the terminator between them was lost:
  /// `RCI+ZZ:AAA111TIF+SMITH+JOHN`. A locator of its own may end in these letters, but has six in all.
  private func nameBehindLocator(_ bytes: Span<UInt8>) -> Int? {
    guard tokens.count > 1 else { return nil }
    for element in 1..<tokens.count {
      let last = tokens.componentCount(element) - 1
      let text = tokens.component(element, last)
      guard text.count >= (last == 1 ? 8 : 3), last >= 1 else { continue }
      let start = text.upperBound - 3
      let code = SegmentTag.code(bytes[start], bytes[start + 1], bytes[start + 2])
      if code == SegmentTag.tif.rawValue { return start }
    }
    return nil
  }

  /// Reads the TIF that ``nameBehindLocator(_:)`` finds in the RCI in `tokens`.
  mutating func takeNameBehindLocator(
    _ bytes: Span<UInt8>, _ range: Range<Int>, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    guard let start = nameBehindLocator(bytes) else { return }
    report(.syntax, offset, "a terminator is missing before TIF", &batch)
    let rest = start..<range.upperBound
    takeBookingSegment(
      .tif, bytes, rest, at: offset + UInt64(start - range.lowerBound), into: &batch)
  }

  mutating func takeCheckIn(
    _ bytes: Span<UInt8>, at offset: UInt64, into batch: inout PassengerBatch
  ) {
    guard hasRoom(at: offset, into: &batch) else { return }
    var finding = Booking.Finding(.checkIn)
    for element in 2...max(2, tokens.count) where finding.reference.isEmpty {
      finding.reference = keep(bytes, tokens.component(element, 3))
    }
    finding.leg = booking.legs.count - 1
    finding.offset = offset
    booking.findings.append(finding)
    currentCheckIn = booking.findings.count - 1
    scope = .checkIn
  }
}
