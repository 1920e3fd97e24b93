internal import Foundation
internal import Records
internal import Watchlists

/// What is new or changed in the lists since a published run (`screen --changed-since`).
struct ListChanges: Sendable {
  /// The id of that run.
  let run: String
  /// For each list, for each of its entries, whether it is new or changed.
  ///
  /// The whole lists are compared all the same and the hits of other entries left out: how much a name says
  /// depends on all names of the lists, and so does which matches of a saturated traveller are written.
  private(set) var isChanged: [[Bool]] = []
  /// How many entries are new or changed.
  var entryCount: Int { isChanged.reduce(0) { $0 + $1.count { $0 } } }

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
      if let known = before.lists.first(where: { $0.id == list.id }) {
        isChanged.append(try ListChanges.entries(of: list, besides: known, kept, request))
      } else {
        isChanged.append(list.entries.map { _ in true })
      }
    }
  }

  /// Of each entry, whether it is not in the earlier version as it is.
  private static func entries(
    of list: Watchlist, besides known: Run.List, _ kept: KeptListFiles, _ request: RunRequest
  ) throws(RunError) -> [Bool] {
    if known.sha256 == list.sha256, known.format == list.format {
      return list.entries.map { _ in false }
    }
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
    return list.entries.map { entries[$0.entry] != $0 }
  }
}
