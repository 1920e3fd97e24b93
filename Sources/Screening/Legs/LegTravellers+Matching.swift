internal import Records

/// Finding the traveller that a record of the next push continues.
extension LegTravellers {
  /// Gives each slot the traveller that it alone fits best at this level. What is taken leaves the
  /// rest less to doubt, so there is a second round.
  mutating func match(_ level: MatchLevel, _ records: inout LegRecords) {
    if level == .name { countNames(records) }
    for _ in 0..<2 {
      round += 1
      var isContested = false
      for index in slots.indices where slots[index].traveller < 0 {
        if !woo(index, level, records) { isContested = true }
      }
      var hasFound = false
      for index in slots.indices where slots[index].candidate >= 0 {
        let candidate = slots[index].candidate
        slots[index].candidate = -1
        let traveller = items[Int(candidate)]
        guard traveller.bestGrade == slots[index].grade, traveller.wooers == 1 else {
          isContested = true
          continue
        }
        tell(index, candidate, &records)
        learn(slots[index].record, of: candidate, records)
        hasFound = true
      }
      guard hasFound, isContested, level != .name else { return }
    }
  }

  /// Names the best candidate of a slot, if there is one best.
  /// - Returns: false if several are equally good.
  private mutating func woo(_ index: Int, _ level: MatchLevel, _ records: borrowing LegRecords)
    -> Bool
  {
    let record = records[slots[index].record]
    var best: Int32 = -1
    var grade = SpellingLikeness.none
    var isUnique = true
    for number in 0..<level.keyCount(record) {
      guard let key = level.key(number, record, records), let chain = chains[key] else { continue }
      guard chain.count <= level.candidatesMax else { continue }
      guard comparisonsLeft > 0 || chain.count <= Self.fewCandidates else { continue }
      if level == .name, namesOfPush[record.name] != 1 { continue }
      var link = chain.first
      while link >= 0 {
        let candidate = links[Int(link)].value
        link = links[Int(link)].next
        guard candidate != best, items[Int(candidate)].latestPush != push else { continue }
        comparisonsLeft -= Int(record.spellings.count) * Int(items[Int(candidate)].namings) * 2
        let likeness = likeness(record, candidate, level, records)
        guard likeness > .none, likeness >= grade else { continue }
        isUnique = likeness > grade
        grade = likeness
        best = candidate
      }
    }
    guard best >= 0 else { return true }
    guard isUnique else { return false }
    slots[index].candidate = best
    slots[index].grade = grade
    if items[Int(best)].round != round {
      items[Int(best)].round = round
      items[Int(best)].bestGrade = .none
    }
    if grade > items[Int(best)].bestGrade {
      items[Int(best)].bestGrade = grade
      items[Int(best)].wooers = 1
    } else if grade == items[Int(best)].bestGrade {
      items[Int(best)].wooers += 1
    }
    return true
  }

  /// How well a record fits a traveller; none where something speaks against it.
  private func likeness(
    _ record: LegRecord, _ number: Int32, _ level: MatchLevel, _ records: borrowing LegRecords
  ) -> SpellingLikeness {
    let traveller = items[Int(number)]
    if let born = record.birthDate, let known = traveller.birthDate, born.conflicts(with: known) {
      return .none
    }
    if !level.ignoresRole, record.role != traveller.role { return .none }
    if level == .name {
      // Who is taken off must be known by more than a name.
      if record.status == .cancelled { return .none }
      if traveller.hasDocuments && !record.documents.isEmpty { return .none }
      if record.locator != 0, traveller.locators & record.channel.bit != 0 { return .none }
    }
    guard traveller.namings < Self.namingsMax else { return .none }
    guard let best = nameLikeness(record, traveller, records) else { return .none }
    if !level.ignoresGender, best < .equal || level == .name, traveller.gender != .unstated,
      record.gender == .male || record.gender == .female, record.gender != traveller.gender
    {
      return .none
    }
    return best >= level.leastLikeness ? best : .none
  }

  /// The best likeness to the names of a traveller; nil if one of them is another's. Names without a
  /// letter speak neither for nor against.
  private func nameLikeness(
    _ record: LegRecord, _ traveller: Traveller, _ records: borrowing LegRecords
  ) -> SpellingLikeness? {
    var best = SpellingLikeness.none
    var naming = record.hasLetters ? traveller.firstNaming : -1
    while naming >= 0 {
      let known = records[namings[Int(naming)].value]
      naming = namings[Int(naming)].next
      guard known.hasLetters else { continue }
      let likeness = records.names.likeness(record.spellings, known.spellings)
      if likeness == .none { return nil }
      best = max(best, likeness)
    }
    return best == .none ? .changed : best
  }

  private mutating func countNames(_ records: borrowing LegRecords) {
    for slot in slots { namesOfPush[records[slot.record].name, default: 0] += 1 }
  }
}
