internal import ArgumentParser
internal import Names
internal import Records
internal import Screening

struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Count the names in past feeds: how common each is among your travellers.",
    discussion: """
      Reads the feeds as 'screen' does, joins all pushes of a flight, and counts each token of a \
      traveller's main name once per traveller and flight leg. The table holds counts alone: a token \
      stands in it only if at least --min-bearers travellers bear it who differ in their whole names. \
      The same feeds give the same bytes, in any order and on any number of threads; with feeds whose \
      dates have no year (Type B), give --now too. A FILE that is there and differs is left as it is (73).

      No run uses the table before it is signed off: look at it, then put the two lines that this \
      command prints into the configuration (see 'pnrscreen config check'). Nothing is ever learned \
      while screening.

      Examples:
        pnrscreen calibrate archive/2026-10/ --output names-2026-10.tsv
        zcat archive/*.gz | pnrscreen calibrate - --output names.tsv --min-bearers 20
      """)

  @Argument(help: "Files, folders or - for standard input.", completion: .file())
  var paths: [String]

  @Option(help: ArgumentHelp("The table to write.", valueName: "file"), completion: .file())
  var output: String

  @Option(help: ArgumentHelp("Worker threads; one per core if not given.", valueName: "n"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp("Leave out tokens of fewer bearers than this, at least 2.", valueName: "k"))
  var minBearers = 10

  @OptionGroup var time: ClockOption

  @OptionGroup var shared: ConfigurationOptions

  func run() throws {
    let range = NameFrequencyFile.minBearersLeast...NameFrequencyFile.minBearersMost
    guard range.contains(minBearers) else {
      throw Failure(
        .usage,
        "--min-bearers must be from \(range.lowerBound) to \(range.upperBound), not \(minBearers)")
    }
    guard !output.isEmpty else { throw Failure(.usage, "--output is empty") }
    let settings = try shared.settings(jobs: jobs)
    let request = CalibrationRequest(
      paths: paths, output: output, jobs: settings.jobs, minBearers: minBearers,
      today: try time.clock().date)
    let result = try Failure.worded { () throws(RunError) in try Calibration(request) }
    for (file, codes) in result.findings {
      let found = ReasonCode.allCases.compactMap { code in
        codes[code].map { "\($0) \(code.rawValue)" }
      }
      Log.note("\(file): \(found.joined(separator: ", "))")
    }
    StandardOutput.write(summary(result))
    if !result.isClean { throw ExitCode(ExitStatus.someQuarantined.rawValue) }
  }

  /// Lines for the configuration, with what one has to know before using them.
  private func summary(_ result: Calibration) -> String {
    let table = result.table
    return """
      # \(table.travellers) travellers; \(table.rows.count) tokens, \
      \(table.leftOutTokens) of too few bearers left out
      # Look at the table, then sign it off with these lines in the configuration.
      \(SettingKey.nameFrequency.rawValue) = \(quoted(output))
      \(SettingKey.nameFrequencySHA256.rawValue) = "\(result.sha256)"

      """
  }

  /// A basic string of TOML.
  private func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      scalar == "\"" || scalar == "\\"
        ? "\\\(scalar)"
        : scalar.value < 0x20 || scalar.value == 0x7F
          ? "\\u00" + String(scalar.value + 0x100, radix: 16).suffix(2) : String(scalar)
    }
    return "\"\(escaped.joined())\""
  }
}
