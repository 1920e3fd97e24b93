internal import Records

/// How much a list may change between two acceptances (reference, D2 rule 7).
enum Guard {
  /// Lists of up to so many records, such as the Dutch one, are judged by rows: a percentage of so
  /// few would hold a list for a single delisting, or let a dozen vanish.
  static let smallListRecords = 200
  static let smallHoldRows = 3
  static let smallRefuseRows = 10
  static let holdPercent = 3
  static let refusePercent = 10
  /// How many of a hundred persons may be exchanged for others; of small lists, ``smallRefuseRows``. The United Nations
  /// once renumbered their list and spelled 28 % of its persons anew.
  static let exchangedPercent = 33
  static let growthPercent = 15
  /// A list may lose more than ``refusePercent`` in so many days and be right: a person must look at it.
  static let longDays = 90
  /// By how many points of a hundred the share of persons of whom something is known may fall.
  static let holdPoints = 3
  static let refusePoints = 10
  /// A file of less than this part of the last one's bytes is held.
  static let leastBytesPercent = 50
}

extension AcceptanceGate {
  /// Judges one list that was read.
  /// - Parameter entriesBefore: the persons of the version that was accepted last; nil where they are not
  ///   known, or the same.
  func judge(
    _ watchlist: Watchlist, _ list: RegisteredList, memory: ListMemory,
    entriesBefore: [ListedPerson]? = nil
  ) -> Judgement {
    var judgement = Judgement()
    judgeAge(watchlist, list, &judgement)
    if let published = watchlist.published, let last = memory.published,
      published.dayNumber < last.dayNumber
    {
      judgement.holds.append(
        "is of \(published), older than the version of \(last) that was accepted last; fetch the current list"
      )
    }
    judgeRecords(watchlist, &judgement)
    let counts = watchlist.counts
    judgeExpectations(watchlist, counts, list, &judgement)
    if let previous = memory.counts {
      let days = watchlist.published.flatMap { published in
        memory.published.map { published.dayNumber - $0.dayNumber }
      }
      let isLongAgo = days ?? 0 > Guard.longDays
      let fallen = judgeChange(counts, previous, isLongAgo: isLongAgo, &judgement)
      judgeLossByLoss(counts, previous, memory, fallen, &judgement)
      if let entriesBefore {
        judgeEntries(watchlist, entriesBefore, previous, fallen, &judgement)
      }
      if let profile = memory.profile {
        let change = ProfileChange(
          of: watchlist, counts, since: profile, previous, isLongAgo: isLongAgo)
        change.judge(fallen: fallen, &judgement)
      }
    }
    return judgement
  }

  /// What the register says of the list, whatever it was before.
  private func judgeExpectations(
    _ watchlist: Watchlist, _ counts: WatchlistCounts, _ list: RegisteredList,
    _ judgement: inout Judgement
  ) {
    for counter in WatchlistCounter.allCases {
      let count = counts[keyPath: counter.value]
      guard let expected = list.expected[counter], !expected.contains(count) else { continue }
      let most = expected.upperBound == .max ? "any number" : String(expected.upperBound)
      judgement.refusals.append(
        "holds \(count) \(counter.title), expected are \(expected.lowerBound) to \(most); "
          + "check the file, then \(counter == .persons ? "expected_persons" : "expected")")
    }
    let rows = watchlist.documentCounts?.rows ?? counts.records
    if let declared = list.declaredRecords, declared != rows {
      judgement.refusals.append(
        "holds \(rows) records, the register declares \(declared); check the file, then declared_records"
      )
    }
    guard !list.canaries.isEmpty else { return }
    let known = watchlist.documents?.ids(among: Set(list.canaries)) ?? watchlist.screenedEntries
    let missing = list.canaries.count { !known.contains($0) }
    if missing > 0 {
      judgement.refusals.append(
        "lacks \(missing) of the \(list.canaries.count) entries that must be on it; "
          + "check the file, then canaries")
    }
  }

  private func judgeAge(
    _ watchlist: Watchlist, _ list: RegisteredList, _ judgement: inout Judgement
  ) {
    guard let published = watchlist.published else {
      if list.maxAgeDays != nil {
        judgement.refusals.append(
          "has no date of publication, so its age cannot be checked; set published in the register")
      }
      return
    }
    let age = now.dayNumber - published.dayNumber
    if age < -1 {
      judgement.refusals.append(
        "is dated \(published), after today \(now); correct published or fetch the list again")
    } else if let limit = list.maxAgeDays, age > limit {
      judgement.refusals.append(
        "is of \(published), \(age) days old, the limit is \(limit) days; fetch the current list")
    }
  }

  /// What the records themselves show, whatever the format.
  private func judgeRecords(_ watchlist: Watchlist, _ judgement: inout Judgement) {
    let duplicates = WatchlistCheck.duplicateEntries(in: watchlist.entries)
    if duplicates > 0 {
      judgement.refusals.append(
        "has \(duplicates) record(s) with the id of another record; fetch the list again")
    } else {
      judgement.holds += WatchlistCheck(of: watchlist, limits: limits).reasons
        .map { "is held: \($0)" }
    }
    let last = now.latest.packed
    let odd = watchlist.entries.lazy.filter(\.kind.isScreened).flatMap(\.birthDates).count {
      $0.interval.from.year < DayFirstDates.gregorianFrom || $0.interval.from.packed > last
    }
    if odd > 0 {
      judgement.holds.append(
        "is held: \(odd) date(s) of birth lie before \(DayFirstDates.gregorianFrom) or after today; "
          + "compare with the publication")
    }
    if let report = watchlist.documentCounts?.lastReport, report.packed > last {
      judgement.holds.append(
        "is held: a report is dated \(report), after today; compare with the publication")
    }
    if watchlist.documentCounts == nil, !watchlist.entries.contains(where: \.kind.isScreened) {
      judgement.refusals.append("holds no person; check the file and its format")
    }
  }
}
