internal import Bytes
internal import Records

/// The tables of lists of documents in `STATE/documents/<list>/`: what takes minutes to read and sort is made once for
/// each version of a list, and mapped by all runs with that version.
///
/// A file is named by the SHA-256 of the list and holds all that the list says, so it also stands for an earlier version
/// of the list. It is looked over (SHA-256) before it is used; one that is damaged is made anew.
public struct DocumentTableFiles: Sendable {
  /// Tables of one list that are kept: 1.6 GB each for a list of 100 million documents.
  private static let versionsMax = 4
  private static let ending = ".\(DocumentTable.version).documents"

  private let folder: String?
  private let temporary: String
  private let isReadOnly: Bool

  /// - Parameters:
  ///   - folder: where tables are kept; nil for nowhere.
  ///   - temporary: on whose disk a table lies, without a name, that is not kept.
  ///   - isReadOnly: whether tables that are there are used, and none is kept.
  public init(folder: String?, temporary: String = "/tmp", isReadOnly: Bool = false) {
    self.folder = folder
    self.temporary = temporary
    self.isReadOnly = isReadOnly || folder == nil
  }

  /// The table of one version of a list; nil where it is not kept.
  /// - Parameters:
  ///   - list: the id in the register.
  ///   - sha256: of ``Watchlist``.
  public func path(list: String, sha256: String) -> String? {
    folder.map { "\($0)/\(list)/\(sha256)\(Self.ending)" }
      .flatMap { (try? somethingIsThere(atPath: $0)) == true ? $0 : nil }
  }

  /// Reads a list, from its table where that is there.
  /// - Throws: ``WatchlistError``.
  func read(_ path: String, id: String, limits: Limits) throws(WatchlistError) -> Watchlist {
    let source = try WatchlistSource(
      path: path, limits: limits, bytesMax: limits.documentListBytes)
    let hash = try Self.writing { () throws(BytesError) in
      try source.copy { _ throws(BytesError) in }
    }
    if let known = self.path(list: id, sha256: hash), let table = Self.table(known),
      // Another version's table may have been put in this one's place.
      table.lineage.sha256 == hash
    {
      return Watchlist(table, id: id)
    }
    let (table, obstacle) = try make(path, id: id, limits: limits)
    var list = Watchlist(table, id: id)
    if let obstacle {
      list.warnings.append(
        "its table cannot be kept, because \(obstacle) is there and is no file; remove it")
    }
    return list
  }

  /// Reads a version of a list from its table alone.
  /// - Throws: ``WatchlistError/refused(path:reason:)`` for a table that is damaged.
  static func read(table path: String, id: String) throws(WatchlistError) -> Watchlist {
    guard let table = table(path) else {
      throw .refused(path: path, reason: "is no table of documents, or a damaged one")
    }
    return Watchlist(table, id: id)
  }

  private static func table(_ path: String) -> DocumentTable? {
    (try? MemoryImage.map(path)).flatMap { DocumentTable($0) }
  }

  /// - Returns: the table, and what has its name and cannot be removed.
  private func make(
    _ path: String, id: String, limits: Limits
  ) throws(WatchlistError) -> (DocumentTable, obstacle: String?) {
    let place = isReadOnly ? temporary : "\(folder ?? temporary)/\(id)"
    let source = try WatchlistSource(
      path: path, limits: limits, bytesMax: limits.documentListBytes)
    var builder = try DocumentTableFiles.writing { () throws(BytesError) in
      if !isReadOnly {
        try makeFolders(place)
        // Of a run that was killed; nobody else is at work here, since a run holds the lock of its state folder.
        for name in try folderEntries(place) where name.hasPrefix(".tmp-") {
          removeFile("\(place)/\(name)")
        }
      }
      return try DocumentTableBuilder(folder: place)
    }
    try source.expectContent()
    let contents = try DocumentRows.read(source, limits: limits) {
      record, _ throws(WatchlistError) in
      try DocumentTableFiles.writing { () throws(BytesError) in try builder.add(record) }
    }
    try source.expectRecords(contents)
    return try DocumentTableFiles.writing {
      () throws(BytesError) -> (DocumentTable, obstacle: String?) in
      let sha256 = try source.stream.finishHash()
      var schema = ListSchema()
      source.schema.add(to: &schema)
      let lineage = DocumentTableLineage(
        sha256: sha256, contents, byteCount: source.stream.byteCount, schema: schema)
      let kept = "\(place)/\(lineage.sha256)\(Self.ending)"
      // Whatever has the name could not be used.
      if !isReadOnly { removeFile(kept) }
      let file = try builder.finish(lineage, path: kept)
      let isBlocked = isReadOnly ? false : try somethingIsThere(atPath: kept)
      let image: MemoryImage
      if isReadOnly || isBlocked {
        image = try file.mapped()
      } else {
        _ = try file.publish()
        image = try MemoryImage.map(kept)
      }
      guard let table = DocumentTable(image) else {
        throw .cannotOpen(path: kept, reason: "it is no table of documents")
      }
      return (table, isBlocked ? kept : nil)
    }
  }

  private static func writing<Value>(
    _ body: () throws(BytesError) -> Value
  ) throws(WatchlistError) -> Value {
    do throws(BytesError) { return try body() } catch { throw .unreadable(error) }
  }

  /// Notes that a version is in use, and removes the tables that have not been for longest.
  public func keep(list: String, sha256: String) {
    guard !isReadOnly, let folder, let path = path(list: list, sha256: sha256) else { return }
    touchFile(path)
    let others = ((try? newestFiles("\(folder)/\(list)", ending: ".documents")) ?? []).filter {
      !path.hasSuffix("/\($0)")
    }
    for name in others.dropFirst(Self.versionsMax - 1) { removeFile("\(folder)/\(list)/\(name)") }
  }
}

extension Watchlist {
  /// The list that a table was made of.
  fileprivate init(_ table: DocumentTable, id: String) {
    let lineage = table.lineage
    var warnings = lineage.warnings
    var holds = lineage.holds
    if table.duplicates > 0 {
      let sentence = "\(table.duplicates) record(s) tell of a document again"
      let isMany =
        table.duplicates > Guard.smallHoldRows
        && table.duplicates * 100 > lineage.counts.rows * DocumentProfile.repeatedPercent
      if isMany {
        holds.append(sentence + "; compare with the publication")
      } else {
        warnings.append(sentence + "; the last report is taken")
      }
    }
    self.init(
      id: id, format: DocumentsCSV.id, sha256: lineage.sha256, published: lineage.published,
      entries: [], warnings: warnings, holds: holds)
    fileHashes = [lineage.sha256]
    documentCounts = lineage.counts
    documents = table
    byteCount = lineage.byteCount
    schema = lineage.schema
    schema.counts[DocumentProfile.documents] = table.count - table.duplicates
  }
}
