import Records

/// Who is who: brings what was said of travellers (DOCS, INFT, check-in, history) to the travellers.
extension Booking {
  /// Joins all findings; called once, when the booking is complete.
  mutating func join() {
    lookup.begin()
    isJoining = true
    defer { isJoining = false }
    indexIfLarge()
    // INFT says that it is an infant; DOCS of an infant does not always (F for FI). So the infants stand
    // before the identities, and both before what only refers to travellers.
    var kinds = Finding.Kinds()
    for index in 0..<findings.count { kinds.insert(findings[index]) }
    if kinds.contains(.infant) {
      for index in 0..<findings.count where findings[index].kind == .infant {
        joinInfant(findings[index])
      }
    }
    if kinds.contains(.underTwo) { readCenturies() }
    if kinds.contains(.identity), joinIdentities() { kinds.insert(.history) }
    if kinds.contains(.infantIdentity) {
      for index in 0..<findings.count
      where findings[index].kind == .identity && findings[index].isInfant {
        joinInfant(findings[index])
      }
    }
    if kinds.contains(.referring) {
      for index in 0..<findings.count { joinReferring(findings[index]) }
      // The seat that stands at the flight itself comes before others.
      for index in 0..<findings.count where findings[index].kind == .seat && findings[index].leg < 0
      {
        joinSeat(findings[index])
      }
    }
    guard kinds.contains(.history) else { return }
    let hadTravellers = !travellers.isEmpty
    for index in 0..<findings.count where findings[index].kind == .history {
      joinHistory(findings[index], hadTravellers)
    }
  }

