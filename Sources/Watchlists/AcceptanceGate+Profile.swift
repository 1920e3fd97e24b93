internal import Records

/// A list beside the version of it that was accepted last: what the counters do not show.
struct ProfileChange {
  private let profile: ListProfile
  private let counts: WatchlistCounts
  private let before: ListProfile
  private let countsBefore: WatchlistCounts
  private let isLongAgo: Bool

  private struct Field {
    let title: String
    let filled: KeyPath<FilledFields, Int>
    /// The counter that falls with it.
    let counter: KeyPath<WatchlistCounts, Int>
  }

  private static var fields: [Field] {
    [
      Field(title: "a date of birth", filled: \.birthDate, counter: \.birthDates),
      Field(title: "a date of birth to the day", filled: \.fullBirthDate, counter: \.birthDates),
      Field(title: "a gender", filled: \.gender, counter: \.genders),
      Field(title: "a nationality", filled: \.nationality, counter: \.nationalities),
      Field(title: "a document", filled: \.document, counter: \.documents),
      Field(title: "a place of birth", filled: \.placeOfBirth, counter: \.persons),
      Field(
        title: "a name in letters other than Latin ones", filled: \.nonLatinName, counter: \.names),
      Field(
        title: "a name with a letter beyond ASCII", filled: \.nonASCIIName, counter: \.names),
    ]
  }

  /// How many items a sentence names.
  private static let itemsShown = 5

  init(
    of list: Watchlist, _ counts: WatchlistCounts, since before: ListProfile,
    _ countsBefore: WatchlistCounts, isLongAgo: Bool
  ) {
    profile = ListProfile(of: list)
    self.counts = counts
    self.before = before
    self.countsBefore = countsBefore
    self.isLongAgo = isLongAgo
  }

  /// - Parameter fallen: the counters that have fallen too far, which says it already.
  func judge(fallen: Set<KeyPath<WatchlistCounts, Int>>, _ judgement: inout Judgement) {
    judgeFields(fallen, &judgement)
    guard profile.format == before.format else {
      judgement.warnings.append(
        "is of the format \(profile.format), the version accepted last was of \(before.format)")
      return
    }
    if profile.format == DocumentsCSV.id { judgeDocuments(&judgement) }
    if fallen.isEmpty, profile.byteCount * 100 < before.byteCount * Guard.leastBytesPercent {
      judgement.holds.append(
        "went from \(before.byteCount) to \(profile.byteCount) bytes since it was last accepted; "
          + "compare with the publication")
    }
    judgeSchema(&judgement)
  }

  // MARK: Fields

  /// One sentence for all fields of which a smaller share of the persons has one than before.
  private func judgeFields(
    _ fallen: Set<KeyPath<WatchlistCounts, Int>>, _ judgement: inout Judgement
  ) {
    let shares = Self.fields.filter { !fallen.contains($0.counter) }.map {
      ($0.title, before.filled[keyPath: $0.filled], profile.filled[keyPath: $0.filled])
    }
    judge(shares, "knows less of its persons", &judgement)
  }

  /// A list of documents has no fields, and its records say little of how many numbers it covers.
  private func judgeDocuments(_ judgement: inout Judgement) {
    let (was, now) = (before.schema.counts, profile.schema.counts)
    for title in [DocumentProfile.numbers, DocumentProfile.documents] {
      guard let was = was[title], let now = now[title], now < was else { continue }
      let sentence = "went from \(was) to \(now) \(title) since it was last accepted"
      switch AcceptanceGate.severity(before: was, after: now, records: countsBefore.records) {
      case .refused where !isLongAgo || now == 0:
        judgement.refusals.append(sentence + "; check the file")
      case .refused, .held:
        judgement.holds.append(
          sentence + "; compare with the publication; two persons may accept it all the same")
      case .warning: break
      }
    }
    let shares = DocumentProfile.shares.compactMap { title in
      was[title].flatMap { was in now[title].map { (title, was, $0) } }
    }
    judge(shares, "has other documents", &judgement)
  }

  /// - Parameter shares: how many had and have what is read behind "have".
  private func judge(
    _ shares: [(title: String, known: Int, now: Int)], _ opening: String,
    _ judgement: inout Judgement
  ) {
    var found: [String] = []
    var worst = GateFinding.Severity.warning
    for (title, known, now) in shares {
      guard let severity = severity(known, now) else { continue }
      if worst == .warning || severity == .refused { worst = severity }
      found.append(
        "\(now) of \(counts.persons) have \(title), "
          + "they were \(known) of \(countsBefore.persons)")
    }
    guard !found.isEmpty else { return }
    let sentence = "\(opening): " + found.joined(separator: "; ")
    switch worst {
    case .refused where !isLongAgo:
      judgement.refusedChanges.append("\(sentence); \(AcceptanceGate.acceptable)")
    case .refused, .held:
      judgement.holds.append("\(sentence); \(AcceptanceGate.acceptable)")
    case .warning: judgement.warnings.append(sentence)
    }
  }

  /// By points of a hundred, because a share of few falls by a large part of itself with every person who is added
  /// without the fact; small lists by rows, as the counters are. Where no fewer persons have it than before, nothing
  /// of them was lost: a step less grave.
  /// - Returns: nil within bounds.
  private func severity(_ known: Int, _ now: Int) -> GateFinding.Severity? {
    guard countsBefore.persons > 0, counts.persons > 0 else { return nil }
    // How many persons lack what they would have at the share of before.
    let missing =
      Double(known) * Double(counts.persons) / Double(countsBefore.persons) - Double(now)
    let isSmall = countsBefore.records <= Guard.smallListRecords
    func isBeyond(_ rows: Int, _ points: Int) -> Bool {
      missing > Double(rows)
        && (isSmall || missing * 100 >= Double(points) * Double(counts.persons))
    }
    let isLost = now < known
    if isBeyond(Guard.smallRefuseRows, Guard.refusePoints) { return isLost ? .refused : .held }
    // Few of many: their share says little, their number does.
    if isLost, missing > Double(Guard.smallHoldRows), now * 2 < known { return .held }
    if isBeyond(Guard.smallHoldRows, Guard.holdPoints) { return isLost ? .held : .warning }
    return nil
  }

  // MARK: Schema

  private func judgeSchema(_ judgement: inout Judgement) {
    // Of one file in two layouts nothing can be said where one of them told nothing.
    guard !before.schema.counts.isEmpty, !profile.schema.counts.isEmpty else { return }
    let least = max(Guard.smallHoldRows, countsBefore.records / 100)
    let gone = before.schema.counts.filter {
      $0.value > least && profile.schema.counts[$0.key] == nil && $0.key != ListSchema.others
    }
    let new = profile.schema.counts.keys.filter { before.schema.counts[$0] == nil }
    let added = Self.named(new.sorted(), "a new part", "new parts")
    if gone.isEmpty {
      if !new.isEmpty {
        judgement.warnings.append("has \(added) (elements, columns or keys), not read before")
      }
      return
    }
    let names = gone.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    judgement.holds.append(
      "lacks \(Self.named(names, "a part", "parts")) (elements, columns or keys) that the version accepted last had"
        + (new.isEmpty ? "" : ", and has \(added)") + "; compare with the publication")
  }

  private static func named(_ names: [String], _ one: String, _ many: String) -> String {
    let shown = names.prefix(itemsShown).map { "\"\($0)\"" }.joined(separator: ", ")
    if names.count == 1 { return "\(one) \(shown)" }
    let others = names.count - itemsShown
    return "\(names.count) \(many), \(shown)" + (others > 0 ? " and \(others) more" : "")
  }
}
