import Glibc

/// Seconds of CPU time of this process, so that other work on the machine does not count.
struct Measurement {
  var median: Double
  var least: Double

  static func median(_ rounds: Int, _ body: () -> Int) -> Measurement {
    var times: [Double] = []
    var sum = body()
    for _ in 0..<rounds {
      let start = now()
      sum &+= body()
      times.append(now() - start)
    }
    // The sum is used, so that no pass can be left out.
    if sum == 0 { print("a pass found nothing") }
    times.sort()
    return Measurement(median: times[times.count / 2], least: times[0])
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

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

      Machine: \(Table.processor)

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

  private static var processor: String {
    guard let file = fopen("/proc/cpuinfo", "r") else { return "unknown" }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 512)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(
        decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if text.hasPrefix("model name"), let colon = text.firstIndex(of: ":") {
        return String(text[colon...].dropFirst(2).filter { $0 != "\n" })
      }
    }
    return "unknown"
  }
}

func writeFile(_ path: String, _ bytes: [UInt8]) {
  guard let file = fopen(path, "w") else { fail("cannot write \(path)") }
  fwrite(bytes, 1, bytes.count, file)
  fclose(file)
}
