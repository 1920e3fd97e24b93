import BenchmarkSupport
import Matching
import Records
import Watchlists

/// What one workload gave on one core.
struct Measured {
  var persons = 0
  var names = 0
  var passengers = 0
  var hits = 0
  /// Seconds to prepare the list.
  var preparation = 0.0
  /// Bytes of the prepared list.
  var memory = 0
  /// Passengers per second of CPU time: on the first night, and when their name tokens are known.
  var cold = 0.0
  var warm = 0.0
  /// Milliseconds of the slowest passenger.
  var slowest = 0.0
  var recall: [(budget: Int, recall: Double)] = []
  var classes: [(name: String, recall: Double)] = []
  /// What is wrong with the answers; empty for nothing.
  var faults: [String] = []

  static let budgets = [1, 20, 100]

  init(_ workload: Workload, checked: Int) {
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
    hits = matches.count
    var again: [Match] = []
    warm = speed { matcher.screen(workload.passengers, into: &again) }
    if again != matches { faults.append("the second pass differs from the first") }
    let curve = Curve(matches, workload)
    recall = Measured.budgets.map { ($0, curve.recall(at: $0)) }
    classes = curve.classes(at: 100)
    check(workload, index, matches, checked)
  }

  private func speed(_ body: () -> Void) -> Double {
    let start = Measurement.now()
    body()
    return Double(passengers) / (Measurement.now() - start)
  }

  /// Compares passengers with every listed name, and looks at how long each takes.
  private mutating func check(
    _ workload: Workload, _ index: MatchIndex, _ matches: [Match], _ count: Int
  ) {
    var indexed = Matcher(index: index)
    var oracle = Matcher(index: index, exhaustive: true)
    var hitsOf: [Int: [Match]] = [:]
    for match in matches { hitsOf[match.passenger, default: []].append(match) }
    let step = max(1, passengers / max(1, count))
    for number in stride(from: 0, to: passengers, by: step) where count > 0 {
      var one = workload.passengers
      one.passengers = [workload.passengers.passengers[number]]
      var found: [Match] = []
      let start = Measurement.now()
      indexed.screen(one, into: &found)
      slowest = max(slowest, (Measurement.now() - start) * 1000)
      var all: [Match] = []
      oracle.screen(one, into: &all)
      if all != found { faults.append("passenger \(number): the index loses a hit") }
      if found.count != hitsOf[number]?.count ?? 0 { faults.append("passenger \(number) differs") }
    }
    let lost = workload.truth.filter { number, planted in
      planted.distortion == "exact"
        && !(hitsOf[number] ?? []).contains {
          workload.list.entries[$0.entry].entry == planted.entry
        }
    }
    if !lost.isEmpty { faults.append("\(lost.count) exact names are not found") }
  }
}