  /// What only refers to travellers.
  private mutating func joinReferring(_ finding: Finding) {
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
    case .seat: if finding.leg >= 0 { joinSeat(finding) }
    }
  }

  // MARK: DOCS

  /// The DOCS of a family often stand at the booking or in the last traveller's group, without
  /// references, and father and son may have one name. So those whose traveller is certain are joined
  /// first: named by the reference and spelled alike, or in the group and of the same name; then by name
  /// alone; then those in the group of a name alike, and by name from the best likeness to the least.
  /// The rest goes by reference and group, or is a person of its own.
  /// - Returns: whether remarks name somebody else, who is left for the history.
  private mutating func joinIdentities() -> Bool {
    var open: [Int] = []
    for number in 0..<findings.count
    where findings[number].kind == .identity && !findings[number].isInfant {
      if !attachToTarget(findings[number], isCertain: true) { open.append(number) }
    }
    guard !open.isEmpty else { return false }
    open = attachByName(open, .equal)
    var left: [Int] = []
    for number in open where !attachToTarget(findings[number], isCertain: false) {
      left.append(number)
    }
    open = left
    for least in [NameLikeness.longer, .word] { open = attachByName(open, least) }
    var namesOthers = false
    for number in open {
      if findings[number].isRemark, !travellers.isEmpty {
        findings[number].kind = .history
        namesOthers = true
      } else {
        joinUnnamed(findings[number])
      }
    }
    return namesOthers
  }

  /// Attaches a finding to the traveller whom it refers to if the name fits; returns whether it did.
  private mutating func attachToTarget(_ finding: Finding, isCertain: Bool) -> Bool {
    var referred = traveller(with: finding.reference, like: finding.name)
    // A reference dealt out twice: whoever has another birth date already is not the one in the group.
    if let known = referred, differInBirth(finding, known),
      let own = scopeTarget(of: finding), own != known, !travellers[own].hasDocumentName
    {
      referred = own
    }
    guard let target = referred ?? scopeTarget(of: finding) else { return false }
    if !finding.name.isEmpty {
      let least = isCertain && referred == nil ? NameLikeness.equal : .word
      guard likeness(target, finding.name) >= least else { return false }
    }
    attach(finding, to: target)
    return true
  }

  /// Attaches the findings to travellers of their name; returns those that are left.
  private mutating func attachByName(_ open: [Int], _ least: NameLikeness) -> [Int] {
    var left: [Int] = []
    for number in open {
      if let owner = namedOwner(of: findings[number], least) {
        attach(findings[number], to: owner)
      } else {
        left.append(number)
      }
    }
    return left
  }

  /// The traveller whom the reference names, else the one in whose group the finding stands, unless the
  /// reference is another one and the name is not alike.
  func target(of finding: Finding) -> Int? {
    traveller(with: finding.reference, like: finding.name) ?? scopeTarget(of: finding)
  }

  private func scopeTarget(of finding: Finding) -> Int? {
    guard finding.scope >= 0 else { return nil }
    let isOther = !finding.reference.isEmpty && !travellers[finding.scope].reference.isEmpty
    let isUnlike = !finding.name.isEmpty && likeness(finding.scope, finding.name) == .none
    return isOther && isUnlike ? nil : finding.scope
  }

  /// The traveller of this name who is still without DOCS, or whose DOCS this one repeats.
  private func namedOwner(of finding: Finding, _ least: NameLikeness) -> Int? {
    guard !finding.name.isEmpty else { return nil }
    var found: Int?
    var foundRank = 0
    for index in candidates(for: finding.name, least)
    where likeness(index, finding.name) >= least {
      var rank = 0
      if !travellers[index].hasDocumentName {
        // An infant whose INFT gives another birth date is not the adult of a name alike.
        guard travellers[index].kind != .infant || !differInBirth(finding, index) else { continue }
        rank = 4
      } else if repeats(finding, index) {
        rank = 6
      } else if !differInBirth(finding, index) {
        rank = 2
      } else {
        continue
      }
      if travellers[index].kind != .infant { rank += 1 }
      if rank > foundRank {
        found = index
        foundRank = rank
      }
    }
    return found
  }

  func differInBirth(_ finding: Finding, _ index: Int) -> Bool {
    guard let first = finding.birthDate, let second = travellers[index].birthDate else {
      return false
    }
    return first != second
  }

  /// Whether a traveller with DOCS has these already: the same document, or another one under about
  /// the same name with the same birth date.
  private func repeats(_ finding: Finding, _ index: Int) -> Bool {
    if let number = finding.document?.number, !number.isEmpty, has(number, index) { return true }
    guard finding.birthDate != nil, finding.birthDate == travellers[index].birthDate else {
      return false
    }
    return NameLikeness.of(arena, names[travellers[index].mainName].name, finding.name) >= .longer
  }

  private func has(_ number: TextReference, _ index: Int) -> Bool {
    var known = travellers[index].firstDocument
    while known >= 0 {
      if arena.equal(documents[known].document.number, number) { return true }
      known = documents[known].next
    }
    return false
  }

  /// A DOCS whose name is nobody's: another spelling of the traveller that it refers to, if that one
  /// has no DOCS (or the same birth date); of the only adult, unless the references differ.
  private mutating func joinUnnamed(_ finding: Finding) {
    // The same person may have come just before, from the DOCS for another flight.
    var owner = namedOwner(of: finding, .near)
    if owner == nil, let target = target(of: finding) {
      let isSameBirth =
        finding.birthDate != nil && finding.birthDate == travellers[target].birthDate
      let hasRoom = travellers[target].nameCount < Booking.namesPerPerson
      if !travellers[target].hasDocumentName || isSameBirth && hasRoom { owner = target }
    } else if owner == nil, finding.scope != Finding.unnamed, let adult = soleAdult(),
      !travellers[adult].hasDocumentName,
      finding.reference.isEmpty || travellers[adult].reference.isEmpty
    {
      owner = adult
    }
    attach(
      finding,
      to: owner
        ?? addTraveller(.init(), .docs, reference: finding.reference, at: finding.offset))
  }

  mutating func attach(_ finding: Finding, to index: Int) {
    if !finding.name.isEmpty {
      add(finding.name, finding.source, to: index, asMain: !travellers[index].hasDocumentName)
      travellers[index].hasDocumentName = true
    }
    complete(index, with: finding)
  }

  mutating func complete(_ index: Int, with finding: Finding) {
    if travellers[index].gender == .unstated { travellers[index].gender = finding.gender }
    if travellers[index].birthDate == nil { travellers[index].birthDate = finding.birthDate }
    if travellers[index].nationality.isEmpty {
      travellers[index].nationality = finding.nationality
    }
    if let document = finding.document { add(document, to: index) }
  }
}
