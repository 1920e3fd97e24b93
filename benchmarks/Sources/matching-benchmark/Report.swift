import BenchmarkSupport

/// The results as text for the terminal and as Markdown for `results/`.
struct Report {
  private let rows: [[String]]
  /// Recall by class: one row for each class, for each list one column for each budget.
  private let classHeads: [String]
  private let classes: [[String]]

  init(_ results: [Measured]) {
    rows = results.map { result in
      [
        "\(result.persons)", "\(result.names)", "\(result.passengers)",
        decimal(result.preparation, 2), "\(result.memory >> 20)", "\(result.peak >> 20)",
        "\(Int(result.cold))", "\(Int(result.warm))", decimal(result.latency.median, 0),
        decimal(result.latency.percentile99, 0), decimal(result.latency.longest, 0),
        "\(result.matches.count)",
      ] + result.recall.map { decimal($0.recall, 4) }
    }
    classHeads =
      ["class"] + results.flatMap { one in Measured.budgets.map { "\(one.persons) @\($0)" } }
    let names = results.reduce(into: Set<String>()) { $0.formUnion($1.classes.map(\.name)) }
    classes = names.sorted().map { name in
      [name]
        + results.flatMap { one in
          one.classes.first { $0.name == name }?.recall.map { decimal($0, 3) }
            ?? Measured.budgets.map { _ in "–" }
        }
    }
  }

  private static let heads =
    [
      "persons", "names", "passengers", "compile s", "MB", "peak MB", "cold/s", "warm/s", "p50 µs",
      "p99 µs", "longest µs", "hits",
    ] + Measured.budgets.map { "recall @\($0)" }

  var text: String { aligned(Report.heads, rows) + "\n\n" + aligned(classHeads, classes) }

  var markdown: String {
    """
    # Matching: parsed passengers against a list

    `make bench`; lists and passengers from seeded generators, one core, CPU time. *Compile*: from listed
    persons to the prepared list, which takes *MB*; *peak*: what that and matching took at most. *Cold*: the
    first night; *warm*: the name tokens are known from the night before. *p50*, *p99*, *longest*: passengers
    screened one by one on a first night. Recall at so many false alerts per 10,000 passengers, for all and
    for each class of distortion. Answers checked: exact names found, index against exhaustive scan, second
    pass as the first, one by one as all at once.

    Machine: \(Machine.processor)

    \(table(Report.heads, rows))

    \(table(classHeads, classes))

    """
  }

  private func aligned(_ heads: [String], _ rows: [[String]]) -> String {
    let all = [heads] + rows
    let widths = heads.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    return all.map { row in
      zip(row, widths).map { String(repeating: " ", count: $1 - $0.count) + $0 }
        .joined(separator: "  ")
    }.joined(separator: "\n")
  }

  private func table(_ heads: [String], _ rows: [[String]]) -> String {
    ([heads, heads.map { _ in "---" }] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
      .joined(separator: "\n")
  }
}

/// A number with so many places behind the point.
private func decimal(_ value: Double, _ places: Int) -> String {
  var scale = 1
  for _ in 0..<places { scale *= 10 }
  let whole = Int((value * Double(scale)).rounded())
  guard places > 0 else { return "\(whole)" }
  let digits = "\(whole % scale)"
  return "\(whole / scale)." + String(repeating: "0", count: places - digits.count) + digits
}
