internal import ArgumentParser
internal import Records
internal import Screening

struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Feeds in, one passenger a line out (JSON Lines), no screening.",
    discussion: """
      Prints everybody whom the feeds name, with all spellings, and nothing else on stdout. What \
      is wrong in a feed goes to stderr, one line each: file:offset: CODE text. Nothing is written \
      to disk. Dates without a year (Type B lists) are put where they lie nearest to --now. Exit code 1 when there was such a line (decisions such as DUPLICATE apart).

      Examples:
        pnrscreen parse KL1007.edi | jq -r .surname
        pnrscreen parse - < charter.csv
      """)

  @Argument(help: "Files, folders or - for standard input.", completion: .file())
  var paths: [String]

  @OptionGroup var time: ClockOption

  func run() throws {
    let clock = try time.clock()
    let isClean = try Failure.worded { () throws(RunError) in
      try FeedReading.run(
        paths, today: clock.date, lines: { StandardOutput.stream($0) },
        finding: { path, found in
          Log.line("\(path):\(found.offset): \(found.code.rawValue) \(found.text)")
        })
    }
    if !isClean { throw ExitCode(ExitStatus.someQuarantined.rawValue) }
  }
}
