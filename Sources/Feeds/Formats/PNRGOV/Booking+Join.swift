import Records

/// Who is who: brings what was said of travellers (DOCS, INFT, check-in, history) to the travellers.
extension Booking {
  /// Joins all findings; called once, when the booking is complete.
  mutating func join() {
    // Identities before what only refers to them, each kind in the order of the message.
    for finding in findings where finding.kind == .identity || finding.kind == .infant {
      if finding.isInfant { joinInfant(finding) } else { joinIdentity(finding) }
    }
    for finding in findings {
      switch finding.kind {
      case .identity, .infant, .history: break
      case .visa:
        if let index = holder(of: finding), let document = finding.document {
          add(document, to: index)
        }
      case .birth:
        if let index = holder(of: finding), travellers[index].birthDate == nil {
          travellers[index].birthDate = finding.birthDate
        }
      case .checkIn: joinCheckIn(finding)
      case .seat: joinSeat(finding)
      }
    }
    let hadTravellers = !travellers.isEmpty
    for finding in findings where finding.kind == .history {
      joinHistory(finding, hadTravellers)
    }
  }

  // MARK: DOCS of adults

  private mutating func joinIdentity(_ finding: Finding) {
    let index =
      owner(of: finding)
      ?? addTraveller(.init(), .docs, reference: finding.reference, at: finding.offset)
    attach(finding, to: index)
  }

  /// The traveller whom a DOCS describes: by reference, else by the group it stands in, each only if
  /// the name does not say that it is another one; else by name.
  private func owner(of finding: Finding) -> Int? {
    let target =
      traveller(with: finding.reference, like: finding.name)
      ?? (finding.scope >= 0 ? finding.scope : nil)
    guard let target else {
      if let like = firstAlike(finding.name) { return like }
      let adults = travellers.indices.filter { travellers[$0].kind != .infant }
      return adults.count == 1 && !travellers[adults[0]].hasDocumentName ? adults[0] : nil
    }
    if finding.name.isEmpty || isAlike(target, finding.name) { return target }
    if let like = firstAlike(finding.name) { return like }
    guard travellers[target].hasDocumentName else { return target }
    // A second passport in another spelling of one person has the same birth date.
    let isSameBirth = finding.birthDate != nil && finding.birthDate == travellers[target].birthDate
    return isSameBirth ? target : nil
  }

  private mutating func attach(_ finding: Finding, to index: Int) {
    if !finding.name.isEmpty {
      add(finding.name, .docs, to: index, asMain: !travellers[index].hasDocumentName)
      travellers[index].hasDocumentName = true
    }
    complete(index, with: finding)
  }

  private mutating func complete(_ index: Int, with finding: Finding) {
    if travellers[index].gender == .unstated { travellers[index].gender = finding.gender }
    if travellers[index].birthDate == nil { travellers[index].birthDate = finding.birthDate }
    if travellers[index].nationality.isEmpty {
      travellers[index].nationality = finding.nationality
    }
    if let document = finding.document { add(document, to: index) }
  }

  // MARK: Infants

  /// An infant is told by TIF type IN, by INFT in the adult's name, and by DOCS with gender MI or FI in
  /// the adult's group: one person as long as the names (or the birth dates) agree.
  private mutating func joinInfant(_ finding: Finding) {
    let target =
      traveller(with: finding.reference, like: finding.name)
      ?? (finding.scope >= 0 ? finding.scope : nil)
    var index = travellers.indices.first {
      travellers[$0].kind == .infant && isAlike($0, finding.name)
    }
    if index == nil, let target, travellers[target].kind == .infant {
      index = target
    }
    if index == nil, let birth = finding.birthDate {
      index = travellers.indices.first {
        travellers[$0].kind == .infant && travellers[$0].birthDate == birth
          && !travellers[$0].hasDocumentName && sharesSurname($0, finding.name)
      }
    }
    // The infant has a TIF of its own that does not say so.
    if index == nil, finding.kind == .identity {
      index = travellers.indices.first {
        !travellers[$0].hasDocumentName && isAlike($0, finding.name)
          && !travellers[$0].reference.isEmpty && travellers[$0].kind == .passenger
          && travellers.count > 1
      }
    }
    let isNew = index == nil
    let source: NameSource = finding.kind == .infant ? .inft : .docs
    let found = index ?? addTraveller(finding.name, source, reference: .empty, at: finding.offset)
    travellers[found].kind = .infant
    if finding.kind == .identity {
      attach(finding, to: found)
    } else {
      if !isNew { add(finding.name, source, to: found) }
      complete(found, with: finding)
    }
  }

