internal import ArgumentParser
internal import Bytes
internal import Records
internal import Screening
internal import Watchlists

struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Hits that a change would bring and take, without personal data.",
    discussion: """
      Screens the same inputs twice, with the settings and lists of today and with those of \
      --against, and prints how many hits there are, are gained and are lost, by band and by list. \
      Nothing is published or written down. --against is a register of lists, or settings \
      (TOML) as of --config.

      Examples:
        pnrscreen simulate --against new/register.toml night/
        pnrscreen simulate --against calibrated.toml --json night/
      """)

  @OptionGroup var options: SimulatedOptions

  func run() throws {
    let before = try options.request(options.shared.configuration, register: options.watchlists)
    let after: RunRequest
    if SimulatedOptions.isRegister(options.against) {
      after = try options.request(options.shared.configuration, register: options.against)
    } else {
      var other = options.shared.configuration
      other.config = options.against
      after = try options.request(other, register: options.watchlists)
    }
    let simulation = try Failure.worded { () throws(RunError) in
      try Simulation(before, against: after)
    }
    StandardOutput.write(
      options.json ? simulation.json() : Array(SimulateCommand.text(simulation).utf8))
  }

  private static func text(_ simulation: Simulation) -> String {
    var lines = [
      "screened  \(simulation.screenedBefore) before, \(simulation.screenedAfter) after"
    ]
    func line(_ name: String, _ change: Simulation.BandChange) -> String {
      "\(name): \(change.before) hits before, \(change.after) after; \(change.gained) gained, "
        + "\(change.lost) lost"
    }
    lines += simulation.bands.map { line($0.band, $0.change) }
    lines += simulation.lists.map { line("list \($0.list)", $0.change) }
    lines += simulation.moved.map { "\($0.hits) from \($0.from) to \($0.to)" }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Options of `simulate`.
struct SimulatedOptions: ParsableArguments {
  @Argument(help: "Files, folders or - for standard input.", completion: .file())
  var paths: [String]

  @Option(
    help: ArgumentHelp("Register of lists, or settings, to compare with.", valueName: "file"),
    completion: .file())
  var against: String

  @Option(
    help: ArgumentHelp(
      "Register of watch lists (TOML); watchlists/register.toml if not given.", valueName: "file"),
    completion: .file())
  var watchlists: String?

  @Option(help: ArgumentHelp("Worker threads; one per core if not given.", valueName: "n"))
  var jobs: Int?

  @OptionGroup var time: ClockOption

  @Flag(help: "Print the result as JSON.")
  var json = false

  @OptionGroup var shared: SettingsOptions

  func validate() throws {
    guard !paths.contains("-") else {
      throw ValidationError("standard input can be read once, and simulate reads its inputs twice")
    }
  }

  /// A run that writes nothing, with these settings and this register.
  func request(
    _ configuration: ConfigurationOptions, register: String?
  ) throws(Failure) -> RunRequest {
    var values = try ConfigurationOptions.options(jobs: jobs)
    values[.watchlists] = register
    values[.state] = shared.state
    let settings = try configuration.settings(values)
    var request = RunRequest(
      paths: paths, watchlists: settings.watchlists, output: settings.output,
      state: settings.state, jobs: settings.jobs, clock: try time.clock())
    request.isDryRun = true
    request.limits.hitsPerPassenger = settings.hitsPerPassenger
    request.nameFrequency = try Failure.worded { () throws(RunError) in
      try settings.nameFrequency()
    }
    return request
  }

  /// Whether the file holds `[[list]]` tables. What is neither is reported as settings are.
  static func isRegister(_ path: String) -> Bool {
    guard let bytes = try? readWholeFile(path, maximumBytes: Limits.standard.configurationBytes)
    else { return false }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .contains { $0.drop { $0 == " " || $0 == "\t" }.hasPrefix("[[list]]") }
  }
}
