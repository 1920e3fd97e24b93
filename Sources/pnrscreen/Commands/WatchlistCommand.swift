internal import ArgumentParser
internal import Bytes
internal import Records
internal import Screening
internal import Watchlists

struct WatchlistCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watchlist", abstract: "Look at watch lists without screening.",
    subcommands: [
      WatchlistCheckCommand.self, WatchlistShowCommand.self, WatchlistCompileCommand.self,
      WatchlistDiffCommand.self, WatchlistPreviewCommand.self,
    ])
}

/// Which list: files of one format, or the lists of a register.
struct WatchlistSelection: ParsableArguments {
  @Argument(
    help: "The list's file; several only where its format needs them.", completion: .file())
  var files: [String] = []

  @Option(help: ArgumentHelp("Format id, see 'pnrscreen formats'.", valueName: "format"))
  var format: String?

  @OptionGroup var profile: ProfileOption

  @Option(
    help: ArgumentHelp("A register instead of files.", valueName: "file"), completion: .file())
  var watchlists: String?

  func validate() throws {
    guard files.isEmpty != (watchlists == nil) else {
      throw ValidationError("give either FILE… or --watchlists REGISTER")
    }
    // Formats are tried one after the other, and standard input can be read once.
    guard !files.contains("-") || format != nil else {
      throw ValidationError("standard input needs --format")
    }
    try Self.validate(format: format)
    guard profile.path == nil || watchlists == nil else {
      throw ValidationError("--profile belongs to FILE; a register names its profiles itself")
    }
    try profile.validate(format: format, files: files.count)
  }

  /// The format of the files, if it is said.
  var knownFormat: String? { profile.path == nil ? format : PersonsCSV.id }

  /// - Throws: for a format that nobody knows.
  static func validate(format: String?) throws {
    if let format, WatchlistRegistry.format(format) == nil {
      throw ValidationError(WatchlistError.unknownFormat(id: format).description)
    }
  }

  /// Reads the files in the format that was given, else in the first format that can read them.
  func read() -> (format: String, result: Result<Watchlist, WatchlistError>) {
    Self.read(files + profile.files, format: knownFormat)
  }

  /// Reads the files of one list in the format that was given, else in the first format that can read them.
  static func read(_ files: [String], format: String?) -> (
    format: String, result: Result<Watchlist, WatchlistError>
  ) {
    do throws(WatchlistError) {
      var candidates: [String] = []
      if let format {
        candidates = [format]
      } else {
        candidates = try WatchlistFile.candidates(for: files)
      }
      var first: (String, Result<Watchlist, WatchlistError>)?
      for candidate in candidates {
        do throws(WatchlistError) {
          return (candidate, .success(try WatchlistFile.read(format: candidate, paths: files)))
        } catch {
          first = first ?? (candidate, .failure(error))
        }
      }
      return first ?? ("", .failure(.unrecognised(path: files[0])))
    } catch {
      return (format ?? "", .failure(error))
    }
  }

  /// Whether these files are a list of documents, which has no persons and may be larger than memory.
  static func isOfDocuments(_ files: [String], format: String?) -> Bool {
    guard let format else {
      return (try? WatchlistFile.candidates(for: files))?.first == DocumentsCSV.id
    }
    return format == DocumentsCSV.id
  }

  /// - Throws: for a list of documents, which has no persons.
  /// - Parameter what: would be done with persons: `compares persons`.
  static func expectPersons(
    _ files: [String], format: String?, _ what: String
  ) throws(Failure) {
    guard isOfDocuments(files, format: format) else { return }
    throw Failure(
      .usage,
      "\(files[0]) is a list of travel documents, and this command \(what); see "
        + "'watchlist check' and 'watchlist show'")
  }

  /// The lists of the register, read one by one without the gate.
  func registered() throws(Failure) -> Register {
    do { return try Register.read(path: watchlists ?? "") } catch {
      if case .unreadable = error { throw Failure(.inputMissing, error.description) }
      throw Failure(.configuration, error.description)
    }
  }
}

/// How FILE is read where it is an operator's own table.
struct ProfileOption: ParsableArguments {
  @Option(
    name: .customLong("profile"),
    help: ArgumentHelp(
      "How FILE, an own table in CSV, is read as persons-csv (TOML; see the README).",
      valueName: "file"), completion: .file())
  var path: String?

  var files: [String] { path.map { [$0] } ?? [] }

  /// - Throws: for files that have no profile.
  func validate(format: String?, files: Int) throws {
    guard let path else { return }
    guard format == nil || format == PersonsCSV.id, files <= 1 else {
      throw ValidationError("--profile is for one FILE of format \(PersonsCSV.id)")
    }
    guard path != "-" else { throw ValidationError("--profile is a file, not standard input") }
  }

  /// - Throws: for a profile that is invalid or cannot be read.
  func check() throws(Failure) {
    guard let path else { return }
    do { try PersonsCSV.checkProfile(path: path) } catch {
      if case .unreadable = error { throw Failure(.inputMissing, error.description) }
      throw Failure(.configuration, error.description)
    }
  }
}

struct WatchlistShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print a list, one person a line (JSON Lines).",
    discussion: """
      Prints every record as the program understands it, for a look with the eyes or with jq. A list of \
      travel documents is printed while it is read, so a fault in it may show behind many lines.

      Examples:
        pnrscreen watchlist show --format persons-csv own-list.csv | jq -r .names[0].full
        pnrscreen watchlist show --profile own-list.toml own-list.csv
        pnrscreen watchlist show --watchlists watchlists/register.toml
      """)

  @OptionGroup var selection: WatchlistSelection

  func run() throws {
    guard selection.watchlists == nil else { return try showRegister() }
    try selection.profile.check()
    if WatchlistSelection.isOfDocuments(selection.files, format: selection.knownFormat) {
      return try showDocuments(selection.files, list: DocumentsCSV.id)
    }
    switch selection.read().result {
    case .success(let list): show(list)
    case .failure(let error): throw Failure(.listRefused, error.description)
    }
  }

  private func showRegister() throws {
    for list in try selection.registered().lists {
      if list.format == DocumentsCSV.id {
        try showDocuments(list.paths, list: list.id)
        continue
      }
      do throws(WatchlistError) {
        show(try WatchlistFile.read(format: list.format, paths: list.files, id: list.id))
      } catch {
        throw Failure(.listRefused, error.description)
      }
    }
  }

  private func show(_ list: Watchlist) {
    var out = JSONWriter()
    for entry in list.entries { show(entry, of: list.id, &out) }
    StandardOutput.stream(out.bytes)
  }

  private func showDocuments(_ paths: [String], list: String) throws(Failure) {
    var out = JSONWriter()
    defer { StandardOutput.stream(out.bytes) }
    do throws(WatchlistError) {
      try WatchlistFile.visitDocuments(paths: paths) { show($0, of: list, &out) }
    } catch {
      throw Failure(.listRefused, error.description)
    }
  }

  private func show(_ entry: ListedPerson, of list: String, _ out: inout JSONWriter) {
    entry.writeJSONLine(list: list, to: &out)
    guard out.bytes.count > 64 * 1024 else { return }
    StandardOutput.stream(out.bytes)
    out.removeAll()
  }
}
