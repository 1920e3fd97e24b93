import Records

/// The lines of a list: which kind each is, sections, totals.
extension TypeBReader {
  mutating func take(
    _ bytes: Span<UInt8>, _ range: Range<Int>, at offset: UInt64,
    into batch: inout PassengerBatch
  ) -> Outcome {
    let isKnown: Bool
    switch bytes[range.lowerBound] {
    case TypeBLine.dot:
      if range.count < 3 || bytes[range.lowerBound + 2] != TypeBLine.slash,
        TypeBLine.isEnvelope(bytes, range)
      {
        return .outside
      }
      isKnown = isGroupOpen
      let name = TypeBNameLine.behindElement(bytes, range)
      let end = name ?? range.upperBound
      if !isSkipped, isGroupOpen {
        takeElement(bytes, range.lowerBound..<end, at: offset, into: &batch)
        if name != nil {
          report(.syntax, offset, "a name in the line of another one", &batch)
          takeNames(bytes, end..<range.upperBound, at: offset, into: &batch)
        }
      }
    case 0x30...0x39:
      if !isSkipped, kind == .ptm, TypeBLine.isTransfer(bytes, range),
        takeTransfer(bytes, DateReader.trim(bytes, range), at: offset, into: &batch)
      {
        isKnown = true
      } else if TypeBLine.isName(bytes, range) {
        isKnown = true
        if !isSkipped { takeNames(bytes, range, at: offset, into: &batch) }
      } else {
        isKnown = takeUnnumbered(bytes, range, at: offset, into: &batch)
      }
    case TypeBLine.hyphen:
      isKnown = TypeBLine.isTotals(bytes, range)
      if isKnown, !isSkipped {
        closeGroup(into: &batch)
        takeTotals(bytes, range)
      }
    default:
      let outcome = takeKeyword(bytes, DateReader.trim(bytes, range), at: offset, into: &batch)
      if let outcome { return outcome }
      isKnown = takeUnnumbered(bytes, range, at: offset, into: &batch)
    }
    noteStray(!isKnown, offset, &batch)
    return .list
  }

  /// Reports lines that nothing is known of, once per stretch.
  private mutating func noteStray(
    _ isUnknown: Bool, _ offset: UInt64, _ batch: inout PassengerBatch
  ) {
    if isUnknown, !isStray, !isSkipped {
      report(.syntax, offset, "a line of no known kind is passed over", &batch)
    }
    isStray = isUnknown
  }

  /// A line that begins with a letter; nil where it is of no known kind.
  private mutating func takeKeyword(
    _ bytes: Span<UInt8>, _ line: Range<Int>, at offset: UInt64,
    into batch: inout PassengerBatch
  ) -> Outcome? {
    if TypeBLine.isEnd(bytes, line) {
      let what = (line.lowerBound + 3)..<line.upperBound
      end(isLast: !TypeBLine.starts(bytes, what, with: TypeBLine.part), into: &batch)
      return .ended
    }
    if TypeBLine.isEnvelope(bytes, line) || TypeBLine.list(bytes, line) != nil { return .outside }
    if isSkipped { return .list }
    let isKnown = takeSection(bytes, line, at: offset, into: &batch)
    if isKnown { isStray = false }
    return isKnown ? .list : nil
  }

  /// `ENDPNL` or `ENDPART2`, as far as one can see at the end of a file.
  func isEnd(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let line = DateReader.trim(bytes, range)
    return TypeBLine.isEnd(bytes, line) && (line.count == 6 || line.count > 7)
  }

  /// Whether the beginning of a line shows that it is a name or a total, and does not belong to the group
  /// before it.
  func beginsAnother(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if TypeBLine.isName(bytes, range) {
      return !TypeBLine.hasDigitName(bytes, range)
        && range.contains { bytes[$0] == TypeBLine.slash }
    }
    return bytes[range.lowerBound] == TypeBLine.hyphen && TypeBLine.isTotals(bytes, range)
      && range.count > 4 || TypeBLine.isEndCut(bytes, range)
  }

