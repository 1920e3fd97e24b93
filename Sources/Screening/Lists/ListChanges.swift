internal import Foundation
internal import Records
internal import Watchlists

/// What is new or changed in the lists since a published run (`screen --changed-since`).
struct ListChanges: Sendable {
  /// The id of that run.
  let run: String
  /// For each list, which of its entries are new or changed.
  ///
  /// The whole lists are compared all the same and the hits of other entries left out: how much a name says
  /// depends on all names of the lists, and so does which matches of a saturated traveller are written.
  private var changes: [Changes] = []
  /// How many entries are new or changed.
  private(set) var entryCount = 0

  private enum Changes {
    case none, all
    case persons([Bool])
    /// Beside the documents of the earlier version.
    case documents(DocumentTable, since: DocumentTable)
  }

  /// Whether an entry of a list is new or changed.
  func isChanged(list: Int, entry: Int) -> Bool {
    switch changes[list] {
    case .none: false
    case .all: true
    case .persons(let isChanged): isChanged[entry]
    case .documents(let table, let earlier): !table.isUnchanged(entry, since: earlier)
    }
  }

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
    for list in lists {
      let known = before.lists.first { $0.id == list.id }
      let own = try known.map { known throws(RunError) in
        try ListChanges.changes(of: list, besides: known, request.keptLists, request)
      }
      changes.append(own ?? .all)
      switch changes[changes.count - 1] {
      case .none: break
      case .all: entryCount += list.documents?.changes(since: nil) ?? list.entries.count
      case .persons(let isChanged): entryCount += isChanged.count { $0 }
      case .documents(let table, let earlier): entryCount += table.changes(since: earlier)
      }
    }
  }

  /// Which entries are not in the earlier version as they are.
  private static func changes(
    of list: Watchlist, besides known: Run.List, _ kept: KeptListFiles, _ request: RunRequest
  ) throws(RunError) -> Changes {
    if known.sha256 == list.sha256, known.format == list.format {
      return .none
    }
    let name = "version \(known.sha256.prefix(12)) of list \(list.id)"
    guard let paths = kept.paths(list: list.id, sha256: known.sha256) else {
      throw .input(
        path: request.state, reason: "\(name) is not kept there; screen without --changed-since")
    }
    let earlier: Watchlist
    do {
      earlier = try WatchlistFile.readKept(
        format: known.format, paths: paths, id: list.id, limits: request.limits)
    } catch {
      throw .input(path: paths[0], reason: "\(name) cannot be read any more: \(error)")
    }
    guard earlier.sha256 == known.sha256 else {
      throw .input(path: paths[0], reason: "\(name) is damaged; screen without --changed-since")
    }
    if let table = list.documents {
      return earlier.documents.map { .documents(table, since: $0) } ?? .all
    }
    let entries = Dictionary(
      earlier.entries.map { ($0.entry, $0) }, uniquingKeysWith: { first, _ in first })
    return .persons(list.entries.map { entries[$0.entry] != $0 })
  }
}
