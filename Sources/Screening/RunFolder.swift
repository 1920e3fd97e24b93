internal import Bytes
internal import Foundation
internal import HitFiles

/// The folder of a run while it is written.
struct RunFolder: ~Copyable {
  static let checksumsName = "SHA256SUMS"

  private let folder: AtomicFolder
  /// SHA-256 by file name.
  private(set) var hashes: [String: String] = [:]

  /// Opens the folder, and so finds out before the work whether there is a place for its result.
  /// - Throws: ``RunError/output(path:reason:isFull:)``.
  init(output: String) throws(RunError) {
    do { folder = try AtomicFolder(in: output) } catch { throw RunError(writing: error) }
  }

  private func open(_ name: String) throws(RunError) -> HashedFile {
    do { return try folder.file(name) } catch { throw RunError(writing: error) }
  }

  /// Writes a whole file.
  mutating func write(_ name: String, _ bytes: [UInt8]) throws(RunError) {
    var file = try open(name)
    do {
      try file.append(bytes)
      hashes[name] = try file.finish()
    } catch {
      throw RunError(writing: error)
    }
  }

  /// Writes the hits in one form.
  /// - Returns: how many were written, counted here and not taken from the array's size.
  mutating func write(_ hits: [Hit], as writer: any HitWriter) throws(RunError) -> Int {
    var file = try open(writer.fileName)
    var written = 0
    do {
      try file.append(writer.header)
      var bytes: [UInt8] = []
      for hit in hits {
        bytes.removeAll(keepingCapacity: true)
        writer.write(hit, into: &bytes)
        try file.append(bytes)
        written += 1
      }
      try file.append(writer.footer)
      hashes[writer.fileName] = try file.finish()
    } catch {
      throw RunError(writing: error)
    }
    return written
  }

  /// Writes `quarantine.jsonl`: file by file in the order of the input, what was found while it was
  /// read before what its legs showed.
  mutating func write(
    quarantineOf intake: IntakeResult, _ findings: LegFindings, from spill: SpillStore
  ) throws(RunError) {
    var output = try open(QuarantineFile.name)
    var later = findings.findings[...]
    var lines: [UInt8] = []
    for (index, file) in intake.files.enumerated() {
      for stretch in file.findings {
        lines.removeAll(keepingCapacity: true)
        try spill.load(stretch, into: &lines)
        do { try output.append(lines) } catch { throw RunError(writing: error) }
      }
      while let next = later.first, next.file == index {
        later.removeFirst()
        let line = QuarantineFile.lines([next.found], file: file.account.file)
        do { try output.append(line) } catch { throw RunError(writing: error) }
      }
    }
    do { hashes[QuarantineFile.name] = try output.finish() } catch {
      throw RunError(writing: error)
    }
  }

  /// Writes `SHA256SUMS` over everything else and publishes the folder under the run's name.
  /// - Returns: false when a folder of that name has come up in the meantime.
  consuming func publish(as runID: String) throws(RunError) -> Bool {
    var text = ""
    for (name, sha256) in hashes.sorted(by: { $0.key < $1.key }) { text += "\(sha256)  \(name)\n" }
    try write(RunFolder.checksumsName, Array(text.utf8))
    do { return try folder.publish(as: runID) } catch { throw RunError(writing: error) }
  }
}

extension RunFolder {
  /// Compares hit files with those of a folder that is published already.
  /// - Returns: the name of the first file that is missing there or differs; nil when all agree.
  static func firstDifference(
    of hashes: [(name: String, sha256: String)], in folder: String
  ) -> String? {
    hashes.first { name, hash in sha256(of: name, in: folder) != hash }?.name
  }

  /// The hash of a published folder's file; nil when it has no such file.
  static func sha256(of name: String, in folder: String) -> String? {
    file(name, in: folder).flatMap { try? Bytes.sha256(of: $0) }
  }

  /// The bytes of a published folder's file; nil when it has no such file.
  static func contents(of name: String, in folder: String) -> Data? {
    file(name, in: folder).flatMap {
      try? Data(
        contentsOf: URL(fileURLWithPath: String(decoding: $0.path, as: UTF8.self)),
        options: .mappedIfSafe)
    }
  }

  /// A regular file of this very folder, whatever its lists name: what lies elsewhere or behind a link
  /// was not published, and a pipe may never end.
  private static func file(_ name: String, in folder: String) -> FileToRead? {
    guard !name.contains("/") else { return nil }
    let file = FileToRead(path: Array("\(folder)/\(name)".utf8), isFolderEntry: true)
    guard (try? kind(of: file, followsLinks: false))?.kind == .regularFile else { return nil }
    return file
  }
}
