import Records

/// Infants: told by TIF type IN, by INFT in the adult's name, and by DOCS with gender MI or FI in the
/// adult's group. One person as long as the names (or the birth dates) agree.
extension Booking {
  /// Joins what is said of infants, that of those of the very name first.
  mutating func joinInfants(_ isJoined: (Finding) -> Bool) {
    var open = findings.indices.filter { isJoined(findings[$0]) }
    open.removeAll { number in
      guard let index = infant(like: findings[number], .equal) else { return false }
      attachInfant(findings[number], to: index)
      return true
    }
    for number in open { joinInfant(findings[number]) }
  }

  private mutating func joinInfant(_ finding: Finding) {
    let target = target(of: finding)
    var index = infant(like: finding, .word)
    if index == nil, let target, mayBeInfant(finding, target) { index = target }
    if index == nil, finding.kind == .identity {
      // Not for INFT: two of one surname and birth date are twins.
      index = infant(bornLike: finding) ?? unmarkedInfant(finding, target)
    }
    attachInfant(
      finding,
      to: index
        ?? addTraveller(
          finding.name, Booking.source(of: finding), reference: .empty, at: finding.offset))
  }

  private static func source(of finding: Finding) -> NameSource {
    finding.kind == .infant ? .inft : .docs
  }

  private mutating func attachInfant(_ finding: Finding, to index: Int) {
    travellers[index].kind = .infant
    if finding.kind == .identity {
      attach(finding, to: index)
    } else {
      add(finding.name, Booking.source(of: finding), to: index)
      complete(index, with: finding)
    }
  }

  /// The infant whose name is most alike; of namesakes the one of the birth date, then one who has no DOCS yet, then the
  /// one that is referred to.
  private func infant(like finding: Finding, _ least: NameLikeness) -> Int? {
    let target = target(of: finding)
    var found: Int?
    var best = 0
    for index in candidates(for: finding.name, .word) where travellers[index].kind == .infant {
      let likeness = likeness(index, finding.name)
      guard likeness >= least, !isOfOtherInfant(finding, index, likeness) else { continue }
      let rank =
        likeness.rawValue * 8 + (isSameBirth(finding, index) ? 4 : 0)
        + (travellers[index].hasDocumentName ? 0 : 2) + (index == target ? 1 : 0)
      if rank > best {
        best = rank
        found = index
      }
    }
    return found
  }

  /// Of one name or one birth date: MARIA ANNA and ANNA may as well be two. With two birth dates only INFT and DOCS
  /// may be of one, but not two of either.
  private func isOfOtherInfant(_ finding: Finding, _ index: Int, _ likeness: NameLikeness) -> Bool {
    guard differInBirth(finding, index) else { return false }
    return likeness < .equal || finding.kind == .infant || isOfAnother(finding, index)
  }

