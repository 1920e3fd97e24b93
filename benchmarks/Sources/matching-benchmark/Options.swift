import BenchmarkSupport

/// The command line.
struct Options {
  /// Numbers of listed persons of the generated lists; 100 to 2,000,000 are what it is meant for.
  var persons = [100, 20_000]
  var travellers = 100_000
  var seed: UInt64 = 20_261_122
  /// So many passengers are also compared with every listed name.
  var checked = 100
  /// So often all are screened when their tokens are known; the best time counts.
  var passes = 3
  /// Measured instead of a generated set.
  var list: String?
  var passengers: String?
  var truth: String?
  /// Where the generated set is written instead of measuring.
  var write: String?
  /// Where the table is written as Markdown.
  var report: String?
  /// Where the hits are written as a table `reference,entry,score`, and the figures as JSON: for the
  /// comparison with other matchers.
  var hits: String?
  var figures: String?

  init(_ arguments: ArraySlice<String>) {
    var rest = arguments
    func value() -> String {
      guard let next = rest.popFirst() else { fail("an option lacks its value") }
      return next
    }
    func number() -> Int {
      let text = value()
      guard let number = Int(text), number >= 0 else { fail("\(text) is no number") }
      return number
    }
    while let option = rest.popFirst() {
      switch option {
      case "--persons": persons = value().split(separator: ",").map { Int($0) ?? 0 }
      case "--travellers": travellers = number()
      case "--seed": seed = UInt64(number())
      case "--checked": checked = number()
      case "--passes": passes = max(1, number())
      case "--list": list = value()
      case "--passengers": passengers = value()
      case "--truth": truth = value()
      case "--write": write = value()
      case "--report": report = value()
      case "--hits": hits = value()
      case "--figures": figures = value()
      default: fail("unknown option \(option)")
      }
    }
    if (list == nil) != (passengers == nil) { fail("--list and --passengers belong together") }
    if list == nil && (hits ?? figures) != nil { fail("--hits and --figures need --list") }
    if persons.contains(where: { $0 < 1 }) { fail("--persons takes numbers from 1") }
  }
}
