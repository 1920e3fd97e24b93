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
      index = infant(bornLike: finding) ?? unmarkedInfant(finding)
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

  /// An infant whose TIF or name line does not say that it is one. The name must be the same, and nothing
  /// may say that it is an adult: a father whose child has his name stays the father.
  private func unmarkedInfant(_ finding: Finding) -> Int? {
    candidates(for: finding.name, .equal).first {
      !travellers[$0].hasDocumentName && travellers[$0].kind == .passenger
        && !travellers[$0].isAdult && likeness($0, finding.name) == .equal
        && (finding.scope == $0 || travellers.count > 1 && !travellers[$0].reference.isEmpty)
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
