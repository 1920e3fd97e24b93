public import Bytes
public import Records

/// One input of a run, found but not opened.
public struct InputFile: Sendable, Equatable {
  /// How it is opened.
  public var file: FileToRead
  /// Last part of the path, which is all that reports show: folders may name places or people. As much
  /// of the path as tells it from another input of the same name.
  public var baseName: String
  /// -1 where it is not known before reading (a pipe, standard input).
  public var byteCount: Int
  /// Set for an entry of a folder that is never opened: a link, a pipe, a device, a hidden file, or one that
  /// is still being written or gone.
  public var reasonNotRead: Diagnostic?

  public init(
    file: FileToRead, baseName: String, byteCount: Int, reasonNotRead: Diagnostic? = nil
  ) {
    self.file = file
    self.baseName = baseName
    self.byteCount = byteCount
    self.reasonNotRead = reasonNotRead
  }

  /// The path as given, for a reader.
  public var path: String { file.shown }
}

/// Finds the inputs that the command line's PATHs stand for.
public enum InputFiles {
  /// Expands PATHs: a file, a folder (its files, subfolders left out), or `-`. Files in a folder that are hidden
  /// or still being written come with ``InputFile/reasonNotRead``; a file that is named is always read.
  /// - Returns: one order for the same files, whatever the order of the PATHs: the same work has the
  ///   same id and the same bytes. Names, which reports show, come before folders, which they do not.
  /// - Throws: ``RunError/input(path:reason:)`` for a PATH that is missing, or when there is no
  ///   file to read at all: an unmounted folder must not pass for a quiet night.
  public static func expand(_ paths: [String]) throws(RunError) -> [InputFile] {
    var inputs: [InputFile] = []
    for path in paths {
      let file = FileToRead(path: path)
      if path == "-" {
        inputs.append(InputFile(file: file, baseName: "stdin", byteCount: -1))
        continue
      }
      // A link that the user names is followed, one that lies in a folder is not.
      let found: (kind: PathKind, byteCount: Int)
      do { found = try kind(of: file, followsLinks: true) } catch { throw RunError(reading: error) }
      switch found.kind {
      case .regularFile, .pipe: inputs.append(input(file, found.byteCount))
      case .folder: inputs += try folder(path)
      case .symbolicLink, .other:
        throw .input(path: path, reason: "is not a regular file or a folder")
      }
    }
    let leftAlone: [ReasonCode?] = [.late, .outOfScope]
    guard inputs.contains(where: { !leftAlone.contains($0.reasonNotRead?.code) }) else {
      throw .input(path: paths.joined(separator: " "), reason: "there is no file to read")
    }
    inputs = inputs.map { (key: orderKey($0), input: $0) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.input)
    tellApart(&inputs)
    return inputs
  }

  /// Gives inputs of one name as much of their folders as makes them different.
  private static func tellApart(_ inputs: inout [InputFile]) {
    for (_, places) in Dictionary(grouping: inputs.indices, by: { inputs[$0].baseName }) {
      let paths = places.map { inputs[$0].path.split(separator: "/").map { String($0) } }
      let different = Set(paths).count
      // One file that is named twice stays of one name.
      guard different > 1 else { continue }
      var depth = 2
      func names() -> [String] { paths.map { $0.suffix(depth).joined(separator: "/") } }
      while Set(names()).count < different { depth += 1 }
      for (place, name) in zip(places, names()) { inputs[place].baseName = name }
    }
  }

  /// What inputs are ordered by, as bytes. A file that is named comes before the same one of a folder.
  private static func orderKey(_ input: InputFile) -> [UInt8] {
    Array(input.baseName.utf8) + [0] + input.file.path + [0, input.file.isFolderEntry ? 1 : 0]
  }

  private static func folder(_ folder: String) throws(RunError) -> [InputFile] {
    var inputs: [InputFile] = []
    let names: [[UInt8]]
    do { names = try folderNames(folder) } catch { throw RunError(reading: error) }
    for name in names {
      let path = Array((folder.hasSuffix("/") ? folder : "\(folder)/").utf8) + name
      if let found = try entry(FileToRead(path: path, isFolderEntry: true), name: name) {
        inputs.append(found)
      }
    }
    return inputs
  }

  /// An entry of a folder; nil for a folder in it.
  static func entry(_ file: FileToRead, name: [UInt8]) throws(RunError) -> InputFile? {
    let found: (kind: PathKind, byteCount: Int)
    do { found = try kind(of: file, followsLinks: false) } catch {
      guard case .vanished = error else { throw RunError(reading: error) }
      return input(file, -1, reasonNotRead: .vanished)
    }
    switch found.kind {
    case .regularFile where name.first == UInt8(ascii: "."):
      return input(file, found.byteCount, reasonNotRead: .hidden)
    case .regularFile:
      let isLate = isNameOfUnfinished(name) || isBeingWritten(file)
      return input(file, found.byteCount, reasonNotRead: isLate ? .stillWritten : nil)
    case .folder: return nil
    case .symbolicLink, .pipe, .other: return input(file, -1, reasonNotRead: .notReadable)
    }
  }

  /// Whether it is a name that programs give to a file until it is complete.
  static func isNameOfUnfinished(_ name: [UInt8]) -> Bool {
    if name.first == UInt8(ascii: "~") { return true }
    if name.last == UInt8(ascii: "~") { return true }
    let lower = String(decoding: name, as: UTF8.self).lowercased()
    return unfinishedEndings.contains { lower.hasSuffix($0) }
  }

  private static let unfinishedEndings = [
    ".tmp", ".part", ".partial", ".filepart", ".crdownload", ".writing",
  ]

  /// A file that cannot be opened, or not any more, is no reason to leave it alone: reading it says why.
  private static func isBeingWritten(_ file: FileToRead) -> Bool {
    (try? file.isBeingWritten()) ?? false
  }

  private static func input(
    _ file: FileToRead, _ byteCount: Int, reasonNotRead: Diagnostic? = nil
  ) -> InputFile {
    let name = file.shown.split(separator: "/").last.map { String($0) } ?? file.shown
    return InputFile(
      file: file, baseName: name, byteCount: byteCount, reasonNotRead: reasonNotRead)
  }
}

extension Diagnostic {
  /// An entry of a folder that is never opened.
  static let notReadable = Diagnostic(
    .notRegularFile, at: 0, "a link, pipe or device in a folder is not read")
  /// An entry of a folder that was taken away while the folder was looked through.
  static let vanished = Diagnostic(.notRegularFile, at: 0, "the file is not there any more")
  /// A file that the folder hides: counted, as hidden members of archives are.
  static let hidden = Diagnostic(.outOfScope, at: 0, "a hidden file; not read")
  /// A file in a folder that somebody has open for writing, or that has such a name.
  static let stillWritten = Diagnostic(
    .late, at: 0, "still being written; left for the next run")
}
