import Records

/// How old somebody is by his DOCS, and what that says of who he is.
extension Booking {
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
  /// would be has an infant of whom nothing else is said, DOCS of his own or another name; else, `01MAR26` of
  /// somebody whom both type and title say to be an adult, one born in the century before. Children are often typed A.
  /// - Returns: whether there is an infant.
  mutating func readUnderTwo() -> Bool {
    let grown = grownBirths()
    var hasInfant = false
    var left: [(number: Int, adults: [Int])] = []
    for number in findings.indices
    where findings[number].kind == .identity && !findings[number].isInfant {
      let isKnown = isOfKnownInfant(findings[number])
      guard isKnown || isUnderTwo(findings[number]) else { continue }
      let adults = isKnown ? [] : adults(of: findings[number])
      if isKnown || adults.isEmpty && isChildOfAnother(findings[number]) {
        findings[number].isInfant = true
        hasInfant = true
      } else if !adults.isEmpty {
        left.append((number, adults))
      }
    }
    guard !left.isEmpty else { return hasInfant }
    let lacksInfant = lacksInfant()
    for (number, adults) in left {
      let finding = findings[number]
      guard let born = finding.birthDate else { continue }
      let others = grown[key(finding.name)]?.count ?? 0
      if others >= adults.count || !finding.reference.isEmpty && grown[key(of: finding)] != nil
        || lacksInfant && adults.contains(where: { travellers[$0].hasInfant })
      {
        findings[number].isInfant = true
        hasInfant = true
      } else if finding.isUnderTwo, travellers[adults[0]].isTypedAdult,
        infant(like: finding, .word) == nil
      {
        findings[number].birthDate = PartialDate(
          year: born.year - 100, month: born.month, day: born.day)
      }
    }
    return hasInfant
  }

  /// Whether more travellers have an infant with them than infants are named.
  private func lacksInfant() -> Bool {
    let unknown = findings.lazy.filter {
      $0.kind == .identity && $0.isInfant && self.infant(like: $0, .word) == nil
    }
    let infants = travellers.count { $0.kind == .infant } + Set(unknown.map { key($0.name) }).count
    return travellers.count { $0.hasInfant } > infants
  }

  /// Whether there is an infant of the very name. It may have had its second birthday since it was entered as one.
  private func isOfKnownInfant(_ finding: Finding) -> Bool {
    guard let born = finding.birthDate,
      isUnderTwo(finding)
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

  func sharesSurname(_ index: Int, _ name: ReadName) -> Bool {
    var known = travellers[index].firstName
    while known >= 0 {
      if arena.equal(names[known].name.surname, name.surname) { return true }
      known = names[known].next
    }
    return false
  }
}
