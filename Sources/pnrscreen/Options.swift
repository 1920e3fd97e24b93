internal import ArgumentParser
internal import Foundation
internal import Records
internal import Screening

/// Options of every command that reads settings.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Settings (TOML); see 'pnrscreen config check'.", valueName: "file"),
    completion: .file())
  var config: String?

  @Option(help: ArgumentHelp("Style of messages on stderr: text or json.", valueName: "format"))
  var logFormat = LogFormat.text

  /// The settings, with these options over the environment over the file.
  func settings(_ options: [SettingKey: String] = [:]) throws(Failure) -> Settings {
    Log.use(logFormat)
    for (key, value) in options where value.isEmpty {
      throw Failure(.usage, "--\(key.rawValue) is empty")
    }
    return try Failure.worded { () throws(RunError) in
      try Settings(
        file: config, environment: ProcessInfo.processInfo.environment, options: options)
    }
  }

  /// The settings, with `--jobs` of a command.
  func settings(jobs: Int?) throws(Failure) -> Settings {
    try settings(try ConfigurationOptions.options(jobs: jobs))
  }

  /// `--jobs` as an option over the settings.
  static func options(jobs: Int?) throws(Failure) -> [SettingKey: String] {
    guard let jobs else { return [:] }
    guard (1...1024).contains(jobs) else {
      throw Failure(.usage, "--jobs must be from 1 to 1024, not \(jobs)")
    }
    return [.jobs: String(jobs)]
  }
}

/// Options of the commands that use the ledger.
struct SettingsOptions: ParsableArguments {
  @OptionGroup var configuration: ConfigurationOptions

  @Option(
    help: ArgumentHelp("Folder of the ledger, the lock and compiled lists.", valueName: "dir"))
  var state: String?

  /// The settings, with these options over the environment over the file.
  func settings(_ options: [SettingKey: String] = [:]) throws(Failure) -> Settings {
    var options = options
    options[.state] = state
    return try configuration.settings(options)
  }
}

/// Options shared by the commands that screen (contract, section 1).
struct ScreeningOptions: ParsableArguments {
  @Argument(
    help:
      "Files, folders (their files by name, not deeper; hidden ones are only counted) or - for standard input.",
    completion: .file())
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "Register of watch lists (TOML); watchlists/register.toml if not given.", valueName: "file"),
    completion: .file())
  var watchlists: String?

  @Option(
    help: ArgumentHelp("Where run folders are published; ./out if not given.", valueName: "dir"))
  var output: String?

  @Option(help: ArgumentHelp("Worker threads; one per core if not given.", valueName: "n"))
  var jobs: Int?

  @OptionGroup var time: ClockOption

  @Flag(help: "Compare everybody with every listed name, without index: same hits, slower.")
  var exhaustive = false

  @Flag(help: "Check and count, write nothing.")
  var dryRun = false

  @Flag(help: "Print the summary as JSON.")
  var json = false

  @Flag(help: "Show no progress.")
  var quiet = false

  @OptionGroup var shared: SettingsOptions

  /// Everything checked that can be checked without touching the inputs.
  func request(scope: RunScope? = nil) throws(Failure) -> RunRequest {
    var options = try ConfigurationOptions.options(jobs: jobs)
    options[.watchlists] = watchlists
    options[.output] = output
    let settings = try shared.settings(options)
    var request = RunRequest(
      paths: paths, watchlists: settings.watchlists, output: settings.output,
      state: settings.state, jobs: settings.jobs, clock: try time.clock())
    request.exhaustive = exhaustive
    request.isDryRun = dryRun
    request.scope = scope
    request.limits.hitsPerPassenger = settings.hitsPerPassenger
    request.nameFrequency = try Failure.worded { () throws(RunError) in
      try settings.nameFrequency()
    }
    return request
  }

  /// Runs the request, prints the summary, ends with the contract's code.
  func screen(scope: RunScope? = nil, changedSince: String? = nil) throws {
    var request = try request(scope: scope)
    if let changedSince {
      request.changedSince = changedSince
      request.scope = .departing(request.clock)
    }
    let line = ProgressLine(quiet: quiet)
    var run = ScreeningRun(request) { line.show($0) }
    let summary: RunSummary
    do throws(RunError) {
      summary = try run.run()
      line.clear()
    } catch {
      line.clear()
      throw Failure(error)
    }
    if let missing = summary.missingFlight { Log.note("nobody is screened: \(missing.text)") }
    if let problem = StandardOutput.problem(
      writing: json ? SummaryText.json(summary) : Array(SummaryText.text(summary).utf8))
    {
      // 74 would say that nothing is published.
      guard let folder = summary.folder else { throw Failure(.inputOutput, problem) }
      Log.note("\(problem); the run is in \(folder) all the same")
    }
    if !summary.isClean { throw ExitCode(ExitStatus.someQuarantined.rawValue) }
  }
}

/// The clock that a command goes by.
struct ClockOption: ParsableArguments {
  @Option(help: ArgumentHelp("The clock for reruns, as 2026-11-28T03:00:00Z.", valueName: "time"))
  var now: String?

  func clock() throws(Failure) -> RunClock {
    guard let now else { return RunClock.system() }
    guard let clock = RunClock(rfc3339: now) else {
      throw Failure(.usage, "--now must be a time as 2026-11-28T03:00:00Z, not \"\(now)\"")
    }
    return clock
  }
}
