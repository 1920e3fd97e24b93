import Records

/// The segments of a booking (level 1), by tag.
extension PNRGOVReader {
  mutating func takeBookingSegment(
    _ tag: SegmentTag, _ bytes: Span<UInt8>, _ range: Range<Int>, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    switch tag {
    case .tif:
      tokens.read(bytes, range, context.separators)
      takeName(bytes, at: offset, into: &batch)
    case .ssr:
      guard scope != .history else { return }
      takeService(bytes, range, at: offset, into: &batch)
    case .tvl:
      guard scope != .history, scope != .nonAir else { return }
      tokens.read(bytes, range, context.separators)
      takeFlight(bytes, at: offset, into: &batch)
    case .tra:
      guard scope == .flight, let last = booking.legs.indices.last else { return }
      tokens.read(bytes, range, context.separators)
      takeOperatingFlight(bytes, of: last, carrier: tokens.component(1), tokens.component(2))
    case .rci:
      tokens.read(bytes, range, context.separators)
      takeLocator(bytes)
    case .org:
      if scope == .booking, isUpdate, isBlank(bytes, range) { booking.isCancelled = true }
    case .tri:
      tokens.read(bytes, range, context.separators)
      takeCheckIn(bytes, at: offset, into: &batch)
    case .ssd:
      guard scope == .checkIn, currentCheckIn >= 0 else { return }
      tokens.read(bytes, range, context.separators)
      booking.findings[currentCheckIn].seat = seat(bytes, tokens.component(1))
    case .dat:
      // Under a flight DAT opens the next check-in event.
      if scope == .checkIn { scope = .flight }
    case .eqn: scope = .split
    case .msg: scope = .nonAir
    case .abi, .sac: scope = .history
    default: break
    }
  }

  // MARK: TIF

  /// C322 surname : qualifier, then one C324 per person: given name : type : reference : with infant :
  /// further names.
  private mutating func takeName(
    _ bytes: Span<UInt8>, at offset: UInt64, into batch: inout PassengerBatch
  ) {
    let qualifier = ShortCode(bytes, tokens.component(1, 1))
    guard qualifier != PNRGOVReader.group else { return }
    for element in 2...max(2, tokens.count) {
      let type = ShortCode(bytes, tokens.component(element, 1))
      guard type != PNRGOVReader.group else { continue }
      let isFurther = element > 2
      if isFurther, tokens.component(element, 0).isEmpty, tokens.component(element, 2).isEmpty {
        continue
      }
      let name = readName(bytes, element)
      guard !isSeatHolder(name) else { continue }
      let reference = keep(bytes, tokens.component(element, 2))
      let isInfant = PNRGOVReader.infantTypes.contains(type)
      place(name, reference, isInfant, at: offset, into: &batch)
      if tokens.componentCount(element) > 4, currentTraveller >= 0, scope == .passenger {
        addOtherNames(bytes, element)
      }
    }
  }

  private mutating func place(
    _ name: ReadName, _ reference: TextReference, _ isInfant: Bool, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    switch scope {
    case .checkIn where currentCheckIn >= 0:
      booking.findings[currentCheckIn].name = name
      if !reference.isEmpty { booking.findings[currentCheckIn].reference = reference }
    case .history:
      guard !name.isEmpty, hasRoom(at: offset, into: &batch) else { return }
      var finding = Booking.Finding(.history)
      finding.name = name
      finding.reference = reference
      finding.isInfant = isInfant
      finding.offset = offset
      booking.findings.append(finding)
    case .flight, .checkIn, .nonAir, .split:
      // A name where none belongs: a check-in record if it is a traveller's, else a person.
      guard !name.isEmpty, hasRoom(at: offset, into: &batch) else { return }
      var finding = Booking.Finding(.identity)
      finding.name = name
      finding.reference = reference
      finding.isInfant = isInfant
      finding.offset = offset
      placeOutside(finding)
      report(.syntax, offset, "a name outside the passenger group", &batch)
    case .message, .booking, .passenger:
      guard hasRoom(at: offset, into: &batch) else { return }
      scope = .passenger
      currentTraveller = booking.addTraveller(name, .tif, reference: reference, at: offset)
      if isInfant { booking.travellers[currentTraveller].kind = .infant }
    }
  }

