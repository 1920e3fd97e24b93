import Records

/// The lines that name travellers, each with the number of its seats; and those where that number is
/// missing, lies, or has another name before it.
extension TypeBReader {
  /// Takes the names of a line, of which there is more than one where line ends were lost.
  /// - Parameters:
  ///   - places: how many seats a name without a number has.
  ///   - onward: the flight that they go on with.
  mutating func takeNames(
    _ bytes: Span<UInt8>, _ range: Range<Int>, places: Int = 1, onward: FlightLeg? = nil,
    at offset: UInt64, into batch: inout PassengerBatch
  ) {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = TypeBNameLine.next(bytes, start..<range.upperBound) ?? range.upperBound
      let place = offset + UInt64(start - range.lowerBound)
      if start > range.lowerBound, onward == nil {
        report(.syntax, place, "a name in the line of another one", &batch)
      }
      closeGroup(into: &batch)
      var name = start
      var count = 0
      while name < end, TypeBLine.isDigit(bytes[name]), count < 1000 {
        count = count * 10 + Int(bytes[name] - 0x30)
        name += 1
      }
      let seats = name > start ? count : places
      openGroup(bytes, name..<end, count: max(seats, 1), at: place, into: &batch)
      if let onward {
        booking.legs.append(onward)
        booking.isPushedLeg.append(false)
      }
      start = end
    }
  }

  /// Takes `SURNAME/GIVENMR` without the number of its seats, if the line is a name for certain: it has a
  /// title, or an element follows, and stands among names. Returns whether it is.
  mutating func takeUnnumbered(
    _ bytes: Span<UInt8>, _ range: Range<Int>, at offset: UInt64,
    into batch: inout PassengerBatch
  ) -> Bool {
    guard !isSkipped, !isBeforeNames || kind == .ptm,
      let name = TypeBNameLine.unnumbered(bytes, range),
      name.isTitled || isElement(bytes, behind: range.upperBound)
    else { return false }
    report(.syntax, offset, "a name without the number of its seats", &batch)
    closeGroup(into: &batch)
    var start = range.lowerBound
    while TypeBLine.isDigit(bytes[start]) || bytes[start] <= 0x20 { start += 1 }
    openGroup(bytes, start..<range.upperBound, count: name.count, at: offset, into: &batch)
    return true
  }

  /// Whether an element follows, in the same line or the next one.
  private func isElement(_ bytes: Span<UInt8>, behind end: Int) -> Bool {
    var index = end
    let reach = min(bytes.count, end + 16)
    while index < reach, bytes[index] <= 0x20 { index += 1 }
    return index < reach && bytes[index] == TypeBLine.dot
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
    unexplainedSeats = 0
    booking.begin(at: offset)
    if count == 1, addPlainTraveller(bytes, range, at: offset) { return }
    decoded.removeAll(keepingCapacity: true)
    charset.append(bytes, range, release: 0, to: &decoded)
    members.split(decoded)
    isSeat = TypeBMembers.isSeat(decoded, members.surname)
    let found = addTravellers(count, at: offset, into: &batch)
    if members.given.isEmpty { unnamed = count - 1 }
    isSeat = isSeat || found == 0
    // A surname alone names the group; a party of PTM is named by its first traveller.
    if !isSeat, !members.given.isEmpty, kind != .ptm { unexplainedSeats = unnamed }
    guard found > count else { return }
    report(.countMismatch, offset, "a name line of \(count) seats names \(found)", &batch)
    totals.find(found - count)
  }

  /// One traveller for each given name; what goes beyond the count is the last one's second name, unless
  /// titles say that it is somebody else. Returns how many persons there are.
  private mutating func addTravellers(
    _ count: Int, at offset: UInt64, into batch: inout PassengerBatch
  ) -> Int {
    guard !isSeat else { return 0 }
    unnamed = 0
    let given = members.given
    if given.isEmpty {
      givenRanges.removeAll(keepingCapacity: true)
      addTraveller(at: offset, into: &batch)
      return 1
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
      let end = isLast ? endOfPerson(index) : isTitle(behind: index) ? index + 2 : index + 1
      givenRanges.removeAll(keepingCapacity: true)
      for part in index..<end where !TypeBMembers.isSeat(decoded, given[part]) {
        givenRanges.append(given[part])
      }
      addTraveller(at: offset, into: &batch)
      persons += 1
      index = end
    }
    unnamed = max(0, count - persons - seats)
    return persons
  }

  /// Where the given names end of the person who begins at `start`, when all seats are taken: behind a
  /// title, since no name goes on there. Where it may be part of a name, somebody behind must have one too.
  private func endOfPerson(_ start: Int) -> Int {
    let given = members.given
    let last = given.lastIndex { TypeBNameLine.isTitled(decoded.span, $0) } ?? start
    for index in start..<given.count where index > start || !isTitle(behind: index - 1) {
      let name = GluedTitle.strip(decoded.span.extracting(given[index]))
      guard name.certainty == .sure || name.certainty == .likely && index < last else { continue }
      var end = index + 1
      while isTitle(behind: end - 1) { end += 1 }
      return end
    }
    return given.count
  }
}
