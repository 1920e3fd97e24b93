import BenchmarkSupport
import Matching
import Records
import Watchlists

/// What one workload gave on one core.
struct Measured {
  var persons = 0
  var names = 0
  var passengers = 0
  /// Seconds to prepare the list.
  var preparation = 0.0
  /// Bytes that the prepared list takes, and that preparing and matching took at most.
  var memory = 0
  var peak = 0
  /// Passengers per second of CPU time: on the first night, and when their name tokens are known.
  var cold = 0.0
  var warm = 0.0
  var latency = Latency()
  var recall: [(budget: Int, recall: Double)] = []
  /// Recall at each of the budgets.
  var classes: [(name: String, recall: [Double])] = []
  var matches: [Match] = []
  /// What is wrong with the answers; empty for nothing.
  var faults: [String] = []

  static let budgets = [1, 20, 100]

  init(_ workload: Workload, checked: Int, passes: Int) {
    Machine.forgetPeak()
    let before = Machine.residentBytes
    let start = Measurement.now()
    let index = MatchIndex(lists: [workload.list])
    preparation = Measurement.now() - start
    memory = Machine.residentBytes - before
    persons = index.personCount
    names = index.nameCount
    passengers = workload.passengers.passengers.count

    var matcher = Matcher(index: index)
    var matches: [Match] = []
    cold = speed { matcher.screen(workload.passengers, into: &matches) }
    for _ in 0..<passes {
      var again: [Match] = []
      warm = max(warm, speed { matcher.screen(workload.passengers, into: &again) })
      if again != matches { faults.append("a later pass differs from the first") }
    }
    peak = Machine.peakBytes - before
    self.matches = matches
    let curve = Curve(matches, workload)
    recall = Measured.budgets.map { ($0, curve.recall(at: $0)) }
    classes = curve.classes(at: Measured.budgets)
    check(workload, index, checked)
  }

  private func speed(_ body: () -> Void) -> Double {
    let start = Measurement.now()
    body()
    return Double(passengers) / (Measurement.now() - start)
  }

  /// Screens passengers one by one, which must give the same hits; the first of them also against every
  /// listed name.
  private mutating func check(_ workload: Workload, _ index: MatchIndex, _ checked: Int) {
    var oracle = Matcher(index: index, exhaustive: true)
    var hitsOf: [Int: [Match]] = [:]
    for match in matches { hitsOf[match.passenger, default: []].append(match) }
    let timed = Latency.count
    var indexed = Matcher(index: index)
    latency = Latency(workload.passengers) { place, number, one in
      var found: [Match] = []
      let seconds = elapsed { indexed.screen(one, into: &found) }
      if !found.elementsEqual(hitsOf[number] ?? [], by: Measured.same) {
        faults.append("passenger \(number) differs when screened alone")
      }
      // Spread over all that are timed, so that the check sees every kind.
      if checked > 0, place % max(1, min(timed, passengers) / checked) == 0 {
        var all: [Match] = []
        oracle.screen(one, into: &all)
        if all != found { faults.append("passenger \(number): the index loses a hit") }
      }
      return seconds
    }
    let lost = workload.truth.filter { number, planted in
      planted.distortion == "exact"
        && !(hitsOf[number] ?? []).contains {
          workload.list.entries[$0.entry].entry == planted.entry
        }
    }
    if !lost.isEmpty { faults.append("\(lost.count) exact names are not found") }
  }

  private func elapsed(_ body: () -> Void) -> Double {
    let start = Measurement.now()
    body()
    return Measurement.now() - start
  }

  /// The number of the passenger in the batch is all that may differ.
  private static func same(_ one: Match, _ other: Match) -> Bool {
    one.entry == other.entry
      && one.explanation.scoreMillionths == other.explanation.scoreMillionths
  }
}
