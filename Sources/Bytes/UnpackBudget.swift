/// What has come out of an input so far, over all layers of packing.
final class UnpackBudget {
  /// Entries whose bytes are forgotten when they are set aside for their ratio, so that the files behind
  /// one bomb are read, while many bombs unpack no more than this many times what is allowed, and one.
  private static let forgivenEntries = 3

  /// Bytes that came out at one depth, so that several layers around the same bytes do not count them
  /// several times, while many small archives within one count together.
  private struct Depth {
    var unpacked = 0
    /// Without those of forgiven entries.
    var charged = 0
    var ofEntry = 0
  }

  let limits: UnpackLimits
  private let input: InputDescriptor
  private var depths: [Depth] = []
  private var entries = 0
  private var forgiven = 0

  init(_ limits: UnpackLimits, _ input: InputDescriptor) {
    self.limits = limits
    self.input = input
  }

  /// Counts bytes that came out at a depth; what that exceeds, if anything. Then the entry is not read on.
  func take(_ count: Int, depth: Int) -> UnpackProblem? {
    reach(depth)
    depths[depth].unpacked += count
    depths[depth].charged += count
    depths[depth].ofEntry += count
    if depths[depth].unpacked > limits.bytes {
      return .tooLarge("unpacks to more than \(limits.bytes) bytes")
    }
    let charged = depths[depth].charged
    guard charged > limits.ratioFreeBytes, charged / max(1, limits.ratio) > input.byteCount else {
      return nil
    }
    if forgiven < UnpackBudget.forgivenEntries {
      forgiven += 1
      depths[depth].charged -= depths[depth].ofEntry
      depths[depth].ofEntry = 0
    }
    return .ratio("unpacks to more than \(limits.ratio) times its size")
  }

  /// What comes out at this depth from now on is another entry.
  func beginEntry(depth: Int) {
    reach(depth)
    depths[depth].ofEntry = 0
  }

  private func reach(_ depth: Int) {
    while depths.count <= depth { depths.append(Depth()) }
  }

  /// Counts an entry; what that exceeds, if anything.
  func takeEntry() -> UnpackProblem? {
    entries += 1
    return entries > limits.entries ? .tooLarge("more than \(limits.entries) entries") : nil
  }
}
