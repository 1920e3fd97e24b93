import BenchmarkSupport

/// The results as text for the terminal and as Markdown for `results/`.
struct Report {
  private let rows: [[String]]
  private let classes: [[String]]

  init(_ results: [Measured]) {
    rows = results.map { result in
      [
        "\(result.persons)", "\(result.names)", "\(result.passengers)",
        decimal(result.preparation, 2), "\(result.memory >> 20)", "\(Int(result.cold))",
        "\(Int(result.warm))", decimal(result.slowest, 2), "\(result.hits)",
      ] + result.recall.map { decimal($0.recall, 4) }
    }
    classes = results.first?.classes.map { [$0.name, decimal($0.recall, 3)] } ?? []
  }

  private static let heads =
    ["persons", "names", "passengers", "prepare s", "MB", "cold/s", "warm/s", "slowest ms", "hits"]
    + Measured.budgets.map { "recall @\($0)" }

  var text: String {
    let all = [Report.heads] + rows
    let widths = Report.heads.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    return all.map { row in
      zip(row, widths).map { String(repeating: " ", count: $1 - $0.count) + $0 }
        .joined(separator: "  ")
    }.joined(separator: "\n")
  }

  var markdown: String {
    """
    # Matching: parsed passengers against a list

    `make bench`; lists and passengers from seeded generators, one core, CPU time. *Cold*: the first night;
    *warm*: the name tokens are known from the night before. Recall at so many false alerts per 10,000
    passengers. Answers checked: exact names found, index against exhaustive scan, second pass as the first.

    Machine: \(Machine.processor)

    \(table(Report.heads, rows))

    \(table(["class", "recall @100"], classes))

    """
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
  let digits = "\(whole % scale)"
  return "\(whole / scale)." + String(repeating: "0", count: places - digits.count) + digits
}
