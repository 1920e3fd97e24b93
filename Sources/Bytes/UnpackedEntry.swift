/// One entry of an archive, or the content of a packed stream.
struct UnpackedEntry {
  /// As stored, never used as a path.
  var name: [UInt8] = []
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
