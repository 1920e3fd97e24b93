internal import Bytes
public import Records

/// Reads list files by the name of their format.
public enum WatchlistFile {
  /// How many first bytes a format is recognised by.
  public static let headBytes = 4096

  /// The formats that the first of the files may be of, in the order of the registry.
  /// - Throws: ``WatchlistError/unreadable(_:)``.
  public static func candidates(
    for paths: [String], limits: Limits = .standard
  ) throws(WatchlistError) -> [String] {
    guard let path = paths.first else { return [] }
    let source = try WatchlistSource(path: path, limits: limits)
    let head = source.stream.head(headBytes)
    return WatchlistRegistry.formats.lazy
      .filter { $0.fileCount.contains(paths.count) && $0.recognises(head, name: source.name) }
      .map(\.descriptor.id)
  }

  /// Reads one list from its file or files.
  /// - Parameters:
  ///   - format: an id of ``WatchlistRegistry``.
  ///   - paths: one path, several only where the format needs them (`ofac-csv`).
  ///   - id: the list's id in the register; the format's id when nil.
  /// - Throws: ``WatchlistError``, never its register case.
  public static func read(
    format: String, paths: [String], id: String? = nil, limits: Limits = .standard
  ) throws(WatchlistError) -> Watchlist {
    guard let reader = WatchlistRegistry.format(format) else { throw .unknownFormat(id: format) }
    guard reader.fileCount.contains(paths.count) else {
      throw .wrongFileCount(format: format, expected: reader.fileCount, given: paths.count)
    }
    var sources: [WatchlistSource] = []
    for path in paths {
      sources.append(
        try WatchlistSource(path: path, limits: limits, bytesMax: reader.bytesMax(limits)))
    }
    return try read(format: format, sources: sources, id: id, limits: limits)
  }

  /// Reads one list from bytes in memory; otherwise as ``read(format:paths:id:limits:)``.
  /// - Throws: ``WatchlistError``.
  public static func read(
    format: String, sources: [WatchlistSource], id: String? = nil, limits: Limits = .standard
  ) throws(WatchlistError) -> Watchlist {
    guard let reader = WatchlistRegistry.format(format) else { throw .unknownFormat(id: format) }
    guard reader.fileCount.contains(sources.count) else {
      throw .wrongFileCount(format: format, expected: reader.fileCount, given: sources.count)
    }
    for source in sources { try source.expectContent() }
    let contents = try reader.read(sources, limits: limits)
    try sources[0].expectRecords(contents)
    var hashes: [String] = []
    for source in sources {
      do { hashes.append(try source.stream.finishHash()) } catch { throw .unreadable(error) }
    }
    var list = Watchlist(
      id: id ?? format, format: format,
      sha256: Watchlist.sha256(ofFiles: hashes),
      published: contents.published, entries: contents.entries, warnings: contents.warnings,
      holds: contents.holds)
    let screened = list.entries.lazy.filter(\.kind.isScreened)
    if let warning = GarbledNames.warning(of: screened.flatMap(\.names).map(\.full)) {
      list.warnings.append(warning)
    }
    list.documentCounts = contents.documents
    list.fileHashes = hashes
    for source in sources {
      list.byteCount += source.stream.byteCount
      source.schema.add(to: &list.schema)
    }
    return list
  }

  /// Reads a version of a list that a run has kept: its files, or its table of documents.
  /// - Throws: ``WatchlistError``.
  public static func readKept(
    format: String, paths: [String], id: String, limits: Limits = .standard
  ) throws(WatchlistError) -> Watchlist {
    guard format == DocumentsCSV.id, let table = paths.first else {
      return try read(format: format, paths: paths, id: id, limits: limits)
    }
    return try DocumentTableFiles.read(table: table, id: id)
  }

  /// Gives every document of a list to `body`, as `watchlist show` has it; memory holds one of them.
  /// - Throws: ``WatchlistError``, perhaps after many were given.
  public static func visitDocuments(
    paths: [String], limits: Limits = .standard, _ body: (ListedPerson) -> Void
  ) throws(WatchlistError) {
    guard let path = paths.first, paths.count == 1 else {
      throw .wrongFileCount(format: DocumentsCSV.id, expected: 1...1, given: paths.count)
    }
    let source = try WatchlistSource(
      path: path, limits: limits, bytesMax: limits.documentListBytes)
    try source.expectContent()
    let contents = try DocumentRows.read(source, limits: limits) { record, number in
      body(record.listed(number: number()))
    }
    try source.expectRecords(contents)
  }
}
