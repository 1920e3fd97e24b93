internal import Records

/// What has changed since a list was last accepted.
extension AcceptanceGate {
  /// Ends each sentence on what two persons may accept.
  static let acceptable =
    "compare with the publication; two persons may accept it all the same (watchlist check --accept)"

  /// Compares every counter, because persons alone do not show a list that lost its dates or names.
  /// - Returns: the counters that have fallen too far.
  func judgeChange(
    _ counts: WatchlistCounts, _ previous: WatchlistCounts, isLongAgo: Bool,
    _ judgement: inout Judgement
  ) -> Set<KeyPath<WatchlistCounts, Int>> {
    var fallen: Set<KeyPath<WatchlistCounts, Int>> = []
    var drops: [String] = []
    var growths: [String] = []
    var isRefused = false
    for counted in WatchlistCounter.allCases {
      let before = previous[keyPath: counted.value]
      let after = counts[keyPath: counted.value]
      let change = "\(before) to \(after) \(counted.title)"
      if after < before {
        let severity = AcceptanceGate.severity(
          before: before, after: after, records: previous.records)
        guard severity != .warning else { continue }
        fallen.insert(counted.value)
        drops.append(change)
        if severity == .refused && (!isLongAgo || after == 0) { isRefused = true }
      } else if before > 0, (after - before) * 100 > before * Guard.growthPercent,
        after - before > Guard.smallHoldRows
      {
        growths.append(change)
      }
    }
    func sentence(_ changes: [String]) -> String {
      "went from \(changes.joined(separator: ", ")) since it was last accepted"
    }
    if !drops.isEmpty {
      let text = "\(sentence(drops)); \(Self.acceptable)"
      if isRefused { judgement.refusedChanges.append(text) } else { judgement.holds.append(text) }
    }
    if !growths.isEmpty { judgement.warnings.append(sentence(growths)) }
    return fallen
  }

  /// A list that loses a few persons night after night, each time within bounds.
  func judgeLossByLoss(
    _ counts: WatchlistCounts, _ previous: WatchlistCounts, _ memory: ListMemory,
    _ fallen: Set<KeyPath<WatchlistCounts, Int>>, _ judgement: inout Judgement
  ) {
    guard !fallen.contains(\.persons), let most = memory.mostPersons,
      counts.persons < most,
      AcceptanceGate.severity(before: most, after: counts.persons, records: most)
        == .refused
    else { return }
    judgement.holds.append(
      "went from \(most) to \(counts.persons) persons within \(Guard.longDays) days, by several versions; "
        + Self.acceptable)
  }

  /// Persons who were exchanged for as many others. Publishers renumber their lists: whoever has an id or a name of
  /// before has stayed.
  func judgeEntries(
    _ watchlist: Watchlist, _ before: [ListedPerson], _ previous: WatchlistCounts,
    _ fallen: Set<KeyPath<WatchlistCounts, Int>>, _ judgement: inout Judgement
  ) {
    let now = watchlist.entries.filter(\.kind.isScreened)
    let gone = Self.count(of: before, notIn: now)
    let new = Self.count(of: now, notIn: before)
    guard gone + new > 0 else { return }
    let sentence =
      "\(gone) of the \(before.count) entries of the version accepted last are gone, \(new) are new"
    let isFar =
      previous.records <= Guard.smallListRecords
      ? gone > Guard.smallRefuseRows : gone * 100 > before.count * Guard.exchangedPercent
    if isFar, fallen.isDisjoint(with: [\.persons, \.records]) {
      judgement.holds.append("is held: \(sentence); \(Self.acceptable)")
    } else {
      judgement.warnings.append(sentence)
    }
  }

  private static func count(of persons: [ListedPerson], notIn others: [ListedPerson]) -> Int {
    var known: Set<String> = []
    for other in others {
      known.insert(other.entry)
      for name in other.names { known.insert(name.full) }
    }
    return persons.count { person in
      !known.contains(person.entry) && !person.names.contains { known.contains($0.full) }
    }
  }

  /// How a drop of one counter is judged; `warning` = within bounds.
  static func severity(before: Int, after: Int, records: Int) -> GateFinding.Severity {
    let drop = before - after
    if drop > 0 && after == 0 { return .refused }
    if records <= Guard.smallListRecords {
      // A row may carry several names or dates: as many as it does on average.
      let perRow = max(1, (before + max(1, records) - 1) / max(1, records))
      if drop > Guard.smallRefuseRows * perRow { return .refused }
      return drop > Guard.smallHoldRows * perRow ? .held : .warning
    }
    // A handful may always vanish from a counter that is small in a large list.
    guard drop > Guard.smallHoldRows else { return .warning }
    if drop > Guard.smallRefuseRows && drop * 100 > before * Guard.refusePercent { return .refused }
    return drop * 100 > before * Guard.holdPercent ? .held : .warning
  }
}
