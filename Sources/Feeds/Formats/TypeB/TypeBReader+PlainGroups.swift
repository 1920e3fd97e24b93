import Bytes
import Records

/// Most of a list in one pass: plain groups become persons without a booking, and nothing of them is
/// copied but their texts, once. They come out as by the way for all groups.
extension TypeBReader {
  /// What the persons of one stretch of plain groups share.
  private struct Stretch {
    let message: UInt32
    let flights: ElementRun
  }

  /// Gives out the plain groups from `position`, the beginning of a line, on; stops before the first
  /// other one, and before one of which it is not certain where it ends.
  mutating func takePlainGroups(
    _ bytes: Span<UInt8>, _ position: inout Int, base: UInt64, into batch: inout PassengerBatch
  ) {
    guard !isSkipped, limits.personsPerBooking > 1,
      let first = TypeBPlainHead(bytes, at: position, expectsTitle: titledNames > 0)
    else { return }
    var group = TypeBPlainGroup(first)
    var stretch: Stretch?
    while takeLines(bytes, &group) {
      let titledNames = titledNames + (group.name.isTitled ? 1 : -1)
      let following = TypeBPlainHead(bytes, at: group.next, expectsTitle: titledNames > 0)
      guard following != nil || beginsName(bytes, group.next) else { return }
      let shared = stretch ?? beginStretch(into: &batch)
      stretch = shared
      emit(group, bytes, shared, base, into: &batch)
      self.titledNames = titledNames
      position = group.next
      guard let following else { return }
      group.begin(following)
    }
  }

  private mutating func beginStretch(into batch: inout PassengerBatch) -> Stretch {
    closeGroup(into: &batch)
    isBeforeNames = false
    isStray = false
    isSeat = false
    unnamed = 0
    let start = batch.flights.count
    if hasLeg { batch.flights.append(leg) }
    return Stretch(
      message: batch.index(of: header),
      flights: ElementRun(start: UInt32(start), count: UInt32(batch.flights.count - start)))
  }

  /// Whether the line at `start` is a name for certain, and ends in the block: what stands before it is
  /// complete.
  private func beginsName(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    var end = start
    while end < bytes.count, bytes[end] >= 0x20 { end &+= 1 }
    guard end < bytes.count, bytes[end] == 0x0A || bytes[end] == 0x0D else { return false }
    return TypeBLine.isName(bytes, start..<end) && !TypeBLine.hasDigitName(bytes, start..<end)
  }

  /// Reads the lines behind the name up to the next one; false where the group is not plain.
  @inline(__always)
  private mutating func takeLines(_ bytes: Span<UInt8>, _ group: inout TypeBPlainGroup) -> Bool {
    guard group.next &- group.start < limits.lineBytes else { return false }
    while bytes[group.next] == TypeBLine.dot {
      let start = group.next
      guard bytes[start &+ 1] > 0x20, bytes[start &+ 2] == TypeBLine.slash,
        group.pass(bytes, least: 7),
        takeLine(bytes, &group),
        group.next &- start < limits.lineBytes
      else { return false }
    }
    // What was broken behind a hyphen goes on in the next line.
    return TypeBLine.isDigit(bytes[group.next])
      && !(TypeBFramer.isFull(group.line.count)
        && bytes[group.line.upperBound &- 1] == TypeBLine.hyphen)
  }

  /// Takes what a line says; false if it says something that plain groups have not.
  @inline(__always)
  private mutating func takeLine(_ bytes: Span<UInt8>, _ group: inout TypeBPlainGroup) -> Bool {
    let start = group.line.lowerBound
    switch bytes[start &+ 1] {
    case 0x52:  // R
      let code = bytes.word(at: start &+ 3)
      if code == 0x5343_4F44 { return takeDocs(bytes, &group) }
      // DOCA, the address, is not kept.
      return code == 0x4143_4F44
        || !TypeBRemark.isKept(code & 0xFF_FFFF) && isLetter(bytes[start &+ 3])
    case 0x4C:  // L
      var end = bytes.endOfCode(from: start &+ 3)
      while isAlphanumeric(bytes[end]) { end &+= 1 }
      // Another name may follow.
      if TypeBNameLine.hasBlank(bytes, end..<group.line.upperBound) { return false }
      guard group.locator.isEmpty else { return true }
      let code = (start &+ 3)..<end
      guard code.count >= 5, code.count <= 8 else { return true }
      group.locator = code
      return bytes.plainCode(code) != nil
    case 0x4F, 0x49, 0x4D:  // O, I, M
      let end = group.line.upperBound
      let rest = min(start &+ TypeBNameLine.flightBytes, end)..<end
      guard !TypeBNameLine.hasBlank(bytes, rest) else { return false }
      return bytes[start &+ 1] == 0x4D || group.addFlight()
    case 0x53: return false  // S
    default: return true
    }
  }

  /// Takes a DOCS, which may go on in the next line.
  @inline(__always)
  private mutating func takeDocs(_ bytes: Span<UInt8>, _ group: inout TypeBPlainGroup) -> Bool {
    // ` HK1` behind the code.
    let start = group.line.lowerBound &+ 7
    guard !group.hasDocs, start &+ 64 <= bytes.count, bytes[start] == 0x20,
      isLetter(bytes[start &+ 1]), isLetter(bytes[start &+ 2]),
      TypeBLine.isDigit(bytes[start &+ 3]),
      group.docs.read(bytes, from: start &+ 4, reference: leg.date ?? today),
      group.docs.names < group.line.upperBound
    else { return false }
    group.hasDocs = true
    group.docsEnd = group.line.upperBound
    group.rest = 0..<0
    let names = group.docs.names
    guard TypeBLine.isContinuation(bytes, group.next) else {
      guard let name = ScannedName(bytes, from: names) else { return false }
      group.docsName = name
      return endsDocs(bytes, name.end, group.docsEnd)
    }
    guard group.pass(bytes, least: 4) else { return false }
    group.rest = (group.line.lowerBound &+ 4)..<group.line.upperBound
    return takeJoinedName(bytes, &group, from: names)
  }

