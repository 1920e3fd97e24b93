internal import ArgumentParser
internal import Bytes
internal import Records
internal import Screening
internal import Watchlists

struct WatchlistCompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Prepare the lists of the register for runs.",
    discussion: """
      Judges the lists as a run would and writes them compiled to STATE/compiled, where runs with \
      the same lists and the same program map them instead of compiling them again. Runs do this \
      themselves for lists from 50,000 names (shorter ones are compiled faster than read); this \
      does it ahead of time. The file holds names of listed persons; beside it KEY.json tells what \
      it is made from: program, table of frequencies, and of each list id, format, date and \
      SHA-256, also of each of its files. Lists of travel documents become a table each, in \
      STATE/documents.

      Example:
        pnrscreen watchlist compile --watchlists watchlists/register.toml --state /var/lib/pnrscreen
      """)

  @Option(
    help: ArgumentHelp(
      "Register of watch lists (TOML); watchlists/register.toml if not given.", valueName: "file"),
    completion: .file())
  var watchlists: String?

  @OptionGroup var time: ClockOption

  @Flag(help: "Print the result as JSON.")
  var json = false

  @OptionGroup var shared: SettingsOptions

  func run() throws {
    var options: [SettingKey: String] = [:]
    options[.watchlists] = watchlists
    let settings = try shared.settings(options)
    var request = RunRequest(
      paths: [], watchlists: settings.watchlists, output: settings.output, state: settings.state,
      jobs: settings.jobs, clock: try time.clock())
    let result = try Failure.worded { () throws(RunError) in
      request.nameFrequency = try settings.nameFrequency()
      return try ListCompilation(request)
    }
    StandardOutput.write(json ? Self.json(result) : Array(Self.text(result).utf8))
  }

  private static func text(_ result: ListCompilation) -> String {
    """
    \(result.path) \(result.isNew ? "written" : "was there")
    sha256       \(result.sha256)
    bytes        \(result.bytes)
    persons      \(result.persons)
    names        \(result.names)
    documents    \(result.documents)
    lineage      \(result.lineagePath)

    """
      + result.lists.map { list in
        let date = list.published.map { "of \($0)" } ?? "without a date"
        return "list         \(list.id), \(date), sha256 \(list.sha256)\n"
          + (list.heldSHA256.map { "held         \(list.id), sha256 \($0)\n" } ?? "")
      }.joined() + result.findings.map { "finding      \($0.text)\n" }.joined()
  }

  private static func json(_ result: ListCompilation) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("file", result.path)
    json.member("isNew", result.isNew)
    json.member("sha256", result.sha256)
    json.member("bytes", result.bytes)
    json.member("lineage", result.lineagePath)
    json.member("persons", result.persons)
    json.member("names", result.names)
    json.member("documents", result.documents)
    json.key("lists")
    json.beginArray()
    for list in result.lists {
      json.beginObject()
      json.member("id", list.id)
      json.member("format", list.format)
      json.member("published", ifPresent: list.published?.description)
      json.member("sha256", list.sha256)
      json.member("heldSha256", ifPresent: list.heldSHA256)
      json.key("files")
      json.array(list.fileHashes)
      json.endObject()
    }
    json.endArray()
    result.findings.writeJSON(to: &json)
    json.endObject()
    json.endLine()
    return json.bytes
  }
}
