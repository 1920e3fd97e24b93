import BenchmarkSupport

/// The results as a table for the terminal and for `results/`.
struct Table {
  private let megabytes: Int
  private let rounds: Int
  private var rows: [[String]] = []

  init(megabytes: Int, rounds: Int) {
    self.megabytes = megabytes
    self.rounds = rounds
  }

  mutating func add(_ item: Case, _ sample: Sample, baseline: Measurement, parser: Measurement) {
    let size = Double(sample.bytes.count) / 1e6
    let speed = size / parser.median
    let bare = size / baseline.median
    rows.append([
      item.name, "\(sample.bytes.count / sample.persons)", item.baseline.label,
      text(bare, 0), text(speed, 0), text(speed / bare, 3),
      text(Double(sample.persons) / parser.median / 1e6, 2),
      text(parser.median / Double(sample.persons) * 1e9, 0),
    ])
  }

  var text: String {
    let all = [Table.heads] + rows
    let widths = Table.heads.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    return all.map { row in
      row.enumerated().map { column, cell in
        let blanks = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 || column == 2 ? cell + blanks : blanks + cell
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  var report: String {
    let lines = [Table.heads, Table.heads.map { _ in "---" }] + rows
    let table = lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    return """
      # Feeds: bytes to records

      `make bench`; \(megabytes) MiB per case from seeded generators, median of \(rounds) rounds, CPU time of one
      core; the baseline is measured on the same bytes in the same run. Answers checked (persons, names, birth dates).

      Machine: \(Machine.processor)

      \(table)

      """
  }

  private static let heads = [
    "case", "B/person", "baseline", "baseline MB/s", "MB/s", "ratio", "million persons/s",
    "ns/person",
  ]

  private func text(_ value: Double, _ places: Int) -> String {
    let scale = places == 0 ? 1.0 : places == 2 ? 100 : 1000
    let whole = Int((value * scale).rounded())
    guard places > 0 else { return "\(whole)" }
    let digits = String(whole % Int(scale))
    return "\(whole / Int(scale))."
      + String(repeating: "0", count: places - digits.count) + digits
  }
}
