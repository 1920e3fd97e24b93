internal import Bytes
public import Records

/// Reads list files by the name of their format.
public enum WatchlistFile {
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
      do {
        let bytes = try readWholeFile(path, maximumBytes: limits.listBytes)
        sources.append(WatchlistSource(path: path, bytes: bytes))
      } catch {
        throw .unreadable(error)
      }
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
    for source in sources where source.bytes.isEmpty {
      throw .refused(path: source.path, reason: "the file is empty; fetch it again")
    }
    let contents = try reader.read(sources, limits: limits)
    guard !contents.entries.isEmpty else {
      let cause = contents.holds.first.map { ": \($0)" } ?? "; fetch the list again"
      throw .refused(path: sources[0].path, reason: "holds no record" + cause)
    }
    let hashes = sources.map { SHA256.hex($0.bytes) }
    return Watchlist(
      id: id ?? format, format: format,
      sha256: hashes.count == 1 ? hashes[0] : SHA256.hex(hashes.joined()),
      published: contents.published, entries: contents.entries, warnings: contents.warnings,
      holds: contents.holds)
  }
}
