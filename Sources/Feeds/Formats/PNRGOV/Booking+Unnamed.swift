import Records
import Similarity

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
    var isPerson = !finding.isRemark || hasRoom
    if owner == nil, let target = target(of: finding) {
      if mayBe(finding, target) {
        owner = target
      } else if !finding.isAside, travels(finding, beside: target) {
        isPerson = true
      }
    } else if owner == nil, finding.scope != Finding.unnamed, let adult = soleAdult(),
      !travellers[adult].hasDocumentName, !finding.isRemark || isUnnamed(adult),
      finding.reference.isEmpty || travellers[adult].reference.isEmpty, isOfAge(finding, adult)
    {
      owner = adult
    }
    guard owner != nil || isPerson || isNamesake(finding) || isOfLost(finding) else { return false }
    attach(
      finding,
      to: owner
        ?? addTraveller(.init(), .docs, reference: finding.reference, at: finding.offset))
    return true
  }

  /// Whether a document under another name may be that of the traveller in whose group it stands, or to whom
  /// it refers: he has none yet, or the same birth date. In a remark it is not if he has a name. With the same
  /// birth date under another number he is one of twins, unless the reference says that it is his.
  private func mayBe(_ finding: Finding, _ target: Int) -> Bool {
    guard isOfAge(finding, target) else { return false }
    let sharesGiven = sharesGiven(target, finding.name)
    if !travellers[target].hasDocumentName,
      !finding.isRemark || isUnnamed(target) || sharesGiven
    {
      return true
    }
    guard isSameBirth(finding, target), travellers[target].nameCount < Booking.namesPerPerson else {
      return false
    }
    if sharesGiven || !hasOtherNumber(finding, target) { return true }
    return traveller(with: finding.reference, like: finding.name) == target
      && !differInGender(finding, target)
  }

  /// Whether a given name is the same: the surname may be one of several, or a new one.
  func sharesGiven(_ index: Int, _ name: ReadName) -> Bool {
    var known = travellers[index].firstName
    while known >= 0 {
      if LetterLikeness.of(
        arena.bytes, names[known].name.given.range, name.given.range, shortest: .max) == .equal
      {
        return true
      }
      known = names[known].next
    }
    return false
  }

  private func differInGender(_ finding: Finding, _ index: Int) -> Bool {
    let both: Set = [finding.gender, travellers[index].gender]
    return both == [.male, .female]
  }

  /// Whether a remark is of somebody else who travels: the traveller with whom it stands has no document, is a
  /// twin, or an infant while the remark is of somebody who is none.
  private func travels(_ finding: Finding, beside target: Int) -> Bool {
    !travellers[target].hasDocumentName || isSameBirth(finding, target)
      || !isOfAge(finding, target)
  }

  func isSameBirth(_ finding: Finding, _ index: Int) -> Bool {
    finding.birthDate != nil && finding.birthDate == travellers[index].birthDate
  }

  private func hasOtherNumber(_ finding: Finding, _ index: Int) -> Bool {
    guard let number = finding.document?.number, !number.isEmpty else { return false }
    return travellers[index].firstDocument >= 0 && !has(number, index)
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
    return !hasLetter(name) || SeatName.isPlaceholder(name, arena.bytes)
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
