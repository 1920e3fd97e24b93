import Records

/// Infants: told by TIF type IN, by INFT in the adult's name, and by DOCS with gender MI or FI in the
/// adult's group. One person as long as the names (or the birth dates) agree.
extension Booking {
  /// Joins what is said of infants, that of those of the very name first, and of these that of the same birth date.
  mutating func joinInfants(_ isJoined: (Finding) -> Bool) {
    var open = findings.indices.filter { isJoined(findings[$0]) }
    for isBornAlike in [true, false] {
      open.removeAll { number in
        let finding = findings[number]
        guard let index = infant(like: finding, .equal),
          !isBornAlike || isSameBirth(finding, index)
        else { return false }
        attachInfant(finding, to: index)
        return true
      }
    }
    for number in open { joinInfant(findings[number]) }
  }

  private mutating func joinInfant(_ finding: Finding) {
    let target = target(of: finding)
    // EVA and the SOFIE EVA of INFT may be two: both stay.
    var index = infant(like: finding, finding.kind == .infant ? .near : .word)
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
  func infant(like finding: Finding, _ least: NameLikeness) -> Int? {
    let target = target(of: finding)
    var found: Int?
    var best = 0
    for index in candidates(for: finding.name, .word) where travellers[index].kind == .infant {
      let likeness = likeness(index, finding.name)
      guard likeness >= least, !isOfOtherInfant(finding, index, likeness) else { continue }
      let birth = isSameBirth(finding, index) ? 2 : differInBirth(finding, index) ? 0 : 1
      let rank =
        likeness.rawValue * 12 + birth * 4 + (travellers[index].hasDocumentName ? 0 : 2)
        + (index == target ? 1 : 0)
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
}
