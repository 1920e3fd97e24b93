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
  /// Hidden, as folders hide what is no content; nothing is wrong with it.
  case hidden(String)

  /// The same, where nothing of the archive or stream is read after it.
  var endingAll: UnpackProblem {
    func ending(_ text: String) -> String { "\(text); what follows is not read" }
    return switch self {
    case .damaged(let text): .damaged(ending(text))
    case .ratio(let text): .ratio(ending(text))
    case .tooLarge(let text): .tooLarge(ending(text))
    case .notRegular(let text): .notRegular(ending(text))
    case .hidden(let text): .hidden(ending(text))
    }
  }

  public var text: String {
    switch self {
    case .damaged(let text), .ratio(let text), .tooLarge(let text), .notRegular(let text),
      .hidden(let text):
      text
    }
  }
}
