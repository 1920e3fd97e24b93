import Records

/// TIF: the names of travellers, of who checked in, and of the history.
extension PNRGOVReader {
  /// C322 surname : qualifier, then one C324 per person: given name : type : reference : with infant :
  /// further names.
  mutating func takeName(
    _ bytes: Span<UInt8>, at offset: UInt64, into batch: inout PassengerBatch
  ) {
    let isGroup = ShortCode(bytes, tokens.component(1, 1)) == PNRGOVReader.group
    var hasPerson = false
    for element in 2...max(2, tokens.count) {
      let type = ShortCode(bytes, tokens.component(element, 1))
      // A group that carries a given name is a person whom somebody marked as one.
      let hasGiven = !DateReader.trim(bytes, tokens.component(element, 0)).isEmpty
      if type == PNRGOVReader.group && (!hasGiven || tokens.component(element, 2).isEmpty)
        || isGroup && !hasGiven
      {
        booking.hasOpenSeats = true
        continue
      }
      let isEmpty = !hasGiven && tokens.component(element, 2).isEmpty
      if isEmpty, element > 2 || hasGivenBehind(bytes, element) { continue }
      let name = readName(bytes, element)
      if booking.isExtraSeat(name) { continue }
      guard !booking.isSeatHolder(name) else {
        booking.isInDoubt = true
        booking.hasOpenSeats = true
        continue
      }
      if !booking.hasLetter(name) { booking.isInDoubt = true }
      hasPerson = true
      var person = NamedPerson(name: name, offset: offset)
      person.reference = keep(bytes, tokens.component(element, 2))
      person.isInfant = PNRGOVReader.infantTypes.contains(type)
      person.hasInfant = !tokens.component(element, 3).isEmpty
      person.isAdult = name.isAdult || person.hasInfant
      person.isTypedAdult = PNRGOVReader.adultTypes.contains(type)
      place(person, into: &batch)
      if tokens.componentCount(element) > 4, currentTraveller >= 0, scope == .passenger {
        addOtherNames(bytes, element)
      }
    }
    if !hasPerson, scope == .passenger || scope == .booking {
      // What follows is said of the group or of the traveller not yet named, not of the last one.
      scope = .passenger
      currentTraveller = -1
    }
  }

  /// What TIF says of one person.
  private struct NamedPerson {
    let name: ReadName
    let offset: UInt64
    var reference = TextReference.empty
    var isInfant = false
    var isAdult = false
    var hasInfant = false
    var isTypedAdult = false

    init(name: ReadName, offset: UInt64) {
      self.name = name
      self.offset = offset
    }

    func finding(_ kind: Booking.Finding.Kind) -> Booking.Finding {
      var finding = Booking.Finding(kind)
      finding.name = name
      finding.reference = reference
      finding.isInfant = isInfant
      finding.offset = offset
      return finding
    }
  }

  private func hasGivenBehind(_ bytes: Span<UInt8>, _ element: Int) -> Bool {
    for later in (element + 1)..<max(element + 1, tokens.count + 1)
    where !DateReader.trim(bytes, tokens.component(later, 0)).isEmpty {
      return true
    }
    return false
  }

  private mutating func place(_ person: NamedPerson, into batch: inout PassengerBatch) {
    let offset = person.offset
    switch scope {
    case .checkIn where currentCheckIn >= 0:
      guard !person.name.isEmpty || !person.reference.isEmpty,
        hasRoom(at: offset, into: &batch), currentCheckIn >= 0
      else { return }
      // A second name under one TRI is another person's.
      var finding = person.finding(.checkIn)
      finding.leg = booking.legs.count - 1
      let opened = booking.findings[currentCheckIn]
      if opened.name.isEmpty {
        finding.offset = opened.offset
        finding.seat = opened.seat
        if finding.reference.isEmpty { finding.reference = opened.reference }
        booking.findings[currentCheckIn] = finding
      } else {
        booking.findings.append(finding)
        currentCheckIn = booking.findings.count - 1
      }
    case .history:
      guard !person.name.isEmpty, hasRoom(at: offset, into: &batch) else { return }
      booking.findings.append(person.finding(.history))
    case .flight, .checkIn, .nonAir, .split, .change:
      // A name where none belongs: a check-in record if it is a traveller's, else a person.
      guard !person.name.isEmpty, hasRoom(at: offset, into: &batch) else { return }
      placeOutside(person)
      report(.syntax, offset, "a name outside the passenger group", &batch)
    case .message, .booking, .passenger:
      guard hasRoom(at: offset, into: &batch) else { return }
      scope = .passenger
      currentTraveller = booking.addTraveller(
        person.name, .tif, reference: person.reference, at: offset)
      if person.isInfant { booking.travellers[currentTraveller].kind = .infant }
      booking.travellers[currentTraveller].isAdult = person.isAdult
      booking.travellers[currentTraveller].hasInfant = person.hasInfant
      booking.travellers[currentTraveller].isTypedAdult = person.isTypedAdult
    }
  }

  private mutating func placeOutside(_ person: NamedPerson) {
    // A reference alone does not make it the same person: it may be the first of the next booking,
    // whose SRC was lost.
    let index = booking.travellers.indices.first { index in
      if !person.reference.isEmpty,
        booking.arena.equal(booking.travellers[index].reference, person.reference)
      {
        return booking.likeness(index, person.name) > .none
      }
      let main = booking.travellers[index].mainName
      return main >= 0 && booking.isSame(booking.names[main].name, person.name)
    }
    if let index {
      booking.add(person.name, .tif, to: index)
      return
    }
    // It may be of a booking whose SRC is lost, and which would seem to be missing.
    hasLost = true
    let added = booking.addTraveller(
      person.name, .tif, reference: person.reference, at: person.offset)
    if person.isInfant { booking.travellers[added].kind = .infant }
  }

  private mutating func readName(_ bytes: Span<UInt8>, _ element: Int) -> ReadName {
    var parts = NameParts()
    parts.surname = tokens.component(1)
    parts.addGiven(tokens.component(element, 0))
    if let name = NameReader.readPlain(bytes, parts, into: &booking.arena) { return name }
    decoded.removeAll(keepingCapacity: true)
    givenRanges.removeAll(keepingCapacity: true)
    let surname = decode(bytes, tokens.component(1))
    givenRanges.append(decode(bytes, tokens.component(element, 0)))
    return names.read(decoded, surname: surname, given: givenRanges, into: &booking.arena)
  }

  /// The other names of C324 are given names: each of them with the first one, and all together, are
  /// other spellings.
  private mutating func addOtherNames(_ bytes: Span<UInt8>, _ element: Int) {
    let further = (4..<min(tokens.componentCount(element), 6)).filter {
      !tokens.component(element, $0).isEmpty
    }
    for components in further.map({ [$0] }) + (further.count > 1 ? [further] : []) {
      decoded.removeAll(keepingCapacity: true)
      givenRanges.removeAll(keepingCapacity: true)
      let surname = decode(bytes, tokens.component(1))
      for component in [0] + components {
        givenRanges.append(decode(bytes, tokens.component(element, component)))
      }
      let name = names.read(
        decoded, surname: surname, given: givenRanges, into: &booking.arena)
      booking.add(name, .tif, to: currentTraveller)
    }
  }
}
