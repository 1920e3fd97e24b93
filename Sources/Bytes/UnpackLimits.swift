/// What may come out of one packed input.
public struct UnpackLimits: Sendable, Equatable {
  /// Unpacked bytes per packed byte of the input.
  public var ratio: Int
  /// So much may come out whatever the ratio: small repetitive files pack very well.
  public var ratioFreeBytes = 1024 * 1024
  /// Unpacked bytes of the whole input.
  public var bytes: Int
  /// Entries of an archive, with those of archives within it.
  public var entries: Int
  /// How often an archive or packed file may lie within another archive.
  public var nesting: Int
  /// Whether the members of a zip or tar are given one by one; otherwise the archive is given as it is.
  public var opensArchives = true

  public init(ratio: Int, bytes: Int, entries: Int, nesting: Int) {
    self.ratio = ratio
    self.bytes = bytes
    self.entries = entries
    self.nesting = nesting
  }
}

/// Why an archive or one of its members was set aside, wholly or from some byte on.
public enum UnpackProblem: Sendable, Equatable {
  /// Damaged, broken off or encrypted.
  case damaged(String)
  /// More comes out than packed bytes of an honest file give.
  case ratio(String)
  /// Larger, longer or deeper than the limits.
  case tooLarge(String)
  /// A link, device or pipe.
  case notRegular(String)

  public var text: String {
    switch self {
    case .damaged(let text), .ratio(let text), .tooLarge(let text), .notRegular(let text): text
    }
  }
}

/// What has come out of an input so far, over all layers of packing.
final class UnpackBudget {
  let limits: UnpackLimits
  private let input: InputDescriptor
  /// By depth, so that several layers around the same bytes do not count them several times, while
  /// many small archives within one count together.
  private var unpacked: [Int] = []
  private var entries = 0

  init(_ limits: UnpackLimits, _ input: InputDescriptor) {
    self.limits = limits
    self.input = input
  }

  /// Counts bytes that came out at a depth; what that exceeds, if anything.
  func take(_ count: Int, depth: Int) -> UnpackProblem? {
    while unpacked.count <= depth { unpacked.append(0) }
    unpacked[depth] += count
    let total = unpacked[depth]
    if total > limits.bytes { return .tooLarge("unpacks to more than \(limits.bytes) bytes") }
    if total > limits.ratioFreeBytes, total / max(1, limits.ratio) > input.byteCount {
      return .ratio("unpacks to more than \(limits.ratio) times its size")
    }
    return nil
  }

  /// Counts an entry; what that exceeds, if anything.
  func takeEntry() -> UnpackProblem? {
    entries += 1
    return entries > limits.entries ? .tooLarge("more than \(limits.entries) entries") : nil
  }
}
