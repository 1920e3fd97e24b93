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

  /// Whether the name behind `index` is nothing but a title.
  func isTitle(behind index: Int) -> Bool {
    guard index + 1 < members.given.count else { return false }
    let next = members.given[index + 1]
    return next.count <= 6 && !next.isEmpty
      && GluedTitle.withoutWords(decoded.span.extracting(next)).isEmpty
  }

  mutating func addTraveller(at offset: UInt64, into batch: inout PassengerBatch) {
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
    for range in givenRanges {
      guard let infant = TypeBMembers.infant(decoded, range) else { continue }
      takeInfant(infant, of: index, at: offset, into: &batch)
    }
  }

  /// `/BEN`, `SMITH/BEN` in brackets behind the adult's name; without a surname it is the adult's.
  private mutating func takeInfant(
    _ range: Range<Int>, of adult: Int, at offset: UInt64, into batch: inout PassengerBatch
  ) {
    remark.removeAll(keepingCapacity: true)
    let text = DateReader.trim(decoded.span, range)
    if decoded[text.lowerBound] == TypeBLine.slash { remark += decoded[members.surname] }
    remark += decoded[text]
    takeDecoded(.infant, finding(.infant, of: adult, at: offset), into: &batch)
  }

  var source: NameSource {
    switch kind {
    case .adl: .adl
    case .prl: .prl
    case .pfs: .pfs
    case .etl: .etl
    case .ptm: .ptm
    case .psm: .psm
    case .asl: .asl
    case .ftl: .ftl
    case .pil: .pil
    default: .pnl
    }
  }

  /// Joins what was said of the travellers and gives them out.
  private mutating func emitGroup(into batch: inout PassengerBatch) {
    guard !isSeat else { return }
    let named = booking.travellers.count
    joinGroup()
    reportUnnamed(named: named, into: &batch)
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
    for index in first..<batch.passengers.count {
      batch.passengers[index].status = status
      batch.passengers[index].isChange = isChange
    }
  }

  /// Travellers without a name are counted, never invented; remarks may have named them.
  private mutating func reportUnnamed(named: Int, into batch: inout PassengerBatch) {
    guard unexplainedSeats > 0 else { return }
    let added = booking.travellers[named...].count { $0.kind != .infant }
    if unexplainedSeats > added {
      report(
        .countMismatch, booking.offset,
        "\(unexplainedSeats - added) travellers of a name line have no name", &batch)
    }
    unexplainedSeats = 0
  }

  /// A group over the limit is given out in pieces.
  mutating func makeRoom(at offset: UInt64, into batch: inout PassengerBatch) {
    guard booking.isOverLimit(limits) else { return }
    if !hasReportedSize {
      hasReportedSize = true
      report(.tooLarge, offset, "a group over the limit is given out in pieces", &batch)
    }
    emitGroup(into: &batch)
    booking.removePeople()
    members.removeAll()
  }
}
