internal import ArgumentParser
internal import Bytes
internal import Glibc
internal import Screening

/// `pnrscreen`: reads the command line, runs the command, turns errors into one sentence and the
/// contract's exit codes.
@main
struct Program: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pnrscreen",
    abstract: "Screens airline passenger data against terrorism watch lists.",
    discussion: """
      Reads PNR and API messages as carriers send them, compares every traveller with the watch \
      lists of a register, and publishes one folder per run: the hits with their evidence, the \
      counts, what was set aside, and checksums. A hit is a candidate for a human to judge, \
      never a decision.

      First steps:
        pnrscreen screen --watchlists watchlists/register.toml night/
        pnrscreen parse KL1007.edi | head -3
        pnrscreen formats

      Exit codes: 0 done; 1 done, some input was set aside; 64 command line; 65 counts do not \
      reconcile; 66 input missing; 69 watch list refused; 70 defect; 73 output exists and \
      differs; 74 I/O error; 75 try again; 77 signature refused; 78 configuration.
      """,
    version: ProgramVersion.current,
    subcommands: [
      ScreenCommand.self, FlightCommand.self, ParseCommand.self, CompareCommand.self,
      CalibrateCommand.self, SimulateCommand.self, WatchlistCommand.self, VerifyCommand.self,
      RunsCommand.self,
      FormatsCommand.self,
      ConfigCommand.self,
    ])

  static func main() {
    // A reader that goes away ends us quietly (EPIPE), a file size limit is an error like any other.
    ignoreSignals()
    endCrashesQuietly()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      Log.error(failure.text, code: failure.code)
      Glibc.exit(failure.code.rawValue)
    } catch {
      Glibc.exit(endByParser(error))
    }
  }

  private static func ignoreSignals() {
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
  }

  /// Help and version go to stdout; everything else is a wrong command line.
  private static func endByParser(_ error: any Error) -> Int32 {
    let code = exitCode(for: error)
    if code.isSuccess {
      StandardOutput.write(fullMessage(for: error) + "\n")
      return ExitStatus.done.rawValue
    }
    if let code = error as? ExitCode { return code.rawValue }
    let arguments = CommandLine.arguments
    // The options were not understood, this one may be among them all the same.
    let pairs = zip(arguments, arguments.dropFirst())
    if arguments.contains("--log-format=json")
      || pairs.contains(where: { $0 == ("--log-format", "json") })
    {
      Log.use(.json)
    }
    var text = message(for: error).replacing("\n", with: " ")
    // What the shell tore apart is somebody's data, and is not repeated.
    if arguments.dropFirst().first == "compare", !text.hasPrefix("Missing") {
      text = "compare takes --passenger JSON and --listed JSON; quote each object for the shell"
    }
    Log.error(text, code: .usage)
    Log.line("See 'pnrscreen --help' or 'pnrscreen COMMAND --help'.")
    return ExitStatus.usage.rawValue
  }
}
