internal import Bytes
internal import Matching
internal import Names
internal import Records
internal import Watchlists

/// The compiled lists of the state folder: what a long list takes seconds to become is made once and then mapped,
/// by all runs of the same program with the same lists.
///
/// A file is named by what it was made from, this program's own bytes included, so that it cannot be taken for
/// another; and it is looked over (SHA-256) before it is used. A file that is damaged is made anew.
struct CompiledListFiles {
  private let folder: String
  private let key: String
  /// What the file is made from, for auditors.
  private let lineage: [UInt8]

  static let fileEnding = ".lists"
  static let lineageEnding = ".json"
  /// Other files that are kept: those of a register with other lists, or of the program before.
  private static let othersMax = 3

  /// - Parameter state: the state folder.
  /// - Throws: ``RunError`` where this program's own file cannot be read.
  init(state: String, lists: [Watchlist], frequency: NameFrequency) throws(RunError) {
    folder = "\(state)/compiled"
    let program: String
    do { program = try sha256(ofFile: "/proc/self/exe") } catch { throw RunError(reading: error) }
    let parts =
      [program, frequency.version]
      + lists.map { list in
        // Nothing of a list of documents is in the file but its place among the lists.
        list.documentCounts == nil ? "\(list.id) \(list.format) \(list.sha256)" : ""
      }
    key = String(SHA256.hex(parts.joined(separator: "\n")).prefix(32))
    lineage = Self.lineage(
      of: key + Self.fileEnding, program: program, frequency: frequency.version, lists)
  }

  var path: String { "\(folder)/\(key)\(Self.fileEnding)" }
  var lineagePath: String { "\(folder)/\(key)\(Self.lineageEnding)" }

  /// All that the name of the file is made of, and what the lists are.
  private static func lineage(
    of file: String, program: String, frequency: String, _ lists: [Watchlist]
  ) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("file", file)
    json.member("program", program)
    json.member("programVersion", ProgramVersion.current)
    json.member("nameFrequency", frequency)
    json.key("lists")
    json.beginArray()
    for list in lists {
      let counts = list.counts
      json.beginObject()
      json.member("id", list.id)
      json.member("format", list.format)
      json.member("published", ifPresent: list.published?.description)
      json.member("sha256", list.sha256)
      json.key("files")
      json.array(list.fileHashes)
      json.member("records", counts.records)
      json.member("persons", counts.persons)
      json.member("names", counts.names)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.bytes
  }

  /// The compiled lists that are there; nil where there are none, or none that can be used.
  func read(_ lists: [Watchlist], _ frequency: NameFrequency) -> MatchIndex? {
    guard let image = try? MemoryImage.map(path) else { return nil }
    return MatchIndex(lists: lists, frequency: frequency, compiled: image)
  }

  /// Writes compiled lists, and removes the oldest files beyond a few.
  /// - Throws: ``RunError`` for a disk that is full or a folder that may not be written.
  func write(_ index: MatchIndex) throws(RunError) {
    do throws(BytesError) {
      try makeFolders(folder)
      // Whatever has the name could not be used.
      removeFile(path)
      _ = try index.image.write(to: path)
      try writeLineage()
    } catch {
      throw RunError(writing: error)
    }
    removeOldest()
  }

  /// Writes what the compiled file is made from, beside it.
  func writeLineage() throws(BytesError) {
    removeFile(lineagePath)
    _ = try NewFile(path: lineagePath).publish(lineage)
  }

  private func removeOldest() {
    let others = ((try? newestFiles(folder, ending: Self.fileEnding)) ?? []).filter {
      !path.hasSuffix("/\($0)")
    }
    for name in others.dropFirst(Self.othersMax) {
      removeFile("\(folder)/\(name)")
      let lineage = name.dropLast(Self.fileEnding.count) + Self.lineageEnding
      removeFile("\(folder)/\(lineage)")
    }
  }
}

extension MatchIndex {
  /// The compiled lists of a run: mapped where an earlier run or `watchlist compile` left them, else made, and
  /// left for the next run where they took time.
  static func prepared(
    _ loaded: LoadedLists, for request: RunRequest
  ) throws(RunError) -> MatchIndex {
    let lists = loaded.watchlists
    let names = lists.reduce(0) { $0 + $1.counts.names }
    guard names >= request.limits.compiledNamesMin else {
      return MatchIndex(lists: lists, frequency: request.nameFrequency)
    }
    let files = try CompiledListFiles(
      state: request.state, lists: lists, frequency: request.nameFrequency)
    if let index = files.read(lists, request.nameFrequency) { return index }
    let index = MatchIndex(lists: lists, frequency: request.nameFrequency)
    // A convenience: a disk that is full stops nobody from being screened.
    if !request.isDryRun { try? files.write(index) }
    return index
  }
}
