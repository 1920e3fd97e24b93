internal import Bytes

/// One input of a run, found but not opened.
public struct InputFile: Sendable, Equatable {
  /// As it can be opened; `-` is standard input.
  public var path: String
  /// Last part of the path, which is all that reports show: folders may name places or people.
  public var baseName: String
  /// -1 where it is not known before reading (a pipe, standard input).
  public var byteCount: Int
  /// False for an entry of a folder that is a link, a pipe or a device: reported, never followed.
  public var isReadable: Bool

  public init(path: String, baseName: String, byteCount: Int, isReadable: Bool = true) {
    self.path = path
    self.baseName = baseName
    self.byteCount = byteCount
    self.isReadable = isReadable
  }
}

/// Finds the inputs that the command line's PATHs stand for.
public enum InputFiles {
  /// Expands PATHs: a file, a folder (its regular files by name, hidden ones and subfolders left
  /// out), or `-`.
  /// - Throws: ``RunError/input(path:reason:)`` for a PATH that is missing, or when there is no
  ///   file at all: an unmounted folder must not pass for a quiet night.
  public static func expand(_ paths: [String]) throws(RunError) -> [InputFile] {
    var inputs: [InputFile] = []
    for path in paths {
      if path == "-" {
        inputs.append(InputFile(path: "-", baseName: "stdin", byteCount: -1))
        continue
      }
      // A link that the user names is followed, one that lies in a folder is not.
      let found = try look(path, followsLinks: true)
      switch found.kind {
      case .regularFile, .pipe: inputs.append(file(path, found.byteCount))
      case .folder: inputs += try folder(path)
      case .symbolicLink, .other:
        throw .input(path: path, reason: "is not a regular file or a folder")
      }
    }
    guard !inputs.isEmpty else {
      throw .input(path: paths.joined(separator: " "), reason: "there is no file to read")
    }
    return inputs
  }

  private static func folder(_ folder: String) throws(RunError) -> [InputFile] {
    var inputs: [InputFile] = []
    let names: [String]
    do { names = try folderEntries(folder) } catch { throw RunError(reading: error) }
    for name in names where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      // A name that is not UTF-8 cannot be opened by what we have of it: said, not the night's end.
      guard !name.unicodeScalars.contains("\u{FFFD}") else {
        inputs.append(file(path, -1, isReadable: false))
        continue
      }
      let found = try look(path, followsLinks: false)
      switch found.kind {
      case .regularFile: inputs.append(file(path, found.byteCount))
      case .folder: continue
      case .symbolicLink, .pipe, .other: inputs.append(file(path, -1, isReadable: false))
      }
    }
    return inputs
  }

  private static func look(
    _ path: String, followsLinks: Bool
  ) throws(RunError) -> (kind: PathKind, byteCount: Int) {
    do { return try kind(ofPath: path, followsLinks: followsLinks) } catch {
      throw RunError(reading: error)
    }
  }

  private static func file(
    _ path: String, _ byteCount: Int, isReadable: Bool = true
  ) -> InputFile {
    let name = path.split(separator: "/").last.map { String($0) } ?? path
    return InputFile(path: path, baseName: name, byteCount: byteCount, isReadable: isReadable)
  }
}
