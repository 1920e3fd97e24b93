public import Records

/// What became of one person between two versions of a list.
public struct WatchlistChange: Sendable, Equatable {
  /// In the order in which changes are told.
  public enum Kind: String, Sendable, CaseIterable {
    case added, removed
    /// The same names and birth dates under another id; other fields may have changed too.
    case renumbered
    case changed
  }

  public let kind: Kind
  /// The id in the new version, in the old one for a person who was removed.
  public let entry: String
  /// The id in the old version of a person who was renumbered.
  public let formerEntry: String?
  /// The first name.
  public let name: String
  public let listedKind: ListedKind
  /// Which fields differ; empty for a person who was added or removed.
  public let fields: [FieldChange]
}

/// How two versions of one list differ, person by person.
///
/// Persons are paired in three steps, each in the order of the old version, each person once:
/// 1. those with the same id, the same names and the same birth dates,
/// 2. those with the same names and birth dates: they were renumbered, because the publisher gave them another
///    id, because the format has none of its own and the id is made of the record, or because ids are mere row
///    numbers that shifted,
/// 3. those with the same id: their names or birth dates have changed.
/// Who is left was removed or added. Records with the id of another record are paired like all others.
public struct WatchlistDifference: Sendable {
  /// By kind, in its order; removed ones in the order of the old version, all others in that of the new one.
  public let changes: [WatchlistChange]
  /// Persons of whom nothing that is compared has changed.
  public let unchanged: Int

  /// - Parameters: two versions of one list, as read from its files.
  public init(from old: Watchlist, to new: Watchlist) {
    var pairing = Pairing(old.entries, new.entries)
    let (before, after) = (old.entries.map(PersonKey.init), new.entries.map(PersonKey.init))
    pairing.pair { isOld, place in
      Pairing.Record(
        entry: (isOld ? old : new).entries[place].entry, person: (isOld ? before : after)[place])
    }
    pairing.pair { isOld, place in (isOld ? before : after)[place] }
    pairing.pair { isOld, place in (isOld ? old : new).entries[place].entry }

    var found: [WatchlistChange.Kind: [WatchlistChange]] = [:]
    var unchanged = 0
    for (place, person) in new.entries.enumerated() {
      guard let former = pairing.formers[place].map({ old.entries[$0] }) else {
        found[.added, default: []].append(WatchlistChange(.added, person))
        continue
      }
      let fields = FieldChange.all(from: former, to: person)
      if former.entry != person.entry {
        found[.renumbered, default: []].append(
          WatchlistChange(.renumbered, person, formerEntry: former.entry, fields: fields))
      } else if !fields.isEmpty {
        found[.changed, default: []].append(WatchlistChange(.changed, person, fields: fields))
      } else {
        unchanged += 1
      }
    }
    found[.removed] = pairing.unpairedOld.map { WatchlistChange(.removed, old.entries[$0]) }
    changes = WatchlistChange.Kind.allCases.flatMap { found[$0] ?? [] }
    self.unchanged = unchanged
  }

  /// How many changes there are of a kind.
  public func count(_ kind: WatchlistChange.Kind) -> Int { changes.count { $0.kind == kind } }
}

extension WatchlistChange {
  fileprivate init(
    _ kind: Kind, _ person: ListedPerson, formerEntry: String? = nil, fields: [FieldChange] = []
  ) {
    self.init(
      kind: kind, entry: person.entry, formerEntry: formerEntry,
      name: person.names.first?.full ?? "", listedKind: person.kind, fields: fields)
  }
}

/// By what a person is known again under another id.
private struct PersonKey: Hashable {
  let names: Set<String>
  let birthDates: Set<DateInterval>

  init(_ person: ListedPerson) {
    names = Set(person.names.lazy.map(\.full))
    birthDates = Set(person.birthDates.lazy.map(\.interval))
  }
}

/// Who of the new version is who of the old one, by places in the lists.
private struct Pairing {
  struct Record: Hashable {
    let entry: String
    let person: PersonKey
  }

  /// By place in the new version the place in the old one.
  private(set) var formers: [Int?]
  private(set) var unpairedOld: [Int]

  init(_ old: [ListedPerson], _ new: [ListedPerson]) {
    formers = [Int?](repeating: nil, count: new.count)
    unpairedOld = Array(old.indices)
  }

  /// Pairs those who are left and have the same key, the first with the first.
  /// - Parameter key: of a person, told by version and place.
  mutating func pair<Key: Hashable>(by key: (_ isOld: Bool, _ place: Int) -> Key) {
    var waiting: [Key: [Int]] = [:]
    // The first is taken from the end.
    for place in formers.indices.reversed() where formers[place] == nil {
      waiting[key(false, place), default: []].append(place)
    }
    unpairedOld.removeAll { former in
      guard let place = waiting[key(true, former)]?.popLast() else { return false }
      formers[place] = former
      return true
    }
  }
}
