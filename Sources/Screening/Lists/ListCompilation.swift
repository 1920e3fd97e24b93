internal import Bytes
internal import Matching
public import Watchlists

/// `watchlist compile`: the lists of a register, accepted as a run would, in the file that runs map.
public struct ListCompilation: Sendable {
  public let path: String
  /// Beside it: what it is made from (JSON).
  public let lineagePath: String
  /// Bytes of the file, and its SHA-256: the same lists and the same program give the same file.
  public let bytes: Int
  public let sha256: String
  /// False where the file was there.
  public let isNew: Bool
  public let persons: Int
  public let names: Int
  /// Of lists of documents, the tables of which lie in `STATE/documents`.
  public let documents: Int
  public let lists: [RunList]
  /// What the gate found, as in a run.
  public let findings: [GateFinding]

  /// - Throws: ``RunError``, as a run for its lists, its state folder and what it cannot write.
  public init(_ request: RunRequest) throws(RunError) {
    let state = try RunState(request)
    let loaded = try ListLoading.load(request, ledger: state)
    let files = try CompiledListFiles(
      state: request.state, lists: loaded.watchlists, frequency: request.nameFrequency)
    let known = files.read(loaded.watchlists, request.nameFrequency)
    let index = known ?? MatchIndex(lists: loaded.watchlists, frequency: request.nameFrequency)
    if known == nil { try files.write(index) }
    path = files.path
    lineagePath = files.lineagePath
    isNew = known == nil
    persons = index.personCount
    names = index.nameCount
    documents = loaded.watchlists.reduce(0) { $0 + ($1.documentCounts?.records ?? 0) }
    lists = loaded.described
    findings = loaded.findings
    if known != nil {
      do { try files.writeLineage() } catch { throw RunError(writing: error) }
    }
    do {
      sha256 = try Bytes.sha256(ofFile: files.path)
      bytes = try kind(ofPath: files.path, followsLinks: false).byteCount
    } catch {
      throw RunError(reading: error)
    }
  }
}
