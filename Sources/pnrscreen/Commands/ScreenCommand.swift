internal import ArgumentParser
internal import Records
internal import Screening

struct ScreenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screen",
    abstract: "The nightly run: feeds in, a folder of hits out.",
    discussion: """
      Reads every PATH, recognises its format from its content, compares everybody with the \
      lists of the register and publishes OUTPUT/RUN-ID/ with hits.jsonl, hits.csv, run.json, \
      quarantine.jsonl and SHA256SUMS, all of it or nothing. The same work has the same RUN-ID; \
      doing it again publishes nothing new. A damaged message is set aside and counted, the rest \
      goes on, and the exit code is 1.

      Examples:
        pnrscreen screen night/
        pnrscreen screen --output /srv/hits --jobs 8 KL1007.edi charters.csv
        zcat night.edi.gz | pnrscreen screen -
        pnrscreen screen --dry-run --json night/
        pnrscreen screen --changed-since out/20261127-3f2c… night/

      With --changed-since there are only hits of list entries that are new or changed since that \
      run, of travellers on flights that may still depart at the time of the run: the hits of a \
      full run restricted to them.
      """)

  @OptionGroup var options: ScreeningOptions

  @Option(
    help: ArgumentHelp(
      "A published run: only entries new or changed since, and flights still to depart.",
      valueName: "dir"),
    completion: .directory)
  var changedSince: String?

  func run() throws { try options.screen(changedSince: changedSince) }
}

struct FlightCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flight",
    abstract: "Rerun one flight, for instance when the gate has closed.",
    discussion: """
      The same run, for the travellers whose message is about this flight; everybody else is \
      counted and left out. Where the number flies several legs that day, --from and --to choose.

      Example:
        pnrscreen flight KL1007 --date 2026-11-28 --from AMS --to LHR night/
      """)

  @Argument(help: "Carrier and number, as KL1007; leading zeros do not count.")
  var flight: String

  @Option(help: ArgumentHelp("Local date of departure, YYYY-MM-DD.", valueName: "date"))
  var date: String

  @Option(help: ArgumentHelp("Airport of departure (IATA).", valueName: "airport"))
  var from: String?

  @Option(help: ArgumentHelp("Airport of arrival (IATA).", valueName: "airport"))
  var to: String?

  @OptionGroup var options: ScreeningOptions

  func run() throws {
    guard let day = PartialDate(date), day.isFull else {
      throw Failure(.usage, "--date must be a day as 2026-11-28, not \"\(date)\"")
    }
    guard let scope = FlightScope(designator: flight, date: day, from: from, to: to) else {
      throw Failure(.usage, "\"\(flight)\" is no flight; give carrier and number, as KL1007")
    }
    for (name, airport) in [("--from", from), ("--to", to)] {
      if let airport, !FlightScope.isAirport(airport) {
        throw Failure(.usage, "\(name) must be an airport as AMS, not \"\(airport)\"")
      }
    }
    try options.screen(scope: .flight(scope))
  }
}