  /// Takes the name of a DOCS that goes over two lines.
  private mutating func takeJoinedName(
    _ bytes: Span<UInt8>, _ group: inout TypeBPlainGroup, from start: Int
  ) -> Bool {
    var text: [UInt8] = []
    swap(&text, &remark)
    defer { swap(&text, &remark) }
    text.removeAll(keepingCapacity: true)
    text.append(copying: bytes.extracting(start..<group.docsEnd))
    // With the line end, and a few bytes more to look at.
    text.append(copying: bytes.extracting(group.rest.lowerBound..<(group.rest.upperBound &+ 16)))
    guard let name = ScannedName(text.span, from: 0),
      endsDocs(text.span, name.end, text.count &- 16)
    else { return false }
    group.docsName = name.moved(by: start)
    return true
  }

  /// Whether the names of a DOCS end with it, or `-1SURNAME/GIVEN` behind them says of whom it is.
  @inline(__always)
  private func endsDocs(_ text: Span<UInt8>, _ place: Int, _ end: Int) -> Bool {
    if place == end { return true }
    guard text[place] == TypeBLine.hyphen else { return false }
    var index = place &+ 1
    while index < end, TypeBLine.isDigit(text[index]) { index &+= 1 }
    guard index > place &+ 1, index <= place &+ 4, index < end, isLetter(text[index]) else {
      return false
    }
    while index < end, isLetter(text[index]) || text[index] == TypeBLine.slash { index &+= 1 }
    return index == end
  }

  @inline(__always)
  private mutating func emit(
    _ group: borrowing TypeBPlainGroup, _ bytes: Span<UInt8>, _ stretch: Stretch, _ base: UInt64,
    into batch: inout PassengerBatch
  ) {
    totals.find(1)
    // The texts lie together, with a few bytes between that nothing refers to.
    let start = group.start &+ 1
    let end = group.hasDocs ? group.docsEnd : group.name.end
    let stored = Int(batch.store(bytes.extracting(start..<end)).start)
    func reference(_ range: Range<Int>) -> TextReference {
      TextReference(
        start: UInt32(truncatingIfNeeded: stored &+ range.lowerBound &- start),
        count: UInt32(truncatingIfNeeded: range.upperBound &- range.lowerBound))
    }
    var passenger = Passenger(
      name: PersonName(
        surname: reference(group.name.surname), given: reference(group.name.given), source: source))
    var other: PersonName?
    if !group.name.otherGiven.isEmpty {
      other = passenger.name
      other?.given = reference(group.name.otherGiven)
    }
    if group.hasDocs {
      let name = group.docsName
      if !group.rest.isEmpty { _ = batch.store(bytes.extracting(group.rest)) }
      if name.slash >= 0 { batch.setBlanks(in: reference(name.given), for: TypeBLine.slash) }
      let main = PersonName(
        surname: reference(name.surname), given: reference(name.given), source: .docs)
      addOwn(passenger.name, other, besides: main, to: &passenger, into: &batch)
      passenger.name = main
      passenger.gender = group.docs.gender
      passenger.birthDate = group.docs.birthDate
      passenger.nationality = group.docs.nationality
      passenger.documents = ElementRun(start: UInt32(batch.documents.count), count: 1)
      batch.documents.append(
        TravelDocument(
          type: group.docs.type, number: reference(group.docs.number), issuer: group.docs.issuer,
          expires: group.docs.expires))
    } else if let other {
      passenger.otherNames = ElementRun(start: UInt32(batch.names.count), count: 1)
      batch.names.append(other)
    }
    if !group.locator.isEmpty {
      passenger.recordLocator =
        group.locator.upperBound <= end
        ? reference(group.locator) : batch.store(bytes.extracting(group.locator))
    }
    passenger.status = status
    passenger.isChange = isChange
    passenger.flights =
      group.flightCount == 0 ? stretch.flights : addFlights(of: group, bytes, into: &batch)
    passenger.message = stretch.message
    passenger.offset = base &+ UInt64(group.start)
    batch.passengers.append(passenger)
    batch.counts.persons += 1
  }

  /// Adds the readings of the name line that are not as in DOCS.
  @inline(__always)
  private func addOwn(
    _ own: PersonName, _ other: PersonName?, besides main: PersonName,
    to passenger: inout Passenger, into batch: inout PassengerBatch
  ) {
    let start = batch.names.count
    if !batch.isSame(main, own) { batch.names.append(own) }
    if let other, !batch.isSame(main, other) { batch.names.append(other) }
    let count = batch.names.count - start
    if count > 0 { passenger.otherNames = ElementRun(start: UInt32(start), count: UInt32(count)) }
  }

  private func addFlights(
    of group: borrowing TypeBPlainGroup, _ bytes: Span<UInt8>, into batch: inout PassengerBatch
  ) -> ElementRun {
    let start = batch.flights.count
    if hasLeg { batch.flights.append(leg) }
    for index in 0..<group.flightCount {
      let line = group.flight(index)
      let text = (line.lowerBound &+ 3)..<line.upperBound
      if let leg = flight(bytes, text, bytes[line.lowerBound &+ 1]) { batch.flights.append(leg) }
    }
    return ElementRun(start: UInt32(start), count: UInt32(batch.flights.count - start))
  }
}
