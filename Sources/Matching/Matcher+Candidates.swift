import Names

/// Which listed names are aligned with a passenger's name: all that may be acceptable, by the bound of
/// ``NameBound``; without an index all that there are.
extension Matcher {
  /// Compares one of a passenger's names with all listed names that may be acceptable.
  mutating func compare(_ name: FoldedName, passengerName: Int) {
    query.begin(name, &resolver)
    if query.isShortened { notes.shortenedNames += 1 }
    isAlignerReady = false
    scratch.beginName()
    if exhaustive {
      for name in 0..<index.names.nameCount { consider(name, passengerName) }
      return
    }
    bound.begin(query, index)
    considerSupported(passengerName)
    considerGlued(passengerName)
    guard let chosen = candidates.choose(query) else {
      for name in 0..<index.names.nameCount where mayReach(name) { consider(name, passengerName) }
      return
    }
    lists.removeAll(keepingCapacity: true)
    for unit in query.units.indices where query.units[unit].mask & chosen != 0 {
      let resolved = query.units[unit].resolved
      for place in 0..<resolved.realCount {
        lists.append(index.names.postingList(resolved.neighbours[place].token))
      }
    }
    found.removeAll(keepingCapacity: true)
    bound.select(
      lists, others: index.names.others, postings: index.names.postings, into: &found)
    for name in found where mayReach(Int(name)) { consider(Int(name), passengerName) }
  }

  /// Names of persons with a compatible birth date or the same document.
  private mutating func considerSupported(_ passengerName: Int) {
    found.removeAll(keepingCapacity: true)
    bound.selectDated(
      scratch.supported, starts: index.names.personSlotStarts, slots: index.names.personSlots,
      into: &found)
    for person in found {
      for name in index.names.names(ofPerson: Int(person))
      where bound.isEnoughDated(gain(of: name)) {
        consider(name, passengerName)
      }
    }
    for person in scratch.supported where scratch.hasDocument(person) {
      for name in index.names.names(ofPerson: Int(person)) { consider(name, passengerName) }
    }
  }

  /// Names of which neighbouring tokens are met as one.
  private mutating func considerGlued(_ passengerName: Int) {
    for unit in 0..<query.tokens.count {
      let resolved = query.units[unit].resolved
      for place in resolved.realCount..<resolved.neighbours.count {
        for posting in index.names.postingRange(Int(resolved.neighbours[place].token)) {
          let name = Int(index.names.postings[posting])
          var sum = gain(of: name)
          for join in index.names.joinRange(name) {
            sum = sum.adding(bound.gain(of: index.names.joins[join].token))
          }
          let isSupported = scratch.isSupported(index.names.person[name])
          if isSupported ? bound.isEnoughDated(sum) : bound.isEnough(sum) {
            consider(name, passengerName)
          }
        }
      }
    }
  }

  private func mayReach(_ name: Int) -> Bool {
    bound.mayReach(index.names.slots, index.names.costs, index.names.tokenRange(name))
  }

  /// What the name's single tokens gain together.
  private func gain(of name: Int) -> TokenGain {
    bound.sum(index.names.slots, index.names.tokenRange(name))
  }

  /// Aligns the query with a listed name, once, and remembers the pair if it is acceptable.
  private mutating func consider(_ name: Int, _ passengerName: Int) {
    guard scratch.isNew(name) else { return }
    if !isAlignerReady {
      aligner.begin(query)
      isAlignerReady = true
    }
    guard let score = aligner.score(query, index, name: name) else { return }
    let person = index.names.person[name]
    let isEqual = score.quality >= ScoreModel.equalQuality
    let isHeavy = score.weight >= ScoreModel.nameWeightMin
    guard
      isEqual || (isHeavy && score.quality >= ScoreModel.nameQualityMin)
        || (score.weight >= ScoreModel.heavyWeightMin
          && score.quality >= ScoreModel.heavyQualityMin)
        || (scratch.isSupported(person) && score.quality >= ScoreModel.datedQualityMin)
        || scratch.hasDocument(person)
    else { return }
    let pair = NamePair(query: query, passengerName: passengerName, name: name, score: score)
    let isExact = isEqual || (isHeavy && score.quality >= ScoreModel.exactQualityMin)
    scratch.keep(pair, person: person, isExact: isExact)
  }
}
