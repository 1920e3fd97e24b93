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
    let day = travelDate
    for index in 0..<findings.count {
      kinds.insert(findings[index])
      if let day, let born = findings[index].birthDate, born.isUnderThree(at: day) {
        kinds.insert(.underTwo)
      }
    }
    if kinds.contains(.infant) { joinInfants { $0.kind == .infant } }
    if kinds.contains(.underTwo), readUnderTwo() { kinds.insert(.infantIdentity) }
    if kinds.contains(.identity), joinIdentities() { kinds.insert(.history) }
    if kinds.contains(.infantIdentity) { joinInfants { $0.kind == .identity && $0.isInfant } }
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
    // Whoever comes of a document is no reason to leave out the next one.
    let hasRoom = !open.contains { findings[$0].isRemark } || isSomebodyUnnamed()
    var namesStrangers = false
    for number in open where !joinUnnamed(findings[number], hasRoom) {
      leaveStranger(number)
      namesStrangers = true
    }
    return namesStrangers
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
      let isPlaced = isCertain && referred == nil
      guard likeness(target, finding.name) >= (isPlaced ? NameLikeness.equal : .word),
        !isOfAnother(finding, target), isOfAge(finding, target),
        !isPlaced || !hasNamesake(target, finding.name)
      else { return false }
    }
    attach(finding, to: target)
    return true
  }

  /// Whether the traveller has DOCS with another birth date already, and not with the same document.
  func isOfAnother(_ finding: Finding, _ index: Int) -> Bool {
    guard travellers[index].hasDocumentName, differInBirth(finding, index) else { return false }
    return finding.document.map { !has($0.number, index) } ?? true
  }

  /// Whether another traveller of the very name is still without DOCS.
  private func hasNamesake(_ index: Int, _ name: ReadName) -> Bool {
    guard travellers.count > 1 else { return false }
    return candidates(for: name, .equal).contains {
      $0 != index && !travellers[$0].hasDocumentName && likeness($0, name) == .equal
    }
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
  func namedOwner(of finding: Finding, _ least: NameLikeness) -> Int? {
    guard !finding.name.isEmpty else { return nil }
    var found: Int?
    var foundRank = -1
    for index in candidates(for: finding.name, least)
    where likeness(index, finding.name) >= least && isOfAge(finding, index) {
      var rank: Int
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
      // Of namesakes the one of the age, and of these the one in whose group it stands.
      rank = rank * 8 + ageFit(finding, index) * 2 + (finding.scope == index ? 1 : 0)
      if rank > foundRank {
        found = index
        foundRank = rank
      }
    }
    return found.map { own(finding, orHolder: $0) }
  }

  /// Where the documents of one namesake are said in the group of another, who has none, they are
  /// repeated for each.
  private func own(_ finding: Finding, orHolder holder: Int) -> Int {
    let own = finding.scope
    guard own >= 0, own != holder, travellers[holder].hasDocumentName,
      !travellers[own].hasDocumentName, !differInBirth(finding, own),
      likeness(own, finding.name) == .equal, ageFit(finding, own) >= ageFit(finding, holder)
    else { return holder }
    return own
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

  func has(_ number: TextReference, _ index: Int) -> Bool {
    var known = travellers[index].firstDocument
    while known >= 0 {
      if arena.equal(documents[known].document.number, number) { return true }
      known = documents[known].next
    }
    return false
  }

  mutating func attach(_ finding: Finding, to index: Int) {
    if !finding.name.isEmpty {
      // What a remark says renames nobody who has a name.
      let isMain =
        !travellers[index].hasDocumentName
        && (!finding.isRemark || isUnnamed(index) || likeness(index, finding.name) == .equal)
      add(finding.name, finding.source, to: index, asMain: isMain)
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
