import Records

/// Infants: told by TIF type IN, by INFT in the adult's name, and by DOCS with gender MI or FI in the
/// adult's group. One person as long as the names (or the birth dates) agree.
extension Booking {
  mutating func joinInfant(_ finding: Finding) {
    let target = target(of: finding)
    var index = infant(like: finding)
    if index == nil, let target, travellers[target].kind == .infant { index = target }
    if index == nil, finding.kind == .identity {
      // Not for INFT: two of one surname and birth date are twins.
      index = infant(bornLike: finding) ?? unmarkedInfant(finding, target)
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

  private func infant(like finding: Finding) -> Int? {
    var found: Int?
    var best = NameLikeness.none
    for index in candidates(for: finding.name, .word) where travellers[index].kind == .infant {
      let likeness = likeness(index, finding.name)
      // Of one name or one birth date: MARIA ANNA and ANNA may as well be two.
      if likeness < .equal, differInBirth(finding, index) { continue }
      if likeness > best {
        best = likeness
        found = index
      }
    }
    return found
  }

  private func infant(bornLike finding: Finding) -> Int? {
    guard finding.birthDate != nil else { return nil }
    return candidates(for: finding.name, .word).first {
      travellers[$0].kind == .infant && travellers[$0].birthDate == finding.birthDate
        && !travellers[$0].hasDocumentName && sharesSurname($0, finding.name)
    }
  }

  /// An infant whose TIF does not say that it is one, or says that it is a child. The name must be the same, and
  /// neither type nor title nor an infant with it may say that it is an adult: a father whose child has
  /// his name stays the father.
  /// - Parameter target: whom the finding refers to; further given names are then no other person's.
  private func unmarkedInfant(_ finding: Finding, _ target: Int?) -> Int? {
    func mayBeInfant(_ index: Int) -> Bool {
      !travellers[index].hasDocumentName && travellers[index].kind == .passenger
        && !travellers[index].isAdult && !travellers[index].isTypedAdult
    }
    if let target, mayBeInfant(target) {
      let likeness = likeness(target, finding.name)
      let main = travellers[target].mainName
      let isNamed = main >= 0 && !names[main].name.given.isEmpty && !finding.name.given.isEmpty
      if likeness == .equal || likeness == .longer && isNamed { return target }
    }
    return candidates(for: finding.name, .equal).first {
      mayBeInfant($0) && !travellers[$0].reference.isEmpty
        && likeness($0, finding.name) == .equal
    }
  }

  /// `01MAR26` of somebody whom both type and title say to be an adult: the year is of the century before. Children
  /// are often typed A.
  mutating func readCenturies() {
    for number in findings.indices
    where findings[number].isUnderTwo && findings[number].kind == .identity {
      let finding = findings[number]
      guard !finding.isInfant, infant(like: finding) == nil, let born = finding.birthDate,
        let owner = typedAdult(finding), travellers[owner].kind == .passenger,
        travellers[owner].isAdult
      else { continue }
      findings[number].birthDate = PartialDate(
        year: born.year - 100, month: born.month, day: born.day)
    }
  }

  private func typedAdult(_ finding: Finding) -> Int? {
    if let target = target(of: finding), travellers[target].isTypedAdult,
      finding.name.isEmpty || likeness(target, finding.name) > .none
    {
      return target
    }
    return candidates(for: finding.name, .equal).first {
      travellers[$0].isTypedAdult && likeness($0, finding.name) == .equal
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
}
