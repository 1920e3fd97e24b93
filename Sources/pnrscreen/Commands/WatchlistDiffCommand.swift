internal import ArgumentParser
internal import Bytes
internal import Records
internal import Watchlists

struct WatchlistDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two versions of one list, person by person.",
    discussion: """
      Tells who was added, removed, renumbered (the same names and birth dates under another id) or \
      changed, and what of whom. With --json one change a line: change, entry (the id in the new \
      version, of a removed person that in the old one), formerEntry (where renumbered), kind, name \
      (the first one), and fields: each field with what was added and removed, values as \
      'watchlist show' prints them; what is empty is left out. The exit code is 0 whether they differ \
      or not, and 69 where one cannot be read. Lists of travel documents have no persons: simulate \
      tells what a new version of one would bring and take.

      Examples:
        pnrscreen watchlist diff --format persons-csv own-list.yesterday.csv own-list.csv
        pnrscreen watchlist diff old.ods new.ods --json | jq -r 'select(.change == "added").name'
      """)

  @Argument(help: "The old and the new file of a list that is one file.", completion: .file())
  var files: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("The old version, where a list is several files.", valueName: "file"),
    completion: .file())
  var old: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("The new version, where a list is several files.", valueName: "file"),
    completion: .file())
  var new: [String] = []

  @Option(help: ArgumentHelp("Format id, see 'pnrscreen formats'.", valueName: "format"))
  var format: String?

  @OptionGroup var profile: ProfileOption

  @Flag(help: "One JSON object a change.")
  var json = false

  func validate() throws {
    guard files.isEmpty ? !old.isEmpty && !new.isEmpty : old.isEmpty && new.isEmpty else {
      throw ValidationError("give either OLD NEW or --old FILE… --new FILE…")
    }
    guard files.isEmpty || files.count == 2 else {
      throw ValidationError("give OLD and NEW; for lists of several files --old and --new")
    }
    let inputs = (files + old + new).count { $0 == "-" }
    guard inputs < 2, inputs == 0 || format != nil else {
      throw ValidationError("standard input can be read once, and needs --format")
    }
    try WatchlistSelection.validate(format: format)
    try profile.validate(format: format, files: max(old.count, new.count))
  }

  func run() throws {
    try profile.check()
    let before = try read(files.isEmpty ? old : [files[0]])
    let after = try read(files.isEmpty ? new : [files[1]])
    guard before.format == after.format else {
      throw Failure(
        .usage,
        "the old version is \(before.format) and the new one \(after.format); give two versions of "
          + "one list, or their --format")
    }
    let difference = WatchlistDifference(from: before, to: after)
    var out = JSONWriter()
    var lines = json ? "" : counts(difference, before, after)
    for change in difference.changes {
      if json { change.writeJSONLine(to: &out) } else { lines += text(change) }
      guard out.bytes.count + lines.utf8.count > 64 * 1024 else { continue }
      StandardOutput.stream(out.bytes + lines.utf8)
      out.removeAll()
      lines = ""
    }
    StandardOutput.stream(out.bytes + lines.utf8)
  }

  private func read(_ paths: [String]) throws(Failure) -> Watchlist {
    let format = profile.path == nil ? format : PersonsCSV.id
    try WatchlistSelection.expectPersons(paths, format: format, "compares persons")
    do {
      return try WatchlistSelection.read(paths + profile.files, format: format).result.get()
    } catch {
      throw Failure(.listRefused, error.description)
    }
  }

  private func counts(
    _ difference: WatchlistDifference, _ before: Watchlist, _ after: Watchlist
  ) -> String {
    func version(_ list: Watchlist) -> String {
      "\(list.entries.count) records" + (list.published.map { ", of \($0)" } ?? "")
    }
    return """
      old          \(version(before))
      new          \(version(after))
      added        \(difference.count(.added))
      removed      \(difference.count(.removed))
      renumbered   \(difference.count(.renumbered))
      changed      \(difference.count(.changed))
      unchanged    \(difference.unchanged)

      """
  }

  private func text(_ change: WatchlistChange) -> String {
    let former = change.formerEntry.map { "\($0) is now " } ?? ""
    let kind = change.listedKind == .person ? "" : " (\(change.listedKind.rawValue))"
    var text = "\(change.kind.rawValue) \(former)\(change.entry) \(change.name)\(kind)\n"
    for field in change.fields {
      for value in field.removed { text += "  \(field.field.rawValue) - \(value.text)\n" }
      for value in field.added { text += "  \(field.field.rawValue) + \(value.text)\n" }
    }
    return text
  }
}
