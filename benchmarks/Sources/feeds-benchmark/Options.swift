import BenchmarkSupport

/// The command line.
struct Options {
  var megabytes = 64
  var rounds = 7
  /// Only cases whose name contains this.
  var only = ""
  /// Where the table is written as Markdown.
  var report: String?
  /// A case whose feed is written to a file instead of measuring.
  var write: (name: String, path: String)?

  /// Files whose persons are printed instead of measuring.
  var parsed: [String] = []

  init(_ arguments: ArraySlice<String>) {
    var rest = arguments
    func value(_ rest: inout ArraySlice<String>) -> String {
      guard let next = rest.popFirst() else { fail("an option lacks its value") }
      return next
    }
    while let option = rest.popFirst() {
      switch option {
      case "--megabytes": megabytes = Int(value(&rest)) ?? megabytes
      case "--rounds": rounds = max(1, Int(value(&rest)) ?? rounds)
      case "--only": only = value(&rest)
      case "--report": report = value(&rest)
      case "--write": write = (value(&rest), value(&rest))
      case "--parse":
        parsed = Array(rest)
        rest = []
      default: fail("unknown option \(option)")
      }
    }
  }
}
