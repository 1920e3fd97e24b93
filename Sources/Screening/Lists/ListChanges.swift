internal import Foundation
internal import Records
internal import Watchlists

/// What is new or changed in the lists since a published run (`screen --changed-since`).
struct ListChanges: Sendable {
  /// The id of that run.
  let run: String
  /// The lists with only those entries; of a list that is as it was, with none.
  private(set) var watchlists: [Watchlist] = []
  /// How many entries are new or changed.
  var entryCount: Int { watchlists.reduce(0) { $0 + $1.entries.count } }

  private struct Run: Decodable {
    struct List: Decodable {
      var id: String
      var format: String
      var sha256: String
    }

    var id: String
    var lists: [List]
  }

  /// - Parameter lists: as the gate let them through.
  /// - Throws: ``RunError/input(path:reason:)`` where the run cannot be read, or the versions that it used are
  ///   not kept any more.
  init(_ lists: [Watchlist], since folder: String, _ request: RunRequest) throws(RunError) {
    let path = "\(folder)/\(RunReport.name)"
    guard let json = RunFolder.contents(of: RunReport.name, in: folder),
      let before = try? JSONDecoder().decode(Run.self, from: json)
    else { throw .input(path: path, reason: "is no report of a published run") }
    run = before.id
    let kept = KeptListFiles(state: request.state)
    for list in lists {
      var changed = list
      if let known = before.lists.first(where: { $0.id == list.id }) {
        changed.entries = try ListChanges.entries(of: list, besides: known, kept, request)
      }
      watchlists.append(changed)
    }
  }

  /// The entries that are not in the earlier version as they are.
  private static func entries(
    of list: Watchlist, besides known: Run.List, _ kept: KeptListFiles, _ request: RunRequest
  ) throws(RunError) -> [ListedPerson] {
    if known.sha256 == list.sha256, known.format == list.format { return [] }
    let name = "version \(known.sha256.prefix(12)) of list \(list.id)"
    guard let paths = kept.paths(list: list.id, sha256: known.sha256) else {
      throw .input(
        path: request.state, reason: "\(name) is not kept there; screen without --changed-since")
    }
    let earlier: Watchlist
    do {
      earlier = try WatchlistFile.read(
        format: known.format, paths: paths, id: list.id, limits: request.limits)
    } catch {
      throw .input(path: paths[0], reason: "\(name) cannot be read any more: \(error)")
    }
    guard earlier.sha256 == known.sha256 else {
      throw .input(path: paths[0], reason: "\(name) is damaged; screen without --changed-since")
    }
    let entries = Dictionary(
      earlier.entries.map { ($0.entry, $0) }, uniquingKeysWith: { first, _ in first })
    return list.entries.filter { entries[$0.entry] != $0 }
  }
}
