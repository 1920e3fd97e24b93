/// The matches of one passenger, as many as are reported: the heaviest, and among equally heavy ones those that
/// stand first in the lists. So what is kept does not depend on the order in which pairs are found.
struct BestMatches {
  /// A match before its evidence is written down.
  struct Candidate: BitwiseCopyable {
    /// Of all evidence together, in hundredths of a bit.
    var weight: Int
    var list: Int
    var entry: Int
    /// In ``PairScratch/found``; -1 − n is n in `Matcher.listedDocuments`.
    var found: Int

    func isBetter(than other: Candidate) -> Bool {
      if weight != other.weight { return weight > other.weight }
      return stands(before: other)
    }

    func stands(before other: Candidate) -> Bool { (list, entry) < (other.list, other.entry) }
  }

  /// How many are reported, one at least.
  private let most: Int
  /// All matches, kept or not.
  private(set) var count = 0
  private var kept: [Candidate] = []
  /// The last one that was kept when there were too many; whatever is not better is only counted.
  private var worst: Candidate?

  init(most: Int) { self.most = max(1, most) }

  /// How many are only counted.
  var overLimit: Int { max(0, count - most) }

  mutating func removeAll() {
    count = 0
    kept.removeAll(keepingCapacity: true)
    worst = nil
  }

  mutating func add(_ candidate: Candidate) {
    count += 1
    if let worst, !candidate.isBetter(than: worst) { return }
    kept.append(candidate)
    // Sorting only now and then costs little per match and keeps memory at twice the limit.
    if kept.count >= 2 * most { cut() }
  }

  private mutating func cut() {
    kept.sort { $0.isBetter(than: $1) }
    kept.removeLast(kept.count - most)
    worst = kept.last
  }

  /// Those that are reported, in the order of the lists.
  mutating func inOrder() -> [Candidate] {
    if kept.count > most { cut() }
    // Persons are numbered in another order than the lists have them.
    kept.sort { $0.stands(before: $1) }
    return kept
  }
}
