public import Bytes
public import Records

/// One file of a list, which a reader takes once from its beginning.
public struct WatchlistSource {
  /// The path that errors name.
  public let path: String
  let stream: ByteStream
  /// Its name within a zip of which it is the only file.
  private var memberName: String?
  /// What the file turns out to consist of.
  let schema = ListSchemaRecorder()

  /// - Parameter blockBytes: how many bytes a reader gets at a time; what it reads must not depend on it.
  public init(path: String, bytes: [UInt8], blockBytes: Int = .max) {
    self.path = path
    stream = ByteStream(bytes, path: path, blockBytes: blockBytes)
  }

  /// Opens a file; a packed stream (gzip, zstd, bzip2, xz) is unpacked on the way, and so is a zip that holds
  /// nothing but one file. A spreadsheet, which is a zip of several, is given as it is.
  /// - Parameter bytesMax: how many bytes it may have, unpacked; those of most lists if not given.
  /// - Throws: ``WatchlistError/unreadable(_:)``.
  public init(path: String, limits: Limits, bytesMax: Int? = nil) throws(WatchlistError) {
    self.path = path
    do {
      try Self.expectFile(path)
      let file = try ByteStream(path: path, maximumBytes: bytesMax ?? limits.listBytes)
      guard ListHead(file.head(4)).isZip else {
        stream = file
        return
      }
      let bytes = try file.rest()
      let member = try WatchlistSource.onlyMember(ofZip: bytes, path: path, limits: limits)
      memberName = member?.name
      stream = ByteStream(member?.content ?? bytes, path: path)
    } catch {
      throw .unreadable(error)
    }
  }

  /// A pipe or a device may never end, or never begin.
  /// - Throws: ``BytesError/notRegular(path:)``.
  static func expectFile(_ path: String) throws(BytesError) {
    guard path != "-" else { return }
    guard try kind(ofPath: path, followsLinks: true).kind == .regularFile else {
      throw .notRegular(path: path)
    }
  }

  /// Files of which a spreadsheet or a workbook has at least one.
  private static let sheetMembers: Set<String> = [
    "mimetype", "content.xml", "[Content_Types].xml", "xl/workbook.xml",
  ]

  /// What a Mac adds beside the files.
  private static let macFolder = "__MACOSX/"

  /// - Returns: nil for a spreadsheet, or a zip whose directory is damaged: the formats say what is wrong.
  /// - Throws: ``BytesError/archive(path:reason:)`` for other zips of several files, or of none.
  private static func onlyMember(
    ofZip bytes: [UInt8], path: String, limits: Limits
  ) throws(BytesError) -> (name: String, content: [UInt8])? {
    let archiveLimits = ArchiveLimits(
      memberBytes: limits.listMemberBytes, ratio: limits.archiveRatio)
    guard
      let members = try? ArchiveReader.members(ofZip: bytes, path: path, limits: archiveLimits)
    else { return nil }
    let names = members.filter { $0.isFile && !$0.name.hasPrefix(macFolder) }.map(\.name)
    guard names.count == 1 else {
      guard sheetMembers.isDisjoint(with: names) else { return nil }
      throw .archive(
        path: path, reason: "the zip holds \(names.count) files, one is wanted; unpack it")
    }
    let contents = try ArchiveReader.read(
      names, fromZip: bytes, path: path, limits: archiveLimits)
    return (names[0], contents[0])
  }

  /// Gives all bytes, unpacked, to `body`.
  /// - Returns: their SHA-256, lower case hex.
  /// - Throws: what the file or `body` throws.
  public func copy(
    _ body: (_ block: [UInt8]) throws(BytesError) -> Void
  ) throws(BytesError) -> String {
    while let block = stream.nextBlock() { try body(block) }
    return try stream.finishHash()
  }

  /// All bytes, for formats that are small or can only be read as a whole.
  func bytes() throws(WatchlistError) -> [UInt8] {
    do { return try stream.rest() } catch { throw .unreadable(error) }
  }

  /// The file name without folders and without what packing adds to it.
  var name: Substring {
    let path = memberName ?? path
    let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    let ending = WatchlistSource.packedEndings.first { name.lowercased().hasSuffix($0) }
    return name.dropLast(ending?.count ?? 0)
  }

  private static let packedEndings = [".gz", ".zst", ".bz2", ".xz"]

  /// - Parameter what: is wrong, and what to do; no personal data.
  func refused(_ what: String) -> WatchlistError { .refused(path: path, reason: what) }
}
