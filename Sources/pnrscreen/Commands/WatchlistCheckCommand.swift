internal import ArgumentParser
internal import Bytes
internal import Records
internal import Screening
internal import Watchlists

struct WatchlistCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tell whether a list can be used, and what is in it.",
    discussion: """
      For FILE…: reads the list and judges it by itself. With --watchlists: judges every list of \
      the register as the next run would (designation, age, expected number of persons, and what \
      has changed since a run accepted it last; see --state). Exit code 69 unless everything is \
      accepted, also lists that a run could do without.

      A list that is held can be used once two persons have accepted this version of it, each with \
      --accept --reason and their own name; the decisions are kept in the ledger, and count as long \
      as no other version is accepted. Until then its last accepted version stays in use, as long as \
      that is not too old. A list that is refused only for what has changed since that version can \
      be accepted too, but until then nothing of it is used. A list whose file is refused cannot be \
      accepted.

      Examples:
        pnrscreen watchlist check --format nl-terrorism-ods nationale-terrorismelijst.ods
        pnrscreen watchlist check --watchlists watchlists/register.toml
        pnrscreen watchlist check --watchlists watchlists/register.toml --list un \
          --accept --reason "45 delisted, see press release" --by "A. Jansen"
      """)

  @OptionGroup var selection: WatchlistSelection

  @Flag(help: "Accept a list that is held or has changed too much; needs --watchlists.")
  var accept = false

  @Option(help: ArgumentHelp("Which list is accepted, where several could be.", valueName: "id"))
  var list: String?

  @Option(help: ArgumentHelp("Why it is accepted all the same.", valueName: "text"))
  var reason: String?

  @Option(help: ArgumentHelp("Who accepts it.", valueName: "name"))
  var by: String?

  @OptionGroup var time: ClockOption

  @Flag(help: "One JSON object a list.")
  var json = false

  @OptionGroup var shared: SettingsOptions

  func validate() throws {
    guard accept else {
      guard list == nil, reason == nil, by == nil else {
        throw ValidationError("--list, --reason and --by belong to --accept")
      }
      return
    }
    guard selection.watchlists != nil else {
      throw ValidationError("--accept decides on a list of a register: give --watchlists")
    }
    guard let reason, let by, [reason, by].allSatisfy({ $0.contains(where: \.isLetter) }) else {
      throw ValidationError("--accept needs --reason TEXT and --by NAME")
    }
    guard (reason + by).unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else {
      throw ValidationError("--reason and --by are one line each, without control characters")
    }
  }

  func run() throws {
    let clock = try time.clock()
    if selection.watchlists != nil { return try checkRegister(clock) }
    try selection.profile.check()
    let (format, result) = selection.read()
    let check: WatchlistCheck
    switch result {
    case .success(let list): check = WatchlistCheck(of: list)
    case .failure(let error): check = WatchlistCheck(refused: error, format: format)
    }
    var out = JSONWriter()
    check.writeJSON(to: &out)
    StandardOutput.write(json ? out.bytes : Array(text(check).utf8))
    guard check.verdict == .accepted else {
      throw Failure(
        .listRefused,
        "watch list \(check.verdict.rawValue): \(check.reasons.joined(separator: "; "))")
    }
  }

  private func checkRegister(_ clock: RunClock) throws {
    let settings = try shared.settings()
    let request = RunRequest(
      paths: [], watchlists: selection.watchlists ?? "", output: settings.output,
      state: settings.state, jobs: 1, clock: clock)
    var review = try Failure.worded { () throws(RunError) in try ListReview(request) }
    if accept {
      let decided = try Failure.worded { () throws(RunError) in
        try review.accept(list, by: by ?? "", reason: reason ?? "", request)
      }
      let missing = ListMemory.decidersMin - decided.deciders
      Log.note(
        missing > 0
          ? "list \(decided.list): written down; one more person must accept this version"
          : "list \(decided.list): written down; this version is accepted")
    }
    var refused: [String] = []
    for list in review.register.lists {
      let check = WatchlistCheck(of: list, in: review.result)
      var out = JSONWriter()
      check.writeJSON(to: &out, list: list.id)
      StandardOutput.write(json ? out.bytes : Array("\(list.id): \(text(check))".utf8))
      if check.verdict != .accepted { refused.append(list.id) }
    }
    guard refused.isEmpty else {
      throw Failure(
        .listRefused, "not every watch list is accepted: \(refused.joined(separator: ", "))")
    }
  }

  private func text(_ check: WatchlistCheck) -> String {
    var lines = ["\(check.verdict.rawValue) as \(check.format)"]
    if let date = check.published { lines.append("published    \(date)") }
    if let counts = check.counts {
      lines += [
        "records      \(counts.records)", "persons      \(counts.persons)",
        "names        \(counts.names)", "birth dates  \(counts.birthDates)",
        "documents    \(counts.documents)", "nationality  \(counts.nationalities)",
        "gender       \(counts.genders)",
      ]
    }
    lines +=
      check.warnings.map { "warning      \($0)" } + check.reasons.map { "reason       \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }
}