  private func sharesSurname(_ index: Int, _ name: ReadName) -> Bool {
    var known = travellers[index].firstName
    while known >= 0 {
      if arena.equal(names[known].name.surname, name.surname) { return true }
      known = names[known].next
    }
    return false
  }

  // MARK: Check-in, seats, visas

  private mutating func joinCheckIn(_ finding: Finding) {
    var index = traveller(with: finding.reference, like: finding.name)
    if !finding.name.isEmpty, index == nil || !isAlike(index ?? 0, finding.name) {
      index = firstAlike(finding.name) ?? index
    }
    if index == nil, !finding.name.isEmpty {
      // Someone who checked in without standing in the booking is a person all the same.
      index = addTraveller(
        finding.name, .checkIn, reference: finding.reference, at: finding.offset)
    }
    guard let index else { return }
    add(finding.name, .checkIn, to: index)
    guard finding.leg < 0 || isPushedLeg[finding.leg] else { return }
    travellers[index].isCheckedIn = true
    if !finding.seat.isEmpty { travellers[index].seat = finding.seat }
  }

  private mutating func joinSeat(_ finding: Finding) {
    guard finding.leg < 0 || isPushedLeg[finding.leg] else { return }
    guard let index = holder(of: finding), travellers[index].seat.isEmpty else { return }
    travellers[index].seat = finding.seat
  }

  /// The traveller by reference, by group, or the only one there is.
  private func holder(of finding: Finding) -> Int? {
    if let index = traveller(with: finding.reference, like: finding.name) { return index }
    if finding.scope >= 0 { return finding.scope }
    let adults = travellers.indices.filter { travellers[$0].kind != .infant }
    return finding.reference.isEmpty && adults.count == 1 ? adults[0] : nil
  }

  // MARK: History

  /// An earlier name of a traveller; a person of its own only where the booking has nobody else, as in
  /// an update that says that the booking is cancelled.
  private mutating func joinHistory(_ finding: Finding, _ hadTravellers: Bool) {
    if let index = traveller(with: finding.reference, like: finding.name)
      ?? firstAlike(finding.name)
    {
      add(finding.name, .history, to: index)
    } else if !hadTravellers {
      let index = addTraveller(
        finding.name, .history, reference: finding.reference, at: finding.offset)
      if finding.isInfant { travellers[index].kind = .infant }
    }
  }

  // MARK: Searching

  /// The traveller with this reference, exact or without leading zeros; where several have it (an
  /// infant with the adult's), the one whose name is alike.
  private func traveller(with reference: TextReference, like name: ReadName) -> Int? {
    guard !reference.isEmpty else { return nil }
    var first: Int?
    for index in travellers.indices where arena.equal(travellers[index].reference, reference) {
      if name.isEmpty || isAlike(index, name) { return index }
      first = first ?? index
    }
    if first != nil { return first }
    let short = withoutZeros(reference)
    return travellers.indices.first {
      !travellers[$0].reference.isEmpty
        && arena.equal(withoutZeros(travellers[$0].reference), short)
    }
  }

  private func withoutZeros(_ reference: TextReference) -> TextReference {
    var reference = reference
    while reference.count > 1, arena.bytes[Int(reference.start)] == 0x30 {
      reference.start += 1
      reference.count -= 1
    }
    return reference
  }

  private func firstAlike(_ name: ReadName) -> Int? {
    travellers.indices.first { isAlike($0, name) }
  }

  private func isAlike(_ index: Int, _ name: ReadName) -> Bool {
    var known = travellers[index].firstName
    while known >= 0 {
      if NameLikeness.alike(arena, names[known].name, name) { return true }
      known = names[known].next
    }
    return false
  }
}
