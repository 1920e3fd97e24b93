import Bytes
import Names

/// Which listed names are aligned with a passenger's name: all that may be acceptable, by the bound of
/// ``NameBound``; without an index all that there are.
extension Matcher {
  /// Compares one of a passenger's names with all listed names that may be acceptable.
  mutating func compare(_ name: FoldedName, _ passengerName: PassengerName) {
    query.begin(name, &resolver)
    if query.isShortened { notes.shortenedNames += 1 }
    scratch.beginName()
    let chosen = candidates.choose(query)
    if chosen == nil { isComparedWithAll = true }
    if exhaustive {
      index.names.visitNames(ofPersons: 0..<index.personCount) { consider($0, passengerName) }
      return
    }
    bound.begin(query)
    considerDated(passengerName)
    considerGlued(passengerName)
    guard let chosen else {
      index.names.visitNames(ofPersons: 0..<index.personCount) { name in
        if mayReach(name) { consider(name, passengerName) }
      }
      return
    }
    tokens.removeAll()
    for unit in query.units.indices where query.units[unit].mask & chosen != 0 {
      for place in query.units[unit].known.realRange {
        let token = resolver.neighbours[place].token
        index.names.prefetchPostingRange(token)
        tokens.append(token)
      }
    }
    bound.select(tokens, query, index.names, into: &found)
    considerFound(passengerName)
  }

  /// Names of postings: what is asked for first is read last.
  private mutating func considerFound(_ passengerName: PassengerName) {
    let names = index.names
    for place in found.indices {
      let name = names.name(ofPosting: Int(found[place]))
      names.prefetch(name)
      found[place] = UInt32(truncatingIfNeeded: name)
    }
    for place in found.indices {
      let name = Int(found[place])
      if mayReach(name) { consider(name, passengerName, mayBeDated: false) }
    }
  }

  private func mayReach(_ name: Int) -> Bool {
    bound.mayReach(name, query, resolver.neighbours, index.names)
  }

  /// Names of persons with a compatible birth date or the same document.
  private mutating func considerDated(_ passengerName: PassengerName) {
    let names = index.names
    bound.selectDated(dated, query, names, into: &found)
    for place in found.indices { names.prefetchNames(ofPerson: Int(found[place])) }
    for place in found.indices {
      let person = Int(found[place])
      names.visitNames(ofPersons: person..<person + 1) { name in
        if bound.isEnoughDated(query.gain(of: name, names)) { consider(name, passengerName) }
      }
    }
    for place in scratch.found.indices where scratch.found[place].hasDocument {
      let person = scratch.found[place].person
      index.names.visitNames(ofPersons: person..<person + 1) { consider($0, passengerName) }
    }
  }

  /// Names of which neighbouring tokens are met as one.
  private mutating func considerGlued(_ passengerName: PassengerName) {
    let names = index.names
    for unit in 0..<query.tokens.count {
      let known = query.units[unit].known
      for place in known.realRange.upperBound..<known.range.upperBound {
        for posting in names.postingRange(Int(resolver.neighbours[place].token)) {
          let name = names.name(ofPosting: posting)
          var sum = query.gain(of: name, names)
          for join in 0..<ListedNames.joinCount(tokens: names.tokenCount(of: name)) {
            let token = names.join(join, of: name)
            if token != ListedNames.noJoin { sum = sum.adding(query.meetings.gain(of: token)) }
          }
          if bound.isEnough(sum)
            || (bound.isEnoughDated(sum) && isDated(names.person(of: name)))
          {
            consider(name, passengerName)
          }
        }
      }
    }
  }

  /// Aligns the query with a listed name, once, and remembers the pair if it is acceptable.
  /// - Parameter mayBeDated: false for names that a compatible birth date would have brought before.
  private mutating func consider(
    _ name: Int, _ passengerName: PassengerName, mayBeDated: Bool = true
  ) {
    guard exhaustive || scratch.isNew(name) else { return }
    guard let score = aligner.score(query, resolver.neighbours, index.names, name: name) else {
      return
    }
    let person = index.names.person(of: name)
    let isEqual = score.quality >= ScoreModel.equalQuality
    let isHeavy = score.weight >= ScoreModel.nameWeightMin
    guard
      isEqual || (isHeavy && score.quality >= ScoreModel.nameQualityMin)
        || (score.weight >= ScoreModel.heavyWeightMin
          && score.quality >= ScoreModel.heavyQualityMin)
        || scratch.hasDocument(person)
        || (mayBeDated && score.quality >= ScoreModel.datedQualityMin && isDated(person))
    else { return }
    let isExact = isEqual || (isHeavy && score.quality >= ScoreModel.exactQualityMin)
    scratch.keep(
      NamePair(passengerName: passengerName, name: name, score: score), person: person,
      isExact: isExact)
  }
}
