internal import Records

/// Collects the names of one record: equal `full` values are one name with the strongest quality.
struct NameCollection {
  private(set) var names: [ListedName] = []

  /// Adds a name whose `full` is clean; returns false when it was there.
  @discardableResult
  mutating func add(_ name: ListedName) -> Bool {
    guard let index = names.firstIndex(where: { $0.full == name.full }) else {
      names.append(name)
      return true
    }
    if NameCollection.rank(name.quality) > NameCollection.rank(names[index].quality) {
      names[index].quality = name.quality
    }
    if names[index].surname == nil && names[index].given == nil {
      names[index].surname = name.surname
      names[index].given = name.given
    }
    return false
  }

  /// Strong over weak over unstated: a weak label is the publisher's statement, silence is none.
  private static func rank(_ quality: ListedNameQuality) -> Int {
    switch quality {
    case .strong: 2
    case .weak: 1
    case .unstated: 0
    }
  }
}
