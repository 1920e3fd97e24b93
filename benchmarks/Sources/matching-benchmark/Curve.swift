import Matching
import Records
import Watchlists

/// Recall against false alerts, as `evaluate.py` of the corpus defines them: a passenger who was planted is
/// found when a hit names the right entry, any other passenger with a hit is one false alert, and a score
/// must lie above the one that would exceed the budget.
struct Curve {
  private var right: [(distortion: String, score: Int)] = []
  private var falseScores: [Int] = []
  private let innocents: Int

  init(_ matches: [Match], _ workload: Workload) {
    innocents = workload.passengers.passengers.count - workload.truth.count
    var bestRight: [Int: Int] = [:]
    var bestFalse: [Int: Int] = [:]
    for match in matches {
      let score = match.explanation.scoreMillionths
      if let planted = workload.truth[match.passenger] {
        guard workload.list.entries[match.entry].entry == planted.entry else { continue }
        bestRight[match.passenger] = max(score, bestRight[match.passenger] ?? 0)
      } else {
        bestFalse[match.passenger] = max(score, bestFalse[match.passenger] ?? 0)
      }
    }
    for (number, planted) in workload.truth {
      right.append((planted.distortion, bestRight[number] ?? -1))
    }
    falseScores = bestFalse.values.sorted(by: >)
  }

  /// - Parameter budget: false alerts per 10,000 passengers.
  func recall(at budget: Int) -> Double {
    let threshold = threshold(budget)
    return share(right.count { $0.score > threshold }, right.count)
  }

  /// Recall of each class of distortion, one figure for each budget.
  func classes(at budgets: [Int]) -> [(name: String, recall: [Double])] {
    let thresholds = budgets.map(threshold)
    return Dictionary(grouping: right, by: \.distortion).map { name, all in
      (name, thresholds.map { limit in share(all.count { $0.score > limit }, all.count) })
    }.sorted { $0.0 < $1.0 }
  }

  private func threshold(_ budget: Int) -> Int {
    let allowed = budget * innocents / 10_000
    return allowed < falseScores.count ? falseScores[allowed] : -1
  }

  private func share(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }
}