  private mutating func placeOutside(_ finding: Booking.Finding) {
    let index =
      booking.travellers.indices.first {
        !finding.reference.isEmpty
          && booking.arena.equal(booking.travellers[$0].reference, finding.reference)
      }
      ?? booking.travellers.indices.first { index in
        let main = booking.travellers[index].mainName
        return main >= 0 && booking.isSame(booking.names[main].name, finding.name)
      }
    if let index {
      booking.add(finding.name, .tif, to: index)
      return
    }
    let added = booking.addTraveller(
      finding.name, .tif, reference: finding.reference, at: finding.offset)
    if finding.isInfant { booking.travellers[added].kind = .infant }
  }

  private mutating func readName(_ bytes: Span<UInt8>, _ element: Int) -> ReadName {
    decoded.removeAll(keepingCapacity: true)
    givenRanges.removeAll(keepingCapacity: true)
    let surname = decode(bytes, tokens.component(1))
    givenRanges.append(decode(bytes, tokens.component(element, 0)))
    return names.read(decoded, surname: surname, given: givenRanges, into: &booking.arena)
  }

  /// The other names of C324 are given names: with the first one they are another spelling.
  private mutating func addOtherNames(_ bytes: Span<UInt8>, _ element: Int) {
    for component in 4..<min(tokens.componentCount(element), 6) {
      guard !tokens.component(element, component).isEmpty else { continue }
      decoded.removeAll(keepingCapacity: true)
      givenRanges.removeAll(keepingCapacity: true)
      let surname = decode(bytes, tokens.component(1))
      givenRanges.append(decode(bytes, tokens.component(element, 0)))
      givenRanges.append(decode(bytes, tokens.component(element, component)))
      let name = names.read(
        decoded, surname: surname, given: givenRanges, into: &booking.arena)
      booking.add(name, .tif, to: currentTraveller)
    }
  }

  /// `TBA`: a seat of a group whose traveller is not named yet.
  private func isSeatHolder(_ name: ReadName) -> Bool {
    name.surname.count == 3
      && ShortCode(booking.arena.bytes.span, name.surname.range) == PNRGOVReader.toBeAdvised
  }

  // MARK: Pieces

  /// Decodes a component behind what `decoded` holds; returns where.
  mutating func decode(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    let start = decoded.count
    context.charset.append(
      bytes, range, release: context.separators.release, to: &decoded)
    return start..<decoded.count
  }

  /// Decodes a component into the booking's store.
  mutating func keep(_ bytes: Span<UInt8>, _ range: Range<Int>) -> TextReference {
    guard !range.isEmpty else { return .empty }
    decoded.removeAll(keepingCapacity: true)
    let kept = decode(bytes, range)
    return kept.isEmpty ? .empty : booking.arena.add(decoded, kept)
  }

  /// A seat such as `12A`, without leading zeros; empty for anything that is none (`XXX`).
  mutating func seat(_ bytes: Span<UInt8>, _ range: Range<Int>) -> TextReference {
    var range = DateReader.trim(bytes, range)
    while range.count > 1, bytes[range.lowerBound] == 0x30 {
      range = (range.lowerBound + 1)..<range.upperBound
    }
    guard (2...4).contains(range.count), isLetter(bytes[range.upperBound - 1]),
      DateReader.allDigits(bytes, range.lowerBound..<(range.upperBound - 1))
    else { return .empty }
    return keep(bytes, range)
  }

  /// Whether the booking may grow; a booking over the limit is given out in pieces.
  mutating func hasRoom(at offset: UInt64, into batch: inout PassengerBatch) -> Bool {
    let size = booking.travellers.count + booking.findings.count / 8
    guard size >= limits.personsPerBooking || booking.arena.bytes.count > 1 << 24 else {
      return true
    }
    if !hasReportedSize {
      hasReportedSize = true
      report(.tooLarge, offset, "a booking over the limit is given out in pieces", &batch)
    }
    emitPeople(into: &batch)
    booking.removePeople()
    currentTraveller = -1
    currentCheckIn = -1
    if scope == .checkIn { scope = .flight }
    return true
  }

  private func isBlank(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range.dropFirst(3) where isAlphanumeric(bytes[index]) { return false }
    return true
  }

  static let group = ShortCode("G")
  static let toBeAdvised = ShortCode("TBA")
  static let departureControl = ShortCode("C")
  static let infantTypes: Set<ShortCode> = [
    ShortCode("IN"), ShortCode("INF"), ShortCode("IS"), ShortCode("INS"),
  ]
}
