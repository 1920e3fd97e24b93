import Records

/// Documents under a name that no traveller has: of one who is spelled otherwise, of one who has no name yet,
/// of a person of his own, or, in a remark, of somebody who may not travel at all.
extension Booking {
  /// A DOCS whose name is nobody's: another spelling of the traveller that it refers to, if that one
  /// has no DOCS (or the same birth date); of the only adult, unless the references differ.
  /// - Parameter hasRoom: whether a remark may name a person whom nothing else does.
  /// - Returns: false for a remark that names neither a traveller nor, certainly, anybody else who travels.
  mutating func joinUnnamed(_ finding: Finding, _ hasRoom: Bool) -> Bool {
    // The same person may have come just before, from the DOCS for another flight.
    var owner = namedOwner(of: finding, .near)
    if owner == nil, let target = target(of: finding) {
      let isSameBirth =
        finding.birthDate != nil && finding.birthDate == travellers[target].birthDate
      let isFree = travellers[target].nameCount < Booking.namesPerPerson
      if !travellers[target].hasDocumentName && mayBe(finding, target, hasRoom)
        || isSameBirth && isFree
      {
        owner = target
      }
    } else if owner == nil, finding.scope != Finding.unnamed, let adult = soleAdult(),
      !travellers[adult].hasDocumentName, !finding.isRemark || isUnnamed(adult),
      finding.reference.isEmpty || travellers[adult].reference.isEmpty
    {
      owner = adult
    }
    guard owner != nil || !finding.isRemark || hasRoom || isNamesake(finding) || isOfLost(finding)
    else { return false }
    attach(
      finding,
      to: owner
        ?? addTraveller(.init(), .docs, reference: finding.reference, at: finding.offset))
    return true
  }

  /// Whether a document under another name may be that of the traveller in whose group it stands, or to whom
  /// it refers. A remark is, where he has no name; and else if it only gives the document, and neither his age
  /// nor seats without names speak against it.
  private func mayBe(_ finding: Finding, _ target: Int, _ hasRoom: Bool) -> Bool {
    if !finding.isRemark || isUnnamed(target) { return true }
    return !finding.isAside && (!hasRoom || !finding.reference.isEmpty)
      && !differInBirth(finding, target) && ageFit(finding, target) > 0
  }

  /// Whether somebody may be missing among the names: nobody but infants is named, a seat is not given to
  /// anybody yet, or a name only says that there is none.
  func isSomebodyUnnamed() -> Bool {
    var isNamed = false
    for index in travellers.indices where travellers[index].kind != .infant {
      if isUnnamed(index) { return true }
      isNamed = true
    }
    return hasOpenSeats || !isNamed
  }

  /// Whether all that is known of the traveller's name is that there is one.
  func isUnnamed(_ index: Int) -> Bool {
    let main = travellers[index].mainName
    guard main >= 0 else { return true }
    let name = names[main].name
    return !hasLetter(name) || NameReader.isPlaceholder(name, arena.bytes)
  }

  /// Somebody of about a traveller's name with another birth date: father and son.
  private func isNamesake(_ finding: Finding) -> Bool {
    candidates(for: finding.name, .word).contains { likeness($0, finding.name) >= .near }
  }

  /// Refers to a traveller whom nothing names.
  private func isOfLost(_ finding: Finding) -> Bool {
    !finding.reference.isEmpty && traveller(with: finding.reference, like: finding.name) == nil
  }

  /// A remark on somebody else: his name is at least an earlier one of whoever is alike, and silence takes
  /// nobody off who may be he.
  mutating func leaveStranger(_ number: Int) {
    findings[number].kind = .history
    isInDoubt = true
    if strangerOffset == nil { strangerOffset = findings[number].offset }
  }
}
