internal import ArgumentParser
internal import Bytes
internal import Ledger
internal import Screening

struct RunsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs",
    abstract: "What ran, when, with which result.",
    discussion: """
      Reads the ledger of the state folder, oldest run first. It holds counts and hashes, no \
      personal data. A run that found its work published before says so.

      Examples:
        pnrscreen runs --state /var/lib/pnrscreen
        pnrscreen runs --json
      """)

  @Flag(help: "One JSON object a line.")
  var json = false

  @OptionGroup var shared: SettingsOptions

  func run() throws {
    let settings = try shared.settings()
    let runs = try Failure.worded { () throws(RunError) in
      try RunHistory.runs(state: settings.state)
    }
    if json {
      var out = JSONWriter()
      for run in runs { write(run, to: &out) }
      StandardOutput.write(out.bytes)
      return
    }
    guard !runs.isEmpty else { return Log.note("no runs in \(settings.state)") }
    for run in runs {
      let outcome = run.isPublished ? "published" : "published before"
      StandardOutput.write(
        "\(run.started)  \(run.runID)  \(run.kind)  \(run.files) files, \(run.persons) persons, "
          + "\(run.hits) hits, \(run.quarantined) set aside, exit \(run.exitCode), \(outcome)\n")
    }
  }

  private func write(_ run: LedgerRun, to json: inout JSONWriter) {
    json.beginObject()
    json.member("run", run.runID)
    json.member("kind", run.kind)
    json.member("started", run.started)
    json.member("version", run.programVersion)
    json.member("files", run.files)
    json.member("messages", run.messages)
    json.member("persons", run.persons)
    json.member("hits", run.hits)
    json.member("quarantined", run.quarantined)
    json.member("published", run.isPublished)
    json.member("exit", run.exitCode)
    json.endObject()
    json.endLine()
  }
}
