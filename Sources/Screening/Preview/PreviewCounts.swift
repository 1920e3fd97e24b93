internal import Matching
internal import Names
internal import Records
internal import Watchlists

/// How many drawn travellers were candidates, by name of each entry.
struct PreviewCounts: Sendable {
  /// By list and entry the place of its first name in the counts.
  private var starts: [[Int]] = []
  private var byName: [Int]
  private var dated: [Int]

  init(_ lists: [Watchlist]) {
    var count = 0
    for list in lists {
      var own: [Int] = []
      for entry in list.entries {
        own.append(count)
        count += entry.names.count
      }
      starts.append(own)
    }
    byName = [Int](repeating: 0, count: count)
    dated = byName
  }

  /// Draws some travellers and compares them twice: with the name alone, and with a birth date beside it.
  mutating func take(_ travellers: DrawnTravellers, _ count: Int, _ matcher: inout Matcher) {
    var travellers = travellers
    var batch = PassengerBatch()
    var matches: [Match] = []
    travellers.fill(&batch, count: count)
    matcher.screen(batch, into: &matches)
    for match in matches { byName[place(of: match)] += 1 }
    matches.removeAll(keepingCapacity: true)
    travellers.addBirthDates(&batch)
    matcher.screen(batch, into: &matches)
    for match in matches { dated[place(of: match)] += 1 }
  }

  mutating func add(_ other: PreviewCounts) {
    for place in byName.indices {
      byName[place] += other.byName[place]
      dated[place] += other.dated[place]
    }
  }

  private func place(of match: Match) -> Int {
    starts[match.list][match.entry] + match.explanation.listedName
  }

  /// The entries that met anybody, in the order of the lists.
  /// - Parameter scale: from drawn travellers to those that the figures are for.
  func entries(_ lists: [Watchlist], scale: Double) -> [PreviewedEntry] {
    var found: [PreviewedEntry] = []
    for (list, starts) in zip(lists, starts) {
      for (entry, start) in zip(list.entries, starts) {
        let range = start..<start + entry.names.count
        let drawn = byName[range].reduce(0, +)
        let drawnDated = dated[range].reduce(0, +)
        guard drawn + drawnDated > 0,
          let most = range.max(by: { (byName[$0], dated[$0], $1) < (byName[$1], dated[$1], $0) })
        else { continue }
        let name = entry.names[most - start]
        found.append(
          PreviewedEntry(
            list: list.id, entry: entry.entry, expected: Double(drawn) * scale,
            expectedDated: Double(drawnDated) * scale, drawn: drawn,
            name: PreviewedEntry.Name(
              index: most - start, full: name.full,
              tokens: NameFolder.variants(name.full).first?.count ?? 0,
              quality: name.quality.rawValue, expected: Double(byName[most]) * scale)))
      }
    }
    return found
  }
}
