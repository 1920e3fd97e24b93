import Glibc

/// One entry of an archive, or the content of a packed stream.
struct UnpackedEntry {
  /// As stored, never used as a path.
  var name: [UInt8] = []
  /// Where its header begins in the archive.
  var offset = 0
  var isFolder = false
  var isFile = true
  var isEncrypted = false
}

/// What ``Unpacker/next()`` found.
enum UnpackedStep {
  case entry(UnpackedEntry)
  /// To be asked for with ``Unpacker/takeProblem()``; the next entry follows all the same, if there is one.
  case problem
  case end
}

extension ArchiveUnpacker {
  /// Sound: made once and never changed; without it names lose letters, and nothing else.
  nonisolated(unsafe) static let unicode = unsafe newlocale(1 << LC_CTYPE, "C.UTF-8", nil)

  /// A copy of a text of C.
  static func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8]? {
    guard let text = unsafe text else { return nil }
    return unsafe Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
  }
}
