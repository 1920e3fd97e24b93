internal import Bytes
internal import Records
internal import Watchlists

/// The files of accepted versions in `STATE/lists/<list>/<sha256>/`: what stays in use while a new version is held,
/// and what later runs compare with (`screen --changed-since`).
struct KeptListFiles {
  /// Versions of one list that are kept: some weeks of a daily list.
  private static let versionsMax = 16

  private let folder: String
  private let tables: DocumentTableFiles

  init(state: String, tables: DocumentTableFiles) {
    folder = "\(state)/lists"
    self.tables = tables
  }

  private func folder(of list: String) -> String { "\(folder)/\(list)" }

  /// The files of one version, in the order of its register entry, or its table of documents; nil where they are
  /// not kept.
  /// - Parameters:
  ///   - list: the id in the register.
  ///   - sha256: of ``Watchlist``.
  func paths(list: String, sha256: String) -> [String]? {
    let version = "\(folder(of: list))/\(sha256)"
    guard let names = try? folderEntries(version), !names.isEmpty else {
      return tables.path(list: list, sha256: sha256).map { [$0] }
    }
    return names.sorted().map { "\(version)/\($0)" }
  }

  /// Keeps the files of a version that was accepted, if they are not kept, and removes the oldest versions.
  /// - Parameter paths: as in the register, a profile last; they are looked over again, and kept only if they are that version.
  /// - Throws: ``RunError`` for a disk that is full or a folder that may not be written.
  func keep(_ list: Watchlist, paths: [String], limits: Limits) throws(RunError) {
    // The table says all that a list of documents does, in less room.
    if list.documents != nil { return tables.keep(list: list.id, sha256: list.sha256) }
    guard self.paths(list: list.id, sha256: list.sha256) == nil else { return }
    var sources: [WatchlistSource] = []
    do throws(WatchlistError) {
      for path in paths { sources.append(try WatchlistSource(path: path, limits: limits)) }
    } catch {
      throw .input(path: paths.joined(separator: " "), reason: error.description)
    }
    do throws(BytesError) {
      let copy = try AtomicFolder(in: folder(of: list.id))
      var hashes: [String] = []
      for (number, source) in sources.enumerated() {
        // Formats may tell files by their names; the number keeps the order of the register.
        let name = source.path.split(separator: "/").last ?? "list"
        var file = try copy.file("\(number)-\(name)")
        hashes.append(try source.copy { block throws(BytesError) in try file.append(block) })
        _ = try file.finish()
      }
      // Somebody may have replaced it since it was read.
      if Watchlist.sha256(ofFiles: hashes) == list.sha256 { _ = try copy.publish(as: list.sha256) }
    } catch {
      throw RunError(writing: error)
    }
    removeOldest(of: list)
  }

  private func removeOldest(of list: Watchlist) {
    let versions = ((try? newestFiles(folder(of: list.id), ending: "")) ?? []).filter {
      !$0.hasPrefix(".") && $0 != list.sha256
    }
    for version in versions.dropFirst(Self.versionsMax - 1) {
      removePlainFolder("\(folder(of: list.id))/\(version)")
    }
  }
}
