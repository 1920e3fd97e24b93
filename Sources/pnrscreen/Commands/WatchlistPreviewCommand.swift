internal import ArgumentParser
internal import Bytes
internal import Names
internal import Screening
internal import Watchlists

struct WatchlistPreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Estimate how many candidates each entry will give, worst first.",
    discussion: """
      Draws a million travellers from the table of name frequencies (the shipped one, or your own that \
      is signed off), screens them, and tells for each entry how many of 100,000 passengers are \
      candidates: of passengers of whom nothing but the name is known (expected), and of passengers \
      with a birth date (expectedDated). So a name that alerts on everybody is seen before it goes live. \
      Tokens are drawn independently of each other, so names that go together are met more often than \
      this says: see the README for how well it predicts. Lists that a run would refuse are previewed too; lists of travel \
      documents, which have no names, are not.

      With --json one object a line: first for each list its total (list, expected, expectedDated, draws), \
      then the entries: list, entry, expected, expectedDated, drawn (the candidates that the figure \
      rests on: it varies by its square root), and name (index in the entry's names, full, tokens, \
      quality, expected), which most of the candidates resemble best. Entries that met nobody are left out.

      Examples:
        pnrscreen watchlist preview --watchlists watchlists/register.toml
        pnrscreen watchlist preview --format persons-csv own-list.csv --top 100 --json
      """)

  @OptionGroup var selection: WatchlistSelection

  @Option(help: ArgumentHelp("How many entries are told.", valueName: "n"))
  var top = 20

  @Flag(help: "One JSON object a line.")
  var json = false

  @Option(help: ArgumentHelp("Worker threads; one per core if not given.", valueName: "n"))
  var jobs: Int?

  @OptionGroup var shared: ConfigurationOptions

  func validate() throws {
    guard top >= 0 else { throw ValidationError("--top must not be negative") }
  }

  func run() throws {
    let settings = try shared.settings(jobs: jobs)
    let frequency = try Failure.worded { () throws(RunError) in try settings.nameFrequency() }
    let preview = ListPreview(try lists(), frequency: frequency, jobs: settings.jobs)
    StandardOutput.stream(json ? Self.json(preview, top) : Array(Self.text(preview, top).utf8))
  }

  private func lists() throws(Failure) -> [Watchlist] {
    try selection.profile.check()
    let registered = selection.watchlists == nil ? nil : try selection.registered().lists
    if registered == nil {
      try WatchlistSelection.expectPersons(
        selection.files, format: selection.knownFormat, "estimates candidates by their names")
    }
    do throws(WatchlistError) {
      guard let registered else { return [try selection.read().result.get()] }
      var lists: [Watchlist] = []
      for list in registered where list.format != DocumentsCSV.id {
        lists.append(
          try WatchlistFile.read(format: list.format, paths: list.files, id: list.id))
      }
      return lists
    } catch {
      throw Failure(.listRefused, error.description)
    }
  }

  private static func text(_ preview: ListPreview, _ top: Int) -> String {
    var text =
      "Candidates per \(ListPreview.passengers) passengers: by name alone, and with birth dates\n"
    for total in preview.totals {
      text += "\(columns(total.expected, total.expectedDated))  \(total.list) in all\n"
    }
    for entry in preview.entries.prefix(top) {
      let name = entry.name
      let tokens = name.tokens == 1 ? "1 token" : "\(name.tokens) tokens"
      text += "\(columns(entry.expected, entry.expectedDated))  \(entry.list) \(entry.entry)"
      text += "  name \(name.index): \(name.full) (\(tokens), \(name.quality))\n"
    }
    return text
  }

  private static func columns(_ values: Double...) -> String {
    values.map { value in
      let tenths = Int((value * 10).rounded())
      let digits = "\(tenths / 10).\(tenths % 10)"
      return String(repeating: " ", count: max(1, 10 - digits.count)) + digits
    }.joined()
  }

  private static func json(_ preview: ListPreview, _ top: Int) -> [UInt8] {
    var json = JSONWriter()
    for total in preview.totals {
      json.beginObject()
      json.member("list", total.list)
      write(total.expected, total.expectedDated, to: &json)
      json.member("draws", preview.draws)
      json.endObject()
      json.endLine()
    }
    for entry in preview.entries.prefix(top) {
      json.beginObject()
      json.member("list", entry.list)
      json.member("entry", entry.entry)
      write(entry.expected, entry.expectedDated, to: &json)
      json.member("drawn", entry.drawn)
      json.key("name")
      json.beginObject()
      json.member("index", entry.name.index)
      json.member("full", entry.name.full)
      json.member("tokens", entry.name.tokens)
      json.member("quality", entry.name.quality)
      json.key("expected")
      json.number(entry.name.expected, decimals: 2)
      json.endObject()
      json.endObject()
      json.endLine()
    }
    return json.bytes
  }

  private static func write(_ expected: Double, _ dated: Double, to json: inout JSONWriter) {
    json.key("expected")
    json.number(expected, decimals: 2)
    json.key("expectedDated")
    json.number(dated, decimals: 2)
  }
}