  /// Sections of ADL and PFS, transfers of PTM, headers. Returns whether the line is one of them.
  private mutating func takeSection(
    _ bytes: Span<UInt8>, _ line: Range<Int>, at offset: UInt64,
    into batch: inout PassengerBatch
  ) -> Bool {
    if let status = TypeBReader.change(bytes, line) {
      closeGroup(into: &batch)
      if status != .unstated, kind == .adl {
        self.status = status
        isChange = ShortCode(bytes, line) == TypeBReader.changed
      }
      return true
    }
    if kind == .pfs, let category = TypeBLine.category(bytes, line) {
      closeGroup(into: &batch)
      status = TypeBReader.categories[category] ?? .unstated
      let rest = (line.lowerBound + 5)..<line.upperBound
      let names = TypeBNameLine.next(bytes, rest) ?? line.upperBound
      let count = rest.lowerBound..<names
      let digits = DateReader.trim(bytes, count).prefix { TypeBLine.isDigit(bytes[$0]) }
      let announced = DateReader.integer(bytes, digits)
      if let announced { totals.add(announced, 0) }
      // `NOSHO` alone announces nobody, and its names are not compared.
      totals.isCounting = announced != nil
      if names < line.upperBound {
        takeNames(bytes, names..<line.upperBound, at: offset, into: &batch)
      }
      return true
    }
    if kind == .pfs, TypeBLine.isLoad(bytes, line) { return true }
    if kind == .ptm { return takeTransfer(bytes, line, at: offset, into: &batch) }
    // Services of the passenger before, which are sensitive; classes.
    if kind == .psm || kind == .pil { return true }
    if isGroupOpen || !isBeforeNames { return TypeBLine.isHeader(bytes, line) }
    // AVAIL and TRANSIT begin tables of several lines.
    if TypeBLine.isHeader(bytes, line) {
      isInTable = bytes[line.lowerBound] == 0x41 || bytes[line.lowerBound] == 0x54
      return true
    }
    return isInTable
  }

  private static func change(_ bytes: Span<UInt8>, _ line: Range<Int>) -> TravelStatus? {
    guard line.count == 3 else { return nil }
    return changes[ShortCode(bytes, line)]
  }

  private static let changed = ShortCode("CHG")

  private static let changes: [ShortCode: TravelStatus] = [
    ShortCode("DEL"): .cancelled, ShortCode("ADD"): .booked, changed: .booked,
    ShortCode("NIL"): .unstated,
  ]

  /// Who did not fly on the list that PFS is about is not aboard: offloaded, or moved to another flight.
  private static let categories: [ShortCode: TravelStatus] = [
    ShortCode("NOSHO"): .noShow, ShortCode("GOSHO"): .boarded, ShortCode("GOSHN"): .boarded,
    ShortCode("NOREC"): .boarded, ShortCode("CFMWL"): .boarded, ShortCode("CHGCL"): .boarded,
    ShortCode("OFFLK"): .booked, ShortCode("OFFLN"): .booked, ShortCode("OFFLD"): .booked,
    ShortCode("INVOL"): .booked, ShortCode("IDPAD"): .booked, ShortCode("CHGTO"): .booked,
  ]

  /// Lists that name only those travellers of the flight of whom there is something to say.
  private static let namesSome: Set<MessageKind> = [.ptm, .psm, .asl, .ftl, .pil]

  /// `-JFK004Y-PAD001`: destination, seats by class, and how many of them are staff on standby.
  private mutating func takeTotals(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let range = DateReader.trim(bytes, range)
    isBeforeNames = false
    let destination = ShortCode(bytes, (range.lowerBound + 1)..<(range.lowerBound + 4))
    if !leg.to.isEmpty, leg.to != destination { isOneDestination = false }
    leg.to = destination
    if kind == .adl {
      status = .booked
      isChange = false
    }
    if kind == .pfs {
      status = .unstated
      totals.isCounting = false
    }
    guard !TypeBReader.namesSome.contains(kind) else { return }
    var announced = 0
    var standby = 0
    var isStated = false
    var index = range.lowerBound + 4
    while index < range.upperBound {
      guard TypeBLine.isDigit(bytes[index]) else {
        index += 1
        continue
      }
      let digits = (index..<range.upperBound).prefix { TypeBLine.isDigit(bytes[$0]) }
      let count = DateReader.integer(bytes, digits) ?? 0
      // PAD001
      if bytes[index - 1] == 0x44 {
        standby += count
      } else {
        announced += count
        isStated = true
      }
      index = digits.upperBound
    }
    if isStated { totals.add(announced, standby, ShortCode(bytes, range)) }
  }
}
