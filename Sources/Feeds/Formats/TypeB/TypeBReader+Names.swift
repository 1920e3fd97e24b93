import Records

/// The names of a list, in groups of one surname.
extension TypeBReader {
  /// Gives out the group that is open.
  mutating func closeGroup(into batch: inout PassengerBatch) {
    guard isGroupOpen else { return }
    isGroupOpen = false
    emitGroup(into: &batch)
    if charset.hasDeviated, !hasReportedCharset {
      hasReportedCharset = true
      report(.charset, offset, "the list is not in the character set of telegrams", &batch)
    }
  }

  /// `2TESTERB/BRAMMR/BIANCAMRS-A2`
  mutating func openGroup(
    _ bytes: Span<UInt8>, _ range: Range<Int>, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    var start = range.lowerBound
    var count = 0
    while TypeBLine.isDigit(bytes[start]) {
      count = count * 10 + Int(bytes[start] - 0x30)
      start += 1
    }
    openGroup(bytes, start..<range.upperBound, count: max(count, 1), at: offset, into: &batch)
  }

  /// - Parameters:
  ///   - range: surname, and the given names behind slashes.
  ///   - count: how many seats the group has.
  mutating func openGroup(
    _ bytes: Span<UInt8>, _ range: Range<Int>, count: Int, at offset: UInt64,
    into batch: inout PassengerBatch
  ) {
    isGroupOpen = true
    isBeforeNames = false
    totals.find(count)
    booking.begin(at: offset)
    if count == 1, addPlainTraveller(bytes, range, at: offset) { return }
    decoded.removeAll(keepingCapacity: true)
    charset.append(bytes, range, release: 0, to: &decoded)
    members.split(decoded)
    isSeat = TypeBMembers.isSeat(decoded, members.surname)
    let hasPersons = addTravellers(count, at: offset)
    if members.given.isEmpty { unnamed = count - 1 }
    isSeat = isSeat || !hasPersons
  }

  /// One traveller for each given name; what goes beyond the count is the last one's second name. Returns
  /// whether one of them is a person.
  private mutating func addTravellers(_ count: Int, at offset: UInt64) -> Bool {
    guard !isSeat else { return false }
    unnamed = 0
    let given = members.given
    if given.isEmpty {
      givenRanges.removeAll(keepingCapacity: true)
      addTraveller(at: offset)
      return true
    }
    var index = 0
    var persons = 0
    var seats = 0
    while index < given.count {
      if TypeBMembers.isSeat(decoded, given[index]) {
        seats += 1
        index += 1
        continue
      }
      // More names than seats: one person has several, or a title stands for itself.
      let isLast = persons + seats + 1 >= count
      let end = isLast ? given.count : isTitle(behind: index) ? index + 2 : index + 1
      givenRanges.removeAll(keepingCapacity: true)
      for part in index..<end where !TypeBMembers.isSeat(decoded, given[part]) {
        givenRanges.append(given[part])
      }
      addTraveller(at: offset)
      persons += 1
      index = end
    }
    unnamed = max(0, count - persons - seats)
    return persons > 0
  }

  /// Whether the name behind `index` is nothing but a title.
  private func isTitle(behind index: Int) -> Bool {
    guard index + 1 < members.given.count else { return false }
    let next = members.given[index + 1]
    return next.count <= 6 && !next.isEmpty
      && GluedTitle.withoutWords(decoded.span.extracting(next)).isEmpty
  }

  private mutating func addTraveller(at offset: UInt64) {
    names.expectsTitle = titledNames > 0
    let name = names.read(
      decoded, surname: members.surname, given: givenRanges, into: &booking.arena)
    names.expectsTitle = false
    titledNames += names.hasTitle ? 1 : -1
    let index = booking.addTraveller(name, source, reference: .empty, at: offset)
    booking.travellers[index].isAdult = name.isAdult
    if !members.seat.isEmpty {
      booking.travellers[index].seat = booking.arena.add(decoded, members.seat)
    }
    members.enter(givenRanges.first ?? 0..<0)
  }

  var source: NameSource {
    switch kind {
    case .adl: .adl
    case .prl: .prl
    case .pfs: .pfs
    case .etl: .etl
    case .ptm: .ptm
    case .psm: .psm
    default: .pnl
    }
  }

  /// Joins what was said of the travellers and gives them out.
  private mutating func emitGroup(into batch: inout PassengerBatch) {
    guard !isSeat else { return }
    joinGroup()
    if names.takeCut() { report(.tooLarge, booking.offset, NameReader.cutText, &batch) }
    if !hasLeg, !hasReportedNoFlight {
      hasReportedNoFlight = true
      report(.noFlight, booking.offset, "the list names no flight", &batch)
    }
    for index in booking.travellers.indices where booking.travellers[index].mainName < 0 {
      report(.syntax, booking.travellers[index].offset, "a person without a name", &batch)
    }
    let first = batch.passengers.count
    _ = booking.emit(header, pushed: leg, hasPushed: hasLeg, into: &batch)
    for index in first..<batch.passengers.count { batch.passengers[index].status = status }
  }

  /// A group over the limit is given out in pieces.
  mutating func makeRoom(at offset: UInt64, into batch: inout PassengerBatch) {
    let size = booking.travellers.count + booking.findings.count / 8
    guard size >= limits.personsPerBooking || booking.arena.bytes.count > 1 << 24 else { return }
    if !hasReportedSize {
      hasReportedSize = true
      report(.tooLarge, offset, "a group over the limit is given out in pieces", &batch)
    }
    emitGroup(into: &batch)
    booking.removePeople()
    members.removeAll()
  }
}
