/// Names that others chose, made fit to be shown.
///
/// No path is ever opened from a member's name, so `..`, a leading `/` or a drive letter can do no
/// harm; but a report shows the name, and there it must neither lead the reader to a place it does
/// not mean nor bring control characters to a terminal. Hence only the last part, cleaned.
enum MemberName {
  private static let characterLimit = 120

  /// The last part of a member's path as it may be shown.
  static func shown(_ path: [UInt8]) -> String {
    // Windows programs write backslashes into zips.
    let last = path.split { $0 == 0x2F || $0 == 0x5C }.last.map { Array($0) } ?? []
    let name = printable(last)
    let isBare = name.unicodeScalars.allSatisfy { $0 == "." || $0 == " " }
    return isBare ? "unnamed" : String(name.prefix(characterLimit))
  }

  /// The folders of a member's path as they may be shown, the outermost first.
  static func folders(_ path: [UInt8]) -> [String] {
    path.split { $0 == 0x2F || $0 == 0x5C }.dropLast().map { shown(Array($0)) }
  }

  /// Whether the path leads out of the archive, or names no file in it: no honest member has such a one.
  static func leadsOutside(_ path: [UInt8]) -> Bool {
    var depth = 0
    var isFile = true
    for part in path.split(whereSeparator: { $0 == 0x2F || $0 == 0x5C }) {
      if part.elementsEqual([0x2E]) { continue }
      isFile = !part.elementsEqual([0x2E, 0x2E])
      depth += isFile ? 1 : -1
      if depth < 0 { return true }
    }
    return !isFile
  }

  /// Whether the member is one that a folder would hide, or a leftover of the Finder.
  static func isHidden(_ path: [UInt8]) -> Bool {
    path.split { $0 == 0x2F || $0 == 0x5C }.contains { part in
      if part.elementsEqual("__MACOSX".utf8) { return true }
      return part.first == 0x2E && !part.elementsEqual([0x2E]) && !part.elementsEqual([0x2E, 0x2E])
    }
  }

  /// The text of these bytes; `_` for what is no printable text.
  static func printable(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        text.append("_")
      default: text.append(scalar == "\u{FFFD}" ? "_" : scalar)
      }
    }
    return String(text)
  }
}