  /// Whether what is said under another name may be of the infant that it refers to, or in whose group it stands: he
  /// is still without DOCS, and reference or given name say that it is his.
  private func mayBeInfant(_ finding: Finding, _ target: Int) -> Bool {
    guard travellers[target].kind == .infant else { return false }
    if finding.name.isEmpty || isUnnamed(target) { return true }
    guard !travellers[target].hasDocumentName, !differInBirth(finding, target) else { return false }
    return traveller(with: finding.reference, like: finding.name) == target
      || sharesGiven(target, finding.name)
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
  /// his name stays the father. In doubt there are two: many senders type everybody A, and some fathers have
  /// no title.
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

  // MARK: Under two years of age

  /// When it is said how old somebody is.
  var travelDate: PartialDate? { legs.first?.date }

  /// How well the age goes with what type and title say: 0 badly, 1 for anybody, 2 well.
  func ageFit(_ finding: Finding, _ index: Int) -> Int {
    let traveller = travellers[index]
    guard let born = finding.birthDate, let day = travelDate else {
      return traveller.kind == .infant ? 0 : 1
    }
    if isChild(born, day) {
      return traveller.isAdult ? 0 : traveller.isTypedAdult ? 1 : 2
    }
    return traveller.kind == .infant ? 0 : traveller.isAdult || traveller.isTypedAdult ? 2 : 1
  }

  /// Whether the age lets the finding be the traveller's: whoever is over two is no infant, a child no adult of
  /// another name, and whoever is under two not even one of a name alike.
  func isOfAge(_ finding: Finding, _ index: Int) -> Bool {
    guard let born = finding.birthDate, let day = travelDate, born != travellers[index].birthDate
    else { return true }
    let isUnderTwo = isUnderTwo(finding)
    if !isUnderTwo, travellers[index].kind == .infant { return false }
    guard isUnderTwo || isChild(born, day), isGrown(index), !finding.name.isEmpty,
      !isUnnamed(index)
    else { return true }
    return likeness(index, finding.name) >= (isUnderTwo ? .equal : .word)
  }

  private func isChild(_ born: PartialDate, _ day: PartialDate) -> Bool {
    born.year > day.year - Booking.childYears
  }

  /// Title or infant say that it is an adult.
  private func isGrown(_ index: Int) -> Bool {
    travellers[index].isAdult && travellers[index].kind == .passenger
  }

  func isUnderTwo(_ finding: Finding) -> Bool {
    if finding.isUnderTwo { return true }
    guard let born = finding.birthDate, let day = travelDate else { return false }
    return born.isUnderTwo(at: day)
  }

  /// Who seems to be under two by his DOCS: an infant, where there is one of the name, or where the adult whom it
  /// would be has an infant, DOCS of his own or another name; else, `01MAR26` of somebody whom both type and title say to be an adult, one born in the
  /// century before. Children are often typed A.
  /// - Returns: whether there is an infant.
  mutating func readUnderTwo() -> Bool {
    let grown = grownBirths()
    var hasInfant = false
    for number in findings.indices
    where findings[number].kind == .identity && !findings[number].isInfant {
      let finding = findings[number]
      guard let born = finding.birthDate else { continue }
      if isOfKnownInfant(finding) {
        findings[number].isInfant = true
        hasInfant = true
      }
      guard !findings[number].isInfant, isUnderTwo(finding) else { continue }
      let adults = adults(of: finding)
      let others = grown[key(finding.name)]?.count ?? 0
      let isOfOther =
        others >= adults.count || !finding.reference.isEmpty && grown[key(of: finding)] != nil
        || adults.contains { travellers[$0].hasInfant }
      if adults.isEmpty ? isChildOfAnother(finding) : isOfOther {
        findings[number].isInfant = true
        hasInfant = true
      } else if finding.isUnderTwo, let first = adults.first, travellers[first].isTypedAdult,
        infant(like: finding, .word) == nil
      {
        findings[number].birthDate = PartialDate(
          year: born.year - 100, month: born.month, day: born.day)
      }
    }
    return hasInfant
  }

  /// Whether there is an infant of the very name. It may have had its second birthday since it was entered as one.
  private func isOfKnownInfant(_ finding: Finding) -> Bool {
    guard let born = finding.birthDate, isUnderTwo(finding)
      || travelDate.map({ born.isUnderThree(at: $0) }) == true
    else { return false }
    return candidates(for: finding.name, .equal).contains {
      travellers[$0].kind == .infant && !differInBirth(finding, $0)
        && likeness($0, finding.name) == .equal
    }
  }

  private func key(_ name: ReadName) -> UInt64 {
    NameLikeness.key(
      arena.bytes, name.given, seed: NameLikeness.key(arena.bytes, name.surname))
  }

  private func key(of finding: Finding) -> UInt64 {
    NameLikeness.key(arena.bytes, finding.reference, seed: key(finding.name))
  }

  /// By name, and by name and reference, the birth dates of those whose DOCS say that they are older.
  private func grownBirths() -> [UInt64: Set<PartialDate>] {
    var births: [UInt64: Set<PartialDate>] = [:]
    for finding in findings where finding.kind == .identity && !finding.name.isEmpty {
      guard let born = finding.birthDate, !finding.isInfant, !isUnderTwo(finding) else { continue }
      births[key(finding.name), default: []].insert(born)
      if !finding.reference.isEmpty { births[key(of: finding), default: []].insert(born) }
    }
    return births
  }

  /// The adults of whom the finding may be, first the one whom it refers to; none where somebody of the name
  /// may be a child.
  private func adults(of finding: Finding) -> [Int] {
    var namesakes = candidates(for: finding.name, .equal).filter {
      likeness($0, finding.name) == .equal
    }
    if let target = target(of: finding),
      finding.name.isEmpty || likeness(target, finding.name) == .equal
    {
      guard isGrown(target) else { return [] }
      namesakes.removeAll { $0 == target || !isGrown($0) }
      return [target] + namesakes
    }
    return namesakes.allSatisfy(isGrown) ? namesakes : []
  }

  /// Whether nobody else has the name: an adult's with further ones, one in a remark, or with the surname of the
  /// adult whom it is said of.
  private func isChildOfAnother(_ finding: Finding) -> Bool {
    guard !finding.name.isEmpty else { return false }
    if let alike = bestAlike(finding.name, preferring: { !$0.isAdult }) {
      return travellers[alike].kind == .infant
        || isGrown(alike) && likeness(alike, finding.name) < .equal
    }
    guard let target = target(of: finding), !isUnnamed(target) else { return finding.isRemark }
    return travellers[target].isAdult
      && (finding.isRemark || sharesSurname(target, finding.name))
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
