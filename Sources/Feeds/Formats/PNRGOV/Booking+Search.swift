import Records

/// Where the travellers of a large booking are found by reference and by name.
///
/// A booking of a family is searched from first to last. A group of thousands, or a message made to
/// keep us busy, would take the square of its size; there only travellers of the same reference, and
/// of the same name or surname, are looked at.
struct TravellerIndex {
  /// From how many travellers on the index is used.
  static let threshold = 256
  /// Travellers of one reference or surname that are compared with a name that is not equal to any.
  static let namesakes = 256

  private(set) var isUsed = false
  private var byReference: [UInt64: [Int]] = [:]
  private var byName: [UInt64: [Int]] = [:]
  private var bySurname: [UInt64: [Int]] = [:]

  mutating func begin() {
    guard isUsed else { return }
    self = TravellerIndex()
  }

  mutating func use() { isUsed = true }

  mutating func add(reference key: UInt64, _ index: Int) {
    byReference[key, default: []].append(index)
  }

  mutating func add(surname: UInt64, name: UInt64, _ index: Int) {
    byName[name, default: []].append(index)
    bySurname[surname, default: []].append(index)
  }

  func travellers(reference key: UInt64) -> ArraySlice<Int> {
    (byReference[key] ?? []).prefix(TravellerIndex.namesakes)
  }
  func travellers(name key: UInt64) -> [Int] { byName[key] ?? [] }
  func travellers(surname key: UInt64) -> ArraySlice<Int> {
    (bySurname[key] ?? []).prefix(TravellerIndex.namesakes)
  }
}

/// Searching among the travellers.
extension Booking {
  /// The traveller with this reference, exact or without leading zeros; where several have it (an
  /// infant with the adult's), the one whose name is alike.
  func traveller(with reference: TextReference, like name: ReadName) -> Int? {
    guard !reference.isEmpty else { return nil }
    let short = withoutZeros(reference)
    guard lookup.isUsed else {
      return holder(of: reference, short, like: name, 0..<travellers.count)
    }
    let holders = lookup.travellers(reference: NameLikeness.key(arena.bytes, short))
    return holder(of: reference, short, like: name, holders)
  }

  private func holder(
    of reference: TextReference, _ short: TextReference, like name: ReadName,
    _ holders: some Sequence<Int>
  ) -> Int? {
    var exact: Int?
    // Names are compared once a second traveller has the reference.
    var best: NameLikeness?
    var other: Int?
    for index in holders {
      let own = travellers[index].reference
      if arena.equal(own, reference) {
        if name.isEmpty { return index }
        guard let first = exact else {
          exact = index
          continue
        }
        let likeness = likeness(index, name)
        let least = best ?? self.likeness(first, name)
        if likeness > least { exact = index }
        best = max(likeness, least)
      } else if other == nil, !own.isEmpty, arena.equal(withoutZeros(own), short) {
        other = index
      }
    }
    return exact ?? other
  }

  private func withoutZeros(_ reference: TextReference) -> TextReference {
    var reference = reference
    while reference.count > 1, arena.bytes[Int(reference.start)] == 0x30 {
      reference.start += 1
      reference.count -= 1
    }
    return reference
  }

  /// The only traveller who is no infant; nil if there are several.
  func soleAdult() -> Int? {
    var found: Int?
    for index in 0..<travellers.count where travellers[index].kind != .infant {
      if found != nil { return nil }
      found = index
    }
    return found
  }

  /// The traveller whose name is most alike; of several the first that is preferred.
  func bestAlike(_ name: ReadName, preferring isPreferred: (Traveller) -> Bool) -> Int? {
    var found: Int?
    var best = 0
    func look(_ candidates: ArraySlice<Int>) {
      for index in candidates {
        let likeness = likeness(index, name)
        guard likeness > .none else { continue }
        let rank = likeness.rawValue * 2 + (isPreferred(travellers[index]) ? 1 : 0)
        if rank > best {
          best = rank
          found = index
        }
      }
    }
    look(candidates(for: name, .equal))
    if lookup.isUsed, found == nil { look(candidates(for: name, .word)) }
    return found
  }

  /// The best likeness of any spelling of a traveller.
  func likeness(_ index: Int, _ name: ReadName) -> NameLikeness {
    var best = NameLikeness.none
    var known = travellers[index].firstName
    while known >= 0 {
      best = max(best, NameLikeness.of(arena, names[known].name, name))
      if best == .equal { return best }
      known = names[known].next
    }
    return best
  }

  // MARK: The index

  /// The travellers that are compared with a name: all of them, in a large booking those of this name
  /// (`least` is `.equal`) or surname.
  func candidates(for name: ReadName, _ least: NameLikeness) -> ArraySlice<Int> {
    guard lookup.isUsed else { return everyone }
    let surname = NameLikeness.key(arena.bytes, name.surname)
    guard least == .equal else { return lookup.travellers(surname: surname) }
    return lookup.travellers(name: NameLikeness.key(arena.bytes, name.given, seed: surname))[...]
  }

  private var everyone: ArraySlice<Int> { order[..<travellers.count] }

  /// Enters a new traveller; from a certain number on, all that came before as well.
  mutating func enter(_ index: Int) {
    if order.count < travellers.count { order.append(index) }
    guard isJoining else { return }
    if lookup.isUsed {
      enterReference(of: index)
    } else {
      indexIfLarge()
    }
  }

  mutating func indexIfLarge() {
    guard !lookup.isUsed, travellers.count > TravellerIndex.threshold else { return }
    lookup.use()
    for index in travellers.indices {
      enterReference(of: index)
      var known = travellers[index].firstName
      while known >= 0 {
        enter(names[known].name, of: index)
        known = names[known].next
      }
    }
  }

  mutating func enter(_ name: ReadName, of index: Int) {
    guard lookup.isUsed else { return }
    let surname = NameLikeness.key(arena.bytes, name.surname)
    let whole = NameLikeness.key(arena.bytes, name.given, seed: surname)
    lookup.add(surname: surname, name: whole, index)
  }

  private mutating func enterReference(of index: Int) {
    let reference = travellers[index].reference
    guard !reference.isEmpty else { return }
    lookup.add(reference: NameLikeness.key(arena.bytes, withoutZeros(reference)), index)
  }
}

extension Booking {
  /// Whether there is anything in the name by which somebody could be recognised.
  func hasLetter(_ name: ReadName) -> Bool {
    let bytes = arena.bytes
    return bytes[name.surname.range].contains { isLetter($0) || $0 >= 0x80 }
      || bytes[name.given.range].contains { isLetter($0) || $0 >= 0x80 }
  }

  /// `JANSEN/EXST`, `CBBG/PIET`: a seat beside a person, no person.
  func isExtraSeat(_ name: ReadName) -> Bool {
    TypeBMembers.isSeat(arena.bytes, name.surname.range)
      || TypeBMembers.isSeat(arena.bytes, name.given.range)
  }

  /// `TBA`: a seat of a group whose traveller is not named yet. Whoever has a given name is named;
  /// one letter (`A`, `B` …) only tells the seats apart.
  func isSeatHolder(_ name: ReadName) -> Bool {
    func isToBeAdvised(_ text: TextReference) -> Bool {
      text.count == 3 && ShortCode(arena.bytes.span, text.range) == PNRGOVReader.toBeAdvised
    }
    return isToBeAdvised(name.surname) && (name.given.count < 2 || isToBeAdvised(name.given))
  }
}
