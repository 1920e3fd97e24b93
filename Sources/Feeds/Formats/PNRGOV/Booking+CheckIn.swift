import Records

/// What refers to travellers without making any, and their earlier names.
extension Booking {
  // MARK: Check-in, seats, visas

  mutating func joinCheckIn(_ finding: Finding) {
    var index = traveller(with: finding.reference, like: finding.name)
    if !finding.name.isEmpty, index.map({ likeness($0, finding.name) == .none }) ?? true {
      index = bestAlike(finding.name) { !$0.isCheckedIn } ?? index
    }
    if index == nil, !finding.name.isEmpty {
      // Someone who checked in without standing in the booking is a person all the same.
      index = addTraveller(
        finding.name, .checkIn, reference: finding.reference, at: finding.offset)
      if finding.isInfant { travellers[travellers.count - 1].kind = .infant }
    }
    guard let index else { return }
    add(finding.name, .checkIn, to: index)
    guard finding.leg < 0 || isPushedLeg[finding.leg] else { return }
    travellers[index].isCheckedIn = true
    if !finding.seat.isEmpty { travellers[index].seat = finding.seat }
  }

  mutating func joinSeat(_ finding: Finding) {
    guard finding.leg < 0 || isPushedLeg[finding.leg] else { return }
    if finding.leg == Finding.soleLeg, legs.count > 1 { return }
    guard let index = holder(of: finding), travellers[index].seat.isEmpty else { return }
    travellers[index].seat = finding.seat
  }

  /// The traveller by reference, by group, or the only one there is.
  func holder(of finding: Finding) -> Int? {
    if let index = target(of: finding) { return index }
    return finding.reference.isEmpty && finding.scope != Finding.unnamed ? soleAdult() : nil
  }

  // MARK: History

  /// An earlier name of a traveller; a person of its own only where the booking has nobody else, as in
  /// an update that says that the booking is cancelled. A stray name is, at least, a person's.
  mutating func joinHistory(_ finding: Finding, _ hadTravellers: Bool) {
    let source = finding.isStray ? NameSource.xml : .history
    if let index = traveller(with: finding.reference, like: finding.name)
      ?? bestAlike(finding.name, preferring: { _ in true })
    {
      // A stray surname alone says nothing of whoever has it.
      if !finding.isStray || !finding.name.given.isEmpty { add(finding.name, source, to: index) }
    } else if !hadTravellers || finding.isStray {
      let index = addTraveller(
        finding.name, source, reference: finding.reference, at: finding.offset)
      if finding.isInfant { travellers[index].kind = .infant }
      complete(index, with: finding)
    }
  }
}
